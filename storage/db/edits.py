"""What the user changes in marks, tags and kept searches: one step, and taken back as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.db import marks, saved_searches, tags
from storage.db.note_joining import joined
from storage.db.store import Store
from storage.db.values import now
from storage.types import Edit, Mark, MarkChange, TagsChange

_WORDS = ("style", "note", "due", "done", "tags")


def apply(store: Store, edit: Edit) -> Edit:
    """Make all changes of an edit, or none; the edit as it was written.

    What another window changed since `before` is kept as `marks.save` says.
    Raises UserFault: mark-deleted-elsewhere.
    """
    with store.writing():
        written = tuple(
            MarkChange(change.before, marks.save(store, change.after, change.before))
            for change in edit.marks
        )
        tagged = tuple(_set_notice_tags(store, change) for change in edit.notices)
        searches = saved_searches.change_all(store, edit.searches)
    return Edit(edit.key, written, tagged, searches)


def take_back(store: Store, edit: Edit) -> Edit:
    """Undo an edit; the edit that this was, which taken back does the first one again.

    Only what the edit changed goes back to what it was: where an import has moved a mark or
    another window has written on it meanwhile, that stays.
    """
    back = edit.inverse
    with store.writing():
        written = [_take_mark_back(store, change) for change in back.marks]
        tagged = tuple(_set_notice_tags(store, change) for change in back.notices)
        searches = saved_searches.change_all(store, back.searches)
    return Edit(edit.key, tuple(change for change in written if change), tagged, searches)


def _take_mark_back(store: Store, change: MarkChange) -> MarkChange | None:
    known = marks.mark(store, change.after.uuid)
    if known is None:
        return None  # emptied out of the bin
    before, after = change.before or change.after, change.after
    result = joined(after, known, before)
    wanted = replace(known, **{name: getattr(result, name) for name in _WORDS}, changed=now())
    if marks.place_fields(before) != marks.place_fields(after):
        placed = replace(wanted, **marks.place_fields(after))
        wanted = marks.placed_now(store, None, placed)
    if before.notice != after.notice:
        wanted = _put_back(store, wanted, before, after)
    if before.deleted != after.deleted:
        wanted = replace(wanted, deleted=now() if after.deleted else None)
    marks.write(store, wanted)
    return MarkChange(known, wanted)


def _put_back(store: Store, wanted: Mark, before: Mark, after: Mark) -> Mark:
    """The mark in the notice that it was moved from, where that is still there."""
    there = store.row("SELECT 1 FROM notices WHERE uuid = ?", [after.notice])
    if wanted.notice != before.notice or not there:
        return wanted
    placed = marks.place_fields(after)
    moved = replace(wanted, notice=after.notice, citation=after.citation, **placed)
    return marks.placed_now(store, None, moved)


def _set_notice_tags(store: Store, change: TagsChange) -> TagsChange:
    """Add and take away the tags that a change does; others that a notice has stay."""
    known = tags.tags_of(store, change.notice)
    added, taken = set(change.after) - set(change.before), set(change.before) - set(change.after)
    wanted = tags.clean_tags((set(known) | added) - taken)
    tags.set_tags(store, change.notice, wanted, of_mark=False)
    return TagsChange(change.notice, known, wanted)


def retagging(store: Store, old: Iterable[str], new: str) -> Edit:
    """The edit that puts the tag `new` ("" for none) in the place of others, wherever they are.

    One old tag is so renamed, several are merged. Marks in the bin change too.
    """
    gone = set(old)
    on_marks, on_notices = tags.targets_of(store, gone)
    known = [mark for uuid in on_marks if (mark := marks.mark(store, uuid)) is not None]
    return Edit(
        "edit-tag-renamed" if new else "edit-tag-removed",
        tuple(
            MarkChange(mark, replace(mark, tags=_swapped(mark.tags, gone, new))) for mark in known
        ),
        tuple(_swap(store, notice, gone, new) for notice in on_notices),
    )


def _swap(store: Store, notice: str, gone: set[str], new: str) -> TagsChange:
    known = tags.tags_of(store, notice)
    return TagsChange(notice, known, _swapped(known, gone, new))


def _swapped(known: Sequence[str], gone: set[str], new: str) -> tuple[str, ...]:
    return tags.clean_tags([*(tag for tag in known if tag not in gone), new])


def purge(store: Store, uuids: Iterable[str] | None = None) -> int:
    """Empty the bin for good, of some marks or of all that are in it; how many there were."""
    wanted = None if uuids is None else set(uuids)
    gone: list[Mark] = [
        mark for mark in marks.deleted(store) if wanted is None or mark.uuid in wanted
    ]
    with store.writing():
        for mark in gone:
            store.run("DELETE FROM taggings WHERE target = ?", [mark.uuid])
            store.run("DELETE FROM kept_places WHERE mark = ?", [mark.uuid])
            store.run("DELETE FROM marks WHERE uuid = ?", [mark.uuid])
    return len(gone)
