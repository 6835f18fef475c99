"""The facade's side for all that a search finds: marked or tagged as one step."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from storage import indexing
from storage.anchors import MarkMaker
from storage.db import marks, notices
from storage.db.store import Store
from storage.db.tags import clean_tags, notice_tags
from storage.types import (
    Edit,
    Hit,
    Mark,
    MarkChange,
    NoticeHits,
    Progress,
    Query,
    SearchResult,
    TagsChange,
)

if TYPE_CHECKING:
    from storage.search import SearchIndex

_STAGE = "marks-collecting"
_TOLD_EACH = 50
"""Progress is told each so many notices: so few are done before one could read it."""


def marks_of_found(
    store: Store, search: Generator[SearchResult, None, SearchResult], style: str, author: str
) -> Generator[Progress, None, Edit]:
    """An edit, not made yet, that marks every place of a text that a search finds.

    Places that overlap become one; where the same characters are marked in this style already,
    no second mark is made. Closing the generator gives the search up too.
    """
    found = yield from _found(search)
    changes: list[MarkChange] = []
    for done, one in enumerate(found):
        if done and done % _TOLD_EACH == 0:
            yield Progress(_STAGE, done, len(found))
        changes += _changes(store, one, style, author)
    return Edit("edit-highlight", tuple(changes))


def tags_of_found(
    store: Store, index: SearchIndex, query: Query, tags: Iterable[str]
) -> Generator[None, None, Edit]:
    """An edit, not made yet, that gives every notice that is found these tags beside its own.

    Pauses on the way, so that it can be given up.
    """
    uuids, _, _ = yield from indexing.found(store, index, query)
    # In a pause another window may have deleted some.
    rows = store.rows_for("SELECT uuid FROM notices WHERE uuid IN ({})", uuids)
    known, wanted = notice_tags(store), tuple(tags)
    changes: list[TagsChange] = []
    for (uuid,) in rows:
        before = known.get(uuid, ())
        after = clean_tags((*before, *wanted))
        if after != before:
            changes.append(TagsChange(uuid, before, after))
    return Edit("edit-tags", notices=tuple(changes))


def _found(
    search: Generator[SearchResult, None, SearchResult],
) -> Generator[Progress, None, tuple[NoticeHits, ...]]:
    """What a search finds in the end; each page before that is a step."""
    with closing(search):
        while True:
            try:
                page = next(search)
            except StopIteration as end:
                return end.value.notices
            if not page.complete or page.total_notices > _TOLD_EACH:
                yield Progress(_STAGE)


def _changes(store: Store, found: NoticeHits, style: str, author: str) -> list[MarkChange]:
    """The new marks of one notice; none where it has been deleted since it was found."""
    places = _places(found.hits)
    uuid = found.summary.uuid
    stored = notices.notices_of(store, [uuid]) if places else []
    if not stored:
        return []
    known = {(mark.start, mark.end) for mark in _highlights(store, uuid, style)}
    maker = MarkMaker(stored[0])
    return [
        MarkChange(None, maker.mark(*place, style, author=author))
        for place in places
        if place not in known
    ]


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
