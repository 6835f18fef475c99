"""The welcome at the first start: three steps, each beside the part of the window it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.panels.floating import Floating

_WIDTH = 380
_SIDE = 18
_DEEP = 90
"""Pixels of a tall part that count as its place: a card below all of a side would not be seen."""


@dataclass(frozen=True, slots=True)
class WelcomeStep:
    """One step: what it is called, what it tells, and the widget it stands beside."""

    title: str
    text: str
    beside: QWidget


class WelcomeCard(Floating):
    """Shows the steps one after the other; Escape ends it, Enter and the arrows go on and back."""

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Welcome"))
        self.setFixedWidth(_WIDTH)
        self._steps: Sequence[WelcomeStep] = ()
        self._at = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 14, _SIDE, 14)
        column.setSpacing(8)
        self.title = QLabel(self)
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() + 2)
        self.title.setFont(font)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.count = QLabel(self)
        self.count.setObjectName("caption")
        self.skip = QPushButton(self.tr("&Skip"), self)
        self.back = QPushButton(self.tr("&Back"), self)
        self.next = QPushButton(self.tr("&Next"), self)
        self.next.setDefault(True)
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(self.step_back)
        self.next.clicked.connect(self.step_on)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.next):
            row.addWidget(button)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(row)

    def begin(self, steps: Sequence[WelcomeStep]) -> None:
        """Show the first of some steps and take the keyboard."""
        self._steps, self._at = steps, 0
        self._show_step()

    def step_on(self) -> None:
        """Show the next step; behind the last one the welcome ends."""
        if self._at + 1 < len(self._steps):
            self._at += 1
            self._show_step()
        else:
            self.end()

    def step_back(self) -> None:
        """Show the step before."""
        if self._at > 0:
            self._at -= 1
            self._show_step()

    def end(self) -> None:
        """Put the welcome away."""
        if self._steps:
            self._steps = ()
            self.hide()
            self.ended.emit()

    def place_again(self) -> None:
        """Follow the window, which has another size now."""
        if self._steps:
            self._place_beside(self._steps[self._at].beside)

    def _show_step(self) -> None:
        step, last = self._steps[self._at], self._at + 1 == len(self._steps)
        self.title.setText(step.title)
        self.text.setText(step.text)
        # A wrapped label does not tell its height to a frame that fits itself to it.
        self.text.setFixedHeight(self.text.heightForWidth(_WIDTH - 2 * _SIDE))
        self.count.setText(f"{self._at + 1} / {len(self._steps)}")
        self.back.setEnabled(self._at > 0)
        self.skip.setVisible(not last)
        self.next.setText(self.tr("&Begin") if last else self.tr("&Next"))
        self._place_beside(step.beside)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_beside(self, part: QWidget) -> None:
        corner = part.mapTo(self._over, part.rect().topLeft())
        self.place(
            QRect(corner.x(), corner.y(), part.width(), min(part.height(), _DEEP)), above=False
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape ends the welcome, the arrows go through it."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_Right:
            self.step_on()
        elif event.key() == Qt.Key.Key_Left:
            self.step_back()
        else:
            super().keyPressEvent(event)
