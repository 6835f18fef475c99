"""The library and its search index: bringing it up to date, and searching what it lacks."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from storage.db import notices, revisions
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import Progress, SearchResult, StoredNotice

if TYPE_CHECKING:
    from storage.search import SearchIndex

# More notices than this that the index lacks are not scanned with a search but counted.
MOST_PENDING = 300


def search(store: Store, index: SearchIndex, query: str, limit: int) -> SearchResult:
    """Find notices; what the index lacks is scanned, or only counted where it is much.

    Damage of the index that shows only now counts as lacking everything.
    """
    try:
        return _search(store, index, query, limit)
    except UserFault as fault:
        if fault.key != "index-damaged":
            raise
        return _search(store, index, query, limit)


def _search(store: Store, index: SearchIndex, query: str, limit: int) -> SearchResult:
    revision = revisions.known_revision(store, index.revision)
    behind = revisions.count_changed(store, revision)
    deleted = revisions.deleted_since(store, revision)
    pending: list[StoredNotice] = []
    if behind <= MOST_PENDING:
        pending = notices.notices_of(store, revisions.changed_since(store, revision))

    def fetch(uuids: Sequence[str]) -> Sequence[StoredNotice]:
        return notices.notices_of(store, uuids)

    return replace(index.search(query, fetch, pending, limit, deleted), behind=behind)


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
        yield from index.update(notices.each(store, changed), deleted, goal)
