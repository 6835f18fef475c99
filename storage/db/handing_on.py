"""Marks go where their words are, when one notice becomes two, or two become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from storage.anchors import place_marks
from storage.citations import cited_title
from storage.db import marks
from storage.db.store import Store
from storage.db.values import now
from storage.types import Mark, Notice, StoredNotice

SURE = ("sure", "moved")


def lost_marks(store: Store, known: Iterable[Mark]) -> list[Mark]:
    """Of marks that had their place, as they were, those that have none or a doubtful one now."""
    return [
        each
        for each in known
        if each.state in SURE
        and (current := marks.mark(store, each.uuid)) is not None
        and current.notice == each.notice
        and current.state not in SURE
    ]


def hand_on(
    store: Store, lost: Sequence[Mark], before: Notice, others: Iterable[StoredNotice]
) -> set[str]:
    """Give marks of a notice to others that took its words over; inside a transaction.

    `lost` are the marks as they stood in `before`, the text that the notice had; of `others` the
    first that has a mark's words for certain gets it. The uuids of the marks that found a place.
    """
    found: set[str] = set()
    for other in others:
        left = [each for each in lost if each.uuid not in found]
        if not left:
            break
        for old, new in zip(left, place_marks(left, other.notice, before), strict=True):
            current = marks.mark(store, old.uuid)
            if new.state in SURE and current is not None:
                place = marks.place_fields(new)
                owner = {"notice": other.summary.uuid, "citation": cited_title(other.summary)}
                marks.write(store, replace(current, **place, **owner, changed=now()))
                found.add(old.uuid)
    return found
