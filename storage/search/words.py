"""Where words begin and end in a text, and which of them say what it is about.

Only runs of Chinese characters go to the segmenter; a run of Latin letters and digits is one
word, any other character stands alone. So jieba and rjieba, which differ in 2020-2025, agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from storage.search.compounds import Cutter
from storage.search.segmenter import jieba_folder

# 关于印发 / pm / 2 / . / 5 / 管控方案; the Chinese characters are those that jieba cuts.
_RUN = re.compile(r"([\u4e00-\u9fd5]+)|[a-z0-9]+|.", re.DOTALL)
_MOST_KEY_WORDS = 24
# The middle of jieba's list of inverse document frequencies.
_UNKNOWN_WORD = "11.95"


def words_of(pieces: Iterable[str], cut: Cutter) -> list[str]:
    """The words of squeezed, folded pieces, in order; a word never runs over two pieces."""
    runs = [found for piece in pieces for found in _RUN.finditer(piece)]
    chinese = [found[1] for found in runs if found[1]]
    # One call for all runs: a call for each costs more than the cutting.
    cut_words = iter(cut("\n".join(chinese)))
    words: list[str] = []
    for found in runs:
        if found[1] is None:
            words.append(found[0])
            continue
        left = len(found[1])
        while left > 0:
            word = next(cut_words)
            if word != "\n":
                words.append(word)
                left -= len(word)
    return words


class _Ends(dict[int, str]):
    """For each length of a word: 0 for its characters, 1 for the last."""

    def __missing__(self, length: int) -> str:
        self[length] = "0" * (length - 1) + "1" if length else ""
        return self[length]


_ENDS = _Ends()


class Cuts:
    """The places in a text where a word begins or ends, one bit a place, both ends included."""

    __slots__ = ("bits",)

    def __init__(self, bits: bytes) -> None:
        self.bits = bits

    @classmethod
    def of_words(cls, words: Sequence[str]) -> Cuts:
        """The cuts of a text that is these words, one after the other."""
        flags = "1" + "".join(map(_ENDS.__getitem__, map(len, words)))
        return cls(int(flags[::-1], 2).to_bytes((len(flags) + 7) // 8, "little"))

    @classmethod
    def none(cls, text: str) -> Cuts:
        """The cuts of a text that nobody cut into words: its two ends."""
        return cls.of_words([text])

    def __contains__(self, place: int) -> bool:
        return bool(self.bits[place >> 3] >> (place & 7) & 1)

    def split(self, text: str, start: int, end: int) -> list[str]:
        """The words, or parts of words, between two places of the text."""
        inner = [place for place in range(start + 1, end) if place in self]
        return [text[a:b] for a, b in zip([start, *inner], [*inner, end], strict=True)]


class KeyWords:
    """Chooses the words that say what a text is about: frequent here, rare in general."""

    def __init__(self) -> None:
        folder = jieba_folder()
        self._rarity = _rarities(folder / "analyse" / "idf.txt") if folder else {}

    def of_words(self, words: Iterable[str]) -> list[str]:
        """At most 24 words of two characters or more, the most telling first."""
        counts = Counter(word for word in words if len(word) > 1 and not word.isdigit())
        weights = {
            word: count * float(self._rarity.get(word, _UNKNOWN_WORD))
            for word, count in counts.items()
        }
        return sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_KEY_WORDS]


@lru_cache(maxsize=1)
def _rarities(file: Path) -> dict[str, str]:
    """jieba's list of inverse document frequencies; empty where it is missing.

    Values are kept as read: 260,000 floats would take longer than all the words of an issue.
    """
    if not file.is_file():
        return {}
    entries = file.read_text(encoding="utf-8").split()
    return dict(zip(entries[::2], entries[1::2], strict=True))
