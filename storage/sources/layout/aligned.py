"""Tables without ruling lines: rows whose words stand below each other in columns."""

from __future__ import annotations

from collections.abc import Sequence

from storage.sources.layout.glyphs import Glyph
from storage.sources.layout.rows import size_of, text_of

_COLUMN_GAP = 1.6
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_SAME_EDGE = 0.6

Row = list[Glyph]


def aligned_cells(rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """For each row of a table, by its index, its cells; other rows are left out."""
    split = [_segments(row) for row in rows]
    found: dict[int, tuple[str, ...]] = {}
    start = 0
    for at in range(1, len(rows) + 1):
        if at < len(rows) and _aligned(split[at - 1], split[at]):
            continue
        if at - start >= _FEWEST_ROWS and len(split[start]) >= _FEWEST_COLUMNS:
            for index in range(start, at):
                found[index] = tuple(text_of(part) for part in split[index])
        start = at
    return found


def _segments(row: Row) -> list[Row]:
    """The row cut where a gap is wider than between words."""
    size = size_of(row)
    parts: list[Row] = [[]]
    for glyph in row:
        if parts[-1] and glyph.left - parts[-1][-1].right > _COLUMN_GAP * size:
            parts.append([])
        parts[-1].append(glyph)
    return parts


def _aligned(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Each word starts, ends, or has its middle where the one above it has."""
    if len(above) != len(below) or len(above) < _FEWEST_COLUMNS:
        return False
    return all(_same_edge(one, other) for one, other in zip(above, below, strict=True))


def _same_edge(one: Row, other: Row) -> bool:
    near = _SAME_EDGE * max(one[0].size, other[0].size)
    first, second = (one[0].left, one[-1].right), (other[0].left, other[-1].right)
    middles = abs(sum(first) - sum(second)) / 2
    return min(abs(first[0] - second[0]), abs(first[1] - second[1]), middles) <= near
