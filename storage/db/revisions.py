"""The change counter: what became of notices since the search index last looked."""

from __future__ import annotations

import time

from storage.db import saved_searches
from storage.db.store import Store


def library_id(store: Store) -> str:
    """The library's uuid, by which its caches are found."""
    return store.rows("SELECT value FROM library WHERE key = 'id'")[0][0]


def change_counter(store: Store) -> int:
    """The revision of the last change to any notice; 0 where there was none."""
    return store.rows("SELECT coalesce(max(revision), 0) FROM changes")[0][0]


def raise_counter(store: Store) -> int:
    """Count one change, inside a transaction; its revision.

    Revisions are moments in microseconds: two copies of one library that went different ways
    share no later revision, so that an index made for one is never taken for the other's.
    """
    revision = max(change_counter(store) + 1, time.time_ns() // 1000)
    store.run("INSERT INTO changes (revision) VALUES (?)", [revision])
    return revision


def known_revision(store: Store, revision: int) -> int:
    """The revision where this library has seen it, else 0."""
    known = store.row("SELECT 1 FROM changes WHERE revision = ?", [revision])
    return revision if known else 0


def changed_since(store: Store, revision: int) -> list[str]:
    """Uuids of the notices that are new or changed since a revision, the oldest change first."""
    found = store.rows(
        "SELECT uuid FROM notices WHERE revision > ? ORDER BY revision, issue_id, position",
        [revision],
    )
    return [uuid for (uuid,) in found]


def count_changed(store: Store, revision: int) -> int:
    """How many notices are new or changed since a revision."""
    return store.rows("SELECT count(*) FROM notices WHERE revision > ?", [revision])[0][0]


def deleted_since(store: Store, revision: int) -> list[str]:
    """Uuids of the notices that are gone since a revision."""
    found = store.rows("SELECT uuid FROM tombstones WHERE revision > ?", [revision])
    return [uuid for (uuid,) in found]


class News:
    """Looks out for what other connections write into the library's file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = self._now()

    def look(self) -> tuple[str, ...]:
        """What was changed since the last look.

        "notices", else "marks" (or small things), and "searches" where the kept ones changed.
        """
        before, self._seen = self._seen, self._now()
        if before[0] == self._seen[0]:
            return ()
        told = "marks" if before[1] == self._seen[1] else "notices"
        return (told,) if before[2] == self._seen[2] else (told, "searches")

    def _now(self) -> tuple[int, int, object]:
        """SQLite's number that moves with other connections' commits, and what is to be told."""
        version = self._store.rows("PRAGMA data_version")[0][0]
        return version, change_counter(self._store), saved_searches.fingerprint(self._store)
