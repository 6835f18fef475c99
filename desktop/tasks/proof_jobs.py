"""What the proof view asks for. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.changes import LibraryChanges
from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.picture_jobs import PICTURE_JOBS
from desktop.tasks.task import OnError, OnFault, Task
from storage.types import CheckedFinding, Finding
from storage.types.proofreading import PagePicture, PageRectangle, ProofSource


class ProofJobs:
    """Asks the library for sources, and a process of its own for pages as pictures.

    A page that a file from elsewhere makes slow or deadly costs no search and no import.
    """

    def __init__(
        self,
        changes: LibraryChanges,
        worker_places: Callable[[], dict[str, str]],
        log: Path,
        on_fault: OnFault,
        parent: QObject,
    ) -> None:
        """`log` is the folder for what a crash of the process leaves."""
        self._changes = changes
        self._worker_places = worker_places
        self._pictures = HeavyRunner(
            PICTURE_JOBS, log, on_fault, parent, name="pictures", grace_seconds=1.0
        )

    def source(
        self,
        notice: str,
        owner: QObject,
        done: Callable[[ProofSource], object],
        error: OnError = None,
    ) -> Task:
        """The lines of the source that a notice came from, and what became of each."""
        return self._changes.ask(lambda library: library.proof_source(notice), owner, done, error)

    def checked_findings(
        self, issue: int, owner: QObject, done: Callable[[list[CheckedFinding]], object]
    ) -> Task:
        """The recogniser's warnings about an issue, each with how it was settled."""
        return self._changes.ask(lambda library: library.checked_findings(issue), owner, done)

    def settle(
        self,
        issue: int,
        finding: Finding,
        how: str,
        author: str,
        done: Callable[[None], object],
    ) -> Task:
        """Note that a warning was dealt with; "" opens it again."""
        return self._changes.change(
            "", lambda library: library.settle(issue, finding, how, author), done
        )

    def picture(
        self,
        source: int,
        page: int,
        width: int,
        owner: QObject,
        done: Callable[[PagePicture], object],
        error: OnError,
    ) -> Task:
        """A page of a kept PDF source, so many pixels wide."""
        return self._ask(
            "picture", {"source": source, "page": page, "width": width}, owner, done, error
        )

    def places(
        self,
        source: int,
        page: int,
        lines: Sequence[str],
        around: tuple[str, str],
        owner: QObject,
        done: Callable[[list[PageRectangle]], object],
        error: OnError,
    ) -> Task:
        """Where lines stand on a page; `around` is what stands before and behind them."""
        arguments = {"source": source, "page": page, "lines": list(lines), "around": around}
        return self._ask("places", arguments, owner, done, error)

    def line_at(
        self,
        source: int,
        page: int,
        place: tuple[float, float],
        lines: Sequence[str],
        owner: QObject,
        done: Callable[[int | None], object],
        error: OnError,
    ) -> Task:
        """Which of the lines of a page stands at a place of it, None where it is not sure."""
        arguments = {"source": source, "page": page, "place": place, "lines": list(lines)}
        return self._ask("line-at", arguments, owner, done, error)

    def _ask(
        self,
        name: str,
        arguments: dict[str, Any],
        owner: QObject,
        done: Callable[[Any], object],
        error: OnError,
    ) -> Task:
        return self._pictures.submit(
            name, {**self._worker_places(), **arguments}, owner, done, error
        )

    def shutdown(self) -> None:
        """End the process."""
        self._pictures.shutdown()
