"""The table of notices: written whole, read whole or as summaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storage.db.issues import ISSUE_COLUMNS, READING_ORDER, issue_from
from storage.db.notice_json import pack_notice, unpack_notice, unpack_text
from storage.db.store import Row, Store
from storage.db.values import from_column, stored_values, text_from, to_column
from storage.errors import UserFault
from storage.text import fold, squeeze, text_hash
from storage.types import Issue, Notice, NoticeSummary, NoticeText, StoredNotice

SHORTEST_UUID_START = 6
HANDFUL = 32
_SUMMARY = (
    "n.uuid, n.issue_id, n.position, n.title, n.number, n.issuer, n.date, n.section, n.genre,"
    " i.is_issue"
)
_FROM = "FROM notices n JOIN issues i ON i.id = n.issue_id"
# c0ffee12, c0ffee12-34: the start of a uuid, with or without its hyphens.
_UUID_START = re.compile(rf"[0-9a-f-]{{{SHORTEST_UUID_START},36}}")
_ROUND_TO_SQUARE = str.maketrans("(){}", "[][]")


@dataclass(frozen=True, slots=True)
class PackedNotice:
    """A notice ready to be written: packed and hashed before the transaction."""

    notice: Notice
    identity: str
    text_hash: str
    body: bytes


def pack(notice: Notice) -> PackedNotice:
    """Pack and hash a notice."""
    return PackedNotice(notice, identity(notice), text_hash(notice.text), pack_notice(notice))


def number_key(number: str) -> str:
    """A document number without regard to brackets, blanks, width and case."""
    key = fold(squeeze(number)).translate(_ROUND_TO_SQUARE)
    return key.encode("utf-8", "replace").decode("utf-8")


def identity(notice: Notice) -> str:
    """Issuer, number, title and date as one key: equal where all four agree."""
    return identity_of(notice.title, notice.number, notice.issuer, notice.date)


def identity_of(title: str, number: str | None, issuer: str | None, date: str | None) -> str:
    """The key that `identity` gives a notice with these fields."""
    key = number_key(number) if number else ""
    first, second, third = (fold(squeeze(part)) for part in (issuer or "", title, date or ""))
    return text_hash("\x1f".join((first, key, second, third)))


def add_notice(
    store: Store, packed: PackedNotice, place: tuple[int, int, int], uuid: str, revision: int
) -> None:
    """Write a new notice; `place` is the ids of issue and source, and its position."""
    issue_id, source_id, position = place
    store.run(
        "INSERT INTO notices (issue_id, source_id, position, title, number, issuer, date, section,"
        " genre, number_key, identity, text_hash, body, uuid, revision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [issue_id, source_id, position, *_columns(packed), uuid, revision],
    )


def update_notice(
    store: Store, packed: PackedNotice, source_id: int, uuid: str, revision: int
) -> None:
    """Write a stored notice's new text and head, read from another source."""
    store.run(
        "UPDATE notices SET source_id = ?, title = ?, number = ?, issuer = ?, date = ?,"
        " section = ?, genre = ?, number_key = ?, identity = ?, text_hash = ?, body = ?,"
        " revision = ? WHERE uuid = ?",
        [source_id, *_columns(packed), revision, uuid],
    )


def _columns(packed: PackedNotice) -> list[object]:
    notice = packed.notice
    texts = (
        notice.title,
        notice.number,
        notice.issuer,
        notice.date,
        notice.section,
        notice.genre,
        number_key(notice.number) if notice.number else None,
    )
    return [*map(to_column, texts), packed.identity, packed.text_hash, packed.body]


def remove_notice(store: Store, uuid: str) -> None:
    """Delete a notice's row; marks stay."""
    store.run("DELETE FROM notices WHERE uuid = ?", [uuid])


def set_positions(store: Store, uuids: Sequence[str]) -> None:
    """Number the notices of an issue in this order."""
    for position, uuid in enumerate(uuids):
        store.run(
            "UPDATE notices SET position = ? WHERE uuid = ? AND position <> ?",
            [position, uuid, position],
        )


def summaries(store: Store, issue_id: int | None = None) -> list[NoticeSummary]:
    """All notices, or those of one issue, in reading order."""
    where = "" if issue_id is None else "WHERE n.issue_id = ?"
    found = store.rows(
        f"SELECT {_SUMMARY} {_FROM} {where} ORDER BY {READING_ORDER}, n.position",
        [] if issue_id is None else [issue_id],
    )
    return _summaries(store, found)


def summaries_of(store: Store, uuids: Iterable[str]) -> list[NoticeSummary]:
    """The summaries of these notices, in their order; those that are gone are left out."""
    wanted = list(uuids)
    found = store.rows_for(f"SELECT {_SUMMARY} {_FROM} WHERE n.uuid IN ({{}})", wanted)
    by_uuid = {summary.uuid: summary for summary in _summaries(store, found)}
    return [by_uuid[uuid] for uuid in wanted if uuid in by_uuid]


def summary_of(store: Store, uuid: str) -> NoticeSummary | None:
    """The summary of one notice; None where it is gone."""
    found = summaries_of(store, [uuid])
    return found[0] if found else None


def find(store: Store, key: str) -> list[NoticeSummary]:
    """Notices with this document number (its form forgiven), uuid, or start of a uuid."""
    number = number_key(key)
    found = _find(store, "n.number_key IN (?, ?)", [number, f"{number}号"])
    start = key.strip().lower()
    if not found and _UUID_START.fullmatch(start):
        start = _hyphenated(start.replace("-", ""))
        found = _find(store, "n.uuid >= ? AND n.uuid < ?", [start, f"{start}~"])
    return found


def _find(store: Store, where: str, parameters: Sequence[object]) -> list[NoticeSummary]:
    rows = store.rows(
        f"SELECT {_SUMMARY} {_FROM} WHERE {where} ORDER BY {READING_ORDER}, n.position", parameters
    )
    return _summaries(store, rows)


def _hyphenated(digits: str) -> str:
    """The start of a uuid as it is stored: hyphens after 8, 12, 16 and 20 digits."""
    groups = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "-".join(group for group in groups if group)


def notice(store: Store, uuid: str) -> StoredNotice:
    """A stored notice whole. Raises UserFault("notice-missing")."""
    found = notices_of(store, [uuid])
    if not found:
        raise UserFault("notice-missing", notice=uuid)
    return found[0]


def notices_of(store: Store, uuids: Sequence[str]) -> list[StoredNotice]:
    """These notices whole, in their order; those that are gone are left out."""
    found = store.rows_for(f"SELECT {_SUMMARY}, n.body {_FROM} WHERE n.uuid IN ({{}})", uuids)
    heads = _summaries(store, found)
    with stored_values(store.path):
        whole = {
            summary.uuid: StoredNotice(summary, unpack_notice(row[-1]))
            for row, summary in zip(found, heads, strict=True)
        }
    return [whole[uuid] for uuid in uuids if uuid in whole]


def texts_of(store: Store, uuids: Sequence[str]) -> list[NoticeText]:
    """What of these notices is wanted to show hits: a third of the work of reading them whole."""
    found = store.rows_for(f"SELECT {_SUMMARY}, n.body {_FROM} WHERE n.uuid IN ({{}})", uuids)
    heads = _summaries(store, found)
    with stored_values(store.path):
        unpacked = [unpack_text(row[-1]) for row in found]
    return [
        NoticeText(summary, tuple(blocks), tuple(lines), tuple(outline))
        for summary, (blocks, lines, outline) in zip(heads, unpacked, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Notices:
    """Notices whole, read in handfuls so that neither memory nor the file is held long.

    Its length counts those that have been deleted meanwhile, too.
    """

    store: Store
    uuids: Sequence[str]

    def __len__(self) -> int:
        return len(self.uuids)

    def __iter__(self) -> Iterator[StoredNotice]:
        for start in range(0, len(self.uuids), HANDFUL):
            yield from notices_of(self.store, self.uuids[start : start + HANDFUL])


def _summaries(store: Store, rows: Sequence[Row]) -> list[NoticeSummary]:
    """Summaries from rows that begin with the columns of `_SUMMARY`; issues are read once."""
    ids = {row[1] for row in rows}
    found = store.rows_for(f"SELECT {ISSUE_COLUMNS}, i.id FROM issues i WHERE i.id IN ({{}})", ids)
    known = {row[6]: issue_from(row[:6]) for row in found}
    return [_summary(row, known.get(row[1], Issue())) for row in rows]


def _summary(row: Row, issue: Issue) -> NoticeSummary:
    uuid, issue_id, position, title, number, issuer, date, section, genre, is_issue = row[:10]
    return NoticeSummary(
        uuid,
        issue_id,
        position,
        text_from(title),
        from_column(number),
        from_column(issuer),
        from_column(date),
        from_column(section),
        from_column(genre),
        issue,
        bool(is_issue),
    )
