"""A text that marks stand in, and what a mark keeps of its place there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TypedDict

from storage.anchors.paths import Paths
from storage.anchors.telling import Span, needed_after, needed_before
from storage.errors import ProgramFault
from storage.text import squeeze_with_offsets, text_hash
from storage.types import Notice

CONTEXT = 32
# Contexts grow until no other place of the text has the same words in them, but not further.
LONGEST_CONTEXT = 512


class Place(TypedDict):
    """What a mark keeps of its place."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    text_hash: str
    path: str


class MarkedText:
    """A notice's text, prepared once for all places in it."""

    def __init__(self, notice: Notice) -> None:
        self.text = notice.text
        self.squeezed = squeeze_with_offsets(self.text)
        self.hash = text_hash(self.text)
        self.paths = Paths(notice)

    def squeezed_span(self, start: int, end: int) -> Span:
        """A span of the text with its white space, as one without."""
        offsets = self.squeezed.offsets
        return bisect_left(offsets, start), bisect_left(offsets, end)

    def place(self, start: int, end: int) -> Place:
        """What a mark on these characters keeps.

        Raises ProgramFault where the span is empty or outside the text.
        """
        text = self.text
        if not 0 <= start < end <= len(text):
            raise ProgramFault(f"mark {start}-{end} in a text of {len(text)} characters")
        prefix, suffix = self._surroundings(start, end)
        return {
            "start": start,
            "end": end,
            "quote": text[start:end],
            "prefix": prefix,
            "suffix": suffix,
            "text_hash": self.hash,
            "path": self.paths.at(start),
        }

    def nowhere(self) -> Place:
        """What belongs to the notice as a whole keeps."""
        return {
            "start": 0,
            "end": 0,
            "quote": "",
            "prefix": "",
            "suffix": "",
            "text_hash": self.hash,
            "path": "",
        }

    def _surroundings(self, start: int, end: int) -> tuple[str, str]:
        """The characters before and after a span, each enough to tell it from all of its text."""
        text, squeezed, place = self.text, self.squeezed.text, self.squeezed_span(start, end)
        first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
        if place[0] < place[1]:
            offsets = self.squeezed.offsets
            before = needed_before(squeezed, place, LONGEST_CONTEXT)
            earliest = place[0] - (LONGEST_CONTEXT if before is None else before)
            if earliest < place[0]:
                first = min(first, offsets[earliest] if earliest >= 0 else 0)
            behind = needed_after(squeezed, place, LONGEST_CONTEXT)
            latest = place[1] + (LONGEST_CONTEXT if behind is None else behind)
            if latest > place[1]:
                last = max(last, offsets[latest - 1] + 1 if latest <= len(offsets) else len(text))
        return text[first:start], text[end:last]
