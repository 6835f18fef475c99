"""How a query may go on: fields, bodies, document numbers, tags, and earlier queries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from storage.search.catalogue import Catalogue
from storage.search.language.fields import (
    GAZETTE,
    GENRE,
    ISSUER,
    MARK,
    NAMES,
    NUMBER,
    SECTION,
    STYLES,
    TAG,
    field_of,
)
from storage.search.remarks import Remarks
from storage.text import fold, squeeze
from storage.types import Completion

_LEAST = 2
# What stands before the cursor since the last blank, bracket or quote.
_LAST = re.compile(r"[^\s()（）\"“”「」『』]*$")
_NEEDS_QUOTES = re.compile(r"[\s()（）:：*?？]")


class Completer:
    """Knows the values of one library; made anew when these change."""

    def __init__(self, catalogue: Catalogue, remarks: Remarks) -> None:
        self._catalogue = catalogue
        self._remarks = remarks

    def knows(self, catalogue: Catalogue, remarks: Remarks) -> bool:
        """Whether its values are those of this catalogue and these remarks."""
        return self._catalogue is catalogue and self._remarks is remarks

    def complete(
        self, query: str, cursor: int, earlier: Iterable[str], limit: int
    ) -> list[Completion]:
        """At most so many completions of what stands before the cursor, the likeliest first."""
        before = query[:cursor]
        last = _LAST.search(before)
        start = last.start() if last else cursor
        typed = before[start:]
        name, colon, value = fold(typed).partition(":")
        found: list[Completion] = []
        if colon and (field := field_of(name)):
            start += len(name) + 1
            found += [
                Completion(_quoted(text), start, cursor, field)
                for text in self._values_of(field, squeeze(value))
            ]
        elif typed:
            found += [
                Completion(f"{shown}:", start, cursor, "field")
                for names in NAMES.values()
                for shown in names[:1]
                if any(known.startswith(fold(typed)) for known in names)
            ]
            if len(typed) >= _LEAST:
                found += [
                    Completion(_quoted(text), start, cursor, field)
                    for field in (ISSUER, NUMBER, TAG)
                    for text in self._values_of(field, squeeze(fold(typed)))
                ]
        shown = fold(before).strip()
        found += [
            Completion(one, 0, len(query), "earlier")
            for one in earlier
            if shown and fold(one).startswith(shown) and one != query
        ]
        return list({one.text: one for one in found}.values())[:limit]

    def _values_of(self, field: str, typed: str) -> Iterator[str]:
        """The values that begin with what was typed, then those that hold it."""
        values = self._values.get(field, ())
        folded = [(squeeze(fold(value)), value) for value in values]
        yield from (value for key, value in folded if key.startswith(typed))
        yield from (value for key, value in folded if typed in key[1:] and typed)

    @cached_property
    def _values(self) -> Mapping[str, Sequence[str]]:
        """The values of each field, the most frequent first."""
        shown = self._catalogue.shown
        tags = (tag for given in self._remarks.tags().values() for tag in given)
        issuers = (one for joint in shown[ISSUER].values() for one in joint.split("、") if one)
        return {
            ISSUER: _by_frequency(issuers),
            SECTION: _by_frequency(shown[SECTION].values()),
            GENRE: _by_frequency(shown[GENRE].values()),
            GAZETTE: _by_frequency(shown[GAZETTE].values()),
            NUMBER: _by_frequency(shown[NUMBER].values()),
            TAG: _by_frequency(tags),
            MARK: [name for name in STYLES if not name.endswith("色")],
        }


def _by_frequency(values: Iterable[str]) -> list[str]:
    return [value for value, _ in Counter(values).most_common() if value]


def _quoted(value: str) -> str:
    return f"“{value}”" if _NEEDS_QUOTES.search(value) else value
