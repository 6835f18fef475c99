"""The tab 标注: marks of the open notice, its issue or the library, and what is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.models.mark_board import Arrangement
from desktop.models.mark_entries import MarkEntry
from desktop.models.marks import ROW_ROLE, MarksModel
from desktop.panels.checking_bar import CheckingBar
from desktop.panels.floating import style_name
from desktop.panels.mark_bulk_bar import MarkActions, MarkBulkBar
from desktop.panels.mark_filter_bar import MarkFilterBar
from desktop.panels.mark_list import MarkList
from desktop.theme import Dress
from storage.types import MARK_STYLES, Mark

_STYLE_KEYS = {Qt.Key.Key_1 + at: style for at, style in enumerate(MARK_STYLES)}


class MarksPanel(QWidget):
    """Lists marks; asks for the place of one, or for changes of those that are selected."""

    mark_wanted = Signal(object)  # Mark
    note_wanted = Signal(object)  # Mark; its place and its card
    deletion_wanted = Signal(list)  # list[Mark]
    copy_wanted = Signal(list)
    export_wanted = Signal(list)
    tags_wanted = Signal(list)
    style_wanted = Signal(list, str)  # list[Mark], style
    due_wanted = Signal(list, str)  # list[Mark], one of mark_bulk_bar.DAYS
    done_wanted = Signal(list, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marksPanel")
        self._read_only = False
        self._filtered_out = False
        self.model = MarksModel(style_name, self)
        self.bar = MarkFilterBar(self)
        self.list = MarkList(self.model, self)
        self.list.setAccessibleName(self.tr("Marks"))
        self.actions_ = MarkActions(self)
        self.bulk = MarkBulkBar(self.actions_, self)
        self.checking = CheckingBar(self)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setMargin(16)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.clear = QPushButton(self.tr("Clear the filter"), self)
        self.clear.setProperty("flat", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.checking)
        column.addWidget(self.hint)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.bulk)
        self._connect()
        self.show_arrangement(Arrangement(), "none", with_source=False)

    def _connect(self) -> None:
        self.list.chosen.connect(self.mark_wanted)
        self.list.activated.connect(self._activate)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.selectionModel().selectionChanged.connect(self._count_selected)
        self.list.installEventFilter(self)
        self.bar.words.installEventFilter(self)
        self.bar.open_all_wanted.connect(self._open_all)
        self.clear.clicked.connect(self.bar.clear)
        self.bulk.tags_wanted.connect(self._ask_tags)
        self.bulk.copy_wanted.connect(self._ask_copy)
        self.bulk.export_wanted.connect(self._ask_export)
        self.bulk.deletion_wanted.connect(self._ask_deletion)
        self.actions_.style_wanted.connect(self._ask_style)
        self.actions_.due_wanted.connect(self._ask_due)
        self.actions_.done_wanted.connect(self._ask_done)

    # ---- what it shows

    def show_arrangement(self, shown: Arrangement, grouping: str, *, with_source: bool) -> None:
        """List marks in groups; `with_source` names the notice of each."""
        self.model.set_groups(shown.groups, grouping, with_source=with_source)
        self.bar.show_counts(shown.shown, shown.total)
        self.checking.show_counts(shown.to_check, shown.unplaced)
        self._filtered_out = bool(shown.total and not shown.shown)
        if self._filtered_out:
            self.hint.setText(self.tr("No mark fits the filter."))
        else:
            told = self.tr("Select text and choose a colour: the passage is marked at once.")
            self.hint.setText(told)
        self.hint.setVisible(not shown.shown)
        self.clear.setVisible(self._filtered_out)
        self.list.setVisible(bool(shown.shown))
        self._count_selected()

    def select(self, uuid: str) -> None:
        """Show one mark as the current one, where it is listed."""
        row = self.model.row_of(uuid)
        if row < 0:
            self.model.open_group_of(uuid)
            row = self.model.row_of(uuid)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))

    def selected(self) -> list[Mark]:
        """The selected marks in the order shown."""
        return self.list.selected_marks()

    def set_read_only(self, on: bool) -> None:
        """Offer no changes in a library that can only be read."""
        self._read_only = on
        self.bulk.set_read_only(on)
        self.checking.set_read_only(on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.list.delegate.dress = dress
        self.list.viewport().update()
        self.bar.set_dress(dress)
        self.checking.set_dress(dress)
        self.actions_.set_dress(dress)
        self.bulk.set_dress(dress)

    # ---- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The keys of the list, and the way from the words into it."""
        if event.type() == QEvent.Type.ShortcutOverride and watched is self.list:
            if cast(QKeyEvent, event).matches(QKeySequence.StandardKey.Copy):
                event.accept()  # the page's copy must not take it
            return False
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        pressed = cast(QKeyEvent, event)
        if pressed.key() == Qt.Key.Key_Escape and not pressed.modifiers():
            return self._escape()
        if watched is self.list:
            return self._press(pressed)
        if pressed.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to_list()
            return True
        return False

    def _escape(self) -> bool:
        """Select only one mark again, or clear the filter; False where there is neither."""
        if len(self.list.selected_rows()) > 1:
            self._select_current()
        elif self.bar.filter:
            self.bar.clear()
        else:
            return False
        return True

    def _press(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._ask_copy()
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.selected():
            return False
        if event.key() in _STYLE_KEYS:
            self._ask_style(_STYLE_KEYS[event.key()])
            return True
        wanted = {
            Qt.Key.Key_Delete: self._ask_deletion,
            Qt.Key.Key_T: self._ask_tags,
            Qt.Key.Key_D: self._ask_day,
            Qt.Key.Key_X: self._turn_done,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            return False
        wanted()
        return True

    def _go_to_list(self) -> None:
        """Put the keyboard on the first mark that the words left."""
        self.bar.take_words()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        rows = enumerate(self.model.rows)
        first = next((at for at, row in rows if isinstance(row, MarkEntry)), -1)
        if first >= 0:
            self.list.setCurrentIndex(self.model.index(first, 0))

    # ---- what is selected

    def _count_selected(self) -> None:
        self.bulk.show_count(self.list.count_selected())

    def _select_current(self) -> None:
        index = self.list.currentIndex()
        self.list.selectionModel().clearSelection()
        self.list.setCurrentIndex(index)

    def _activate(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, MarkEntry):
            self.note_wanted.emit(row.mark)

    def _open_all(self, is_open: bool) -> None:
        self.model.set_all_open(is_open=is_open)

    # ---- asking

    def _ask_deletion(self) -> None:
        if not self._read_only:
            self.deletion_wanted.emit(self.selected())

    def _ask_style(self, style: str) -> None:
        if not self._read_only:
            self.style_wanted.emit(self.selected(), style)

    def _ask_tags(self) -> None:
        if not self._read_only:
            self.tags_wanted.emit(self.selected())

    def _ask_due(self, day: str) -> None:
        if not self._read_only:
            self.due_wanted.emit(self.selected(), day)

    def _ask_day(self) -> None:
        self._ask_due("choose")

    def _ask_done(self, done: bool) -> None:
        if not self._read_only:
            self.done_wanted.emit(self.selected(), done)

    def _turn_done(self) -> None:
        self._ask_done(not all(mark.done for mark in self.selected()))

    def _ask_copy(self) -> None:
        self.copy_wanted.emit(self.selected())

    def _ask_export(self) -> None:
        self.export_wanted.emit(self.selected())

    def _ask_go(self) -> None:
        mark = self.list.current_mark()
        if mark is not None:
            self.mark_wanted.emit(mark)

    def _ask_note(self) -> None:
        self._activate(self.list.currentIndex())

    def _show_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if not index.isValid():
            return
        if not self.list.selectionModel().isSelected(index):
            self.list.setCurrentIndex(index)
        menu = self.menu_for(self.selected())
        menu.popup(self.list.viewport().mapToGlobal(point))

    def menu_for(self, marks: Sequence[Mark]) -> QMenu:
        """What can be done with the selected marks."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(marks) == 1:
            menu.addAction(self.tr("Go to this mark")).triggered.connect(self._ask_go)
            menu.addAction(self.tr("Open the note\tEnter")).triggered.connect(self._ask_note)
            menu.addSeparator()
        changing = [
            menu.addMenu(self.actions_.style_menu()),
            menu.addAction(self.tr("Tags…\tT")),
            menu.addMenu(self.actions_.task_menu()),
        ]
        changing[1].triggered.connect(self._ask_tags)
        menu.addSeparator()
        menu.addAction(self.tr("Copy with citation\tCtrl+C")).triggered.connect(self._ask_copy)
        menu.addAction(self.tr("Export…")).triggered.connect(self._ask_export)
        menu.addSeparator()
        menu.addAction(self.tr("Select all\tCtrl+A")).triggered.connect(self.list.selectAll)
        changing.append(menu.addAction(self.tr("Delete\tDel")))
        changing[-1].triggered.connect(self._ask_deletion)
        for action in changing:
            action.setEnabled(not self._read_only and bool(marks))
        return menu
