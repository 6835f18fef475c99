"""Asks what the colours of marks stand for in this library."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.models.style_names import LONGEST, StyleNames, colour_name, usual_name
from desktop.theme import Dress
from storage.types import MARK_STYLES

_SWATCH = QSize(20, 20)


class StyleNamesDialog(QDialog):
    """A line a colour; an empty one goes back to its usual name."""

    chosen = Signal(dict)  # the user's own names by style

    def __init__(self, names: StyleNames, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of the colours"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(360)
        hint = QLabel(self.tr("What each colour stands for, in this library."), self)
        hint.setObjectName("hint")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        self.lines: dict[str, QLineEdit] = {}
        for at, style in enumerate(MARK_STYLES):
            swatch = QLabel(self)
            swatch.setPixmap(dress.swatch(style).pixmap(_SWATCH))
            line = QLineEdit(names.own().get(style, ""), self)
            line.setPlaceholderText(usual_name(style))
            line.setAccessibleName(colour_name(style))
            line.setMaxLength(LONGEST)
            self.lines[style] = line
            for column, widget in enumerate((swatch, QLabel(colour_name(style), self), line)):
                grid.addWidget(widget, at, column)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(hint)
        column.addLayout(grid)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Hand the names on."""
        typed = {style: " ".join(line.text().split()) for style, line in self.lines.items()}
        super().accept()
        self.chosen.emit(
            {style: name for style, name in typed.items() if name and name != usual_name(style)}
        )
