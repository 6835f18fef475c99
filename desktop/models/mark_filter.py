"""Which marks the panel lists: criteria that combine, each of them taken away by itself."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from desktop.models.mark_entries import MarkEntry
from storage.text import fold

KINDS = ("highlight", "underline", "note", "bookmark")
COLOURS = ("yellow", "green", "blue", "red", "purple")
MADE = ("today", "week", "month", "range")
DUE = ("open", "overdue", "done")
DOUBTFUL = ("check", "unplaced")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """What a mark must be to be listed; empty criteria ask for nothing.

    Of several colours, kinds, gazettes, issuers or states one must fit, of several tags each.
    `words` are separated by blanks, each must stand in quote, note or tags. `made` is one of
    MADE, with "range" from the day `first` to the day `last` (ISO 8601, "" for open); `due` is
    one of DUE: "open" is not ticked off, "overdue" open and its day past, "done" ticked off.
    """

    words: str = ""
    colours: frozenset[str] = _NONE
    kinds: frozenset[str] = _NONE
    tags: frozenset[str] = _NONE
    gazettes: frozenset[str] = _NONE
    issuers: frozenset[str] = _NONE
    states: frozenset[str] = _NONE
    with_note: bool = False
    made: str = ""
    first: str = ""
    last: str = ""
    due: str = ""

    def __bool__(self) -> bool:
        return self != MarkFilter(first=self.first, last=self.last)

    def active(self) -> list[tuple[str, str]]:
        """The criteria that are on as (name, value), in a fixed order."""
        found: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, frozenset):
                found += [(field.name, one) for one in sorted(value)]
            elif value is True:
                found.append((field.name, ""))
            elif value and field.name not in ("first", "last"):
                found.append((field.name, str(value)))
        return found

    def without(self, name: str, value: str) -> MarkFilter:
        """The filter without one of its criteria, as `active` names it."""
        known = getattr(self, name)
        if isinstance(known, frozenset):
            return replace(self, **{name: known - {value}})
        return replace(self, **{name: type(known)()})

    def toggled(self, name: str, value: str) -> MarkFilter:
        """The filter with a value added to a set of values, or taken out where it is in."""
        return replace(self, **{name: getattr(self, name) ^ {value}})

    def accepted(self, entries: list[MarkEntry], today: str) -> list[MarkEntry]:
        """Those of the entries that fit, in their order; `today` is ISO 8601."""
        return self._by_time(self._by_words(self._by_kind(entries)), today)

    def _by_kind(self, left: list[MarkEntry]) -> list[MarkEntry]:
        if self.colours:
            left = [one for one in left if one.style in self.colours]
        if self.kinds:
            left = [one for one in left if one.kind in self.kinds]
        if self.states:
            left = [one for one in left if one.mark.state in self.states]
        if self.gazettes:
            left = [one for one in left if one.notice.gazette in self.gazettes]
        if self.issuers:
            left = [one for one in left if one.notice.issuer in self.issuers]
        return left

    def _by_words(self, left: list[MarkEntry]) -> list[MarkEntry]:
        if self.with_note:
            left = [one for one in left if one.note]
        if self.tags:
            left = [one for one in left if self.tags.issubset(one.mark.tags)]
        for word in fold(self.words).split():
            left = [one for one in left if word in one.words]
        return left

    def _by_time(self, left: list[MarkEntry], today: str) -> list[MarkEntry]:
        if self.made:
            first, last = self.days(today)
            left = [one for one in left if first <= one.day <= last]
        if self.due == "done":
            left = [one for one in left if one.mark.done]
        elif self.due == "overdue":
            left = [one for one in left if one.is_overdue(today)]
        elif self.due == "open":
            left = [one for one in left if one.mark.due and not one.mark.done]
        return left

    def days(self, today: str) -> tuple[str, str]:
        """The first and last day of marking that fit (ISO 8601)."""
        if self.made == "week":
            return (datetime.date.fromisoformat(today) - datetime.timedelta(6)).isoformat(), today
        if self.made == "month":
            return today[:8] + "01", today
        if self.made == "range":
            return self.first, self.last or "9999-12-31"
        return today, today


@dataclass(frozen=True, slots=True)
class Facets:
    """What there is to choose from, each value with the number of its marks, by name."""

    tags: dict[str, int]
    gazettes: dict[str, int]
    issuers: dict[str, int]


def facets(entries: Iterable[MarkEntry]) -> Facets:
    """What the entries can be filtered by."""
    tags: Counter[str] = Counter()
    gazettes: Counter[str] = Counter()
    issuers: Counter[str] = Counter()
    for entry in entries:
        tags.update(entry.mark.tags)
        gazettes[entry.notice.gazette] += 1
        issuers[entry.notice.issuer] += 1
    issuers.pop("", None)
    return Facets(*(dict(sorted(counts.items())) for counts in (tags, gazettes, issuers)))
