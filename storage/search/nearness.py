"""Terms near each other: which of their places stand together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from storage.search.language import Near, Reach
from storage.search.matching import Place, holds, places_of
from storage.search.store import IndexedNotice


def places_near(near: Near, notice: IndexedNotice) -> list[Place]:
    """The places of the parts of `near` that stand together, in order; [] where none do."""
    text = notice.text
    if not all(any(holds(text, [term]) for term in choice) for choice in near.parts):
        return []
    parts: list[list[Place]] = []
    for choice in near.parts:
        found = [place for term in choice for place in places_of(term, text, notice.cuts)]
        if not found:
            return []
        parts.append(found if len(choice) == 1 else sorted(set(found)))
    if near.reach is Reach.CHARACTERS:
        return sorted(_within(parts, near.distance))
    return sorted(_in_one(parts, _stretches(near.reach, notice)))


def _stretches(reach: Reach, notice: IndexedNotice) -> Callable[[int], tuple[int, int]]:
    """The function that gives start and end of the stretch that holds a place."""
    layout = notice.layout
    if reach is Reach.SENTENCE:
        return lambda place: layout.sentence_around(place, notice.text)
    return layout.article_around if reach is Reach.ARTICLE else layout.block_around


def _in_one(
    parts: Sequence[Sequence[Place]], around: Callable[[int], tuple[int, int]]
) -> set[Place]:
    """Those of the stretches that hold a place of each part; the rarest part leads."""
    together: set[Place] = set()
    end = 0
    for place in min(parts, key=len):
        if place[0] < end:
            continue
        start, end = around(place[0])
        inside = [part[bisect_left(part, (start,)) : bisect_left(part, (end,))] for part in parts]
        if all(inside):
            together.update(*inside)
    return together


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
