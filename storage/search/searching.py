"""One search: a fast first page where much is found, then everything counted."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import islice, takewhile

from storage.search.evaluation import Evaluation
from storage.search.facets import Facets
from storage.search.language import Leaf, Node, ParsedQuery, Term, wanted
from storage.search.language.fields import NUMBER, TITLE
from storage.search.loose import loosened
from storage.search.matching import WHOLE
from storage.search.ranking import Ranked, Ranking
from storage.search.showing import Showing
from storage.search.universe import Universe
from storage.search.view import LibraryView
from storage.types import Facet, Query, SearchResult

# So many notices are looked through at once; where more may be found, a first page is made of
# the most promising ones.
_FEW = 1200
_FIRST_PAGE = 20
# Ranked by all that tells; what comes behind is in the order of what was counted.
_RANKED_FULLY = 150
_MOST_ABOUT = 200
_MOST_RANK_WORDS = 16
_LONGEST_CUT = 60
# …[2020]44号
_NUMBER_PARTS = re.compile(r"\D?(\d{4})\D{1,2}(\d{1,6})")


class Search:
    """A parsed query on its way through the notices."""

    def __init__(
        self, universe: Universe, query: Query, parsed: ParsedQuery, view: LibraryView
    ) -> None:
        self._universe = universe
        self._query = query
        self._view = view
        self._evaluation = Evaluation(universe)
        self._facets = Facets(universe, query.chosen)
        self._problems = parsed.problems
        self._showing: Showing | None = None
        self._tree: Node | None = None
        self._leaves: list[Leaf] = []
        self._bound: Set[int] = frozenset()
        if parsed.tree is not None:
            self._tree, told = loosened(parsed.tree, self._evaluation)
            self._problems += told
            self._leaves = list(dict.fromkeys(wanted(self._tree)))
            self._bound = self._evaluation.bound(self._tree)

    def steps(self, limit: int) -> Generator[SearchResult, None, SearchResult]:
        """A first page, where there is more than that; then the complete answer."""
        if self._tree is None:
            return SearchResult(self._query.text, (), 0, 0, problems=self._problems)
        size = min(limit, _FIRST_PAGE)
        first: list[Ranked] = []
        if len(self._bound) > _FEW:
            ranked, hits = self._likely(self._tree, size)
            yield self._result(ranked[:size], len(ranked), hits, complete=False)
            first = self._sure(ranked[:size])
        found = self._evaluation.matches(self._tree, self._bound)
        kept = self._facets.allowed(found)
        hits = sum(self._evaluation.hits(self._leaves, kept).values())
        facets = self._facets.count(found)
        ranked = self._in_order(kept, first)
        if not first and len(kept) > size:
            yield self._result(ranked[:size], len(kept), hits, facets)
        return self._result(ranked[:limit], len(kept), hits, facets)

    def _result(
        self,
        ranked: Sequence[Ranked],
        notices: int,
        hits: int,
        facets: tuple[Facet, ...] = (),
        *,
        complete: bool = True,
    ) -> SearchResult:
        showing = self._showing
        if showing is None:
            showing = self._showing = Showing(self._evaluation, self._leaves, self._view)
        return SearchResult(
            self._query.text,
            tuple(showing.show(ranked)),
            notices,
            hits,
            problems=self._problems,
            complete=complete,
            facets=facets,
        )

    # ---- the first page

    def _likely(self, tree: Node, size: int) -> tuple[list[Ranked], int]:
        """What is found among the notices that are looked through first, and its places."""
        allowed = self._facets.allowed(self._bound)
        found: Set[int] = set()
        if self._query.sort == "relevance":
            found = self._evaluation.matches(tree, self._promising(allowed))
        else:
            in_order = iter(self._sorted(allowed))
            while len(found) < size and (some := set(islice(in_order, _FEW // 4))):
                found = found | self._evaluation.matches(tree, some)
        hits = sum(self._evaluation.hits(self._leaves, found).values())
        return self._in_order(found, ()), hits

    def _promising(self, allowed: Set[int]) -> set[int]:
        """Notices with the terms in their titles, those about them, and the youngest others."""
        catalogue = self._universe.catalogue
        texts = [leaf.text for leaf in self._leaves if isinstance(leaf, Term)]
        titles = catalogue.columns[TITLE]
        age = catalogue.age
        entitled = {
            number: sum(text in titles[number] for text in texts)
            for number in allowed
            if any(text in titles[number] for text in texts)
        }
        best = sorted(entitled, key=lambda number: (-entitled[number], age[number]))
        chosen = set(best[: _FEW // 2])
        chosen |= allowed & self._about.keys()
        youngest = sorted(allowed, key=age.__getitem__)
        chosen.update(islice((n for n in youngest if n not in chosen), _FEW - len(chosen)))
        return chosen

    def _sure(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        """The head of the page that stays where it is: no notice can hold the terms better."""
        if self._query.sort != "relevance":
            return list(ranked)
        best = WHOLE * len(self._leaves)
        ranking = self._ranking()
        return list(takewhile(lambda one: ranking.wholeness(one.number) == best, ranked))

    # ---- the order

    def _in_order(self, numbers: Set[int], first: Sequence[Ranked]) -> list[Ranked]:
        """All these notices, with those at the head that stand there already."""
        ahead = {one.number for one in first}
        if self._query.sort == "relevance":
            return [*first, *self._by_relevance(numbers - ahead)]
        return [Ranked(number, 0.0) for number in self._sorted(numbers)]

    def _by_relevance(self, numbers: Set[int]) -> list[Ranked]:
        ranking = self._ranking()
        if len(numbers) <= _RANKED_FULLY:
            return ranking.rank(numbers)
        roughly = ranking.rank_roughly(numbers)
        fully = ranking.rank([one.number for one in roughly[:_RANKED_FULLY]])
        last = fully[-1].score
        return fully + [replace(one, score=min(one.score, last)) for one in roughly[_RANKED_FULLY:]]

    def _ranking(self) -> Ranking:
        return Ranking(self._evaluation, self._leaves, self._about)

    @cached_property
    def _about(self) -> dict[int, float]:
        """How well the terms' words fit the best titles, by whoosh."""
        cut = self._universe.lexicon.cut
        texts = [leaf.text for leaf in self._leaves if isinstance(leaf, Term) and not leaf.pattern]
        words = dict.fromkeys(word for text in texts for word in (text, *cut(text[:_LONGEST_CUT])))
        told = [word for word in words if len(word) > 1]
        return self._universe.title_scores(told[:_MOST_RANK_WORDS], _MOST_ABOUT)

    def _sorted(self, numbers: Iterable[int]) -> list[int]:
        catalogue = self._universe.catalogue
        if self._query.sort == "date":
            return sorted(numbers, key=catalogue.age.__getitem__)
        column = catalogue.columns[NUMBER]
        keys = {text: _number_key(text) for text in map(column.__getitem__, numbers)}
        return sorted(numbers, key=lambda number: (keys[column[number]], catalogue.age[number]))


def _number_key(number: str) -> tuple[bool, str, int, int]:
    """Document numbers by agency, year and serial; notices without one last."""
    found = _NUMBER_PARTS.search(number)
    if found is None:
        return (not number, number, 0, 0)
    return (False, number[: found.start()], int(found[1]), int(found[2]))
