"""A label of one line that ends in an ellipsis where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from desktop.models.tips import plain_tip


class ElidedLabel(QLabel):
    """Shows what fits; the whole text is its tool tip."""

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text of one line."""
        super().setText(text)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It may become narrow."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        mode = Qt.TextElideMode.ElideRight
        told = self.fontMetrics().elidedText(self.text(), mode, room.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, int(self.alignment()), told)
        painter.end()
