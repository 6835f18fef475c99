"""The bin of deleted marks: shown, brought back, emptied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.desk_marks import MarkingDesk
from desktop.dialogs.mark_bin import MarkBinDialog
from desktop.messages import Messages
from desktop.models.mark_bin import BinModel
from desktop.tasks.jobs import Jobs
from storage.types import Mark, MarkChange


class BinDesk(QObject):
    """Opens the bin; what is restored comes back as a step that can be undone."""

    def __init__(
        self, jobs: Jobs, messages: Messages, marking: MarkingDesk, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._marking = marking
        self._window = parent
        self._model: BinModel | None = None
        jobs.marking.edited.connect(self._follow)
        jobs.library_changed.connect(self._library_changed)

    def show(self) -> None:
        """Open the bin, or bring it to the front."""
        open_ones = self._window.findChildren(MarkBinDialog)
        if open_ones:
            open_ones[0].raise_()
            open_ones[0].activateWindow()
            return
        self._model = BinModel(self)
        dialog = MarkBinDialog(self._model, read_only=self._jobs.read_only, parent=self._window)
        dialog.restore_wanted.connect(self._restore)
        dialog.purge_wanted.connect(self._purge)
        dialog.destroyed.connect(self._closed)
        dialog.show()
        self._load()

    def _load(self) -> None:
        self._jobs.marking.deleted(self, self._loaded)

    def _loaded(self, marks: list[Mark]) -> None:
        if self._model is not None:
            self._model.set_marks(marks)

    def _closed(self) -> None:
        if self._model is not None:
            self._model.deleteLater()
            self._model = None

    def _follow(self, edit: object) -> None:
        if self._model is not None:
            self._model.take(edit)  # type: ignore[arg-type]

    def _library_changed(self, what: str) -> None:
        if self._model is not None and what in ("marks", "notices"):
            self._load()

    def _restore(self, marks: Sequence[Mark]) -> None:
        changes = [MarkChange(mark, replace(mark, deleted=None)) for mark in marks]
        self._marking.change("edit-restore", changes)

    def _purge(self, marks: Sequence[Mark]) -> None:
        uuids = [mark.uuid for mark in marks]

        def emptied(count: int) -> None:
            if self._model is not None:
                self._model.remove(uuids)
            told = self.tr("Deleted for good: {count} marks.").format(count=count)
            self._messages.show(told)

        self._jobs.marking.empty_bin(uuids, emptied)
