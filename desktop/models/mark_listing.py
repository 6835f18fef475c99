"""The marks of a scope filtered, sorted and grouped; a few that change cost next to nothing.

Going through 20,000 marks takes some ten milliseconds, most of it waiting for memory. So each
step is kept, and an edit finds its places in them by bisection.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from desktop.models.mark_entries import MarkEntry
from desktop.models.mark_filter import MarkFilter
from desktop.models.mark_groups import (
    Group,
    by_place,
    group_keys,
    grouped,
    in_sequence,
    shown_order,
    sort_key,
)

_PLACE = sort_key("place")


class Listing:
    """What is listed of some entries; `entries` are all of them by place."""

    def __init__(self, entries: Iterable[MarkEntry] = ()) -> None:
        self.entries = by_place(entries)
        self.states = Counter(map(attrgetter("mark.state"), self.entries))
        self.shown = 0
        self._filter = MarkFilter()
        self._grouping, self._order, self._today = "none", "", ""
        self._sorted: list[MarkEntry] = []
        self._groups: dict[str, list[MarkEntry]] = {}

    def arrange(self, wanted: MarkFilter, grouping: str, order: str, today: str) -> None:
        """Filter, group and sort the entries; `today` is ISO 8601."""
        if order != self._order:
            self._sorted = list(self.entries)
            if order != "place":
                self._sorted.sort(key=sort_key(order))
        self._filter, self._grouping, self._order, self._today = wanted, grouping, order, today
        accepted = wanted.accepted(self._sorted, today)
        self.shown = len(accepted)
        self._groups = grouped(accepted, grouping)

    def replace(self, gone: Sequence[MarkEntry], come: Sequence[MarkEntry]) -> None:
        """Take some entries out and others in."""
        for entry in gone:
            self._remove(entry)
        for entry in come:
            self._insert(entry)

    @property
    def groups(self) -> list[Group]:
        """The groups as they are shown."""
        return [
            Group(key, shown_order(self._groups[key], self._order))
            for key in in_sequence(self._groups, self._grouping)
        ]

    def of_notice(self, notice: str, rank: int) -> list[MarkEntry]:
        """The entries of a notice, by place; `rank` is its own in reading order."""
        first = bisect_left(self.entries, (rank,), key=_PLACE)
        last = bisect_left(self.entries, (rank + 1,), key=_PLACE)
        return [entry for entry in self.entries[first:last] if entry.mark.notice == notice]

    def _remove(self, entry: MarkEntry) -> None:
        self.states[entry.mark.state] -= 1
        _take(self.entries, entry, _PLACE)
        key = sort_key(self._order)
        _take(self._sorted, entry, key)
        if self._filter.accepted([entry], self._today):
            self.shown -= 1
            for name in group_keys(entry, self._grouping):
                _take(self._groups[name], entry, key)

    def _insert(self, entry: MarkEntry) -> None:
        self.states[entry.mark.state] += 1
        insort(self.entries, entry, key=_PLACE)
        key = sort_key(self._order)
        insort(self._sorted, entry, key=key)
        if self._filter.accepted([entry], self._today):
            self.shown += 1
            for name in group_keys(entry, self._grouping):
                insort(self._groups.setdefault(name, []), entry, key=key)


def _take(entries: list[MarkEntry], entry: MarkEntry, key: Callable[[MarkEntry], Any]) -> None:
    at = bisect_left(entries, key(entry), key=key)
    while entries[at] is not entry:
        at += 1
    del entries[at]
