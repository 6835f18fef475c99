"""Two spellings of a gazette made one."""

from __future__ import annotations

from collections.abc import Mapping

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

from desktop.dialogs.fault_label import fault_label

_NAME = Qt.ItemDataRole.UserRole


class GazetteNamesDialog(QDialog):
    """The names of the library's gazettes; the chosen or written one takes the place of another."""

    name_chosen = Signal(str)

    def __init__(self, name: str, names: Mapping[str, int], parent: QWidget | None = None) -> None:
        """`names` are all that there are, with their numbers of issues."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Name of the gazette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self._name = name
        told = QLabel(
            self.tr("All {count} issues of “{name}” are to belong to:").format(
                count=names.get(name, 0), name=name
            ),
            self,
        )
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Gazettes of the library"))
        for other, count in names.items():
            if other != name:
                shown = self.tr("{name} ({count} issues)").format(name=other, count=count)
                item = QListWidgetItem(shown, self.list)
                item.setData(_NAME, other)
        self.list.setVisible(self.list.count() > 0)
        self.words = QLineEdit(name, self)
        self.words.setAccessibleName(self.tr("Name that they are to have"))
        self.fault = fault_label(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.merge = QPushButton(self.tr("&Take this name"), self)
        self.merge.setDefault(True)
        buttons.addButton(self.merge, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        for widget in (told, self.list, self.words, self.fault, buttons):
            column.addWidget(widget)
        self.list.itemSelectionChanged.connect(self._take_name)
        self.list.itemActivated.connect(self._choose)
        self.words.textChanged.connect(self._show_state)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.close)
        self._show_state()

    def tell(self, fault: str) -> None:
        """Say why it was not done."""
        self.fault.setText(fault)
        self.fault.show()

    def _take_name(self) -> None:
        for item in self.list.selectedItems():
            self.words.setText(str(item.data(_NAME)))

    def _show_state(self) -> None:
        wanted = self.words.text().strip()
        self.merge.setEnabled(bool(wanted) and wanted != self._name)

    def _choose(self) -> None:
        if self.merge.isEnabled():
            self.name_chosen.emit(self.words.text().strip())
