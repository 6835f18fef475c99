"""Where a query is quoted: "…", “…”, 「…」, 『…』."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Opening quotes, after folding, and what closes them.
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』"}
_STRAY = frozenset("”」』")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the query between two places; `fault` is "open" or "stray" where quotes are.

    A quoted piece is what stands between its quotes.
    """

    start: int
    end: int
    quoted: bool = False
    fault: str = ""


def pieces(folded: str) -> Iterator[Piece]:
    """Split a folded query at its quotes, in order; empty pieces outside quotes are left out."""
    at = plain = 0
    while at < len(folded):
        closing = _QUOTES.get(folded[at])
        if closing is None and folded[at] not in _STRAY:
            at += 1
            continue
        if at > plain:
            yield Piece(plain, at)
        if closing is None:
            yield Piece(at, at + 1, fault="stray")
        else:
            end = _closing_place(folded, at + 1, closing)
            inner = len(folded) if end < 0 else end
            yield Piece(at + 1, inner, quoted=True, fault="open" if end < 0 else "")
            at = inner
        at += 1
        plain = at
    if plain < len(folded):
        yield Piece(plain, len(folded))


def _closing_place(text: str, start: int, closing: str) -> int:
    """Where the quote closes; “…" and "…” are closed too. -1: nowhere."""
    place = text.find(closing, start)
    if place < 0 and closing in '"”':
        place = text.find('"' if closing == "”" else "”", start)
    return place
