"""Pages of stored notices, read from the sources that were kept."""

from __future__ import annotations

from storage.db.notice_json import unpack_notice
from storage.db.sources import source_text
from storage.db.store import Store
from storage.db.values import from_json, stored_values
from storage.pages import NoticePages, notice_pages
from storage.types import ContentsEntry, Furniture, Notice


def issue_pages(store: Store, issue_id: int) -> dict[str, NoticePages]:
    """The pages of all notices of an issue, by uuid, in reading order."""
    by_source: dict[int, list[tuple[str, Notice]]] = {}
    found = store.rows(
        "SELECT source_id, uuid, body FROM notices WHERE issue_id = ? ORDER BY position",
        [issue_id],
    )
    with stored_values(store.path):
        for source_id, uuid, body in found:
            by_source.setdefault(source_id, []).append((uuid, unpack_notice(body)))
    pages: dict[str, NoticePages] = {}
    for source_id, notices in by_source.items():
        uuids = [uuid for uuid, _ in notices]
        furniture, contents = _around(store, issue_id, source_id)
        source = source_text(store, issue_id, uuids[0])
        ordered = sorted(notices, key=lambda one: one[1].start_line)
        told = notice_pages([one for _, one in ordered], source, furniture, contents)
        pages.update(zip((uuid for uuid, _ in ordered), told, strict=True))
    return {uuid: pages[uuid] for _, uuid, _ in found}


def _around(
    store: Store, issue_id: int, source_id: int
) -> tuple[list[Furniture], list[ContentsEntry]]:
    """Furniture and contents of a source; nothing of one that a later import has followed."""
    row = store.row(
        "SELECT around FROM issues WHERE id = ?"
        " AND EXISTS (SELECT 1 FROM sources WHERE id = ? AND current = 1 AND issue_id = ?)",
        [issue_id, source_id, issue_id],
    )
    if row is None:
        return [], []
    with stored_values(store.path):
        around = from_json(row[0])
    return (
        [Furniture(*item) for item in around["furniture"]],
        [ContentsEntry(*item) for item in around["contents"]],
    )
