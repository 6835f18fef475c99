"""Columns of a page: the gutters between them, and the rows in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from storage.sources.layout.glyphs import Glyph

_BIN = 2.0
_MOST_BINS = 2000
# A gutter lies well inside the page; fewer rows cross it than stand in either column.
_INSIDE = (0.22, 0.78)
_CROSSING = 0.5
_NARROWEST = 0.7
_SAME_GUTTER = 8.0
# A column of running text is wide, and many of its lines fill it; cells of a table do not.
_WIDE = 0.22
_WIDE_AGAIN = 0.12
_FILLED = 0.85
_FILLED_SHARE = 0.25
_FEWEST_FILLED = 3
_SIDE_BY_SIDE = 2

Row = list[Glyph]


def gutters_of(rows: Sequence[Row], width: float, known: Sequence[float] = ()) -> list[float]:
    """The middles of the gutters between columns of running text; [] for one column.

    Where pages before had a gutter (`known`), less text is enough to believe in it.
    """
    if len(rows) < _FEWEST_FILLED or not 0 < width < _MOST_BINS * _BIN:
        return []
    found: list[float] = []
    for start, end in _free_runs(_coverage(rows, width)):
        middle = (start + end) / 2 * _BIN
        again = any(abs(middle - gutter) <= _SAME_GUTTER for gutter in known)
        inside = _INSIDE[0] * width <= middle <= _INSIDE[1] * width
        if inside and _parts_columns(rows, middle, width, 1 if again else _FEWEST_FILLED):
            found.append(middle)
    return found


def _coverage(rows: Sequence[Row], width: float) -> list[int]:
    """For each strip of the page how many rows print on it."""
    counts = [0] * (int(width / _BIN) + 1)
    for row in rows:
        strips: set[int] = set()
        for glyph in row:
            first, last = int(glyph.left / _BIN), int((glyph.right - 0.01) / _BIN)
            strips.update(range(max(first, 0), min(last, len(counts) - 1) + 1))
        for strip in strips:
            counts[strip] += 1
    return counts


def _free_runs(covered: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of strips that few rows cross, compared with what stands left and right of them."""
    left = [0, *accumulate(covered, max)]
    right = [*accumulate(reversed(covered), max)][::-1]
    runs: list[tuple[int, int]] = []
    start = None
    for at, count in enumerate(covered):
        is_free = count <= _CROSSING * min(left[at], right[at])
        if is_free and start is None:
            start = at
        elif not is_free and start is not None:
            runs.append(_emptiest(covered, start, at))
            start = None
    return runs


def _emptiest(covered: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The first of the longest stretches within a run that the fewest rows cross."""
    least = min(covered[start:end])
    best, first = (start, start), start
    for at in range(start, end + 1):
        if at < end and covered[at] == least:
            continue
        if at - first > best[1] - best[0]:
            best = (first, at)
        first = at + 1
    return best


def _parts_columns(rows: Sequence[Row], middle: float, width: float, fewest: int) -> bool:
    """Whether running text stands side by side left and right of a place."""
    lefts: list[tuple[float, float]] = []
    rights: list[tuple[float, float]] = []
    for row in rows:
        if crosses(row, middle):
            continue
        left = [glyph for glyph in row if glyph.middle < middle]
        right = [glyph for glyph in row if glyph.middle >= middle]
        if left:
            lefts.append((left[0].base, left[-1].right - left[0].left))
        if right:
            rights.append((right[0].base, right[-1].right - right[0].left))
    one, other = _filled(lefts, width, fewest), _filled(rights, width, fewest)
    if not one or not other:
        return False
    fewest = min(fewest, _SIDE_BY_SIDE)
    return _beside(one, other) >= fewest and _beside(other, one) >= fewest


def _filled(lines: Sequence[tuple[float, float]], width: float, fewest: int) -> list[float]:
    """The heights of the lines that fill their column; [] where it is no running text."""
    widths = sorted(length for _, length in lines)
    if not widths:
        return []
    usual = widths[int(len(widths) * 0.9)] if len(widths) > 9 else widths[-1]
    heights = [base for base, length in lines if length >= usual * _FILLED]
    share, wide = (_FILLED_SHARE, _WIDE) if fewest > 1 else (0, _WIDE_AGAIN)
    enough = len(heights) >= max(fewest, len(widths) * share)
    return heights if enough and usual >= width * wide else []


def _beside(heights: Sequence[float], others: Sequence[float]) -> int:
    """How many lines stand at a height that the other column reaches over."""
    top, bottom = min(others), max(others)
    reach = (bottom - top) * 0.1 + 20
    return sum(1 for height in heights if top - reach <= height <= bottom + reach)


def crosses(row: Row, middle: float) -> bool:
    """Whether a row prints across a gutter, or leaves no gap there."""
    left = max((glyph.right for glyph in row if glyph.middle < middle), default=None)
    right = min((glyph.left for glyph in row if glyph.middle >= middle), default=None)
    if left is None or right is None:
        return False
    return right - left < _NARROWEST * max(glyph.size for glyph in row)


def split_row(row: Row, gutters: Sequence[float]) -> list[tuple[int, Row]] | None:
    """The pieces of a row by column; None where it reaches across a gutter."""
    if any(crosses(row, gutter) for gutter in gutters):
        return None
    pieces: dict[int, Row] = {}
    for glyph in row:
        column = sum(1 for gutter in gutters if glyph.middle >= gutter)
        pieces.setdefault(column, []).append(glyph)
    return sorted(pieces.items())
