"""A stored notice made ready for the index: its text, word cuts, zones, and words to rank by."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from storage.search.compounds import Cutter
from storage.search.segmenter import Segmenter
from storage.search.words import Cuts, KeyWords, words_of
from storage.text import fold, squeeze
from storage.types import Block, Notice, StoredNotice

BODY, HEADING, TITLE = 0, 1, 2
# data center: the blank between Latin words or numbers is a border, that in 张 三 is not.
_LATIN_GAP = re.compile(r"(?<=[a-z0-9])\s+(?=[a-z0-9])")
_CELL_OR_LATIN_GAP = re.compile(rf"[\t\n]|{_LATIN_GAP.pattern}")
# A notice's own number weighs like its title: it goes before those that cite it.
_ZONE_OF_KIND = {"title": TITLE, "number": TITLE, "heading": HEADING, "part_title": HEADING}


@dataclass(frozen=True, slots=True)
class Zone:
    """A title or heading in the squeezed text: where a hit says more than in the body."""

    start: int
    end: int
    rank: int


@dataclass(frozen=True, slots=True)
class RankWords:
    """What whoosh holds of a notice: words, and fields for the query language to come."""

    uuid: str
    title: tuple[str, ...]
    headings: tuple[str, ...]
    key_words: tuple[str, ...]
    number: str
    issuer: str
    section: str
    date: str


@dataclass(frozen=True, slots=True)
class PreparedNotice:
    """A notice as the index takes it; `text` is squeezed and folded."""

    uuid: str
    source_check: int
    text: str
    cuts: Cuts
    zones: tuple[Zone, ...]
    date: str
    ranks: RankWords


class Preparer:
    """Prepares notices; loads the segmenter's dictionary with the first of them."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._cut = segmenter.cut
        self._key_words = KeyWords()

    def prepare(self, stored: StoredNotice) -> PreparedNotice:
        """Everything that the index keeps of one notice."""
        summary, notice = stored.summary, stored.notice
        words: list[str] = []
        titles: list[str] = []
        headings: list[str] = []
        for block in notice.blocks:
            block_words = words_of(_pieces(block), self._cut)
            words += block_words
            if block.kind == "title":
                titles += block_words
            elif _ZONE_OF_KIND.get(block.kind, BODY) == HEADING:
                headings += block_words
        ranks = RankWords(
            uuid=summary.uuid,
            title=_telling(titles or words_of([fold(squeeze(summary.title))], self._cut)),
            headings=_telling(headings),
            key_words=tuple(self._key_words.of_words(words)),
            number=fold(squeeze(summary.number or "")),
            issuer=fold(squeeze(summary.issuer or "")),
            section=fold(squeeze(summary.section or "")),
            date=summary.date or "",
        )
        return PreparedNotice(
            uuid=summary.uuid,
            source_check=check_of(notice.text),
            text="".join(words),
            cuts=Cuts.of_words(words),
            zones=zones_of(notice),
            date=summary.date or "",
            ranks=ranks,
        )


def _telling(words: list[str]) -> tuple[str, ...]:
    """Each word once; without signs, numbers and single characters, which nobody ranks by."""
    return tuple(dict.fromkeys(word for word in words if len(word) > 1 and word.isalpha()))


def check_of(text: str) -> int:
    """A checksum of a notice's text, which tells whether it is still the one indexed."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def cuts_of(notice: Notice, cut: Cutter) -> Cuts:
    """Where the words of a notice's squeezed, folded text begin and end."""
    return Cuts.of_words(words_of(_all_pieces(notice), cut))


def _all_pieces(notice: Notice) -> Iterator[str]:
    for block in notice.blocks:
        yield from _pieces(block)


def _pieces(block: Block) -> list[str]:
    """The squeezed, folded pieces of a block over whose borders no word runs."""
    border = _CELL_OR_LATIN_GAP if block.kind == "table" else _LATIN_GAP
    return [squeeze(piece) for piece in border.split(fold(block.text))]


def zones_of(notice: Notice) -> tuple[Zone, ...]:
    """The titles and headings, in places of the squeezed text."""
    zones: list[Zone] = []
    place = 0
    for block in notice.blocks:
        end = place + len(squeeze(block.text))
        rank = _ZONE_OF_KIND.get(block.kind, BODY)
        if rank != BODY:
            zones.append(Zone(place, end, rank))
        place = end
    return tuple(zones)


def zones_to_bytes(zones: tuple[Zone, ...]) -> bytes:
    """Zones as the cache keeps them."""
    return array("I", [n for zone in zones for n in (zone.start, zone.end, zone.rank)]).tobytes()


def zones_from_bytes(data: bytes) -> tuple[Zone, ...]:
    """Zones as the cache kept them."""
    numbers = iter(array("I", data))
    return tuple(Zone(*three) for three in zip(numbers, numbers, numbers, strict=True))
