"""Which notices come first.

Notices that hold the terms as whole words come before those that hold them as parts of words,
and these before places that lie across the border of two words.
Among these: a hit in the title weighs more than one in a heading, that more than those in the
body; terms near each other weigh more than far ones; and of titles those count more that have
the rarer words and are short (whoosh).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from heapq import nsmallest

from storage.search.evaluation import Evaluation
from storage.search.language import Leaf, Term
from storage.search.layout import HEADING, Layout
from storage.search.layout import NUMBER as NUMBER_BLOCK
from storage.search.layout import TITLE as TITLE_BLOCK
from storage.search.matching import ACROSS, COUNT, LIE, PART, WHOLE, Place

# A notice's own number weighs like its title: it goes before those that cite it.
_ZONE_WEIGHT = {TITLE_BLOCK: 6.0, NUMBER_BLOCK: 6.0, HEADING: 2.5}
_LIE_WEIGHT = {WHOLE: 1.0, PART: 0.15, ACROSS: 0.03, 0: 0.0}
# More than all the rest together can be.
_TIER = 100.0
_NEAR_WEIGHT = 6.0
_NEAR_REACH = 12.0
_ABOUT_WEIGHT = 0.25
_ABOUT_CAP = 24.0
_ROUGH_MOST = 6.0
_SMALL = 1e-9
# Where more are asked for, or nearly all, sorting them is faster than picking them.
_PICKED = 1000
# Nearness is a matter of the first places; a word that is everywhere would cost time.
_MOST_PLACES = 80


class _Worth(dict[int, float]):
    """What a tallied number is worth by itself; remembered, since thousands are asked for."""

    def __missing__(self, told: int) -> float:
        lie = told & LIE
        strength = min(math.log2(1 + told // COUNT), _ROUGH_MOST)
        self[told] = worth = _TIER * lie + _LIE_WEIGHT[lie] * strength
        return worth


_WORTH = _Worth()


class Ranking:
    """Ranks what an evaluation found; `about` has the scores of whoosh."""

    def __init__(
        self, evaluation: Evaluation, leaves: Sequence[Leaf], about: Mapping[int, float]
    ) -> None:
        self._evaluation = evaluation
        self._leaves = leaves
        self._about = about
        self._catalogue = evaluation.universe.catalogue
        told = (evaluation.tallies.get(leaf) for leaf in leaves)
        self._tallies = [tally for tally in told if tally]

    def rank(self, numbers: Iterable[int], known: Mapping[int, float]) -> dict[int, float]:
        """Best first, by all that tells, with their scores; texts are read of those not `known`.

        Of equals the younger is first.
        """
        asked = set(numbers)
        scores = {number: known[number] for number in asked & known.keys()}
        for number, notice in self._evaluation.universe.notices(asked - known.keys()):
            places = [self._evaluation.places(leaf, notice) for leaf in self._leaves]
            score = _TIER * self.wholeness(number)
            score += _ABOUT_WEIGHT * min(self._about.get(number, 0.0), _ABOUT_CAP)
            score += sum(_strength(found, notice.layout) for found in places)
            score += _NEAR_WEIGHT * _nearness([found for found in places if found])
            scores[number] = score
        return {number: scores[number] for number in self._in_order(scores)}

    def rank_roughly(self, numbers: Set[int], most: int) -> list[int]:
        """The best of them by what is known without reading: where all is too much."""
        scores = dict.fromkeys(numbers, 0.0)
        in_title = _ZONE_WEIGHT[TITLE_BLOCK]
        for leaf in self._leaves:
            tally = self._evaluation.tallies.get(leaf)
            if tally is None:
                continue
            held = numbers & tally.found.keys()
            told = map(tally.found.__getitem__, held)
            for number, worth in zip(held, map(_WORTH.__getitem__, told), strict=True):
                scores[number] += worth
            if isinstance(leaf, Term):
                for number in self._catalogue.titles.holding(leaf.text) & held:
                    scores[number] += in_title
        return self._in_order(scores, most)

    def wholeness(self, number: int) -> int:
        """How the terms lie at their best places, added up."""
        return sum(tally.lie(number) for tally in self._tallies)

    def _in_order(self, scores: Mapping[int, float], most: int | None = None) -> list[int]:
        age = self._catalogue.age
        # An age is so small beside a score that it only decides between equals.
        keys = {number: age[number] * _SMALL - score for number, score in scores.items()}
        if most is not None and most < _PICKED < len(keys):
            return nsmallest(most, keys, key=keys.__getitem__)
        return sorted(keys, key=keys.__getitem__)[:most]


def _strength(places: Sequence[Place], layout: Layout) -> float:
    strength = math.log2(1 + sum(_LIE_WEIGHT[lie] for _, _, lie in places))
    best: dict[int, float] = {}
    for start, _, lie in places[:_MOST_PLACES]:
        kind = layout.kind_at(start)
        if kind in _ZONE_WEIGHT:
            best[kind] = max(best.get(kind, 0.0), _LIE_WEIGHT[lie])
    return strength + sum(_ZONE_WEIGHT[kind] * worth for kind, worth in best.items())


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
