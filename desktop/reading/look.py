"""How a page is set: face, size, measure, colours."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.reading.fonts import font
from desktop.theme import THEMES, Theme

SMALLEST, LARGEST = 8.0, 40.0
_EASE = 1.25
"""How much wider than it must be a wide table is set, so that its texts take fewer lines."""
PAD = 44
"""Pixels left and right of the text inside the page: room for the signs of notes."""


@dataclass(frozen=True, slots=True)
class Look:
    """The choices for setting a page.

    `face` is one of FACES or a font's family; `measure` counts characters a line, 0 fills the
    window; `spacing` is what lies between two lines, in characters. `aside` are the characters by
    which the page is wider than its text, half of them at each side, for tables that need them.
    """

    face: str = "fangsong"
    size: float = 16.0
    measure: int = 28
    spacing: float = 1.75
    theme: Theme = THEMES["light"]
    aside: float = 0.0

    def font(self) -> QFont:
        """The font of running text."""
        return font(self.face, self.size)

    def em(self) -> float:
        """The width of one Chinese character in pixels."""
        return QFontMetricsF(self.font()).horizontalAdvance("国")

    def text_width(self) -> int:
        """The width of the page's widest lines in pixels, 0 where they fill the window."""
        return round(self.em() * (self.measure + self.aside)) + 2 if self.measure else 0

    def fitting(self, room: int, wanted: float = 0.0) -> Look:
        """The same look, with fewer characters a line where `room` (pixels) holds no more.

        Where it holds more, the page is wide enough for a table that needs `wanted` characters.
        """
        characters = int(room / self.em())
        if room <= 0:
            return self
        measure = self.measure
        if not measure or characters < measure:
            measure = max(characters, 8)
        wide = min(wanted * _EASE, characters) if wanted > measure else measure
        return replace(self, measure=measure, aside=max(wide - measure, 0.0))
