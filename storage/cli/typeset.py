"""A notice set for a terminal: a head card, its text and tables, its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from storage.cli.describe import issue_title, one_line
from storage.cli.output import Output
from storage.cli.tables import table_lines
from storage.cli.width import centre, columns, right, wrap
from storage.types import Block, Mark, StoredNotice
from storage.words import Words

_INDENT = "　　"
_CENTRED = frozenset({"title", "number", "part_title"})
_RIGHT = frozenset({"signature", "date", "signer"})
_SET_OFF = frozenset({"heading", "part_title", "title"})


class Typesetter:
    """Sets notices to the width of the output; long lines stay whole where nobody looks."""

    def __init__(self, words: Words, output: Output) -> None:
        self._words = words
        self._width = output.width
        self._wrap_width = output.width if output.is_terminal else 0

    def notice(self, stored: StoredNotice, marks: Sequence[Mark]) -> Iterator[str]:
        """The lines of a notice."""
        yield from self._card(stored)
        previous = ""
        for block in stored.notice.blocks:
            if block.kind in _SET_OFF and previous != block.kind:
                yield ""
            yield from self._block(block)
            previous = block.kind
        if marks:
            yield from self._marks(marks)

    def _card(self, stored: StoredNotice) -> Iterator[str]:
        summary = stored.summary
        facts = [
            ("number", summary.number),
            ("issuer", summary.issuer),
            ("date", summary.date),
            ("printed", issue_title(summary.issue, self._words)),
            ("section", summary.section),
            ("id", summary.uuid),
        ]
        rule = "─" * min(self._width, 60)
        yield rule
        yield from wrap(one_line(summary.title), self._wrap_width)
        for name, value in facts:
            if value:
                yield self._words.say(f"cli-card-{name}", value=one_line(value))
        yield rule

    def _block(self, block: Block) -> Iterator[str]:
        if block.rows:
            yield ""
            yield from table_lines(block.rows, self._width)
            yield ""
            return
        for text in block.text.split("\n"):
            if block.kind in _CENTRED:
                yield from (centre(line, self._width) for line in self._wrapped(text))
            elif block.kind in _RIGHT:
                yield from (right(line, self._width - 4) for line in self._wrapped(text))
            elif block.kind == "addressees":
                yield from self._wrapped(text)
            else:
                yield from self._wrapped(_INDENT + text)

    def _wrapped(self, text: str) -> list[str]:
        return wrap(text, self._wrap_width)

    def _marks(self, marks: Sequence[Mark]) -> Iterator[str]:
        yield ""
        yield self._words.say("cli-marks", count=len(marks))
        for place, mark in enumerate(marks, start=1):
            style = self._words.say(f"cli-style-{mark.style}")
            state = f"cli-state-{mark.state}"
            doubt = self._words.say(state) if self._words.has(state) else ""
            yield from wrap(f"{place}. [{style}]{doubt} {one_line(mark.quote)}", self._wrap_width)
            if mark.note:
                note = self._words.say("cli-note", note=one_line(mark.note))
                yield from wrap(f"{' ' * (columns(str(place)) + 2)}{note}", self._wrap_width)
