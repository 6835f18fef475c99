"""Ctrl+C and the system's polite request to end close the window instead of killing it."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class SignalWatch(QObject):
    """Wakes Qt's event loop when a signal comes: Python's own handlers wait for Python code."""

    def __init__(self, on_signal: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_signal = on_signal
        self._kept: dict[int, object] = {}
        if sys.platform == "win32":
            return  # the console's window is closed there, and Qt hears of it
        self._read_end, self._write_end = socket.socketpair()
        self._read_end.setblocking(False)
        self._write_end.setblocking(False)
        self._old_wakeup = signal.set_wakeup_fd(self._write_end.fileno())
        for number in _SIGNALS:
            self._kept[number] = signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def stop(self) -> None:
        """Give the signals back."""
        if not self._kept:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_wakeup)
        for number, handler in self._kept.items():
            signal.signal(number, handler)  # pyright: ignore[reportArgumentType] - signal's own answer
        self._kept.clear()
        self._read_end.close()
        self._write_end.close()

    def _heard(self) -> None:
        heard = self._read_end.recv(64)
        if any(number in heard for number in _SIGNALS):
            self._on_signal()
