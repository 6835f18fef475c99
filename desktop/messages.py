"""What is said to the user without a modal box: kept until a window listens, then handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMetaMethod, QObject, Signal

LEVELS = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the message bar; `advice` says what to do, `action` is (label, callable)."""

    text: str
    advice: str = ""
    level: str = "info"
    action: tuple[str, Callable[[], object]] | None = None


class Messages(QObject):
    """The queue of messages; the message bar connects to `message`."""

    message = Signal(object)  # Message
    withdrawn = Signal(str)  # the text of a message that is no longer true

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []

    def show(
        self,
        text: str,
        advice: str = "",
        level: str = "info",
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a message, or keep it until somebody listens; `level` is one of LEVELS."""
        message = Message(text, advice, level if level in LEVELS else "info", action)
        if self._has_listener():
            self.message.emit(message)
        else:
            self._waiting.append(message)

    def withdraw(self, text: str) -> None:
        """Take back a message that is no longer true, where it still shows."""
        self._waiting = [message for message in self._waiting if message.text != text]
        self.withdrawn.emit(text)

    def connectNotify(self, signal: QMetaMethod) -> None:
        """Hand a new listener what has waited."""
        if signal.name().data() != b"message":
            return
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self.message.emit(message)

    def _has_listener(self) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(self.message))
