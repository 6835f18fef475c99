"""The row over the results: facets on or off, order, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop.panels.floating import tool_button
from desktop.theme import Dress
from storage.types import SORTS


class ResultBar(QWidget):
    """Buttons about the whole of a result."""

    sort_changed = Signal(str)  # one of SORTS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facets = tool_button(self, self.tr("Narrow by year, issuer, section and more"))
        self.facets.setCheckable(True)
        self.facets.setChecked(True)
        self.sort = QComboBox(self)
        self.sort.setAccessibleName(self.tr("Order of the results"))
        self.sort.setToolTip(self.tr("Order of the results"))
        names = (self.tr("Best first"), self.tr("Latest first"), self.tr("By number"))
        for name, order in zip(names, SORTS, strict=True):
            self.sort.addItem(name, order)
        self.sort.activated.connect(self._tell_sort)
        self.save = self._button(self.tr("Save"), self.tr("Save this search"))
        self.export = self._button(self.tr("Export…"), self.tr("Export what was found"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.facets)
        row.addWidget(self.sort)
        row.addStretch(1)
        for button in (self.save, self.export):
            row.addWidget(button)

    def show_sort(self, sort: str) -> None:
        """Show an order, without asking for it."""
        self.sort.setCurrentIndex(max(self.sort.findData(sort), 0))

    def enable(self, *, found: bool) -> None:
        """What can be done depends on whether something was found."""
        self.export.setEnabled(found)
        self.sort.setEnabled(found)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.facets.setIcon(dress.icon("filter"))

    def _tell_sort(self) -> None:
        self.sort_changed.emit(self.sort.currentData())

    def _button(self, label: str, tip: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("flat", True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button
