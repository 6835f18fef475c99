"""The bar over the page that says what the recogniser doubts, one warning after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.models.tips import plain_tip
from desktop.panels.flow_layout import FlowLayout

_STEPS = {
    Qt.Key.Key_N: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_P: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class WarningBar(QFrame):
    """Shows one warning; each of its buttons has a key."""

    step_wanted = Signal(int)  # 1 or -1
    answered = Signal(str)  # one of SETTLEMENTS
    correct_wanted = Signal()
    reopen_wanted = Signal()
    list_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warningBar")
        self.setAccessibleName(self.tr("Warnings of the recogniser"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place = QLabel(self)
        self.place.setObjectName("warningPlace")
        self.words = QLabel(self)
        self.words.setObjectName("messageText")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QWidget(self)
        self._row = FlowLayout(buttons, 2)
        self._row.addWidget(self.place)
        self.accept = self._button(self.tr("Right as it is (A)"))
        self.ignore = self._button(self.tr("Ignore (I)"))
        self.correct = self._button(self.tr("Correct (C)"))
        self.reopen = self._button(self.tr("Take back (Z)"))
        self.previous = self._button(self.tr("Previous (P)"))
        self.next = self._button(self.tr("Next (N)"))
        self.list = self._button(self.tr("All of them (L)"))
        self.shut = self._button(self.tr("Close (Esc)"))
        self.accept.clicked.connect(partial(self.answered.emit, "accepted"))
        self.ignore.clicked.connect(partial(self.answered.emit, "ignored"))
        self.correct.clicked.connect(self.correct_wanted)
        self.reopen.clicked.connect(self.reopen_wanted)
        self.previous.clicked.connect(self._ask_previous)
        self.next.clicked.connect(self._ask_next)
        self.list.clicked.connect(self.list_wanted)
        self.shut.clicked.connect(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 4)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(buttons)
        self.hide()

    def show_warning(self, told: str, place: str, at: int, count: int) -> None:
        """Show the warning number `at` (from 0) of `count`, and where in the source it is."""
        self.words.setText(told)
        self.words.setToolTip(plain_tip(told))
        self.place.setText(f"{at + 1} / {count}　{place}　")
        self.setAccessibleDescription(f"{place} {told}")
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, *, settled: bool, taken_back: bool, correct: bool) -> None:
        """Offer the answers that fit: `taken_back` where there is an answer to take back."""
        self.accept.setVisible(not settled)
        self.ignore.setVisible(not settled)
        self.correct.setVisible(correct and not settled)
        self.reopen.setVisible(taken_back)

    def dismiss(self) -> None:
        """Close the bar."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """One key a button."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = {
            Qt.Key.Key_A: self.accept,
            Qt.Key.Key_I: self.ignore,
            Qt.Key.Key_C: self.correct,
            Qt.Key.Key_Z: self.reopen,
            Qt.Key.Key_L: self.list,
            Qt.Key.Key_Escape: self.shut,
        }.get(key)
        if plain and key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif plain and wanted is not None and wanted.isVisible():
            wanted.click()
        else:
            super().keyPressEvent(event)

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("flat", True)
        button.setAutoDefault(False)
        self._row.addWidget(button)
        return button

    def _ask_previous(self) -> None:
        self.step_wanted.emit(-1)

    def _ask_next(self) -> None:
        self.step_wanted.emit(1)
