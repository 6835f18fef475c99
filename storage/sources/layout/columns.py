"""Columns of a page: the gutters between them, and the rows in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence

from storage.sources.layout.glyphs import Glyph

_BIN = 2.0
# A gutter lies well inside the page; few rows cross it, many have text on both sides.
_INSIDE = (0.22, 0.78)
_CROSSING = 0.75
_BOTH_SIDES = 4
_AGAIN = 2
_NARROWEST = 0.7
# A column of running text fills its width; cells of a table do not.
_FILLED = 0.85
_FILLED_SHARE = 0.25
_FEWEST_FILLED = 3
_SAME_GUTTER = 8.0
_MOST_BINS = 2000

Row = list[Glyph]


def gutters_of(rows: Sequence[Row], width: float, known: Sequence[float] = ()) -> list[float]:
    """The middles of the gutters between columns of running text; [] for one column.

    Where pages before had a gutter (`known`), fewer rows are enough to believe in it.
    """
    if len(rows) < _BOTH_SIDES or not 0 < width < _MOST_BINS * _BIN:
        return []
    covered = _coverage(rows, width)
    found: list[float] = []
    for start, end in _free_runs(covered, len(rows)):
        middle = (start + end) / 2 * _BIN
        inside = _INSIDE[0] * width <= middle <= _INSIDE[1] * width
        again = any(abs(middle - gutter) <= _SAME_GUTTER for gutter in known)
        if inside and _parts_columns(rows, middle, again=again):
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


def _free_runs(covered: Sequence[int], rows: int) -> list[tuple[int, int]]:
    """Runs of strips that few rows cross, narrowed to where the fewest do."""
    most = int(rows * _CROSSING)
    runs: list[tuple[int, int]] = []
    start = None
    for at, count in enumerate([*covered, rows + 1]):
        if count <= most and start is None:
            start = at
        elif count > most and start is not None:
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


def _parts_columns(rows: Sequence[Row], middle: float, *, again: bool) -> bool:
    """Whether filled text stands on both sides of a place in enough rows."""
    lefts: list[float] = []
    rights: list[float] = []
    both = 0
    for row in rows:
        if crosses(row, middle):
            continue
        left = [glyph for glyph in row if glyph.middle < middle]
        right = [glyph for glyph in row if glyph.middle >= middle]
        both += bool(left and right)
        if left:
            lefts.append(left[-1].right - left[0].left)
        if right:
            rights.append(right[-1].right - right[0].left)
    if again and both >= _AGAIN:
        return True
    if both < _BOTH_SIDES or both < len(rows) * 0.25:
        return False
    return _is_filled(lefts) and _is_filled(rights)


def _is_filled(widths: Sequence[float]) -> bool:
    """Enough lines of a column are as long as its usual longest."""
    usual = sorted(widths)[int(len(widths) * 0.9)] if len(widths) > 9 else max(widths)
    filled = sum(1 for width in widths if width >= usual * _FILLED)
    return filled >= max(_FEWEST_FILLED, len(widths) * _FILLED_SHARE)


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
