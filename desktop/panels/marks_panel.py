"""The tab 标注: the marks of the open notice, or of the whole library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.models.marks import MARK_ROLE, MarksModel
from desktop.panels.mark_delegate import MarkDelegate
from desktop.theme import Dress
from storage.types import Mark


class MarksPanel(QWidget):
    """Lists marks; asks for the place of one, or to copy or delete it."""

    mark_wanted = Signal(object)  # Mark
    note_wanted = Signal(object)  # Mark; its place and its card
    deletion_wanted = Signal(str)  # uuid
    copy_wanted = Signal(object)  # Mark
    scope_changed = Signal(bool)  # whether all of the library is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marksPanel")
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(self.tr("Whose marks"))
        self.scope.addItem(self.tr("This document"), False)
        self.scope.addItem(self.tr("Whole library"), True)
        self.count = QLabel(self)
        self.count.setObjectName("caption")
        self.model = MarksModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Marks"))
        self.list.setModel(self.model)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # thousands of rows never freeze
        self.list.setBatchSize(120)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._delegate = MarkDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setMargin(16)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.scope)
        row.addStretch(1)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(row)
        column.addWidget(self.hint, 1)
        column.addWidget(self.list, 1)
        self.scope.currentIndexChanged.connect(self._change_scope)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._open_note)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.set_marks([])

    @property
    def whole_library(self) -> bool:
        """Whether all marks of the library are wanted."""
        return bool(self.scope.currentData())

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """List marks."""
        current = self.list.currentIndex().data(MARK_ROLE)
        self.model.set_marks(marks, with_source=self.whole_library)
        count = self.model.rowCount()
        self.count.setText(self.tr("{count} marks").format(count=count) if count else "")
        self.hint.setText(
            self.tr("Select text and choose a colour: the passage is marked at once.")
        )
        self.hint.setVisible(not count)
        self.list.setVisible(bool(count))
        if isinstance(current, Mark):
            self.select(current.uuid)

    def select(self, uuid: str) -> None:
        """Show one mark as the current one."""
        row = self.model.row_of(uuid)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._delegate.dress = dress
        self.list.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the marks anew."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Delete deletes the current mark."""
        mark = self.list.currentIndex().data(MARK_ROLE)
        if event.key() == Qt.Key.Key_Delete and isinstance(mark, Mark):
            self.deletion_wanted.emit(mark.uuid)
        else:
            super().keyPressEvent(event)

    def _change_scope(self) -> None:
        self.scope_changed.emit(self.whole_library)

    def _choose(self, index: QModelIndex) -> None:
        self.mark_wanted.emit(index.data(MARK_ROLE))

    def _open_note(self, index: QModelIndex) -> None:
        self.note_wanted.emit(index.data(MARK_ROLE))

    def _show_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to this mark")).triggered.connect(self._menu_go)
        menu.addAction(self.tr("Open the note")).triggered.connect(self._menu_note)
        menu.addAction(self.tr("Copy with citation")).triggered.connect(self._menu_copy)
        menu.addSeparator()
        menu.addAction(self.tr("Delete mark")).triggered.connect(self._menu_delete)
        menu.popup(self.list.viewport().mapToGlobal(point))

    def _menu_go(self) -> None:
        self._choose(self.list.currentIndex())

    def _menu_note(self) -> None:
        self._open_note(self.list.currentIndex())

    def _menu_copy(self) -> None:
        self.copy_wanted.emit(self.list.currentIndex().data(MARK_ROLE))

    def _menu_delete(self) -> None:
        self.deletion_wanted.emit(self.list.currentIndex().data(MARK_ROLE).uuid)
