"""Two stored notices that are one document: the marks of one go to the other, and it goes."""

from __future__ import annotations

from storage.db import issues, marks, notices, revisions, tags, tombstones, versions
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import MergeReport, NoticeSummary


def merge(store: Store, keep_uuid: str, gone_uuid: str) -> MergeReport:
    """Move the marks and tags of one notice to another and remove it, in one transaction.

    A file that has no other notice goes with it, so that it can be imported again.
    Raises UserFault: notice-missing, merge-same.
    """
    with store.writing():
        keep, gone = notices.notice(store, keep_uuid), notices.notice(store, gone_uuid)
        if keep.summary.uuid == gone.summary.uuid:
            raise UserFault("merge-same", title=keep.summary.title)
        moved = marks.move(store, gone, keep)
        both = {*tags.tags_of(store, keep_uuid), *tags.tags_of(store, gone_uuid)}
        tags.set_tags(store, keep.summary.uuid, both, of_mark=False)
        versions.hand_over(store, gone.summary.uuid, keep.summary.uuid)
        _remove(store, gone.summary)
    unplaced = tuple(mark for mark in moved if mark.state == "unplaced")
    to_check = tuple(mark for mark in moved if mark.state == "check")
    return MergeReport(keep.summary, gone.summary, len(moved), unplaced, to_check)


def _remove(store: Store, gone: NoticeSummary) -> None:
    """Note the notice as gone and delete it, and its issue where that is then empty."""
    tombstones.bury_notice(store, gone, revisions.raise_counter(store))
    notices.remove_notice(store, gone.uuid)
    left = [summary.uuid for summary in notices.summaries(store, gone.issue_id)]
    if left:
        notices.set_positions(store, left)
    else:
        issues.remove_issue(store, gone.issue_id)
