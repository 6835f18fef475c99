"""Chinese words: the one module that knows jieba and rjieba.

rjieba cuts as jieba does, 26 times as fast, and is ready in a tenth of a second; jieba stands in
where rjieba has no wheel. Both are cut with HMM off, and with our own dictionary.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from storage.search.compounds import Cutter, finely

_TERMS = "terms.txt"
# High enough to win over two frequent characters, low enough to lose to two frequent words.
_FREQUENCY = 2000
_ONLY_WARNINGS = 30


def dictionary_bytes(dictionary: Path) -> bytes:
    """Our own dictionary as it is on the disk; empty where it is missing."""
    file = dictionary / _TERMS
    return file.read_bytes() if file.is_file() else b""


def own_terms(dictionary: Path) -> list[tuple[str, int]]:
    """The words of `terms.txt` in a dictionary folder, each with its frequency.

    A line has words with 、 between, each with its frequency behind a blank where it needs one;
    # begins a remark.
    """
    terms: dict[str, int] = {}
    for line in dictionary_bytes(dictionary).decode("utf-8").splitlines():
        for entry in line.partition("#")[0].split("、"):
            word, _, frequency = entry.strip().partition(" ")
            if word:
                terms[word] = int(frequency) if frequency.isdigit() else _FREQUENCY
    return list(terms.items())


def jieba_folder() -> Path | None:
    """Where jieba's files are; jieba itself is not loaded."""
    found = importlib.util.find_spec("jieba")
    return Path(found.origin).parent if found and found.origin else None


class Segmenter:
    """Cuts runs of Chinese characters into words; loads its dictionary when first used."""

    def __init__(self, dictionary: Path, cache: Path) -> None:
        """`dictionary` is the folder of `terms.txt`, `cache` takes jieba's own cache file."""
        self._dictionary = dictionary
        self._cache = cache

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The words of our own dictionary; jieba's are not loaded for them."""
        return frozenset(word for word, _ in own_terms(self._dictionary))

    @cached_property
    def cut(self) -> Cutter:
        """The function that cuts: its words joined are the text again."""
        fast = importlib.util.find_spec("rjieba") is not None
        terms = tuple(own_terms(self._dictionary))
        return _shared_cutter(terms, None if fast else self._cache)


@lru_cache(maxsize=1)
def _shared_cutter(terms: tuple[tuple[str, int], ...], cache: Path | None) -> Cutter:
    """One cutter for all libraries and threads: it takes 34 MB and a fifth of a second.

    jieba's needs the folder `cache`, rjieba's none.
    """
    return finely(rjieba_cutter(terms) if cache is None else jieba_cutter(terms, cache))


def rjieba_cutter(terms: Sequence[tuple[str, int]]) -> Cutter:
    """A cutter of rjieba's with own terms."""
    import rjieba

    tool = rjieba.Jieba()
    for word, frequency in terms:
        tool.add_word(word, frequency, None)
    return lambda text: tool.cut(text, False)


def jieba_cutter(terms: Sequence[tuple[str, int]], cache: Path) -> Cutter:
    """A cutter of jieba's with own terms; its cache file goes into `cache`."""
    import jieba  # pyright: ignore[reportMissingTypeStubs] -- jieba has no types

    typed: Any = jieba
    typed.setLogLevel(_ONLY_WARNINGS)
    cache.mkdir(parents=True, exist_ok=True)
    tool: Any = typed.Tokenizer()
    tool.tmp_dir = str(cache)
    tool.initialize()
    for word, frequency in terms:
        # jieba counts the old frequency of a known word twice, rjieba does not: near ties differ.
        tool.total -= tool.FREQ.get(word, 0)
        tool.add_word(word, frequency)
    return lambda text: tool.lcut(text, HMM=False)
