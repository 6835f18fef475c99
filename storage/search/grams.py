"""Character pairs: how a text is entered in the cache of pairs, and how it is asked for.

A pair is two neighbouring characters of the squeezed, folded text. The pairs only propose
notices, the text itself decides; so different characters may be taken for the same one, and what
stands in very many notices need not be entered at all. Measured on 100 issues, in parts of the
texts' UTF-8 size:
- every pair as it is: 0.27; all signs as one character, and the digits as two: 0.24;
- pairs left out that more than a fifth of the first notices have: 0.22;
- the second character as one of 32 classes: 0.13, and written in half the time; but 12 of 100
  rare pairs are then taken together with common ones and cannot be asked for;
- without the pairs that are counted (frequent.py), the second character as one of 8 classes, or
  of 64 where a sixth of the notices have the pair otherwise: 0.12, and 5 of 100.
The first character stays, so that one character alone is asked for by the beginning of its pairs.
Letters are chosen so that SQLite's plain tokenizer, which splits at everything of ASCII that is
neither letter nor digit, takes each pair for one word.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice
from operator import add

# Stands behind the last character, so that this one begins a pair too.
_END = "\uf8ff"
_SIGN = "\uf8fe"
# More pairs than these hardly narrow the proposals down, and each costs time.
_MOST_PAIRS = 48
FEWEST_TEACHING = 30
"""Fewer notices do not tell what is common."""
# What a sixth of them has is.
_COMMON = 6
_CLASSES, _FINE_CLASSES = 8, 64
_MOST_REMEMBERED = 100_000


class _Moves(dict[int, int]):
    """Which character each is taken for."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        if "0" <= character <= "9":
            moved = ord("0") if character < "5" else ord("5")
        elif 0xD800 <= code < 0xE000 or unicodedata.category(character)[0] in "PSZC":
            moved = ord(_SIGN)
        else:
            moved = code
        self[code] = moved
        return moved


class _Classes(dict[str, tuple[str, str]]):
    """The coarse and the fine class of a second character, as letters that none share.

    Neighbours in Unicode are in different ones.
    """

    def __missing__(self, character: str) -> tuple[str, str]:
        spread = _MOVES[ord(character)] * 0x9E3779B1 >> 7
        coarse, fine = chr(0x4E00 + spread % _CLASSES), chr(0x5E00 + spread % _FINE_CLASSES)
        self[character] = coarse, fine
        return coarse, fine


_MOVES = _Moves()
_CLASSES_OF = _Classes()


class _Letters(dict[str, str]):
    """How each pair is entered, "" for not at all; it remembers those of the last many pairs."""

    def __init__(self, common: Set[str]) -> None:
        super().__init__()
        self._common = common
        # Where nobody told what is common, all are entered finely.
        self._is_told = bool(common)

    def __missing__(self, pair: str) -> str:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        first = chr(_MOVES[ord(pair[0])])
        coarse, fine = _CLASSES_OF[pair[1]]
        letters = first + coarse
        if not self._is_told or letters in self._common:
            letters = "" if first + fine in self._common else first + fine
        self[pair] = letters
        return letters


class Pairs:
    """The pairs of an index; `common` are single characters, and pairs as they are entered.

    What is common is entered more finely, or else not at all. Nor are the pairs entered that are
    `counted`: these tell themselves which notices have them. Longer terms among these do not
    matter.
    """

    def __init__(self, common: Iterable[str] = (), counted: Iterable[str] = ()) -> None:
        self.common = frozenset(common) - {""}
        self._counted = frozenset(counted)
        self._letters = _Letters(self.common)

    @classmethod
    def learnt(cls, texts: Sequence[str], counted: Iterable[str] = ()) -> Pairs:
        """The pairs as they are entered after a look at the first texts of an index."""
        counted = frozenset(counted)
        if len(texts) < FEWEST_TEACHING:
            return cls((), counted)
        characters = held_by_many((text.translate(_MOVES) for text in texts), _COMMON)
        # What begins a pair that is counted cannot be asked for by the pairs that begin with it.
        common = {*characters, *(pair[0].translate(_MOVES) for pair in counted)}
        for _ in (_CLASSES, _FINE_CLASSES):
            pairs = cls(common, counted)
            common |= held_by_many(map(pairs._entered, texts), _COMMON).keys()
        return cls(common, counted)

    def of_text(self, text: str) -> str:
        """The pairs of a text to be entered, each once, with a blank between."""
        return " ".join(self._entered(text))

    def _entered(self, text: str) -> set[str]:
        """The letters of the pairs of a text; its last character begins a pair too."""
        pairs = set(pairs_of(text)) - self._counted
        letters = set(map(self._letters.__getitem__, pairs))
        if text:
            ending = text[-1].translate(_MOVES) + _END
            letters.add("" if ending in self.common else ending)
        letters.discard("")
        return letters

    def asked(self, text: str) -> list[str]:
        """What must be there where `text` is: expressions for SQLite's MATCH, at most 48.

        One character asks for any pair that begins with it.
        """
        if len(text) == 1:
            moved = text.translate(_MOVES)
            return [] if moved in self.common else [f'"{moved}"*']
        uncounted = [pair for pair in pairs_of(text) if pair not in self._counted]
        pairs = [one for one in dict.fromkeys(map(self._letters.__getitem__, uncounted)) if one]
        return [f'"{pair}"' for pair in pairs[:: max(1, -(-len(pairs) // _MOST_PAIRS))]]

    def expression(self, texts: Iterable[str]) -> str:
        """The MATCH expression for notices that may hold all of `texts`; "" for all notices."""
        pairs = list(dict.fromkeys(pair for text in texts if text for pair in self.asked(text)))
        return " AND ".join(pairs[:: max(1, -(-len(pairs) // _MOST_PAIRS))])


def pairs_of(text: str) -> Iterator[str]:
    """Each two neighbouring characters of a text, in their order."""
    return map(add, text, islice(text, 1, None))


def held_by_many(notices: Iterable[Iterable[str]], share: int) -> dict[str, int]:
    """What more than one in `share` of the notices has, and how many have it."""
    counts: Counter[str] = Counter()
    total = 0
    for strings in notices:
        total += 1
        counts.update(set(strings))
    return {string: count for string, count in counts.items() if count * share > total}
