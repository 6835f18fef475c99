"""Paints a mark in the list: a bar of its colour, its words, its note."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.marks import MARK_ROLE, SOURCE_ROLE
from desktop.panels.wrapping import draw_lines, line_height, wrapped
from desktop.theme import Dress
from storage.types import Mark

Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_LEFT = 16


class MarkDelegate(QStyledItemDelegate):
    """Rows of the list of marks."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.dress: Dress | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its lines."""
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        lines = sum(len(part) for part, _ in self._parts(index, metrics))
        return QSize(60, lines * line_height(metrics) + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one mark."""
        if self.dress is None:
            return
        theme = self.dress.theme
        mark: Mark = index.data(MARK_ROLE)
        room = QRect(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(room, QColor(theme.selected))
        painter.setPen(QColor(theme.line))
        painter.drawLine(room.left() + _LEFT, room.bottom(), room.right(), room.bottom())
        bar = QRect(room.left() + 6, room.top() + _PAD, 4, room.height() - 2 * _PAD)
        painter.fillRect(bar, QColor(theme.mark_edges.get(mark.style, theme.accent)))
        top = room.top() + _PAD
        for lines, name in self._parts(index, painter.fontMetrics()):
            painter.setPen(QColor(getattr(theme, name)))
            top = draw_lines(painter, lines, room.left() + _LEFT, top) + 1
        painter.restore()

    def _parts(self, index: Index, metrics: QFontMetrics) -> list[tuple[list[str], str]]:
        """The lines of words, note and source, each with the name of its colour."""
        mark: Mark = index.data(MARK_ROLE)
        width = self._view.viewport().width() - _LEFT - 10
        parts = [(wrapped(mark.quote, metrics, width, 3), "text")]
        if mark.note:
            parts.append((wrapped(self.tr("Note: ") + mark.note, metrics, width, 3), "accent"))
        if mark.state == "unplaced":
            parts.append((wrapped(self.tr("Its words are gone"), metrics, width, 1), "danger"))
        elif mark.state == "check":
            parts.append((wrapped(self.tr("Place to be checked"), metrics, width, 1), "warning"))
        source = index.data(SOURCE_ROLE)
        if source:
            told = metrics.elidedText(source, Qt.TextElideMode.ElideRight, width)
            parts.append(([told], "muted"))
        return parts
