"""The row over the results: facets on or off, order, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from desktop.models.style_names import STYLE_NAMES
from desktop.panels.floating import style_name, tool_button
from desktop.theme import Dress
from storage.types import MARK_STYLES, SORTS


class ResultBar(QWidget):
    """Buttons about the whole of a result."""

    sort_changed = Signal(str)  # one of SORTS
    style_chosen = Signal(str)  # all places are to be marked in this style

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
        self._build_all()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.facets)
        row.addWidget(self.sort)
        row.addStretch(1)
        for button in (self.save, self.export, self.all):
            row.addWidget(button)

    def show_sort(self, sort: str) -> None:
        """Show an order, without asking for it."""
        self.sort.setCurrentIndex(max(self.sort.findData(sort), 0))

    def enable(self, *, found: bool) -> None:
        """What can be done depends on whether something was found."""
        self.export.setEnabled(found)
        self.sort.setEnabled(found)
        self._found = found
        self.all.setEnabled(found and not self._read_only)

    def set_read_only(self, on: bool) -> None:
        """Nothing can be marked or tagged in a library that can only be read."""
        self._read_only = on
        self.all.setEnabled(self._found and not on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.facets.setIcon(dress.icon("filter"))
        self.tag_all.setIcon(dress.icon("tag"))
        for style, action in self.styles.items():
            action.setIcon(dress.swatch(style))

    def _build_all(self) -> None:
        """The menu of what can be done with all of them."""
        self._found = self._read_only = False
        self.all = tool_button(self, self.tr("Do something with all that was found"))
        self.all.setObjectName("allFound")
        self.all.setText(self.tr("All"))
        self.all.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.tag_all = menu.addAction(self.tr("&Tag all documents…"))
        colours = menu.addMenu(self.tr("&Mark all places"))
        self.styles: dict[str, QAction] = {}
        for style in MARK_STYLES:
            action = self.styles[style] = colours.addAction(style_name(style))
            action.setData(style)
            action.triggered.connect(self._tell_style)
        STYLE_NAMES.changed.connect(self._name_styles)
        self.all.setMenu(menu)

    def _name_styles(self) -> None:
        for style, action in self.styles.items():
            action.setText(style_name(style).replace("&", "&&"))

    def _tell_style(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.style_chosen.emit(action.data())

    def _tell_sort(self) -> None:
        self.sort_changed.emit(self.sort.currentData())

    def _button(self, label: str, tip: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("flat", True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button
