"""The bin: deleted marks, to be brought back or deleted for good."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.plain_table import set_plain
from desktop.models.mark_bin import BinModel
from storage.types import Mark

_ROOM = (150, 260, 180)


class MarkBinDialog(QDialog):
    """A table of the deleted marks; it stays open while marks go and come."""

    restore_wanted = Signal(list)  # list[Mark]
    purge_wanted = Signal(list)  # list[Mark], the user was asked

    def __init__(self, model: BinModel, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Bin of deleted marks"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 480)
        self._model = model
        self._read_only = read_only
        self._doomed: list[Mark] = []
        self._build()
        self.restore.clicked.connect(self._restore)
        self.restore_all.clicked.connect(self._restore_shown)
        self.purge.clicked.connect(self._ask_purge)
        self.purge_all.clicked.connect(self._ask_purge_shown)
        self.table.doubleClicked.connect(self._restore)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        model.modelReset.connect(self._show_state)
        self._show_state()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Filter by words, notes, documents"))
        self.words.setAccessibleName(self.tr("Filter the bin"))
        self.words.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(self._filter)
        self.words.textChanged.connect(self._pause.start)
        self.table = QTableView(self)
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("Deleted marks"))
        set_plain(self.table, _ROOM)
        self.state = QLabel(self)
        self.state.setObjectName("hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        self.restore = self._button(self.tr("&Restore"))
        self.restore_all = self._button(self.tr("Restore &all"))
        self.purge = self._button(self.tr("&Delete for good…"))
        self.purge_all = self._button(self.tr("&Empty the bin…"))
        for button in (self.restore, self.restore_all, self.purge, self.purge_all):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        for widget in (self.words, self.table, self.state):
            column.addWidget(widget)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter restores, Delete asks and deletes for good."""
        chosen = self.table.hasFocus() and bool(self.selected())
        if chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._restore()
        elif chosen and event.key() == Qt.Key.Key_Delete:
            self._ask_purge()
        else:
            super().keyPressEvent(event)

    def selected(self) -> list[Mark]:
        """The selected marks from the top."""
        chosen: QItemSelectionModel = self.table.selectionModel()
        return [self._model.marks[index.row()] for index in sorted(chosen.selectedRows())]

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setAutoDefault(False)
        return button

    def _filter(self) -> None:
        self._model.set_filter(self.words.text())

    def _show_state(self) -> None:
        shown, total = len(self._model.marks), self._model.total
        some = self.table.selectionModel().hasSelection() and not self._read_only
        self.restore.setEnabled(some)
        self.purge.setEnabled(some)
        self.restore_all.setEnabled(bool(shown) and not self._read_only)
        self.purge_all.setEnabled(bool(shown) and not self._read_only)
        told = self.tr("{shown} of {total} deleted marks").format(shown=shown, total=total)
        self.state.setText(told if total else self.tr("The bin is empty."))

    def _restore(self) -> None:
        if not self._read_only and self.selected():
            self.restore_wanted.emit(self.selected())

    def _restore_shown(self) -> None:
        self.restore_wanted.emit(list(self._model.marks))

    def _ask_purge(self) -> None:
        if not self._read_only:
            self._ask(self.selected())

    def _ask_purge_shown(self) -> None:
        self._ask(list(self._model.marks))

    def _ask(self, marks: list[Mark]) -> None:
        self._doomed = marks
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Delete for good"),
            self.tr("Delete {count} marks with their notes for good?").format(count=len(marks)),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setInformativeText(self.tr("This cannot be taken back."))
        delete = box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        delete.clicked.connect(self._purge)
        box.finished.connect(box.deleteLater)
        box.open()

    def _purge(self) -> None:
        self.purge_wanted.emit(self._doomed)
