"""What the window can ask about whole issues. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.tasks import work
from desktop.tasks.changes import LibraryChanges
from desktop.tasks.task import OnError, Task


class IssueJobs:
    """Asks the library for all of an issue."""

    def __init__(self, changes: LibraryChanges) -> None:
        self._changes = changes

    def open(
        self,
        issue_id: int,
        owner: QObject,
        done: Callable[[work.OpenedNotices], object],
        error: OnError = None,
    ) -> Task:
        """All notices of an issue and their marks: (list[StoredNotice], list[Mark])."""
        return self._changes.ask(
            lambda library: work.open_issue(library, issue_id), owner, done, error
        )
