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
Setting = tuple[float, float, float]
"""The type's size, how long a cell may be that is not broken, and what the edges take."""
_PLAIN: Setting = (1.0, 8.0, _EDGES)
_HEAD_WORD = 5.0
"""Characters up to which a word of a head is not broken: 2017年 完成量."""
_SETTINGS: tuple[Setting, ...] = (
    (0.86, 8.0, _EDGES),
    (0.86, 8.0, _TIGHT_EDGES),
    (0.8, 8.0, _TIGHT_EDGES),
    (0.74, 8.0, _TIGHT_EDGES),
    (0.78, 5.0, _TIGHT_EDGES),
    (0.7, 6.0, _TIGHT_EDGES),
    (0.7, 4.0, _TIGHT_EDGES),
)
"""How a table may be set, the best first (平定县人民政府 is a cell that is better not broken)."""
_LATIN_WIDTH = 0.56
_MOST_ROWS = 200
_TALLEST_ROWS = 24
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
    tried: list[tuple[float, Setting, list[float]]] = []
    for setting in (_PLAIN, *_SETTINGS) if plain else _SETTINGS:
        widths, fits = _widths(columns, tallest, heads, setting, line, plain=plain)
        heights = _heights(tallest, widths, setting[2])
        if fits and max(heights) <= _TALL:
            break
        tried.append(((not fits) * 1e6 + sum(heights) * setting[0], setting, widths))
    else:
        _, setting, widths = min(tried, key=_cost)
    size, _, edges = setting
    return Columns(
        tuple(width / sum(widths) * 100 for width in widths),
        tuple(_is_centred(cells[heads:]) for cells in columns),
        size,
        0.28 if edges == _EDGES else 0.14,
    )


def least_width(rows: Sequence[Sequence[str]], heads: int = 0) -> float:
    """How many characters of running text a table needs that is set in the usual size."""
    columns = list(zip(*rows[:_MOST_ROWS], strict=True))
    size, short, edges = _SETTINGS[0]
    return sum(_least(cells, heads, short) + edges for cells in columns) * size


def _cost(tried: tuple[float, Setting, list[float]]) -> float:
    return tried[0]


def _widths(
    columns: Sequence[Sequence[str]],
    tallest: Sequence[Sequence[float]],
    heads: int,
    setting: Setting,
    line: float,
    *,
    plain: bool,
) -> tuple[list[float], bool]:
    """Give each column what it needs at least, and the rest to those that want more.

    Also whether there is room enough.
    """
    size, short, edges = setting
    room = line / size
    least = [_least(cells, heads, short) + edges for cells in columns]
    spare = room - sum(least)
    if spare <= 0:
        return least, spare == 0
    natural = [
        max(_natural(cells) + edges, need) for cells, need in zip(columns, least, strict=True)
    ]
    rest = room - sum(natural)
    if rest < 0:
        return _filled(tallest, least, edges, spare), True
    if plain:
        return [*natural[:-1], natural[-1] + rest], True
    # The longer the texts of a column, the more of the rest it has.
    squares = [one**2 for one in natural]
    part = rest / sum(squares)
    return [one + square * part for one, square in zip(natural, squares, strict=True)], True


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


def _least(cells: Sequence[str], heads: int, short: float) -> float:
    """What a column needs at least: runs that must not be broken are whole.

    A column of words not longer than `short` keeps all of them whole; its head may take lines.
    """
    body = cells[heads:]
    longest = max((width_of(cell) for cell in body), default=0.0)
    head = max((_head_least(cell) for cell in cells[:heads]), default=0.0)
    if longest <= short:
        return max(longest or (0.0 if head else _LEAST), head)
    runs = (width_of(run) for cell in body for run in _RUN.findall(cell))
    return max(min(max(_LEAST, *runs, 0.0), _LONGEST * 0.7), head)


def _head_least(cell: str) -> float:
    whole = width_of(cell)
    if whole <= _CENTRED:
        return whole
    runs = [width_of(run) for run in _RUN.findall(cell)]
    words = [width for width in map(width_of, cell.split()) if width <= _HEAD_WORD]
    return min(max(ceil(whole / _HEAD_LINES), 2.0, *runs, *words), whole)


def _is_centred(cells: Sequence[str]) -> bool:
    """Figures, dates and very short words stand in the middle, all else from the left."""
    return all(width_of(cell) <= _CENTRED or _FIGURES.fullmatch(cell) for cell in cells)
