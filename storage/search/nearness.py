"""Terms near each other: which of their places stand together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from storage.search.language import Near, Reach
from storage.search.matching import Place, places_of
from storage.search.store import IndexedNotice


def places_near(near: Near, notice: IndexedNotice) -> list[Place]:
    """The places of the parts of `near` that stand together, in order; [] where none do."""
    parts: list[list[Place]] = []
    for choice in near.parts:
        found = {place for term in choice for place in places_of(term, notice.text, notice.cuts)}
        if not found:
            return []
        parts.append(sorted(found))
    if near.reach is Reach.CHARACTERS:
        together = _within(parts, near.distance)
    else:
        together = _in_one(parts, _borders(near.reach, notice))
    return sorted(together)


def _borders(reach: Reach, notice: IndexedNotice) -> list[int]:
    if reach is Reach.SENTENCE:
        return notice.layout.sentences(notice.text)
    return notice.layout.borders(articles=reach is Reach.ARTICLE)


def _in_one(parts: Sequence[Sequence[Place]], borders: Sequence[int]) -> set[Place]:
    """Those of the stretches that hold a place of each part."""
    first, *others = ({bisect_right(borders, start) for start, _, _ in places} for places in parts)
    common = first.intersection(*others)
    return {
        place for places in parts for place in places if bisect_right(borders, place[0]) in common
    }


def _within(parts: Sequence[Sequence[Place]], distance: int) -> set[Place]:
    """Those that stand so that nowhere between two neighbours more characters are left out."""
    together: set[Place] = set()
    merged = sorted((place, number) for number, places in enumerate(parts) for place in places)
    for first, (place, number) in enumerate(merged):
        met = {number: place}
        reached = place[1]
        for other, its_number in merged[first + 1 :]:
            if other[0] - reached > distance or len(met) == len(parts):
                break
            if its_number not in met and other[0] >= place[0]:
                met[its_number] = other
                reached = max(reached, other[1])
        if len(met) == len(parts):
            together.update(met.values())
    return together
