"""The imprint at the end of an issue: 主办单位, 地址, 邮编, 电话."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.lines import Line

_MOST_LINES = 30


def imprint_start(lines: Sequence[Line], floor: int, end: int) -> int:
    """The line where the imprint begins; `end` + 1 where there is none."""
    start, strong, seen, other = end + 1, False, 0, 0
    for place in range(end, floor, -1):
        line = lines[place - 1]
        if not line.solid:
            continue
        seen += 1
        if _belongs(line):
            start, other = place, 0
            strong = strong or patterns.STRONG_IMPRINT.match(line.key) is not None
        else:
            # The rest of a field that was cut over two lines.
            other += 1
        ended = line.is_date or line.is_remark or "。" in line.key or len(line.key) > 60
        if seen > _MOST_LINES or other > 1 or (ended and other):
            break
    return start if strong else end + 1


def _belongs(line: Line) -> bool:
    key = line.key
    if len(key) > 60 or line.rows:
        return False
    if patterns.IMPRINT_FIELD.match(key) or patterns.STRONG_IMPRINT.match(key):
        return True
    if patterns.GAZETTE_NAME.match(key) or patterns.ISSUE_NUMBER.search(key):
        return True
    return key.isascii() or patterns.PUBLISHED.search(key) is not None
