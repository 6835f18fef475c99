"""Searching: the newest search of an asker answers, older ones are given up.

A worker process of its own searches, beside an import that may be running in the other one. In
a thread it held the window up: measured at 3,000 notices, single steps kept Python for 30 to
70 ms, and 100 ms while the words' dictionary was loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.batches import refused
from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.task import OnCancelled, OnDone, OnError, OnFault, OnProgress, Task
from storage.errors import UserFault
from storage.types import Completion, Edit, Progress, Query, SavedCount, SearchResult

OnResult = Callable[[SearchResult], object]


class Searches(QObject):
    """Asks the finder process. Queries given as text may tell their narrowing (narrowing.py)."""

    def __init__(
        self,
        finder: HeavyRunner,
        places: Callable[[], dict[str, str]],
        on_fault: OnFault,
        parent: QObject,
    ) -> None:
        """`places` gives the paths that each job gets, or raises UserFault("no-library")."""
        super().__init__(parent)
        self._finder = finder
        self._places = places
        self._on_fault = on_fault
        self._latest: dict[tuple[str, int], Task] = {}
        self._counting: Task | None = None

    def search(
        self,
        query: Query | str,
        owner: QObject,
        done: OnResult,
        error: OnError = None,
        limit: int = 50,
        first: OnResult | None = None,
    ) -> Task:
        """Search for an owner, whose older search never answers.

        `first` gets a quick first page where much is found; `done` the complete answer.
        """
        arguments = {"query": query, "limit": limit}
        return self._newest("search", arguments, owner, done, error, first)

    def complete(
        self,
        query: str,
        cursor: int,
        earlier: Sequence[str],
        owner: QObject,
        done: Callable[[list[Completion]], object],
    ) -> Task:
        """How a query may go on at the cursor; the owner's older question is never answered."""
        arguments = {"query": query, "cursor": cursor, "earlier": list(earlier)}
        return self._newest("complete", arguments, owner, done)

    def count(
        self,
        saved: str,
        owner: QObject,
        done: Callable[[SavedCount], object],
        error: OnError,
        cancelled: OnCancelled,
        *,
        gives_way: bool = True,
    ) -> Task:
        """What a kept search finds; `gives_way`: it is given up where somebody searches."""
        try:
            arguments = {**self._places(), "uuid": saved}
        except UserFault as fault:
            return refused(fault, self, self._on_fault, done=done, error=error)
        job = "count-search"
        task = self._finder.submit(job, arguments, owner, done, error, cancelled=cancelled)
        if gives_way:
            self._counting = task
        return task

    def marks_of_found(
        self,
        query: str,
        style: str,
        author: str,
        owner: QObject,
        done: Callable[[Edit], object],
        progress: Callable[[Progress], object],
    ) -> Task:
        """An edit, not made yet, that marks every place of a text that a query finds."""
        arguments = {"query": query, "style": style, "author": author}
        return self._newest("marks-of-found", arguments, owner, done, progress=progress)

    def tags_of_found(
        self, query: str, tags: Sequence[str], owner: QObject, done: Callable[[Edit], object]
    ) -> Task:
        """An edit, not made yet, that gives these tags to every notice that a query finds."""
        arguments = {"query": query, "tags": list(tags)}
        return self._newest("tags-of-found", arguments, owner, done)

    def _newest(
        self,
        name: str,
        arguments: dict[str, Any],
        owner: QObject,
        done: OnDone,
        error: OnError = None,
        first: OnResult | None = None,
        progress: OnProgress = None,
    ) -> Task:
        key = name, id(owner)
        older = self._latest.get(key)
        if older is not None:
            older.cancel()
        if self._counting is not None:
            self._counting.cancel()
        try:
            arguments = {**self._places(), **arguments}
        except UserFault as fault:
            return refused(fault, self, self._on_fault, done=done, error=error)

        def page(result: SearchResult) -> None:
            if first is not None and not task.stopping:
                first(result)

        task = self._finder.submit(name, arguments, owner, done, error, progress, page)
        self._latest[key] = task
        task.ended.append(lambda: self._forget(key, task))
        return task

    def _forget(self, key: tuple[str, int], task: Task) -> None:
        if self._latest.get(key) is task:
            del self._latest[key]
