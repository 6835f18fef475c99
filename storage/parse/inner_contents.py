"""The table of contents that an enclosed plan or set of rules prints in front of itself."""

from __future__ import annotations

from storage.parse import patterns
from storage.parse.draft import Draft
from storage.parse.lines import Line

_MOST_LINES = 120


def mark_inner_contents(draft: Draft) -> None:
    """Mark 目录 and its lines, so that they are not taken for the heads that they list."""
    solid = [line for line in draft.solid(draft.body_start) if draft.free(line)]
    for index, line in enumerate(solid):
        if patterns.CONTENTS_HEAD.match(line.key):
            end = _end_of(solid, index)
            for entry in solid[index:end]:
                draft.mark(entry.at, "other")


def _end_of(solid: list[Line], index: int) -> int:
    """Index after the last entry: where the first comes back as a head, or the dots end."""
    entries = solid[index + 1 : index + 1 + _MOST_LINES]
    if not entries:
        return index + 1
    first = _words(entries[0])
    for place, line in enumerate(entries[1:], 1):
        if _words(line) == first:
            return index + 1 + place
    dotted = [place for place, line in enumerate(entries) if _has_page(line)]
    run = 0
    while run < len(dotted) and dotted[run] == run:
        run += 1
    return index + 1 + run


def _has_page(line: Line) -> bool:
    return patterns.LEADERS_AND_PAGE.search(line.key[-20:]) is not None


def _words(line: Line) -> str:
    found = patterns.LEADERS_AND_PAGE.search(line.key)
    return line.key[: found.start()] if found else line.key
