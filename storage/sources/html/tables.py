"""Tables of a page: those that hold data become rows, those that only lay out do not."""

from __future__ import annotations

from storage.sources.flow import one_line
from storage.sources.html.tree import Element, walk

_MOST_SPAN = 200
_MOST_CELLS = 400
_LONG_CELL = 600
_PARAGRAPHS = 3


def is_data_table(table: Element) -> bool:
    """No table inside, some row of two cells with text, and no cell that holds a document."""
    if table.find(".//table") is not None:
        return False
    for cell in _cells(table):
        length = sum(len(text) for text in cell.itertext())
        if length > _LONG_CELL and len(cell.findall(".//p")) >= _PARAGRAPHS:
            return False
    filled = ([cell for cell in _row_cells(row) if _text(cell)] for row in table.iter("tr"))
    return any(len(cells) >= 2 for cells in filled)


def rows_of(table: Element) -> list[list[str]]:
    """The rows with text; cells that a merged cell covers are empty."""
    rows: list[list[str]] = []
    covered: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in _row_cells(row):
            _skip_covered(cells, covered)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            if len(cells) + wide > _MOST_CELLS:
                wide = high = 1  # no table is so wide: its spans are not to be believed
            if high > 1:
                covered |= {len(cells) + extra: high for extra in range(wide)}
            cells += [_text(cell), *[""] * (wide - 1)]
        _skip_covered(cells, covered)
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        if any(cells):
            rows.append(cells)
    return rows


def _skip_covered(cells: list[str], covered: dict[int, int]) -> None:
    """Put an empty cell where one of a row above reaches down."""
    while covered.get(len(cells), 0) > 0 and len(cells) < _MOST_CELLS:
        cells.append("")


def _span(cell: Element, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    number = int(value) if value.isascii() and value.isdigit() and len(value) <= 4 else 1
    return min(max(number, 1), _MOST_SPAN)


def _cells(table: Element) -> list[Element]:
    return [cell for row in table.iter("tr") for cell in _row_cells(row)]


def _row_cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _text(cell: Element) -> str:
    """The text of a cell; paragraphs and line breaks become blanks."""
    parts: list[str] = []
    steps = walk(cell)
    for event, element in steps:
        if event == "end":
            parts.append((element.tail or "") if element is not cell else "")
        elif element.tag in ("script", "style"):
            steps.skip_subtree()
        else:
            parts.append(" " if element.tag in ("br", "p", "div", "li") else "")
            parts.append(element.text or "")
    return one_line("".join(parts).replace("\xa0", " "))
