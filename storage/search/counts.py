"""What is counted of the frequent terms in all notices of an index, in memory."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from storage.search.frequent import TO_READ, FrequentTerms

_MOST_COLUMNS = 100
# 1 where a term has no place, and where the text has to be read.
_ABSENT = bytes([1]) + bytes(255)
_UNTOLD = bytes(TO_READ) + bytes([1])


class FrequentCounts:
    """What has been counted of the notices of an index, in memory; it only grows.

    Rows of notices that are gone stay: what is asked for is always narrowed to those there.
    """

    def __init__(self, terms: FrequentTerms) -> None:
        self.terms = terms
        self._numbers: list[int] = []
        self._rows = b""
        self._columns: dict[int, bytes] = {}

    @property
    def last(self) -> int:
        """The highest number there is; 0 for none."""
        return self._numbers[-1] if self._numbers else 0

    def add(self, rows: Iterable[tuple[int, bytes]]) -> None:
        """Add what notices have, in the order of their numbers, which are higher than the last.

        Raises ValueError for a row of another number of terms.
        """
        numbers: list[int] = []
        new = bytearray()
        for number, row in rows:
            if len(row) != len(self.terms.terms):
                raise ValueError(f"counts of {number}")
            numbers.append(number)
            new += row
        if numbers:
            self._numbers += numbers
            # In bytes, since a bytearray keeps an eighth more: megabytes in a large library.
            self._rows += new
            self._columns.clear()

    def tallied(self, text: str, *, literal: bool) -> tuple[dict[int, int], set[int]]:
        """What each notice has of a term, where it has any, and the notices that are told.

        The others are to be read. Nothing is told of a text that is no frequent term.
        """
        if text not in self.terms:
            return {}, set()
        column = self._column(self.terms.column(text))
        told = list(map(self.terms.tallies(literal=literal).__getitem__, column))
        found = dict(compress(zip(self._numbers, told, strict=True), told))
        unsure = compress(self._numbers, column.translate(_UNTOLD)) if TO_READ in column else ()
        return found, set(self._numbers).difference(unsure)

    def lacking(self, texts: Iterable[str]) -> set[int]:
        """The notices of which is known that they do not hold all texts."""
        lacks = 0
        needed = dict.fromkeys(at for text in texts for at in self.terms.columns_needed(text))
        for at in needed:
            lacks |= int.from_bytes(self._column(at).translate(_ABSENT), "big")
        if not lacks:
            return set()
        return set(compress(self._numbers, lacks.to_bytes(len(self._numbers), "big")))

    def _column(self, at: int) -> bytes:
        if at not in self._columns:
            if len(self._columns) >= _MOST_COLUMNS:
                self._columns.clear()
            self._columns[at] = self._rows[at :: len(self.terms.terms)]
        return self._columns[at]
