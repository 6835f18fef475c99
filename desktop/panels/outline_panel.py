"""The tab 目录: the heads of the open notice."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models.outline import (
    LEVEL_ROLE,
    OFFSET_ROLE,
    OutlineEntry,
    OutlineModel,
    outline_entries,
)
from desktop.reading.sheet import Sheet
from desktop.theme import Dress

Index = QModelIndex | QPersistentModelIndex
_STEP = 14


class OutlineDelegate(QStyledItemDelegate):
    """Paints a head, indented by its level; parts are bold."""

    dress: Dress | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """One line and some air."""
        return QSize(80, option.fontMetrics.height() + 11)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one head."""
        if self.dress is None:
            return
        theme = self.dress.theme
        room = QRect(option.rect)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        level = index.data(LEVEL_ROLE)
        painter.save()
        if chosen:
            painter.fillRect(room, QColor(theme.selected))
            painter.fillRect(QRect(room.left(), room.top(), 3, room.height()), QColor(theme.accent))
        font = option.font  # type: ignore[attr-defined]
        font.setBold(level == 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if level <= 1 or chosen else theme.muted))
        room.adjust(14 + _STEP * max(level - 1, 0), 0, -8, 0)
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class OutlinePanel(QWidget):
    """Follows the page, and asks for a place when a head is chosen."""

    place_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self.model = OutlineModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Outline"))
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self._delegate = OutlineDelegate(self)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setMargin(16)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._stack)

    def set_entries(self, entries: list[OutlineEntry]) -> None:
        """Show another notice's outline."""
        self.model.set_entries(entries)
        self.hint.setText(self.tr("This document has no headings."))
        self._stack.setCurrentIndex(1 if entries else 0)

    def follow(self, offset: int) -> None:
        """Show which head the page is under."""
        row = self.model.row_at(offset)
        index = self.model.index(row, 0)
        if row < 0:
            self.list.selectionModel().clear()
        elif index != self.list.currentIndex() or not self.list.selectionModel().hasSelection():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._delegate.dress = dress
        self.list.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        self.place_wanted.emit(index.data(OFFSET_ROLE))


def page_outline(sheet: Sheet) -> list[OutlineEntry]:
    """The heads of a page; of a whole issue each notice's title stands above its own."""
    found: list[OutlineEntry] = []
    for stored in sheet.notices:
        base = sheet.base(stored.summary.uuid)
        below = int(sheet.issue_id is not None)
        if below:
            found.append(OutlineEntry(0, " ".join(stored.summary.title.split()), base))
        found += [
            OutlineEntry(one.level + below, one.text, base + one.offset)
            for one in outline_entries(stored.notice)
        ]
    return found
