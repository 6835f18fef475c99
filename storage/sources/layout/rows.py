"""Characters to rows: those on one base line, from left to right, with the blanks between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from storage.sources.layout.glyphs import Glyph, PageLine, is_wide

_SAME_ROW = 0.45
_SAME_PLACE = 0.2
# Gaps in parts of the size: between Latin words, between Chinese characters, between columns.
_WORD_GAP = 0.17
_WIDE_GAP = 0.75
_CHINESE_GAP = 0.17
_LONGEST_NUMBER = 6
_COUNTED = "年月日号期条款项个"


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Gather characters into rows, from the top down; each row from left to right."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        if rows and glyph.base - base <= _SAME_ROW * max(size, glyph.size):
            rows[-1].append(glyph)
            if glyph.size > size:
                size = glyph.size
        else:
            rows.append([glyph])
            base, size = glyph.base, glyph.size
    return [_without_doubles(sorted(row, key=lambda glyph: glyph.left)) for row in rows]


def _without_doubles(row: Sequence[Glyph]) -> list[Glyph]:
    """Some programs print a character twice, a little apart, to make it bold."""
    kept: list[Glyph] = []
    for glyph in row:
        is_double = any(
            other.text == glyph.text
            and glyph.left - other.left <= _SAME_PLACE * glyph.size
            and abs(glyph.base - other.base) <= _SAME_PLACE * glyph.size
            for other in kept[-3:]
        )
        if not is_double:
            kept.append(glyph)
    return kept


def text_of(row: Sequence[Glyph]) -> str:
    """The text of a row: a blank where words are apart, a wide one where Chinese words are."""
    usual = _usual_gap(row)
    parts: list[str] = []
    for at, glyph in enumerate(row):
        if at:
            parts.append(_gap(row[at - 1], glyph, usual, numbered=at <= _LONGEST_NUMBER))
        parts.append(glyph.text)
    return "".join(parts)


def _usual_gap(row: Sequence[Glyph]) -> float:
    """The gap between two Chinese characters of a row, in parts of the size: 0 or justified."""
    gaps = [
        (glyph.left - before.right) / glyph.size
        for before, glyph in zip(row, row[1:], strict=False)
        if is_wide(before.text[-1]) and is_wide(glyph.text[0])
    ]
    return min(max(median(gaps), 0.0), _WIDE_GAP) if gaps else 0.0


def _gap(before: Glyph, glyph: Glyph, usual: float, *, numbered: bool) -> str:
    """The blank between two characters.

    Between Chinese words and numbers Word itself sets a little room, which is no blank, except
    behind a number at the head of a line (`numbered`).
    """
    gap = (glyph.left - before.right) / min(before.size, glyph.size)
    first, second = is_wide(before.text[-1]), is_wide(glyph.text[0])
    if gap - usual >= _WIDE_GAP:
        return "\u3000" if first or second else " "
    if first and second:
        return " " if gap - usual >= _CHINESE_GAP and _is_word(before, glyph) else ""
    if first or second:
        told = numbered and second and glyph.text not in _COUNTED
        return " " if told and gap - usual >= _CHINESE_GAP else ""
    return " " if gap >= _WORD_GAP else ""


def _is_word(before: Glyph, glyph: Glyph) -> bool:
    """Punctuation has room of its own."""
    return before.text.isalnum() and glyph.text.isalnum()


def size_of(row: Sequence[Glyph]) -> float:
    """The usual size of a row's characters, to half a point."""
    wide = [glyph.size for glyph in row if is_wide(glyph.text[0])]
    return round(median(wide or [glyph.size for glyph in row]) * 2) / 2


def line_of(row: Sequence[Glyph], page: int) -> PageLine:
    """A row as a line."""
    size = size_of(row)
    base = median([glyph.base for glyph in row])
    bold = sum(1 for glyph in row if glyph.bold) * 2 > len(row)
    return PageLine(text_of(row), page, row[0].left, row[-1].right, base - size, base, size, bold)
