"""From places in the squeezed text back to the notice's text, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from storage.types import Hit, NoticeText

_CONTEXT = 24
_LAYOUT = re.compile(r"[\t\n\r\v\f\u2028\u2029\x85]")


class SourceText:
    """A notice's text with the way back from its squeezed form."""

    def __init__(self, text: str, paths: Paths | None = None) -> None:
        self._text = text
        self._paths = paths
        # White space is rare in Chinese, so what stands between is kept, not every character.
        pieces = text.split()
        self._places = [0, *accumulate(map(len, pieces))][:-1]
        self._starts: list[int] = []
        at = 0
        for piece in pieces:
            # Only white space lies between: its first character is enough to find a piece.
            start = text.index(piece[0], at)
            self._starts.append(start)
            at = start + len(piece)

    def _offset(self, place: int) -> int:
        piece = bisect_right(self._places, place) - 1
        return self._starts[piece] + place - self._places[piece]

    def hit(self, start: int, end: int) -> Hit:
        """The hit for a non-empty span of the squeezed text."""
        text, first, last = self._text, self._offset(start), self._offset(end - 1) + 1
        return Hit(
            first,
            last,
            text[first:last],
            _on_one_line(text[max(0, first - _CONTEXT) : first]),
            _on_one_line(text[last : last + _CONTEXT]),
            self._paths.at(first) if self._paths else "",
        )


class Paths:
    """The heads above each place of a notice: anchors.path_at for many places."""

    def __init__(self, notice: NoticeText) -> None:
        self._starts = [0, *accumulate(len(block) + 1 for block in notice.blocks)]
        self._lines = notice.lines
        self._heads = [line for line, _, _ in notice.heads]
        self._paths = [""]
        above: list[tuple[int, str]] = []
        for _, level, text in notice.heads:
            above = [upper for upper in above if upper[0] < level]
            above.append((level, " ".join(text.split())))
            self._paths.append(" / ".join(text for _, text in above))

    def at(self, offset: int) -> str:
        """The heads above a place, outermost first, joined by " / "."""
        block = bisect_right(self._starts, offset) - 1
        line = self._lines[min(block, len(self._lines) - 1)] if self._lines else 0
        return self._paths[bisect_right(self._heads, line)]


def _on_one_line(text: str) -> str:
    return _LAYOUT.sub(" ", text) if not text.isprintable() else text
