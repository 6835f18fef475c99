"""One page of a PDF: its characters with positions and its ruling lines."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

from storage.sources.layout import Glyph, Page
from storage.sources.layout.glyphs import is_wide
from storage.sources.layout.radicals import character_of
from storage.sources.pdf.document import Document, pdfium, raw
from storage.sources.pdf.rules import read_rules
from storage.sources.pdf.turns import Turn

_MOST_CHARACTERS = 60_000
_BOLD = 600
_SMALLEST, _LARGEST = 0.5, 400.0
_BLANKS = (0xA0, 0x3000)
_ASKEW = 0.08
_LONGEST_OBLIQUE = 500
_EVERY = 7
_QUARTER = math.pi / 2


def read_page(document: Document, index: int) -> Page:
    """Read a page by its index; one that PDFium can't load is empty."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return Page(index + 1, 0.0, 0.0)
    try:
        with text_of(page) as text:
            count = min(max(raw.FPDFText_CountChars(text), 0), _MOST_CHARACTERS)
            box = _box(page)
            turn = Turn(box, _quarter_turns(text, count))
            found = Page(index + 1, turn.width, turn.height)
            found.glyphs, found.oblique = _glyphs(text, count, turn)
            found.rules = read_rules(page, turn) if found.glyphs else []
            return found
    finally:
        page.close()


@contextmanager
def text_of(page: Any) -> Generator[Any]:
    """PDFium's text of a page, closed again; null where there is none."""
    text = raw.FPDFText_LoadPage(page)
    try:
        yield text
    finally:
        if text:
            raw.FPDFText_ClosePage(text)


def _box(page: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of what is shown of the page, not yet turned."""
    left, bottom, right, top = page.get_cropbox()
    if not (right - left > 1 and top - bottom > 1):
        width, height = page.get_size()
        return 0.0, 0.0, max(width, 1.0), max(height, 1.0)
    return left, bottom, right, top


def _quarter_turns(text: Any, count: int) -> int:
    """By how many quarters a page must be turned for most characters to stand upright.

    How a viewer turns the page does not matter: PDFium gives angles as written, clockwise.
    """
    turns: Counter[int] = Counter()
    for at in range(0, count, _EVERY):
        angle = raw.FPDFText_GetCharAngle(text, at)
        if angle >= 0:
            turns[round(angle / _QUARTER) % 4] += 1
    return -turns.most_common(1)[0][0] % 4 if turns else 0


def _glyphs(text: Any, count: int, turn: Turn) -> tuple[list[Glyph], str]:
    """The characters that are printed, in the file's order, and those printed askew."""
    glyphs: list[Glyph] = []
    oblique: list[str] = []
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at, code in codes(text, count):
        if code <= 0x20 or code in _BLANKS:
            continue
        if _is_oblique(raw.FPDFText_GetCharAngle(text, at)):
            oblique.append(character_of(chr(code)))
            continue
        if not raw.FPDFText_GetLooseCharBox(text, at, box):
            continue
        if not raw.FPDFText_GetCharOrigin(text, at, x, y):
            continue
        left, top, right, bottom = turn.box(box.left, box.bottom, box.right, box.top)
        base = turn.point(x.value, y.value)[1]
        character = character_of(chr(code))
        size = right - left if is_wide(character) else (bottom - top) * 0.75
        if not (_SMALLEST < size < _LARGEST and math.isfinite(left + right + base)):
            continue
        bold = raw.FPDFText_GetFontWeight(text, at) >= _BOLD
        glyphs.append(Glyph(character, left, right, base, size, bold))
    return glyphs, "".join(oblique[:_LONGEST_OBLIQUE])


def _is_oblique(angle: float) -> bool:
    """The angle is none of a page's own: neither upright nor turned by quarters."""
    return angle >= 0 and abs(angle / _QUARTER - round(angle / _QUARTER)) > _ASKEW


def codes(text: Any, count: int) -> Iterator[tuple[int, int]]:
    """The code points with their places; halves of one put together, what is none left out."""
    high = 0
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code <= 0xDBFF:
            high = code
            continue
        if high and 0xDC00 <= code <= 0xDFFF:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        is_character = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
        if is_character and code not in (0xFFFE, 0xFFFF):
            yield at, code
