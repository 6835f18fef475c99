"""A page of a PDF as a picture, and where words of its text stand on it."""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from storage.errors import UserFault
from storage.sources.layout.radicals import character_of
from storage.sources.pdf.document import Document, pdfium, raw
from storage.sources.pdf.pages import codes, text_of
from storage.text import fold, squeeze
from storage.types.proofreading import PagePicture, PageRectangle

MOST_PIXELS = 12_000_000
MOST_SIDE = 10_000
"""Pixels of a picture: what a page wants in a large window at twice the size, and no more."""
_MOST_CHARACTERS = 60_000
_UNITS = 20_000
_REACH = 12.0
"""Points beside a character that still count as being on it."""
_PIECE = 6
"""Characters by which a line is looked for where it stands nowhere as a whole."""
_NEAR = 8
_SHORTEST = 2
_GAP = 4
"""Characters that may be missing between two of a row: blanks."""
_MOST_PLACES = 50

Range = tuple[int, int]


def page_picture(document: Document, number: int, width: int) -> PagePicture:
    """Render a page, counted from 1, so many pixels wide; narrower where it is very high.

    Raises UserFault("page-unreadable") for a page that PDFium can't load or render.
    """
    pages = len(document)
    index = min(max(number, 1), pages) - 1
    try:
        page = document[index]
        try:
            high = page.get_height()
            scale = picture_scale(page.get_width(), high, width)
            bitmap = page.render(scale=scale, prefer_bgrx=True, limit_image_cache=True)
            try:
                data = bytes(bitmap.buffer)
                return PagePicture(
                    index + 1, pages, bitmap.width, bitmap.height, bitmap.stride, data
                )
            finally:
                bitmap.close()
        finally:
            page.close()
    except (pdfium.PdfiumError, ValueError, ctypes.ArgumentError, MemoryError) as fault:
        raise UserFault("page-unreadable", page=str(index + 1)) from fault


def picture_scale(wide: float, high: float, width: int) -> float:
    """Pixels a point for a page of some points, within what a picture may have.

    Raises ValueError for a page without a size.
    """
    if not (math.isfinite(wide) and math.isfinite(high) and wide > 0 and high > 0):
        raise ValueError("a page without a size")
    most = min(MOST_SIDE / max(wide, high), math.sqrt(MOST_PIXELS / (wide * high)))
    return min(max(width, 1) / wide, most)


def places_of_lines(
    document: Document, number: int, lines: Sequence[str], around: tuple[str, str] = ("", "")
) -> list[PageRectangle]:
    """Where lines stand on a page, a rectangle a row; nothing of a line that is not sure.

    `around` is what stands before the first and behind the last line: it tells apart words that
    stand on the page more than once.
    """
    if not 1 <= number <= len(document):
        return []
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return []
    try:
        with text_of(page) as text:
            if not text:
                return []
            count = min(max(raw.FPDFText_CountChars(text), 0), _MOST_CHARACTERS)
            words, places = _characters(text, count)
            found: list[PageRectangle] = []
            texts = [around[0], *lines, around[1]]
            for at, line in enumerate(lines, 1):
                for first, last in ranges_of(words, line, texts[at - 1], texts[at + 1]):
                    found += _rows(_boxes(page, text, places[first:last]))
            return found
    finally:
        page.close()


def line_at(
    document: Document, number: int, place: tuple[float, float], lines: Sequence[str]
) -> int | None:
    """Which of the lines of a page stands at a place of it (0 to 1); None where it is not sure."""
    if not 1 <= number <= len(document):
        return None
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return None
    try:
        with text_of(page) as text:
            if not text:
                return None
            x, y = ctypes.c_double(), ctypes.c_double()
            units = (round(part * _UNITS) for part in place)
            raw.FPDF_DeviceToPage(page, 0, 0, _UNITS, _UNITS, 0, *units, x, y)
            index = raw.FPDFText_GetCharIndexAtPos(text, x.value, y.value, _REACH, _REACH)
            if index < 0:
                return None
            count = min(max(raw.FPDFText_CountChars(text), 0), _MOST_CHARACTERS)
            words, places = _characters(text, count)
            return which_line(words, min(bisect_left(places, index), len(places) - 1), lines)
    finally:
        page.close()


def which_line(page: str, at: int, lines: Sequence[str]) -> int | None:
    """The only line with the words around a place of a page's squeezed, folded text."""
    texts = [fold(squeeze(line)) for line in lines]
    for near in (12, 8, 5, 3, 2):
        around = page[max(at - near, 0) : at + near + 1]
        found = [index for index, text in enumerate(texts) if around and around in text]
        if len(found) == 1:
            return found[0]
        if found:
            return None  # fewer words would tell even less
    return None


def _characters(text: Any, count: int) -> tuple[str, list[int]]:
    """The page's characters without white space, folded, and the place of each in PDFium's text."""
    words: list[str] = []
    places: list[int] = []
    for at, code in codes(text, count):
        one = fold(character_of(chr(code)))
        if code > 0x20 and len(one) == 1 and not one.isspace():
            words.append(one)
            places.append(at)
    return "".join(words), places


def ranges_of(page: str, line: str, before: str = "", behind: str = "") -> list[Range]:
    """The stretches of a page's squeezed, folded text that are a line; [] where it is not sure."""
    wanted = fold(squeeze(line))
    if len(wanted) < _SHORTEST:
        return []
    found = _all(page, wanted)
    if len(found) > 1:
        tail, head = fold(squeeze(before))[-_NEAR:], fold(squeeze(behind))[:_NEAR]
        fits = [
            bool(tail and page[:at].endswith(tail))
            + bool(head and page.startswith(head, at + len(wanted)))
            for at in found
        ]
        best = max(fits)
        found = [at for at, fit in zip(found, fits, strict=True) if best and fit == best]
        return [(found[0], found[0] + len(wanted))] if len(found) == 1 else []
    return [(found[0], found[0] + len(wanted))] if found else _pieces(page, wanted)


def _all(page: str, wanted: str) -> list[int]:
    found: list[int] = []
    at = page.find(wanted)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append(at)
        at = page.find(wanted, at + 1)
    return found


def _pieces(page: str, wanted: str) -> list[Range]:
    """A line that a column or a page cuts: its pieces that stand once, in order, if enough do."""
    found: list[Range] = []
    known: list[int] = []
    cuts = range(0, max(len(wanted) - _PIECE + 1, 1), _PIECE)
    for number, start in enumerate(cuts):
        piece = wanted[start : start + _PIECE]
        places = _all(page, piece) if len(piece) == _PIECE else []
        if len(places) != 1 or (found and places[0] < found[-1][1]):
            continue
        known.append(number)
        at = places[0]
        if found and at == found[-1][1]:
            found[-1] = (found[-1][0], at + _PIECE)
        else:
            found.append((at, at + _PIECE))
    at_edge = len(known) >= _SHORTEST and (known[0] == 0 or known[-1] == len(cuts) - 1)
    return found if len(known) * 2 > len(cuts) or at_edge else []


def _boxes(page: Any, text: Any, places: Sequence[int]) -> Iterator[PageRectangle]:
    """The boxes of characters in parts of the page's width and height, as it is rendered."""
    box = raw.FS_RECTF()
    for at in places:
        if raw.FPDFText_GetLooseCharBox(text, at, box):
            x, y = zip(
                _on_page(page, box.left, box.top),
                _on_page(page, box.right, box.bottom),
                strict=True,
            )
            yield min(x), min(y), max(x), max(y)


def _on_page(page: Any, x: float, y: float) -> tuple[float, float]:
    left, top = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _UNITS, _UNITS, 0, x, y, left, top)
    return left.value / _UNITS, top.value / _UNITS


def _rows(boxes: Iterator[PageRectangle]) -> list[PageRectangle]:
    """Put the boxes of characters that follow each other in a row together."""
    rows: list[PageRectangle] = []
    last: PageRectangle | None = None
    for box in boxes:
        left, top, right, bottom = box
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            continue
        if last is not None and _goes_on(last, box):
            old = rows[-1]
            rows[-1] = (
                min(old[0], left),
                min(old[1], top),
                max(old[2], right),
                max(old[3], bottom),
            )
        else:
            rows.append(box)
        last = box
    return rows


def _goes_on(last: PageRectangle, box: PageRectangle) -> bool:
    """Whether a character stands beside the one before it or, on a turned page, above or below."""
    wide, high = min(last[2] - last[0], box[2] - box[0]), min(last[3] - last[1], box[3] - box[1])
    across = max(last[0], box[0]) - min(last[2], box[2])
    down = max(last[1], box[1]) - min(last[3], box[3])
    beside = -down > high / 2 and across < _GAP * wide
    below = -across > wide / 2 and down < _GAP * high
    return beside or below
