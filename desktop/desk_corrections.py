"""The list of corrections: gone to, taken back, made again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.desk_reading import ReadingDesk
from desktop.dialogs.corrections import ALL, ISSUE, NOTICE, CorrectionsDialog
from desktop.models.correction_rows import CorrectionRows
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.errors import UserFault
from storage.types import Correction
from storage.words import Words


class CorrectionListDesk(QObject):
    """Connects the dialog with the library; it follows what is corrected meanwhile."""

    def __init__(
        self,
        jobs: Jobs,
        words: Words,
        reader: ReaderPanel,
        reading: ReadingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._words = words
        self._reader = reader
        self._reading = reading
        self._window = parent
        self._model = CorrectionRows(words, self)
        self._dialog: CorrectionsDialog | None = None
        self._notice, self._issue = "", 0
        jobs.library_changed.connect(self._changed)
        jobs.library_opened.connect(self._close)

    def show(self) -> None:
        """Show the corrections of the open notice, or of the library where none is open."""
        stored = self._reader.stored
        self._notice = stored.summary.uuid if stored else ""
        self._open(stored.summary.issue_id if stored else 0)

    def show_issue(self, issue_id: int) -> None:
        """Show the corrections of an issue and its notices."""
        self._notice = ""
        self._open(issue_id)

    def _open(self, issue_id: int) -> None:
        self._close()
        self._issue = issue_id
        scopes = [(self.tr("In this document"), NOTICE)] if self._notice else []
        if issue_id:
            scopes.append((self.tr("In this issue"), ISSUE))
        scopes.append((self.tr("In the whole library"), ALL))
        dialog = CorrectionsDialog(
            self._model, scopes, read_only=self._jobs.read_only, parent=self._window
        )
        dialog.scope_changed.connect(self._load)
        dialog.place_wanted.connect(self.go)
        dialog.turn_wanted.connect(self._turn)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        self._load()
        dialog.show()

    def _close(self, _: str = "") -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _closed(self, _: int) -> None:
        self._dialog = None

    def _changed(self, what: str) -> None:
        if what == "notices":
            self._load()

    def _load(self) -> None:
        dialog = self._dialog
        if dialog is not None:
            scope = dialog.scope_key
            notice = self._notice if scope == NOTICE else None
            issue = self._issue if scope == ISSUE else None
            self._jobs.correcting.listed(notice, issue, dialog, dialog.show_corrections)

    # ---- what is done with one

    def go(self, correction: Correction) -> None:
        """Open the notice of a correction where it was made."""
        done = partial(self._go, correction.issue_id)
        self._jobs.correcting.place(correction.uuid, self, done, self._refused)

    def _go(self, issue_id: int, place: tuple[str, int, int]) -> None:
        uuid, start, end = place
        if not uuid:
            self._reading.open_issue(issue_id)
        elif start == end:
            self._reading.open_at(uuid, start)
        else:
            self._reading.open_at(uuid, span=(start, end))

    def _turn(self, correction: Correction) -> None:
        self._jobs.correcting.turn(correction, None, self._refused)

    def _refused(self, fault: BaseException) -> None:
        if self._dialog is None or not isinstance(fault, UserFault):
            self._jobs.tell_fault(fault)
            return
        self._dialog.tell(" ".join(self._words.fault(fault.key, **fault.arguments)))
