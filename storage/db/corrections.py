"""The table of corrections: what was put right by hand, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from storage.correcting.changes import KINDS, Change, kind_of, pack_change, told, unpack_change
from storage.db.store import Row, Store
from storage.db.values import from_json, now, stored_values, text_from, to_column, to_json
from storage.types import Correction

_COLUMNS = (
    "c.uuid, c.step, c.issue_id, c.notice, c.sequence, c.kind, c.author, c.created, c.undone,"
    " c.state, c.reason, c.payload"
)
_SHOWN = 60
APPLIED, UNFIT = "applied", "unfit"


@dataclass(frozen=True, slots=True)
class Kept:
    """A correction of a notice as it is kept."""

    uuid: str
    step: str
    notice: str
    sequence: int
    change: Change
    undone: bool


def listed(
    store: Store, notice: str | None = None, issue_id: int | None = None
) -> list[Correction]:
    """Corrections of a notice, of an issue and its notices, or all, undone ones too; by age."""
    wheres, parameters = ["1"], list[object]()
    if notice is not None:
        wheres.append("c.notice = ?")
        parameters.append(notice)
    if issue_id is not None:
        wheres.append("coalesce(n.issue_id, c.issue_id) = ?")
        parameters.append(issue_id)
    return _listed(store, " AND ".join(wheres), parameters)


def of_step(store: Store, step: str) -> list[Correction]:
    """The corrections that were made in one step."""
    return _listed(store, "c.step = ?", [step])


def of_uuid(store: Store, uuid: str) -> Correction | None:
    """One correction."""
    found = _listed(store, "c.uuid = ?", [uuid])
    return found[0] if found else None


def _listed(store: Store, where: str, parameters: list[object]) -> list[Correction]:
    found = store.rows(
        f"SELECT {_COLUMNS}, n.title, n.issue_id FROM corrections c"
        f" LEFT JOIN notices n ON n.uuid = c.notice WHERE {where} ORDER BY c.sequence",
        parameters,
    )
    with stored_values(store.path):
        return [_correction(row) for row in found]


def _correction(row: Row) -> Correction:
    uuid, step, issue_id, notice, sequence, kind, author, created, undone, state, reason = row[:11]
    payload = from_json(row[11])
    what, before, after = told(unpack_change(kind, payload)) if kind in KINDS else payload["told"]
    return Correction(
        uuid,
        step,
        row[13] if row[13] is not None else issue_id,
        notice,
        sequence,
        kind,
        _short(what),
        _short(before),
        _short(after),
        text_from(author),
        created,
        undone,
        state,
        reason,
        text_from(row[12]),
    )


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def kept(store: Store, notice: str) -> list[Kept]:
    """All corrections of a notice in their order, undone ones too."""
    found = store.rows(
        "SELECT uuid, step, notice, sequence, kind, payload, undone FROM corrections"
        f" WHERE notice = ? AND kind IN ({','.join('?' * len(KINDS))}) ORDER BY sequence",
        [notice, *KINDS],
    )
    with stored_values(store.path):
        return [
            Kept(uuid, step, key, sequence, unpack_change(kind, from_json(payload)), bool(undone))
            for uuid, step, key, sequence, kind, payload, undone in found
        ]


def add(store: Store, place: tuple[int, str], change: Change, step: str, author: str) -> str:
    """Write a new correction, inside a transaction; its uuid. `place` is issue and notice."""
    return add_packed(store, place, (kind_of(change), pack_change(change)), step, author)


def add_packed(
    store: Store,
    place: tuple[int, str],
    packed: tuple[str, dict[str, Any]],
    step: str,
    author: str,
) -> str:
    """Write a new correction of any kind; `packed` is its kind and what it changes."""
    uuid = str(uuid4())
    store.run(
        "INSERT INTO corrections (uuid, step, issue_id, notice, sequence, kind, payload, author,"
        " created, undone, state, reason) VALUES (?, ?, ?, ?,"
        " (SELECT coalesce(max(sequence), 0) + 1 FROM corrections), ?, ?, ?, ?, NULL, ?, '')",
        [uuid, step, *place, packed[0], to_json(packed[1]), to_column(author), now(), APPLIED],
    )
    return uuid


def payload_of(store: Store, uuid: str) -> dict[str, Any]:
    """What a correction changes, as it is kept."""
    with stored_values(store.path):
        return from_json(store.rows("SELECT payload FROM corrections WHERE uuid = ?", [uuid])[0][0])


def set_payload(store: Store, uuid: str, payload: dict[str, Any]) -> None:
    """Write anew what a correction changes, inside a transaction."""
    store.run("UPDATE corrections SET payload = ? WHERE uuid = ?", [to_json(payload), uuid])


def set_reason(store: Store, uuid: str, reason: str) -> None:
    """Write why a correction does not fit, "" where it does, inside a transaction."""
    store.run(
        "UPDATE corrections SET state = ?, reason = ? WHERE uuid = ?",
        [UNFIT if reason else APPLIED, reason, uuid],
    )


def write_change(store: Store, uuid: str, change: Change, reason: str) -> None:
    """Write where a correction stands now, and why it does not fit, inside a transaction."""
    store.run(
        "UPDATE corrections SET payload = ?, state = ?, reason = ? WHERE uuid = ?",
        [to_json(pack_change(change)), UNFIT if reason else APPLIED, reason, uuid],
    )


def set_undone(store: Store, uuids: Iterable[str], *, undone: bool) -> None:
    """Note corrections as taken back, or as made again, inside a transaction."""
    moment = now() if undone else None
    for uuid in uuids:
        store.run("UPDATE corrections SET undone = ? WHERE uuid = ?", [moment, uuid])
