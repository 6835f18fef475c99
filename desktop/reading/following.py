"""Where the characters of a page stand after its text has changed."""

from __future__ import annotations

_AROUND = 16
"""Characters by which a place is known among changed ones."""


class Following:
    """The way from the offsets of a text to those of what became of it."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._first = _same(old, new, min(len(old), len(new)))
        most = min(len(old), len(new)) - self._first
        self._last = _same(old[::-1], new[::-1], most)

    def place(self, offset: int) -> int:
        """Where a character stands now; one that is gone: the nearest place."""
        if offset < self._first:
            return offset
        if offset >= len(self._old) - self._last:
            return offset + len(self._new) - len(self._old)
        known = self._old[offset : offset + _AROUND]
        likely = min(offset, len(self._new))
        behind, before = self._new.find(known, likely), self._new.rfind(known, 0, likely)
        found = [place for place in (behind, before) if place >= 0]
        return min(found, key=lambda place: abs(place - likely), default=likely)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words stand now, None where they read otherwise."""
        at = self.place(start)
        words = self._old[start:end]
        return (at, at + len(words)) if self._new.startswith(words, at) else None


def _same(one: str, other: str, most: int) -> int:
    """How many characters two texts have in common from their start, `most` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
