"""The signs beside the text: bubbles for notes, boxes for tasks, ribbons for bookmarks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.reading.look import PAD
from storage.types import Mark

_SIDE = 15.0
_REACH = 4.0
"""Pixels around a sign that count as the sign, for fingers and hasty mice."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that stands on the page now."""

    box: QRectF
    mark: Mark


class Signs:
    """Paints the signs of the seen part of a page, none over another, and finds them again."""

    def __init__(self) -> None:
        self._placed: list[Sign] = []

    def clear(self) -> None:
        """Begin anew: the page is painted again."""
        self._placed = []

    def at(self, point: QPointF) -> Mark | None:
        """The mark whose sign is at a point of the page."""
        for sign in self._placed:
            if sign.box.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point):
                return sign.mark
        return None

    def paint_beside(
        self, painter: QPainter, line: QRectF, right: float, mark: Mark, edge: QColor
    ) -> None:
        """Paint the signs of a marked passage right of its last line: its note, its task."""
        left = right - PAD + 12
        if mark.note:
            bubble(painter, self._place(line, left, mark), edge)
            left += _SIDE + 3
        if mark.due or mark.done:
            tick_box(painter, self._place(line, left, mark), edge, ticked=bool(mark.done))

    def paint_before(self, painter: QPainter, line: QRectF, mark: Mark, edge: QColor) -> None:
        """Paint the sign of a paragraph's note or bookmark left of its first line."""
        box = self._place(line, PAD - 14 - _SIDE, mark)
        if mark.kind == "bookmark":
            ribbon(painter, box, edge)
        elif mark.due or mark.done:
            tick_box(painter, box, edge, ticked=bool(mark.done))
        else:
            bubble(painter, box, edge)

    def _place(self, line: QRectF, left: float, mark: Mark) -> QRectF:
        box = QRectF(left, line.top() + (line.height() - _SIDE) / 2, _SIDE, _SIDE)
        while any(box.intersects(other.box) for other in self._placed):
            box.translate(0, _SIDE + 2)
        self._placed.append(Sign(box, mark))
        return box


def bubble(painter: QPainter, box: QRectF, edge: QColor) -> None:
    """Paint a speech bubble with two lines in it."""
    body = QRectF(box.left(), box.top(), box.width(), box.height() * 0.76)
    shape = QPainterPath()
    shape.addRoundedRect(body, 3, 3)
    tail = QPolygonF(
        [
            QPointF(body.left() + 3.5, body.bottom() - 1),
            QPointF(body.left() + 3.5, body.bottom() + 3.5),
            QPointF(body.left() + 8, body.bottom() - 1),
        ]
    )
    outline = QPainterPath()
    outline.addPolygon(tail)
    _begin(painter, edge, 0.28)
    painter.drawPath(shape.united(outline).simplified())
    for part in (0.36, 0.66):
        height = body.top() + body.height() * part
        painter.drawLine(QPointF(body.left() + 3.5, height), QPointF(body.right() - 3.5, height))


def tick_box(painter: QPainter, box: QRectF, edge: QColor, *, ticked: bool) -> None:
    """Paint a box to tick off, ticked or not."""
    square = box.adjusted(1.5, 1.5, -1.5, -1.5)
    _begin(painter, edge, 0.28 if ticked else 0.0)
    painter.drawRoundedRect(square, 2.5, 2.5)
    if ticked:
        low = QPointF(square.center().x() - 0.8, square.bottom() - 3)
        painter.drawLine(QPointF(square.left() + 2.5, square.center().y() + 0.3), low)
        painter.drawLine(low, QPointF(square.right() - 2.2, square.top() + 3))


def ribbon(painter: QPainter, box: QRectF, edge: QColor) -> None:
    """Paint the end of a ribbon, as it hangs out of a book."""
    left, right = box.left() + 3, box.right() - 3
    corners = [
        QPointF(left, box.top()),
        QPointF(right, box.top()),
        QPointF(right, box.bottom()),
        QPointF((left + right) / 2, box.bottom() - 4),
        QPointF(left, box.bottom()),
    ]
    _begin(painter, edge, 0.75)
    painter.drawPolygon(QPolygonF(corners))


def _begin(painter: QPainter, edge: QColor, strength: float) -> None:
    edge, fill = QColor(edge), QColor(edge)
    edge.setAlphaF(1.0)
    fill.setAlphaF(strength)
    painter.setPen(QPen(edge, 1.4))
    painter.setBrush(fill)
