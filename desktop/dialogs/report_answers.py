"""Answers to the questions of the import report: buttons in its rows, and asking once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from storage.types import Doubt

_COPY = "doubtful-copy"


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


class Answers(QObject):
    """The rows of answers in the tree of an import report; what is grave is asked once more."""

    confirmed = Signal(str)  # path of a classified file that is to be imported all the same
    merge_wanted = Signal(object)  # Doubt
    link_wanted = Signal(object)  # Doubt: one document, both are kept
    apart_wanted = Signal(object)  # Doubt: two documents

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        self._rows: dict[Doubt, AnswerRow] = {}

    def add_import(self, item: QTreeWidgetItem, path: str) -> None:
        """Below a classified file: the way to import it all the same."""
        row = self._add_row(item, [self.tr("Import anyway…")])
        row.chosen.connect(lambda _: self._ask_to_import(path, row))

    def add_merge(self, item: QTreeWidgetItem, doubt: Doubt) -> None:
        """Below a question whether two documents are one: the answers.

        Of two copies both can be kept as versions of one document; those that are linked already
        can be taken apart.
        """
        answers: list[tuple[str, Callable[[Doubt], None]]] = []
        if doubt.can_merge:
            answers.append((self.tr("One document: merge…"), self._ask_to_merge))
        if doubt.linked:
            answers.append((self.tr("Two documents: unlink"), self._take_apart))
        elif doubt.reason == _COPY:
            answers.append((self.tr("One document: keep both, linked"), self._link))
            answers.append((self.tr("Two documents: keep both"), self._take_apart))
        else:
            answers.append((self.tr("Two documents: keep both"), self._keep_both))
        row = self._rows[doubt] = self._add_row(item, [label for label, _ in answers])
        row.chosen.connect(lambda number: answers[number][1](doubt))

    def _link(self, doubt: Doubt) -> None:
        self._rows[doubt].wait(True)
        self.link_wanted.emit(doubt)

    def _take_apart(self, doubt: Doubt) -> None:
        self._rows[doubt].wait(True)
        self.apart_wanted.emit(doubt)

    def _keep_both(self, doubt: Doubt) -> None:
        self._rows[doubt].settle(self.tr("Both are kept."))

    def show_answered(self, doubt: Doubt, words: str) -> None:
        """Say what became of an answer; with "" the question can be answered again."""
        row = self._rows[doubt]
        if words:
            row.settle(words)
        else:
            row.wait(False)

    def show_merged(self, doubt: Doubt, done: bool) -> None:
        """Say that two documents were merged, or let the question be answered again."""
        if doubt in self._rows:
            self.show_answered(doubt, self.tr("Merged.") if done else "")

    def _add_row(self, parent: QTreeWidgetItem, labels: Sequence[str]) -> AnswerRow:
        item = QTreeWidgetItem(parent)
        item.setFirstColumnSpanned(True)
        row = AnswerRow(labels, self._tree)
        item.setSizeHint(0, row.sizeHint())
        self._tree.setItemWidget(item, 0, row)
        return row

    def _ask_to_import(self, path: str, row: AnswerRow) -> None:
        def confirm() -> None:
            row.settle(self.tr("Confirmed; a new report tells what became of it."))
            self.confirmed.emit(path)

        words = (
            self.tr("Import a classified file"),
            self.tr("Import “{file}” although it is marked as classified?").format(
                file=Path(path).name
            ),
            self.tr(
                "Classified documents do not belong on an ordinary computer. Go on only if you"
                " know that this one is not classified any more, or never was."
            ),
        )
        ask_first(self._tree, words, self.tr("Import anyway"), confirm)

    def _ask_to_merge(self, doubt: Doubt) -> None:
        def merge() -> None:
            self._rows[doubt].wait(True)
            self.merge_wanted.emit(doubt)

        details = (
            self.tr(
                "The one that was here stays, as it is part of an issue. Marks and notes of the"
                " new one move to it, and the new one is removed from the library."
            )
            if doubt.keeps_old
            else self.tr(
                "The new one stays. Marks and notes of the one that was here move to it, and"
                " the one that was here is removed from the library."
            )
        )
        words = (
            self.tr("Merge two documents"),
            self.tr("Make one document of both: “{title}”?").format(title=doubt.title),
            details,
        )
        ask_first(self._tree, words, self.tr("Merge"), merge)


def ask_first(
    parent: QWidget, words: tuple[str, str, str], yes: str, go_on: Callable[[], object]
) -> None:
    """Ask before something grave is done; the default is not to. `words`: title, text, details."""
    title, text, details = words
    cancel = QMessageBox.StandardButton.Cancel
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(details)
    button = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    button.clicked.connect(lambda: go_on())
    box.setDefaultButton(cancel)
    box.finished.connect(box.deleteLater)
    box.open()
