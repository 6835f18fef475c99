"""Which character of a new text is which of the old one."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from storage.anchors.telling import Span

GONE = -1
MOST = 0.5
RUN = 4
"""Characters that must follow each other in both texts to count as kept: single common ones
(市, 的) are found again in any text."""


class Alignment:
    """The characters of two squeezed texts laid side by side, with as few edits as can be."""

    def __init__(self, old: str, new: str) -> None:
        self._places = _places(old, new)
        self._same = array(
            "l",
            (
                place if place >= 0 and new[place] == character else GONE
                for place, character in zip(self._places, old, strict=True)
            ),
        )
        self._kept = _sums(_in_runs(self._same))
        self._sources = array("l", [GONE]) * len(new)
        for at, place in enumerate(self._same):
            if place >= 0:
                self._sources[place] = at

    def unbroken(self, start: int, end: int) -> int | None:
        """Where an old span starts in the new text, whole and unchanged; else None."""
        first = self._same[start]
        if first < 0 or self._same[start:end] != array("l", range(first, first + end - start)):
            return None
        return first

    def share_kept(self, start: int, end: int) -> float:
        """The share of an old span's characters still there in runs of RUN; 1 for an empty span."""
        return (self._kept[end] - self._kept[start]) / (end - start) if end > start else 1.0

    def share_known(self, start: int, end: int, own: Span) -> float:
        """The share of a new span that the old text had, outside its span `own`; 1 if empty."""
        known = sum(
            source >= 0 and not own[0] <= source < own[1] for source in self._sources[start:end]
        )
        return known / (end - start) if end > start else 1.0

    def source(self, start: int, end: int, own: Span) -> Span | None:
        """The old span, outside `own`, that most of a new one comes from; None where none is."""
        if self.share_known(start, end, own) < MOST:
            return None
        known = [source for source in self._sources[start:end] if source >= 0]
        return known[0], known[-1] + 1

    def span(self, start: int, end: int) -> Span | None:
        """What became of an old span, changed or not; None where all of it is gone."""
        return _span(self._places, start, end)


@cache
def levenshtein() -> Any:
    """The comparing of texts; loaded late, as a library is opened without any comparing."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein


def _places(old: str, new: str) -> array[int]:
    """For each old character its place in the new text, or GONE."""
    places = array("l", [GONE]) * len(old)
    for step in levenshtein().opcodes(old, new, score_hint=len(old) // 10 + 100):
        if step.tag in ("equal", "replace"):
            places[step.src_start : step.src_end] = array(
                "l", range(step.dest_start, step.dest_end)
            )
    return places


def _in_runs(places: Sequence[int]) -> list[bool]:
    """For each old character whether it is kept, together with RUN or more in a row."""
    flags = [False] * len(places)
    start = 0
    for at in range(1, len(places) + 1):
        if at < len(places) and places[at] >= 0 and places[at] == places[at - 1] + 1:
            continue
        if at - start >= RUN and places[start] >= 0:
            flags[start:at] = [True] * (at - start)
        start = at
    return flags


def _sums(flags: Iterable[bool]) -> list[int]:
    return [0, *accumulate(flags)]


def aligned_span(old: str, new: str, start: int, end: int) -> Span | None:
    """What became of a span where `old` became `new`; None where all of it is gone."""
    return _span(_places(old, new), start, end)


def _span(places: array[int], start: int, end: int) -> Span | None:
    placed = [place for place in places[start:end] if place >= 0]
    return (placed[0], placed[-1] + 1) if placed else None
