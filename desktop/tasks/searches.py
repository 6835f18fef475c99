"""Searching: the newest search of an asker answers, older ones are given up.

Where the index is current the worker thread searches: nothing is cut into words then. What the
index lacks is scanned, and for that the words' dictionary is loaded, which would hold the window
up: a worker process of its own does it, beside an import that may be running.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.runner import Runner
from desktop.tasks.task import Task
from storage.types import SearchResult


@dataclass(frozen=True, slots=True)
class _Search:
    """One search: what is asked, by whom, and where the answer goes."""

    query: str
    limit: int
    owner: QObject
    done: Callable[[SearchResult], None]
    error: Callable[[BaseException], None] | None


class Searches:
    """Runs searches in the thread, or in the finder process where the index lags behind."""

    def __init__(
        self, runner: Runner, finder: HeavyRunner, places: Callable[[], dict[str, str]]
    ) -> None:
        """`places` gives the paths that a job of the finder gets."""
        self._runner = runner
        self._finder = finder
        self._places = places
        self._latest: dict[int, Task] = {}

    def start(
        self,
        query: str,
        limit: int,
        owner: QObject,
        done: Callable[[SearchResult], None],
        error: Callable[[BaseException], None] | None,
    ) -> None:
        """Search for an owner; its older search never answers."""
        asked = _Search(query, limit, owner, done, error)
        older = self._latest.get(id(owner))
        if older is not None:
            older.cancel()

        def search(library: Any) -> SearchResult | None:
            return library.search(query, limit) if library.index_is_current else None

        def answer(result: SearchResult | None) -> None:
            if result is None:
                self._search_aside(asked)
            else:
                done(result)

        self._note(asked, self._runner.run(search, owner, answer, error))

    def _search_aside(self, asked: _Search) -> None:
        arguments = {**self._places(), "query": asked.query, "limit": asked.limit}
        task = self._finder.submit("search", arguments, asked.owner, asked.done, asked.error)
        self._note(asked, task)

    def _note(self, asked: _Search, task: Task) -> None:
        key = id(asked.owner)
        self._latest[key] = task
        task.ended.append(lambda: self._forget(key, task))

    def _forget(self, key: int, task: Task) -> None:
        if self._latest.get(key) is task:
            del self._latest[key]
