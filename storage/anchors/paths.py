"""The heads above a place of a notice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from storage.types import Heading, Notice


class Paths:
    """The heads above every place of one notice, worked out once for all its marks."""

    def __init__(self, notice: Notice) -> None:
        lengths = (len(block.text) + 1 for block in notice.blocks)
        self._ends = [end - 1 for end in accumulate(lengths)]
        self._lines = [block.lines[0] for block in notice.blocks]
        heads = _heads(notice)
        self._head_lines = list(accumulate((head.line for head in heads), max))
        self._paths = [""]
        above: list[Heading] = []
        for head in heads:
            above = [upper for upper in above if upper.level < head.level]
            above.append(head)
            self._paths.append(" / ".join(" ".join(one.text.split()) for one in above))

    def at(self, offset: int) -> str:
        """The heads above a place, outermost first, joined by " / "."""
        block = bisect_left(self._ends, offset)
        if block == len(self._ends):
            return ""
        return self._paths[bisect_right(self._head_lines, self._lines[block])]


def path_at(notice: Notice, offset: int) -> str:
    """The heads above a place, outermost first, joined by " / "."""
    return Paths(notice).at(offset)


def _heads(notice: Notice) -> tuple[Heading, ...]:
    if notice.outline:
        return notice.outline
    return tuple(
        Heading(block.lines[0], block.level, block.text)
        for block in notice.blocks
        if block.kind == "heading"
    )
