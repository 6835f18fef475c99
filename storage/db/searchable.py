"""What a search wants of all notices and all marks at once."""

from __future__ import annotations

from itertools import chain

from storage.db.store import Row, Store
from storage.db.tags import notice_tags
from storage.db.values import text_from
from storage.types import MarkText, NoticeAttributes

_UNIT = "\x1f"


def attributes(store: Store) -> list[NoticeAttributes]:
    """What notices are filtered and counted by, of all notices."""
    rows = store.rows(
        "SELECT n.uuid, n.title, coalesce(n.number, ''), coalesce(n.issuer, ''),"
        " coalesce(n.date, ''), coalesce(n.section, ''), coalesce(n.genre, ''),"
        " coalesce(i.name, ''), coalesce(i.year, 0), coalesce(i.number, 0)"
        " FROM notices n JOIN issues i ON i.id = n.issue_id"
    )
    # Looking for bytes in all rows at once is five times as fast as in each.
    if bytes in set(map(type, chain.from_iterable(rows))):
        rows = [_texts(row) for row in rows]
    return list(map(NoticeAttributes._make, rows))


def mark_texts(store: Store) -> list[MarkText]:
    """What can be searched of marks, and of the tags of notices."""
    rows = store.rows(
        "SELECT m.notice, m.uuid, m.style, m.kind, m.note,"
        " (SELECT group_concat(t.tag, char(31)) FROM taggings t WHERE t.target = m.uuid),"
        " m.start, m.end, n.uuid IS NULL, m.quote, m.path, m.citation"
        " FROM marks m LEFT JOIN notices n ON n.uuid = m.notice WHERE m.deleted IS NULL"
    )
    found = [_mark_text(_texts(row)) for row in rows]
    of_notices = notice_tags(store).items()
    return found + [MarkText(notice, "", "", "", "", tags, 0, 0) for notice, tags in of_notices]


def _mark_text(row: Row) -> MarkText:
    notice, mark, style, kind, note, tags, start, end, gone, *kept = row
    told = MarkText(notice, mark, style, kind, note, tuple((tags or "").split(_UNIT)), start, end)
    # The text of a notice that is there says what is marked.
    return MarkText(*told[:8], True, *kept) if gone else told


def _texts(row: Row) -> Row:
    """A row whose texts with lone surrogates, kept as bytes, are texts again."""
    if bytes not in map(type, row):
        return row
    return tuple(text_from(value) if isinstance(value, bytes) else value for value in row)
