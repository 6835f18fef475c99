"""The blocks of a notice in places of its squeezed text: titles, headings, articles, rows."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from storage.text import squeeze
from storage.types import Notice

BODY, HEADING, TITLE, NUMBER, ARTICLE, ROW = range(6)
_OF_KIND = {"title": TITLE, "number": NUMBER, "heading": HEADING, "part_title": HEADING}
# As they stand in a folded text.
_SENTENCE_ENDS = "。!?"
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千\d]{1,6}条")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where blocks start, and what each is: one of BODY, HEADING, TITLE, NUMBER, ARTICLE, ROW.

    The blocks cover the text from its start to `end`.
    """

    starts: array[int]
    kinds: bytes
    end: int

    @classmethod
    def of_lengths(cls, lengths: Sequence[int], kinds: bytes) -> Layout:
        """The layout of blocks with these lengths."""
        ends = list(accumulate(lengths))
        return cls(array("I", [0, *ends[:-1]] if ends else []), kinds, ends[-1] if ends else 0)

    @classmethod
    def of_notice(cls, notice: Notice) -> Layout:
        """The layout of a notice's squeezed text; a table's rows are blocks of their own."""
        lengths: list[int] = []
        kinds = bytearray()
        for block in notice.blocks:
            if block.kind == "table":
                rows = [len(squeeze(row)) for row in block.text.split("\n")]
                lengths += rows
                kinds += bytes([ROW]) * len(rows)
                continue
            text = squeeze(block.text)
            kind = _OF_KIND.get(block.kind, BODY)
            if kind in (BODY, HEADING) and _ARTICLE.match(text):
                kind = ARTICLE
            lengths.append(len(text))
            kinds.append(kind)
        return cls.of_lengths(lengths, bytes(kinds))

    def lengths(self) -> list[int]:
        """The length of each block."""
        ends = [*self.starts[1:], self.end] if self.starts else []
        return [end - start for start, end in zip(self.starts, ends, strict=True)]

    def zones(self, *kinds: int) -> Iterator[tuple[int, int, int]]:
        """(start, end, kind) of the blocks of these kinds."""
        for at, kind in enumerate(self.kinds):
            if kind in kinds:
                last = at + 1 == len(self.starts)
                yield self.starts[at], self.end if last else self.starts[at + 1], kind

    def kind_at(self, place: int) -> int:
        """The kind of the block that holds a place."""
        return self.kinds[bisect_right(self.starts, place) - 1]

    def block_around(self, place: int) -> tuple[int, int]:
        """Start and end of the block that holds a place."""
        at = bisect_right(self.starts, place)
        return self.starts[at - 1], self._start_of(at)

    def article_around(self, place: int) -> tuple[int, int]:
        """Start and end of the article that holds a place.

        A notice without articles is divided at its headings instead.
        """
        kinds = (ARTICLE, HEADING) if ARTICLE in self.kinds else (HEADING,)
        first = bisect_right(self.starts, place) - 1
        after = first + 1
        while first > 0 and self.kinds[first] not in kinds:
            first -= 1
        while after < len(self.kinds) and self.kinds[after] not in kinds:
            after += 1
        return self.starts[first], self._start_of(after)

    def sentence_around(self, place: int, text: str) -> tuple[int, int]:
        """Start and end of the sentence that holds a place: to its 。！？ or its block's end."""
        start, end = self.block_around(place)
        for sign in _SENTENCE_ENDS:
            start = max(start, text.rfind(sign, start, place) + 1)
            found = text.find(sign, place, end)
            end = found + 1 if found >= 0 else end
        return start, end

    def _start_of(self, at: int) -> int:
        return self.starts[at] if at < len(self.starts) else self.end
