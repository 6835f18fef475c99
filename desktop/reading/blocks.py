"""Sets one block of a notice as a paragraph: its style, its lines, its runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from desktop.reading.look import Look
from desktop.reading.positions import Piece
from desktop.reading.styles import (
    MARKED_TITLE,
    PART_MARK,
    BlockStyle,
    block_format,
    char_format,
    style_of,
)
from desktop.reading.title_lines import mark_end, title_breaks
from storage.types import Block, Span

# Characters that Qt takes for its own signs, each put back as one harmless character.
OWN_SIGNS: dict[int, str] = {
    ord(sign): shown
    for sign, shown in (
        ("\n", "\u2028"),
        ("\r", " "),
        ("\u2029", "\u2028"),
        ("\ufdd0", "\ufffd"),
        ("\ufdd1", "\ufffd"),
        ("\ufffc", "\ufffd"),
        ("\0", "\ufffd"),
    )
}
# 第十七条　市人民政府…
_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇\d]{1,8}条")
_NEW_LINE = "\u2028"
_WIDE_PAGE = 40
"""Characters a line where the page fills the window."""


class BlockSetter:
    """Sets blocks other than tables, each as one paragraph or as a few."""

    def __init__(self, look: Look, em: float) -> None:
        """`em` is the width of a character of running text in pixels."""
        self._look = look
        self._em = em
        self._formats: dict[BlockStyle, tuple[QTextBlockFormat, QTextCharFormat]] = {}

    def set_block(
        self, cursor: QTextCursor, block: Block, offset: int, *, fresh: bool
    ) -> list[Piece]:
        """Set a block at the cursor; `fresh` says that the cursor is in an empty paragraph."""
        style = style_of(block)
        mark = mark_end(block.text) if block.kind == "part_title" else 0
        pieces: list[Piece] = []
        if mark:
            self._next_paragraph(cursor, PART_MARK, fresh=fresh)
            pieces += self._set_text(cursor, block, (0, mark), offset, PART_MARK)
            style, fresh = MARKED_TITLE, False
        self._next_paragraph(cursor, style, fresh=fresh)
        return pieces + self._set_text(cursor, block, (mark, len(block.text)), offset, style)

    def _format(self, style: BlockStyle) -> tuple[QTextBlockFormat, QTextCharFormat]:
        found = self._formats.get(style)
        if found is None:
            found = block_format(style, self._look, self._em), char_format(style, self._look)
            self._formats[style] = found
        return found

    def _next_paragraph(self, cursor: QTextCursor, style: BlockStyle, *, fresh: bool) -> None:
        paragraph, characters = self._format(style)
        if fresh:
            cursor.setBlockFormat(paragraph)
            cursor.setBlockCharFormat(characters)
            cursor.setCharFormat(characters)
        else:
            cursor.insertBlock(paragraph, characters)

    def _set_text(
        self,
        cursor: QTextCursor,
        block: Block,
        part: tuple[int, int],
        offset: int,
        style: BlockStyle,
    ) -> list[Piece]:
        """Set a part of a block's text in the lines its style asks for."""
        first, last = part
        _, characters = self._format(style)
        breaks = self._breaks(block.text[first:last], style)
        ends = {first + at for at in breaks}
        pieces: list[Piece] = []
        start, place = first, cursor.position()
        for begin, end, kind in _cut_runs(block, part, ends):
            text = block.text[begin:end].translate(OWN_SIGNS)
            blank = end in ends and text[-1].isspace()
            shown = text[:-1] + _NEW_LINE if blank else text
            cursor.insertText(shown, _run_format(characters, kind))
            if end in ends and not blank:
                pieces.append(Piece.of(offset + start, place, block.text[start:end]))
                cursor.insertText(_NEW_LINE, characters)
                start, place = end, cursor.position()
        pieces.append(Piece.of(offset + start, place, block.text[start:last]))
        return pieces

    def _breaks(self, text: str, style: BlockStyle) -> tuple[int, ...]:
        if not style.balanced:
            return ()
        return title_breaks(text, (self._look.measure or _WIDE_PAGE) / style.size)


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
