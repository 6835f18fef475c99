"""Fragments that a page join printed twice: the end of one line is the beginning of the next."""

from __future__ import annotations

from storage.parse.draft import Draft
from storage.text import fold

_SHORTEST, _LONGEST = 2, 24


def find_repeats(draft: Draft) -> None:
    """Mark at the head of a joined line the words that already end the line before."""
    for first, second in draft.joins:
        if second <= first or draft.roles.get(second):
            continue
        length = _overlap(fold(draft.line(first).text), fold(draft.line(second).text))
        if length:
            draft.repeats[second] = length


def _overlap(before: str, after: str) -> int:
    """The longest tail of `before` that heads `after`, where it is long enough to be no chance."""
    for length in range(min(_LONGEST, len(before), len(after)), _SHORTEST - 1, -1):
        if before.endswith(after[:length]) and len(after) > length:
            return length
    return 0
