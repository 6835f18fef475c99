"""What stands in the middle while no document or no library is open: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme import Dress


class EmptyPage(QWidget):
    """Says how to begin: open a library, import where it is empty, choose where it is not.

    Before a library is known to be open or not it says nothing.
    """

    import_wanted = Signal()
    open_wanted = Signal()  # another library
    new_wanted = Signal()  # a new library
    default_wanted = Signal()  # the default library

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.addStretch(2)
        self.picture = QLabel(self)
        self.title = QLabel(self)
        self.title.setObjectName("bigTitle")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() + 6)
        self.title.setFont(font)
        self.hint = QLabel(self)
        self.hint.setObjectName("bigHint")
        self.hint.setWordWrap(True)
        self.button = QPushButton(self.tr("Import files…"), self)
        self.button.setDefault(True)
        self.button.clicked.connect(self.import_wanted)
        self.open = QPushButton(self.tr("Open &library…"), self)
        self.new = QPushButton(self.tr("&New library…"), self)
        self.default = QPushButton(self.tr("Open the &default library"), self)
        for button, wanted in (
            (self.open, self.open_wanted),
            (self.new, self.new_wanted),
            (self.default, self.default_wanted),
        ):
            button.clicked.connect(wanted)
        for widget in (self.picture, self.title, self.hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        for button in (self.open, self.new, self.default):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self._show_buttons()

    def _show_buttons(self, *shown: QPushButton) -> None:
        for button in (self.button, self.open, self.new, self.default):
            button.setVisible(button in shown)

    def show_no_library(self, reason: str, *, with_default: bool) -> None:
        """Say that no library is open, why, and what can be opened."""
        self.title.setText(self.tr("No library is open"))
        self.hint.setText(reason)
        others = (self.open, self.new, self.default) if with_default else (self.open, self.new)
        self._show_buttons(*others)

    def show_library(self, *, empty: bool) -> None:
        """Say what to do in an empty library, or in one with documents."""
        if empty:
            self.title.setText(self.tr("Nothing in the library yet"))
            self.hint.setText(
                self.tr("Drop gazette files anywhere on this window, or choose them here.")
            )
        else:
            self.title.setText(self.tr("Choose a document on the left"))
            self.hint.setText(
                self.tr("Or type words into the search box above (Ctrl+K) and press Enter.")
            )
        self._show_buttons(*((self.button,) if empty else ()))

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.picture.setPixmap(dress.icon("desk", dress.theme.muted).pixmap(72, 72))
