"""The window's program: builds the parts, opens the library, shows the window."""

from __future__ import annotations

import faulthandler
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop import input_method, logs, paths, translation
from desktop.crash import program_version
from desktop.desk_sharing import SharingDesk
from desktop.faults import Faults
from desktop.garbage import GarbageCollector
from desktop.main_window import MainWindow
from desktop.messages import Messages
from desktop.settings import Settings
from desktop.signals import SignalWatch
from desktop.start import LibraryStart
from desktop.tasks.jobs import Jobs
from storage.types import Places
from storage.words import Words

_log = logging.getLogger(__name__)

SWITCH_SECONDS = 0.001
"""How long another thread may keep Python from the window's (5 ms by default)."""


class App(QObject):
    """All parts of the running program, built in their order and ended in the reverse."""

    def __init__(self, application: QApplication, places: Places, words: Words) -> None:
        super().__init__()
        self._application = application
        self._garbage = GarbageCollector(self)
        self.settings = Settings.load(places.config / paths.SETTINGS_NAME)
        self._translators = translation.install(application, words.language, places.resources)
        self.messages = Messages(self)
        self.faults = Faults(self.messages, words, places, self)
        self.faults.install()
        self.jobs = Jobs(places, self.faults.handle, self)
        self.jobs.marking.author = self.settings.author
        self.window = MainWindow(self.jobs, self.settings, self.messages, words)
        self.sharing = SharingDesk(self.jobs, self.window, self.messages, words, places)
        self.start = LibraryStart(self.jobs, self.settings, self.messages, words, places, self)
        self.start.sample_taken_in.connect(self.window.reading.open)
        self.start.sample_taken_in.connect(self.window.welcome.show_first_time)
        self.window.reader.empty.default_wanted.connect(self.start.open_default)

    def show(self, library: Path | None = None, sample: bool = False) -> None:
        """Show the window and open its library: `library`, else the last, else the default."""
        self.window.show()
        self.start.open(library, sample=sample)

    def end(self) -> None:
        """Save what was written, end thread and process; may be called twice."""
        self.faults.window_is_gone()
        self.sharing.release()
        self.jobs.shutdown()
        self.faults.uninstall()
        translation.remove(self._application, self._translators)
        self._garbage.stop()


def run(places: Places, words: Words, *, library: Path | None = None, sample: bool = False) -> int:
    """Run the window until it is closed; the program's exit status."""
    end_log = logs.start(places.log)
    end_crash_file = keep_hard_crashes(places.log / "window-crash.txt")
    _log.info("Antou %s starts, home %s", program_version(), places.data)
    sys.setswitchinterval(SWITCH_SECONDS)
    input_method.prepare()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("antou")
    application.setApplicationDisplayName(words.say("program-name"))
    application.setApplicationVersion(program_version())
    application.setDesktopFileName("antou")
    app = App(application, places, words)
    signals = SignalWatch(app.window.close, app)
    QTimer.singleShot(0, lambda: app.show(library, sample))
    try:
        return application.exec()
    finally:
        signals.stop()
        app.end()
        _log.info("Antou ends")
        end_crash_file()
        end_log()


def keep_hard_crashes(file: Path) -> Callable[[], None]:
    """Write the traceback of a crash below Python into `file`; what the last run left is logged.

    Returns what ends this.
    """
    try:
        left = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
        stream = file.open("w", encoding="utf-8")
    except OSError as fault:
        _log.info("No crash file: %s", fault)
        return lambda: None
    if left.strip():
        _log.error("The last run ended with a crash:\n%s", left)
    faulthandler.enable(stream)

    def end() -> None:
        faulthandler.disable()
        stream.close()

    return end
