"""A narrow bar beside the pages: where in the texts the differences are, and what is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import THEMES, Theme

_WIDTH = 16
_LEAST = 3.0


class DifferenceBar(QWidget):
    """Shows all differences at once; a click goes to the nearest."""

    chosen = Signal(int)  # index of a difference

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Where the differences are"))
        self.setToolTip(self.tr("All differences; click to go to one"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.colours: Theme = THEMES["light"]
        self._parts: list[tuple[float, float, str]] = []
        self._seen = (0.0, 0.0)
        self._at = -1

    def sizeHint(self) -> QSize:  # noqa: N802
        """As narrow as a scroll bar."""
        return QSize(_WIDTH, 100)

    def set_parts(self, parts: Sequence[tuple[float, float, str]]) -> None:
        """The differences: first and last part of the whole (0 to 1), and their kind."""
        self._parts, self._at = list(parts), -1
        self.update()

    def set_seen(self, first: float, last: float) -> None:
        """Which part of the whole is in sight."""
        if (first, last) != self._seen:
            self._seen = first, last
            self.update()

    def set_at(self, at: int) -> None:
        """Which difference the reader is at, -1 for none."""
        self._at = at
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, sight and differences."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.panel))
        first, last = self._seen
        sight = QRectF(0.5, first * self.height(), self.width() - 1, (last - first) * self.height())
        painter.fillRect(sight, QColor(self.colours.selected))
        lines = {"added": self.colours.added_line, "removed": self.colours.removed_line}
        for at, part in enumerate(self._parts):
            box = self._box(part).adjusted(3, 0, -3, 0)
            # Where only one side has something, the bar is half as wide, on that side.
            if part[2] in lines:
                half = box.width() / 2
                box.adjust(*((half, 0, 0, 0) if part[2] == "added" else (0, 0, -half, 0)))
            painter.fillRect(box, QColor(lines.get(part[2], self.colours.accent)))
            if at == self._at:
                painter.setPen(QPen(QColor(self.colours.text), 1.4))
                painter.drawRect(self._box(part).adjusted(1, -1.5, -1, 1.5))
        painter.end()

    def _box(self, part: tuple[float, float, str]) -> QRectF:
        high = max((part[1] - part[0]) * self.height(), _LEAST)
        top = min(part[0] * self.height(), self.height() - high)
        return QRectF(0, top, self.width(), high)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the difference nearest to the mouse."""
        if event.button() == Qt.MouseButton.LeftButton and self._parts:
            height = event.position().y()
            away = [abs(self._box(part).center().y() - height) for part in self._parts]
            self.chosen.emit(away.index(min(away)))
