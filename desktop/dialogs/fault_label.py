"""The line of a dialog that says why something was refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def fault_label(parent: QWidget) -> QLabel:
    """A label for a fault's words, hidden until there are some; they are never read as HTML."""
    label = QLabel(parent)
    label.setObjectName("fault")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label
