"""The facade's side for all that a search finds: marked or tagged as one step."""

from __future__ import annotations

from collections.abc import Iterable

from storage.anchors import make_mark
from storage.db import marks, notices
from storage.db.store import Store
from storage.db.tags import clean_tags, notice_tags
from storage.types import Edit, Hit, Mark, MarkChange, NoticeHits, TagsChange


def marks_of_found(store: Store, found: Iterable[NoticeHits], style: str, author: str) -> Edit:
    """An edit, not made yet, that marks every place of a text that was found.

    Places that overlap become one; where the same characters are marked in this style already,
    no second mark is made.
    """
    changes: list[MarkChange] = []
    for one in found:
        places = _places(one.hits)
        if places:
            uuid = one.summary.uuid
            stored = notices.notice(store, uuid)
            known = {(mark.start, mark.end) for mark in _highlights(store, uuid, style)}
            changes += [
                MarkChange(None, make_mark(stored, *place, style, author=author))
                for place in places
                if place not in known
            ]
    return Edit("edit-highlight", tuple(changes))


def tags_of_found(store: Store, found: Iterable[NoticeHits], tags: Iterable[str]) -> Edit:
    """An edit, not made yet, that gives every found notice these tags beside its own."""
    known, wanted = notice_tags(store), tuple(tags)
    changes: list[TagsChange] = []
    for one in found:
        before = known.get(one.summary.uuid, ())
        after = clean_tags((*before, *wanted))
        if after != before:
            changes.append(TagsChange(one.summary.uuid, before, after))
    return Edit("edit-tags", notices=tuple(changes))


def _places(hits: Iterable[Hit]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for start, end in sorted((hit.start, hit.end) for hit in hits if hit.kind == "text"):
        if places and start < places[-1][1]:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _highlights(store: Store, uuid: str, style: str) -> list[Mark]:
    known = marks.marks(store, uuid)
    return [mark for mark in known if mark.kind == "highlight" and mark.style == style]
