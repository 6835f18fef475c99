"""What the window can ask for: each use case a short method, its answer a callback.

Every method returns at once. `done` gets one argument, the answer named in the docstring, in the
window's thread; it is not called once `owner` (a QObject, usually the asking widget) is gone.
A fault goes to `error` where one is given, else to Faults, which shows it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.tasks import heavy_jobs, work
from desktop.tasks.batches import Batches, refused
from desktop.tasks.changes import LibraryChanges
from desktop.tasks.compare_jobs import Compared
from desktop.tasks.correction_jobs import CorrectionJobs
from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.issue_jobs import IssueJobs
from desktop.tasks.mark_jobs import MarkJobs
from desktop.tasks.proof_jobs import ProofJobs
from desktop.tasks.reading_again import ReadingAgain
from desktop.tasks.runner import Runner
from desktop.tasks.saved_search_jobs import SavedSearchJobs
from desktop.tasks.searches import Searches
from desktop.tasks.task import OnError, Task
from desktop.tasks.version_jobs import VersionJobs
from storage.errors import UserFault
from storage.pages import NoticePages
from storage.types import (
    Finding,
    ImportReport,
    MergeReport,
    NoticeSummary,
    Places,
    Progress,
    SearchResult,
    SpellingSuggestion,
)
from storage.types.comparing import Candidate

OnProgress = Callable[[Progress], None] | None


class Jobs(QObject):
    """The use cases, run on the worker thread or in the worker process."""

    library_opened = Signal(str)  # the library's path
    library_failed = Signal(object)  # the fault; the library open until then stays
    library_changed = Signal(str)  # "notices"; "marks" or "searches" (kept ones) in another window
    import_progress = Signal(object)  # Progress; of several files it counts files
    import_finished = Signal(object)  # list[ImportReport]; after a cancel those already done
    busy_changed = Signal(bool)  # see busy
    index_updated = Signal()  # the search index has been brought up: earlier answers may lack

    def __init__(
        self,
        places: Places,
        on_fault: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        """`on_fault` takes the faults that nobody else handles (Faults.handle)."""
        super().__init__(parent)
        self.library_opened.connect(self._look_at_index)
        self.library_changed.connect(self._follow_change)
        self._places = places
        self._on_fault = on_fault
        self._runner = Runner(on_fault, self)
        self._changes = LibraryChanges(self._runner, self, self.library_changed.emit)
        self.marking = MarkJobs(self._changes, self)
        self.correcting = CorrectionJobs(self._changes, self.marking, self)
        self.issues = IssueJobs(self._changes)
        self.versions = VersionJobs(self._changes, self.marking)
        self.saved_searches = SavedSearchJobs(self._changes, self.marking)
        self.proof = ProofJobs(self._changes, self._worker_places, places.log, on_fault, self)
        self._finder = HeavyRunner(
            heavy_jobs.FINDER_JOBS,
            places.log,
            on_fault,
            self,
            name="finder",
            idle_seconds=600,
            idle=heavy_jobs.read_ahead,
        )
        self._batches = Batches(self._worker_places, self._finder, places.log, on_fault, self)
        self._batches.import_progress.connect(self.import_progress)
        self._batches.import_finished.connect(self.import_finished)
        self._batches.busy_changed.connect(self.busy_changed)
        self._batches.index_updated.connect(self.index_updated)
        self._batches.imported.connect(self._tell_imported)
        self.searching = Searches(self._finder, self._worker_places, on_fault, self)
        self.reading_again = ReadingAgain(self._changes, self._batches, self._ask_finder)
        self.library_path: Path | None = None
        self.read_only = False

    @property
    def busy(self) -> bool:
        """Whether an import or export runs or waits, or a long update of the index runs."""
        return self._batches.busy

    def tell_fault(self, fault: BaseException) -> None:
        """Hand a fault to where all faults end."""
        self._on_fault(fault)

    # ---- the library

    def open_library(
        self,
        path: Path,
        create: bool = False,
        done: Callable[[str], None] | None = None,
        error: OnError = None,
    ) -> Task:
        """Open a library in place of the one that is open; `done` gets its path."""

        def opened(state: work.OpenedLibrary) -> None:
            self.library_path = path
            self.read_only = state.read_only
            self._batches.release()
            self.library_opened.emit(str(path))
            if done is not None:
                done(str(path))

        def failed(fault: BaseException) -> None:
            self.library_failed.emit(fault)
            (error or self._on_fault)(fault)

        return self._runner.open(
            lambda: work.open_library(path, self._places, create=create),
            work.opened_state,
            owner=self,
            done=opened,
            error=failed,
        )

    def look_elsewhere(self) -> None:
        """Tell library_changed where another window has changed the library."""

        def told(changes: tuple[str, ...]) -> None:
            for what in changes:
                self.library_changed.emit(what)

        if self.library_path is not None:
            self._runner.run(lambda library: library.changed_elsewhere(), self, told)

    def load_tree(
        self, owner: QObject, done: Callable[[work.Tree], None], error: OnError = None
    ) -> Task:
        """All that the tree shows: (issues, notices, saved searches)."""
        return self._runner.run(work.load_tree, owner, done, error)

    def open_notice(
        self,
        uuid: str,
        owner: QObject,
        done: Callable[[work.OpenedNotice], None],
        error: OnError = None,
    ) -> Task:
        """A notice and its marks: (StoredNotice, list[Mark])."""
        return self._runner.run(
            lambda library: (library.notice(uuid), library.marks(uuid)), owner, done, error
        )

    def issue_pages(
        self,
        issue_id: int,
        owner: QObject,
        done: Callable[[dict[str, NoticePages]], None],
        error: OnError = None,
    ) -> Task:
        """On which pages the notices of an issue stand, by uuid."""
        return self._runner.run(lambda library: library.issue_pages(issue_id), owner, done, error)

    def look_up(
        self,
        typed: str,
        owner: QObject,
        done: Callable[[list[NoticeSummary]], None],
        error: OnError = None,
    ) -> Task:
        """Notices to go to, by a half-typed number or words of the title."""
        return self._runner.run(lambda library: library.look_up(typed), owner, done, error)

    def findings(
        self,
        issue_id: int,
        owner: QObject,
        done: Callable[[list[Finding]], None],
        error: OnError = None,
    ) -> Task:
        """What the recogniser doubts in an issue."""
        return self._runner.run(lambda library: library.findings(issue_id), owner, done, error)

    def source_lines(
        self,
        issue_id: int,
        owner: QObject,
        done: Callable[[tuple[str, ...]], None],
        error: OnError = None,
    ) -> Task:
        """The numbered lines of an issue's source."""
        return self._runner.run(lambda library: library.source_lines(issue_id), owner, done, error)

    def delete_issue(
        self, issue_id: int, done: Callable[[None], None] | None = None, error: OnError = None
    ) -> Task:
        """Take an issue out of the library; its marks stay."""
        return self._changes.change(
            "notices", lambda library: library.delete_issue(issue_id), done, error
        )

    def merge_notices(
        self,
        keep: str,
        gone: str,
        done: Callable[[MergeReport], None] | None = None,
        error: OnError = None,
    ) -> Task:
        """Move the marks of a notice to another that is the same document, and remove it."""
        return self._changes.change(
            "notices", lambda library: library.merge_notices(keep, gone), done, error
        )

    def state(
        self, key: str, owner: QObject, done: Callable[[str], None], default: str = ""
    ) -> Task:
        """A small value that the library keeps (a reading place, recent notices)."""
        return self._runner.run(lambda library: library.state(key, default), owner, done)

    def set_state(self, key: str, value: str, error: OnError = None) -> Task:
        """Keep a small value in the library."""
        return self._runner.run(
            lambda library: library.set_state(key, value), self, None, error, keep=True
        )

    # ---- searching

    def search(
        self,
        query: str,
        owner: QObject,
        done: Callable[[SearchResult], None],
        error: OnError = None,
        limit: int = 50,
    ) -> Task:
        """Search; an older search of the same owner is given up and never answers."""
        return self.searching.search(query, owner, done, error, limit)

    def word_borders(
        self,
        uuids: Sequence[str],
        owner: QObject,
        done: Callable[[dict[str, array[int]]], None],
        error: OnError = None,
    ) -> Task:
        """Where the words of notices begin and end in their squeezed texts, by uuid."""
        arguments = {**self._worker_places(), "uuids": list(uuids)}
        return self._finder.submit("word-borders", arguments, owner, done, error)

    # ---- two notices beside each other, in the finder process

    def compare(
        self,
        left: str,
        right: str,
        owner: QObject,
        done: Callable[[Compared], None],
        error: OnError = None,
    ) -> Task:
        """Two notices, their marks, and what differs between them."""
        return self._ask_finder("compare", {"left": left, "right": right}, owner, done, error)

    def likely_beside(
        self, notice: str, owner: QObject, done: Callable[[list[Candidate]], None]
    ) -> Task:
        """The notices that one may want beside a notice, the likeliest first."""
        return self._ask_finder("beside", {"notice": notice}, owner, done, None)

    def spellings(
        self,
        issue_id: int,
        owner: QObject,
        done: Callable[[list[SpellingSuggestion]], None],
        error: OnError = None,
    ) -> Task:
        """Words of an issue that may be misspelt, looked for beside the window."""
        return self._ask_finder("spellings", {"issue_id": issue_id}, owner, done, error)

    def _ask_finder(
        self,
        name: str,
        arguments: dict[str, Any],
        owner: QObject,
        done: Callable[[Any], None],
        error: OnError,
    ) -> Task:
        try:
            places = self._worker_places()
        except UserFault as fault:
            return refused(fault, self, self._on_fault, done=done, error=error)
        return self._finder.submit(name, {**places, **arguments}, owner, done, error)

    # ---- heavy work, in the worker process

    def import_files(
        self,
        paths: Sequence[Path],
        done: Callable[[list[ImportReport]], None] | None = None,
        *,
        confirmed: bool = False,
    ) -> None:
        """Import files one by one, telling import_progress.

        The reports go to `done` where it is given, else to import_finished. Files with a mark
        of secrecy are left out unless the user has `confirmed` them.
        """
        self._batches.import_files(paths, done, confirmed=confirmed)

    def cancel_import(self) -> None:
        """End the running imports and index updates; what finished files brought stays."""
        self._batches.cancel()

    def export(
        self,
        target: Path,
        format: str,
        heading: str = "",
        *,
        notice: str | None = None,
        issue_id: int | None = None,
        query: str | None = None,
        marked_only: bool = False,
        marks: Sequence[str] | None = None,
        done: Callable[[Path], None] | None = None,
        error: OnError = None,
        progress: OnProgress = None,
    ) -> Task:
        """Write the passages of one scope as "docx" or "md"; `done` gets the file's path.

        `marks` are uuids of the marks that alone are wanted.
        UserFault("export-empty") goes to `error` where the scope holds no passage.
        """
        arguments = {
            "target": str(target),
            "format": format,
            "heading": heading,
            "notice": notice,
            "issue_id": issue_id,
            "query": query,
            "marked_only": marked_only,
            "marks": None if marks is None else list(marks),
        }
        finish = None if done is None else (lambda path: done(Path(path)))
        return self._batches.export(arguments, done=finish, error=error, progress=progress)

    def shutdown(self) -> None:
        """End the worker process and thread; what the user wrote is saved first."""
        self._batches.shutdown()
        self._finder.shutdown()
        self.proof.shutdown()
        self._runner.shutdown()

    # ---- inside

    def _tell_imported(self) -> None:
        self.library_changed.emit("notices")

    def _follow_change(self, what: str) -> None:
        if what == "notices":
            self._look_at_index()

    def _worker_places(self) -> dict[str, str]:
        return work.worker_places(self.library_path, self._places)

    def _look_at_index(self) -> None:
        """Have the index brought up where it lags behind; searches scan what it lacks."""
        self._finder.submit("look", self._worker_places(), self, self._catch_up)

    def _catch_up(self, is_current: bool) -> None:
        if not is_current:
            self._batches.update_index()
