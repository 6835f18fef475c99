"""The library and its search index: bringing it up to date, and searching what it lacks."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from storage.db import notices, revisions, searchable, tombstones, versions
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import (
    Completion,
    NoticeHits,
    Progress,
    Query,
    QueryProblem,
    SearchResult,
    StoredNotice,
)

if TYPE_CHECKING:
    from storage.search import LibraryView, SearchIndex

# More notices than this that the index lacks are not scanned with a search but counted.
MOST_PENDING = 300


def search(
    store: Store, index: SearchIndex, query: Query, limit: int
) -> Generator[SearchResult, None, SearchResult]:
    """Find notices; what the index lacks is scanned, or only counted where it is much.

    A quick first page is yielded where much may be found; the complete answer is returned.
    Damage of the index that shows only now counts as lacking everything.
    """
    for last in (False, True):
        try:
            view, behind = _view(store, index)
            steps = index.steps(query, view, limit)
            return _complete(store, (yield from _behind(store, steps, behind)), behind)
        except UserFault as fault:
            if fault.key != "index-damaged" or last:
                raise
    raise AssertionError("the second round returns or raises")


def found(
    store: Store, index: SearchIndex, query: Query
) -> Generator[None, None, tuple[list[str], tuple[QueryProblem, ...], bool]]:
    """The uuids of all that a query finds, what is wrong with it, and whether that is all.

    Pauses on the way. It is not all while the index lacks more than is scanned. Damage of the
    index is handled as in `search`.
    """
    for last in (False, True):
        try:
            view, behind = _view(store, index)
            uuids, problems = yield from index.found(query, view)
            return uuids, problems, behind <= MOST_PENDING
        except UserFault as fault:
            if fault.key != "index-damaged" or last:
                raise
    raise AssertionError("the second round returns or raises")


def complete(
    store: Store, index: SearchIndex, query: str, cursor: int, earlier: Sequence[str], limit: int
) -> list[Completion]:
    """How a query may go on at the cursor."""
    view, _ = _view(store, index)
    return index.complete(query, cursor, view, earlier, limit)


def read_ahead(store: Store, index: SearchIndex, seconds: float) -> bool:
    """Read texts into memory for so long; whether there are more that fit in."""
    view, _ = _view(store, index)
    return index.read_ahead(view, seconds)


def _behind(
    store: Store, steps: Generator[SearchResult, None, SearchResult], behind: int
) -> Generator[SearchResult, None, SearchResult]:
    """The same answers, each telling how many notices the index lacks."""
    while True:
        try:
            page = next(steps)
        except StopIteration as end:
            return end.value
        yield _complete(store, page, behind)


def _complete(store: Store, page: SearchResult, behind: int) -> SearchResult:
    """The answer with the other versions of what it shows."""
    families = versions.families_of(store, [found.summary.uuid for found in page.notices])
    if not families:
        return replace(page, behind=behind)
    members = {uuid for family in families.values() for uuid in family}
    summaries = {one.uuid: one for one in notices.summaries_of(store, members)}
    shown = tuple(
        replace(
            found,
            others=tuple(summaries[uuid] for uuid in family if uuid in summaries and uuid != key),
        )
        if (family := families.get(key := found.summary.uuid))
        else found
        for found in page.notices
    )
    return replace(page, notices=shown, behind=behind)


def with_versions(found: Sequence[NoticeHits]) -> list[NoticeHits]:
    """What was found, and behind it the other versions, without hits: for the marks in them."""
    shown = {one.summary.uuid for one in found}
    others = {one.uuid: one for each in found for one in each.others if one.uuid not in shown}
    return [*found, *(NoticeHits(one, ()) for one in others.values())]


def _view(store: Store, index: SearchIndex) -> tuple[LibraryView, int]:
    """The library as a search sees it, and how many notices the index lacks."""
    from storage.search import LibraryView

    revision = revisions.known_revision(store, index.revision)
    behind = revisions.count_changed(store, revision)
    deleted = revisions.deleted_since(store, revision)
    pending: list[StoredNotice] = []
    if behind <= MOST_PENDING:
        pending = notices.notices_of(store, revisions.changed_since(store, revision))

    view = LibraryView(
        partial(notices.notices_of, store),
        partial(notices.texts_of, store),
        partial(searchable.attributes, store),
        partial(searchable.mark_texts, store),
        revisions.change_counter(store),
        store.stamp(),
        pending,
        deleted,
        partial(versions.families, store),
        partial(tombstones.gone_summary, store),
    )
    return view, behind


def is_current(store: Store, index: SearchIndex) -> bool:
    """Whether the index lacks nothing, so that a search cuts no text into words."""
    revision = index.revision
    current = revisions.known_revision(store, revision) == revision
    return current and revision == revisions.change_counter(store)


def catch_up(store: Store, index: SearchIndex) -> Generator[Progress, None, None]:
    """Bring the search index up to the library's change counter; at once where it is there."""
    if revisions.known_revision(store, index.revision) != index.revision:
        # The index saw another copy of this library: a lower revision empties it.
        yield from index.update((), (), 0)
    # A second round where the index finds itself damaged, empties itself and wants everything.
    for _ in range(2):
        revision, goal = index.revision, revisions.change_counter(store)
        if revision == goal:
            return
        changed = revisions.changed_since(store, revision)
        deleted = revisions.deleted_since(store, revision)
        yield from index.update(notices.Notices(store, changed), deleted, goal)
