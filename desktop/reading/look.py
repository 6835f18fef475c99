"""How a page is set: face, size, measure, colours."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.reading.fonts import font
from desktop.theme import THEMES, Theme

SMALLEST, LARGEST = 8.0, 40.0
PAD = 44
"""Pixels left and right of the text inside the page: room for the signs of notes."""


@dataclass(frozen=True, slots=True)
class Look:
    """The choices for setting a page.

    `face` is one of FACES or a font's family; `measure` counts characters a line, 0 fills the
    window; `spacing` is what lies between two lines, in characters.
    """

    face: str = "fangsong"
    size: float = 16.0
    measure: int = 28
    spacing: float = 1.75
    theme: Theme = THEMES["light"]

    def font(self) -> QFont:
        """The font of running text."""
        return font(self.face, self.size)

    def em(self) -> float:
        """The width of one Chinese character in pixels."""
        return QFontMetricsF(self.font()).horizontalAdvance("国")

    def text_width(self) -> int:
        """The width of a full line in pixels, 0 where the line fills the window."""
        return round(self.em() * self.measure) + 2 if self.measure else 0

    def fitting(self, room: int) -> Look:
        """The same look, with fewer characters a line where `room` (pixels) holds no more."""
        characters = int(room / self.em())
        if room <= 0 or (self.measure and characters >= self.measure):
            return self
        return replace(self, measure=max(characters, 8))
