"""Where words begin and end in a text.

Only runs of Chinese characters go to the segmenter; a run of Latin letters and digits is one
word, any other character stands alone. So jieba and rjieba, which differ in 2020-2025, agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from storage.search.compounds import Cutter

# 关于印发 / pm / 2 / . / 5 / 管控方案; the Chinese characters are those that jieba cuts.
_FIRST, _LAST = "\u4e00", "\u9fd5"
_RUN = re.compile(rf"[{_FIRST}-{_LAST}]+|[a-z0-9]+|.", re.DOTALL)


def words_of(pieces: Iterable[str], cut: Cutter) -> list[str]:
    """The words of squeezed, folded pieces, in order; a word never runs over two pieces."""
    runs = [run for piece in pieces for run in _RUN.findall(piece)]
    # One call for all runs: a call for each costs more than the cutting.
    chinese = [run for run in runs if _FIRST <= run[0] <= _LAST]
    cut_words = cut("\n".join(chinese) + "\n")
    words: list[str] = []
    at = 0
    for run in runs:
        if _FIRST <= run[0] <= _LAST:
            end = cut_words.index("\n", at)
            words += cut_words[at:end]
            at = end + 1
        else:
            words.append(run)
    return words


class _Ends(dict[int, bytes]):
    """For each length of a word: 0 for its characters, 1 for the last."""

    def __missing__(self, length: int) -> bytes:
        self[length] = bytes(length - 1) + b"\1" if length else b""
        return self[length]


_ENDS = _Ends()


class Cuts:
    """The places in a text where a word begins or ends, one byte a place, both ends included.

    With bits instead, counting a common word took half as long again.
    """

    __slots__ = ("flags",)

    def __init__(self, flags: bytes) -> None:
        self.flags = flags

    @classmethod
    def of_words(cls, words: Sequence[str]) -> Cuts:
        """The cuts of a text that is these words, one after the other."""
        return cls.of_lengths(map(len, words))

    @classmethod
    def of_lengths(cls, lengths: Iterable[int]) -> Cuts:
        """The cuts of a text whose words have these lengths."""
        return cls(b"\1" + b"".join(map(_ENDS.__getitem__, lengths)))

    @classmethod
    def none(cls, text: str) -> Cuts:
        """The cuts of a text that nobody cut into words: its two ends."""
        return cls.of_words([text])

    def __contains__(self, place: int) -> bool:
        return bool(self.flags[place])

    def split(self, text: str, start: int, end: int) -> list[str]:
        """The words, or parts of words, between two places of the text."""
        inner = [place for place in range(start + 1, end) if place in self]
        return [text[a:b] for a, b in zip([start, *inner], [*inner, end], strict=True)]
