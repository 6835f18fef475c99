"""A notice's new text and the one before it, prepared once for all its marks."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from storage.anchors.alignment import Alignment
from storage.anchors.marked_text import MarkedText
from storage.anchors.seeking import Seeker, Words
from storage.anchors.telling import Span
from storage.text import Squeezed, squeeze_with_offsets, text_hash
from storage.types import Mark, Notice


class Ground(MarkedText):
    """What marks are put into. Spans are without white space, if not said else; so is `new`."""

    def __init__(self, notice: Notice, before: Notice | None) -> None:
        super().__init__(notice)
        self.new = self.squeezed.text
        self.seeker = Seeker(self.new)
        self._before = before.text if before else ""
        self._before_hash = text_hash(self._before) if before else ""

    @property
    def knows_before(self) -> bool:
        """Whether the text before is known."""
        return bool(self._before_hash)

    @property
    def is_respaced(self) -> bool:
        """Whether the text before is known to have differed in white space and in nothing else."""
        return self._before_hash == self.hash and self._before != self.text

    @cached_property
    def _old(self) -> Squeezed:
        return squeeze_with_offsets(self._before)

    @property
    def old(self) -> str:
        """The text before."""
        return self._old.text

    @cached_property
    def alignment(self) -> Alignment:
        """Both texts side by side."""
        return Alignment(self.old, self.new)

    def old_span(self, mark: Mark) -> Span | None:
        """Where a mark stood in the text before; None where it was not placed in that text."""
        if mark.state == "unplaced" or mark.text_hash != self._before_hash:
            return None
        offsets = self._old.offsets
        start, end = bisect_left(offsets, mark.start), bisect_left(offsets, mark.end)
        return (start, end) if start < end else None

    def old_words(self, span: Span, path: str = "") -> Words:
        """A span of the text before and what stood about it."""
        return Words.at(self.old, span, path)

    def path_at(self, at: int) -> str:
        """The heads above a character of the new text."""
        return self.paths.at(self.squeezed.offsets[at])
