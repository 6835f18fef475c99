"""The head of a notice put right: title, number, issuer, date, addressees, section."""

from __future__ import annotations

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

from desktop.dialogs.letters import plain
from desktop.one_paragraph import OneParagraph
from storage.types import CORRECTED_FIELDS, FieldCorrection, Notice, StoredNotice

_LINES = {"title": 4, "addressees": 4}


class NoticeHeadDialog(QDialog):
    """Each field with what was recognised below it. Enter asks for it to be saved."""

    save_wanted = Signal(list)  # list[FieldCorrection]

    def __init__(
        self, stored: StoredNotice, recognised: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct title, number, date…"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.uuid = stored.summary.uuid
        self._before = _fields(stored.notice)
        self._recognised = _fields(recognised)
        self.edits: dict[str, OneParagraph] = {}
        self.notes: dict[str, QLabel] = {}
        self._faults: dict[str, str] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        labels = {
            "title": self.tr("&Title"),
            "number": self.tr("Document &number"),
            "issuer": self.tr("&Issuer"),
            "date": self.tr("&Date of issue"),
            "addressees": self.tr("&Addressees"),
            "section": self.tr("S&ection"),
        }
        for field in CORRECTED_FIELDS:
            self._add(form, field, labels[field])
        self.fault = QLabel(self)
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
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
        self.edits["title"].setFocus(Qt.FocusReason.OtherFocusReason)

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
            fault, known = self._faults.get(field, ""), self._recognised[field]
            recognised = self.tr("Recognised: {words}").format(words=known or self.tr("nothing"))
            differs = self.edits[field].words.strip() != known
            note.setText(fault or (recognised if differs else ""))
            note.setVisible(bool(note.text()))
            name = "fault" if fault else "hint"
            if note.objectName() != name:
                note.setObjectName(name)
                note.style().polish(note)
        self._column.activate()
        needed = self._column.totalHeightForWidth(self.width())
        if self.isVisible() and needed > self.height():
            self.resize(self.width(), needed)


def _fields(notice: Notice) -> dict[str, str]:
    return {field: getattr(notice, field) or "" for field in CORRECTED_FIELDS}
