"""Paints lines of a source: their numbers, their paragraphs, and what no document shows of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.models.source_words import joined, repeated, why
from desktop.theme import Theme
from storage.types.proofreading import LEFT_OUT, ProofSource

if TYPE_CHECKING:
    from desktop.panels.source_lines_view import Shown

_BRACKET = 16.0
_EDGE = 8.0
_SMALL = 0.82
"""The size of numbers and remarks, in parts of the text's."""

Row = tuple[int, float, list[str]]
"""A line's number, the height of its top in the viewport, its rows."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where things stand from the left, in pixels, and how many characters a row holds."""

    number: float
    text: float
    right: float
    row: float
    characters: int


class SourceLinesPainter:
    """Paints what a SourceLinesView asks for."""

    def __init__(self, colours: Theme) -> None:
        self.colours = colours
        self.font = QFont()

    def small_font(self) -> QFont:
        """The font of numbers and remarks."""
        made = QFont(self.font)
        size = self.font.pointSizeF()
        if size > 0:
            made.setPointSizeF(size * _SMALL)
        else:
            made.setPixelSize(max(round(self.font.pixelSize() * _SMALL), 8))
        return made

    def geometry(self, width: int, lines: int, row: float) -> Geometry:
        """Share a width out for a source of so many lines."""
        digits = max(len(str(lines)), 3)
        number = _EDGE + QFontMetricsF(self.small_font()).horizontalAdvance("0") * digits
        text = number + _BRACKET + _EDGE
        em = QFontMetricsF(self.font).horizontalAdvance("国")
        room = width - text - _EDGE * 2
        return Geometry(number, text, width - _EDGE, row, max(int(room / max(em, 1.0)), 6))

    def paint(
        self,
        widget: QWidget,
        rows: Sequence[Row],
        source: ProofSource,
        shown: Shown,
        at: Geometry,
    ) -> None:
        """Paint some lines on a widget."""
        painter = QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(widget.rect(), QColor(self.colours.panel))
        starts = {one.start for one in source.notices}
        for line, top, texts in rows:
            blank = not texts[0].strip()
            high = at.row * (0.5 if blank else len(texts))
            if line in shown.in_hand or (self._within(line, shown) and blank):
                room = QRectF(0, math.floor(top), at.right + _EDGE, math.ceil(high + 0.5))
                self._paint_in_hand(painter, room)
            if line in starts:
                painter.setPen(QPen(QColor(self.colours.rule), 1))
                painter.drawLine(QPointF(0, top), QPointF(at.right + _EDGE, top))
            self._paint_page(painter, line, top, source, at)
            self._paint_bracket(painter, line, top, high, shown, at)
            if not blank:
                self._paint_number(painter, line, top, shown, at)
                self._paint_text(painter, line, top, texts, source, shown, at)
        painter.end()

    def _within(self, line: int, shown: Shown) -> bool:
        """Whether a line stands between the first and the last one in hand."""
        return len(shown.in_hand) > 1 and shown.in_hand[0] < line < shown.in_hand[-1]

    def _paint_in_hand(self, painter: QPainter, room: QRectF) -> None:
        painter.fillRect(room, QColor(self.colours.selected))
        painter.fillRect(QRectF(0, room.top(), 3, room.height()), QColor(self.colours.accent))

    def _paint_page(
        self, painter: QPainter, line: int, top: float, source: ProofSource, at: Geometry
    ) -> None:
        """A dotted line where a page begins, with its number."""
        page = source.pages[line - 1] if line <= len(source.pages) else 0
        if not page or line < 2 or source.page(line - 1) == page:
            return
        pen = QPen(QColor(self.colours.rule), 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(at.text, top), QPointF(at.right, top))
        painter.setFont(self.small_font())
        painter.setPen(QColor(self.colours.muted))
        room = QRectF(at.text, top - at.row * 0.62, at.right - at.text, at.row * 0.6)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{page}"
        )

    def _paint_bracket(
        self, painter: QPainter, line: int, top: float, high: float, shown: Shown, at: Geometry
    ) -> None:
        """Beside the lines of one paragraph a line from its first to its last one."""
        group = shown.groups.get(line)
        if group is None:
            return
        first, last = group
        in_hand = line in shown.in_hand or self._within(line, shown)
        name = self.colours.accent if in_hand else self.colours.rule
        painter.setPen(QPen(QColor(name), 1.6))
        x, middle = at.number + _BRACKET * 0.6, at.row / 2
        start = top + middle if line == first else top
        end = top + high - middle if line == last else top + high
        painter.drawLine(QPointF(x, start), QPointF(x, end))
        for wanted, y in ((first, start), (last, end)):
            if line == wanted:
                painter.drawLine(QPointF(x, y), QPointF(x + _BRACKET * 0.35, y))

    def _paint_number(
        self, painter: QPainter, line: int, top: float, shown: Shown, at: Geometry
    ) -> None:
        doubtful, in_hand = line in shown.doubts, line in shown.in_hand
        name = self.colours.accent if in_hand else self.colours.muted
        painter.setFont(self.small_font())
        painter.setPen(QColor(self.colours.warning if doubtful else name))
        if doubtful:
            painter.setBrush(QColor(self.colours.warning))
            painter.drawEllipse(QPointF(at.number + _BRACKET * 0.3, top + at.row / 2), 2.6, 2.6)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, top, at.number, at.row), flags, str(line))

    def _paint_text(
        self,
        painter: QPainter,
        line: int,
        top: float,
        texts: Sequence[str],
        source: ProofSource,
        shown: Shown,
        at: Geometry,
    ) -> None:
        unshown = source.unshown.get(line)
        self._paint_found(painter, line, top, texts, shown, at)
        faint = unshown is not None or line not in shown.own
        ink = self.colours.faint_ink if faint else self.colours.ink
        painter.setFont(self.font)
        metrics = QFontMetricsF(self.font)
        base = top + (at.row - metrics.height()) / 2 + metrics.ascent()
        painter.setPen(QColor(self.colours.danger if unshown == LEFT_OUT else ink))
        for number, text in enumerate(texts):
            plain = text.replace("\t", " ")
            painter.drawText(QPointF(at.text, base + number * at.row), plain)
        twice = source.repeats.get(line, "")
        if twice:
            width = metrics.horizontalAdvance(texts[0][: len(twice)])
            painter.setPen(QPen(QColor(self.colours.muted), 1.4))
            y = base - metrics.ascent() * 0.36
            painter.drawLine(QPointF(at.text, y), QPointF(at.text + width, y))
        remark = (
            why(unshown)
            if unshown is not None
            else repeated(twice)
            if twice
            else joined()
            if line in shown.joins
            else ""
        )
        if remark:
            foot = top + (len(texts) - 1) * at.row
            wide = metrics.horizontalAdvance(texts[-1])
            self._paint_remark(painter, remark, foot, at.text + wide, at, unshown)

    def _paint_found(
        self,
        painter: QPainter,
        line: int,
        top: float,
        texts: Sequence[str],
        shown: Shown,
        at: Geometry,
    ) -> None:
        """Set off the words that a warning is about."""
        place = "".join(texts).find(shown.found) if shown.found and line == shown.current else -1
        if place < 0:
            return
        metrics, end = QFontMetricsF(self.font), place + len(shown.found)
        for number, text in enumerate(texts):
            first, last = max(place, 0), min(end, len(text))
            if first < last:
                left = at.text + metrics.horizontalAdvance(text[:first])
                width = metrics.horizontalAdvance(text[first:last])
                y = top + number * at.row + (at.row - metrics.height()) / 2
                room = QRectF(left, y, width, metrics.height())
                painter.fillRect(room, QColor(self.colours.current_hit))
            place, end = place - len(text), end - len(text)

    def _paint_remark(
        self,
        painter: QPainter,
        remark: str,
        top: float,
        behind: float,
        at: Geometry,
        unshown: str | None,
    ) -> None:
        """A small label behind the words, at the right edge where they leave no room."""
        font = self.small_font()
        metrics = QFontMetricsF(font)
        width, high = metrics.horizontalAdvance(remark) + 12, metrics.height() + 2
        left = min(behind + _EDGE, at.right - width)
        room = QRectF(left, top + (at.row - high) / 2, width, high)
        colour = QColor(self.colours.danger if unshown == LEFT_OUT else self.colours.muted)
        painter.setPen(QPen(QColor(self.colours.line), 1))
        painter.setBrush(QColor(self.colours.raised))
        painter.drawRoundedRect(room, high / 2, high / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, remark)
