"""Notices that are one document (其他版本): who belongs together, and which one is the main one.

A link is a row: a notice's uuid and its family's. Like a mark it outlives its notice: one that
comes back is linked again. Of pairs that the user has said are two documents a row is kept as
well, and nothing links them any more but the user.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from itertools import groupby, product
from os.path import commonprefix

from storage.db import notices, revisions
from storage.db.store import Row, Store
from storage.db.tombstones import gone_summary
from storage.db.values import from_column, now
from storage.errors import UserFault
from storage.types import Version

FOUND, BY_HAND = "found", "hand"
_LATE = 1_000_000
_ROWS = (
    "SELECT v.family, v.uuid, v.how, v.chosen, n.issuer, i.is_issue, i.name, i.year, i.number,"
    " i.id, n.position FROM versions v JOIN notices n ON n.uuid = v.uuid"
    " JOIN issues i ON i.id = n.issue_id"
)


# ---- what there is


def families(store: Store) -> list[list[str]]:
    """The uuids of the versions of each document that has several, the main one first."""
    return [[row[1] for row in members] for members in _grouped(store.rows(_ROWS))]


def families_of(store: Store, uuids: Iterable[str]) -> dict[str, list[str]]:
    """For those of these notices that have other versions: all versions, the main one first."""
    wanted = set(uuids)
    found = store.rows_for(
        f"{_ROWS} WHERE v.family IN (SELECT family FROM versions WHERE uuid IN ({{}}))", wanted
    )
    return {
        uuid: members
        for group in _grouped({row[1]: row for row in found}.values())
        for members in ([row[1] for row in group],)
        for uuid in members
        if uuid in wanted
    }


def versions(store: Store, uuid: str) -> list[Version]:
    """All versions of a notice's document, itself among them, the main one first; [] for one."""
    found = store.rows(
        f"{_ROWS} WHERE v.family = (SELECT family FROM versions WHERE uuid = ?)", [uuid]
    )
    for group in _grouped(found):
        summaries = notices.summaries_of(store, [row[1] for row in group])
        return [
            Version(summary, place == 0, row[2], bool(row[3]))
            for place, (summary, row) in enumerate(zip(summaries, group, strict=True))
        ]
    return []


def _grouped(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of each family that has several notices now, the main one first."""
    ordered = sorted(rows, key=lambda row: (row[0], _preference(row)))
    for _, group in groupby(ordered, key=lambda row: row[0]):
        members = list(group)
        if len(members) > 1:
            yield members


def _preference(row: Row) -> tuple[object, ...]:
    """What the user chose; else the gazette's print, of gazettes the issuer's own and the first.

    The text that a government's gazette prints is the standard text (标准文本) of its rules, and
    it is cited with issue and page.
    """
    _, _, _, chosen, issuer, is_issue, name, year, number, issue_id, position = row
    own = len(commonprefix([from_column(issuer) or "", from_column(name) or ""]))
    when = (year or _LATE, number or _LATE)
    return (not chosen, not is_issue, -own, *when, issue_id, position)


def settled(store: Store, one: str, other: str) -> bool:
    """Whether two notices are versions of one document already, or said not to be."""
    linked = _family(store, one)
    return (linked is not None and linked == _family(store, other)) or _is_apart(store, one, other)


# ---- what is changed, each in one transaction


def link(store: Store, one: str, other: str) -> None:
    """Say by hand that two notices are one document; their other versions come along.

    Where it was said before that just these are two documents, that holds no longer, neither for
    their other versions. Raises UserFault: notice-missing, version-itself, versions-apart (an
    other version of one was said to be another document than one of the other's).
    """
    with store.writing():
        if one == other:
            raise UserFault("version-itself", title=_title(store, one))
        for key in (one, other):
            _known_title(store, key)
        if _is_apart(store, one, other):
            _lift(store, one, other)
        against = next(_conflicts(store, one, other), None)
        if against is not None:
            first, second = (_title(store, key) for key in against)
            raise UserFault("versions-apart", first=first, second=second)
        if _join(store, one, other, BY_HAND):
            revisions.raise_counter(store)


def link_found(store: Store, one: str, other: str) -> bool:
    """Link two notices inside a transaction, where the user has not said otherwise."""
    if settled(store, one, other) or any(_conflicts(store, one, other)):
        return False
    return _join(store, one, other, FOUND)


def unlink(store: Store, uuid: str) -> None:
    """Take a notice from its other versions for good: it is another document.

    Raises UserFault: notice-missing, version-alone.
    """
    with store.writing():
        others = [key for key in _members(store, _known_family(store, uuid)) if key != uuid]
        for other in others:
            _set_apart(store, uuid, other)
        store.run("DELETE FROM versions WHERE uuid = ?", [uuid])
        if len(others) == 1:
            store.run("DELETE FROM versions WHERE uuid = ?", [others[0]])
        revisions.raise_counter(store)


def keep_apart(store: Store, one: str, other: str) -> None:
    """Say that two notices are two documents: never linked or asked about again."""
    with store.writing():
        family = _family(store, one)
        if family is not None and family == _family(store, other):
            unlink(store, one)
        else:
            _set_apart(store, one, other)


def choose_main(store: Store, uuid: str) -> None:
    """Make a notice the main one of its versions. Raises UserFault as `unlink` does."""
    with store.writing():
        family = _known_family(store, uuid)
        store.run("UPDATE versions SET chosen = (uuid = ?) WHERE family = ?", [uuid, family])
        revisions.raise_counter(store)


def hand_over(store: Store, gone: str, keep: str) -> None:
    """A notice goes since it is another one's copy: its versions are that one's now.

    Inside a transaction. Should it come back, it is that one's version.
    """
    if _is_apart(store, gone, keep):
        _lift(store, gone, keep)
    if not any(_conflicts(store, gone, keep)):
        _join(store, keep, gone, BY_HAND)


# ---- inside


def _join(store: Store, one: str, other: str, how: str) -> bool:
    """Make one family of two notices and theirs; of two chosen main ones the first stays."""
    family, second = _family(store, one), _family(store, other)
    if family is not None and family == second:
        return False
    if family is not None and second is not None:
        if store.row("SELECT 1 FROM versions WHERE family = ? AND chosen", [family]):
            store.run("UPDATE versions SET chosen = 0 WHERE family = ?", [second])
        store.run("UPDATE versions SET family = ? WHERE family = ?", [family, second])
        return True
    joined = family or second or str(uuid.uuid4())
    for key, known in ((one, family), (other, second)):
        if known is None:
            store.run(
                "INSERT INTO versions (uuid, family, how, chosen, linked) VALUES (?, ?, ?, 0, ?)",
                [key, joined, how, now()],
            )
    return True


def _conflicts(store: Store, one: str, other: str) -> Iterator[tuple[str, str]]:
    """Pairs of notices that were said to be two documents, and would be one."""
    first, second = ([key, *_members(store, _family(store, key))] for key in (one, other))
    return (pair for pair in product(first, second) if _is_apart(store, *pair))


def _lift(store: Store, one: str, other: str) -> None:
    """Forget what keeps two notices and their other versions apart."""
    for pair in list(_conflicts(store, one, other)):
        store.run("DELETE FROM versions_apart WHERE one = ? AND other = ?", sorted(pair))


def _family(store: Store, uuid: str) -> str | None:
    found = store.row("SELECT family FROM versions WHERE uuid = ?", [uuid])
    return found[0] if found else None


def _known_family(store: Store, uuid: str) -> str:
    title = _known_title(store, uuid)
    if not versions(store, uuid):
        raise UserFault("version-alone", title=title)
    return _family(store, uuid) or ""


def _known_title(store: Store, uuid: str) -> str:
    summary = notices.summary_of(store, uuid)
    if summary is None:
        raise UserFault("notice-missing", notice=uuid)
    return summary.title


def _members(store: Store, family: str | None) -> list[str]:
    """All of a family, those that are gone among them."""
    return [row[0] for row in store.rows("SELECT uuid FROM versions WHERE family = ?", [family])]


def _set_apart(store: Store, one: str, other: str) -> None:
    store.run(
        "INSERT OR IGNORE INTO versions_apart (one, other) VALUES (?, ?)", sorted((one, other))
    )


def _is_apart(store: Store, one: str, other: str) -> bool:
    pair = sorted((one, other))
    return bool(store.row("SELECT 1 FROM versions_apart WHERE one = ? AND other = ?", pair))


def _title(store: Store, uuid: str) -> str:
    summary = notices.summary_of(store, uuid) or gone_summary(store, uuid)
    return summary.title if summary else uuid
