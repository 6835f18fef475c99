"""A label that takes a few lines where its text needs them, and ends in an ellipsis beyond."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.models.tips import plain_tip
from desktop.panels.wrapping import draw_lines, line_height, wrapped

_BETWEEN = "　·　"


class FewLines(QLabel):
    """Shows words, or parts of which none is broken that fits a line; all of them in its tool tip.

    It is as high as its width asks for, at most `most` lines.
    """

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._parts: list[str] = []
        # Layouts ask for the height of many widths, dozens of times in one go.
        self._known: dict[int, list[str]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show parts one after the other, a dot between two; a single one is broken anywhere."""
        self._parts = [part for part in parts if part]
        self._known = {}
        told = _BETWEEN.join(self._parts)
        self.setText(told)
        self.setToolTip(plain_tip("\n".join(self._parts)))
        self.setAccessibleName(told)
        self.updateGeometry()

    def lines(self, width: int) -> list[str]:
        """The lines in a width in pixels."""
        if width not in self._known:
            self._known[width] = self._made_lines(width)
        return self._known[width]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """In another font the lines are others."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._known = {}
        super().changeEvent(event)

    def _made_lines(self, width: int) -> list[str]:
        metrics = self.fontMetrics()
        made: list[str] = []
        for part in self._parts:
            joined = made[-1] + _BETWEEN + part if made else part
            if made and metrics.horizontalAdvance(joined) <= width:
                made[-1] = joined
            else:
                made.append(part)
        if len(made) == 1:
            return wrapped(made[0], metrics, width, self._most)
        kept = [*made[: self._most - 1], _BETWEEN.join(made[self._most - 1 :])]
        elided = Qt.TextElideMode.ElideRight
        return [metrics.elidedText(line, elided, width) for line in kept if line]

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """It grows where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The pixels its lines take."""
        return max(len(self.lines(width)), 1) * line_height(self.fontMetrics())

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as it is."""
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It may become narrow, but not lower than its lines."""
        return QSize(40, line_height(self.fontMetrics()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.setFont(self.font())
        draw_lines(painter, self.lines(self.width()), 0, 0)
        painter.end()
