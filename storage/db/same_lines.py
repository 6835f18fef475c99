"""Which notices of a source, read again, are which of the library: those of the same lines."""

from __future__ import annotations

from collections.abc import Sequence

from storage.db.identity import KnownNotice, match
from storage.db.notices import PackedNotice

Lines = tuple[int, int]
"""The first and the last line of a notice in its source."""

MOST_OF_IT = 0.5
"""More than this share of the lines of one of the two must be the other's."""


def match_again(
    old: Sequence[KnownNotice], lines: dict[str, Lines], new: Sequence[PackedNotice]
) -> tuple[list[KnownNotice | None], list[KnownNotice]]:
    """For each new notice the stored one it is, and the stored ones that are none any more.

    First by the rule of identity; what a better recogniser gave another head by the lines that
    both cover. `lines` holds those of the stored notices that came from the same source.
    """
    matching = match(old, new)
    left = {known.uuid: known for known in matching.missing}
    pairs = [
        (share, place, key)
        for place, packed in enumerate(new)
        if matching.known[place] is None
        for key in left
        if key in lines and (share := _shared(lines[key], _lines_of(packed))) > MOST_OF_IT
    ]
    for _, place, key in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if key in left and matching.known[place] is None:
            matching.known[place] = left.pop(key)
    return matching.known, list(left.values())


def _lines_of(packed: PackedNotice) -> Lines:
    return packed.notice.start_line, packed.notice.end_line


def overlap(one: Lines, two: Lines) -> int:
    """How many lines two notices of one source have in common."""
    return max(0, min(one[1], two[1]) - max(one[0], two[0]) + 1)


def _shared(one: Lines, two: Lines) -> float:
    """The share of the longer one that is the other's too."""
    return overlap(one, two) / max(one[1] - one[0] + 1, two[1] - two[0] + 1)
