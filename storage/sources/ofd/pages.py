"""One page of an OFD file: its characters and ruling lines, those of its templates too."""

from __future__ import annotations

import math
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storage.errors import UserFault
from storage.sources.layout import Glyph, Page, Rule
from storage.sources.layout.glyphs import is_wide
from storage.sources.layout.radicals import character_of
from storage.sources.ofd.package import Document, found, numbers
from storage.sources.ofd.paths import rules_of
from storage.sources.safe_xml import local

POINTS = 72 / 25.4
_MOST_GLYPHS = 60_000
_MOST_DELTAS = 100_000
_BOLD = 600
_SMALLEST, _LARGEST = 0.5, 400.0
_STRAIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, ...]


def read_page(document: Document, place: str, number: int) -> Page:
    """Read a page. Raises UserFault: damaged, unsafe."""
    root = document.part(place)
    box = next((numbers(element.text, 4) for element in found(root, "PhysicalBox")), ())
    left, top, width, height = box or document.box
    page = Page(number, max(width, 1.0) * POINTS, max(height, 1.0) * POINTS)
    for element in _layers(document, root):
        if len(page.glyphs) > _MOST_GLYPHS:
            break
        if local(element) == "TextObject":
            page.glyphs += _glyphs(document, element, (left, top))
        elif local(element) == "PathObject":
            page.rules += [
                Rule(
                    *(
                        (value - shift) * POINTS
                        for value, shift in zip(rule, (left, top) * 2, strict=True)
                    )
                )
                for rule in rules_of(element, _matrix(element), _corner(element))
            ]
    return page


def _layers(document: Document, root: Element) -> Iterator[Element]:
    """All objects of a page: of its templates first, as they lie below."""
    for template in found(root, "Template"):
        place = document.templates.get(template.get("TemplateID") or "")
        if place is not None:
            try:
                yield from document.part(place).iter()
            except UserFault as fault:
                if fault.key == "source-unsafe":
                    raise
    yield from root.iter()


def _corner(element: Element) -> tuple[float, float]:
    box = numbers(element.get("Boundary"), 4)
    return (box[0], box[1]) if box else (0.0, 0.0)


def _matrix(element: Element) -> Matrix:
    return numbers(element.get("CTM"), 6) or _STRAIGHT


def _glyphs(document: Document, element: Element, origin: tuple[float, float]) -> Iterator[Glyph]:
    """The characters of a text object, in points from the page's corner."""
    size = (numbers(element.get("Size"), 1) or (0.0,))[0]
    weight = (numbers(element.get("Weight"), 1) or (0.0,))[0]
    bold = weight >= _BOLD or element.get("Font") in document.bold_fonts
    a, b, c, d, e, f = _matrix(element)
    stretch = math.hypot(a, b)
    height = size * math.hypot(c, d) * POINTS
    left, top = _corner(element)
    if not _SMALLEST < height < _LARGEST:
        return
    x = y = 0.0
    for code in found(element, "TextCode"):
        x = (numbers(code.get("X"), 1) or (x,))[0]
        y = (numbers(code.get("Y"), 1) or (y,))[0]
        text = code.text or ""
        across, down = (
            _deltas(code.get("DeltaX"), len(text)),
            _deltas(code.get("DeltaY"), len(text)),
        )
        for at, character in enumerate(text):
            wide = is_wide(character)
            step = across[at] if at < len(across) else size * (1.0 if wide else 0.5)
            if not character.isspace():
                width = size * stretch if wide else min(abs(step), size) * stretch
                place = (a * x + c * y + e + left - origin[0]) * POINTS
                base = (b * x + d * y + f + top - origin[1]) * POINTS
                shown = character_of(character)
                yield Glyph(shown, place, place + width * POINTS, base, height, bold)
            x += step if at < len(across) or not down else 0.0
            y += down[at] if at < len(down) else 0.0


def _deltas(text: str | None, count: int) -> list[float]:
    """The steps from character to character; `g 3 5.0` stands for 5.0 three times."""
    deltas: list[float] = []
    words = (text or "").split()[:_MOST_DELTAS]
    at = 0
    while at < len(words) and len(deltas) < count:
        if words[at] == "g" and at + 2 < len(words):
            times, step = numbers(words[at + 1], 1), numbers(words[at + 2], 1)
            repeat = int(times[0]) if times else 0
            deltas += list(step or (0.0,)) * max(min(repeat, count), 0)
            at += 3
        else:
            deltas += numbers(words[at], 1) or (0.0,)
            at += 1
    return deltas[:count]
