"""A piece of background work as the window sees it, and the way its answers come home."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from threading import Event
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from storage.errors import ProgramFault

_log = logging.getLogger(__name__)

OnDone = Callable[[Any], object] | None
OnError = Callable[[BaseException], object] | None
OnProgress = Callable[[Any], object] | None
OnCancelled = Callable[[], object] | None
OnFault = Callable[[BaseException], object]

ENDS = ("done", "error", "cancelled")


class WorkerFault(ProgramFault):
    """The worker process failed or died; `report` tells all that is known of it."""

    def __init__(self, summary: str, report: str) -> None:
        super().__init__(summary)
        self.report = report


class Task:
    """One piece of work on its way. It ends once, in one of ENDS, told in the window's thread.

    `part` gets single results before the end (the report of each imported file). `keep` work is
    also done when the program is being closed: what the user wrote must not be lost.
    """

    def __init__(
        self,
        owner: QObject,
        done: OnDone = None,
        error: OnError = None,
        progress: OnProgress = None,
        part: OnProgress = None,
        cancelled: OnCancelled = None,
        *,
        keep: bool = False,
    ) -> None:
        self._owner = owner
        self._callbacks: dict[str, Callable[..., object] | None] = {
            "done": done,
            "error": error,
            "progress": progress,
            "part": part,
            "cancelled": cancelled,
        }
        self._stop = Event()
        self.keep = keep
        self.outcome: str | None = None
        self.ended: list[Callable[[], object]] = []

    def cancel(self) -> None:
        """Ask for an end: the work stops at its next step; neither done nor error is called."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether somebody asked for an end."""
        return self._stop.is_set()

    def deliver(self, kind: str, value: Any, on_fault: OnFault) -> None:
        """Tell the owner in the window's thread; `kind` is a name of a callback.

        A fault that nobody takes (no handler, or the owner is gone) goes to `on_fault`.
        """
        if self.outcome is not None:
            return
        if self.stopping and kind in ENDS:
            if kind == "error":
                _log.info("Fault of a cancelled task: %r", value)
            kind = "cancelled"
        elif self.stopping and kind == "progress":
            return
        if kind in ENDS:
            self.outcome = kind
        callback = self._callbacks[kind]
        if callback is not None and not shiboken6.isValid(self._owner):
            callback = None
        if callback is not None:
            _call(callback, () if kind == "cancelled" else (value,), on_fault)
        elif kind == "error":
            on_fault(value)
        if kind in ENDS:
            self._let_go(on_fault)

    def _let_go(self, on_fault: OnFault) -> None:
        """Tell the listeners of the end, and hold no widget any longer."""
        self._callbacks.clear()
        listeners, self.ended = self.ended, []
        for listener in listeners:
            _call(listener, (), on_fault)


def _call(callback: Callable[..., object], arguments: tuple[Any, ...], on_fault: OnFault) -> None:
    """Call back; a fault of the callback must not keep the answers that wait behind it."""
    try:
        callback(*arguments)
    except Exception as fault:  # noqa: BLE001 - it goes where all faults end
        on_fault(fault)


class Inbox(QObject):
    """Takes what tasks have to tell from any thread, and tells it in the window's thread.

    The signal is only a knock on the door: it belongs to this object, which lives in the window's
    thread, and carries nothing, so no Qt object is ever touched by a worker thread.
    """

    _knock = Signal()
    SLICE = 0.012  # seconds spent on telling before the window gets its turn

    def __init__(self, on_fault: OnFault, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_fault = on_fault
        self._letters: deque[tuple[Task, str, Any]] = deque()
        self._knocked = False
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._tell_some)
        self._knock.connect(self._tell_soon, Qt.ConnectionType.QueuedConnection)

    def put(self, task: Task, kind: str, value: Any = None) -> None:
        """Leave word for a task's owner, from any thread."""
        self._letters.append((task, kind, value))
        if not self._knocked:
            self._knocked = True
            self._knock.emit()

    def tell_all(self) -> None:
        """Tell everything that has come in, in the window's thread."""
        while self._letters:
            self._tell_one()
        self._rest.stop()

    @Slot()
    def _tell_soon(self) -> None:
        """Tell by way of a timer: posted events come before the window's own, and a repaint with
        an answer straight behind it was a gap of 50 to 60 ms.
        """
        self._knocked = False
        if self._letters:
            self._rest.start()

    def _tell_some(self) -> None:
        # Reset before looking: a letter that comes now either is seen below or knocks again.
        self._knocked = False
        end = time.monotonic() + self.SLICE
        while self._letters:
            if time.monotonic() > end:
                self._rest.start()  # posting again would come before the window's own events
                return
            self._tell_one()

    def _tell_one(self) -> None:
        task, kind, value = self._letters.popleft()
        if kind == "progress" and self._newer_waits(task):
            return
        task.deliver(kind, value, self._on_fault)

    def _newer_waits(self, task: Task) -> bool:
        """Whether the next letter is a progress of the same task, so that this one is old news."""
        return bool(self._letters) and self._letters[0][:2] == (task, "progress")
