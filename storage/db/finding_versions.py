"""Finding the notices that are one document: at an import, and in libraries that exist."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from storage.db import revisions, versions
from storage.db.identity import KnownNotice
from storage.db.kinship import NONE, SURE, kinship
from storage.db.known import COLUMNS, as_known, known_from
from storage.db.notices import PackedNotice, number_key
from storage.db.state import set_state, state
from storage.db.store import Row, Store
from storage.types import Progress

_LOOKED = "versions-looked"
"""Under this key: the revision up to which notices have been looked at."""
_HANDFUL = 20


@dataclass(frozen=True, slots=True)
class Kin:
    """A stored notice that is the same document, or perhaps is."""

    uuid: str
    of_issue: bool
    sure: bool


def kin_of(store: Store, packed: PackedNotice, issue_id: int | None) -> list[Kin]:
    """The stored notices of other issues that a new notice is a version of; the surest first."""
    new = as_known(packed)
    number = number_key(packed.notice.number) if packed.notice.number else None
    found = [
        Kin(known.uuid, of_issue, told == SURE)
        for known, of_issue in _candidates(store, number, [packed.identity], issue_id)
        if (told := kinship(new, known)) != NONE
    ]
    return sorted(found, key=lambda kin: (not kin.sure, not kin.of_issue))


def is_current(store: Store) -> bool:
    """Whether every notice has been looked at; a library that can only be read stays as it is."""
    if store.read_only:
        return True
    return not store.row("SELECT 1 FROM notices WHERE revision > ? LIMIT 1", [_looked(store)])


def find(store: Store) -> Generator[Progress, None, int]:
    """Look at all notices that are new or changed since the last look, and link what is sure.

    How many links were made. Closing the generator keeps those; the rest is found the next time.
    """
    if is_current(store):
        return 0
    goal = revisions.change_counter(store)
    rows = store.rows(
        f"SELECT n.issue_id, n.number_key, {COLUMNS} FROM notices n WHERE n.revision > ? AND ("
        "EXISTS (SELECT 1 FROM notices o WHERE o.number_key = n.number_key"
        " AND o.issue_id <> n.issue_id) OR EXISTS (SELECT 1 FROM notices o"
        " WHERE o.identity = n.identity AND o.issue_id <> n.issue_id)) ORDER BY n.id",
        [_looked(store)],
    )
    links = 0
    for start in range(0, len(rows), _HANDFUL):
        if len(rows) > _HANDFUL:
            yield Progress("finding-versions", start, len(rows))
        pairs = [pair for row in rows[start : start + _HANDFUL] for pair in _pairs(store, row)]
        links += _link_all(store, pairs)
    set_state(store, _LOOKED, str(goal))
    return links


def _looked(store: Store) -> int:
    return int(state(store, _LOOKED, "0"))


def _pairs(store: Store, row: Row) -> list[tuple[str, str]]:
    """A stored notice with each other one that it surely is, but for those linked already."""
    issue_id, number, *columns = row
    mine = known_from(store, tuple(columns))
    return [
        (mine.uuid, known.uuid)
        for known, _ in _candidates(store, number, [face.identity for face in mine.faces], issue_id)
        if not versions.settled(store, mine.uuid, known.uuid) and kinship(mine, known) == SURE
    ]


def _link_all(store: Store, pairs: Sequence[tuple[str, str]]) -> int:
    """Link pairs in one transaction."""
    if not pairs:
        return 0
    with store.writing():
        links = sum(versions.link_found(store, *pair) for pair in pairs)
        if links:
            revisions.raise_counter(store)
    return links


def _candidates(
    store: Store, number: str | None, identities: Sequence[str], issue_id: int | None
) -> list[tuple[KnownNotice, bool]]:
    """Notices of other issues with the same number or the same head; whether an issue has them."""
    rows = store.rows(
        f"SELECT {COLUMNS}, i.is_issue FROM notices n JOIN issues i ON i.id = n.issue_id"
        " WHERE (n.number_key = ? OR n.identity IN (?, ?)) AND n.issue_id IS NOT ? ORDER BY n.id",
        [number, identities[0], identities[-1], issue_id],
    )
    return [(known_from(store, row[:-1]), bool(row[-1])) for row in rows]
