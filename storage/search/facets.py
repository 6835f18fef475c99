"""Counts by year, gazette, issuer, section, genre and tag, each with all choices but its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from storage.search.universe import Universe
from storage.types import FACETS, Choice, Facet, FacetValue

# Joint issuers stand with this between them.
_JOINT = "、"
_MOST_VALUES = 300


class Facets:
    """The values of all notices, and what is chosen of them."""

    def __init__(self, universe: Universe, chosen: Iterable[Choice]) -> None:
        self._everything = universe.catalogue.everything
        self._families = universe.catalogue.families
        self._totals = universe.catalogue.totals
        self._columns: dict[str, Mapping[int, str]] = dict(universe.catalogue.shown)
        tags = universe.remarks.tags()
        numbers = universe.catalogue.numbers
        self._tags = {numbers[uuid]: given for uuid, given in tags.items() if uuid in numbers}
        self._chosen: dict[str, frozenset[str]] = {}
        for choice in chosen:
            if choice.values and choice.facet in FACETS:
                before = self._chosen.get(choice.facet, frozenset())
                self._chosen[choice.facet] = before | set(choice.values)

    def allowed(self, numbers: Set[int], but: str = "") -> set[int]:
        """The notices that have a chosen value of every facet, one facet left out if asked."""
        left = set(numbers)
        for facet, values in self._chosen.items():
            if facet != but:
                left = {number for number in left if values.intersection(self._of(facet, number))}
        return left

    def count(self, found: Set[int]) -> tuple[Facet, ...]:
        """All facets of what was found, before any choice."""
        chosen = self.allowed(found)
        together = list(self._families.together(chosen))
        facets: list[Facet] = []
        for facet in FACETS:
            if facet in self._chosen:
                others = self.allowed(found, facet)
                facets.append(self._counted(facet, others, self._families.together(others)))
            else:
                facets.append(self._counted(facet, chosen, together))
        return tuple(facets)

    def _counted(self, facet: str, numbers: Set[int], together: Iterable[Sequence[int]]) -> Facet:
        """Counts of one facet; `together` are those of the numbers that are one document."""
        if facet == "tag":
            tagged = self._tags.keys() & numbers
            counts = Counter(tag for number in tagged for tag in self._tags[number])
            if len(tagged) < len(numbers):
                counts[""] = len(numbers) - len(tagged)
        else:
            counts = self._values(facet, numbers)
            for joint in [value for value in counts if facet == "issuer" and _JOINT in value]:
                for one in set(joint.split(_JOINT)):
                    counts[one] += counts[joint]
                del counts[joint]
        for inside in together:
            # A document counts once for a value, as it is shown once where the value is chosen.
            seen: set[str] = set()
            for number in inside:
                values = set(self._of(facet, number))
                for value in values & seen:
                    counts[value] -= 1
                seen |= values
        chosen = self._chosen.get(facet, frozenset())
        for value in chosen:
            counts.setdefault(value, 0)
        if facet == "year":
            order = sorted(counts.items(), key=lambda one: one[0], reverse=True)
        else:
            order = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        told = [FacetValue(value, count, value in chosen) for value, count in order]
        return Facet(facet, tuple(told[:_MOST_VALUES]))

    def _values(self, facet: str, numbers: Set[int]) -> Counter[str]:
        """How often each value comes; of nearly all notices by those that are left out."""
        value_of = self._columns[facet].__getitem__
        if len(numbers) * 2 < len(self._everything):
            return Counter(map(value_of, numbers))
        return self._totals[facet] - Counter(map(value_of, self._everything - numbers))

    def _of(self, facet: str, number: int) -> Iterable[str]:
        """The values that a notice has of a facet, "" where it has none."""
        if facet == "tag":
            return self._tags.get(number, ("",))
        value = self._columns[facet][number]
        return value.split(_JOINT) if facet == "issuer" else (value,)
