"""What the worker processes do for the window: imports, exports, updates of the search index.

Imports and updates follow each other in one process; an export, which is short, goes into the
other one, beside searches, so that it waits for no import.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.tasks import heavy_jobs
from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.imports import Import
from desktop.tasks.task import OnFault, Task
from storage.errors import UserFault
from storage.types import ImportReport, Progress

HOLD_SECONDS = 30
"""How long the index stays behind after a cancel before it is brought up again."""


class Batches(QObject):
    """Gives heavy work on the open library to the worker processes."""

    imported = Signal()  # something came in or changed
    import_progress = Signal(object)
    import_finished = Signal(object)
    busy_changed = Signal(bool)
    index_updated = Signal()

    def __init__(
        self,
        places: Callable[[], dict[str, str]],
        finder: HeavyRunner,
        log_folder: Path,
        on_fault: OnFault,
        parent: QObject | None = None,
    ) -> None:
        """`places` gives the paths that each job gets, or raises UserFault("no-library").

        `finder` runs the short jobs and stays its owner's.
        """
        super().__init__(parent)
        self._places = places
        self._on_fault = on_fault
        self._finder = finder
        self._heavy = HeavyRunner(heavy_jobs.JOBS, log_folder, on_fault, self, modest=True)
        self._running: list[Import | Task] = []
        self._to_cancel: set[Task] = set()
        self._update: Task | None = None
        self._once_more = False
        self._held = False  # the user has cancelled: no update starts by itself for a while
        self._hold = QTimer(self, singleShot=True, interval=HOLD_SECONDS * 1000)
        self._hold.timeout.connect(self._end_hold)

    @property
    def busy(self) -> bool:
        """Whether an import or export runs or waits, or a long update of the index runs."""
        return bool(self._running)

    def import_files(
        self,
        paths: Sequence[Path],
        done: Callable[[list[ImportReport]], None] | None,
        *,
        confirmed: bool = False,
    ) -> None:
        """Import files one by one; the reports go to `done`, else to import_finished."""

        def end(reports: list[ImportReport]) -> None:
            self._end_busy(batch)
            if any(report.status in ("new", "updated") for report in reports):
                self.imported.emit()
            (done or self.import_finished.emit)(reports)

        tell = self.import_progress.emit
        self.release()
        batch = Import(paths, self._submit, tell, self._on_fault, end, confirmed=confirmed)
        self._begin_busy(batch)
        batch.start()

    def export(self, arguments: dict[str, Any], **callbacks: Any) -> Task:
        """Write the passages of one scope into a file."""
        return self._busy_with(self._submit_to(self._finder, "export", arguments, **callbacks))

    def read_again(self, arguments: dict[str, Any], **callbacks: Any) -> Task:
        """Read kept sources again; told and cancelled as an import is."""
        self.release()
        task = self._submit("read-again", arguments, progress=self._tell, **callbacks)
        self._to_cancel.add(task)
        task.ended.append(lambda: self._to_cancel.discard(task))
        return self._busy_with(task)

    def preview_reading(self, arguments: dict[str, Any], **callbacks: Any) -> Task:
        """Tell what reading kept sources again would change."""
        return self._submit("preview-reading", arguments, **callbacks)

    def update_index(self) -> None:
        """Bring the search index up; told like an import once it tells progress."""
        if self._held:
            return
        if self._update is not None:
            self._once_more = True  # another library may be open by then
            return
        self._once_more = False

        def tell(told: Progress) -> None:
            if self._update is not None and self._update not in self._running:
                self._begin_busy(self._update)
            self.import_progress.emit(told)

        task = self._submit("catch-up", {}, done=lambda _: self.index_updated.emit(), progress=tell)
        if task.outcome is None:
            self._update = task
            task.ended.append(self._end_update)

    def cancel(self) -> None:
        """End the running imports and updates; what finished files brought stays.

        The index then lags behind, and searches scan what it lacks, for HOLD_SECONDS.
        """
        if self._running:
            self._held = True
            self._hold.start()
        for running in list(self._running):
            if isinstance(running, Import) or running is self._update or running in self._to_cancel:
                running.cancel()

    def release(self) -> None:
        """Let updates start by themselves again: another library is open, or files come in."""
        self._held = False
        self._hold.stop()

    def shutdown(self) -> None:
        """End the process of imports and updates."""
        self._hold.stop()
        self._heavy.shutdown()

    def _submit(self, name: str, arguments: dict[str, Any], **callbacks: Any) -> Task:
        return self._submit_to(self._heavy, name, arguments, **callbacks)

    def _submit_to(
        self, runner: HeavyRunner, name: str, arguments: dict[str, Any], **callbacks: Any
    ) -> Task:
        try:
            places = self._places()
        except UserFault as fault:
            return refused(fault, self, self._on_fault, **callbacks)
        return runner.submit(name, {**places, **arguments}, owner=self, **callbacks)

    def _tell(self, told: Progress) -> None:
        self.import_progress.emit(told)

    def _busy_with(self, task: Task) -> Task:
        if task.outcome is None:
            self._begin_busy(task)
            task.ended.append(lambda: self._end_busy(task))
        return task

    def _end_hold(self) -> None:
        self.release()
        self.update_index()

    def _end_update(self) -> None:
        task, self._update = self._update, None
        if task in self._running:
            self._end_busy(task)
        if self._once_more:
            self.update_index()

    def _begin_busy(self, item: Import | Task) -> None:
        if not self._running:
            self.busy_changed.emit(True)
        self._running.append(item)

    def _end_busy(self, item: Import | Task) -> None:
        self._running.remove(item)
        if not self._running:
            self.busy_changed.emit(False)


def refused(fault: UserFault, owner: QObject, on_fault: OnFault, **callbacks: Any) -> Task:
    """A task that ends at once in a fault."""
    task = Task(owner, **callbacks)
    task.deliver("error", fault, on_fault)
    return task
