"""Tables on the page: cells found in the block's text, columns measured, rows set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from desktop.reading.columns import measure_columns
from desktop.reading.look import Look
from desktop.reading.positions import Piece
from desktop.reading.styles import BlockStyle, char_format
from storage.types import Block

_SIZES = (0.86, 0.78, 0.7)
"""Type sizes of tables, the usual one first; a table of many columns takes a smaller one."""
_LABEL = 6
Cell = tuple[int, str]
"""A cell's offset in its block's text, and its text."""


def table_cells(block: Block) -> list[list[Cell]]:
    """The cells of a table block, row by row; [] where they can't be found in its text."""
    if block.kind != "table" or not block.rows:
        return []
    found: list[list[Cell]] = []
    at = 0
    for row in block.rows:
        cells: list[Cell] = []
        for cell in row:
            at = block.text.find(cell, at)
            if at < 0:
                return []
            cells.append((at, cell))
            at += len(cell)
        found.append(cells)
    seen = [cells for cells in found if any(text.strip() for _, text in cells)]
    return seen if any(seen) else []


def _is_first(block: Block, cells: list[Cell]) -> bool:
    """Whether these cells are the block's first row: an empty one before them says no head."""
    return bool(block.rows) and [text for _, text in cells] == list((block.rows or ((),))[0])


class TableSetter:
    """Sets the rows of one table block, in as many Qt tables as wanted, with equal columns."""

    def __init__(
        self, block: Block, look: Look, em: float, own_signs: Mapping[int, str | int]
    ) -> None:
        """Measure the columns; nothing is set yet."""
        self._cells = table_cells(block)
        self._own_signs = dict(own_signs)
        self._em = em
        self._look = look
        first = self._cells[0]
        count = max(map(len, self._cells))
        full = len(first) == count and all(text.strip() for _, text in first)
        self._has_head = full and len(self._cells) > 1 and _is_first(block, first)
        # A row that is a caption within the table stands over all columns and measures none.
        rows = [
            [text for _, text in cells]
            for at, cells in enumerate(self._cells)
            if not self._is_caption(at)
        ]
        self._columns = measure_columns(
            rows or [[""] * count], look.measure or 40, _SIZES, has_head=self._has_head
        )
        size = self._columns.size
        self._body = char_format(BlockStyle(size=size), look)
        self._head = char_format(BlockStyle("heiti", size), look)

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._cells)

    def set_rows(
        self, cursor: QTextCursor, first: int, last: int, offset: int
    ) -> Iterator[list[Piece]]:
        """Put a table with the rows first to last (not included) at the cursor, a row a step."""
        table = cursor.insertTable(last - first, len(self._columns.shares), self._table_format())
        for at in range(first, last):
            if self._is_caption(at):
                table.mergeCells(at - first, 0, 1, len(self._columns.shares))
        for at in range(first, last):
            yield self._set_row(table, at - first, at, offset)

    def _set_row(self, table: QTextTable, place: int, at: int, offset: int) -> list[Piece]:
        pieces: list[Piece] = []
        head = at == 0 and self._has_head
        if self._is_caption(at):
            start, text = self._cells[at][0]
            inside = table.cellAt(place, 0).firstCursorPosition()
            inside.setBlockFormat(self._paragraph(centred=True))
            piece = Piece.of(offset + start, inside.position(), text)
            inside.insertText(text.translate(self._own_signs), self._head)
            return [piece]
        characters = self._head if head else self._body
        for column, (start, text) in enumerate(self._cells[at]):
            cell = table.cellAt(place, column)
            if head:
                self._shade(cell)
            inside = cell.firstCursorPosition()
            inside.setBlockFormat(self._paragraph(centred=head or self._columns.centred[column]))
            pieces.append(Piece.of(offset + start, inside.position(), text))
            inside.insertText(text.translate(self._own_signs), characters)
        return pieces

    def _is_caption(self, at: int) -> bool:
        """Whether a row has words in its first cell alone: a caption within the table.

        A short word there stands beside cells that are to be filled in (备注).
        """
        first, *others = (text.strip() for _, text in self._cells[at])
        return len(first) > _LABEL and len(others) >= 2 and not any(others)

    def _shade(self, cell: QTextTableCell) -> None:
        made = cell.format()
        made.setBackground(QColor(self._look.theme.shade))
        cell.setFormat(made)

    def _paragraph(self, *, centred: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(align)
        made.setLineHeight(
            self._em * self._columns.size * 1.4, QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        return made

    def _table_format(self) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.PercentageLength, share)
                for share in self._columns.shares
            ]
        )
        made.setBorderCollapse(True)
        made.setBorder(1)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(QColor(self._look.theme.rule))
        made.setCellPadding(self._em * 0.28)
        made.setCellSpacing(0)
        made.setTopMargin(0)
        made.setBottomMargin(0)
        return made
