"""A notice's words and blocks as the cache keeps them: a quarter of the text's size in UTF-8."""

from __future__ import annotations

import struct
import zlib
from array import array
from collections import Counter
from collections.abc import Sequence

from storage.search.layout import Layout
from storage.search.lexicon import LOCAL, Lexicon
from storage.search.words import Cuts

_HEAD = struct.Struct("<III")
_LONGEST_BLOCK = 0xFFFF
# What zlib looks back on.
_SAMPLE_BYTES = 32_000
# Two bytes a word: pieces of 20 words, phrases of 3.
_PIECE_BYTES, _PHRASE_BYTES = 40, 6
_PLAIN, _CODED = b"p", b"c"


class Packer:
    """Packs and unpacks with one lexicon and one sample of codes that texts have in common."""

    def __init__(self, lexicon: Lexicon, sample: bytes = b"") -> None:
        self.lexicon = lexicon
        self.sample = sample

    def learn(self, texts: Sequence[Sequence[str]], telling: Sequence[Sequence[str]]) -> None:
        """Take the lexicon from the first texts of an index, the sample from some of them."""
        self.lexicon.learn(texts)
        self.sample = _sample_of([_codes(self.lexicon.encode(words)[0]) for words in telling])

    def pack(self, words: Sequence[str], layout: Layout) -> bytes:
        """Words and layout as bytes."""
        codes, own = self.lexicon.encode(words)
        form = _CODED
        if len(own) > LOCAL:
            codes, own, form = [], list(words), _PLAIN
        lengths = layout.lengths()
        if max(lengths, default=0) > _LONGEST_BLOCK:
            layout = _divided(layout)
            lengths = layout.lengths()
        data = b"".join(
            (
                _HEAD.pack(len(codes), len(lengths), len(own)),
                _codes(codes),
                array("H", lengths).tobytes(),
                layout.kinds,
                "\n".join(own).encode("utf-8", "surrogatepass"),
            )
        )
        squeezer = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS, 9, zdict=self.sample)
        return form + squeezer.compress(data) + squeezer.flush()

    def unpack(self, packed: bytes) -> tuple[str, Cuts, Layout]:
        """The text that was packed; raises ValueError or zlib.error for bytes that were changed."""
        stretcher = zlib.decompressobj(zdict=self.sample)
        data = stretcher.decompress(packed[1:]) + stretcher.flush()
        if not stretcher.eof:
            raise ValueError("a text that ends too early")
        count, blocks, owns = _HEAD.unpack_from(data)
        at = _HEAD.size
        codes = array("H", data[at : at + 2 * count])
        at += 2 * count
        lengths = array("H", data[at : at + 2 * blocks])
        at += 2 * blocks
        kinds = data[at : at + blocks]
        own = data[at + blocks :].decode("utf-8", "surrogatepass").split("\n")
        if len(kinds) != blocks or (owns and len(own) != owns):
            raise ValueError("a text that is not whole")
        layout = Layout.of_lengths(lengths, kinds)
        try:
            words = own if packed[:1] == _PLAIN else self._decoded(codes, own)
        except IndexError as error:
            raise ValueError("a word without a code") from error
        return "".join(words), Cuts.of_words(words), layout

    def _decoded(self, codes: array[int], own: list[str]) -> list[str]:
        by_code = self.lexicon.by_code
        by_code[: len(own)] = own
        return list(map(by_code.__getitem__, codes))


def _sample_of(texts: Sequence[bytes]) -> bytes:
    """The pieces of coded texts whose phrases come again in most others, the best ones last.

    Against the heads of the texts, which are alike too, packed texts are 3 % smaller.
    """
    phrases = Counter(phrase for text in texts for phrase in set(_phrases(text)))
    pieces: list[tuple[int, bytes, list[bytes]]] = []
    for text in texts:
        for at in range(0, len(text), _PIECE_BYTES):
            piece = text[at : at + _PIECE_BYTES]
            inside = _phrases(piece)
            pieces.append((sum(map(phrases.__getitem__, inside)) - len(inside), piece, inside))
    chosen: list[bytes] = []
    room, known = _SAMPLE_BYTES, set[bytes]()
    for worth, piece, inside in sorted(pieces, key=lambda one: -one[0]):
        new = sum(phrases[phrase] - 1 for phrase in set(inside) - known)
        if new > 0 and new * 2 >= worth and len(piece) <= room:
            chosen.append(piece)
            known.update(inside)
            room -= len(piece)
    return b"".join(reversed(chosen))


def _phrases(codes: bytes) -> list[bytes]:
    """All that is three words long."""
    return [codes[at : at + _PHRASE_BYTES] for at in range(0, len(codes) - _PHRASE_BYTES + 1, 2)]


def _codes(codes: Sequence[int]) -> bytes:
    return array("H", codes).tobytes()


def _divided(layout: Layout) -> Layout:
    """The layout with blocks of such a length that two bytes hold it."""
    lengths: list[int] = []
    kinds = bytearray()
    for length, kind in zip(layout.lengths(), layout.kinds, strict=True):
        pieces = [_LONGEST_BLOCK] * (length // _LONGEST_BLOCK) + [length % _LONGEST_BLOCK]
        lengths += pieces
        kinds += bytes([kind]) * len(pieces)
    return Layout.of_lengths(lengths, bytes(kinds))
