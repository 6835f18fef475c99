"""All notices by number, with what they are filtered and counted by.

An indexed notice has the index's number, one that waits for it (pending) a number below 0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from storage.search.families import Families
from storage.search.language.fields import (
    ADDRESSEES,
    DATE,
    GAZETTE,
    GENRE,
    ISSUE,
    ISSUER,
    NUMBER,
    SECTION,
    TITLE,
    YEAR,
)
from storage.search.language.values import issue_value
from storage.search.store import Head
from storage.text import fold, squeeze
from storage.types import NoticeAttributes, StoredNotice

Column = dict[int, str]
_MOST_FOLDED = 300_000
_MOST_KNOWN = 64


class Titles:
    """All titles as one text: which notices have something in their title."""

    def __init__(self, titles: Column) -> None:
        self._numbers = list(titles)
        self._text = "\n".join(titles.values())
        self._starts = list(accumulate((len(title) + 1 for title in titles.values()), initial=0))
        self._known: dict[str, frozenset[int]] = {}

    def holding(self, text: str) -> frozenset[int]:
        """The notices in whose folded title a folded text stands; the last texts are remembered."""
        if text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = frozenset(self._look_for(text))
        return self._known[text]

    def _look_for(self, text: str) -> set[int]:
        found = set[int]()
        at = self._text.find(text) if text else -1
        while at >= 0:
            place = bisect_right(self._starts, at)
            found.add(self._numbers[place - 1])
            at = self._text.find(text, self._starts[place])
        return found


class Folded(dict[str, str]):
    """Texts squeezed and folded, each once: few issuers sign many notices."""

    def __missing__(self, text: str) -> str:
        if len(self) > _MOST_FOLDED:
            self.clear()
        self[text] = found = fold(squeeze(text))
        return found


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The notices of a library; `columns` maps a field to the folded values of all notices.

    `shown` has the values as they are written, of facets and document numbers.
    `title_words` are lengths (encoding.lengths_of), of indexed notices only; `age`
    numbers all notices from the youngest to the oldest and those without a date, `by_age` has
    them in this order. `families` are those that are one document; `totals` count what is shown.
    """

    uuids: dict[int, str]
    numbers: dict[str, int]
    columns: dict[str, Column]
    shown: dict[str, Column]
    title_words: dict[int, bytes]
    everything: frozenset[int]
    age: dict[int, int]
    families: Families
    by_age: list[int]
    titles: Titles
    totals: dict[str, Counter[str]]


def catalogue_of(
    heads: Iterable[Head],
    attributes: Iterable[NoticeAttributes],
    pending: Sequence[StoredNotice],
    deleted: Iterable[str],
    families: Iterable[Sequence[str]] = (),
    folded: Folded | None = None,
) -> Catalogue:
    """Put together what the index and the library know of each notice.

    `folded` remembers texts from one catalogue to the next.
    """
    left_out = {*deleted, *(stored.summary.uuid for stored in pending)}
    known = {one.uuid: one for one in attributes}
    pairs = [
        (head, one)
        for head in heads
        if (one := known.get(head.uuid)) is not None and head.uuid not in left_out
    ]
    waiting = [
        (Head(-place, stored.summary.uuid, b"", stored.notice.addressees or ""), one)
        for place, stored in enumerate(pending, start=1)
        if (one := known.get(stored.summary.uuid))
    ]
    return _catalogue([*pairs, *waiting], families, Folded() if folded is None else folded)


def _catalogue(
    pairs: Sequence[tuple[Head, NoticeAttributes]],
    families: Iterable[Sequence[str]],
    folded: Folded,
) -> Catalogue:
    uuids = {head.number: head.uuid for head, _ in pairs}
    # Few different texts stand in some columns: each is kept once.
    kept: dict[str, str] = {}

    def column(value_of: Callable[[NoticeAttributes], str]) -> Column:
        values = ((head.number, value_of(one)) for head, one in pairs)
        return {number: kept.setdefault(value, value) for number, value in values}

    columns: dict[str, Column] = {
        TITLE: {head.number: folded[one.title] for head, one in pairs},
        NUMBER: {head.number: folded[one.number] for head, one in pairs},
        ISSUER: {head.number: folded[one.issuer] for head, one in pairs},
        SECTION: {head.number: folded[one.section] for head, one in pairs},
        GENRE: {head.number: folded[one.genre] for head, one in pairs},
        GAZETTE: {head.number: folded[one.gazette] for head, one in pairs},
        ADDRESSEES: {head.number: folded[head.addressees] for head, _ in pairs},
        DATE: column(attrgetter("date")),
        YEAR: column(_year),
        ISSUE: column(_issue),
    }
    shown = {
        YEAR: columns[YEAR],
        GAZETTE: column(attrgetter("gazette")),
        ISSUER: column(attrgetter("issuer")),
        SECTION: column(attrgetter("section")),
        GENRE: column(attrgetter("genre")),
        NUMBER: {head.number: one.number for head, one in pairs},
    }
    numbers = {uuid: number for number, uuid in uuids.items()}
    by_age = _by_age(uuids, columns[DATE])
    return Catalogue(
        uuids,
        numbers,
        columns,
        shown,
        {head.number: head.title_words for head, _ in pairs if head.number > 0},
        frozenset(uuids),
        {number: age for age, number in enumerate(by_age)},
        Families(families, numbers),
        by_age,
        Titles(columns[TITLE]),
        {name: Counter(column.values()) for name, column in shown.items()},
    )


def _by_age(uuids: dict[int, str], dates: Column) -> list[int]:
    by_uuid = sorted(uuids, key=uuids.__getitem__)
    return sorted(by_uuid, key=dates.__getitem__, reverse=True)


def _year(one: NoticeAttributes) -> str:
    """The year of the date, else that of the issue."""
    return one.date[:4] or (str(one.year) if one.year else "")


def _issue(one: NoticeAttributes) -> str:
    """2024-002, or "" for what is no numbered issue."""
    return issue_value(one.year or 0, one.issue) if one.issue else ""
