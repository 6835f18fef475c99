"""Document numbers: 某政办发〔2020〕44号, whatever brackets and blanks it is written with."""

from __future__ import annotations

import re

from storage.search.language.tree import Kind, Term

_OPEN = r"[\[({〖〈<]"
_CLOSE = r"[\])}〗〉>]"
_YEAR = r"(?:19|20)\d\d"
_GAP = r"\s{0,3}"
# 某政办发〔2020〕44号   某政发 [2020] 第 4 号   国办函(2019)12
# Every part is bounded: a query of 10,000 characters must not take seconds.
NUMBER = re.compile(
    rf"(?P<agency>[^\W_]{{0,40}}){_GAP}{_OPEN}{_GAP}(?P<year>{_YEAR}){_GAP}年?{_GAP}{_CLOSE}"
    rf"{_GAP}第?{_GAP}(?P<serial>\d{{1,5}})(?!\d)(?:{_GAP}号)?"
)
# 某政办发2020 44号   2020-44: without brackets only where a field says that it is a number.
_LOOSE = re.compile(
    rf"(?P<agency>[^\W\d_]{{0,40}})(?P<year>{_YEAR})年?[^\w]{{1,3}}第?(?P<serial>\d{{1,5}})号?"
)


def number_term(found: re.Match[str]) -> Term:
    """The term for a match of `NUMBER`: its brackets in any form, no part of a longer number."""
    agency, year, serial = found["agency"], found["year"], found["serial"].lstrip("0")
    pattern = re.compile(
        rf"{re.escape(agency)}{_OPEN}{year}年?{_CLOSE}第?0*{serial or '0'}(?!\d)号?"
    )
    certain = tuple(text for text in (agency, year, serial) if len(text) > 1)
    text = f"{agency}[{year}]{serial or '0'}号"
    start, end = found.span()
    return Term(text, Kind.NUMBER, pattern, certain, start=start, end=end)


def loose_number(text: str) -> re.Pattern[str] | None:
    """The pattern for a number typed without brackets, None where it does not look like one."""
    found = _LOOSE.fullmatch(text.strip())
    if found is None:
        return None
    serial = found["serial"].lstrip("0") or "0"
    return re.compile(
        rf"{re.escape(found['agency'])}{_OPEN}?{found['year']}年?{_CLOSE}?第?0*{serial}(?!\d)号?"
    )


def part_of_number(text: str) -> re.Pattern[str]:
    """The pattern for a part of a number: 35号 is no part of 135号, nor 35 of 2035."""
    head = r"(?<!\d)0*" if text[:1].isdigit() else ""
    plain = text.removesuffix("号") or text
    tail = r"(?!\d)" if plain[-1:].isdigit() else ""
    return re.compile(f"{head}{re.escape(plain)}{tail}号?")
