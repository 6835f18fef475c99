"""All corrections by hand: of a document, of its issue, or of the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.plain_table import set_plain
from desktop.models.correction_rows import CorrectionRows
from storage.types import Correction

NOTICE, ISSUE, ALL = "notice", "issue", "all"
_ROOM = (130, 70, 210, 90, 250)


class CorrectionsDialog(QDialog):
    """A table that stays open while corrections are taken back and made again."""

    scope_changed = Signal()
    place_wanted = Signal(object)  # Correction
    turn_wanted = Signal(object)  # Correction: to be taken back, or made again

    def __init__(
        self,
        model: CorrectionRows,
        scopes: Sequence[tuple[str, str]],
        *,
        read_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`scopes` are those that can be chosen, each its label and its key."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Corrections by hand"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 480)
        self._model = model
        self._read_only = read_only
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(self.tr("Whose corrections"))
        for label, key in scopes:
            self.scope.addItem(label, key)
        self._build()
        self.scope.currentIndexChanged.connect(self._choose_scope)
        self.table.doubleClicked.connect(self._go)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        model.modelReset.connect(self._show_state)
        self.go.clicked.connect(self._go)
        self.turn.clicked.connect(self._turn)
        self._show_state()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.table = QTableView(self)
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("Corrections"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_plain(self.table, _ROOM)
        self.told = QLabel(self)
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        self.go = self._button(self.tr("&Go there"))
        self.turn = self._button(self.tr("&Take back"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.turn)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        for widget in (self.scope, self.table, self.told):
            column.addWidget(widget)
        column.addLayout(row)

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setAutoDefault(False)
        return button

    @property
    def chosen(self) -> Correction | None:
        """The selected correction."""
        rows = self.table.selectionModel().selectedRows()
        return self._model.corrections[rows[0].row()] if rows else None

    @property
    def scope_key(self) -> str:
        """Whose corrections are wanted: NOTICE, ISSUE or ALL."""
        return str(self.scope.currentData())

    def show_corrections(self, corrections: Sequence[Correction]) -> None:
        """Show these; the one that was selected stays selected."""
        before = self.chosen
        self._model.set_corrections(corrections)
        for row, one in enumerate(self._model.corrections):
            if before is not None and one.uuid == before.uuid:
                self.table.selectRow(row)

    def tell(self, fault: str) -> None:
        """Say why a correction was not taken back or made again."""
        self.told.setText(fault)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the place."""
        if self.table.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _choose_scope(self) -> None:
        self.scope_changed.emit()

    def _show_state(self) -> None:
        chosen = self.chosen
        self.go.setEnabled(chosen is not None)
        self.turn.setEnabled(chosen is not None and not self._read_only)
        again = chosen is not None and chosen.undone is not None
        self.turn.setText(self.tr("&Make again") if again else self.tr("&Take back"))
        count = len(self._model.corrections)
        told = self.tr("{count} corrections").format(count=count)
        if chosen is not None and chosen.state == "unfit":
            told = self._model.state(chosen)
        if self._read_only:
            told += " · " + self.tr("This library can only be read.")
        self.told.setText(told if count else self.tr("Nothing was corrected by hand."))

    def _go(self) -> None:
        if self.chosen is not None:
            self.place_wanted.emit(self.chosen)

    def _turn(self) -> None:
        if self.chosen is not None and not self._read_only:
            self.turn_wanted.emit(self.chosen)
