"""What somebody types to go somewhere: steps to a place, a page, a document's number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from storage.addresses.book import CLAUSE, PART
from storage.text import chinese_number, fold

_NUMERAL = r"(?:[〇○零一二三四五六七八九十百两]{1,7}|[0-9]{1,3}(?![0-9]))"
_BETWEEN = re.compile(r"[\s、,./·>:;-]*")
# 第十七条   17条   第二款
_WITH_UNIT = re.compile(rf"第?\s*({_NUMERAL})\s*([编章节条款目])")
# 第（三）项   三项
_ITEM = re.compile(rf"第?\s*\(?\s*({_NUMERAL})\s*\)?\s*项")
# 附件2   附件二   附录   附件1-2
_ATTACHMENT = re.compile(rf"附\s*[件录表图]?\s*第?\s*({_NUMERAL}(?:\s*-\s*{_NUMERAL})?)?\s*号?")
# （二）   (2)
_ENCLOSED = re.compile(rf"\(\s*({_NUMERAL})\s*\)")
# ②   ㈡
_SIGN = re.compile(r"[①-⑳㈠-㈩]")
# 3.2.1
_DECIMAL = re.compile(r"[0-9]{1,2}(?:\s*\.\s*[0-9]{1,2})+(?![0-9])")
# 三   3   第十七   三、   3.
_BARE = re.compile(rf"第?\s*({_NUMERAL})(\s*[、.])?")
# 第12页   12页   p12   p. 12   页12
_PAGE = re.compile(rf"(?:第?\s*({_NUMERAL}|[0-9]{{4}})\s*页|(?:p|page|页)\s*\.?\s*([0-9]{{1,4}}))")
_FIGURE = re.compile(r"[0-9]{1,4}")
# 某政办发〔2020〕44号   2020 44   〔2020〕第44号   某政办发2020-44
_DOCUMENT = re.compile(
    r"([\u3400-\u9fffa-z]{0,24}?)\s*[\[(]?\s*((?:19|20)[0-9]{2})\s*(?:([\])年])|[-\s])\s*"
    r"(第)?\s*([0-9]{1,5})\s*([号號])?"
)

_UNITS = {
    "编": "book",
    "章": "chapter",
    "节": "section",
    "条": "article",
    "款": CLAUSE,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One number of an address: the forms it may have, the likeliest first, and its value."""

    forms: tuple[tuple[str, ...], ...]
    value: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number as typed: what stands before the year ("" for nothing), year, count."""

    code: str
    year: int
    count: int


def read_steps(typed: str) -> tuple[Step, ...]:
    """The steps of an address, () where what was typed is none."""
    text = fold(typed).strip()
    steps: list[Step] = []
    at = _BETWEEN.match(text).end() if text else 0  # type: ignore[union-attr]
    while at < len(text):
        read = _read_step(text, at, first=not steps)
        if read is None:
            return ()
        step, at = read
        steps.append(step)
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
    return tuple(steps)


def _read_step(text: str, at: int, *, first: bool) -> tuple[Step, int] | None:
    if first and (found := _ATTACHMENT.match(text, at)):
        parts = found.group(1).split("-") if found.group(1) else []
        return _step(((PART,),), *parts), found.end()
    if found := _ITEM.match(text, at):
        return _step((("paren",), ("small",), ("dot",)), found.group(1)), found.end()
    if found := _WITH_UNIT.match(text, at):
        unit = _UNITS.get(found.group(2))
        forms = ((unit,),) if unit else (("dot",), ("small",))
        return _step(forms, found.group(1)), found.end()
    if found := _ENCLOSED.match(text, at):
        forms = (("small",), ("paren",)) if found.group(1).isdigit() else (("paren",), ("small",))
        return _step(forms, found.group(1)), found.end()
    if found := _SIGN.match(text, at):
        form = "circle" if found.group() in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" else "paren"
        return Step(((form,),), (int(unicodedata.numeric(found.group())),)), found.end()
    if found := _DECIMAL.match(text, at):
        return _step((("decimal",),), *found.group().split(".")), found.end()
    if found := _BARE.match(text, at):
        forms = _bare_forms(found.group(1), first=first, with_stop=bool(found.group(2)))
        return _step(forms, found.group(1)), found.end()
    return None


def _bare_forms(numeral: str, *, first: bool, with_stop: bool) -> tuple[tuple[str, ...], ...]:
    """What a number without brackets or unit may be; 、 or a point behind it says more."""
    if with_stop and not numeral.isdigit():
        return ("one",), ("article", "chapter"), ("paren",)
    if with_stop:
        return ("dot",), ("figure", "one", "article"), ("small", "paren"), ("circle",)
    if numeral.isdigit():
        heads = ("figure", "one", "article")
        if first:
            return heads, ("chapter",), ("dot",), ("small", "paren")
        return ("dot",), heads, ("small", "paren"), ("circle",)
    heads = ("one", "article")
    return (heads, ("chapter",), ("paren",)) if first else (heads, ("paren",), ("dot",))


def _step(forms: tuple[tuple[str, ...], ...], *numerals: str) -> Step:
    values = [chinese_number(numeral) for numeral in numerals]
    return Step(forms, tuple(value for value in values if value is not None))


def read_page(typed: str, *, bare: bool = False) -> int | None:
    """The page that was typed, None where it is none; `bare`: figures alone may be one, too."""
    text = fold(typed).strip()
    if bare and _FIGURE.fullmatch(text):
        return int(text)
    found = _PAGE.fullmatch(text)
    return chinese_number(found.group(1) or found.group(2)) if found else None


def read_number(typed: str) -> DocumentNumber | None:
    """The document number that was typed, its form forgiven; None where it is none."""
    found = _DOCUMENT.fullmatch(fold(typed).strip())
    if found is None:
        return None
    code, year, sign, _, count, ends = found.groups()
    if sign == "年" and not ends:  # 2020年3 is as well the beginning of a date
        return None
    return DocumentNumber("".join(code.split()), int(year), int(count))
