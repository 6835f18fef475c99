"""What the window can ask about versions of one document. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.changes import LibraryChanges
from desktop.tasks.mark_jobs import MarkJobs
from desktop.tasks.task import OnError, Task
from storage.types import MovedMarks

OnDone = Callable[[Any], object] | None


class VersionJobs:
    """Asks which notices are one document, and says so."""

    def __init__(self, changes: LibraryChanges, marking: MarkJobs) -> None:
        self._changes = changes
        self._marking = marking

    def families(self, owner: QObject, done: Callable[[list[list[str]]], object]) -> Task:
        """The uuids of the versions of each document that has several, the main one first."""
        return self._changes.ask(lambda library: library.families(), owner, done)

    def link(self, one: str, other: str, done: OnDone = None, error: OnError = None) -> Task:
        """Say that two notices are one document."""
        return self._change(lambda library: library.link_versions(one, other), done, error)

    def unlink(self, uuid: str, done: OnDone = None, error: OnError = None) -> Task:
        """Take a notice from its other versions for good."""
        return self._change(lambda library: library.unlink_version(uuid), done, error)

    def keep_apart(self, one: str, other: str, done: OnDone = None, error: OnError = None) -> Task:
        """Say that two notices are two documents."""
        return self._change(lambda library: library.keep_apart(one, other), done, error)

    def choose_main(self, uuid: str, done: OnDone = None, error: OnError = None) -> Task:
        """Let a notice stand for all its versions."""
        return self._change(lambda library: library.choose_main_version(uuid), done, error)

    def move_marks(
        self, uuid: str, done: Callable[[MovedMarks], object], error: OnError = None
    ) -> Task:
        """Move the marks of a version to the main one."""

        def moved(answer: MovedMarks) -> None:
            self._marking.edited.emit(answer.edit)
            done(answer)

        return self._changes.change(
            "", lambda library: library.move_marks_to_main(uuid), moved, error
        )

    def _change(self, action: Callable[[Any], Any], done: OnDone, error: OnError) -> Task:
        return self._changes.change("notices", action, done, error)
