"""The bar over a selection: five colours, underline, note, copy, copy with citation, correct."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.models.style_names import STYLE_NAMES
from desktop.panels.floating import (
    Floating,
    dress_style_buttons,
    name_style_buttons,
    style_buttons,
    tool_button,
)
from desktop.theme import Dress


class SelectionBar(Floating):
    """Asks for what is to be done with the selected text."""

    style_chosen = Signal(str)
    note_wanted = Signal()
    copy_wanted = Signal()
    cite_wanted = Signal()
    correct_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Selection"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(1)
        self.styles = style_buttons(self)
        STYLE_NAMES.changed.connect(self._name_styles)
        for button in self.styles.values():
            button.clicked.connect(self._choose_style)
            row.addWidget(button)
        self._line = QFrame(self)
        self._line.setFrameShape(QFrame.Shape.VLine)
        row.addWidget(self._line)
        self.note = tool_button(self, self.tr("Mark and write a note"))
        self.copy = tool_button(self, self.tr("Copy"))
        self.cite = tool_button(self, self.tr("Copy with citation"))
        self.correct = tool_button(self, self.tr("Correct the words"))
        for button, signal in (
            (self.note, self.note_wanted),
            (self.copy, self.copy_wanted),
            (self.cite, self.cite_wanted),
            (self.correct, self.correct_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)

    def set_read_only(self, on: bool) -> None:
        """Offer copying alone, where nothing can be marked."""
        for part in (*self.styles.values(), self._line, self.note, self.correct):
            part.setVisible(not on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        dress_style_buttons(self.styles, dress)
        for button, name in (
            (self.note, "note"),
            (self.copy, "copy"),
            (self.cite, "cite"),
            (self.correct, "edit"),
        ):
            button.setIcon(dress.icon(name))

    def _name_styles(self) -> None:
        name_style_buttons(self.styles)

    def _choose_style(self) -> None:
        self.style_chosen.emit(str(self.sender().property("markStyle")))
