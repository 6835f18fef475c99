"""Finding words in the open notice: white space and width do not count."""

from __future__ import annotations

from storage.text import fold, squeeze, squeeze_with_offsets

Span = tuple[int, int]


class Finder:
    """Finds words in one text; the squeezed text is made once."""

    def __init__(self, text: str) -> None:
        self._squeezed = squeeze_with_offsets(text, folded=True)

    def spans(self, words: str) -> list[Span]:
        """Every place (start, end) of the words, in order, none over another."""
        wanted = fold(squeeze(words))
        found: list[Span] = []
        if not wanted:
            return found
        at = self._squeezed.text.find(wanted)
        while at >= 0:
            found.append(self._squeezed.source_span(at, at + len(wanted)))
            at = self._squeezed.text.find(wanted, at + len(wanted))
        return found


def nearest(spans: list[Span], offset: int) -> int:
    """The index of the first place at or behind an offset, else of the first; -1 of none."""
    for at, (start, _) in enumerate(spans):
        if start >= offset:
            return at
    return 0 if spans else -1
