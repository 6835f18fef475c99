"""Which rows of a table are its head, and which of its cells are merged.

A recognised table has an empty cell wherever a printed one reaches over several; but a cell
without a value, or one that is to be filled in, is empty too. Cells are taken as merged only where
the head or the labels at the left show it, or where a form has nothing beside a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.reading.columns import width_of
from desktop.reading.persons import POST_END

Rows = Sequence[Sequence[str]]
Place = tuple[int, int]
"""A cell's row and column."""
Span = tuple[int, int]
"""How many rows and columns a cell reaches over."""

_MOST_HEAD_ROWS = 3
_HEAD_CELL = 24.0
"""Characters that a cell of a head has at most."""
_LABEL = 6
_FEW = 3.0
_PERSONS = 3
_LONG_POST = 30.0
_LONG = 20.0
"""Characters from which a cell alone in its row is a caption even where the table has no head."""
# 序号   单位名称   完成时限   规划里程(km)
_HEAD_WORDS = re.compile(
    r"(?:序号|编号|代码|名称|单位|部门|项目|事项|内容|任务|类别|类型|分类|级别|等级|指标|标准|要求|"
    r"分值|评分|得分|时间|时限|日期|年度|年份|地区|地市|地址|电话|姓名|职务|职责|要点|备注|数量|金额|"
    r"比例|情况|方式|依据|条件|来源|原因|主体|对象|层级|里程|完成量|货运量|投资|面积|品种|规格|企业|划分|分工|"
    r"进度|进展|措施|目标|结果|意见|所属|是否.{1,6}|有无.{1,6})"
    r"(?:[（(][^（）()]*[）)])?$"
)
_FIGURES = re.compile(r"[\d.,%％\-—–:：/年月日\s]+")
_ORDER = re.compile(r"[（(]?(?:\d{1,3}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3})[）).、]?")
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十]+[）)])"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is built.

    `head` counts the rows of its head; `heads` are these rows and those that repeat them where
    the print began a page; `captions` are rows with one cell over all columns; `spans` has each
    cell that reaches over others. `is_form`: there are labels and what is to be filled in, no
    head. `is_persons`: it is a list of persons and posts.
    """

    head: int
    heads: frozenset[int]
    captions: frozenset[int]
    spans: dict[Place, Span]
    is_form: bool
    is_persons: bool


def shape_of(rows: Rows) -> Shape:
    """The shape of a table whose rows are equally long and have a word each."""
    filled = [[bool(cell.strip()) for cell in row] for row in rows]
    persons = _are_persons(rows)
    head = 0 if persons else _head_rows(rows, filled)
    heads = {at for at in range(head, len(rows)) if head and _repeats(rows[0], rows[at])}
    heads |= set(range(head))
    captions = frozenset(
        at for at in range(len(rows)) if at not in heads and _is_caption(rows[at], head > 0)
    )
    spans = {(at, 0): (1, len(rows[0])) for at in captions} | _head_spans(filled, head)
    body = _Body(rows, filled, head, captions | heads)
    if not persons:
        spans |= body.label_spans()
    form = not head and not persons and _is_form(rows)
    if not head:
        spans |= body.value_spans()
    return Shape(head, frozenset(heads), captions, _sound(spans, filled), form, persons)


def _sound(spans: dict[Place, Span], filled: Sequence[Sequence[bool]]) -> dict[Place, Span]:
    """The spans that reach over empty cells only and not over each other."""
    kept: dict[Place, Span] = {}
    taken: set[Place] = set()
    for (row, column), (deep, wide) in sorted(spans.items()):
        cells = {(row + y, column + x) for y in range(deep) for x in range(wide)}
        over = any(filled[y][x] for y, x in cells if (y, x) != (row, column))
        if len(cells) > 1 and not over and not cells & taken:
            kept[row, column] = deep, wide
            taken |= cells
    return kept


def _repeats(head: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row is the head again, a word or two of it read otherwise."""
    same = sum(a.split() == b.split() for a, b in zip(head, row, strict=True))
    return bool(row[0].strip()) and same * 3 >= 2 * len(head)


def _is_caption(row: Sequence[str], with_head: bool) -> bool:
    """Whether a row has words in its first cell alone: a caption within the table.

    A short word there, or any in a form, stands beside cells that are to be filled in (备注).
    """
    first, *others = (cell.strip() for cell in row)
    if len(first) <= _LABEL or len(others) < 2 or any(others):
        return False
    return with_head or width_of(first) >= _LONG or _NUMBERED.match(first) is not None


def _are_persons(rows: Rows) -> bool:
    """Whether a column after the first has posts, from the first row on, and nothing is long.

    Two lists that an OCR program read as one stay a table with rules, which shows what happened.
    """
    if len(rows[0]) > _PERSONS or any(width_of(cell) > _LONG_POST for row in rows for cell in row):
        return False
    for at in range(1, len(rows[0])):
        posts = [bool(POST_END.search(row[at].strip())) for row in rows if row[at].strip()]
        if posts and posts[0] and sum(posts) * 2 > len(posts):
            return True
    return False


def _is_form(rows: Rows) -> bool:
    """Whether the first column has only short labels."""
    labels = ["".join(row[0].split()) for row in rows if row[0].strip()]
    return all(
        width_of(label) <= _HEAD_CELL and not label[0].isdigit() and label[-1] not in "。；"
        for label in labels
    )


# ---- the head


def _head_rows(rows: Rows, filled: Sequence[Sequence[bool]]) -> int:
    if len(rows[0]) < 2 or not _is_head(rows, filled):
        return 0
    count = 1
    while count < min(_MOST_HEAD_ROWS, len(rows) - 1) and _tells_apart(filled, count):
        count += 1
    return count


def _is_head(rows: Rows, filled: Sequence[Sequence[bool]]) -> bool:
    first = ["".join(cell.split()) for cell in rows[0]]
    words = [cell for cell in first if cell]
    if not first[0] or _ORDER.fullmatch(first[0]) or len(words) < 2:
        return False
    if any(width_of(word) > _HEAD_CELL or word[-1] in "。；：:" for word in words):
        return False
    if first[0] == "序号":
        return True
    known = sum(_HEAD_WORDS.search(word) is not None for word in words)
    most = known * 2 > len(words)
    if len(rows) == 1:
        return most and len(words) > 2
    if len(words) < len(first):
        return most and (_tells_apart(filled, 1) or _is_wide_head(filled))
    if most or (len(words) > 2 and known * 3 >= len(words)):
        return True
    return any(_has_figures(rows, at) for at in range(1, len(first)))


def _is_wide_head(filled: Sequence[Sequence[bool]]) -> bool:
    """Whether there are words somewhere below every empty cell of the first row."""
    return all(any(row[at] for row in filled) for at in range(len(filled[0])))


def _has_figures(rows: Rows, at: int) -> bool:
    cells = [row[at].strip() for row in rows if row[at].strip()]
    return (
        len(cells) > 2
        and not _FIGURES.fullmatch(cells[0])
        and all(_FIGURES.fullmatch(cell) for cell in cells[1:])
    )


def _tells_apart(filled: Sequence[Sequence[bool]], at: int) -> bool:
    """Whether a row only tells apart what stands in the row above it: a further row of a head.

    It has words below each column of one or more wide cells, and nowhere else.
    """
    row = filled[at]
    wide = [span for span in _stretches(filled[at - 1]) if span[1] - span[0] > 1]
    told = [(start, end) for start, end in wide if any(row[start:end])]
    return bool(told) and sum(row) == sum(end - start for start, end in told) == sum(
        sum(row[start:end]) for start, end in told
    )


def _stretches(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Each filled cell with the empty ones to its right, as (first, behind last)."""
    return list(pairwise([*(at for at, full in enumerate(row) if full), len(row)]))


def _head_spans(filled: Sequence[Sequence[bool]], head: int) -> dict[Place, Span]:
    """Cells of the head reach over those that tell them apart, or down to the head's last row."""
    spans: dict[Place, Span] = {}
    for at in range(head):
        below = filled[at + 1 : head] or filled[head:]
        for start, end in _stretches(filled[at]):
            # What the row above tells apart itself is no part of a cell to its left.
            if at:
                end = next((x for x in range(start + 1, end) if filled[at - 1][x]), end)
            wide = end - start if any(any(row[start + 1 : end]) for row in below) else 1
            deep = 1
            while wide == 1 and at + deep < head and not filled[at + deep][start]:
                deep += 1
            spans[at, start] = (deep, wide)
    return spans


# ---- the rows below the head


@dataclass(frozen=True, slots=True)
class _Body:
    """The rows below a table's head; `apart` are those that are captions or heads themselves."""

    rows: Rows
    filled: Sequence[Sequence[bool]]
    head: int
    apart: frozenset[int]

    def label_spans(self) -> dict[Place, Span]:
        """Labels reach down over the empty cells below them, each column within the one before.

        A label without a finer one reaches over that one's column too. What stands once a group
        right of the labelled column, in the group's first row, reaches down with the group.
        """
        first, full = self._label_columns()
        spans: dict[Place, Span] = {}
        taken: set[Place] = set()
        groups = self._sections()
        for column in range(first, full):
            groups = [
                group
                for start, end in groups
                for group in self._groups(column, start, end)
                if (group[0], column) not in taken
            ]
            for top, bottom in groups:
                wide = 1
                while column + wide < full and not self._any(column + wide, top, bottom):
                    taken |= {(row, column + wide) for row in range(top, bottom)}
                    wide += 1
                spans[top, column] = (bottom - top, wide)
            for other in range(full + 1, len(self.rows[0])):
                if self._stands_once(other, groups):
                    spans |= {(top, other): (bottom - top, 1) for top, bottom in groups}
        return spans

    def value_spans(self) -> dict[Place, Span]:
        """In a form, what is beside a lone label, or too long for its column, is one cell."""
        spans: dict[Place, Span] = {}
        count = len(self.rows[0])
        for at in self._plain_rows():
            last = max(place for place in range(count) if self.filled[at][place])
            if last == 0 and count > 2:
                spans[at, 1] = (1, count - 1)
            elif 0 < last < count - 1 and self._outgrows(at, last):
                spans[at, last] = (1, count - last)
        return spans

    def _plain_rows(self) -> list[int]:
        return [at for at in range(self.head, len(self.rows)) if at not in self.apart]

    def _label_columns(self) -> tuple[int, int]:
        """The first column of labels and the one behind the last; equal where there are none."""
        rows = self._plain_rows()
        count = len(self.rows[0])
        if len(rows) < 2 or count < 2:
            return 0, 0
        numbered = count > 2 and all(_ORDER.fullmatch(self.rows[at][0].strip()) for at in rows)
        first = 1 if numbered else 0
        whole = (at for at in range(first, count) if all(self.filled[row][at] for row in rows))
        return first, next(whole, first + 1)

    def _sections(self) -> Iterator[tuple[int, int]]:
        """The rows between captions and heads, as (first, behind last)."""
        edges = [self.head - 1, *(at for at in sorted(self.apart) if at >= self.head)]
        for before, after in pairwise([*edges, len(self.rows)]):
            if after - before > 1:
                yield before + 1, after

    def _groups(self, column: int, start: int, end: int) -> list[tuple[int, int]]:
        """Each filled cell of a column with the empty ones below it, between two rows.

        None where the first row has no label: then the labels stand elsewhere in their cells.
        """
        starts = [row for row in range(start, end) if self.filled[row][column]]
        return list(pairwise([*starts, end])) if starts[:1] == [start] else []

    def _any(self, column: int, top: int, bottom: int) -> bool:
        return any(self.filled[row][column] for row in range(top, bottom))

    def _stands_once(self, column: int, groups: Sequence[tuple[int, int]]) -> bool:
        """Whether a column is filled in the first row of each group and nowhere else."""
        return any(bottom - top > 1 for top, bottom in groups) and all(
            self.filled[top][column] and not self._any(column, top + 1, bottom)
            for top, bottom in groups
        )

    def _outgrows(self, at: int, column: int) -> bool:
        """Whether a cell is far longer than all others of its column that have one beside them."""
        others = [
            width_of(self.rows[row][column].strip())
            for row in self._plain_rows()
            if row != at and self.filled[row][column] and self.filled[row][column + 1]
        ]
        wide = width_of(self.rows[at][column].strip())
        return bool(others) and wide > max(_FEW, 2 * max(others))
