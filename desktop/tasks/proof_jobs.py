"""What the proof view asks for. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.tasks.changes import LibraryChanges
from desktop.tasks.task import OnError, Task
from storage.types.proofreading import ProofSource


class ProofJobs:
    """Asks the library for sources."""

    def __init__(self, changes: LibraryChanges) -> None:
        self._changes = changes

    def source(
        self,
        notice: str,
        owner: QObject,
        done: Callable[[ProofSource], object],
        error: OnError = None,
    ) -> Task:
        """The lines of the source that a notice came from, and what became of each."""
        return self._changes.ask(lambda library: library.proof_source(notice), owner, done, error)
