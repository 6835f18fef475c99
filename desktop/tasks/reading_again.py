"""What the window can ask about reading kept sources again. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.batches import Batches
from desktop.tasks.changes import LibraryChanges
from desktop.tasks.compare_jobs import Compared
from desktop.tasks.task import OnError, Task
from storage.types import IssueReading, KeptSource, ReadingReport

AskFinder = Callable[[str, dict[str, Any], QObject, Callable[[Any], None], OnError], Task]


class ReadingAgain:
    """Previews what the current recogniser would change, and has it done."""

    def __init__(self, changes: LibraryChanges, batches: Batches, ask_finder: AskFinder) -> None:
        self._changes = changes
        self._batches = batches
        self._ask_finder = ask_finder

    def read_by_older(self, owner: QObject, done: Callable[[list[int]], None]) -> Task:
        """The ids of the issues that an older recogniser has read."""
        return self._changes.ask(lambda library: library.issues_read_by_older(), owner, done)

    def kept_sources(
        self, issue_id: int, owner: QObject, done: Callable[[list[KeptSource]], None]
    ) -> Task:
        """The sources that an issue was ever taken from, the last one first."""
        return self._changes.ask(lambda library: library.kept_sources(issue_id), owner, done)

    def preview(
        self,
        issues: Sequence[int],
        source: int | None,
        part: Callable[[IssueReading], None],
        done: Callable[[object], None],
        error: OnError = None,
    ) -> Task:
        """What would change, one issue after the other; the task can be cancelled."""
        arguments = {"issues": list(issues), "source": source}
        return self._batches.preview_reading(arguments, part=part, done=done, error=error)

    def texts(
        self,
        issue_id: int,
        source: int | None,
        place: int,
        owner: QObject,
        done: Callable[[Compared], None],
        error: OnError = None,
    ) -> Task:
        """The notice at a place of an issue's reading, as it is and as it would be."""
        arguments = {"issue": issue_id, "source": source, "place": place}
        return self._ask_finder("reading-texts", arguments, owner, done, error)

    def read(
        self,
        issues: Sequence[int],
        notice: str | None,
        source: int | None,
        part: Callable[[ReadingReport], None],
        ended: Callable[[BaseException | None], None],
    ) -> Task:
        """Read issues again, told as an import is; `ended` is called however it ends."""
        arguments = {"issues": list(issues), "notice": notice, "source": source}

        def end(fault: object = None) -> None:
            self._batches.imported.emit()
            ended(fault if isinstance(fault, BaseException) else None)

        return self._batches.read_again(arguments, part=part, done=end, error=end, cancelled=end)
