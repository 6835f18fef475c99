"""What a search wants of all notices and all marks at once."""

from __future__ import annotations

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
    return [NoticeAttributes._make(_texts(row)) for row in rows]


def mark_texts(store: Store) -> list[MarkText]:
    """What can be searched of marks, and of the tags of notices."""
    rows = store.rows(
        "SELECT m.notice, m.uuid, m.style, m.kind, m.note,"
        " (SELECT group_concat(t.tag, char(31)) FROM taggings t WHERE t.target = m.uuid),"
        " m.start, m.end FROM marks m WHERE m.deleted IS NULL"
    )
    found = [
        MarkText(
            notice, mark, style, kind, text_from(note), tuple((tags or "").split(_UNIT)), start, end
        )
        for notice, mark, style, kind, note, tags, start, end in rows
    ]
    of_notices = notice_tags(store).items()
    return found + [MarkText(notice, "", "", "", "", tags, 0, 0) for notice, tags in of_notices]


def _texts(row: Row) -> Row:
    """A row whose texts with lone surrogates, kept as bytes, are texts again."""
    if bytes not in map(type, row):
        return row
    return tuple(text_from(value) if isinstance(value, bytes) else value for value in row)
