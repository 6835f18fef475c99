"""Paints what differs between two notices under the text of one of their pages.

Never by colour alone: what is gone is struck out, what is new underlined, a new number dotted;
in the margin stand − and + and ⇅ beside paragraphs that went, came, or stand elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextDocument

from desktop.reading.look import PAD
from desktop.reading.painter import PagePainter, Span, line_rectangles, seen_positions
from desktop.reading.positions import Positions
from desktop.theme import Theme
from storage.types.comparing import RIGHT, Comparison

_BAR = 26.0
"""Pixels from the page's left edge to the bar beside a paragraph; its sign stands left of it."""
_WEDGE = 4.5
_SIGNS = {"removed": "−", "added": "+", "moved": "⇅"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words or whole paragraphs, in offsets of the page; a place is as long as nothing."""

    kind: str
    start: int
    end: int


class Differences:
    """What differs on one side of a comparison, LEFT or RIGHT."""

    def __init__(self, comparison: Comparison, side: int) -> None:
        new = RIGHT if comparison.amending is None else comparison.amending
        word = "added" if side == new else "removed"
        self.words = [Stretch(word, *span) for span in comparison.spans(side)]
        self.words += [Stretch("number", *span) for span in comparison.spans(side, "number")]
        self.gaps: list[int] = []
        self.margin: list[Stretch] = []
        for pair in comparison.pairs:
            here = pair.span(side)
            if pair.kind not in ("same", "renumbered"):
                self.margin.append(Stretch(pair.kind, *here))
            places = [edit.span(side) for edit in pair.edits if edit.kind == "words"]
            if side == comparison.amending:
                places = [one for one in places if one[0] < here[1]]  # 删去第十条 says it all
            if here[0] < here[1]:
                self.gaps += [start for start, end in places if start == end]


class DifferencePainter(PagePainter):
    """Paints one side's differences, and its marks over them."""

    def __init__(self, colours: Theme) -> None:
        super().__init__(colours)
        self.differences = Differences(Comparison(), RIGHT)
        self.here: Span | None = None

    def paint(self, painter: QPainter, document: QTextDocument, seen: QRectF) -> None:
        """Paint what lies in the seen part of the page (page coordinates)."""
        positions = self._positions
        first, last = (positions.offset(place) for place in seen_positions(document, seen))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = _Ground(painter, document, positions, self.colours)
        here = self.here or (0, 0)
        if here[0] < here[1] and here[1] >= first and here[0] <= last:
            sheet.paint_here(here)
        for words in self.differences.words:
            if words.end > first and words.start <= last:
                sheet.paint_words(words)
        for gap in self.differences.gaps:
            if first <= gap <= last:
                sheet.paint_gap(gap)
        for stretch in self.differences.margin:
            if stretch.end >= first and stretch.start <= last:
                sheet.paint_margin(stretch)
        super().paint(painter, document, seen)


class _Ground:
    """One painting: on what, and with which colours."""

    def __init__(
        self, painter: QPainter, document: QTextDocument, positions: Positions, colours: Theme
    ) -> None:
        self._painter = painter
        self._document = document
        self._positions = positions
        self._colours = colours

    def paint_here(self, span: Span) -> None:
        """Shade the paragraphs of the difference that the reader is at."""
        top, bottom = self._extent(*span)
        width = self._document.textWidth() - 2 * PAD + 16
        room = QRectF(PAD - 8, top - 3, width, bottom - top + 6)
        self._painter.fillRect(room, QColor(self._colours.shade))

    def paint_words(self, words: Stretch) -> None:
        """Paint words that are gone, new, or a number that is another."""
        fills = {"added": self._colours.added, "removed": self._colours.removed}
        style = Qt.PenStyle.SolidLine if words.kind in fills else Qt.PenStyle.DotLine
        pen = QPen(QColor(self._line(words.kind)), 1.6, style)
        for first, last in self._positions.ranges(words.start, words.end):
            for box in line_rectangles(self._document, first, last):
                if words.kind in fills:
                    self._painter.fillRect(box, QColor(fills[words.kind]))
                self._painter.setPen(pen)
                height = box.center().y() if words.kind == "removed" else box.bottom() - 1
                self._painter.drawLine(QPointF(box.left(), height), QPointF(box.right(), height))

    def paint_gap(self, offset: int) -> None:
        """A wedge below the line where the other side has words more."""
        position = self._positions.position(offset)
        block = self._document.findBlock(position)
        at_end = position >= block.position() + block.length() - 1
        first = position - 1 if at_end and position > block.position() else position
        box = next(line_rectangles(self._document, first, first + 1), QRectF())
        if box.isEmpty():
            return
        tip = QPointF(box.right() if first < position else box.left(), box.bottom() - _WEDGE)
        foot, side = tip + QPointF(0, _WEDGE * 1.3), QPointF(_WEDGE, 0)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._colours.muted))
        self._painter.drawPolygon(QPolygonF([tip, foot - side, foot + side]))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def paint_margin(self, stretch: Stretch) -> None:
        """A bar in the margin, with a sign where the paragraph has no partner beside it."""
        if stretch.start == stretch.end:
            self._paint_missing(stretch.start)
            return
        top, bottom = self._extent(stretch.start, stretch.end)
        colour = QColor(self._line(stretch.kind))
        sign = _SIGNS.get(stretch.kind, "")
        self._painter.fillRect(QRectF(_BAR, top, 3.0 if sign else 2.0, bottom - top), colour)
        if sign:
            font = self._document.defaultFont()
            font.setPixelSize(17)
            font.setBold(True)
            self._painter.setFont(font)
            self._painter.setPen(colour)
            room = QRectF(2, top, _BAR - 4, 24)
            self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_missing(self, offset: int) -> None:
        """A short rule in the margin where the other side has a paragraph more."""
        top = self._document.rootFrame().frameFormat().topMargin()
        height = self._extent(offset - 1, offset)[1] if offset else top
        self._painter.setPen(QPen(QColor(self._colours.muted), 1.6, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(8, height + 5), QPointF(_BAR + 14, height + 5))

    def _line(self, kind: str) -> str:
        """The colour of the lines and signs of a kind."""
        lines = {"added": self._colours.added_line, "removed": self._colours.removed_line}
        return lines.get(kind, self._colours.muted)

    def _extent(self, start: int, end: int) -> tuple[float, float]:
        """Top and bottom of the lines from a stretch's first character to its last."""
        boxes = [
            next(line_rectangles(self._document, place, place + 1), QRectF())
            for place in (self._positions.position(start), self._positions.position(end) - 1)
        ]
        return boxes[0].top(), boxes[1].bottom()
