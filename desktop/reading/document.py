"""From a notice to its page: a QTextDocument, and the way between its positions and the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from desktop.reading.look import PAD, Look
from desktop.reading.positions import Piece, Positions
from desktop.reading.styles import (
    MARKED_TITLE,
    PART_MARK,
    BlockStyle,
    block_format,
    char_format,
    style_of,
)
from desktop.reading.tables import TableSetter, table_cells
from desktop.reading.title_lines import mark_end, title_breaks
from storage.types import Block, Notice, Span

# Characters that Qt takes for its own signs, each put back as one harmless character.
_OWN_SIGNS = str.maketrans(
    {
        "\n": "\u2028",
        "\r": " ",
        "\u2029": "\u2028",
        "\ufdd0": "\ufffd",
        "\ufdd1": "\ufffd",
        "\ufffc": "\ufffd",
        "\0": "\ufffd",
    }
)
# 第十七条　市人民政府…
_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇\d]{1,8}条")
_NEW_LINE = "\u2028"
_WIDE_PAGE = 40
"""Characters a line where the page fills the window."""
_BIG_TABLE = 40
"""Rows a table may have on the page before it is cut: Qt lays a table out in one go."""


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
        self._formats: dict[BlockStyle, tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._cursor = QTextCursor(self.document)
        self._fresh = True

    def steps(self) -> Iterator[None]:
        """Set the notice, yielding after each block and row; then `positions` is ready."""
        self._cursor.beginEditBlock()
        offset = 0
        for block in self._notice.blocks:
            cells = table_cells(block)
            if cells:
                yield from self._set_table(block, offset)
            else:
                self._set_block(block, offset)
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

    def _format(self, style: BlockStyle) -> tuple[QTextBlockFormat, QTextCharFormat]:
        found = self._formats.get(style)
        if found is None:
            found = block_format(style, self._look, self._em), char_format(style, self._look)
            self._formats[style] = found
        return found

    def _next_block(self, paragraph: QTextBlockFormat, characters: QTextCharFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(paragraph)
            self._cursor.setBlockCharFormat(characters)
            self._cursor.setCharFormat(characters)
            self._fresh = False
        else:
            self._cursor.insertBlock(paragraph, characters)

    def _set_block(self, block: Block, offset: int) -> None:
        style = style_of(block)
        mark = mark_end(block.text) if block.kind == "part_title" else 0
        if mark:
            self._set_text(block, (0, mark), offset, PART_MARK)
            style = MARKED_TITLE
        self._set_text(block, (mark, len(block.text)), offset, style)

    def _set_text(
        self, block: Block, part: tuple[int, int], offset: int, style: BlockStyle
    ) -> None:
        """Set a part of a block's text as a paragraph, in the lines its style asks for."""
        first, last = part
        paragraph, characters = self._format(style)
        self._next_block(paragraph, characters)
        breaks = self._breaks(block.text[first:last], style)
        ends = {first + at for at in breaks}
        start, place = first, self._cursor.position()
        for begin, end, kind in _cut_runs(block, part, ends):
            text = block.text[begin:end].translate(_OWN_SIGNS)
            blank = end in ends and text[-1].isspace()
            shown = text[:-1] + _NEW_LINE if blank else text
            self._cursor.insertText(shown, _run_format(characters, kind))
            if end in ends and not blank:
                self._pieces.append(Piece.of(offset + start, place, block.text[start:end]))
                self._cursor.insertText(_NEW_LINE, characters)
                start, place = end, self._cursor.position()
        self._pieces.append(Piece.of(offset + start, place, block.text[start:last]))

    def _breaks(self, text: str, style: BlockStyle) -> tuple[int, ...]:
        if not style.balanced:
            return ()
        return title_breaks(text, (self._look.measure or _WIDE_PAGE) / style.size)

    def _set_table(self, block: Block, offset: int) -> Iterator[None]:
        setter = TableSetter(block, self._look, self._em, _OWN_SIGNS)
        for first in range(0, setter.row_count, _BIG_TABLE):
            if self._fresh:
                self._thin_line()
            last = min(first + _BIG_TABLE, setter.row_count)
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


def _runs(block: Block) -> list[tuple[Span, str]]:
    """The runs of a block's text from its start to its end, each with its kind ("" is plain)."""
    marked = list(block.spans)
    article = _ARTICLE.match(block.text) if block.kind in ("paragraph", "list_item") else None
    if article:
        marked.append(Span(0, article.end(), "article"))
    runs: list[tuple[Span, str]] = []
    at = 0
    for span in sorted(marked, key=_start):
        if span.start < at or span.end > len(block.text):
            continue
        if span.start > at:
            runs.append((Span(at, span.start, ""), ""))
        runs.append((span, span.kind))
        at = span.end
    if at < len(block.text):
        runs.append((Span(at, len(block.text), ""), ""))
    return runs


def _cut_runs(
    block: Block, part: tuple[int, int], cuts: set[int]
) -> Iterator[tuple[int, int, str]]:
    """The runs of a part of a block, cut further where its lines end: start, end, kind."""
    first, last = part
    for span, kind in _runs(block):
        inside = {at for at in cuts | {first, last} if span.start < at < span.end}
        for begin, end in pairwise(sorted({span.start, span.end} | inside)):
            if first <= begin and end <= last:
                yield begin, end, kind


def _start(span: Span) -> int:
    return span.start


def _run_format(plain: QTextCharFormat, kind: str) -> QTextCharFormat:
    if not kind:
        return plain
    made = QTextCharFormat(plain)
    if kind == "sub":
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    elif kind == "sup":
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif kind == "article":
        made.setFontWeight(700)
    return made
