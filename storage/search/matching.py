"""The places of a term in a squeezed, folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from storage.search.language import Kind, Term
from storage.search.words import Cuts

if TYPE_CHECKING:
    from storage.search.store import IndexedNotice

# How a place lies in the words of the text: 民政|局 is whole words, 市政 in 市政府 part of one
# word, 人社 in 人|社会 lies across a border and cuts a word.
WHOLE, PART, ACROSS = 3, 2, 1

# (start, end, one of WHOLE, PART, ACROSS)
Place = tuple[int, int, int]
# (number of the notice, how many places, how the best of them lies)
Tallied = tuple[int, int, int]


def holds(text: str, terms: Iterable[Term]) -> bool:
    """Whether the text can hold all terms: quick, and never wrongly false."""
    return all(part in text for term in terms for part in term.must_hold)


def places_of(term: Term, text: str, cuts: Cuts) -> list[Place]:
    """Every place of a term, overlapping ones too: aa is twice in aaa.

    A word counts where a word of the text begins at its start or ends at its end.
    """
    if term.kind is Kind.LITERAL:
        return [(start, end, WHOLE) for start, end in _spans(term.text, text)]
    if term.kind is Kind.NUMBER and term.pattern is not None:
        return [(*found.span(), WHOLE) for found in term.pattern.finditer(text)]
    if term.pattern is not None:
        spans = [found.span() for found in term.pattern.finditer(text)]
    else:
        spans = _spans(term.text, text)
    return [(start, end, lie) for start, end in spans if (lie := _lie(start, end, cuts.bits))]


def tally(term: Term, notices: Iterable[tuple[int, IndexedNotice]]) -> Iterator[Tallied]:
    """(number, how many places, how the best of them lies) of each notice that has any.

    The same as counting `places_of`, and several times as fast.
    """
    if term.kind is Kind.WORD:
        yield from _tally_word(term.text, notices)
        return
    if term.kind is Kind.LITERAL and not _overlaps_itself(term.text):
        for number, notice in notices:
            count = notice.text.count(term.text)
            if count:
                yield number, count, WHOLE
        return
    for number, notice in notices:
        places = places_of(term, notice.text, notice.cuts)
        if places:
            yield number, len(places), max(lie for _, _, lie in places)


def _tally_word(word: str, notices: Iterable[tuple[int, IndexedNotice]]) -> Iterator[Tallied]:
    length = len(word)
    for number, notice in notices:
        text = notice.text
        start = text.find(word)
        if start < 0:
            continue
        count = best = 0
        bits, find = notice.cuts.bits, text.find
        while start >= 0:
            end = start + length
            if bits[start >> 3] >> (start & 7) & 1:
                count += 1
                if best < WHOLE:
                    best = max(best, _lie(start, end, bits))
            elif bits[end >> 3] >> (end & 7) & 1:
                count += 1
                if best < PART:
                    best = _lie(start, end, bits)
            start = find(word, start + 1)
        if count:
            yield number, count, best


def _lie(start: int, end: int, bits: bytes) -> int:
    """How a place lies; 0 where no word begins at its start and none ends at its end."""
    begins = bits[start >> 3] >> (start & 7) & 1
    ends = bits[end >> 3] >> (end & 7) & 1
    if begins and ends:
        return WHOLE
    if not (begins or ends):
        return 0
    inner = range(start + 1, end)
    return ACROSS if any(bits[place >> 3] >> (place & 7) & 1 for place in inner) else PART


def _overlaps_itself(text: str) -> bool:
    return any(text.startswith(text[at:]) for at in range(1, len(text)))


def _spans(part: str, text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    length = len(part)
    start = text.find(part)
    while start >= 0:
        spans.append((start, start + length))
        start = text.find(part, start + 1)
    return spans
