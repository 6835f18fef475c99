"""The frame around the paragraph that is in hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from desktop.reading.look import PAD
from desktop.theme import Theme


def paint_frame(
    painter: QPainter,
    document: QTextDocument,
    ranges: Sequence[tuple[int, int]],
    colours: Theme,
) -> None:
    """Shade a paragraph or table and put a bar to its left; `ranges` are document positions."""
    if not ranges:
        return
    room = QRectF()
    layout = document.documentLayout()
    for position in (ranges[0][0], max(ranges[-1][1] - 1, ranges[0][0])):
        block = document.findBlock(position)
        corner = layout.blockBoundingRect(block).topLeft()
        lines = block.layout().boundingRect().translated(corner)
        room = lines if room.isNull() else room.united(lines)
    left = PAD - 16.0
    frame = QRectF(left, room.top() - 1, document.textWidth() - 2 * left, room.height() + 2)
    painter.save()
    painter.setPen(QPen(QColor(colours.rule), 1))
    painter.setBrush(QColor(colours.shade))
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(QRectF(left, frame.top(), 3, frame.height()), 1.5, 1.5)
    painter.restore()
