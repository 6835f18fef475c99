"""Sets one block of a notice as a paragraph: its style, its lines, its runs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from PySide6.QtGui import QColor, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor

from desktop.reading.arrangement import arranged
from desktop.reading.fonts import installed_families, weight
from desktop.reading.holding import JOINER, has_number, held, loosened
from desktop.reading.look import Look
from desktop.reading.part_links import part_links
from desktop.reading.positions import Piece, units
from desktop.reading.styles import BlockStyle, Paragraph, block_format, char_format
from desktop.reading.title_lines import title_breaks
from storage.types import Block

# Characters that Qt takes for its own signs, each put back as one harmless character.
_OWN_SIGNS = {
    "\n": "\u2028",
    "\r": " ",
    "\u2029": "\u2028",
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufffc": "\ufffd",
    "\0": "\ufffd",
}
_SIGN = re.compile(f"[{''.join(_OWN_SIGNS)}]")
_NEW_LINE = "\u2028"
_WIDE_PAGE = 40
"""Characters a line where the page fills the window."""


class BlockSetter:
    """Sets the blocks of a notice other than tables, each as one paragraph or as a few."""

    def __init__(self, blocks: Sequence[Block], look: Look) -> None:
        """Arrange the blocks; nothing is set yet."""
        self._blocks = blocks
        self._look = look
        self._em = look.em()
        self._font = look.font()
        self._metrics = QFontMetricsF(self._font)
        self._measure = float(look.measure or _WIDE_PAGE)
        self._heiti, self._heavy = installed_families("heiti"), weight("heiti")
        self._paragraphs = arranged(blocks, self._measure, self._width)
        self._links = {link.block: link for link in part_links(blocks)}
        self._starts = [0, *accumulate(len(block.text) + 1 for block in blocks)]
        self._formats: dict[BlockStyle, tuple[QTextBlockFormat, QTextCharFormat]] = {}

    def set_block(self, cursor: QTextCursor, at: int, offset: int, *, fresh: bool) -> list[Piece]:
        """Set the block at a place in the notice, whose text begins at an offset.

        `fresh` says that the cursor is in an empty paragraph already.
        """
        block = self._blocks[at]
        pieces: list[Piece] = []
        for paragraph in self._paragraphs[at]:
            layout, characters = self._format(paragraph.style)
            if fresh:
                cursor.setBlockFormat(layout)
                cursor.setBlockCharFormat(characters)
                cursor.setCharFormat(characters)
            else:
                cursor.insertBlock(layout, characters)
            fresh = False
            link = self._links.get(at)
            if link is not None and paragraph.first < link.end:
                to = offset + self._starts[link.target] - self._starts[at]
                characters = self._link_format(characters, to, shown=link.is_shown)
            pieces += self._set_text(cursor, block, paragraph, offset, characters)
        return pieces

    def _width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text) / self._em

    def _format(self, style: BlockStyle) -> tuple[QTextBlockFormat, QTextCharFormat]:
        found = self._formats.get(style)
        if found is None:
            found = block_format(style, self._look, self._em), char_format(style, self._look)
            self._formats[style] = found
        return found

    def _link_format(self, plain: QTextCharFormat, to: int, *, shown: bool) -> QTextCharFormat:
        """The format of words that lead to an offset of the page."""
        made = QTextCharFormat(plain)
        made.setAnchor(True)
        made.setAnchorHref(f"#{to}")
        if shown:
            made.setForeground(QColor(self._look.theme.accent))
        return made

    def _run_format(self, plain: QTextCharFormat, kind: str) -> QTextCharFormat:
        """The format of a run: sub, sup, or the number of an article."""
        if not kind:
            return plain
        made = QTextCharFormat(plain)
        if kind == "sub":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        elif kind == "sup":
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif kind == "article":
            made.setFontFamilies(self._heiti)
            made.setFontWeight(self._heavy)
        return made

    def _set_text(
        self,
        cursor: QTextCursor,
        block: Block,
        paragraph: Paragraph,
        offset: int,
        characters: QTextCharFormat,
    ) -> list[Piece]:
        """Set a paragraph's text with what the page adds: joiners, tabs, the ends of lines."""
        text = block.text
        changed = dict(paragraph.changed)
        added: dict[int, str] = {}
        if paragraph.style.balanced:
            for at in self._breaks(text, paragraph):
                if text[at - 1].isspace():
                    changed[at - 1] = _NEW_LINE
                else:
                    added[at] = _NEW_LINE
        else:
            added = dict.fromkeys(self._held(text, paragraph), JOINER)
            added |= dict.fromkeys(paragraph.tabs, "\t")
        shown = _shown(text, changed)
        place = cursor.position()
        for begin, end, kind in _runs(block, paragraph):
            cursor.insertText(_with(shown, begin, end, added), self._run_format(characters, kind))
        return _pieces(text, paragraph, added, offset, place)

    def _held(self, text: str, paragraph: Paragraph) -> list[int]:
        """Where no line may begin, beyond what Qt knows."""
        places = held(text)
        if not places or not has_number(text):
            return places
        style = paragraph.style
        rest = (self._measure - style.left - style.right) * self._em
        return loosened(text, places, self._font, (rest - style.first * self._em, rest))

    def _breaks(self, text: str, paragraph: Paragraph) -> list[int]:
        first, last = paragraph.first, paragraph.last
        widest = self._measure / paragraph.style.size
        return [first + at for at in title_breaks(text[first:last], widest)]


def harmless(text: str) -> str:
    """A text without the characters that Qt takes for its own signs, as long as before."""
    return _SIGN.sub(_harmless, text) if _SIGN.search(text) else text


def _harmless(found: re.Match[str]) -> str:
    return _OWN_SIGNS[found[0]]


def _shown(text: str, changed: Mapping[int, str]) -> str:
    """A block's text as the page has it, character for character."""
    text = harmless(text)
    if not changed:
        return text
    signs = list(text)
    for at, sign in changed.items():
        signs[at] = sign
    return "".join(signs)


def _with(text: str, begin: int, end: int, added: Mapping[int, str]) -> str:
    """The characters begin to end, each with what the page has before it."""
    if not added:
        return text[begin:end]
    places = [at for at in sorted(added) if begin <= at < end]
    parts = [text[first:last] for first, last in pairwise((begin, *places, end))]
    return parts[0] + "".join(added[at] + part for at, part in zip(places, parts[1:], strict=True))


def _pieces(
    text: str, paragraph: Paragraph, added: Mapping[int, str], offset: int, place: int
) -> list[Piece]:
    """The pieces of a paragraph that was set at a place; a line that the page ends is one."""
    ends = sorted(at for at, sign in added.items() if sign == _NEW_LINE)
    pieces: list[Piece] = []
    for start, end in pairwise((paragraph.first, *ends, paragraph.last)):
        more = [at - start for at, sign in added.items() if sign != _NEW_LINE and start <= at < end]
        pieces.append(Piece.of(offset + start, place, text[start:end], more))
        place += units(text[start:end]) + len(more) + 1
    return pieces


def _runs(block: Block, paragraph: Paragraph) -> list[tuple[int, int, str]]:
    """The runs of a paragraph (start, end, kind) from its start to its end; "" is plain."""
    at, last = paragraph.first, paragraph.last
    marked = [(span.start, span.end, span.kind) for span in block.spans]
    if paragraph.strong:
        marked.append((at, at + paragraph.strong, "article"))
    runs: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(marked):
        if start < at or end > last:
            continue
        if start > at:
            runs.append((at, start, ""))
        runs.append((start, end, kind))
        at = end
    if at < last:
        runs.append((at, last, ""))
    return runs
