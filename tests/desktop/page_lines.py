"""A set page as its reader sees it: its lines, and where they begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from desktop.reading.document import typeset
from desktop.reading.holding import JOINER
from desktop.reading.look import PAD, Look
from storage.types import Notice


@dataclass(frozen=True, slots=True)
class Line:
    """A line's words as seen; where it begins and ends, in characters from the text's left edge."""

    text: str
    left: float
    right: float


def page_of(made: Notice, look: Look | None = None) -> QTextDocument:
    """A notice's page, laid out in its measure."""
    look = look or Look()
    document = typeset(made, look).document
    document.setTextWidth(look.text_width() + 2 * PAD)
    document.size()
    return document


def lines_of(made: Notice, look: Look | None = None) -> list[Line]:
    """All lines of a notice's page that have words."""
    look = look or Look()
    document = page_of(made, look)
    found: list[Line] = []
    block = document.begin()
    while block.isValid():
        found += _lines(block, look.em())
        block = block.next()
    return [line for line in found if line.text]


def _lines(block: QTextBlock, em: float) -> list[Line]:
    text, layout = block.text(), block.layout()
    corner = block.document().documentLayout().blockBoundingRect(block).left() - PAD
    found: list[Line] = []
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        words = text[line.textStart() : line.textStart() + line.textLength()]
        shown = words.replace(JOINER, "").strip("\u2028 ")
        left = line.naturalTextRect().left()
        right = left + line.naturalTextWidth()
        found.append(Line(shown, (corner + left) / em, (corner + right) / em))
    return found


def line_with(lines: list[Line], words: str) -> Line:
    """The first line that has these words."""
    return next(line for line in lines if words in line.text)


def tables_on(document: QTextDocument) -> list[QTextTable]:
    """The tables of a page."""
    return [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
