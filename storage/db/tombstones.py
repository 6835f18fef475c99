"""What is kept of notices that are gone: for the search index, their marks, and their return."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from storage.db.issues import issue_key
from storage.db.notices import PackedNotice, summaries
from storage.db.store import Store
from storage.db.values import from_json, to_json
from storage.types import Issue, NoticeSummary


def bury(store: Store, issue_id: int, revision: int) -> None:
    """Note the notices of an issue as gone, before their rows are deleted."""
    for summary in summaries(store, issue_id):
        store.run(
            "INSERT OR REPLACE INTO tombstones"
            " (uuid, revision, issue_key, identity, text_hash, summary)"
            " SELECT uuid, ?, ?, identity, text_hash, ? FROM notices WHERE uuid = ?",
            [revision, issue_key(summary.issue), to_json(asdict(summary)), summary.uuid],
        )


def raise_up(store: Store, packed: PackedNotice, issue: Issue) -> str | None:
    """The uuid of a gone notice that this one is, so that its marks find it again.

    Only where head and text are the same, and the gazette where one was known.
    """
    found = store.row(
        "SELECT uuid FROM tombstones WHERE text_hash = ? AND identity = ? AND issue_key IS ?"
        " ORDER BY revision DESC",
        [packed.text_hash, packed.identity, issue_key(issue)],
    )
    if found is None:
        return None
    store.run("DELETE FROM tombstones WHERE uuid = ?", [found[0]])
    return found[0]


def gone_summary(store: Store, uuid: str) -> NoticeSummary | None:
    """What was shown of a notice that is gone; its issue's id names nothing any more."""
    found = store.row("SELECT summary FROM tombstones WHERE uuid = ?", [uuid])
    if found is None:
        return None
    fields: dict[str, Any] = from_json(found[0])
    issue = Issue(**fields.pop("issue"))
    return NoticeSummary(issue=issue, **fields)
