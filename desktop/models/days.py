"""Days as people type and read them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from storage.text import chinese_number, fold, iso_date, squeeze

# 6月30日   6-30   06/30
_IN_A_YEAR = re.compile(r"(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?")
# 20240630
_IN_A_ROW = re.compile(r"(\d{4})(\d{2})(\d{2})")
# +7   +2周   3天后
_FROM_NOW = re.compile(r"\+?(\d{1,3})(天|日|周|星期|个月|月|d|w|m)?后?")
_WORDS = {"今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2}
_LONG_PAST = 183
_WEEK, _MONTH = ("周", "星期", "w"), ("月", "个月", "m")


def read_day(text: str, today: date) -> str | None:
    """A typed day in ISO form, "" for nothing typed; None where it is no day.

    2024-06-30, 2024年6月30日, 20240630, 6月30日 and 6-30 (of this year, of the next one where that
    is more than half a year past), 今天, 明天, +7, +2周, 3天后.
    """
    plain = fold(squeeze(text))
    if not plain:
        return ""
    if plain in _WORDS:
        return (today + timedelta(days=_WORDS[plain])).isoformat()
    full = iso_date(plain)
    if full is not None and len(full) == len("2024-06-30"):
        return full
    found = _IN_A_ROW.fullmatch(plain)
    if found is not None:
        return _day(*map(int, found.groups()))
    found = _IN_A_YEAR.fullmatch(plain)
    if found is not None:
        return _next(today, *map(int, found.groups()))
    return _from_now(plain, today)


def _next(today: date, month: int, day: int) -> str | None:
    """The day of this year, or of the next one where it is long past."""
    this = _day(today.year, month, day)
    left = days_left(this, today) if this else None
    return _day(today.year + 1, month, day) if left is None or left < -_LONG_PAST else this


def _from_now(plain: str, today: date) -> str | None:
    found = _FROM_NOW.fullmatch(plain)
    if found is None or (not plain.startswith("+") and not plain.endswith("后")):
        return None
    count, unit = chinese_number(found.group(1)) or 0, found.group(2)
    if unit in _MONTH:
        return month_later(today, count).isoformat()
    days = count * 7 if unit in _WEEK else count
    return (today + timedelta(days=days)).isoformat()


def month_later(day: date, months: int = 1) -> date:
    """The same day some months later, the last of the month where it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def days_left(day: str, today: date) -> int | None:
    """How many days are left to a day in ISO form, negative where it is past; None for no day."""
    try:
        return (date.fromisoformat(day) - today).days
    except ValueError:
        return None
