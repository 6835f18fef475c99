"""The searches that are kept in the tree, their groups, and what each found when last opened.

What is new in a kept search: the notices that it finds now and did not find when it was last
opened. For that the notices found then are kept, eight bytes for each. A notice keeps its uuid
through imports of other versions and comes back under it, so that none of this makes it new; one
that is found at last because it was tagged or its text was corrected is new. A search that was
never opened, or whose query was changed, takes what it finds first for known.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from storage.db.store import Row, Store
from storage.db.values import now, text_from, to_column
from storage.errors import UserFault
from storage.moments import days_ago
from storage.types import SavedSearch, SearchChange

_BYTES = 8
_KEPT_DAYS = 30
"""So long a deleted search can be taken back."""
_COLUMNS = {
    "name": "name",
    "query": "query",
    "sort": "sort",
    "is_group": "is_group",
    "group": "folder",
    "position": "position",
    "deleted": "deleted",
}
"""What of a kept search can be changed, and the columns where it stands."""
_SELECT = f"SELECT uuid, created, {', '.join(_COLUMNS.values())} FROM saved_searches"


def saved_searches(store: Store) -> list[SavedSearch]:
    """All kept searches and groups that are not deleted, in the order of their positions."""
    found = store.rows(f"{_SELECT} WHERE deleted IS NULL ORDER BY position, created, uuid")
    return [_search_of(row) for row in found]


def saved_search(store: Store, key: str) -> SavedSearch:
    """The kept search of a uuid, also a deleted one. Raises UserFault("search-missing")."""
    found = store.row(f"{_SELECT} WHERE uuid = ?", [key])
    if found is None:
        raise UserFault("search-missing", search=key)
    return _search_of(found)


def new_search(
    store: Store,
    name: str,
    query: str = "",
    sort: str = "relevance",
    group: str = "",
    *,
    is_group: bool = False,
) -> SavedSearch:
    """A search to be kept, or a group, at the end of its group; not yet written."""
    last = store.rows("SELECT max(position) FROM saved_searches WHERE folder = ?", [group])[0][0]
    position = 0 if last is None else last + 1
    key = str(uuid.uuid4())
    return SavedSearch(key, name, query, now(), sort, is_group, group, position)


def change_all(store: Store, changes: Iterable[SearchChange]) -> tuple[SearchChange, ...]:
    """Write changes inside `writing`, of each only what it changed; as they were written.

    What another window changed meanwhile stays; where it has thrown the search away for good,
    there is nothing to change.
    """
    written: list[SearchChange] = []
    for change in changes:
        if change.before is None:
            _insert(store, change.after)
            written.append(change)
            continue
        found = store.row(f"{_SELECT} WHERE uuid = ?", [change.after.uuid])
        if found is not None:
            known = _search_of(found)
            written.append(SearchChange(known, _update(store, known, change.before, change.after)))
    return tuple(written)


def _insert(store: Store, search: SavedSearch) -> None:
    names = ("uuid", "created", *_COLUMNS)
    values = [_to_value(getattr(search, name)) for name in names]
    columns = ", ".join(("uuid", "created", *_COLUMNS.values()))
    places = ", ".join("?" * len(names))
    store.run(f"INSERT INTO saved_searches ({columns}) VALUES ({places})", values)


def _update(
    store: Store, known: SavedSearch, before: SavedSearch, after: SavedSearch
) -> SavedSearch:
    changed = {
        name: getattr(after, name)
        for name in _COLUMNS
        if getattr(before, name) != getattr(after, name)
    }
    for name, value in changed.items():
        column = _COLUMNS[name]
        wanted = [_to_value(value), known.uuid]
        store.run(f"UPDATE saved_searches SET {column} = ? WHERE uuid = ?", wanted)
    if "query" in changed:
        store.run("DELETE FROM searches_opened WHERE search = ?", [known.uuid])
    if changed.get("deleted"):
        _purge(store)
    return replace(known, **changed)


def _purge(store: Store) -> None:
    """Throw away what was deleted long ago."""
    store.run("DELETE FROM saved_searches WHERE deleted < ?", [days_ago(_KEPT_DAYS)])
    store.run("DELETE FROM searches_opened WHERE search NOT IN (SELECT uuid FROM saved_searches)")


def fingerprint(store: Store) -> int:
    """Changes with every change of the kept searches, and when one is opened."""
    opened = store.rows("SELECT search, opened FROM searches_opened ORDER BY search")
    return hash((*store.rows(f"{_SELECT} ORDER BY uuid"), *opened))


# ---- what was found when a search was last opened


def found_bytes(uuids: Iterable[str]) -> bytes:
    """Which notices were found, in few bytes."""
    return b"".join(sorted(map(_short, uuids)))


def count_new(found: bytes, before: bytes) -> int:
    """How many notices of `found` are not among those found before."""
    return len(_parts(found) - _parts(before))


def opened(store: Store, key: str) -> bytes | None:
    """What a kept search found when it was last opened, None where it never was."""
    found = store.row("SELECT found FROM searches_opened WHERE search = ?", [key])
    return found[0] if found else None


def set_opened(store: Store, key: str, found: bytes) -> None:
    """Keep what a search found when it was opened; nothing where only reading is allowed."""
    if store.read_only:
        return
    with store.writing():
        store.run(
            "INSERT OR REPLACE INTO searches_opened (search, opened, found)"
            " SELECT uuid, ?, ? FROM saved_searches WHERE uuid = ?",
            [now(), found, key],
        )


def _short(notice: str) -> bytes:
    return blake2b(notice.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()


def _parts(found: bytes) -> set[bytes]:
    return {found[start : start + _BYTES] for start in range(0, len(found), _BYTES)}


def _search_of(row: Row) -> SavedSearch:
    key, created, *values = row
    told = dict(zip(_COLUMNS, values, strict=True))
    for name in ("name", "query", "sort", "group"):
        told[name] = text_from(told[name])
    told["is_group"] = bool(told["is_group"])
    return SavedSearch(uuid=key, created=created, **told)


def _to_value(value: object) -> object:
    return to_column(value) if isinstance(value, str) else value
