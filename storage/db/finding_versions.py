"""Finding the notices that are one document: at an import, and in libraries that exist."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from storage.db import notices, revisions, versions
from storage.db.identity import KnownNotice
from storage.db.kinship import NONE, SURE, kinship
from storage.db.known import COLUMNS, as_known, known_from
from storage.db.notices import PackedNotice, number_key
from storage.db.state import set_state, state
from storage.db.store import Store
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
    found = [
        Kin(known.uuid, of_issue, told == SURE)
        for known, of_issue in _candidates(store, packed, issue_id)
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
        "SELECT n.uuid FROM notices n WHERE n.revision > ? AND ("
        "EXISTS (SELECT 1 FROM notices o WHERE o.number_key = n.number_key"
        " AND o.issue_id <> n.issue_id) OR EXISTS (SELECT 1 FROM notices o"
        " WHERE o.identity = n.identity AND o.issue_id <> n.issue_id)) ORDER BY n.id",
        [_looked(store)],
    )
    links = 0
    for done, (uuid,) in enumerate(rows):
        if done % _HANDFUL == 0 and len(rows) > _HANDFUL:
            yield Progress("finding-versions", done, len(rows))
        links += _find_one(store, uuid)
    set_state(store, _LOOKED, str(goal))
    return links


def _looked(store: Store) -> int:
    return int(state(store, _LOOKED, "0"))


def _find_one(store: Store, uuid: str) -> int:
    """Link one stored notice to all that it surely is."""
    found = notices.notices_of(store, [uuid])
    if not found:
        return 0  # deleted meanwhile
    stored, links = found[0], 0
    packed = notices.pack(stored.notice)
    for known, _ in _candidates(store, packed, stored.summary.issue_id):
        if versions.settled(store, uuid, known.uuid):
            continue
        if kinship(as_known(packed), known) == SURE:
            with store.writing():
                if versions.link_found(store, uuid, known.uuid):
                    revisions.raise_counter(store)
                    links += 1
    return links


def _candidates(
    store: Store, packed: PackedNotice, issue_id: int | None
) -> list[tuple[KnownNotice, bool]]:
    """Notices of other issues with the same number or the same head; whether an issue has them."""
    key = number_key(packed.notice.number) if packed.notice.number else None
    rows = store.rows(
        f"SELECT {COLUMNS}, i.is_issue FROM notices n JOIN issues i ON i.id = n.issue_id"
        " WHERE (n.number_key = ? OR n.identity = ?) AND n.issue_id IS NOT ? ORDER BY n.id",
        [key, packed.identity, issue_id],
    )
    return [(known_from(store, row[:-1]), bool(row[-1])) for row in rows]
