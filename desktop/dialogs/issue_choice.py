"""Which issue a notice is to be moved to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storage.citations import issue_label
from storage.text import fold
from storage.types import IssueSummary

_ID = Qt.ItemDataRole.UserRole


class IssueChoiceDialog(QDialog):
    """The issues of the library, narrowed as one types; Enter chooses."""

    issue_chosen = Signal(int)

    def __init__(
        self, title: str, issues: Sequence[IssueSummary], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move to another issue"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 420)
        told = QLabel(self.tr("“{title}” is to stand behind the others of:").format(title=title))
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Filter by name, year or number"))
        self.words.setAccessibleName(self.tr("Filter the issues"))
        self.words.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Issues"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for one in issues:
            label = issue_label(one.issue) if one.is_issue else one.source_name
            item = QListWidgetItem(label, self.list)
            item.setData(_ID, one.id)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.move_there = QPushButton(self.tr("&Move"), self)
        self.move_there.setDefault(True)
        buttons.addButton(self.move_there, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        for widget in (told, self.words, self.list, buttons):
            column.addWidget(widget)
        self.words.textChanged.connect(self._filter)
        self.list.itemSelectionChanged.connect(self._show_state)
        self.list.itemActivated.connect(self._choose)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.close)
        self._filter()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self) -> None:
        """Show what has all words; the first of them is chosen."""
        words = fold(self.words.text()).split()
        first = True
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(word in fold(item.text()) for word in words)
            item.setHidden(not fits)
            item.setSelected(fits and first)
            if fits and first:
                self.list.setCurrentItem(item)
                first = False
        self._show_state()

    def _show_state(self) -> None:
        chosen = [item for item in self.list.selectedItems() if not item.isHidden()]
        self.move_there.setEnabled(bool(chosen))

    def _choose(self) -> None:
        chosen = [item for item in self.list.selectedItems() if not item.isHidden()]
        if chosen:
            self.close()
            self.issue_chosen.emit(chosen[0].data(_ID))
