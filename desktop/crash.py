"""Our own faults: a saved report, and the dialog that says where it is."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import logs
from storage.words import Words

_log = logging.getLogger(__name__)

_KEPT_REPORTS = 20


def program_version() -> str:
    """The program's version."""
    try:
        return version("antou")
    except PackageNotFoundError:  # a bundle without metadata
        return "?"


def report_text(fault: BaseException, log_folder: Path, extra: str = "") -> str:
    """Everything that helps to understand a fault; nothing of it leaves the machine."""
    told = "".join(traceback.format_exception(fault))
    parts = [
        f"Antou {program_version()}",
        f"{datetime.now().astimezone().isoformat(timespec='seconds')}",
        f"Python {sys.version}",
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        f"{platform.platform()} {platform.machine()}",
        f"frozen: {getattr(sys, 'frozen', False)}",
        "",
        told,
    ]
    if extra:
        parts += ["---- from the worker process", extra, ""]
    parts += ["---- end of the log", logs.tail(log_folder)]
    return "\n".join(parts)


def save_report(text: str, folder: Path) -> Path | None:
    """Save a report into the log folder; None where that cannot be written.

    Only the newest reports are kept.
    """
    name = f"report-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        for old in sorted(folder.glob("report-*.txt"))[:-_KEPT_REPORTS]:
            old.unlink()
    except OSError as fault:
        _log.error("The report could not be saved: %s", fault)
        return None
    return folder / name


class CrashDialog(QDialog):
    """Says that the program failed and where the report is; go on or quit."""

    def __init__(
        self, words: Words, report: str, file: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("crash-title"))
        self.setModal(True)
        self._report = report
        told, advice = words.fault("crash")
        saved = words.say("crash-saved", path=file) if file else words.say("crash-not-saved")
        label = QLabel(f"{told}\n\n{advice}\n\n{saved}", wordWrap=True)
        self.details = QPlainTextEdit(report, readOnly=True)
        self.details.setAccessibleName(words.say("crash-report"))
        self.details.setMinimumSize(560, 240)
        self.details.hide()  # nobody needs it to go on
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumWidth(420)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.go_on = self.buttons.addButton(words.say("crash-go-on"), role.AcceptRole)
        self.quit = self.buttons.addButton(words.say("crash-quit"), role.DestructiveRole)
        self.show_report = self.buttons.addButton(words.say("crash-show"), role.ActionRole)
        self.copy = self.buttons.addButton(words.say("crash-copy"), role.ActionRole)
        self.go_on.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.quit.clicked.connect(self._quit)
        self.copy.clicked.connect(self._copy)
        self.show_report.setCheckable(True)
        self.show_report.toggled.connect(self._show_details)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.details)
        layout.addWidget(self.buttons)

    def _quit(self) -> None:
        """Close the windows in peace, so that what was written is saved."""
        self.accept()
        QApplication.closeAllWindows()
        QApplication.quit()

    def _show_details(self, on: bool) -> None:
        self.details.setVisible(on)
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
