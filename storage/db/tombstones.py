"""What is kept of notices that are gone: for the search index, their marks, and their return."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from storage.db.identity import SAME_SHARE, equal_share
from storage.db.issues import issue_key
from storage.db.notice_json import unpack_notice
from storage.db.notices import PackedNotice, summaries
from storage.db.store import Store
from storage.db.values import from_json, stored_values, to_json
from storage.types import Issue, Notice, NoticeSummary


def bury(store: Store, issue_id: int, revision: int) -> None:
    """Note the notices of an issue as gone, before their rows are deleted.

    The text of a marked one is kept, so that it is known again when it comes back changed.
    """
    for summary in summaries(store, issue_id):
        bury_notice(store, summary, revision)


def bury_notice(store: Store, summary: NoticeSummary, revision: int) -> None:
    """Note one notice as gone, before its row is deleted.

    It will come back with the issue whose source it came from, wherever it was moved.
    """
    store.run(
        "INSERT OR REPLACE INTO tombstones"
        " (uuid, revision, issue_key, identity, text_hash, summary, body, recognised)"
        " SELECT n.uuid, ?, i.issue_key, n.identity, n.text_hash, ?,"
        " CASE WHEN n.recognised IS NOT NULL OR EXISTS"
        " (SELECT 1 FROM marks m WHERE m.notice = n.uuid) THEN n.body END, n.recognised"
        " FROM notices n JOIN sources s ON s.id = n.source_id JOIN issues i ON i.id = s.issue_id"
        " WHERE n.uuid = ?",
        [revision, to_json(asdict(summary)), summary.uuid],
    )


def raise_up(store: Store, packed: PackedNotice, issue: Issue) -> tuple[str, Notice | None] | None:
    """The uuid of a gone notice that this one is, and its old text where it was marked.

    By the rule of identity; where the gazette, its year or number is not known, or the old text
    was not kept, only with the same text.
    """
    key = issue_key(issue)
    found = store.rows(
        "SELECT uuid, text_hash, body, recognised FROM tombstones"
        " WHERE identity = ? AND issue_key IS ?"
        " ORDER BY text_hash = ? DESC, revision DESC",
        [packed.identity, key, packed.text_hash],
    )
    for uuid, text_hash, body, recognised in found:
        with stored_values(store.path):
            before = unpack_notice(body) if body is not None else None
            read = before if recognised is None else unpack_notice(recognised)
        share = equal_share(read.text, packed.notice.text) if read else 0.0
        if text_hash == packed.text_hash or share == 1.0 or (key and share >= SAME_SHARE):
            store.run("DELETE FROM tombstones WHERE uuid = ?", [uuid])
            return uuid, before
    return None


def gone_summary(store: Store, uuid: str) -> NoticeSummary | None:
    """What was shown of a notice that is gone; its issue's id names nothing any more."""
    found = store.row("SELECT summary FROM tombstones WHERE uuid = ?", [uuid])
    if found is None:
        return None
    fields: dict[str, Any] = from_json(found[0])
    issue = Issue(**fields.pop("issue"))
    return NoticeSummary(issue=issue, **fields)
