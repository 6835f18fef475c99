"""Long words taken apart, so that 统计 is found in 国家统计局 and 污染 in 重污染天气.

The dictionary knows many names whole. A word of four characters or more gets the cuts that it
would have if the dictionary did not know it, where these are words: 国家|统计局, 人民|政府 (and
民政 is still in neither). One that falls into single characters stays whole: 乌鲁木齐, 实事求是.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

Cutter = Callable[[str], list[str]]

_LONG = 4
# What it costs to leave a character alone; less for those that join words (工业和信息化) or
# stand behind them (大数据局). A word of six characters may cost as much as one, and so on.
_ALONE, _OFTEN_ALONE = 2, 1
_JOINING = frozenset("和与及的局厅部委办处科")
_CHARACTERS_FOR_ONE = 6


def finely(cut: Cutter) -> Cutter:
    """A cutter whose long words are taken apart; it remembers how."""
    parts = _Parts(cut)

    def cut_finely(text: str) -> list[str]:
        return list(chain.from_iterable(map(parts.__getitem__, cut(text))))

    return cut_finely


class _Parts(dict[str, list[str]]):
    """The parts of each word: itself where it is short."""

    def __init__(self, cut: Cutter) -> None:
        super().__init__()
        self._cut = cut

    def __missing__(self, word: str) -> list[str]:
        self[word] = [word] if len(word) < _LONG else _taken_apart(word, self._cut)
        return self[word]


def _taken_apart(word: str, cut: Cutter) -> list[str]:
    """The best parts of a long word, long ones taken apart in turn; itself where none is good."""
    splits = [cut(word[:place]) + cut(word[place:]) for place in range(1, len(word))]
    best = min(splits, key=lambda parts: (_cost(parts), len(parts)))
    if _cost(best) > _ALONE * max(1, len(word) // _CHARACTERS_FOR_ONE):
        return [word]
    return [
        part
        for piece in best
        for part in (_taken_apart(piece, cut) if len(piece) >= _LONG else [piece])
    ]


def _cost(parts: list[str]) -> int:
    return sum(_OFTEN_ALONE if part in _JOINING else _ALONE for part in parts if len(part) == 1)
