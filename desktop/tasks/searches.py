"""Searching: the newest search of an asker answers, older ones are given up.

A worker process of its own searches, beside an import that may be running in the other one. In
a thread it held the window up: measured at 3,000 notices, single steps kept Python for 30 to
70 ms, and 100 ms while the words' dictionary was loaded.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.task import Task
from storage.types import SearchResult


class Searches:
    """Runs searches in the finder process."""

    def __init__(self, finder: HeavyRunner) -> None:
        self._finder = finder
        self._latest: dict[int, Task] = {}

    def start(
        self,
        places: dict[str, str],
        query: str,
        limit: int,
        owner: QObject,
        done: Callable[[SearchResult], None],
        error: Callable[[BaseException], None] | None,
    ) -> Task:
        """Search the library at `places` for an owner; its older search never answers."""
        key = id(owner)
        older = self._latest.get(key)
        if older is not None:
            older.cancel()
        arguments = {**places, "query": query, "limit": limit}
        task = self._finder.submit("search", arguments, owner, done, error)
        self._latest[key] = task
        task.ended.append(lambda: self._forget(key, task))
        return task

    def _forget(self, key: int, task: Task) -> None:
        if self._latest.get(key) is task:
            del self._latest[key]
