"""An import of several files in the worker process; one file's crash does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop.tasks.task import Task, WorkerFault
from storage.types import ImportReport, Progress

CRASHED = "import-crashed"

Submit = Callable[..., Task]


class Import:
    """One batch: its files, the reports so far, and whether the user has stopped it."""

    def __init__(
        self,
        paths: Sequence[Path],
        submit: Submit,
        progress: Callable[[Progress], object],
        on_fault: Callable[[BaseException], object],
        done: Callable[[list[ImportReport]], object],
        *,
        confirmed: bool = False,
    ) -> None:
        """`submit` gives a job to the worker process; `done` is called once, at the end.

        `confirmed`: the user knows of the marks of secrecy on these files.
        """
        self._left = list(paths)
        self._files = len(self._left)
        self._submit = submit
        self._progress = progress
        self._on_fault = on_fault
        self._done = done
        self._confirmed = confirmed
        self._task: Task | None = None
        self._running = False  # the worker has shown signs of life since the last start
        self._skipped: list[ImportReport] = []
        self.reports: list[ImportReport] = []

    def start(self) -> None:
        """Take in all; folders and archives are first taken apart and counted."""
        if not any(path.suffix.lower() == ".zip" or path.is_dir() for path in self._left):
            self._take_in()
            return
        self._task = self._submit(
            "gather",
            {"paths": [str(path) for path in self._left]},
            done=self._take_apart,
            error=self._failed,
            cancelled=self._end,
        )

    def _take_apart(self, found: tuple[list[str], list[ImportReport]]) -> None:
        self._left = [Path(path) for path in found[0]]
        self._files = len(self._left)
        self._skipped = found[1]
        self._take_in()

    def _take_in(self) -> None:
        """Take in what is left."""
        self._running = False
        paths = [str(path) for path in self._left]
        self._task = self._submit(
            "import",
            {
                "paths": paths,
                "before": self._files - len(paths),
                "files": self._files,
                "confirmed": self._confirmed,
            },
            done=self._end,
            error=self._failed,
            progress=self._tell_progress,
            part=self._take_report,
            cancelled=self._end,
        )

    def cancel(self) -> None:
        """End the batch; what its finished files brought stays."""
        if self._task is not None:
            self._task.cancel()

    def _take_report(self, report: ImportReport) -> None:
        self._running = True
        self.reports.append(report)
        self._left = self._left[1:]

    def _tell_progress(self, told: Progress) -> None:
        self._running = True
        self._progress(told)

    def _failed(self, fault: BaseException) -> None:
        """A crash costs the file it happened in; where nothing works at all the batch ends."""
        self._on_fault(fault)
        if isinstance(fault, WorkerFault) and self._running and self._left:
            self._take_report(ImportReport(str(self._left[0]), "failed", fault_key=CRASHED))
            if self._left:
                self._take_in()
                return
        self._end()

    def _end(self, *_: Any) -> None:
        self._done(self.reports + self._skipped)
