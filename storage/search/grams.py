"""Character pairs: how a text is entered in the cache of pairs, and how it is asked for.

A pair is two neighbouring characters of the squeezed, folded text. The pairs only propose
notices, the text itself decides; so different characters may be taken for the same one, and what
stands in very many notices need not be entered at all:
- all signs are one character, the digits are two: a tenth of the pairs less;
- pairs that more than a third of the first notices have are left out: a seventh less again.
Their letters are chosen so that SQLite's plain tokenizer, which splits at everything of ASCII
that is neither letter nor digit, takes each pair for one word.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

# Stands behind the last character, so that this one begins a pair too.
_END = "\uf8ff"
_SIGN = "\uf8fe"
# More pairs than these hardly narrow the proposals down, and each costs time.
_MOST_PAIRS = 48
# So many notices tell which pairs and characters are common; what a third of them has is.
_ENOUGH = 30
_COMMON = 3


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


_MOVES = _Moves()


class Pairs:
    """The pairs of an index; `common` are those that are not entered, and common characters."""

    def __init__(self, common: Iterable[str] = ()) -> None:
        self.common = frozenset(common)

    @classmethod
    def learnt(cls, texts: Sequence[str]) -> Pairs:
        """The pairs as they are entered after a look at the first texts of an index."""
        if len(texts) < _ENOUGH:
            return cls()
        counts: Counter[str] = Counter()
        for text in texts:
            moved = text.translate(_MOVES) + _END
            counts.update(set(_of(moved)))
            counts.update(set(moved))
        return cls(one for one, count in counts.items() if count * _COMMON > len(texts))

    def of_text(self, text: str) -> str:
        """The pairs of a text to be entered, each once, with a blank between."""
        return " ".join({*_of(text.translate(_MOVES) + _END)} - self.common)

    def asked(self, text: str) -> list[str]:
        """What must be there where `text` is: expressions for SQLite's MATCH, at most 48.

        One character asks for any pair that begins with it.
        """
        moved = text.translate(_MOVES)
        if len(moved) == 1:
            return [] if moved in self.common else [f'"{moved}"*']
        pairs = [pair for pair in dict.fromkeys(_of(moved)) if pair not in self.common]
        return [f'"{pair}"' for pair in pairs[:: max(1, -(-len(pairs) // _MOST_PAIRS))]]

    def expression(self, texts: Iterable[str]) -> str:
        """The MATCH expression for notices that may hold all of `texts`; "" for all notices."""
        pairs = list(dict.fromkeys(pair for text in texts if text for pair in self.asked(text)))
        return " AND ".join(pairs[:: max(1, -(-len(pairs) // _MOST_PAIRS))])


def _of(moved: str) -> Iterable[str]:
    return map("".join, zip(moved, moved[1:], strict=False))
