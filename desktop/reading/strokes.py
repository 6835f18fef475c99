"""Which stretches of a page its marks cover: each mark has a lane of its own under the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.reading.positions import Positions
from storage.types import MARK_STYLES, Mark

LANES = 6
"""Lanes under a line; where more marks lie over one another, the last ones share one."""
FILLED = tuple(style for style in MARK_STYLES if style != "underline")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Laid:
    """A mark where it is shown (offsets), and its lane."""

    start: int
    end: int
    lane: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stretch of one paragraph or cell that a mark covers, in document positions."""

    first: int
    last: int
    lane: int
    mark: Mark
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Fill:
    """A stretch all of whose characters lie under marks of the same colours."""

    first: int
    last: int
    styles: tuple[str, ...]


def laid(marks: Iterable[tuple[Span, Mark]]) -> list[Laid]:
    """Give each mark the uppermost lane that is free where it begins, up to where it ends."""
    found: list[Laid] = []
    lanes: list[int] = []
    for (start, end), mark in sorted(marks, key=_by_place):
        lane = next((at for at, taken in enumerate(lanes) if taken <= start), len(lanes))
        if lane < len(lanes):
            lanes[lane] = end
        elif lane < LANES:
            lanes.append(end)
        else:
            lane = LANES - 1
            lanes[lane] = max(lanes[lane], end)
        found.append(Laid(start, end, lane, mark))
    return found


def strokes_of(marks: Iterable[Laid], positions: Positions, seen: Span) -> list[Stroke]:
    """The stretches of marks that lie within the seen offsets, as far as they do."""
    strokes: list[Stroke] = []
    for one in marks:
        if one.end <= seen[0] or one.start >= seen[1]:
            continue
        start, end = max(one.start, seen[0]), min(one.end, seen[1])
        ranges = positions.ranges(start, end)
        for at, (first, last) in enumerate(ranges):
            begins = at == 0 and start == one.start
            ends = at == len(ranges) - 1 and end == one.end
            strokes.append(Stroke(first, last, one.lane, one.mark, begins, ends))
    return strokes


def fills_of(strokes: Sequence[Stroke]) -> list[Fill]:
    """Cut coloured strokes where the colours over one another change."""
    ends = [
        (place, change, stroke.mark.style)
        for stroke in strokes
        if stroke.mark.style in FILLED
        for place, change in ((stroke.first, 1), (stroke.last, -1))
    ]
    ends.sort()
    fills: list[Fill] = []
    over: Counter[str] = Counter()
    before = 0
    for place, change, style in ends:
        if place > before:
            styles = tuple(one for one in FILLED if over[one])
            if styles:
                fills.append(Fill(before, place, styles))
            before = place
        over[style] += change
    return fills


def _by_place(one: tuple[Span, Mark]) -> tuple[int, int, str]:
    (start, end), mark = one
    return start, -end, mark.created
