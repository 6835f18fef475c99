"""How wide a table's columns are, and which are centred: by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST = 24.0
_SHORT = 8.0
"""Characters up to which a cell is not broken: 平定县人民政府."""
_CENTRED = 4.0
_BLANK = 6.0
"""Characters that an empty column counts as: a form has it to be written in."""
_LEAST = 4.0
_EDGES = 1.0
"""Characters that the padding and the rule of a column take."""
_LATIN_WIDTH = 0.56
_MOST_ROWS = 200

# 2022 年 12 月 27 日   2023-10-11
_DATE = r"\d{2,4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
# 12   3.5%   10条   (1)
_FIGURE = r"[(（]?[\d.,%％+\-—–~～:：/]+[)）]?\s*[\u4e00-\u9fff℃㎡]{0,2}"
_FIGURES = re.compile(rf"(?:{_DATE}|{_FIGURE}|[√×✓—\-/]|是|否|无|有)?")
# What Qt would tear only with violence, and a reader not at all: dates, numbers, words, links.
_RUN = re.compile(rf"{_DATE}|[A-Za-z0-9][A-Za-z0-9.,%+\-—–~:]*")


@dataclass(frozen=True, slots=True)
class Columns:
    """`shares` in percent of the table's width; `size` is the type's, `centred` one a column."""

    shares: tuple[float, ...]
    centred: tuple[bool, ...]
    size: float


def width_of(text: str) -> float:
    """The width of a text in Chinese characters."""
    return sum(_LATIN_WIDTH if one.isascii() else 1.0 for one in text)


def measure_columns(
    rows: Sequence[Sequence[str]], line: float, sizes: Sequence[float], *, has_head: bool
) -> Columns:
    """Measure the columns of a table for a page of `line` characters.

    `sizes` are those the type may have, the usual one first: the first at which no number, date or
    short word is broken is taken.
    """
    seen = rows[:_MOST_ROWS]
    count = max(len(row) for row in seen)
    columns = [[row[at].strip() for row in seen if at < len(row)] for at in range(count)]
    natural = [_natural(cells) + _EDGES for cells in columns]
    least = [_least(cells) + _EDGES for cells in columns]
    size = next((size for size in sizes if sum(least) * size <= line), sizes[-1])
    shares = _share(natural, least, line / size)
    body = [cells[1:] if has_head else cells for cells in columns]
    return Columns(shares, tuple(_is_centred(cells) for cells in body), size)


def _share(natural: list[float], least: list[float], room: float) -> tuple[float, ...]:
    """Give each column what it needs at least, and the rest to those that want more."""
    spare = room - sum(least)
    if spare <= 0:
        widths = least
    elif sum(natural) <= room:
        more = (room - sum(natural)) / sum(natural)
        widths = [one * (1 + more) for one in natural]
    else:
        wants = [(want - need) ** 0.85 for want, need in zip(natural, least, strict=True)]
        part = spare / (sum(wants) or 1)
        widths = [need + want * part for need, want in zip(least, wants, strict=True)]
    return tuple(width / sum(widths) * 100 for width in widths)


def _natural(cells: list[str]) -> float:
    longest = max((width_of(line) for cell in cells for line in cell.split("\n")), default=0.0)
    return min(longest, _LONGEST) or _BLANK


def _least(cells: list[str]) -> float:
    """The longest run that must not be broken; a column of short words keeps all of them whole."""
    longest = max((width_of(cell) for cell in cells), default=0.0)
    if longest <= _SHORT:
        return longest or _LEAST
    runs = (width_of(run) for cell in cells for run in _RUN.findall(cell))
    return min(max(_LEAST, *runs, 0.0), _LONGEST * 0.7)


def _is_centred(cells: list[str]) -> bool:
    """Figures, dates and very short words stand in the middle, all else from the left."""
    return all(width_of(cell) <= _CENTRED or _FIGURES.fullmatch(cell) for cell in cells)
