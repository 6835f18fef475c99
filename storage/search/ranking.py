"""Which notices come first.

Notices that hold the terms as whole words come before those that hold them as parts of words,
and these before places that lie across the border of two words.
Among these: a hit in the title weighs more than one in a heading, that more than those in the
body; terms near each other weigh more than far ones; and a notice that is about the terms
(whoosh: rare words in title, headings and key words) more than one that only names them.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.search.matching import ACROSS, PART, WHOLE, Place
from storage.search.prepare import HEADING, TITLE, Zone

_ZONE_WEIGHT = {TITLE: 6.0, HEADING: 2.5}
_LIE_WEIGHT = {WHOLE: 1.0, PART: 0.15, ACROSS: 0.03}
# More than all the rest together can be.
_TIER = 100.0
_NEAR_WEIGHT = 6.0
_NEAR_REACH = 12.0
_ABOUT_WEIGHT = 0.25
_ABOUT_CAP = 24.0
# Nearness is a matter of the first places; a word that is everywhere would cost time.
_MOST_PLACES = 300


@dataclass(slots=True)
class Candidate:
    """A notice that holds all terms, and what its rank is made of.

    `wholeness` adds up how each term lies at its best place (WHOLE, PART, ACROSS).
    """

    uuid: str
    date: str
    hits: int
    strength: float
    wholeness: int
    nearness: float
    score: float = field(default=0.0)


def weigh(
    uuid: str, date: str, places: Sequence[Sequence[Place]], zones: tuple[Zone, ...]
) -> Candidate:
    """Weigh a notice by the places of each term."""
    spans = {(start, end) for term in places for start, end, _ in term} if len(places) > 1 else ()
    return Candidate(
        uuid=uuid,
        date=date,
        hits=len(spans) or len(places[0]),
        strength=sum(_strength(term, zones) for term in places),
        wholeness=sum(max(lie for _, _, lie in term) for term in places),
        nearness=_nearness(places),
    )


def _strength(places: Sequence[Place], zones: tuple[Zone, ...]) -> float:
    strength = math.log2(1 + sum(_LIE_WEIGHT[lie] for _, _, lie in places))
    best: dict[int, float] = {}
    for zone in zones:
        at = bisect_left(places, (zone.start, 0, 0))
        while at < len(places) and places[at][0] < zone.end:
            best[zone.rank] = max(best.get(zone.rank, 0.0), _LIE_WEIGHT[places[at][2]])
            at += 1
    return strength + sum(_ZONE_WEIGHT[rank] * worth for rank, worth in best.items())


def _nearness(places: Sequence[Sequence[Place]]) -> float:
    """1 where all terms stand side by side, towards 0 the farther apart; 0 for one term."""
    if len(places) < 2:
        return 0.0
    merged = sorted(
        (start, end, number)
        for number, term in enumerate(places)
        for start, end, _ in term[:_MOST_PLACES]
    )
    tightest = math.inf
    last: dict[int, tuple[int, int]] = {}
    for start, end, number in merged:
        last[number] = (start, end)
        if len(last) == len(places):
            width = max(end for _, end in last.values()) - min(start for start, _ in last.values())
            tightest = min(tightest, width)
    covered = sum(term[0][1] - term[0][0] for term in places)
    return 1.0 / (1.0 + max(0.0, tightest - covered) / _NEAR_REACH)


def rank(candidates: Sequence[Candidate], about: dict[str, float]) -> list[Candidate]:
    """Best first; `about` has the scores of whoosh by uuid. Of equals the younger comes first."""
    for one in candidates:
        one.score = (
            _TIER * one.wholeness
            + one.strength
            + _NEAR_WEIGHT * one.nearness
            + _ABOUT_WEIGHT * min(about.get(one.uuid, 0.0), _ABOUT_CAP)
        )
    in_order = sorted(candidates, key=lambda one: one.uuid)
    in_order.sort(key=lambda one: one.date, reverse=True)
    in_order.sort(key=lambda one: one.score, reverse=True)
    return in_order
