"""One page: its tables taken out, its columns found, its lines in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from storage.sources.layout.aligned import aligned_cells
from storage.sources.layout.columns import gutters_of, split_row
from storage.sources.layout.glyphs import Glyph, Page, PageLine
from storage.sources.layout.rows import line_of, rows_of
from storage.sources.layout.ruled import Grid, grids_of

_MOST_GLYPHS = 60_000
_MOST_KNOWN = 12

Row = list[Glyph]


def read_pages(load: Callable[[int], Page], count: int) -> tuple[list[list[PageLine]], list[float]]:
    """The lines and the height of each page; `load` gives a page by its index.

    The pages before the first one with columns are read again: a page with little text shows
    its columns only to who knows them.
    """
    reader = PageReader()
    lines: list[list[PageLine]] = []
    heights: list[float] = []
    unsure: list[int] = []
    for index in range(count):
        page = load(index)
        lines.append(reader.read(page))
        heights.append(page.height)
        if not reader.knows_columns:
            unsure.append(index)
    if reader.knows_columns:
        for index in unsure:
            lines[index] = reader.read(load(index))
    return lines, heights


class PageReader:
    """Reads page after page; what it learned of the columns helps with the next page."""

    def __init__(self) -> None:
        self._gutters: list[float] = []

    @property
    def knows_columns(self) -> bool:
        """Whether a page so far had more than one column."""
        return bool(self._gutters)

    def read(self, page: Page) -> list[PageLine]:
        """The lines of a page in the order of reading."""
        glyphs = page.glyphs[:_MOST_GLYPHS]
        grids = grids_of(page.rules, glyphs)
        inside = {id(glyph) for grid in grids for glyph in grid.glyphs}
        rows = rows_of(glyph for glyph in glyphs if id(glyph) not in inside)
        gutters = gutters_of(rows, page.width, self._gutters)
        self._gutters = [*gutters, *self._gutters][:_MOST_KNOWN]
        lines = _Order(page, gutters).read(rows, grids)
        if page.oblique:
            mark = PageLine(page.oblique, page.number, 0, page.width, 0, page.height, 1)
            mark.furniture = "watermark"
            lines.append(mark)
        return lines


class _Order:
    """Puts rows and tables into order: column by column between what reaches over the page."""

    def __init__(self, page: Page, gutters: Sequence[float]) -> None:
        self._page = page
        self._gutters = gutters
        self._count = len(gutters) + 1
        self._band: list[list[Row | Grid]] = [[] for _ in range(self._count)]
        self._across: list[Row | Grid] = []
        self.lines: list[PageLine] = []

    def read(self, rows: Sequence[Row], grids: Sequence[Grid]) -> list[PageLine]:
        waiting = sorted(
            [(row[0].base - row[0].size, row) for row in rows] + [(g.top, g) for g in grids],
            key=lambda pair: pair[0],
        )
        for _, thing in waiting:
            pieces = self._columns(thing)
            if pieces is None:
                self._end_band()
                self._across.append(thing)
            else:
                self._end_across()
                for column, piece in pieces:
                    self._band[column].append(piece)
        self._end_band()
        self._end_across()
        return self.lines

    def _columns(self, thing: Row | Grid) -> Sequence[tuple[int, Row | Grid]] | None:
        """Where a row's pieces or a table belong; None for what reaches over the page."""
        if not self._gutters:
            return None
        if not isinstance(thing, Grid):
            return split_row(thing, self._gutters)
        left, _, right, _ = thing.box
        if any(left < gutter < right for gutter in self._gutters):
            return None
        return [(sum(1 for gutter in self._gutters if left >= gutter), thing)]

    def _end_band(self) -> None:
        for column, things in enumerate(self._band):
            self._put(things, (self._count, column))
            things.clear()

    def _end_across(self) -> None:
        self._put(self._across, (1, 0))
        self._across.clear()

    def _put(self, things: Sequence[Row | Grid], column: tuple[int, int]) -> None:
        run: list[Row] = []
        for thing in things:
            if isinstance(thing, Grid):
                self._put_rows(run, column)
                run = []
                self._put_grid(thing, column)
            else:
                run.append(thing)
        self._put_rows(run, column)

    def _put_rows(self, rows: Sequence[Row], column: tuple[int, int]) -> None:
        cells = aligned_cells(rows)
        for at, row in enumerate(rows):
            line = line_of(row, self._page.number)
            line.column = column
            line.cells = cells.get(at)
            line.opens = at in cells and at - 1 not in cells
            self.lines.append(line)

    def _put_grid(self, grid: Grid, column: tuple[int, int]) -> None:
        left, top, right, bottom = grid.box
        size = grid.glyphs[0].size
        for at, cells in enumerate(grid.rows()):
            text = "\t".join(cells)
            line = PageLine(text, self._page.number, left, right, top, bottom, size)
            line.column, line.cells, line.opens = column, cells, at == 0
            self.lines.append(line)
