"""Finding words in the page's text: as a rule white space, width and case do not count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from storage.text import Squeezed, fold, squeeze, squeeze_with_offsets

Span = tuple[int, int]


class Finder:
    """Finds words in one text; it is squeezed when words are first looked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _squeezed(self) -> Squeezed:
        return squeeze_with_offsets(self._text, folded=True)

    def spans(
        self, words: str, *, exact: bool = False, borders: Collection[int] | None = None
    ) -> list[Span]:
        """Every place (start, end) of the words, in order, none over another.

        `exact`: white space, width and case count. With `borders`, the places in the squeezed
        text where words begin and end, only whole words are found.
        """
        wanted = words if exact else fold(squeeze(words))
        found: list[Span] = []
        end = 0
        for at in _places(self._text if exact else self._squeezed.text, wanted):
            if at >= end and self._counts(at, at + len(wanted), borders, exact=exact):
                end = at + len(wanted)
                found.append((at, end) if exact else self._squeezed.source_span(at, end))
        return found

    def _counts(
        self, start: int, end: int, borders: Collection[int] | None, *, exact: bool
    ) -> bool:
        """Whether a place begins where a word begins and ends where one ends."""
        if borders is None:
            return True
        if exact:
            start = bisect_left(self._squeezed.offsets, start)
            end = bisect_left(self._squeezed.offsets, end)
        return start in borders and end in borders


def _places(text: str, wanted: str) -> Iterator[int]:
    """Every place of characters in a text, also those over one another."""
    at = text.find(wanted) if wanted.strip() else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def nearest(spans: list[Span], offset: int) -> int:
    """The index of the first place at or behind an offset, else of the first; -1 of none."""
    for at, (start, _) in enumerate(spans):
        if start >= offset:
            return at
    return 0 if spans else -1


def first_term(query: str, texts: Sequence[str]) -> str:
    """Of the words that a search found, those that stand first in its query; "" for none."""
    asked = fold(squeeze(query))
    plain = {squeeze(text): asked.find(fold(squeeze(text))) for text in texts}
    named = [text for text in plain if plain[text] >= 0]
    return min(named, key=lambda text: (plain[text], -len(text)), default=next(iter(plain), ""))
