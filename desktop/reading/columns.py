"""How wide a table's columns are, and which are centred: by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

_LONGEST = 24.0
_CENTRED = 4.0
_BLANK = 6.0
"""Characters that an empty column counts as: a form has it to be written in."""
_LEAST = 4.0
_EDGES = 1.0
"""Characters that the padding and the rule of a column take, where there is room enough."""
_TIGHT_EDGES = 0.6
_HEAD_LINES = 3
"""Lines that a word of a head may take where the table is wide."""
_HEAD_WORD = 5.0
"""Characters up to which a word of a head is not broken: 2017年 完成量."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """A way to set a table; all but `size` count characters of the table's type.

    `size` is the type's; cells up to `short` are not broken (平定县人民政府), nor heads up to
    `head`; `edges` is what padding and rule take, `least` what a column of longer texts has.
    """

    size: float
    short: float
    edges: float = _TIGHT_EDGES
    least: float = _LEAST
    head: float = _CENTRED


_PLAIN = _Setting(1.0, 8, _EDGES)
_SETTINGS = (
    _Setting(0.86, 8, _EDGES),
    _Setting(0.86, 8),
    _Setting(0.8, 8),
    _Setting(0.74, 8),
    _Setting(0.78, 5),
    _Setting(0.7, 6),
    _Setting(0.7, 4),
    _Setting(0.7, 3, least=2.0, head=2.0),
    _Setting(0.62, 3, least=2.0, head=2.0),
)
"""How a table may be set, the best first."""
_LATIN_WIDTH = 0.56
_MOST_ROWS = 200
_TALLEST_ROWS = 24
_LACK = 1e4
_TALL = 7
"""Lines that a row may have before a smaller setting is tried."""

# 2022 年 12 月 27 日   2023-10-11
_DATE = r"\d{2,4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
# 12   3.5%   10条   (1)
_FIGURE = r"[(（]?[\d.,%％+\-—–~～:：/]+[)）]?\s*[\u4e00-\u9fff℃㎡]{0,2}"
_FIGURES = re.compile(rf"(?:{_DATE}|{_FIGURE}|[√×✓—\-/]|是|否|无|有)?")
# What Qt would tear only with violence, and a reader not at all: dates, numbers, words, links.
_RUN = re.compile(rf"{_DATE}|[A-Za-z0-9][A-Za-z0-9.,%+\-—–~:]*")


@dataclass(frozen=True, slots=True)
class Columns:
    """How columns are set.

    `shares` are percents of the table's width; `size` is the type's; `padding` is what is left
    free inside a cell at either side, in characters of running text; `centred` is one a column.
    """

    shares: tuple[float, ...]
    centred: tuple[bool, ...]
    size: float
    padding: float


def width_of(text: str) -> float:
    """The width of a text in Chinese characters."""
    return sum(_LATIN_WIDTH if one.isascii() else 1.0 for one in text)


def measure_columns(
    rows: Sequence[Sequence[str]], line: float, heads: int = 0, *, plain: bool = False
) -> Columns:
    """Measure the columns of a table for a page of `line` characters; its first rows are its head.

    The first setting is taken in which no number, date or short word is broken. A `plain` table
    has no rules and the size of the text around it where it can.
    """
    seen = [[cell.strip() for cell in row] for row in rows[:_MOST_ROWS]]
    columns = list(zip(*seen, strict=True))
    texts = [[width_of(cell) for cell in cells] for cells in columns]
    tallest = sorted(zip(*texts, strict=True), key=max, reverse=True)[:_TALLEST_ROWS]
    tried: list[tuple[float, _Setting, list[float]]] = []
    for setting in (_PLAIN, *_SETTINGS) if plain else _SETTINGS:
        least = [_least(cells, heads, setting) for cells in columns]
        widths = _widths(columns, tallest, least, setting, line, plain=plain)
        heights = _heights(tallest, widths, setting.edges)
        lack = max(sum(least) * setting.size - line, 0.0)
        if not lack and max(heights) <= _TALL:
            break
        tried.append((lack * _LACK + sum(heights) * setting.size, setting, widths))
    else:
        _, setting, widths = min(tried, key=_cost)
    return Columns(
        tuple(width / sum(widths) * 100 for width in widths),
        tuple(_is_centred(cells[heads:]) for cells in columns),
        setting.size,
        0.28 if setting.edges == _EDGES else 0.14,
    )


def wanted_width(rows: Sequence[Sequence[str]], heads: int = 0) -> float:
    """How many characters of running text a table needs to be set in the best way."""
    columns = list(zip(*rows[:_MOST_ROWS], strict=True))
    return sum(_least(cells, heads, _SETTINGS[0]) for cells in columns) * _SETTINGS[0].size


def _cost(tried: tuple[float, _Setting, list[float]]) -> float:
    return tried[0]


def _widths(
    columns: Sequence[Sequence[str]],
    tallest: Sequence[Sequence[float]],
    least: Sequence[float],
    setting: _Setting,
    line: float,
    *,
    plain: bool,
) -> list[float]:
    """Give each column what it needs at least, and the rest to those that want more."""
    edges = setting.edges
    room = line / setting.size
    spare = room - sum(least)
    if spare <= 0:
        return list(least)
    natural = [
        max(_natural(cells) + edges, need) for cells, need in zip(columns, least, strict=True)
    ]
    rest = room - sum(natural)
    if rest < 0:
        return _filled(tallest, least, edges, spare)
    if plain:
        return [*natural[:-1], natural[-1] + rest]
    # The longer the texts of a column, the more of the rest it has.
    squares = [one**2 for one in natural]
    part = rest / sum(squares)
    return [one + square * part for one, square in zip(natural, squares, strict=True)]


def _heights(rows: Sequence[Sequence[float]], widths: Sequence[float], edges: float) -> list[int]:
    """How many lines each row takes."""
    return [
        max(ceil(text / (width - edges)) for text, width in zip(row, widths, strict=True))
        for row in rows
    ]


def _filled(
    rows: Sequence[Sequence[float]], least: Sequence[float], edges: float, spare: float
) -> list[float]:
    """Give the rest, a character at a time, to the column that makes the most rows high."""
    widths = list(least)
    while spare > 0:
        step = min(spare, 1.0)
        pressing = [0] * len(widths)
        for row in rows:
            lines = [ceil(text / (width - edges)) for text, width in zip(row, widths, strict=True)]
            top = max(lines)
            for at, count in enumerate(lines):
                if count == top:
                    pressing[at] += top - 1
        widths[max(range(len(widths)), key=pressing.__getitem__)] += step
        spare -= step
    return widths


def _natural(cells: Sequence[str]) -> float:
    longest = max((width_of(line) for cell in cells for line in cell.split("\n")), default=0.0)
    return min(longest, _LONGEST) or _BLANK


def _least(cells: Sequence[str], heads: int, setting: _Setting) -> float:
    """What a column needs at least, edges and all: runs that must not be broken are whole.

    A column of short words keeps all of them whole; its head may take lines.
    """
    body = cells[heads:]
    longest = max((width_of(cell) for cell in body), default=0.0)
    need = max((_head_least(cell, setting) for cell in cells[:heads]), default=0.0)
    if longest <= setting.short:
        return max(longest or (0.0 if need else _LEAST), need) + setting.edges
    runs = (width_of(run) for cell in body for run in _RUN.findall(cell))
    return max(min(max(setting.least, *runs, 0.0), _LONGEST * 0.7), need) + setting.edges


def _head_least(cell: str, setting: _Setting) -> float:
    whole = width_of(cell)
    if whole <= setting.head:
        return whole
    runs = [width_of(run) for run in _RUN.findall(cell)]
    words = [width_of(word) for word in cell.split()]
    whole_words = [width for width in words if width <= _HEAD_WORD and len(words) > 1]
    return min(max(ceil(whole / _HEAD_LINES), 2.0, *runs, *whole_words), whole)


def _is_centred(cells: Sequence[str]) -> bool:
    """Figures, dates and very short words stand in the middle, all else from the left."""
    return all(width_of(cell) <= _CENTRED or _FIGURES.fullmatch(cell) for cell in cells)
