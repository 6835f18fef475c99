"""One search: a fast first page where much is found, then everything counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator, Iterable, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import islice, takewhile

from storage.search.evaluation import Evaluation
from storage.search.facets import Facets
from storage.search.gone import gone_notices
from storage.search.known import with_known
from storage.search.language import Leaf, Node, ParsedQuery, Term, wanted
from storage.search.language.fields import NUMBER
from storage.search.language.tree import terms
from storage.search.loose import loosened
from storage.search.matching import WHOLE
from storage.search.meant import meant
from storage.search.ranking import Ranking
from storage.search.showing import Showing
from storage.search.view import LibraryView
from storage.types import Facet, Query, QueryProblem, SearchResult

# So many notices are looked through at once; where more may be found, a first page is made of
# the most promising ones.
_FEW = 1200
_FEWEST = 400
_FIRST_PAGE = 20
# Ranked by all that tells; what comes behind is in the order of what was counted.
_RANKED_FULLY = 150
_RANKED_AT_FIRST = 40
_MOST_ABOUT = 200
_MOST_RANK_WORDS = 16
_LONGEST_CUT = 60
# …[2020]44号
_NUMBER_PARTS = re.compile(r"\D?(\d{4})\D{1,2}(\d{1,6})")


class Search:
    """A parsed query on its way through the notices."""

    def __init__(
        self, evaluation: Evaluation, query: Query, parsed: ParsedQuery, view: LibraryView
    ) -> None:
        """`evaluation` may know already what the terms of the query find."""
        universe = evaluation.universe
        self._universe = universe
        self._query = query
        self._view = view
        self._evaluation = evaluation
        self._facets = Facets(universe, query.chosen)
        self._families = universe.catalogue.families
        self._problems = parsed.problems
        self._showing: Showing | None = None
        self._scores: dict[int, float] = {}
        self._tree: Node | None = None
        self._leaves: list[Leaf] = []
        self._bound: Set[int] = frozenset()
        if parsed.tree is not None:
            tree = with_known(parsed.tree, universe.knows)
            self._tree, told = loosened(tree, self._evaluation)
            self._problems += told
            self._leaves = list(dict.fromkeys(wanted(self._tree)))
            self._bound = self._evaluation.bound(self._tree)

    def steps(self, limit: int) -> Generator[SearchResult, None, SearchResult]:
        """A first page, where there is more than that; then the complete answer."""
        if self._tree is None:
            return SearchResult(self._query.text, (), 0, 0, problems=self._problems)
        size = min(limit, _FIRST_PAGE)
        first: list[int] = []
        if len(self._bound) > _FEW:
            found = self._once(self._tree, self._likely(self._tree, size))
            hits = self._evaluation.hits(self._leaves, found)
            in_order = self._in_order(found, size, _RANKED_AT_FIRST)
            yield self._result(in_order, len(found), hits, complete=False)
            first = self._sure(in_order)
        found = self._evaluation.matches(self._tree, self._bound)
        kept = self._families.folded(self._facets.allowed(found))
        hits = self._evaluation.hits(self._leaves, kept)
        facets = self._facets.count(found)
        in_order = [*first, *self._in_order(kept.difference(first), limit, _RANKED_FULLY)]
        gone = gone_notices(self._tree, self._universe, self._view, limit)
        if not found:
            return replace(self._nothing(self._tree), gone=gone)
        if not first and len(kept) > size:
            yield self._result(in_order[:size], len(kept), hits, facets)
        whole = self._result(in_order[:limit], len(kept), hits, facets)
        return replace(whole, gone=gone)

    def found(self) -> Generator[None, None, tuple[list[str], tuple[QueryProblem, ...]]]:
        """The uuids of all that is shown, and the query's problems; a pause after each few."""
        found = set[int]()
        in_order = iter(sorted(self._bound))
        while self._tree is not None and (some := set(islice(in_order, _FEW))):
            found |= self._evaluation.matches(self._tree, some)
            yield
        uuids = self._universe.catalogue.uuids
        kept = self._families.folded(self._facets.allowed(found))
        return [uuids[number] for number in kept], self._problems

    def _nothing(self, tree: Node) -> SearchResult:
        """The answer to a query that finds nothing: perhaps something else was meant."""
        told = tuple(one for one in self._problems if one.key != "search-loosened")
        suggested = meant(self._query.text, tree, self._universe)
        return SearchResult(self._query.text, (), 0, 0, problems=told, meant=suggested)

    def _result(
        self,
        numbers: Sequence[int],
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
            tuple(showing.show(numbers, self._scores)),
            notices,
            hits,
            problems=self._problems,
            complete=complete,
            facets=facets,
        )

    # ---- the first page

    def _once(self, tree: Node, found: Set[int]) -> Set[int]:
        """Of versions the one that the complete answer has too: their others are looked at."""
        kin = self._families.kin(found) & self._bound
        others = self._evaluation.matches(tree, self._facets.allowed(kin)) if kin else kin
        return self._families.folded(found | others)

    def _likely(self, tree: Node, size: int) -> Set[int]:
        """What is found among the notices that are looked through first."""
        allowed = self._facets.allowed(self._bound)
        if self._query.sort == "relevance":
            return self._evaluation.matches(tree, self._promising(tree, allowed))
        found = set[int]()
        in_order = iter(self._sorted(allowed))
        while len(found) < size and (some := set(islice(in_order, _FEW // 4))):
            found |= self._evaluation.matches(tree, some)
        return found

    def _promising(self, tree: Node, allowed: Set[int]) -> set[int]:
        """Notices with the terms in their titles, and the youngest others.

        The more terms, the fewer notices: each term costs as much again.
        """
        most = max(_FEWEST, _FEW // max(1, len(list(terms(tree)))))
        catalogue = self._universe.catalogue
        age = catalogue.age
        entitled: Counter[int] = Counter()
        for leaf in self._leaves:
            if isinstance(leaf, Term):
                entitled.update(allowed & catalogue.titles.holding(leaf.text))
        youngest_first = sorted(entitled, key=age.__getitem__)
        best = sorted(youngest_first, key=entitled.__getitem__, reverse=True)
        chosen = set(best[: most // 2])
        chosen |= allowed & self._about.keys()
        youngest = filter((allowed - chosen).__contains__, catalogue.by_age)
        chosen.update(islice(youngest, max(0, most - len(chosen))))
        return chosen

    def _sure(self, in_order: Sequence[int]) -> list[int]:
        """The head of the page that stays where it is: no notice can hold the terms better."""
        if self._query.sort != "relevance":
            return list(in_order)
        best = WHOLE * len(self._leaves)
        ranking = self._ranking()
        return list(takewhile(lambda number: ranking.wholeness(number) == best, in_order))

    # ---- the order

    def _in_order(self, numbers: Set[int], most: int, fully: int) -> list[int]:
        """The first of these notices as the query wants them sorted, so many ranked `fully`.

        Their scores are kept.
        """
        if self._query.sort != "relevance":
            return self._sorted(numbers)[:most]
        ranking = self._ranking()
        roughly = ranking.rank_roughly(numbers, max(most, fully)) if len(numbers) > fully else []
        ranked = ranking.rank(roughly[:fully] or numbers, self._scores)
        self._scores |= ranked
        return [*ranked, *roughly[fully:]][:most]

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
            wanted_numbers = numbers if isinstance(numbers, Set) else set(numbers)
            return list(filter(wanted_numbers.__contains__, catalogue.by_age))
        column = catalogue.columns[NUMBER]
        keys = {text: _number_key(text) for text in map(column.__getitem__, numbers)}
        return sorted(numbers, key=lambda number: (keys[column[number]], catalogue.age[number]))


def _number_key(number: str) -> tuple[bool, str, int, int]:
    """Document numbers by agency, year and serial; notices without one last."""
    found = _NUMBER_PARTS.search(number)
    if found is None:
        return (not number, number, 0, 0)
    return (False, number[: found.start()], int(found[1]), int(found[2]))
