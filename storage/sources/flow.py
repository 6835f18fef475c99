"""The flow of a document: paragraphs and table rows in reading order, then numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from storage.types import LineHint

# Signs of the text that would cut a line or a cell, and those that stand for nothing.
_NO_BREAKS = {ord(sign): " " for sign in "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
_UNSEEN = dict.fromkeys([*range(9), *range(14, 28), 0x7F, 0xAD, 0x200B, 0xFEFF, 0xFFFE], None)
# 第一章   一、   （一）   1.   〔2024〕6号   2024年5月6日: lines that go on with no title
_OWN_LINE = re.compile(
    r"^(?:第[一二三四五六七八九十百0-9]{1,5}[章节条编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|[0-9]{1,2}[.、．]|附件|目\s{0,8}录)"
    r"|[〔\[（(][12][0-9]{3}[〕\]）)]\s?第?[0-9]{1,4}\s?号[）)]?$|^第?.{0,12}号$"
    r"|[0-9一二三四五六七八九十]{1,3}\s?月\s?[0-9一二三四五六七八九十]{1,3}\s?日[）)]?$"
)
_LONGEST_TITLE = 60


@dataclass(slots=True)
class Piece:
    """A paragraph, a printed line, or a table's row (`cells`).

    `tight` pieces follow the one before without a blank line: lines of one title, rows.
    A line break in `text` starts a new line.
    """

    text: str
    tight: bool = False
    page: int | None = None
    bold: bool = False
    size: float = 0.0
    centred: bool = False
    cells: tuple[str, ...] | None = None
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Lines of a source with a hint each, or without any."""

    lines: tuple[str, ...]
    hints: tuple[LineHint | None, ...] = ()


def row(cells: Iterable[str], *, tight: bool, page: int | None = None) -> Piece:
    """A table's row: cells without breaks, joined by tabs."""
    plain = tuple(one_line(cell) for cell in cells)
    return Piece("\t".join(plain), tight=tight, page=page, cells=plain)


def one_line(text: str) -> str:
    """A text without line breaks and tabs, its runs of ASCII blanks made one."""
    words = text.translate(_UNSEEN).translate(_NO_BREAKS).split(" ")
    return " ".join(word for word in words if word)


def numbered(pieces: Iterable[Piece]) -> Numbered:
    """Put pieces into lines, a blank one before each piece that is not tight."""
    lines: list[str] = []
    hints: list[LineHint | None] = []
    for piece in pieces:
        if lines and not piece.tight:
            lines.append("")
            hints.append(None)
        hint = LineHint(
            piece.page, piece.bold, piece.size, piece.centred, piece.cells, piece.furniture
        )
        for line in piece.text.translate(_UNSEEN).split("\n"):
            lines.append(line.rstrip())
            hints.append(hint)
    return Numbered(tuple(lines), tuple(hints))


def belongs_to_title(previous: Piece, piece: Piece) -> bool:
    """Two centred lines that look alike are lines of one title."""
    if not (previous.centred and piece.centred) or previous.furniture or piece.furniture:
        return False
    if (previous.size, previous.bold) != (piece.size, piece.bold):
        return False
    if max(len(previous.text), len(piece.text)) > _LONGEST_TITLE:
        return False
    return not _OWN_LINE.search(previous.text) and not _OWN_LINE.search(piece.text)
