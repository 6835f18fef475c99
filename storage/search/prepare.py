"""A stored notice made ready for the index: its words and its layout."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from storage.search.compounds import Cutter
from storage.search.layout import Layout
from storage.search.segmenter import Segmenter
from storage.search.words import Cuts, words_of
from storage.text import fold, squeeze
from storage.types import Block, Notice, StoredNotice

# data center: the blank between Latin words or numbers is a border, that in 张 三 is not.
_LATIN_GAP = re.compile(r"(?<=[a-z0-9])\s+(?=[a-z0-9])")
_CELL_OR_LATIN_GAP = re.compile(rf"[\t\n]|{_LATIN_GAP.pattern}")


@dataclass(frozen=True, slots=True)
class PreparedNotice:
    """A notice as the index takes it; `words` joined are its squeezed, folded text.

    So are `title` and `addressees`, which may stand nowhere in the text.
    """

    uuid: str
    source_check: int
    words: list[str]
    layout: Layout
    title: list[str]
    addressees: str

    @property
    def text(self) -> str:
        """The squeezed, folded text."""
        return "".join(self.words)


class Preparer:
    """Prepares notices; loads the segmenter's dictionary with the first of them."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._cut = segmenter.cut

    def prepare(self, stored: StoredNotice) -> PreparedNotice:
        """Everything that the index keeps of one notice."""
        summary, notice = stored.summary, stored.notice
        return PreparedNotice(
            uuid=summary.uuid,
            source_check=check_of(notice.text),
            words=words_of(_all_pieces(notice), self._cut),
            layout=Layout.of_notice(notice),
            title=words_of(_latin_pieces(summary.title), self._cut),
            addressees=fold(squeeze(notice.addressees or "")),
        )


def check_of(text: str) -> int:
    """A checksum of a notice's text, which tells whether it is still the one indexed."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def cuts_of(notice: Notice, cut: Cutter) -> Cuts:
    """Where the words of a notice's squeezed, folded text begin and end."""
    return Cuts.of_words(words_of(_all_pieces(notice), cut))


def borders_of(notice: Notice, cut: Cutter) -> array[int]:
    """The places in a notice's squeezed text where words begin or end, rising, both ends too."""
    lengths = (len(word) for word in words_of(_all_pieces(notice), cut))
    return array("I", accumulate(lengths, initial=0))


def _all_pieces(notice: Notice) -> Iterator[str]:
    for block in notice.blocks:
        yield from _pieces(block)


def _pieces(block: Block) -> list[str]:
    """The squeezed, folded pieces of a block over whose borders no word runs."""
    if block.kind != "table":
        return _latin_pieces(block.text)
    return [squeeze(piece) for piece in _CELL_OR_LATIN_GAP.split(fold(block.text))]


def _latin_pieces(text: str) -> list[str]:
    return [squeeze(piece) for piece in _LATIN_GAP.split(fold(text))]
