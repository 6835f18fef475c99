"""What a page printed twice: the last words before it, or the head of a table that goes on."""

from __future__ import annotations

from storage.parse.draft import Draft
from storage.parse.lines import Line, same_table
from storage.text import fold, squeeze

_SHORTEST, _LONGEST = 2, 24
_LEAST_HEADS = 2
# What is set aside is little beside the text; a "table" of one row again and again is kept.
_MOST_OF_A_NOTICE = 0.02


def find_repeats(draft: Draft) -> None:
    """Mark the words and table heads that stand twice."""
    _find_words(draft)
    _find_table_heads(draft)


def _find_words(draft: Draft) -> None:
    """Mark at the head of a joined line the words that already end the line before."""
    for first, second in draft.joins:
        if second <= first or draft.roles.get(second):
            continue
        length = _overlap(fold(draft.line(first).text), fold(draft.line(second).text))
        if length:
            draft.repeats[second] = length


def _overlap(before: str, after: str) -> int:
    """The longest tail of `before` that heads `after`, where it is long enough to be no chance."""
    for length in range(min(_LONGEST, len(before), len(after)), _SHORTEST - 1, -1):
        if before.endswith(after[:length]) and len(after) > length:
            return length
    return 0


def _find_table_heads(draft: Draft) -> None:
    """Mark the rows that print a table's first row again, as a new page does."""
    size = sum(len(line.key) for line in draft.solid())
    left = int(size * _MOST_OF_A_NOTICE)
    head: tuple[str, ...] = ()
    last: Line | None = None
    for line in draft.solid():
        if not line.rows or draft.roles.get(line.at, "table") != "table":
            last = None
            continue
        if last is None or line.opens_table or not same_table(last, line):
            head = _cells(line)
        elif _cells(line) == head and sum(map(bool, head)) >= _LEAST_HEADS:
            length = len(squeeze(line.text))
            if len(line.rows) == 1 and length <= left:
                draft.repeats[line.at] = len(line.text)
                left -= length
        last = line


def _cells(line: Line) -> tuple[str, ...]:
    return tuple(squeeze(cell) for cell in line.rows[0])
