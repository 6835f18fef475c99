"""Which notices a query's tree finds, how often, and how well."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from dataclasses import field as value_of

from storage.search.language import (
    And,
    Filled,
    Leaf,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Range,
    Term,
)
from storage.search.language.fields import ISSUE, MARK, NOTE, TAG, TITLE
from storage.search.layout import TITLE as TITLE_BLOCK
from storage.search.matching import COUNT, LIE, PART, Place, has_place, places_of, tally
from storage.search.nearness import places_near
from storage.search.remarks import RemarkHit
from storage.search.store import IndexedNotice
from storage.search.universe import Universe
from storage.search.words import Cuts

_REMARKS = (TAG, NOTE, MARK)


@dataclass(slots=True)
class Tally:
    """For each notice that has a leaf: places * COUNT + how the best of them lies.

    `looked` are the notices that were looked through, with what result ever.
    """

    found: dict[int, int] = value_of(default_factory=dict[int, int])
    looked: set[int] = value_of(default_factory=set[int])

    def put(self, number: int, count: int, lie: int) -> None:
        """Note what a notice has; nothing where it has no place."""
        if count:
            self.found[number] = count * COUNT + lie

    def count(self, number: int) -> int:
        """How many places a notice has."""
        return self.found.get(number, 0) // COUNT

    def lie(self, number: int) -> int:
        """How the best place of a notice lies; 0 where it has none."""
        return self.found.get(number, 0) & LIE


class Evaluation:
    """Evaluates a tree over some notices at a time; remembers what each leaf found."""

    def __init__(self, universe: Universe) -> None:
        self.universe = universe
        self.tallies: dict[Leaf, Tally] = {}
        # Of terms that must not be there: the notices that have them, and all looked through.
        self._had: dict[Term, tuple[set[int], set[int]]] = {}
        self._columned: dict[Term, Set[int]] = {}

    # ---- which notices

    def matches(self, node: Node, within: Set[int]) -> Set[int]:
        """The notices of `within` that the tree finds."""
        if isinstance(node, And):
            return self._all_of(node.parts, within)
        if isinstance(node, Or):
            return {number for part in node.parts for number in self.matches(part, within)}
        if isinstance(node, Not):
            return within - self._having(node.part, within)
        if isinstance(node, Near):
            return self._near(node, within)
        if isinstance(node, Loose):
            return self._loose(node, within)
        if isinstance(node, Term):
            return self._term(node, within)
        return self._by_field(node, within)

    def bound(self, node: Node) -> Set[int]:
        """Notices among which all must be that the tree finds; no text is read for it."""
        everything = self.universe.catalogue.everything
        if isinstance(node, And):
            together = self._together(node.parts)
            bounds = [self.bound(part) for part in node.parts if part not in together]
            if together:
                bounds.append(self.universe.proposed(together))
            return everything.intersection(*bounds)
        if isinstance(node, Or):
            return set[int]().union(*(self.bound(part) for part in node.parts))
        if isinstance(node, Near):
            alone = [choice[0] for choice in node.parts if len(choice) == 1]
            return self.universe.proposed(alone) if alone else everything
        if isinstance(node, Loose):
            return self.bound(node.term) | self.bound(And(node.words))
        if isinstance(node, Term):
            return self._term_bound(node)
        return everything if isinstance(node, Not) else self._by_field(node, everything)

    def _all_of(self, parts: Sequence[Node], within: Set[int]) -> Set[int]:
        """Cheap parts first; the terms of the text are proposed together."""
        together = self._together(parts)
        found = within
        if together:
            found = found & self.universe.proposed(together)
        for part in sorted(parts, key=_cost):
            if not found:
                break
            found = self.matches(part, found)
        return found

    def _together(self, parts: Sequence[Node]) -> list[Term]:
        """The terms among the parts that only a text can hold, so that pairs propose for all."""
        return [
            part
            for part in parts
            if isinstance(part, Term) and not part.field and not self.universe.remarked(part)
        ]

    def _term(self, term: Term, within: Set[int]) -> Set[int]:
        if term.field in _REMARKS:
            return within & self._remarked(term)
        if term.field == TITLE:
            return self._titled(term, within)
        if term.field:
            return self._in_column(term, within)
        known = self._tally_of(term)
        asked = self._term_bound(term) & within
        known.found.update(tally(term, self.universe.notices(asked - known.looked)))
        known.looked |= asked
        return (asked & known.found.keys()) | (asked & self._remarked(term))

    def _having(self, node: Node, within: Set[int]) -> Set[int]:
        """What `matches` gives, for where nobody asks how often: the first place is enough."""
        if not isinstance(node, Term) or node.field:
            return self.matches(node, within)
        known = self._tally_of(node)
        having, looked = self._had.setdefault(node, (set(), set()))
        asked = self._term_bound(node) & within
        unread = asked - known.looked - looked
        having.update(
            number for number, notice in self.universe.notices(unread) if has_place(node, notice)
        )
        looked |= unread
        return asked & (having | known.found.keys() | self._remarked(node))

    def _tally_of(self, term: Term) -> Tally:
        """What is known of a term: of a frequent one nearly all, from the start."""
        if term not in self.tallies:
            found, looked = self.universe.counted(term)
            if term.known:
                # As places_of says: places that take one character of a word are not enough.
                found = {number: told for number, told in found.items() if told & LIE >= PART}
            self.tallies[term] = Tally(found, looked)
        return self.tallies[term]

    def _term_bound(self, term: Term) -> Set[int]:
        if term.field in _REMARKS:
            return self._remarked(term)
        if term.field:
            return self._in_column(term, self.universe.catalogue.everything)
        return self.universe.proposed([term]) | self._remarked(term)

    def _remarked(self, term: Term) -> Set[int]:
        hits = self.universe.remarked(term)
        return self.universe.numbers_of({hit.mark.notice for hit in hits}) if hits else set()

    def _near(self, near: Near, within: Set[int]) -> Set[int]:
        known = self.tallies.setdefault(near, Tally())
        asked = self.bound(near) & within
        left = set(asked - known.looked)
        for choice in near.parts:
            left &= self._may_have(choice, left)
        for number, notice in self.universe.notices(left):
            places = places_near(near, notice)
            known.put(number, len(places), max((place[2] for place in places), default=0))
        known.looked |= asked
        return asked & known.found.keys()

    def _may_have(self, terms: Sequence[Term], within: Set[int]) -> set[int]:
        """The notices that may have one of the terms, by what is known without reading."""
        having = set[int]()
        for term in terms:
            told = self._tally_of(term)
            having |= (within & told.found.keys()) | (within - told.looked)
        return having

    def _loose(self, loose: Loose, within: Set[int]) -> Set[int]:
        whole = self.matches(loose.term, within)
        apart = self._all_of(loose.words, within) - whole
        known = self.tallies.setdefault(loose, Tally())
        of_term = self.tallies[loose.term]
        for number in whole:
            known.put(number, of_term.count(number), of_term.lie(number))
        for number in apart:
            known.put(number, sum(self.tallies[word].count(number) for word in loose.words), 0)
        return whole | apart

    def _by_field(self, node: Range | Filled, within: Set[int]) -> Set[int]:
        if isinstance(node, Filled) and node.field in _REMARKS:
            return within & self.universe.numbers_of(self.universe.remarks.filled(node.field))
        if isinstance(node, Filled):
            return self._where(node.field, bool, within)
        if node.field == ISSUE and "-" not in f"{node.low}{node.high}":
            return self._where(ISSUE, lambda value: node.holds(value[5:]), within)
        return self._where(node.field, node.holds, within)

    def _where(self, field: str, holds: Callable[[str], object], within: Set[int]) -> Set[int]:
        """The notices whose field holds something; each value is looked at once."""
        column = self.universe.catalogue.columns[field]
        values = {value for value in set(column.values()) if holds(value)}
        return {number for number in within if column[number] in values}

    def _in_column(self, term: Term, within: Set[int]) -> Set[int]:
        """The notices in whose field a term stands, wherever words begin and end."""
        if term not in self._columned:
            catalogue = self.universe.catalogue
            if term.pattern is not None:
                found = self._where(term.field, term.pattern.search, catalogue.everything)
            elif term.field == TITLE:
                found = catalogue.titles.holding(term.text)
            else:
                text = term.text
                found = self._where(term.field, lambda value: text in value, catalogue.everything)
            self._columned[term] = found
        return within & self._columned[term]

    def _titled(self, term: Term, within: Set[int]) -> Set[int]:
        known = self.tallies.setdefault(term, Tally())
        found = self._in_column(term, within)
        for number in found - known.looked:
            places = self._in_title(term, number)
            known.put(number, len(places), max((lie for _, _, lie in places), default=0))
        known.looked |= found
        return found & known.found.keys()

    def _in_title(self, term: Term, number: int) -> list[Place]:
        """A term's places in the title of a notice; that of an unindexed one is cut here."""
        catalogue = self.universe.catalogue
        title = catalogue.columns[TITLE][number]
        cuts = Cuts.of_lengths(catalogue.title_words.get(number, b""))
        if len(cuts.flags) != len(title) + 1:
            cuts = Cuts.of_words(self.universe.cut(title))
        return places_of(term, title, cuts)

    # ---- where, and how often

    def places(self, leaf: Leaf, notice: IndexedNotice) -> list[Place]:
        """The places of a leaf in a text; a title's term stands in the title's block only."""
        if isinstance(leaf, Near):
            return places_near(leaf, notice)
        if isinstance(leaf, Loose):
            whole = self.places(leaf.term, notice)
            return whole or sorted(
                {place for word in leaf.words for place in self.places(word, notice)}
            )
        if not leaf.field:
            return places_of(leaf, notice.text, notice.cuts)
        if leaf.field != TITLE:
            return []
        zones = list(notice.layout.zones(TITLE_BLOCK))
        return [
            place
            for place in places_of(leaf, notice.text, notice.cuts)
            if any(start <= place[0] and place[1] <= end for start, end, _ in zones)
        ]

    def hits(self, leaves: Sequence[Leaf], numbers: Set[int]) -> int:
        """How many places the leaves have in these notices, those of notes among them.

        Where two leaves may find the same place it is counted once.
        """
        self._look_everywhere(leaves, numbers)
        total = 0
        if _may_coincide(leaves):
            for _, notice in self.universe.notices(numbers):
                total += len({place[:2] for leaf in leaves for place in self.places(leaf, notice)})
        else:
            for leaf in leaves:
                found = self.tallies[leaf].found if leaf in self.tallies else {}
                total += sum(found[number] // COUNT for number in found.keys() & numbers)
        known = self.universe.catalogue.numbers
        for leaf in leaves:
            for hit in self.remark_hits(leaf):
                total += known.get(hit.mark.notice) in numbers
        return total

    def _look_everywhere(self, leaves: Sequence[Leaf], numbers: Set[int]) -> None:
        """Tally the terms also where an OR was content without them, as they are shown there."""
        for leaf in leaves:
            looked = self.tallies[leaf].looked if leaf in self.tallies else frozenset[int]()
            in_text = isinstance(leaf, Near) or (isinstance(leaf, Term) and not leaf.field)
            if in_text and not numbers <= looked:
                self.matches(leaf, numbers)

    def remark_hits(self, leaf: Leaf) -> list[RemarkHit]:
        """What of notes and tags a leaf finds."""
        if isinstance(leaf, Near):
            return []
        return self.universe.remarked(leaf.term if isinstance(leaf, Loose) else leaf)


def _cost(node: Node) -> int:
    """What to evaluate first: fields, then terms of the text, long ones before short ones."""
    if isinstance(node, Range | Filled):
        return 0
    if isinstance(node, Term):
        return 1 if node.field else 1000 - min(len(node.text), 900)
    return 2000


def _may_coincide(leaves: Sequence[Leaf]) -> bool:
    """Whether two leaves may have a place in common: the same text, or a pattern beside others."""
    if len(leaves) < 2:
        return False
    texts = [leaf.text for leaf in leaves if isinstance(leaf, Term) and leaf.pattern is None]
    return len(texts) < len(leaves) or len(set(texts)) < len(texts)
