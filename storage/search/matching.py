"""The places of a term in a squeezed, folded text."""

from __future__ import annotations

from storage.search.query import Kind, Term
from storage.search.words import Cuts

# How a place lies in the words of the text: 民政|局 is whole words, 市政 in 市政府 part of one
# word, 人社 in 人|社会 lies across a border and cuts a word.
WHOLE, PART, ACROSS = 2, 1, 0

# (start, end, one of WHOLE, PART, ACROSS)
Place = tuple[int, int, int]


def holds(text: str, terms: tuple[Term, ...]) -> bool:
    """Whether the text can hold all terms: quick, and never wrongly false."""
    return all(part in text for term in terms for part in term.must_hold)


def places_of(term: Term, text: str, cuts: Cuts) -> list[Place]:
    """Every place of a term, overlapping ones too: aa is twice in aaa.

    A word counts where a word of the text begins at its start or ends at its end.
    """
    if term.pattern is not None:
        return [(*found.span(), WHOLE) for found in term.pattern.finditer(text)]
    spans = _spans(term.text, text)
    if term.kind is Kind.LITERAL:
        return [(start, end, WHOLE) for start, end in spans]
    return [
        (start, end, _lie(start, end, cuts)) for start, end in spans if start in cuts or end in cuts
    ]


def _lie(start: int, end: int, cuts: Cuts) -> int:
    if start in cuts and end in cuts:
        return WHOLE
    return ACROSS if any(place in cuts for place in range(start + 1, end)) else PART


def _spans(part: str, text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    length = len(part)
    start = text.find(part)
    while start >= 0:
        spans.append((start, start + length))
        start = text.find(part, start + 1)
    return spans
