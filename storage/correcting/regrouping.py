"""Marks of notices that were divided or put together: each goes where its words are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from storage.anchors import place_at
from storage.anchors.carrying import carry_marks, difference
from storage.text import text_hash
from storage.types import Mark, Notice


def regroup(
    marks: Sequence[Sequence[Mark]], old: Sequence[Notice], new: Sequence[Notice]
) -> list[tuple[int, Mark]]:
    """For each mark of the old notices the number of the new one where it is, and the mark there.

    One that lies over the border of two goes to the one with more of its words, to be checked.
    """
    one, other = _as_one(old), _as_one(new)
    starts = [0, *accumulate(len(notice.text) + 1 for notice in old)]
    together = [
        _shifted(mark, starts[number], one.text) for number, own in enumerate(marks) for mark in own
    ]
    carried = carry_marks(together, one, other, difference(one.text, other.text))
    return [_settled(mark, new) for mark in carried]


def _as_one(notices: Sequence[Notice]) -> Notice:
    """The notices one behind the other."""
    blocks = tuple(block for notice in notices for block in notice.blocks)
    heads = tuple(head for notice in notices for head in notice.outline)
    return replace(notices[0], blocks=blocks, outline=heads)


def _shifted(mark: Mark, by: int, text: str) -> Mark:
    if mark.whole_notice or mark.state == "unplaced":
        return mark
    return replace(mark, start=mark.start + by, end=mark.end + by, text_hash=text_hash(text))


def _settled(mark: Mark, new: Sequence[Notice]) -> tuple[int, Mark]:
    """A mark of the notices together as one of the notice that holds it."""
    if mark.whole_notice or mark.state == "unplaced":
        known = text_hash(new[0].text) if mark.whole_notice else mark.text_hash
        return 0, replace(mark, text_hash=known)
    starts = [0, *accumulate(len(notice.text) + 1 for notice in new)][: len(new)]
    parts = [
        (min(mark.end, start + len(notice.text)) - max(mark.start, start), number)
        for number, (start, notice) in enumerate(zip(starts, new, strict=True))
    ]
    number = max(parts, key=lambda part: (part[0], -part[1]))[1]
    notice, by = new[number], starts[number]
    start, end = max(mark.start - by, 0), min(mark.end - by, len(notice.text))
    is_whole = (start + by, end + by) == (mark.start, mark.end)
    if mark.state == "check" or not is_whole:
        hashed = text_hash(notice.text)
        return number, replace(mark, start=start, end=end, text_hash=hashed, state="check")
    return number, replace(place_at(mark, notice, start, end), state=mark.state)
