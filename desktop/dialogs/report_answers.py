"""Answers to the questions of the import report: buttons in its rows, and asking once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QWidget


class AnswerRow(QWidget):
    """Buttons side by side; once the question is answered, the answer stands in their place."""

    chosen = Signal(int)  # which button

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self.answer = QLabel(self)
        self.answer.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        for number, label in enumerate(labels):
            button = QPushButton(label, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            self.buttons.append(button)
            row.addWidget(button)
        row.addWidget(self.answer)
        row.addStretch(1)

    def wait(self, waiting: bool) -> None:
        """Take no answer while one is being carried out."""
        for button in self.buttons:
            button.setEnabled(not waiting)

    def settle(self, words: str) -> None:
        """Show the answer instead of the buttons."""
        for button in self.buttons:
            button.hide()
        self.answer.setText(words)
        self.answer.show()


def ask_first(
    parent: QWidget,
    words: tuple[str, str, str],
    yes: str,
    go_on: Callable[[], object],
) -> None:
    """Ask before something grave is done; the default is not to. `words`: title, text, details."""
    title, text, details = words
    cancel = QMessageBox.StandardButton.Cancel
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, cancel, parent)
    box.setInformativeText(details)
    box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(go_on)
    box.setDefaultButton(cancel)
    box.finished.connect(box.deleteLater)
    box.open()
