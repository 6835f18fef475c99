"""The message bar at the bottom: what happened and what to do, never in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.messages import Message
from desktop.panels.floating import tool_button
from desktop.theme import Dress

_STAYS = {"info": 8_000, "warning": 20_000, "error": 0}
_LONGEST_QUEUE = 20


class MessageBar(QFrame):
    """Shows one message; errors stay until they are closed."""

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._message: Message | None = None
        self._waiting: list[Message] = []
        self._dress: Dress | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(10)
        self.picture = QLabel(self)
        self.text = QLabel(self)
        self.text.setObjectName("messageText")
        self.text.setWordWrap(True)
        self.advice = QLabel(self)
        self.advice.setObjectName("messageAdvice")
        self.advice.setWordWrap(True)
        for label in (self.text, self.advice):
            label.setTextFormat(Qt.TextFormat.PlainText)  # a quote with tags in it is no HTML
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.text)
        words.addWidget(self.advice)
        self.action = QPushButton(self)
        self.action.setProperty("flat", True)
        self.action.clicked.connect(self._act)
        self.shut = tool_button(self, self.tr("Close message"))
        self.shut.clicked.connect(self.dismiss)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        row.addWidget(self.action)
        row.addWidget(self.shut)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message in place of an older one; errors are shown one after the other."""
        shown = self._message
        if shown is not None and shown.level == "error" and message != shown:
            if message.level == "error" and len(self._waiting) < _LONGEST_QUEUE:
                self._waiting.append(message)
            if message.level == "error" or message.action is None:
                return
        self._message = message
        self.text.setText(message.text)
        self.advice.setText(message.advice)
        self.advice.setVisible(bool(message.advice))
        self.action.setVisible(message.action is not None)
        if message.action is not None:
            self.action.setText(message.action[0])
        self.setProperty("level", message.level)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(" ".join((message.text, message.advice)).strip())
        self._show_picture()
        self.show()
        self.shown.emit(message.text)
        stays = _STAYS[message.level]
        if stays:
            self._timer.start(stays)
        else:
            self._timer.stop()

    def withdraw(self, text: str) -> None:
        """Close a message that is no longer true, if it shows."""
        self._waiting = [message for message in self._waiting if message.text != text]
        if self._message is not None and self._message.text == text:
            self.dismiss()

    def dismiss(self) -> None:
        """Close the bar, or show the next error that waits."""
        self._message = None
        self._timer.stop()
        if self._waiting:
            self.show_message(self._waiting.pop(0))
        else:
            self.hide()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress
        self.shut.setIcon(dress.icon("close"))
        self._show_picture()

    def _show_picture(self) -> None:
        if self._dress is None or self._message is None:
            return
        theme = self._dress.theme
        level = self._message.level
        name, value = {
            "info": ("info", theme.accent),
            "warning": ("warning", theme.warning),
            "error": ("warning", theme.danger),
        }[level]
        self.picture.setPixmap(self._dress.icon(name, value).pixmap(20, 20))

    def _act(self) -> None:
        message = self._message
        self.dismiss()
        if message is not None and message.action is not None:
            message.action[1]()
