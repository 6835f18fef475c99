"""What the text says of other documents: amends, repeals, replaces."""

from __future__ import annotations

import re

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.text import normal_number, squeeze
from storage.types import Relation

# 《某办法》(某政发〔2017〕105号)同时废止
_TARGET = re.compile(
    rf"《([^《》]{{2,120}})》(?:\(?({patterns.CODE}?{patterns.BRACKETED_YEAR}{patterns.COUNT})\)?)?"
)
# 原某政策(试行)(某开办发〔2022〕106号)自本政策生效之日起废止
_NUMBERED = re.compile(
    rf"原([^。;,《》]{{4,80}}?)\(({patterns.CODE}?{patterns.BRACKETED_YEAR}{patterns.COUNT})\)"
)
_ENDED = re.compile(r"同时废止|自动废止|即行废止|予以废止|起废止|停止执行|同时失效|自行废止|废止。")
_AMENDS_TITLE = re.compile(r"关于(?:修改|修订|修正)(?=.{0,4}《)")
_REPEALS_TITLE = re.compile(r"关于(?:废止|宣布失效)")


def read_relations(draft: Draft) -> None:
    """Find sentences that end or change another document."""
    title = key_of(draft.title)
    if _AMENDS_TITLE.search(title):
        for target in _TARGET.finditer(title):
            draft.relations.append(Relation("amends", target.group(1), draft.head.start))
    for line in draft.solid(draft.body_start):
        if "废止" in line.key or "失效" in line.key or "停止执行" in line.key:
            _read_line(draft, line.at)


def _read_line(draft: Draft, at: int) -> None:
    squeezed = squeeze(draft.line(at).text)
    key = key_of(squeezed)
    start = 0
    for sentence in re.split(r"(?<=[。;])", key):
        ended = _ENDED.search(sentence)
        if ended:
            named = list(_TARGET.finditer(sentence, 0, ended.start()))
            for target in named or _NUMBERED.finditer(sentence, 0, ended.start()):
                _add(draft, squeezed, start, target, at)
        start += len(sentence)


def _add(draft: Draft, squeezed: str, start: int, target: re.Match[str], at: int) -> None:
    group = 2 if target.group(2) else 1
    words = squeezed[start + target.start(group) : start + target.end(group)]
    words = normal_number(words.strip("()（）")) if group == 2 else words
    draft.relations.append(Relation("supersedes", words, at))
