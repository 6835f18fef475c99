"""Small things a library keeps under keys: where the reader was, what was opened last."""

from __future__ import annotations

from storage.db.store import Store
from storage.db.values import text_from, to_column


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
