"""The forms of numbering at the head of a paragraph: 第一章, 第三条, 一、, （二）, 1., 1.1, ①.

The patterns are matched against a text's key (squeezed, narrow, lower case), those that say so
against the text itself. Each is anchored and bounded, so that none takes more than linear time.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from storage.text import chinese_number, fold, squeeze

CHINESE_NUMERAL = r"[〇○零一二三四五六七八九十百]"

# 第一章总则
CHAPTER = re.compile(rf"^第({CHINESE_NUMERAL}{{1,5}}|[0-9]{{1,3}})[章编]")
# 第二节监督
SECTION = re.compile(rf"^第({CHINESE_NUMERAL}{{1,5}}|[0-9]{{1,3}})节")
# 第二十一条
ARTICLE = re.compile(rf"^第({CHINESE_NUMERAL}{{1,6}}|[0-9]{{1,3}})条")
# 第三条的规定   第三条第二款 (a mention at the head of a wrapped line: matched against the text)
ARTICLE_MENTIONED = re.compile(
    rf"^第(?:{CHINESE_NUMERAL}{{1,6}}|[0-9]{{1,3}})条[的第、和及至所与或，,。）)》”]"
)
# 一、总体要求
ONE = re.compile(rf"^({CHINESE_NUMERAL}{{1,4}}|-)(?:[、.,](?!$))")
# 三 整治步骤 (numeral, blank, words: matched against the text)
SPACED_NUMERAL = re.compile(r"^([一二三四五六七八九十]{1,3})[ \u3000]+[\u3400-\u9fff]{2,20}$")
# (一)加强组织领导
PAREN = re.compile(rf"^(?:\(({CHINESE_NUMERAL}{{1,4}})[)〉》>][、.]?|[㈠-㈩])")
# 1.1编制目的   1.1.1   2.1.
DECIMAL = re.compile(
    r"^([1-9][0-9]?(?:\.[0-9]{1,2}){1,3})(?![0-9.%]*[0-9%])[.、]?"
    r"(?=[^0-9,。;])(?!元|米|公里|公斤|公顷|吨|平方|立方|亩|℃|千米|千瓦|千克|百分|万|亿|个|年|月|日|倍|小时)"
)
# 1.摸清底数   1、   1）
DOT = re.compile(r"^([0-9]{1,3})(?:[、)]|\.(?![0-9])|\.(?=(?:19|20)[0-9]{2}[年-]))")
# (1)摸清底数
SMALL = re.compile(r"^\(([0-9]{1,3})\)")
# ①摸清底数
CIRCLE = re.compile(r"^[①-⑳]")
# 1总则 (figure, blank, words: matched against the text, not the key)
SPACED_FIGURE = re.compile(r"^([0-9]{1,2})[ \u3000]+(?=[\u3400-\u9fff])")

# In the order in which they are tried.
_FORMS = (
    ("chapter", CHAPTER),
    ("section", SECTION),
    ("article", ARTICLE),
    ("one", ONE),
    ("paren", PAREN),
    ("small", SMALL),
    ("decimal", DECIMAL),
    ("dot", DOT),
    ("circle", CIRCLE),
)
_FIRST = frozenset("第(-㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩①②③④⑤⑥⑦⑧⑨⑩〇○零一二三四五六七八九十百0123456789")
_LONGEST_FIGURE_HEAD = 24
_HEAD = 60
"""Characters of a text in which its number is looked for."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a head: 第三条 is "article" (3,), 1.2 is "decimal" (1, 2), 1 总则 "figure" (1,).

    第二编 is "book"; the other forms are those of `form_of`.
    """

    form: str
    value: tuple[int, ...]


def form_of(key: str, text: str) -> str:
    """The form of numbering at the head of a text and its key, "" where there is none."""
    if not key or key[0] not in _FIRST or ARTICLE_MENTIONED.match(text):
        return ""
    for name, pattern in _FORMS:
        if pattern.match(key):
            return name
    if SPACED_FIGURE.match(text) and len(key) <= _LONGEST_FIGURE_HEAD:
        return "figure"
    return "one" if SPACED_NUMERAL.match(text) else ""


def number_of(text: str) -> Number | None:
    """The number at the head of a paragraph or head, None where it has none."""
    text = text.lstrip()
    key = fold(squeeze(text[:_HEAD]))
    form = form_of(key, text)
    if not form:
        return None
    value = _value(form, key, text)
    if value is None:
        return None
    return Number("book" if form == "chapter" and "编" in key[:8] else form, value)


def _value(form: str, key: str, text: str) -> tuple[int, ...] | None:
    if form == "circle" or (form == "paren" and key[0] in "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"):
        return (int(unicodedata.numeric(key[0])),)
    if form == "decimal":
        found = DECIMAL.match(key)
        return tuple(int(part) for part in found.group(1).split(".")) if found else None
    patterns = dict(_FORMS)
    found = patterns[form].match(key) if form in patterns else None
    found = found or SPACED_FIGURE.match(text) or SPACED_NUMERAL.match(text)
    if found is None:
        return None
    if found.group(1) == "-":  # OCR reads 一 so
        return (1,)
    value = chinese_number(found.group(1))
    return None if value is None else (value,)
