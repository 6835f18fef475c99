"""Tables on the page: cells found in the block's text, columns measured, rows set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from desktop.reading.blocks import harmless
from desktop.reading.columns import measure_columns, wanted_width, width_of
from desktop.reading.look import Look
from desktop.reading.positions import Piece
from desktop.reading.styles import BlockStyle, char_format
from desktop.reading.table_spans import Shape, shape_of
from storage.types import Block

# 王 刚   指 标   副 组 长：   a word of two or three characters, spread over the width of more
_SPREAD = re.compile(r"^[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,2}[:：]?$")
Cell = tuple[int, str]
"""A cell's offset in its block's text, and its text."""

_WIDE_PAGE = 40
_MOST_ROWS = 40
"""Rows a table may have on the page before it is cut: Qt lays a table out in one go."""
_MOST_CELLS = 120
_FEWEST_ROWS = 12
_INSET = 2.0
"""Characters that a list of persons is set in, as the paragraphs around it are."""
_LINE = 1.45
"""From one line of a cell to the next, in characters of its type."""
_LABEL = 10.0
"""Characters of a label that stands in the middle of its cell."""


def table_cells(block: Block) -> list[list[Cell]]:
    """The cells of a table block, row by row, rows without a word left out.

    [] where they can't be found in its text.
    """
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
        if any(cell.strip() for cell in row):
            found.append(cells)
    width = max(map(len, found), default=0)
    return [
        cells + [(cells[-1][0] + len(cells[-1][1]), "")] * (width - len(cells)) for cells in found
    ]


def wanted_measure(blocks: Sequence[Block]) -> float:
    """How many characters of running text the widest table of some blocks needs."""
    widest = 0.0
    for block in blocks:
        cells = table_cells(block)
        if cells:
            rows = [[text for _, text in row] for row in cells]
            shape = shape_of(rows)
            if not shape.is_persons:
                widest = max(widest, wanted_width(_measured(rows, shape), shape.head))
    return widest


class TableSetter:
    """Sets the rows of one table block, in as many Qt tables as wanted, with equal columns."""

    def __init__(self, block: Block, look: Look, em: float) -> None:
        """Find the table's shape and measure its columns; nothing is set yet."""
        self._cells = table_cells(block)
        self._em = em
        self._look = look
        rows = [[text for _, text in cells] for cells in self._cells]
        self._shape = shape_of(rows)
        self._left = _INSET if self._shape.is_persons else 0.0
        measured = _measured(rows, self._shape)
        measure = look.measure or _WIDE_PAGE
        needs_more = (
            look.aside > 0
            and not self._shape.is_persons
            and wanted_width(measured, self._shape.head) > measure
        )
        wide = measure + look.aside if needs_more else measure
        self._side = (measure + look.aside - wide) / 2
        self._columns = measure_columns(
            measured, wide - self._left, self._shape.head, plain=self._shape.is_persons
        )
        size = self._columns.size
        self._body = char_format(BlockStyle(size=size), look)
        self._head = char_format(BlockStyle("heiti", size), look)

    def parts(self) -> list[tuple[int, int]]:
        """The rows (first, behind last) of each Qt table, merged cells whole where they can be."""
        crossed = {
            row + down
            for (row, _), (deep, _) in self._shape.spans.items()
            for down in range(1, deep)
        }
        cuts, last, count = [0], 0, len(self._cells)
        most = min(_MOST_ROWS, max(_MOST_CELLS // len(self._columns.shares), _FEWEST_ROWS))
        while count - last > most:
            within = range(last + most, last + most // 2, -1)
            last = next((at for at in within if at not in crossed), last + most)
            cuts.append(last)
        return list(zip(cuts, [*cuts[1:], count], strict=True))

    def start_of(self, row: int) -> int:
        """The offset of a row in the block's text."""
        return self._cells[row][0][0]

    def set_rows(
        self, cursor: QTextCursor, first: int, last: int, offset: int
    ) -> Iterator[list[Piece]]:
        """Put a table with the rows first to last (not included) at the cursor, a row a step.

        At the end the cursor stands in the paragraph behind it.
        """
        table = cursor.insertTable(last - first, len(self._columns.shares), self._table_format())
        for (row, column), (deep, wide) in self._shape.spans.items():
            top, bottom = max(row, first), min(row + deep, last)
            if top < bottom and (bottom - top, wide) != (1, 1):
                table.mergeCells(top - first, column, bottom - top, wide)
        for at in range(first, last):
            yield self._set_row(table, first, at, offset)
        cursor.setPosition(table.lastPosition() + 1)

    def _set_row(self, table: QTextTable, first: int, at: int, offset: int) -> list[Piece]:
        pieces: list[Piece] = []
        for column, (start, text) in enumerate(self._cells[at]):
            cell = table.cellAt(at - first, column)
            if cell.row() != at - first or cell.column() != column:
                continue  # merged into another, and empty
            strong = self._is_strong(at, column)
            inside = cell.firstCursorPosition()
            cell.setFormat(self._cell_format(shaded=strong and at not in self._shape.captions))
            inside.setBlockFormat(self._paragraph(centred=strong or self._is_centred(at, column)))
            pieces.append(Piece.of(offset + start, inside.position(), text))
            shown = _SPREAD.sub(_widened, harmless(text))
            inside.insertText(shown, self._head if strong else self._body)
        return pieces

    def _is_strong(self, at: int, column: int) -> bool:
        """Whether a cell is a head, a caption, or a label of a form."""
        if at in self._shape.heads:
            return True
        text = self._cells[at][column][1].strip()
        if at in self._shape.captions:
            return bool(text)
        if not self._shape.is_form or not text:
            return False
        row = self._cells[at]
        before_blank = column + 1 < len(row) and not row[column + 1][1].strip()
        return column == 0 or (before_blank and (at, column) not in self._shape.spans)

    def _is_centred(self, at: int, column: int) -> bool:
        deep, wide = self._shape.spans.get((at, column), (1, 1))
        if (deep, wide) != (1, 1):
            return deep > 1 and width_of(self._cells[at][column][1]) <= _LABEL
        return self._columns.centred[column] and not self._shape.is_persons

    def _cell_format(self, *, shaded: bool) -> QTextTableCellFormat:
        made = QTextTableCellFormat()
        if self._shape.is_persons:
            made.setRightPadding(self._em * 0.6)
        else:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        if shaded:
            made.setBackground(QColor(self._look.theme.shade))
        return made

    def _paragraph(self, *, centred: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(align)
        line = self._look.spacing if self._shape.is_persons else _LINE
        made.setLineHeight(
            round(self._em * self._columns.size * line),
            QTextBlockFormat.LineHeightTypes.FixedHeight.value,
        )
        return made

    def _table_format(self) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setLeftMargin(self._em * (self._left + self._side))
        made.setRightMargin(self._em * self._side)
        made.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.PercentageLength, share)
                for share in self._columns.shares
            ]
        )
        made.setBorderCollapse(True)
        made.setBorder(0 if self._shape.is_persons else 1)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(QColor(self._look.theme.rule))
        padding = round(self._em * self._columns.padding)
        made.setCellPadding(0 if self._shape.is_persons else padding)
        made.setCellSpacing(0)
        made.setTopMargin(round(self._em * 0.3))
        made.setBottomMargin(0)
        return made


def _widened(found: re.Match[str]) -> str:
    return found[0].replace(" ", "\u3000")


def _measured(rows: list[list[str]], shape: Shape) -> list[list[str]]:
    """The rows by which columns are measured: captions and cells over several columns left out."""
    return [
        [
            "" if shape.spans.get((at, column), (1, 1))[1] > 1 else text
            for column, text in enumerate(row)
        ]
        for at, row in enumerate(rows)
        if at not in shape.captions
    ] or [[""] * len(rows[0])]
