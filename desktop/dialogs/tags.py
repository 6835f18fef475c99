"""All tags of the library: counted, renamed, merged, taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_TAG = Qt.ItemDataRole.UserRole


class TagsDialog(QDialog):
    """A list of tags; what is typed becomes the name of all that are selected."""

    retag_wanted = Signal(list, str)  # list[str] of old tags, the new one ("" for none)
    marks_wanted = Signal(str)  # tag

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manage tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(380, 460)
        self._read_only = read_only
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("New name of the selected tags"))
        self.name.setAccessibleName(self.tr("New name of the selected tags"))
        self.rename = self._button(self.tr("&Rename"))
        self.remove = self._button(self.tr("Re&move"))
        self.show_marks = self._button(self.tr("&Show marks"))
        hint = QLabel(self.tr("Several selected tags are merged into one."), self)
        hint.setObjectName("hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        row, last = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.rename)
        for widget in (self.remove, self.show_marks):
            last.addWidget(widget)
        last.addStretch(1)
        last.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(hint)
        column.addLayout(last)
        self.list.itemSelectionChanged.connect(self._show_state)
        self.list.itemActivated.connect(self._ask_marks)
        self.name.textChanged.connect(self._show_state)
        self.name.returnPressed.connect(self._ask_rename)
        self.rename.clicked.connect(self._ask_rename)
        self.remove.clicked.connect(self._ask_remove)
        self.show_marks.clicked.connect(self._ask_marks)
        self._show_state()

    def set_tags(self, counts: dict[str, int]) -> None:
        """Show tags with the number of marks and documents that have them."""
        chosen = set(self.selected())
        self.list.clear()
        for tag, count in counts.items():
            item = QListWidgetItem(f"#{tag}　({count})", self.list)
            item.setData(_TAG, tag)
            item.setSelected(tag in chosen)
        self._show_state()

    def selected(self) -> list[str]:
        """The selected tags."""
        return [str(item.data(_TAG)) for item in self.list.selectedItems()]

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setAutoDefault(False)
        return button

    def _show_state(self) -> None:
        chosen, writable = self.selected(), not self._read_only
        self.rename.setText(self.tr("&Merge") if len(chosen) > 1 else self.tr("&Rename"))
        self.rename.setEnabled(bool(chosen and self.name.text().strip()) and writable)
        self.remove.setEnabled(bool(chosen) and writable)
        self.show_marks.setEnabled(len(chosen) == 1)

    def _ask_rename(self) -> None:
        if self.rename.isEnabled():
            self.retag_wanted.emit(self.selected(), self.name.text().strip())
            self.name.clear()

    def _ask_remove(self) -> None:
        self.retag_wanted.emit(self.selected(), "")

    def _ask_marks(self) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            self.marks_wanted.emit(chosen[0])
