"""Other windows on the same library: said at the start, their changes shown on coming back."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QEvent, QLockFile, QObject
from PySide6.QtWidgets import QWidget

from desktop.messages import Messages
from desktop.tasks.jobs import Jobs
from storage.types import Places
from storage.words import Words


class SharingDesk(QObject):
    """Holds a lock named after the open library, and looks for news when its window comes up.

    The lock keeps nobody out: two windows may work on one library. It lies in the cache of this
    machine's user and names its process, so that what a killed program left counts for nothing.
    """

    def __init__(
        self, jobs: Jobs, window: QWidget, messages: Messages, words: Words, places: Places
    ) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._messages = messages
        self._words = words
        self._folder = places.cache / "windows"
        self._lock: QLockFile | None = None
        jobs.library_opened.connect(self._library_opened)
        window.installEventFilter(self)

    @property
    def holds_lock(self) -> bool:
        """Whether this is the first window on its library."""
        return self._lock is not None and self._lock.isLocked()

    def release(self) -> None:
        """Let the library go: this window is closed."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look for news whenever the window is come back to."""
        if event.type() == QEvent.Type.WindowActivate and self._lock is not None:
            self._try()  # the window that had the lock may be gone
            self._jobs.look_elsewhere()
        return super().eventFilter(watched, event)

    def _library_opened(self, path: str) -> None:
        self.release()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return  # without a cache nothing can be known of other windows
        name = hashlib.sha256(str(Path(path).resolve()).encode("utf-8", "surrogatepass"))
        self._lock = QLockFile(str(self._folder / f"{name.hexdigest()[:24]}.lock"))
        self._lock.setStaleLockTime(0)  # however old: only a process that is gone lets it go
        if not self._try():
            message, advice = self._words.fault("library-open-elsewhere")
            self._messages.show(message, advice, "warning")

    def _try(self) -> bool:
        """Take the lock where it is free; False where another window has it."""
        lock = self._lock
        if lock is None or lock.isLocked() or lock.tryLock(0):
            return True
        return lock.error() != QLockFile.LockError.LockFailedError
