"""The facade's side for marks: made, changed, tagged, taken back, thrown away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.anchors import make_mark
from storage.db import edits, marks, notices, revisions, tags
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import Edit, Mark, MarkChange, StoredNotice, TagCount


class MarksOfLibrary:
    """What the facade answers about marks, notes, bookmarks and tags."""

    _store: Store
    _last: tuple[str, int, StoredNotice] | None = None
    """The notice that was marked last, as of which change of the library."""

    def marks(
        self,
        uuid: str | None = None,
        issue_id: int | None = None,
        states: Sequence[str] | None = None,
    ) -> list[Mark]:
        """Marks of a notice, of an issue, or all; not the deleted ones; by place."""
        return marks.marks(self._store, uuid, issue_id, states)

    def new_mark(
        self,
        notice_uuid: str,
        start: int,
        end: int,
        style: str = "yellow",
        note: str = "",
        *,
        quote: str | None = None,
        author: str = "",
        kind: str = "highlight",
    ) -> Mark:
        """Mark characters of a notice's text; 0 to 0 for a note or bookmark of the notice itself.

        `quote` is what the user saw there: where the stored text has been changed since,
        UserFault("mark-text-changed") is raised instead of marking something else.
        """
        stored = self._to_be_marked(notice_uuid)
        if quote is not None and stored.notice.text[start:end] != quote:
            raise UserFault("mark-text-changed", title=stored.summary.title)
        made = make_mark(stored, start, end, style, note, author, kind)
        return marks.save(self._store, made)

    def _to_be_marked(self, uuid: str) -> StoredNotice:
        """A notice; the one that was marked last is not unpacked again while nothing changes."""
        counter = revisions.change_counter(self._store)
        if self._last is None or self._last[:2] != (uuid, counter):
            self._last = uuid, counter, notices.notice(self._store, uuid)
        return self._last[2]

    def save_mark(self, mark: Mark, before: Mark | None = None) -> Mark:
        """Write a changed mark; what was written (an import's newer place is kept).

        `before` is the mark as the caller had it. What another window wrote since is kept: both
        notes one under the other, a note on a mark deleted there as a new mark; a colour for
        one raises UserFault("mark-deleted-elsewhere").
        """
        return marks.save(self._store, mark, before)

    def move_mark(self, mark: Mark, start: int, end: int, quote: str) -> Edit:
        """Put a mark to other characters of its notice by hand; the edit that this was.

        `quote` is what the user saw there: UserFault("mark-text-changed") where the stored text
        has become another.
        """
        stored = self._to_be_marked(mark.notice)
        if stored.notice.text[start:end] != quote:
            raise UserFault("mark-text-changed", title=stored.summary.title)
        place = marks.place_fields(make_mark(stored, start, end))
        moved = MarkChange(mark, replace(mark, **place))
        return edits.apply(self._store, Edit("edit-place", (moved,)))

    def delete_mark(self, uuid: str) -> Mark:
        """Delete a mark so that `restore_mark` can bring it back."""
        return marks.set_deleted(self._store, uuid, deleted=True)

    def restore_mark(self, uuid: str) -> Mark:
        """Bring a deleted mark back."""
        return marks.set_deleted(self._store, uuid, deleted=False)

    # ---- steps that can be taken back

    def apply(self, edit: Edit) -> Edit:
        """Make all changes of an edit, or none; the edit as it was written.

        Raises UserFault as `save_mark` does.
        """
        return edits.apply(self._store, edit)

    def take_back(self, edit: Edit) -> Edit:
        """Undo an edit; the answer, taken back in its turn, does it again."""
        return edits.take_back(self._store, edit)

    # ---- the bin

    def deleted_marks(self) -> list[Mark]:
        """The marks in the bin, the last deleted first."""
        return marks.deleted(self._store)

    def empty_bin(self, uuids: Iterable[str] | None = None) -> int:
        """Delete marks of the bin for good, some or all; how many there were."""
        return edits.purge(self._store, uuids)

    # ---- tags

    def tags(self) -> list[TagCount]:
        """Every tag with the number of its marks and notices, by name."""
        return tags.tag_counts(self._store)

    def notice_tags(self) -> dict[str, tuple[str, ...]]:
        """The tags of every notice that has some, by its uuid."""
        return tags.notice_tags(self._store)

    def retag(self, old: Iterable[str], new: str) -> Edit:
        """Rename a tag, merge several into one, or take them away (`new` ""); the edit it was."""
        return edits.apply(self._store, edits.retagging(self._store, old, new))
