"""What the window can ask about saved searches. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.tasks.changes import LibraryChanges
from desktop.tasks.task import OnError, Task
from storage.types import SavedSearch


class SavedSearchJobs:
    """Changes the searches that are kept in the tree."""

    def __init__(self, changes: LibraryChanges) -> None:
        self._changes = changes

    def save(
        self,
        name: str,
        query: str,
        done: Callable[[SavedSearch], None] | None = None,
        error: OnError = None,
    ) -> Task:
        """Keep a search in the tree."""
        return self._changes.change(
            "searches", lambda library: library.save_search(name, query), done, error
        )

    def rename(
        self,
        uuid: str,
        name: str,
        done: Callable[[Any], None] | None = None,
        error: OnError = None,
    ) -> Task:
        """Rename a saved search."""
        return self._changes.change(
            "searches", lambda library: library.rename_search(uuid, name), done, error
        )

    def delete(
        self, uuid: str, done: Callable[[None], None] | None = None, error: OnError = None
    ) -> Task:
        """Forget a saved search."""
        return self._changes.change(
            "searches", lambda library: library.delete_search(uuid), done, error
        )
