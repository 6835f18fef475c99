"""The find bar below the page: words, how they are found, count, next, previous."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.panels.floating import tool_button
from desktop.theme import Dress


class FindBar(QFrame):
    """Asks for words in the open notice; the reader panel finds them."""

    changed = Signal()  # the words, or how they are to be found
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find in this document"))
        self.words.setAccessibleName(self.tr("Find in this document"))
        self.words.setClearButtonEnabled(True)
        self.words.setAcceptDrops(False)  # a dropped file is for the window
        self.words.setMaximumWidth(320)
        self.words.textChanged.connect(self.changed)
        self.words.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setObjectName("caption")
        self.whole_words = self._choice(
            self.tr("Whole &words"), self.tr("Find whole words only, not parts of longer ones")
        )
        self.exact = self._choice(
            self.tr("E&xact"), self.tr("Find exactly these characters: blanks, width, case count")
        )
        self.previous = tool_button(self, self.tr("Previous"))
        self.next = tool_button(self, self.tr("Next"))
        self.shut = tool_button(self, self.tr("Close"))
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        self.shut.clicked.connect(self.dismiss)
        found = (self.previous, self.next, self.count)
        for widget in (self.words, self.whole_words, self.exact, *found):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.shut)
        self.hide()

    def _choice(self, label: str, tip: str) -> QToolButton:
        """A choice that stays for the session."""
        button = tool_button(self, tip)
        button.setText(label)
        button.setCheckable(True)
        button.toggled.connect(self._choice_changed)
        return button

    def _choice_changed(self, _: bool) -> None:
        self.changed.emit()

    def open_with(self, words: str) -> None:
        """Show the bar, with words to begin with, and take the keyboard."""
        self.show()
        if words and words != self.words.text():
            self.words.setText(words)
        elif self.words.text():
            self.changed.emit()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def dismiss(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def show_count(self, at: int, count: int, *, waits: bool = False) -> None:
        """Say which of how many places is shown; `at` counts from 0, -1 for none.

        `waits`: it is still being found out.
        """
        if waits:
            self.count.setText("…")
        elif not self.words.text():
            self.count.setText("")
        elif not count:
            self.count.setText(self.tr("Not found"))
        else:
            self.count.setText(self.tr("{at} of {count}").format(at=at + 1, count=count))

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        for button, name in ((self.previous, "up"), (self.next, "down"), (self.shut, "close")):
            button.setIcon(dress.icon(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter goes on, Shift+Enter back, Escape closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step_wanted.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _step_back(self) -> None:
        self.step_wanted.emit(-1)

    def _step_on(self) -> None:
        self.step_wanted.emit(1)
