"""What the window can ask about marks, notes, bookmarks and tags. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.tasks.changes import LibraryChanges
from desktop.tasks.task import OnError, Task
from storage.types import Edit, Mark, MarkChange

NoticeTags = dict[str, tuple[str, ...]]
OnEdit = Callable[[Edit], object] | None
Place = tuple[str, int, int]


class MarkJobs(QObject):
    """Every change is an Edit; who shows marks listens to `edited`."""

    edited = Signal(object)  # Edit, as it was written

    def __init__(self, changes: LibraryChanges, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self.author = ""

    def load(
        self,
        owner: QObject,
        done: Callable[[tuple[list[Mark], NoticeTags]], object],
        error: OnError = None,
    ) -> Task:
        """All marks of the library that are not deleted, and the tags of its notices."""
        return self._changes.ask(
            lambda library: (library.marks(), library.notice_tags()), owner, done, error
        )

    def of_notice(
        self,
        notice: str,
        owner: QObject,
        done: Callable[[list[Mark]], object],
        error: OnError = None,
    ) -> Task:
        """The marks of one notice."""
        return self._changes.ask(lambda library: library.marks(notice), owner, done, error)

    def make(
        self,
        place: Place,
        style: str = "yellow",
        note: str = "",
        *,
        kind: str = "highlight",
        quote: str | None = None,
        done: OnEdit = None,
        error: OnError = None,
    ) -> Task:
        """Make a mark at (notice, start, end); offsets count Python characters.

        A note or bookmark of the notice itself has the place 0 to 0. `quote` is what the user
        saw there: UserFault("mark-text-changed") where the stored text has become another.
        """
        author = self.author

        def made(library: Any) -> Edit:
            mark = library.new_mark(*place, style, note, quote=quote, author=author, kind=kind)
            return Edit(f"edit-{kind}", (MarkChange(None, mark),))

        return self.edit(made, done, error)

    def move(
        self, mark: Mark, place: Place, quote: str, done: OnEdit = None, error: OnError = None
    ) -> Task:
        """Put a mark to other characters of its notice; `quote` is what the user saw there."""
        _, start, end = place
        return self.edit(lambda library: library.move_mark(mark, start, end, quote), done, error)

    def apply(self, edit: Edit, done: OnEdit = None, error: OnError = None) -> Task:
        """Make the changes of an edit; `done` gets it as it was written.

        What another window wrote on a mark meanwhile is kept.
        """
        return self.edit(lambda library: library.apply(edit), done, error)

    def take_back(self, edit: Edit, done: OnEdit = None, error: OnError = None) -> Task:
        """Undo an edit; `done` gets the one that does it again."""
        return self.edit(lambda library: library.take_back(edit), done, error)

    def retag(
        self, old: Sequence[str], new: str, done: OnEdit = None, error: OnError = None
    ) -> Task:
        """Rename a tag, merge several, or take them away (`new` "")."""
        wanted = tuple(old)
        return self.edit(lambda library: library.retag(wanted, new), done, error)

    def deleted(
        self, owner: QObject, done: Callable[[list[Mark]], object], error: OnError = None
    ) -> Task:
        """The marks in the bin, the last deleted first."""
        return self._changes.ask(lambda library: library.deleted_marks(), owner, done, error)

    def empty_bin(
        self,
        uuids: Sequence[str] | None = None,
        done: Callable[[int], object] | None = None,
        error: OnError = None,
    ) -> Task:
        """Delete marks of the bin for good, these or all; `done` gets their number."""
        return self._changes.change("", lambda library: library.empty_bin(uuids), done, error)

    def style_names(
        self, owner: QObject, done: Callable[[dict[str, str]], object], error: OnError = None
    ) -> Task:
        """The user's own names of the styles."""
        return self._changes.ask(lambda library: library.style_names(), owner, done, error)

    def set_style_names(
        self,
        names: dict[str, str],
        done: Callable[[None], object] | None = None,
        error: OnError = None,
    ) -> Task:
        """Keep the user's own names of the styles."""
        return self._changes.change("", lambda library: library.set_style_names(names), done, error)

    def edit(
        self, action: Callable[[Any], Edit], done: OnEdit = None, error: OnError = None
    ) -> Task:
        """Have an action change the library; `done` and `edited` get the edit that it was."""

        def written(edit: Edit) -> None:
            self.edited.emit(edit)
            if done is not None:
                done(edit)

        return self._changes.change("", action, written, error)
