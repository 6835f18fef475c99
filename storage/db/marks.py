"""The table of marks: they belong to the user and outlive the notices they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from itertools import groupby
from typing import Any
from uuid import uuid4

from storage.anchors import place_mark, place_marks
from storage.citations import cited_title
from storage.db.issues import READING_ORDER
from storage.db.note_joining import joined
from storage.db.notices import notices_of
from storage.db.store import Row, Store
from storage.db.tags import set_tags
from storage.db.values import from_column, now, to_column
from storage.errors import UserFault
from storage.types import Mark, Notice, NoticeSummary, StoredNotice

_FIELDS = tuple(field.name for field in fields(Mark) if field.name != "tags")
_UNIT = "\x1f"
_TAGS = "(SELECT group_concat(t.tag, char(31)) FROM taggings t WHERE t.target = m.uuid)"
_COLUMNS = ", ".join(f"m.{name}" for name in _FIELDS) + f", {_TAGS}"
_PLACE = ("start", "end", "quote", "prefix", "suffix", "text_hash", "path", "state")
DOUBTFUL = ("check", "unplaced")
_WHERE = ("notice", "citation", *_PLACE)


def marks(
    store: Store,
    notice: str | None = None,
    issue_id: int | None = None,
    states: Sequence[str] | None = None,
) -> list[Mark]:
    """Marks that are not deleted, by place; those whose notice is gone come last."""
    wheres, parameters = ["m.deleted IS NULL"], list[object]()
    if notice is not None:
        wheres.append("m.notice = ?")
        parameters.append(notice)
    if issue_id is not None:
        wheres.append("n.issue_id = ?")
        parameters.append(issue_id)
    if states is not None:
        wheres.append(f"m.state IN ({','.join('?' * len(states))})")
        parameters += states
    found = store.rows(
        f"SELECT {_COLUMNS} FROM marks m LEFT JOIN notices n ON n.uuid = m.notice"
        f" LEFT JOIN issues i ON i.id = n.issue_id WHERE {' AND '.join(wheres)}"
        f" ORDER BY n.id IS NULL, {READING_ORDER}, n.position, m.citation,"
        " m.state = 'unplaced', m.start, m.end, m.created",
        parameters,
    )
    return [_mark(row) for row in found]


def deleted(store: Store) -> list[Mark]:
    """The marks in the bin, the last deleted first."""
    found = store.rows(
        f"SELECT {_COLUMNS} FROM marks m WHERE m.deleted IS NOT NULL ORDER BY m.deleted DESC"
    )
    return [_mark(row) for row in found]


def place_fields(mark: Mark) -> dict[str, Any]:
    """What says where a mark stands, by the names of its fields."""
    return {name: getattr(mark, name) for name in _PLACE}


def whole_place(mark: Mark) -> dict[str, Any]:
    """What says where a mark stands and in which notice, by the names of its fields."""
    return {"notice": mark.notice, **place_fields(mark)}


def all_of(store: Store, notice: str) -> list[Mark]:
    """All marks of a notice, deleted ones too."""
    found = store.rows(f"SELECT {_COLUMNS} FROM marks m WHERE m.notice = ?", [notice])
    return [_mark(row) for row in found]


def by_notice(some: Iterable[Mark]) -> list[tuple[str, list[Mark]]]:
    """Marks in their order, put together by notice."""
    return [(key, list(group)) for key, group in groupby(some, key=lambda mark: mark.notice)]


def mark(store: Store, uuid: str) -> Mark | None:
    """One mark, deleted or not."""
    found = store.row(f"SELECT {_COLUMNS} FROM marks m WHERE m.uuid = ?", [uuid])
    return _mark(found) if found else None


def save(store: Store, wanted: Mark, before: Mark | None = None) -> Mark:
    """Write a mark, new or changed; what was written.

    `before` is the mark as the caller had it: what another window changed since is kept (see
    note_joining). A mark that another window deleted stays deleted: a note written on it
    becomes a new mark, anything else raises UserFault("mark-deleted-elsewhere").
    A place that the caller did not change, or took from an older text of the notice, never
    overwrites the one that an import or another window gave the mark meanwhile, nor the notice
    that a merge gave it.
    """
    with store.writing():
        known = mark(store, wanted.uuid)
        if known is not None:
            restored = before is not None and before.deleted and not wanted.deleted
            if known.deleted and not wanted.deleted and not restored:
                _refuse_all_but_notes(wanted, before or known)
                wanted = replace(wanted, uuid=str(uuid4()), created="")
            else:
                wanted = joined(wanted, known, before)
            stays = before is not None and place_fields(wanted) == place_fields(before)
            if stays or known.notice != wanted.notice:
                wanted = replace(wanted, **{name: getattr(known, name) for name in _WHERE})
        saved = replace(wanted, changed=now(), created=wanted.created or now())
        saved = placed_now(store, known, saved)
        write(store, saved)
    return saved


def _refuse_all_but_notes(wanted: Mark, before: Mark) -> None:
    if not wanted.note or wanted.note == before.note:
        raise UserFault("mark-deleted-elsewhere", quote=wanted.quote[:40])


def placed_now(store: Store, known: Mark | None, wanted: Mark) -> Mark:
    """The wanted mark where it stands in the text as it is now; `known` is the stored one."""
    current = store.row("SELECT text_hash FROM notices WHERE uuid = ?", [wanted.notice])
    if not current or current[0] == wanted.text_hash:
        return wanted
    return _placed_again(store, wanted, known, current[0])


def _placed_again(store: Store, wanted: Mark, known: Mark | None, current_hash: str) -> Mark:
    # The import that changed the text has put the stored mark into it, or found no place.
    if known is not None and (known.state == "unplaced" or known.text_hash == current_hash):
        return replace(wanted, **{name: getattr(known, name) for name in _PLACE})
    found = notices_of(store, [wanted.notice])
    return place_mark(wanted, found[0].notice) if found else wanted


def write(store: Store, saved: Mark) -> None:
    """Write a mark's row as it is, inside a transaction."""
    some = (getattr(saved, name) for name in _FIELDS)
    values = [to_column(value) if isinstance(value, str) else value for value in some]
    store.run(
        f"INSERT INTO marks ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))})"
        " ON CONFLICT (uuid) DO UPDATE SET "
        + ", ".join(f"{name} = excluded.{name}" for name in _FIELDS if name != "uuid"),
        values,
    )
    set_tags(store, saved.uuid, saved.tags, of_mark=True)


def set_deleted(store: Store, uuid: str, *, deleted: bool) -> Mark:
    """Delete a mark softly, or take that back; the mark. Raises UserFault("mark-missing")."""
    with store.writing():
        known = mark(store, uuid)
        if known is None:
            raise UserFault("mark-missing", mark=uuid)
        moment = now()
        changed = replace(known, deleted=moment if deleted else None, changed=moment)
        write(store, changed)
    return changed


def place_again(
    store: Store, notice_uuid: str, notice: Notice, before: Notice | None = None
) -> list[Mark]:
    """Put all marks of a notice into its new text, inside a transaction; the doubtful ones.

    Those are without a place ("unplaced"), or have one that wants a look ("check").

    Deleted marks move along, so that taking a deletion back finds the right place.
    """
    known = all_of(store, notice_uuid)
    placed = place_marks(known, notice, before) if known else []
    for old, new in zip(known, placed, strict=True):
        if new != old:
            write(store, replace(new, changed=now()))
    return [new for new in placed if new.state in DOUBTFUL and new.deleted is None]


def move(store: Store, gone: StoredNotice, keep: StoredNotice) -> list[Mark]:
    """Hand all marks of one notice to another, inside a transaction; those that are shown.

    Deleted marks go along, and a mark without a place there keeps its quote.
    """
    known = all_of(store, gone.summary.uuid)
    placed = place_marks(known, keep.notice, gone.notice) if known else []
    moved = [
        replace(each, notice=keep.summary.uuid, citation=cited_title(keep.summary), changed=now())
        for each in placed
    ]
    for each in moved:
        write(store, each)
    return [each for each in moved if each.deleted is None]


def cite_again(store: Store, summary: NoticeSummary) -> None:
    """Have the marks of a notice cite its title and number as they are now, in a transaction."""
    store.run(
        "UPDATE marks SET citation = ? WHERE notice = ?",
        [to_column(cited_title(summary)), summary.uuid],
    )


def _mark(row: Row) -> Mark:
    plain: list[Any] = [from_column(value) if isinstance(value, bytes) else value for value in row]
    *values, tags = plain
    return Mark(*values, tags=tuple(sorted(tags.split(_UNIT))) if tags else ())
