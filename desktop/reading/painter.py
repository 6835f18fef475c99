"""Paints marks and hits under the text of a page, and knows what lies under a point of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextDocument

from desktop.reading.look import PAD
from desktop.reading.positions import Positions
from desktop.theme import Theme
from storage.types import Mark

Span = tuple[int, int]
_SIGN = 15.0
_ROW = 400
"""Characters that may stand beside the last seen one: the other cells of its table row."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stretch of one paragraph or cell that a mark covers, in document positions."""

    first: int
    last: int
    mark: Mark
    ends: bool


class PagePainter:
    """Holds what is painted on one page. Offsets come in as spans of the notice's text."""

    def __init__(self, colours: Theme) -> None:
        self.colours = colours
        self._positions = Positions()
        self._marks: list[Mark] = []
        self._strokes: list[Stroke] = []
        self.hits: list[Span] = []
        self._hits: list[list[Span]] = []
        self._current = -1
        self.active_mark = ""
        self._signs: list[tuple[QRectF, str]] = []

    def set_page(self, positions: Positions) -> None:
        """Begin with another page; marks and hits of the old one are gone."""
        self._positions = positions
        self._marks, self._strokes, self._hits, self._current = [], [], [], -1
        self.hits = []
        self.active_mark = ""

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """The marks of the page; those without a place are left out."""
        self._marks = [mark for mark in marks if mark.state != "unplaced" and not mark.deleted]
        self._strokes = []
        for mark in sorted(self._marks, key=_long_first):
            ranges = self._positions.ranges(mark.start, mark.end)
            self._strokes += [
                Stroke(first, last, mark, at == len(ranges) - 1)
                for at, (first, last) in enumerate(ranges)
            ]

    def set_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """The places that were searched for; `current` is the index of the one the reader is at."""
        self.hits = list(spans)
        self._hits = [self._positions.ranges(start, end) for start, end in spans]
        self._current = current

    @property
    def marks(self) -> list[Mark]:
        """The marks that are painted."""
        return list(self._marks)

    def marks_at(self, position: int) -> list[Mark]:
        """The marks over a document position, the shortest first."""
        found = {
            stroke.mark.uuid: stroke.mark
            for stroke in self._strokes
            if stroke.first <= position < stroke.last
        }
        return sorted(found.values(), key=_short_first)

    def sign_at(self, point: QPointF) -> str:
        """The mark whose note's sign is at a point of the page, else ""."""
        for rectangle, uuid in self._signs:
            if rectangle.adjusted(-3, -3, 3, 3).contains(point):
                return uuid
        return ""

    def mark_rectangle(self, document: QTextDocument, uuid: str) -> QRectF:
        """Where a mark's first line is on the page; empty where it is not shown."""
        for stroke in self._strokes:
            if stroke.mark.uuid == uuid:
                return next(line_rectangles(document, stroke.first, stroke.last), QRectF())
        return QRectF()

    def paint(self, painter: QPainter, document: QTextDocument, seen: QRectF) -> None:
        """Paint what lies in the seen part of the page (page coordinates)."""
        first, last = seen_positions(document, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._signs = []
        for stroke in self._strokes:
            if stroke.last > first and stroke.first <= last:
                self._paint_stroke(painter, document, stroke)
        for at, ranges in enumerate(self._hits):
            name = self.colours.current_hit if at == self._current else self.colours.hit
            for begin, end in ranges:
                if end > first and begin <= last:
                    for rectangle in line_rectangles(document, begin, end):
                        painter.fillRect(rectangle.adjusted(-1, 0, 1, 0), QColor(name))

    def _paint_stroke(self, painter: QPainter, document: QTextDocument, stroke: Stroke) -> None:
        mark = stroke.mark
        edge = QColor(self.colours.mark_edges.get(mark.style, self.colours.accent))
        rectangle = QRectF()
        for rectangle in line_rectangles(document, stroke.first, stroke.last):
            fill = self.colours.marks.get(mark.style)
            if fill is not None:
                painter.fillRect(rectangle, QColor(fill))
            thick = 2.0 if mark.style == "underline" or mark.uuid == self.active_mark else 1.0
            edge.setAlphaF(1.0 if thick > 1 else 0.55)
            painter.setPen(QPen(edge, thick))
            foot = rectangle.bottom() - thick / 2
            painter.drawLine(QPointF(rectangle.left(), foot), QPointF(rectangle.right(), foot))
        if stroke.ends and mark.note:
            self._paint_sign(painter, document, rectangle, edge, mark.uuid)

    def _paint_sign(
        self, painter: QPainter, document: QTextDocument, line: QRectF, edge: QColor, uuid: str
    ) -> None:
        """Paint the little speech bubble of a note in the page's right margin."""
        left = document.textWidth() - PAD + 12
        top = line.top() + (line.height() - _SIGN) / 2
        box = QRectF(left, top, _SIGN, _SIGN * 0.78)
        while any(box.intersects(other) for other, _ in self._signs):
            box.translate(0, _SIGN + 1)
        edge.setAlphaF(1.0)
        painter.setPen(QPen(edge, 1.4))
        fill = QColor(edge)
        fill.setAlphaF(0.22)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3, 3)
        for part in (0.35, 0.65):
            height = box.top() + box.height() * part
            painter.drawLine(QPointF(box.left() + 3, height), QPointF(box.right() - 3, height))
        tail = QPointF(box.left() + 4, box.bottom())
        painter.drawLine(tail, tail + QPointF(0, 3.5))
        painter.drawLine(tail + QPointF(0, 3.5), tail + QPointF(4, 0))
        painter.setBrush(QColor(0, 0, 0, 0))
        self._signs.append((box, uuid))


def seen_positions(document: QTextDocument, seen: QRectF) -> Span:
    """The first and last document position in a part of the page."""
    layout = document.documentLayout()
    exact = Qt.HitTestAccuracy.FuzzyHit
    first = layout.hitTest(QPointF(0, seen.top()), exact)
    last = layout.hitTest(QPointF(seen.right(), seen.bottom()), exact)
    return max(first - 1, 0), document.characterCount() if last < 0 else last + _ROW


def line_rectangles(document: QTextDocument, first: int, last: int) -> Iterator[QRectF]:
    """The rectangles, one a line, of a stretch of one paragraph or cell (page coordinates)."""
    block = document.findBlock(first)
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    begin, end = first - block.position(), last - block.position()
    fragments = block.begin()
    em = QFontMetricsF(fragments.fragment().charFormat().font()).horizontalAdvance("国")
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        start, stop = line.textStart(), line.textStart() + line.textLength()
        if stop <= begin or start >= end:
            continue
        left = _x(line.cursorToX(max(begin, start)))
        right = _x(line.cursorToX(min(end, stop)))
        if stop <= end and stop < block.length() - 1:
            right = max(right, line.x() + line.naturalTextWidth())
        base = line.y() + line.ascent()
        yield QRectF(left, base - em * 0.98, right - left, em * 1.2).translated(corner)


def _x(answer: object) -> float:
    """cursorToX gives the place alone or with the cursor it settled on."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _long_first(mark: Mark) -> tuple[int, int]:
    return mark.start - mark.end, mark.start


def _short_first(mark: Mark) -> tuple[int, int]:
    return mark.end - mark.start, mark.start
