"""The two handles at the ends of the mark that is open: drag one to extend or shorten the mark."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

START, END = "start", "end"
_RADIUS = 6.5
_STEM = 3.0
REACH, REACH_OF_FINGERS = 13.0, 26.0
"""Pixels from a knob's middle where a mouse, or a finger, takes hold of it."""


class Handles:
    """Where the handles are on the page: the first one's knob is above its line."""

    def __init__(self) -> None:
        self._bars: dict[str, QLineF] = {}

    def clear(self) -> None:
        """There are none."""
        self._bars = {}

    def place_start(self, line: QRectF) -> None:
        """The mark begins at the left of a line's rectangle."""
        top = QPointF(line.left(), line.top() - _STEM)
        self._bars[START] = QLineF(top, QPointF(line.left(), line.bottom()))

    def place_end(self, line: QRectF) -> None:
        """The mark ends at the right of a line's rectangle."""
        foot = QPointF(line.right(), line.bottom() + _STEM)
        self._bars[END] = QLineF(foot, QPointF(line.right(), line.top()))

    def knobs(self) -> dict[str, QPointF]:
        """The middle of each handle's knob, by START and END."""
        away = {START: QPointF(0, -_RADIUS), END: QPointF(0, _RADIUS)}
        return {name: bar.p1() + away[name] for name, bar in self._bars.items()}

    def at(self, point: QPointF, reach: float = REACH) -> str:
        """Which handle is at a point of the page, "" for none."""
        far = {name: QLineF(point, knob).length() for name, knob in self.knobs().items()}
        near = min(far, key=far.__getitem__, default="")
        return near if near and far[near] <= reach else ""

    def paint(self, painter: QPainter, edge: QColor, paper: QColor) -> None:
        """Paint them."""
        for name, knob in self.knobs().items():
            painter.setPen(QPen(edge, 2.0))
            painter.drawLine(self._bars[name])
            painter.setPen(QPen(paper, 1.5))
            painter.setBrush(edge)
            painter.drawEllipse(knob, _RADIUS, _RADIUS)
