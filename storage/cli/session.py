"""What every command has at hand: words, places, output, the chosen library."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from storage.cli.output import Output
from storage.errors import UserFault
from storage.types import NoticeSummary, Places, Progress
from storage.words import Words

if TYPE_CHECKING:
    from storage.library import Library

_Answer = TypeVar("_Answer")
_ENDS = tuple("。！？；：.!?;:")

FINE, NOTHING, FAULT = 0, 1, 2
"""The exit statuses: done, nothing done or not found, a fault of the world."""


@dataclass(slots=True)
class Session:
    """One run of the command line."""

    words: Words
    places: Places
    output: Output
    library: Path

    def open_library(self, *, create: bool = False) -> Library:
        """Open the chosen library; UserFault where there is none, unless it may be made."""
        from storage.library import Library

        return Library.open(
            self.library,
            cache=self.places.cache,
            dictionary=self.places.dictionary,
            create=create,
        )

    def watch(self, task: Generator[Progress, None, _Answer]) -> _Answer:
        """Run a task to its end, its progress on a passing line.

        Leaving early (Ctrl+C) closes it, so that nothing is kept half.
        """
        try:
            while True:
                told = next(task)
                self.output.status(self._progress_line(told))
        except StopIteration as end:
            answer: _Answer = end.value
            return answer
        finally:
            task.close()
            self.output.status("")

    def _progress_line(self, told: Progress) -> str:
        stage = self.words.say(told.stage, name=told.name, done=told.done, total=told.total)
        return f"{stage} {100 * told.done // told.total}%" if told.total else stage

    def bring_index_up_to_date(self, library: Library) -> None:
        """Let a search miss nothing; where the index can't be written the text is searched."""
        if library.index_is_current:
            return
        try:
            self.watch(library.catch_up())
        except UserFault as fault:
            self.complain(fault)

    def say(self, key: str, **arguments: object) -> None:
        """Print a line of the catalogue."""
        self.output.line(self.words.say(key, **arguments))

    def complain(self, fault: UserFault, about: str = "") -> None:
        """Print a fault with its advice, and what it is about, as one line on standard error."""
        message, advice = self.words.fault(fault.key, **fault.arguments)
        if advice:
            english = self.words.language == "en"
            end = "" if message.endswith(_ENDS) else "." if english else "。"
            message = f"{message}{end}{' ' if english else ''}{advice}"
        if about:
            message = self.words.say("cli-import-file", path=about, name=message)
        self.output.error(message)

    def one_notice(self, library: Library, key: str) -> NoticeSummary | None:
        """The notice of a number or id; where there is none, or several, it says so."""
        found = library.find_notices(key)
        if len(found) == 1:
            return found[0]
        if not found:
            self.complain(UserFault("cli-notice-unknown", notice=key))
            return None
        self.complain(UserFault("cli-notice-several", notice=key, count=len(found)))
        from storage.cli.describe import notice_line

        files = {issue.id: issue.source_name for issue in library.issues()}
        for summary in found:
            line = notice_line(summary, self.words, files.get(summary.issue_id, ""))
            self.output.error(f"  {line}")
        return None
