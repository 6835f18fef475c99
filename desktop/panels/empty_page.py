"""What stands in the middle while no document is open: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme import Dress


class EmptyPage(QWidget):
    """Says how to begin: import where the library is empty, choose where it is not."""

    import_wanted = Signal()

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
        for widget in (self.picture, self.title, self.hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self.show_library(empty=True)

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
        self.button.setVisible(empty)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.picture.setPixmap(dress.icon("desk", dress.theme.muted).pixmap(72, 72))
