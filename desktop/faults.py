"""The one place where every fault of the window ends.

The world's faults become messages in the user's language; our own become a saved report and the
crash dialog (those of the worker process only a message: the window is not touched by them).
"""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QThread, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.crash import CrashDialog, report_text, save_report
from desktop.messages import Messages
from desktop.tasks.task import WorkerFault
from storage.errors import Cancelled, UserFault
from storage.types import Places
from storage.words import Words

_log = logging.getLogger(__name__)


class Faults(QObject):
    """Takes faults from everywhere and says them."""

    _from_another_thread = Signal()

    def __init__(
        self, messages: Messages, words: Words, places: Places, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._words = words
        self._places = places
        self._waiting: list[BaseException] = []
        self._dialog: CrashDialog | None = None
        self._hooks: tuple[Any, Any] | None = None
        self._in_boxes = False
        self._from_another_thread.connect(self._take_waiting)

    def handle(self, fault: BaseException) -> None:
        """Say a fault, from whatever thread."""
        if QThread.currentThread() is not self.thread():
            self._waiting.append(fault)
            self._from_another_thread.emit()
        elif isinstance(fault, UserFault):
            _log.info("Fault of the world: %s", fault)
            self._say(*self._words.fault(fault.key, **fault.arguments))
        elif isinstance(fault, Cancelled):
            _log.info("Cancelled")
        elif isinstance(fault, WorkerFault):
            self._tell_of_worker(fault)
        else:
            self._tell_of_crash(fault)

    def window_is_gone(self) -> None:
        """From now on say faults in boxes: a note that could not be saved must be told."""
        self._in_boxes = True

    def install(self) -> None:
        """Take the exceptions that nobody catches, of every thread."""
        if self._hooks is None:
            self._hooks = (sys.excepthook, threading.excepthook)
            sys.excepthook = self._uncaught
            threading.excepthook = self._uncaught_in_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._hooks is not None:
            sys.excepthook, threading.excepthook = self._hooks
            self._hooks = None

    @property
    def dialog(self) -> CrashDialog | None:
        """The crash dialog that is open, None where none is."""
        dialog = self._dialog
        return dialog if dialog is not None and shiboken6.isValid(dialog) else None

    # ---- inside

    @Slot()
    def _take_waiting(self) -> None:
        while self._waiting:
            self.handle(self._waiting.pop(0))

    def _uncaught(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            QApplication.quit()
            return
        self.handle(fault.with_traceback(trace))

    def _uncaught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.handle(arguments.exc_value)

    def _say(self, message: str, advice: str) -> None:
        if self._in_boxes:
            QMessageBox.warning(None, self._words.say("program-name"), f"{message}\n\n{advice}")
        else:
            self._messages.show(message, advice, "error")

    def _tell_of_worker(self, fault: WorkerFault) -> None:
        _log.error("Worker process: %s\n%s", fault, fault.report)
        report = report_text(fault, self._places.log, fault.report)
        file = save_report(report, self._places.log)
        message, advice = self._words.fault("worker-failed")
        if file is None:
            self._messages.show(message, advice, "error")
            return
        saved = self._words.say("crash-saved", path=file)
        folder = QUrl.fromLocalFile(str(file.parent))
        action = (self._words.say("open-folder"), lambda: QDesktopServices.openUrl(folder))
        self._messages.show(message, f"{advice}{saved}", "error", action)

    def _tell_of_crash(self, fault: BaseException) -> None:
        """Save a report and show it; while one dialog is open, others are only logged."""
        _log.error("Fault of the program", exc_info=fault)
        if self.dialog is not None:
            return
        report = report_text(fault, self._places.log)
        file = save_report(report, self._places.log)
        dialog = CrashDialog(self._words, report, file, QApplication.activeWindow())
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self._dialog = None
