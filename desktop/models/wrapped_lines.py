"""How lines of a source are wrapped: reckoned, not measured, so that thousands cost nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_WIDE, _NARROW = 10, 6
"""Tenths of a Chinese character that a character takes; ASCII is taken as wider than most of it."""

_BLANK = 0.5
"""The height of a blank line, in rows."""


def wrap(text: str, characters: int) -> list[str]:
    """Cut a line into rows of at most so many Chinese characters; at least one row."""
    if len(text) <= characters:
        return [text]
    room = max(characters, 4) * _WIDE
    rows: list[str] = []
    start = 0
    while start < len(text):
        end = start + room // _WIDE
        spare = room - _width(text[start:end])
        while spare >= _WIDE and end < len(text):
            more = text[end : end + spare // _WIDE]
            end += len(more)
            spare -= _width(more)
        rows.append(text[start:end])
        start = end
    return rows


def _width(text: str) -> int:
    narrow = len(text.encode("ascii", "ignore"))
    return (len(text) - narrow) * _WIDE + narrow * _NARROW


class WrappedLines:
    """All lines of a source in a room of so many characters; tops are counted in rows.

    A blank line takes less than a row.
    """

    def __init__(self, lines: Sequence[str], characters: int) -> None:
        self._lines = lines
        self.characters = characters
        self._tops = [0.0, *accumulate(self._height(line) for line in lines)]

    def _height(self, line: str) -> float:
        return len(wrap(line, self.characters)) if line.strip() else _BLANK

    @property
    def rows(self) -> float:
        """How many rows there are in all."""
        return self._tops[-1]

    def top(self, line: float) -> float:
        """How many rows lie above a line, counted from 1; 12.5 is the middle of line 12."""
        at = min(max(int(line), 1), max(len(self._lines), 1)) - 1
        if not self._lines:
            return 0.0
        return self._tops[at] + (line % 1) * (self._tops[at + 1] - self._tops[at])

    def height(self, line: int) -> float:
        """The rows of a line."""
        return self._tops[line] - self._tops[line - 1]

    def line_at(self, row: float) -> float:
        """The line at a place counted in rows, the inverse of `top`; 0 without lines."""
        if not self._lines:
            return 0.0
        at = min(bisect_right(self._tops, max(row, 0.0)), len(self._lines))
        part = (max(row, 0.0) - self._tops[at - 1]) / self.height(at)
        return at + min(part, 0.999)

    def rows_of(self, line: int) -> list[str]:
        """The rows of a line as they are painted."""
        return wrap(self._lines[line - 1], self.characters)
