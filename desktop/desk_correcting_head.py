"""Correcting a notice's head: title, number, issuer, date, addressees, section in one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.correcting_menu import add_correction, reason
from desktop.dialogs.notice_head import NoticeHeadDialog
from desktop.models.tree_nodes import Node
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.errors import UserFault
from storage.types import CorrectionReport, FieldCorrection, Notice, NoticeSummary, StoredNotice
from storage.words import Words

_FIELD_OF_FAULT = {"correction-no-date": "date", "correction-no-title": "title"}


class HeadDesk(QObject):
    """Opens the dialog from the head card, the tree and by key, and saves what it asks for."""

    def __init__(
        self,
        jobs: Jobs,
        words: Words,
        library: LibraryPanel,
        reader: ReaderPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._words = words
        self._reader = reader
        self._window = parent
        self._dialog: NoticeHeadDialog | None = None
        reader.head.correct_wanted.connect(self.correct_here)
        library.menu_opening.connect(self._add_to_menu)
        jobs.library_opened.connect(self._library_opened)

    def _library_opened(self, _: str) -> None:
        self._reader.head.set_read_only(self._jobs.read_only)
        if self._dialog is not None:
            self._dialog.close()

    def _add_to_menu(self, menu: QMenu, node: Node) -> None:
        if isinstance(node.value, NoticeSummary):
            label = self.tr("Correct title, number, date…")
            slot = partial(self._correct_one, node.value.uuid)
            add_correction(menu, label, slot, reason(self._jobs, self._words))

    def _correct_one(self, uuid: str, _: bool = False) -> None:
        self.correct(uuid)

    def correct_here(self) -> None:
        """Correct the head of the notice where the reader is."""
        if self._reader.uuid:
            self.correct(self._reader.uuid)

    def correct(self, uuid: str) -> None:
        """Open the dialog for a notice."""
        if not self._jobs.read_only:
            self._jobs.correcting.recognised(uuid, self, self._open)

    def _open(self, answer: tuple[StoredNotice, Notice]) -> None:
        if self._dialog is not None:
            self._dialog.close()
        dialog = NoticeHeadDialog(*answer, self._window)
        dialog.save_wanted.connect(self._save)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.show()

    def _closed(self, _: int) -> None:
        self._dialog = None

    def _save(self, changes: list[FieldCorrection]) -> None:
        dialog = self._dialog
        if dialog is not None:
            dialog.save.setEnabled(False)
            self._jobs.correcting.fields(dialog.uuid, changes, self._saved, self._failed)

    def _saved(self, _: CorrectionReport) -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _failed(self, fault: BaseException) -> None:
        dialog = self._dialog
        if dialog is None or not isinstance(fault, UserFault):
            self._jobs.tell_fault(fault)
            return
        dialog.save.setEnabled(True)
        told = " ".join(self._words.fault(fault.key, **fault.arguments))
        dialog.tell(_FIELD_OF_FAULT.get(fault.key, ""), told)
        if fault.key == "correction-elsewhere":
            self._jobs.look_elsewhere()
