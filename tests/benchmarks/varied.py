"""Issues made out of the shared texts and the sample, no two alike.

Each notice keeps its blocks; a third of its sentences are exchanged for others, some words for
other words of the dictionary, numbers for other numbers (years stay years), and issuers, sections
and dates vary, so that an index meets new words and numbers as it would in a real library.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from storage.db.notice_json import rows_of_text
from storage.parse import parse_source
from storage.search.segmenter import Segmenter, jieba_folder
from storage.sources import read_source
from storage.types import Block, Issue, Notice, ParsedSource
from tests.shared_texts import all_texts

ROOT = Path(__file__).resolve().parents[2]
DICTIONARY = ROOT / "resources" / "dictionary"
SAMPLE = sorted((ROOT / "resources" / "sample").glob("*.txt"))

ISSUE_CHARACTERS = 75_000
_OTHER_SENTENCES = 0.3
_OTHER_WORDS = 0.03
_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"[^。]+。|[^。]+$")
_YEARS = range(2004, 2025)
_PLACES = [first + second for first in "云霁临清安永丰东江兴" for second in "州川山陵溪"]
_BODIES = ["人民政府", "人民政府办公室", "财政局", "工业和信息化局", "教育局", "民政局", "住建局"]
_SECTIONS = ["市政府文件", "市政府办公室文件", "部门文件", "人事任免", "政策解读", "省政府文件"]
_GAZETTES = ["云州市人民政府公报", "霁川市人民政府公报", "临江省人民政府公报"]


class Varied:
    """Makes issues, the same ones for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        self._notices = [
            notice
            for path in [*all_texts(), *SAMPLE]
            for notice in parse_source(read_source(path)).notices
        ]
        self._sentences = [
            sentence
            for notice in self._notices
            for block in notice.blocks
            if block.kind == "paragraph"
            for sentence in _SENTENCE.findall(block.text)
        ]
        self._cut = Segmenter(DICTIONARY, ROOT / "build").cut
        self._words: dict[str, list[str]] = {}
        self._place = 0

    def issues(self, count: int) -> Iterator[ParsedSource]:
        """So many issues of three gazettes, as the recogniser would give them."""
        for number in range(count):
            name = _GAZETTES[number % 3]
            year = _YEARS[number // 3 % len(_YEARS)]
            issue = Issue(name, year, 1 + number // 3 // len(_YEARS), number + 1)
            notices: list[Notice] = []
            left = ISSUE_CHARACTERS
            while left > 0:
                notice = self._vary(self._notices[self._place % len(self._notices)], year)
                self._place += 1
                left -= len(notice.text)
                notices.append(notice)
            yield ParsedSource(f"{name}{year}-{number}", issue, notices=tuple(notices))

    def _vary(self, notice: Notice, year: int) -> Notice:
        chance = self._chance
        place = chance.choice(_PLACES) + chance.choice("市县区")
        issuer = place + chance.choice(_BODIES)
        blocks = tuple(self._block(block) for block in notice.blocks)
        titles = [block.text for block in blocks if block.kind == "title"]
        number = None
        if notice.number:
            number = f"{place[0]}政发〔{year}〕{chance.randint(1, 400)}号"
        return replace(
            notice,
            blocks=blocks,
            title="".join(titles) or self._text(notice.title),
            number=number,
            issuer=issuer,
            section=chance.choice(_SECTIONS),
            date=f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        )

    def _block(self, block: Block) -> Block:
        text = block.text
        if block.kind == "paragraph":
            text = "".join(map(self._sentence, _SENTENCE.findall(text))) or text
        text = self._text(text)
        return replace(block, text=text, rows=rows_of_text(text) if block.rows else None, spans=())

    def _sentence(self, sentence: str) -> str:
        if self._chance.random() < _OTHER_SENTENCES:
            return self._chance.choice(self._sentences)
        return sentence

    def _text(self, text: str) -> str:
        if text not in self._words:
            self._words[text] = self._cut(text)
        random_number = self._chance.random
        words = [
            self._other(word) if random_number() < _OTHER_WORDS else word
            for word in self._words[text]
        ]
        return _NUMBER.sub(self._number, "".join(words))

    def _other(self, word: str) -> str:
        if not "\u4e00" <= word[0] <= "\u9fd5":
            return word
        words, weights = vocabulary().get(len(word), ([word], [1]))
        return self._chance.choices(words, cum_weights=weights)[0]

    def _number(self, found: re.Match[str]) -> str:
        digits = found[0]
        if len(digits) == 4 and digits[:2] in ("19", "20"):
            return str(self._chance.choice(_YEARS))
        return "".join(self._chance.choice("0123456789") for _ in digits)


@lru_cache(maxsize=1)
def vocabulary() -> dict[int, tuple[list[str], list[float]]]:
    """The words of jieba's dictionary by length, with their frequencies added up.

    Their roots are taken, so that rare words come in too.
    """
    folder = jieba_folder()
    assert folder is not None
    words: dict[int, tuple[list[str], list[float]]] = {}
    for line in (folder / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split(" ")
        if all("\u4e00" <= character <= "\u9fd5" for character in word):
            known, weights = words.setdefault(len(word), ([], []))
            known.append(word)
            weights.append(float(frequency) ** 0.5)
    return {size: (known, list(accumulate(weights))) for size, (known, weights) in words.items()}
