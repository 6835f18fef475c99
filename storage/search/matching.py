"""The places of a term in a squeezed, folded text."""

from __future__ import annotations

from storage.search.query import Kind, Term
from storage.search.words import Cuts

# (start, end, whole): whole where a word begins at the start and a word ends at the end.
Place = tuple[int, int, bool]


def holds(text: str, terms: tuple[Term, ...]) -> bool:
    """Whether the text can hold all terms: quick, and never wrongly false."""
    return all(part in text for term in terms for part in term.must_hold)


def places_of(term: Term, text: str, cuts: Cuts) -> list[Place]:
    """Every place of a term, overlapping ones too: aa is twice in aaa.

    A word counts where a word of the text begins at its start or ends at its end.
    """
    if term.pattern is not None:
        return [(*found.span(), True) for found in term.pattern.finditer(text)]
    if term.kind is Kind.LITERAL:
        return [(start, end, True) for start, end in _spans(term.text, text)]
    return [
        (start, end, begins and ends)
        for start, end in _spans(term.text, text)
        if (begins := start in cuts) | (ends := end in cuts)
    ]


def _spans(part: str, text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    length = len(part)
    start = text.find(part)
    while start >= 0:
        spans.append((start, start + length))
        start = text.find(part, start + 1)
    return spans
