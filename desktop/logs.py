"""The log: one rotating file, which Qt's own messages go to as well."""

from __future__ import annotations

import logging
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOG_NAME = "antou.log"
_SIZE = 1_000_000
_KEPT = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _LogFile(RotatingFileHandler):
    """A log file that goes on where it cannot be turned over (another window has it open).

    Where it cannot be written, on a full disk, its words are lost: the user is told of the disk
    by what he was doing.
    """

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing on the terminal."""

    def rotate(self, source: str, dest: str) -> None:
        """Turn the file over where the system lets us."""
        try:
            super().rotate(source, dest)
        except OSError:
            return


def start(folder: Path, level: int = logging.INFO) -> Callable[[], None]:
    """Write the log into `folder`, where it can be written; returns what ends it."""
    root = logging.getLogger()
    before = root.level
    root.setLevel(level)
    handler = _handler(folder)
    root.addHandler(handler)
    qInstallMessageHandler(_from_qt)

    def end() -> None:
        qInstallMessageHandler(None)
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()

    return end


def tail(folder: Path, characters: int = 8000) -> str:
    """The end of the log, "" where there is none."""
    try:
        text = (folder / LOG_NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return text[-characters:]


def _handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(folder / LOG_NAME, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
    except OSError:  # a read-only medium: the log goes to the terminal, if there is one
        return logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    return handler


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
