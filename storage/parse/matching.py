"""Which entry of the table of contents belongs to which notice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from storage.parse.characters import key_of
from storage.parse.contents import Contents
from storage.parse.draft import Draft
from storage.parse.names import genre_of, issuer_in

_ALIKE = 86


def match_contents(drafts: Sequence[Draft], contents: Contents) -> None:
    """Find each notice's entry.

    By the number where both have one; else by the title, where an order goes by the title of what
    it enacts, too.
    """
    free = set(range(len(contents.entries)))
    numbers = _numbers(contents)
    ranges = [number for number in numbers if _RANGE.match(number)]
    for draft in drafts:
        draft.entry = _by_number(draft, numbers, ranges, free)
        free.discard(-1 if draft.entry is None else draft.entry)
    titles = {index: key_of(contents.entries[index].title) for index in free}
    for draft in drafts:
        if draft.entry is not None or not titles:
            continue
        best, likeness = _by_title(draft, titles)
        if likeness >= _ALIKE:
            draft.entry = best
            del titles[best]


def _numbers(contents: Contents) -> dict[str, list[int]]:
    """The entries that print a number, by its key, the last of each first."""
    found: dict[str, list[int]] = {}
    for index in reversed(range(len(contents.entries))):
        number = contents.entries[index].number
        if number:
            found.setdefault(key_of(number), []).append(index)
    return found


def _by_number(
    draft: Draft, numbers: dict[str, list[int]], ranges: Sequence[str], free: set[int]
) -> int | None:
    """The first free entry with the notice's number, or with a range of numbers around it."""
    if not draft.number:
        return None
    number = key_of(draft.number)
    several = [key for key in ranges if _in_range(number, key)]
    fitting: list[int] = []
    for key in (number, *several):
        indexes = numbers.get(key, [])
        while indexes and indexes[-1] not in free:
            indexes.pop()
        fitting += indexes[-1:]
    return min(fitting, default=None)


# 某政任[2023]25-27号
_RANGE = re.compile(r"^(.*\])([0-9]{1,4})[-至~]([0-9]{1,4})号$")
_COUNT = re.compile(r"^(.*\])([0-9]{1,4})号$")


def _in_range(number: str, entry: str) -> bool:
    """The entry names several numbers at once, and the first of them is this one."""
    several, one = _RANGE.match(entry), _COUNT.match(number)
    if several is None or one is None or several.group(1) != one.group(1):
        return False
    return int(several.group(2)) <= int(one.group(2)) <= int(several.group(3))


def _by_title(draft: Draft, titles: dict[int, str]) -> tuple[int, float]:
    """The entry whose title is most like the notice's, and how like it is (0 to 100)."""
    names = [key_of(draft.title)]
    length = issuer_in(names[0])
    if length:
        names.append(names[0][length:])
    if genre_of(names[0]) in ("令", "公告") and draft.parts:
        names.append(key_of(draft.parts[0].title))
    scores = {
        index: max(fuzz.ratio(title, name, score_cutoff=_ALIKE) for name in names)
        for index, title in titles.items()
    }
    best = max(scores, key=lambda index: scores[index])
    return best, scores[best]
