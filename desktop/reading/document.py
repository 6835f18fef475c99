"""From a notice to its page: a QTextDocument, and the way between its positions and the text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.reading.blocks import BlockSetter
from desktop.reading.look import PAD, Look
from desktop.reading.positions import Piece, Positions
from desktop.reading.tables import TableSetter, table_cells
from storage.types import Block, Notice


class Typesetter:
    """Sets one notice. `steps` does the work in small pieces, so that a long one never freezes."""

    def __init__(self, notice: Notice, look: Look) -> None:
        """Prepare an empty page; nothing is set yet."""
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(look.font())
        self.positions = Positions()
        self._notice = notice
        self._look = look
        self._em = look.em()
        self._pieces: list[Piece] = []
        self._blocks = BlockSetter(notice.blocks, look)
        self._cursor = QTextCursor(self.document)
        self._fresh = True

    def steps(self) -> Iterator[None]:
        """Set the notice, yielding after each block and row; then `positions` is ready."""
        self._cursor.beginEditBlock()
        offset = 0
        for at, block in enumerate(self._notice.blocks):
            cells = table_cells(block)
            if cells:
                yield from self._set_table(block, offset)
            else:
                self._pieces += self._blocks.set_block(self._cursor, at, offset, fresh=self._fresh)
                self._fresh = False
            offset += len(block.text) + 1
            yield
        self._frame_margins()
        self._cursor.endEditBlock()
        self.positions = Positions(self._pieces)

    def _frame_margins(self) -> None:
        frame = self.document.rootFrame()
        made = frame.frameFormat()
        made.setLeftMargin(PAD)
        made.setRightMargin(PAD)
        made.setTopMargin(self._em * 1.2)
        made.setBottomMargin(self._em * 5)
        frame.setFrameFormat(made)

    def _set_table(self, block: Block, offset: int) -> Iterator[None]:
        setter = TableSetter(block, self._look, self._em)
        for first, last in setter.parts():
            if self._fresh:
                self._thin_line()
            for pieces in setter.set_rows(self._cursor, first, last, offset):
                self._pieces += pieces
                yield
            self._cursor.movePosition(QTextCursor.MoveOperation.End)
            self._fresh = True
        self._thin_line(self._em * 0.5)
        self._fresh = False

    def _thin_line(self, height: float = 1.0) -> None:
        """Make the empty paragraph that Qt wants around a table as good as unseen."""
        paragraph = QTextBlockFormat()
        paragraph.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(paragraph)
        characters = QTextCharFormat()
        characters.setFontPointSize(1)
        self._cursor.setBlockCharFormat(characters)


def typeset(notice: Notice, look: Look) -> Typesetter:
    """Set a notice in one go."""
    setter = Typesetter(notice, look)
    for _ in setter.steps():
        pass
    return setter
