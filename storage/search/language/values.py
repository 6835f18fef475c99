"""What the fields 日期, 年 and 期 take: one value, or a range of them."""

from __future__ import annotations

import re

from storage.search.language.fields import DATE, ISSUE, YEAR
from storage.search.language.tree import Range
from storage.text import fold

# 2022   2022-03   2022/3/5   2022.3.5   2022年3月5日
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_YEAR = re.compile(r"(\d{4})年?")
# 2   第2期   2024-2   2024年第2期
_ISSUE = re.compile(r"(?:(\d{4})(?:年第?|[-/.]))?第?(\d{1,3})期?")
# 2022-03..2023   2022年3月至2023年   2022~2023
_BETWEEN = re.compile(r"(.*?)(?:\.\.+|至|到|~)(.*)", re.DOTALL)
_COMPARED = re.compile(r"(>=|<=|>|<|≥|≤)(.*)", re.DOTALL)
# 2022年以来
_SINCE = re.compile(r"(.*?)(以来|以后|之后|以前|之前)")


def read_range(field: str, value: str) -> Range | None:
    """The range that a value of a ranged field names; None where it cannot be read.

    Where both bounds are there and the wrong way round, they are taken the right way round.
    """
    text = "".join(fold(value).split())
    compared = _COMPARED.fullmatch(text)
    if compared:
        return _compared(field, compared[1], _bound(field, compared[2]))
    since = _SINCE.fullmatch(text)
    if since:
        sign = {"以来": ">=", "以后": ">", "之后": ">"}.get(since[2], "<")
        return _compared(field, sign, _bound(field, since[1]))
    between = _BETWEEN.fullmatch(text)
    if between is None:
        one = _bound(field, text)
        return Range(field, one, one) if one else None
    low, high = (_bound(field, side) if side else "" for side in between.groups())
    if low is None or high is None or not (low or high):
        return None
    if low and high and low > high and not low.startswith(high):
        low, high = high, low
    return Range(field, low, high)


def _compared(field: str, sign: str, bound: str | None) -> Range | None:
    if not bound:
        return None
    if sign in (">", ">=", "≥"):
        return Range(field, low=bound, open_low=sign == ">")
    return Range(field, high=bound, open_high=sign == "<")


def _bound(field: str, text: str) -> str | None:
    """A bound in the form in which values are kept, None where the text is none."""
    if field == YEAR:
        year = _YEAR.fullmatch(text)
        return year[1] if year else None
    if field == ISSUE:
        issue = _ISSUE.fullmatch(text)
        return issue_value(int(issue[1]) if issue[1] else None, int(issue[2])) if issue else None
    day = _DAY.fullmatch(text) if field == DATE else None
    if day is None:
        return None
    year, month, of_month = day.groups()
    if (month and not 1 <= int(month) <= 12) or (of_month and not 1 <= int(of_month) <= 31):
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, of_month) if part)])


def issue_value(year: int | None, number: int) -> str:
    """The number of an issue, with its year where that is told, so that text order is theirs."""
    return f"{number:03}" if year is None else f"{year:04}-{number:03}"
