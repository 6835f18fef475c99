"""Stored notices, and new ones, as comparisons see them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from storage.db import notices
from storage.db.identity import KnownNotice
from storage.db.notice_json import unpack_notice
from storage.db.notices import PackedNotice
from storage.db.store import Row, Store
from storage.db.values import from_column, stored_values

COLUMNS = "n.recognised, n.uuid, n.identity, n.text_hash, n.title, n.number, n.issuer, n.date"


def known_from(store: Store, row: Row) -> KnownNotice:
    """The notice of a row of COLUMNS; its text is fetched only where it counts."""
    recognised, key, identity, text_hash, *fields = row
    title, number, issuer, date = map(from_column, fields)
    known = KnownNotice(
        key, identity, text_hash, title or "", number, issuer, date, partial(_text, store, key)
    )
    if recognised is None:
        return known
    with stored_values(store.path):
        first = as_known(notices.pack(unpack_notice(recognised)), key)
    corrected = replace(known, identity=notices.identity_of(known.title, number, issuer, date))
    return replace(first, corrected=corrected)


def as_known(packed: PackedNotice, uuid: str = "") -> KnownNotice:
    """A notice that is at hand, to be compared with those that are stored."""
    notice = packed.notice
    return KnownNotice(
        uuid,
        packed.identity,
        packed.text_hash,
        notice.title,
        notice.number,
        notice.issuer,
        notice.date,
        lambda: notice.text,
    )


def _text(store: Store, key: str) -> str:
    return notices.notice(store, key).notice.text
