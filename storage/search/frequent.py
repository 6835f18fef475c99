"""Terms that stand in very many notices, and how often a notice has them.

Searching them would mean reading nearly all texts. So they are counted when a notice is taken in,
in one byte a term: of 1,000 issues 发展 is told in 2 ms and without any text, where reading the
texts takes 9 seconds, and looking through those in memory 90 ms. That takes 0.025 of the texts'
size in UTF-8; with all that a fifth of the notices have it would be 0.033, a tenth 0.05.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, compress, islice
from operator import add

from storage.search.grams import FEWEST_TEACHING, held_by_many, pairs_of
from storage.search.matching import ACROSS, COUNT, PART, WHOLE, lie_of, spans_of
from storage.search.words import Cuts

# How many places the characters have, how many of these count as a word, how the best one lies.
Cell = tuple[int, int, int]

# Frequent are pairs of Chinese characters that a sixth of the first notices have, and what is three
# or four long that a third have.
_PAIRS, _LONGER = 6, 3
_MOST_TERMS = 1500
_SIZES = (4, 3, 2)
TO_READ = 255
"""The code of a cell that has none of its own: the text has to be read."""
_NOTHING: Cell = (0, 0, 0)
_LIES = (0, ACROSS, PART, WHOLE)
_LIE_OF_CUTS = bytes(
    ord(str(lie_of(0, 2, bytes((cuts >> 2 & 1, cuts >> 1 & 1, cuts & 1))))) for cuts in range(256)
)


class FrequentTerms:
    """The frequent terms of an index, and the codes of what may be counted of one."""

    def __init__(self, terms: Iterable[str] = (), cells: Iterable[Cell] = ()) -> None:
        self.terms = tuple(terms)
        self.cells = tuple(cells)
        self._at = {term: at for at, term in enumerate(self.terms)}
        self._long = {term: frozenset(pairs_of(term)) for term in self.terms if len(term) > 2}
        # A term with how it lies behind it, as a digit.
        self._lying = {f"{term}{lie}": (at, lie) for term, at in self._at.items() for lie in _LIES}
        self._codes = {cell: code for code, cell in enumerate(self.cells, start=1)}

    def __contains__(self, text: str) -> bool:
        return text in self._at

    @classmethod
    def learnt(cls, notices: Sequence[Sequence[str]]) -> FrequentTerms:
        """The terms that many of these notices have; each is given by its words."""
        if len(notices) < FEWEST_TEACHING:
            return cls()
        texts = ["".join(words) for words in notices]
        pairs = held_by_many(map(pairs_of, texts), _PAIRS)
        pairs = {pair: count for pair, count in pairs.items() if _is_chinese(pair)}
        longer = held_by_many((_longer(text, pairs) for text in texts), _LONGER)
        chosen = [term for term, _ in Counter(pairs | longer).most_common(_MOST_TERMS)]
        terms = cls(sorted(chosen))
        found = Counter(chain.from_iterable(terms.cells_of(words).values() for words in notices))
        return cls(terms.terms, (cell for cell, _ in found.most_common(TO_READ - 1)))

    @classmethod
    def of_bytes(cls, data: bytes) -> FrequentTerms:
        """The terms that `to_bytes` gave; raises ValueError."""
        if not data:
            return cls()
        terms, _, cells = data.decode().partition("\n\n")
        numbers = [[int(number) for number in cell.split(" ")] for cell in cells.split("\n")]
        return cls(terms.split("\n"), [(places, words, lie) for places, words, lie in numbers])

    def to_bytes(self) -> bytes:
        """Terms and cells as bytes."""
        cells = [" ".join(map(str, cell)) for cell in self.cells]
        return "\n".join([*self.terms, "", *cells]).encode() if self.terms else b""

    # ---- counting

    def cells_of(self, words: Sequence[str]) -> dict[int, Cell]:
        """What a notice has of the terms, by their places in `terms`; nothing of most."""
        text, flags = "".join(words), Cuts.of_words(words).flags
        lying = map(add, pairs_of(text), _pair_lies(flags))
        found = Counter(filter(self._lying.__contains__, lying))
        pairs = {pair[:2] for pair in found}
        for term, needed in self._long.items():
            if needed <= pairs and term in text:
                spans = spans_of(term, text)
                found.update(f"{term}{lie_of(start, end, flags)}" for start, end in spans)
        cells: dict[int, Cell] = {}
        for lying, times in found.items():
            at, lie = self._lying[lying]
            places, as_word, best = cells.get(at, _NOTHING)
            cells[at] = (places + times, as_word + (times if lie else 0), max(best, lie))
        return cells

    def row_of(self, words: Sequence[str]) -> bytes:
        """What a notice has of the terms, a byte for each."""
        row = bytearray(len(self.terms))
        for at, cell in self.cells_of(words).items():
            row[at] = self._codes.get(cell, TO_READ)
        return bytes(row)

    # ---- reading

    def tallies(self, *, literal: bool) -> list[int]:
        """For each code of a cell the tallied number (matching.Tallied), 0 for no place."""
        told = [
            places * COUNT + WHOLE if literal else as_word * COUNT + best
            for places, as_word, best in self.cells
        ]
        told = [number if number >= COUNT else 0 for number in told]
        return [0, *told, *[0] * (TO_READ - len(told))]

    def column(self, term: str) -> int:
        """Which byte of a row is a term's; raises KeyError."""
        return self._at[term]

    def columns_needed(self, text: str) -> list[int]:
        """Which bytes of a row are not 0 wherever a text stands."""
        pieces = dict.fromkeys(
            text[at : at + size] for size in _SIZES for at in range(len(text) - size + 1)
        )
        return [self._at[piece] for piece in pieces if piece in self._at]


def squeeze_row(row: bytes) -> bytes:
    """A row of counts in few bytes; looking for repetitions in it makes it a sixth larger."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_HUFFMAN_ONLY)
    return squeezer.compress(row) + squeezer.flush()


def stretch_row(squeezed: bytes) -> bytes:
    """The row that was squeezed; raises zlib.error."""
    return zlib.decompress(squeezed)


def _pair_lies(flags: bytes) -> str:
    """How a pair lies that begins at each place of a text, as digits, from the cuts it touches."""
    cuts = int.from_bytes(flags, "big")
    # Each byte gets its own cut and the next two: four, two and one.
    touched = ((cuts << 2) + (cuts << 1 + 8) + (cuts << 16)).to_bytes(len(flags) + 2, "big")
    return touched[2:].translate(_LIE_OF_CUTS).decode("ascii")


def _longer(text: str, pairs: Container[str]) -> Iterator[str]:
    """What is three or four characters long, and all of whose pairs are among these."""
    in_order = list(pairs_of(text))
    known = list(map(pairs.__contains__, in_order))
    three = [one and other for one, other in zip(known, known[1:], strict=False)]
    yield from compress(map(add, in_order, islice(text, 2, None)), three)
    four = (one and other for one, other in zip(three, three[1:], strict=False))
    yield from compress(map(add, in_order, islice(in_order, 2, None)), four)


def _is_chinese(term: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in term)
