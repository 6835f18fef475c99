"""The places of a term in a squeezed, folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from storage.search.language import Kind, Term
from storage.search.words import Cuts

if TYPE_CHECKING:
    from storage.search.store import IndexedNotice

# How a place lies in the words of the text: 民政|局 is whole words, 市政 in 市政府 part of one
# word, 市场监管 in 市场|监管局 too; 人社 in 人|社会 takes one character of a word only.
WHOLE, PART, ACROSS = 3, 2, 1

# (start, end, one of WHOLE, PART, ACROSS)
Place = tuple[int, int, int]
# What a notice has of a leaf in one number, for thousands are asked for at once: how many places
# times 4, and how the best of them lies (0 where that is not known).
Tallied = tuple[int, int]
COUNT, LIE = 4, 3


def holds(text: str, terms: Iterable[Term]) -> bool:
    """Whether the text can hold all terms: quick, and never wrongly false."""
    return all(part in text for term in terms for part in term.must_hold)


def places_of(term: Term, text: str, cuts: Cuts) -> list[Place]:
    """Every place of a term, overlapping ones too: aa is twice in aaa.

    A word counts where a word of the text begins at its start or ends at its end. A known one
    has no place at all where each takes only one character of the word at its other end (人社
    in 人|社会): a notice is not found by such places alone.
    """
    if term.kind is Kind.LITERAL:
        return [(start, end, WHOLE) for start, end in spans_of(term.text, text)]
    if term.kind is Kind.NUMBER and term.pattern is not None:
        return [(*found.span(), WHOLE) for found in term.pattern.finditer(text)]
    if term.pattern is not None:
        # Looking for single characters is many times as fast as for a pattern.
        if not holds(text, (term,)):
            return []
        spans = [found.span() for found in term.pattern.finditer(text)]
    else:
        spans = spans_of(term.text, text)
    places = [(start, end, lie) for start, end in spans if (lie := lie_of(start, end, cuts.flags))]
    if term.known and all(lie == ACROSS for _, _, lie in places):
        return []
    return places


def tally(term: Term, notices: Iterable[tuple[int, IndexedNotice]]) -> Iterator[Tallied]:
    """(number of the notice, places * COUNT + how the best lies) of each notice that has any.

    The same as counting `places_of`, and several times as fast.
    """
    if term.kind is Kind.WORD:
        yield from _tally_word(term, notices)
        return
    if term.kind is Kind.LITERAL and not _overlaps_itself(term.text):
        for number, notice in notices:
            count = notice.text.count(term.text)
            if count:
                yield number, count * COUNT + WHOLE
        return
    for number, notice in notices:
        places = places_of(term, notice.text, notice.cuts)
        if places:
            yield number, len(places) * COUNT + max(lie for _, _, lie in places)


def has_place(term: Term, notice: IndexedNotice) -> bool:
    """Whether a notice has any place of a term: looks no further than the first that is enough."""
    if term.kind is not Kind.WORD:
        return bool(places_of(term, notice.text, notice.cuts))
    find, length, flags = notice.text.find, len(term.text), notice.cuts.flags
    least = PART if term.known else ACROSS
    start = find(term.text)
    while start >= 0:
        if lie_of(start, start + length, flags) >= least:
            return True
        start = find(term.text, start + 1)
    return False


def _tally_word(term: Term, notices: Iterable[tuple[int, IndexedNotice]]) -> Iterator[Tallied]:
    word, length = term.text, len(term.text)
    least = PART if term.known else ACROSS
    for number, notice in notices:
        find = notice.text.find
        start = find(word)
        if start < 0:
            continue
        flags = notice.cuts.flags
        count = best = 0
        while start >= 0:
            if flags[start]:
                count += 1
                if best < WHOLE:
                    best = max(best, lie_of(start, start + length, flags))
            elif flags[start + length]:
                count += 1
                if best < PART:
                    best = lie_of(start, start + length, flags)
            start = find(word, start + 1)
        if best >= least:
            yield number, count * COUNT + best


def lie_of(start: int, end: int, flags: bytes) -> int:
    """How a place lies; 0 where no word begins at its start and none ends at its end."""
    begins, ends = flags[start], flags[end]
    if begins and ends:
        return WHOLE
    if not (begins or ends):
        return 0
    return ACROSS if end - start > 1 and flags[end - 1 if begins else start + 1] else PART


def _overlaps_itself(text: str) -> bool:
    return any(text.startswith(text[at:]) for at in range(1, len(text)))


def spans_of(part: str, text: str) -> list[tuple[int, int]]:
    """Where a string stands in a text, overlapping places too."""
    spans: list[tuple[int, int]] = []
    length = len(part)
    start = text.find(part)
    while start >= 0:
        spans.append((start, start + length))
        start = text.find(part, start + 1)
    return spans
