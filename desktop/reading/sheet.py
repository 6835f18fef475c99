"""What is on the page: one notice, or all notices of an issue one after the other.

A page has offsets of its own, which count the characters of all its notices; marks, hits and
places belong to single notices. Only the sheet knows both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from storage.types import Mark, StoredNotice

Span = tuple[int, int]
Part = tuple[str, int, int]
"""A notice's uuid, and where in its text a stretch begins and ends."""


class Sheet:
    """The notices of a page in their order; a line break stands between two texts."""

    def __init__(self, notices: Sequence[StoredNotice], issue_id: int | None = None) -> None:
        """`issue_id` is given where the page is a whole issue. At least one notice is needed."""
        self.notices = tuple(notices)
        self.issue_id = issue_id
        texts = [one.notice.text for one in self.notices]
        self.text = "\n".join(texts)
        self.bases: list[int] = []
        base = 0
        for text in texts:
            self.bases.append(base)
            base += len(text) + 1
        self._places = {one.summary.uuid: at for at, one in enumerate(self.notices)}

    @property
    def uuids(self) -> list[str]:
        """The notices' uuids in their order."""
        return list(self._places)

    def holds(self, uuid: str) -> bool:
        """Whether a notice is on the page."""
        return uuid in self._places

    def at(self, offset: int) -> StoredNotice:
        """The notice that an offset of the page belongs to; a break belongs to the one before."""
        return self.notices[self._index(offset)]

    def place(self, offset: int) -> tuple[str, int]:
        """The notice that an offset of the page belongs to, and the offset in its text."""
        at = self._index(offset)
        return self.notices[at].summary.uuid, max(offset - self.bases[at], 0)

    def base(self, uuid: str) -> int:
        """Where a notice of the page begins."""
        return self.bases[self._places[uuid]]

    def span(self, uuid: str, start: int, end: int) -> Span:
        """The span of the page that shows a stretch of a notice's text."""
        base = self.base(uuid)
        return base + start, base + end

    def span_of(self, mark: Mark) -> Span:
        """The span of the page that a mark of one of its notices covers."""
        return self.span(mark.notice, mark.start, mark.end)

    def parts(self, start: int, end: int) -> list[Part]:
        """A stretch of the page cut at its notices' borders, white space at the ends left out."""
        found: list[Part] = []
        for at in range(self._index(start), self._index(max(end - 1, start)) + 1):
            first, last = self.bases[at], self._end(at)
            begin, stop = max(start, first), min(end, last)
            while begin < stop and self.text[begin].isspace():
                begin += 1
            while begin < stop and self.text[stop - 1].isspace():
                stop -= 1
            if begin < stop:
                found.append((self.notices[at].summary.uuid, begin - first, stop - first))
        return found

    def _index(self, offset: int) -> int:
        return max(bisect_right(self.bases, offset) - 1, 0)

    def _end(self, at: int) -> int:
        return self.bases[at + 1] - 1 if at + 1 < len(self.bases) else len(self.text)
