"""Marks go where their words are, when one notice becomes two, or two become one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


def claims(
    lost: Sequence[Mark], before: Notice, others: Iterable[Notice]
) -> Iterator[tuple[int, Mark]]:
    """For marks of a notice the first of the `others` that has their words for certain.

    `lost` are the marks as they stood in `before`, the text that the notice had; told are the
    number of the other one and the mark where it stands there.
    """
    left = list(lost)
    for number, other in enumerate(others):
        if not left:
            return
        placed = place_marks(left, other, before)
        yield from ((number, new) for new in placed if new.state in SURE)
        pairs = zip(left, placed, strict=True)
        left = [old for old, new in pairs if new.state not in SURE]


def hand_on(
    store: Store, lost: Sequence[Mark], before: Notice, others: Sequence[StoredNotice]
) -> None:
    """Give marks of a notice to others that took its words over; inside a transaction."""
    for number, new in claims(lost, before, (other.notice for other in others)):
        current = marks.mark(store, new.uuid)
        if current is not None:
            summary = others[number].summary
            owner = {"notice": summary.uuid, "citation": cited_title(summary)}
            place = marks.place_fields(new)
            marks.write(store, replace(current, **place, **owner, changed=now()))
