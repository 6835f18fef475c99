"""What the window can ask about kept searches. See Jobs for the callbacks.

They are changed by edits, as marks are (MarkJobs.apply).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.changes import LibraryChanges
from desktop.tasks.mark_jobs import MarkJobs, OnEdit
from desktop.tasks.task import OnError, Task
from storage.types import Edit, SavedSearch, SearchChange, SearchDraft


class SavedSearchJobs:
    """Asks for the searches that are kept in the tree, and keeps new ones."""

    def __init__(self, changes: LibraryChanges, marking: MarkJobs) -> None:
        self._changes = changes
        self._marking = marking

    def load(
        self,
        owner: QObject,
        done: Callable[[list[SavedSearch]], object],
        error: OnError = None,
    ) -> Task:
        """The kept searches and their groups."""
        return self._changes.ask(lambda library: library.saved_searches(), owner, done, error)

    def save(
        self,
        name: str,
        query: str,
        sort: str = "relevance",
        group: str = "",
        done: OnEdit = None,
        error: OnError = None,
    ) -> Task:
        """Keep a search at the end of a group, "" for the top of the tree."""

        def made(library: Any) -> Edit:
            search = library.new_search(name, query, sort, group)
            edit = Edit("edit-search-saved", searches=(SearchChange(None, search),))
            return library.apply(edit)

        return self._marking.edit(made, done, error)

    def opened(self, uuid: str, found: bytes) -> Task:
        """Keep what a search found when it was opened."""
        return self._changes.change("", lambda library: library.search_opened(uuid, found))

    def make_group(self, name: str, owner: QObject, done: Callable[[SavedSearch], object]) -> Task:
        """A new group, not yet written."""
        return self._changes.ask(
            lambda library: library.new_search(name, is_group=True), owner, done
        )

    # ---- as files

    def export(
        self,
        target: Path,
        uuids: Sequence[str] | None,
        owner: QObject,
        done: Callable[[Path], object],
    ) -> Task:
        """Write some searches or groups, or all (None); `done` gets the file's path."""
        return self._changes.ask(
            lambda library: library.export_searches(target, uuids), owner, done
        )

    def incoming(
        self, path: Path, owner: QObject, done: Callable[[list[SearchDraft]], object]
    ) -> Task:
        """What a file would bring in."""
        return self._changes.ask(lambda library: library.incoming_searches(path), owner, done)

    def take_in(
        self, drafts: Sequence[SearchDraft], *, replacing: bool, done: OnEdit = None
    ) -> Task:
        """Take searches of a file in; `replacing` those of the same name."""
        wanted = list(drafts)
        return self._marking.edit(
            lambda library: library.import_searches(wanted, replacing=replacing), done
        )
