"""The marks of one version of a document, moved over to the main one."""

from __future__ import annotations

from dataclasses import replace

from storage.anchors import place_marks
from storage.citations import cited_title
from storage.db import marks, notices
from storage.db.store import Store
from storage.db.values import now
from storage.db.versions import versions
from storage.errors import UserFault
from storage.types import Edit, MarkChange, MovedMarks


def move_marks(store: Store, uuid: str) -> MovedMarks:
    """Move the marks of a version to the main one, each to its words there; one transaction.

    A mark whose words the main one does not have stays where it is.
    Raises UserFault: notice-missing, version-alone, version-is-main.
    """
    with store.writing():
        stored = notices.notice(store, uuid)
        family = versions(store, uuid)
        if not family:
            raise UserFault("version-alone", title=stored.summary.title)
        main = notices.notice(store, family[0].summary.uuid)
        if main.summary.uuid == uuid:
            raise UserFault("version-is-main", title=stored.summary.title)
        known = marks.marks(store, uuid)
        placed = place_marks(known, main.notice, stored.notice) if known else []
        owner = {"notice": main.summary.uuid, "citation": cited_title(main.summary)}
        moved = [
            MarkChange(old, replace(new, **owner, changed=now()))
            for old, new in zip(known, placed, strict=True)
            if new.state != "unplaced"
        ]
        for change in moved:
            marks.write(store, change.after)
    gone = {change.after.uuid for change in moved}
    return MovedMarks(
        main.summary,
        Edit("edit-move-marks", tuple(moved)),
        tuple(change.after for change in moved if change.after.state == "check"),
        tuple(mark for mark in known if mark.uuid not in gone),
    )
