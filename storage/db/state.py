"""Small things a library keeps: saved searches, and where the reader was."""

from __future__ import annotations

import uuid

from storage.db.store import Store
from storage.db.values import now, text_from, to_column
from storage.errors import UserFault
from storage.types import SavedSearch


def saved_searches(store: Store) -> list[SavedSearch]:
    """All saved searches, the oldest first."""
    found = store.rows("SELECT uuid, name, query, created FROM saved_searches ORDER BY created")
    return [
        SavedSearch(key, text_from(name), text_from(query), created)
        for key, name, query, created in found
    ]


def save_search(store: Store, name: str, query: str) -> SavedSearch:
    """Keep a search under a name."""
    saved = SavedSearch(str(uuid.uuid4()), name, query, now())
    with store.writing():
        store.run(
            "INSERT INTO saved_searches (uuid, name, query, created) VALUES (?, ?, ?, ?)",
            [saved.uuid, to_column(name), to_column(query), saved.created],
        )
    return saved


def rename_search(store: Store, key: str, name: str) -> None:
    """Give a saved search another name. Raises UserFault("search-missing")."""
    with store.writing():
        changed = store.run(
            "UPDATE saved_searches SET name = ? WHERE uuid = ?", [to_column(name), key]
        )
        if not changed:
            raise UserFault("search-missing", search=name)


def delete_search(store: Store, key: str) -> None:
    """Forget a saved search; one that is gone already is no fault."""
    with store.writing():
        store.run("DELETE FROM saved_searches WHERE uuid = ?", [key])


def state(store: Store, key: str, default: str = "") -> str:
    """A small value kept under a key."""
    found = store.row("SELECT value FROM state WHERE key = ?", [key])
    return text_from(found[0]) if found else default


def set_state(store: Store, key: str, value: str) -> None:
    """Keep a small value under a key; a library that can only be read keeps none.

    Such values follow from reading (the place one was at), so that reading must not fail by them.
    """
    if store.read_only:
        return
    with store.writing():
        store.run(
            "INSERT INTO state (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, to_column(value)],
        )
