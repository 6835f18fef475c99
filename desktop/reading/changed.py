"""The words of a page that were put by hand: a reader sees what the source does not say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.reading.sheet import Sheet
from storage.types import ChangedWords


class ChangedPlaces:
    """Those of one page, in its offsets; none of them counts while they are not `shown`."""

    def __init__(self) -> None:
        self.shown = True
        self._places: list[ChangedWords] = []
        self._starts: list[int] = []

    def set_places(self, sheet: Sheet | None, found: Mapping[str, Sequence[ChangedWords]]) -> None:
        """Take over what was found in the notices of a page, by their uuids."""
        places = [
            replace(one, start=start, end=end)
            for uuid, some in found.items()
            if sheet is not None and sheet.holds(uuid)
            for one in some
            for start, end in (sheet.span(uuid, one.start, one.end),)
        ]
        self._places = sorted(places, key=lambda one: one.start)
        self._starts = [one.start for one in self._places]

    def seen(self, first: int, last: int) -> list[ChangedWords]:
        """Those that lie, with a part at least, from one offset to another."""
        return [
            one for one in self._places if one.end >= first and one.start <= last and self.shown
        ]

    def at(self, offset: int) -> ChangedWords | None:
        """The one that holds a character, or the words that were deleted beside it."""
        number = bisect_right(self._starts, offset + 1) - 1
        for one in reversed(self._places[max(number - 1, 0) : number + 1]):
            if one.start <= offset < max(one.end, one.start + 1) and self.shown:
                return one
            if one.start == one.end == offset + 1 and self.shown:
                return one
        return None
