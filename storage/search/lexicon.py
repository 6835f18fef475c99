"""The words of an index and their codes; texts are kept as codes, two bytes a word.

The codes up to LOCAL are each notice's own: numbers, and words that no other notice is likely
to have. All others stand for the same word everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

LOCAL = 4096
_MOST_CODES = 1 << 16
_LONGEST = 12
# More than this of one text is not cut: the time grows with the square of the word length only.
_MOST_CUT = 2000


class Lexicon:
    """Words by code and codes by word; it grows as texts come in."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.by_code: list[str] = [""] * LOCAL
        self._codes: dict[str, int] = {}
        self.extend(words)

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, word: str) -> bool:
        return word in self._codes

    def extend(self, words: Iterable[str]) -> None:
        """Give words the next codes."""
        for word in words:
            if len(self.by_code) < _MOST_CODES and word not in self._codes:
                self._codes[word] = len(self.by_code)
                self.by_code.append(word)

    def learn(self, texts: Sequence[Sequence[str]]) -> None:
        """Take in the words of many texts, the most frequent first."""
        counts = Counter(word for words in texts for word in words if _is_common(word))
        self.extend(word for word, _ in counts.most_common())

    def encode(self, words: Sequence[str]) -> tuple[list[int], list[str]]:
        """The codes of a text's words and the words of its own; new words get their code."""
        found = list(map(self._codes.get, words))
        codes = [code or 0 for code in found]
        own: dict[str, int] = {}
        for at in [at for at, code in enumerate(found) if code is None]:
            word = words[at]
            if _is_common(word) and len(self.by_code) < _MOST_CODES:
                self.extend([word])
                codes[at] = self._codes[word]
            else:
                codes[at] = own.setdefault(word, len(own))
        return codes, list(own)

    def after(self, count: int) -> list[str]:
        """The words beyond the first `count`, in the order of their codes."""
        return self.by_code[LOCAL + count :]

    def cut(self, text: str) -> list[str]:
        """The fewest words that make up a short text; what is no word is single characters."""
        if len(text) > _MOST_CUT:
            return [text]
        best: list[tuple[int, int]] = [(0, 0)]
        for end in range(1, len(text) + 1):
            options = [
                (best[start][0] + 1, start)
                for start in range(max(0, end - _LONGEST), end)
                if end - start == 1 or text[start:end] in self._codes
            ]
            best.append(min(options))
        words: list[str] = []
        end = len(text)
        while end:
            start = best[end][1]
            words.append(text[start:end])
            end = start
        return words[::-1]

    def like(self, word: str) -> list[str]:
        """The words that differ from a word in one character, one too many or too few."""
        joined = "\n".join(self.by_code[LOCAL:])
        return [found for found in _one_off(word).findall(joined) if found != word]


def _is_common(word: str) -> bool:
    """Whether a word gets a code of its own: Chinese words and signs, no long numbers."""
    return len(word) <= _LONGEST and (len(word) == 1 or not word.isascii())


@lru_cache(maxsize=64)
def _one_off(word: str) -> re.Pattern[str]:
    forms: list[str] = []
    for at in range(len(word)):
        head, tail = re.escape(word[:at]), re.escape(word[at + 1 :])
        forms += [f"{head}.{tail}", f"{head}{tail}", f"{head}.{re.escape(word[at:])}"]
    return re.compile(rf"^(?:{'|'.join(dict.fromkeys(forms))})$", re.MULTILINE)
