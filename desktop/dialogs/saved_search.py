"""A kept search: its name, query, order and group in one dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from storage.types import SORTS, SavedSearch


class SavedSearchDialog(QDialog):
    """Asks for the fields of a kept search."""

    chosen = Signal(object)  # SavedSearch as it is wanted

    def __init__(
        self,
        search: SavedSearch,
        groups: Sequence[SavedSearch],
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._search = search
        self.name = QLineEdit(search.name, self)
        self.query = QLineEdit(search.query, self)
        self.sort = QComboBox(self)
        names = {
            "relevance": self.tr("Best first"),
            "date": self.tr("Latest first"),
            "number": self.tr("By number"),
        }
        for sort in SORTS:
            self.sort.addItem(names[sort], sort)
        self.sort.setCurrentIndex(max(self.sort.findData(search.sort), 0))
        self.group = QComboBox(self)
        self.group.addItem(self.tr("No group"), "")
        for group in groups:
            self.group.addItem(group.name, group.uuid)
        self.group.setCurrentIndex(max(self.group.findData(search.group), 0))
        self._lay_out()
        self.name.selectAll()
        self.finished.connect(self.deleteLater)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Query"), self.query)
        form.addRow(self.tr("&Order"), self.sort)
        form.addRow(self.tr("&Group"), self.group)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(480)
        for box in (self.name, self.query):
            box.textChanged.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        ready = bool(self.name.text().strip() and self.query.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)

    def accept(self) -> None:
        """Tell what is wanted and close."""
        self.chosen.emit(
            replace(
                self._search,
                name=self.name.text().strip(),
                query=self.query.text().strip(),
                sort=self.sort.currentData(),
                group=self.group.currentData(),
            )
        )
        super().accept()
