"""What a page is made of: characters with positions, ruling lines; and the lines read from them.

Lengths are in points; x grows to the right and y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A printed character: its box, the height of its base line, its size, whether it is bold."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """The middle of its height."""
        return self.base - self.size * 0.38


class Rule(NamedTuple):
    """A straight ruling line, across (top equals bottom) or down (left equals right)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_across(self) -> bool:
        """Whether the line runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(slots=True)
class Page:
    """A page's number from 1, its size, its characters and ruling lines.

    `oblique` is what is printed askew over the page, a watermark.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list[Glyph])
    rules: list[Rule] = field(default_factory=list[Rule])
    oblique: str = ""


@dataclass(slots=True)
class PageLine:
    """A printed line in reading order, or a table's row (`cells`).

    `column` is (number of columns of the page, which of them); (1, 0) reaches over the page.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    base: float
    size: float
    bold: bool = False
    column: tuple[int, int] = (1, 0)
    cells: tuple[str, ...] | None = None
    furniture: str = ""
    opens: bool = False


def is_wide(character: str) -> bool:
    """Whether a character is as wide as it is high: Chinese characters and their punctuation."""
    return "\u2e80" <= character <= "\u9fff" or "\uff01" <= character <= "\uff60"
