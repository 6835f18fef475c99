"""Which entry of the table of contents belongs to which notice."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from storage.parse.characters import key_of
from storage.parse.contents import Contents
from storage.parse.draft import Draft

_ALIKE = 86


def match_contents(drafts: Sequence[Draft], contents: Contents) -> list[int | None]:
    """For each notice the index of its entry: by the number where both have one, else the title."""
    entries = contents.entries
    free = set(range(len(entries)))
    numbers = {key_of(entry.number): index for index, entry in enumerate(entries) if entry.number}
    found: list[int | None] = [None] * len(drafts)
    for place, draft in enumerate(drafts):
        index = numbers.get(key_of(draft.number)) if draft.number else None
        if index in free:
            found[place] = index
            free.discard(index)
    titles = {index: key_of(entries[index].title) for index in free}
    for place, draft in enumerate(drafts):
        if found[place] is None and titles:
            title = key_of(draft.title)
            best = max(titles, key=lambda index: fuzz.ratio(titles[index], title))
            if fuzz.ratio(titles[best], title) >= _ALIKE:
                found[place] = best
                del titles[best]
    return found
