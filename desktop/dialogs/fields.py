"""Fields put right by hand, each with what was recognised beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fault_label import fault_label
from desktop.dialogs.letters import plain
from desktop.one_paragraph import OneParagraph
from storage.types import FieldCorrection

_LINES = {"title": 4, "addressees": 4}


class FieldsDialog(QDialog):
    """One field below the other, with what was recognised. Enter asks for them to be saved."""

    save_wanted = Signal(list)  # list[FieldCorrection]

    def __init__(
        self,
        title: str,
        labels: Mapping[str, str],
        before: Mapping[str, str],
        recognised: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`labels` are those of the fields, in their order; "" for a field that says nothing."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._before = before
        self._recognised = recognised
        self.edits: dict[str, OneParagraph] = {}
        self.notes: dict[str, QLabel] = {}
        self._faults: dict[str, str] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for field, label in labels.items():
            self._add(form, field, label)
        self.fault = fault_label(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = QPushButton(self.tr("&Save"), self)
        self.save.setDefault(True)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.close)
        buttons.accepted.connect(self.ask)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addStretch(1)
        column.addWidget(buttons)
        self._show_state()
        next(iter(self.edits.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, form: QFormLayout, field: str, label: str) -> None:
        edit, note = OneParagraph(_LINES.get(field, 1), self), QLabel(self)
        edit.setAccessibleName(plain(label))
        edit.set_words(self._before[field])
        edit.textChanged.connect(self._show_state)
        edit.entered.connect(self.ask)
        edit.left.connect(self.close)
        note.setObjectName("hint")
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        self.edits[field], self.notes[field] = edit, note
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(edit)
        both.addWidget(note)
        named = QLabel(label, self)
        named.setBuddy(edit)
        form.addRow(named, both)

    # ---- what it shows

    def tell(self, field: str, fault: str) -> None:
        """Say what is wrong with a field, below it; with a field "" below all of them."""
        if field in self.edits:
            self._faults[field] = fault
            self.edits[field].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fault.setText(fault)
            self.fault.show()
        self._show_notes()

    def changes(self) -> list[FieldCorrection]:
        """The fields that read otherwise than at first."""
        return [
            FieldCorrection(field, self._before[field] or None, edit.words.strip() or None)
            for field, edit in self.edits.items()
            if edit.words.strip() != self._before[field]
        ]

    def ask(self) -> None:
        """Ask for what was changed to be saved; close where nothing was."""
        if not self.changes():
            self.close()
            return
        self._faults.clear()
        self.fault.hide()
        self._show_notes()
        self.save_wanted.emit(self.changes())

    def _show_state(self) -> None:
        """What was wrong is told until the field is changed."""
        changed = self.sender()
        for field, edit in self.edits.items():
            if edit is changed:
                self._faults.pop(field, None)
        self._show_notes()

    def _show_notes(self) -> None:
        for field, note in self.notes.items():
            fault = self._faults.get(field, "")
            note.setText(fault or self._told(field))
            note.setVisible(bool(note.text()))
            name = "fault" if fault else "hint"
            if note.objectName() != name:
                note.setObjectName(name)
                note.style().polish(note)
        self._column.activate()
        needed = self._column.totalHeightForWidth(self.width())
        if self.isVisible() and needed > self.height():
            self.resize(self.width(), needed)

    def _told(self, field: str) -> str:
        """What was recognised, where the field says something else."""
        if self._recognised is None or self.edits[field].words.strip() == self._recognised[field]:
            return ""
        known = self._recognised[field] or self.tr("nothing")
        return self.tr("Recognised: {words}").format(words=known)
