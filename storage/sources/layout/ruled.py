"""Tables of ruling lines: grids, the cells between their lines, merged cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storage.sources.layout.glyphs import Glyph, Rule
from storage.sources.layout.rows import rows_of, text_of

_NEAR = 3.0
_MOST_RULES = 4000
_MOST_CELLS = 20_000


@dataclass(slots=True)
class Grid:
    """A table: the places of its lines down and across, the lines, and its rows of cells."""

    downs: list[float]
    acrosses: list[float]
    rules: list[Rule]
    glyphs: list[Glyph] = field(default_factory=list[Glyph])

    @property
    def top(self) -> float:
        """The height of its first line."""
        return self.acrosses[0]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.downs[0], self.acrosses[0], self.downs[-1], self.acrosses[-1]

    def take(self, by_height: Sequence[Glyph]) -> None:
        """Take the characters that are printed inside the table."""
        left, top, right, bottom = self.box
        first = bisect_left(by_height, top, key=_centre)
        last = bisect_right(by_height, bottom, key=_centre)
        inside = by_height[first:last]
        self.glyphs = [glyph for glyph in inside if left <= glyph.middle <= right]

    def rows(self) -> list[tuple[str, ...]]:
        """The rows of cells; a merged cell's text stands in its first, the others are empty."""
        owners = self._owners()
        inside: dict[tuple[int, int], list[Glyph]] = {}
        for glyph in self.glyphs:
            slot = (_slot(self.acrosses, glyph.centre), _slot(self.downs, glyph.middle))
            inside.setdefault(owners[slot], []).append(glyph)
        rows: list[tuple[str, ...]] = []
        for at in range(len(self.acrosses) - 1):
            cells = (inside.get((at, column), []) for column in range(len(self.downs) - 1))
            texts = tuple(_cell_text(cell) for cell in cells)
            if any(texts):
                rows.append(texts)
        return rows

    def _owners(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each slot the first slot of the cell that it belongs to."""
        down = _beside([rule for rule in self.rules if not rule.is_across], self.downs, 0)
        across = _beside([rule for rule in self.rules if rule.is_across], self.acrosses, 1)
        owners: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(self.acrosses) - 1):
            height = (self.acrosses[row] + self.acrosses[row + 1]) / 2
            for column in range(len(self.downs) - 1):
                place = (self.downs[column] + self.downs[column + 1]) / 2
                owner = (row, column)
                if column and not _reaches(down[column], height):
                    owner = owners[row, column - 1]
                elif row and not _reaches(across[row], place):
                    owner = owners[row - 1, column]
                owners[row, column] = owner
        return owners


def _beside(
    rules: Sequence[Rule], places: Sequence[float], side: int
) -> list[list[tuple[float, float]]]:
    """For each place the stretches of the rules there; `side` 0: down rules, 1: across."""
    stretches: list[list[tuple[float, float]]] = [[] for _ in places]
    for rule in rules:
        at = max(bisect_right(places, rule[side] + 0.01) - 1, 0)
        stretches[at].append((rule[1 - side] - 1, rule[3 - side] + 1))
    return [list(_united(sorted(found))) for found in stretches]


def _united(stretches: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Stretches that touch made one: programs draw a line again for every cell."""
    start = end = None
    for begin, stop in stretches:
        if start is not None and end is not None and begin <= end:
            end = max(end, stop)
            continue
        if start is not None and end is not None:
            yield start, end
        start, end = begin, stop
    if start is not None and end is not None:
        yield start, end


def _reaches(stretches: Sequence[tuple[float, float]], at: float) -> bool:
    return any(start <= at <= end for start, end in stretches)


def _slot(places: Sequence[float], at: float) -> int:
    return min(max(bisect_right(places, at) - 1, 0), len(places) - 2)


def _cell_text(glyphs: Sequence[Glyph]) -> str:
    return "".join(text_of(row) for row in rows_of(glyphs)).strip("\u3000 ")


def _centre(glyph: Glyph) -> float:
    return glyph.centre


def grids_of(rules: Sequence[Rule], glyphs: Sequence[Glyph]) -> list[Grid]:
    """The tables of a page with their characters; frames of a single cell are none."""
    if not rules or len(rules) > _MOST_RULES:
        return []
    grids: list[Grid] = []
    by_height = sorted(glyphs, key=_centre)
    for group in _connected(rules):
        downs = _places([rule.left for rule in group if not rule.is_across])
        acrosses = _places([rule.top for rule in group if rule.is_across])
        if len(downs) < 2 or len(acrosses) < 2 or (len(downs), len(acrosses)) == (2, 2):
            continue
        if len(downs) == 2 or (len(downs) - 1) * (len(acrosses) - 1) > _MOST_CELLS:
            continue
        grid = Grid(downs, acrosses, group)
        grid.take(by_height)
        if grid.glyphs:
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.top)


def _places(values: Sequence[float]) -> list[float]:
    """Places of lines, those that are nearly the same made one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of lines that touch each other, directly or through others."""
    across = sorted((rule for rule in rules if rule.is_across), key=lambda rule: rule.top)
    group_of = {id(rule): [rule] for rule in rules}
    for down in (rule for rule in rules if not rule.is_across):
        for other in across:
            if other.top > down.bottom + _NEAR:
                break
            if other.top >= down.top - _NEAR and (
                other.left - _NEAR <= down.left <= other.right + _NEAR
            ):
                _unite(group_of, down, other)
    groups = {id(group): group for group in group_of.values()}
    return list(groups.values())


def _unite(group_of: dict[int, list[Rule]], one: Rule, other: Rule) -> None:
    first, second = group_of[id(one)], group_of[id(other)]
    if first is second:
        return
    if len(first) < len(second):
        first, second = second, first
    first += second
    for rule in second:
        group_of[id(rule)] = first
