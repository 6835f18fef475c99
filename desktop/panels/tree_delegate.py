"""Paints the tree's rows: a document over two lines with its number, the rest on one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.models.library_tree import COUNT_ROLE, NEW_ROLE, NODE_ROLE, VERSIONS_ROLE
from desktop.models.titles import short_title
from desktop.models.tree_nodes import Node
from desktop.panels.wrapping import draw_lines, line_height, wrapped
from desktop.theme import Dress
from storage.types import NoticeSummary

Index = QModelIndex | QPersistentModelIndex
_ICON = 18
_PAD = 5
_SIGN = 15
"""Pixels of the sign that there are other versions."""
_ICONS = {
    "recent": "recent",
    "bookmarks": "bookmark",
    "bookmark": "bookmark",
    "tags": "tag",
    "tag": "tag",
    "searches": "searches",
    "search": "search",
    "search-group": "singles",
    "gazette": "gazette",
    "year": "year",
    "issue": "issue",
    "section": "section",
    "singles": "singles",
}


class TreeDelegate(QStyledItemDelegate):
    """Rows of the library's tree."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.dress: Dress | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its lines."""
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined]
        node: Node = index.data(NODE_ROLE)
        if not isinstance(node.value, NoticeSummary):
            return QSize(60, metrics.height() + 2 * _PAD)
        lines = len(wrapped(short_title(node.value), metrics, self._room(index), 2))
        lines += bool(node.value.number or node.value.date)
        return QSize(60, lines * line_height(metrics) + 2 * _PAD + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        if self.dress is None:
            return
        theme = self.dress.theme
        node: Node = index.data(NODE_ROLE)
        room = QRect(option.rect)  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, QColor(theme.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            hover = QColor(theme.selected)
            hover.setAlphaF(0.4)
            painter.fillRect(room, hover)
        painter.setFont(option.font)  # type: ignore[attr-defined]
        if isinstance(node.value, NoticeSummary):
            self._paint_notice(painter, room, node.value, index)
        else:
            self._paint_folder(painter, room, node, index)
        painter.restore()

    def _paint_folder(self, painter: QPainter, room: QRect, node: Node, index: Index) -> None:
        assert self.dress is not None
        theme = self.dress.theme
        top = room.top() + (room.height() - _ICON) // 2
        icon = self.dress.icon(_ICONS.get(node.kind, "issue"), theme.muted)
        icon.paint(painter, QRect(room.left() + 2, top, _ICON, _ICON))
        room.adjust(_ICON + 8, 0, -8, 0)
        count = index.data(COUNT_ROLE)
        if count is not None:
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(count)
            )
            room.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(str(count)) - 8, 0)
        if index.data(NEW_ROLE):
            self._paint_new(painter, room, f"+{index.data(NEW_ROLE)}")
        font = painter.font()
        font.setBold(node.kind == "gazette")
        painter.setFont(font)
        painter.setPen(QColor(theme.muted if node.kind == "section" else theme.text))
        told = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), told)

    def _paint_new(self, painter: QPainter, room: QRect, told: str) -> None:
        """A pill at the right end of the room, which becomes so much narrower."""
        assert self.dress is not None
        font = QFont(painter.font())
        painter.save()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        font.setBold(True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(told) + 12, metrics.height() + 1
        top = room.top() + (room.height() - height) // 2
        pill = QRect(room.right() - width + 1, top, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.dress.theme.accent))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(self.dress.theme.on_accent))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), told)
        painter.restore()
        room.adjust(0, 0, -width - 8, 0)

    def _paint_notice(
        self, painter: QPainter, room: QRect, notice: NoticeSummary, index: Index
    ) -> None:
        assert self.dress is not None
        room.adjust(2, _PAD, -8, -_PAD)
        metrics = painter.fontMetrics()
        lines = wrapped(short_title(notice), metrics, self._room(index), 2)
        painter.setPen(QColor(self.dress.theme.text))
        top = draw_lines(painter, lines, room.left(), room.top())
        told = "　".join(one for one in (notice.number, notice.date) if one)
        painter.setPen(QColor(self.dress.theme.muted))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        width = room.width()
        if index.data(VERSIONS_ROLE):
            width -= _SIGN + 6
            place = QRect(room.right() - _SIGN + 1, top + 1, _SIGN, _SIGN)
            self.dress.icon("copy", self.dress.theme.accent).paint(painter, place)
        told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, width)
        draw_lines(painter, [told], room.left(), top + 1)

    def _room(self, index: Index) -> int:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(self._view.viewport().width() - depth * self._view.indentation() - 12, 80)
