"""Which library the window opens with, and what a first start finds in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.messages import Messages
from desktop.settings import Settings
from desktop.tasks.jobs import Jobs
from desktop.tasks.work import Tree
from storage.errors import UserFault
from storage.types import ImportReport, Places
from storage.words import Words


class LibraryStart(QObject):
    """Opens the asked, the last or the default library; a new default one gets the sample."""

    sample_taken_in = Signal(str)  # a notice of it; the library was new: its user may be new too

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        messages: Messages,
        words: Words,
        places: Places,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._messages = messages
        self._words = words
        self._places = places
        jobs.library_opened.connect(self._remember)
        jobs.library_opened.connect(self._say_read_only)

    def open(self, asked: Path | None, *, sample: bool) -> None:
        """Open a library; an asked one that is missing is offered to be made, not made."""
        if asked is not None:
            self._open_asked(asked.absolute(), sample=sample)
            return
        last = Path(self._settings.last_library) if self._settings.last_library else None
        if last is not None and not sample and last != self._places.library:
            if last.exists():
                self._jobs.open_library(last, error=self._open_default_after)
                return
            self._say("last-library-gone", path=str(last))
        self._open_default(sample=sample)

    def _open_asked(self, path: Path, *, sample: bool) -> None:
        if path.exists() or sample:
            self._make(path, sample=sample)
            return
        fault = UserFault("library-not-there", path=str(path))
        self._jobs.library_failed.emit(fault)
        message, advice = self._words.fault(fault.key, **fault.arguments)
        label = self._words.say("make-library")
        action = (label, lambda: self._jobs.open_library(path, create=True))
        self._messages.show(message, advice, "warning", action)

    def _open_default_after(self, fault: BaseException) -> None:
        """The last library cannot be opened: say why, and open the default one."""
        self._jobs.tell_fault(fault)
        self._open_default(sample=False)

    def open_default(self) -> None:
        """Open the default library, made where it is not there."""
        self._open_default(sample=False)

    def _open_default(self, *, sample: bool) -> None:
        path = self._places.library
        self._make(path, sample=sample or not path.exists())

    def _make(self, path: Path, *, sample: bool) -> None:
        """Open a library, made where it is not there, and bring the sample in where wanted."""
        done = self._look_for_sample if sample else None
        self._jobs.open_library(path, create=not path.exists(), done=done)

    def _look_for_sample(self, _: str) -> None:
        self._jobs.load_tree(self, self._import_sample)

    def _import_sample(self, tree: Tree) -> None:
        """Import those files of the sample that the library does not hold yet."""
        issues, _, _ = tree
        known = {issue.source_name for issue in issues}
        files = sorted(self._places.sample.glob("*.txt"))
        missing = [file for file in files if file.name not in known]
        if missing:
            self._jobs.import_files(missing, self._welcome)

    def _welcome(self, reports: list[ImportReport]) -> None:
        for report in reports:
            if report.status == "failed":
                arguments = dict(report.fault_arguments)
                self._jobs.tell_fault(UserFault(report.fault_key, **arguments))
        notices = [one for report in reports if report.status == "new" for one in report.notices]
        if notices:
            self.sample_taken_in.emit(notices[0].uuid)

    def _say_read_only(self, path: str) -> None:
        """Say at once that nothing can be marked here, not at the first mark."""
        if self._jobs.read_only:
            self._say("library-read-only", path=path)

    def _say(self, key: str, level: str = "warning", **arguments: str) -> None:
        message, advice = self._words.fault(key, **arguments)
        self._messages.show(message, advice, level)

    def _remember(self, path: str) -> None:
        if self._settings.last_library == path:
            return
        self._settings.last_library = path
        if not self._settings.save():
            self._say("settings-not-saved", path=str(self._places.config))
