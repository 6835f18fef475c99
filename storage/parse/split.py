"""Where each notice starts and ends."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.contents import Contents
from storage.parse.heads import Head, is_attached, last_of
from storage.parse.lines import Line
from storage.parse.names import are_bodies, number_behind, number_on
from storage.parse.titles import (
    addressed,
    in_force_below,
    is_title,
    joined_key,
    minutes_title,
    red_head_start,
    title_above,
    title_below,
)
from storage.parse.unnumbered import unnumbered_heads


def find_heads(lines: Sequence[Line], contents: Contents) -> list[Head]:
    """Find the heads of all notices, in order; the strongest evidence first."""
    # Contents at the end stand below all notices.
    after = contents.last if contents.first < len(lines) // 2 else 0
    if not after and contents.first:
        lines = lines[: contents.first - 1]
    heads = _numbered(lines, after)
    heads += unnumbered_heads(lines, after, heads, contents)
    heads.sort(key=lambda head: head.start)
    kept: list[Head] = []
    for head in heads:
        if not kept or head.start > last_of(kept[-1]):
            kept.append(head)
    return without_doubles(lines, kept)


def _numbered(lines: Sequence[Line], after: int) -> list[Head]:
    heads: list[Head] = []
    for line in lines[after:]:
        if not line.solid or len(line.key) > 120 or line.rows:
            continue
        floor = max(after, last_of(heads[-1]) if heads else 0)
        if line.at <= floor or _belongs_to_a_field(lines, line.at):
            continue
        head = _head_of(lines, line, floor)
        if head is not None and heads:
            _leave_signature(lines, head, heads[-1])
        begin = heads[-1].start - 1 if heads else floor
        if head is not None and not is_attached(lines, head, begin):
            heads.append(head)
    return heads


def _head_of(lines: Sequence[Line], line: Line, floor: int) -> Head | None:
    """The head to which a line with a number belongs; None where the line is no such."""
    if number_on(line):
        return _head_at(lines, line.at, floor)
    if patterns.TORN_NUMBER.match(line.key) and addressed(lines, line.at):
        above = title_above(lines, line.at, floor)
        return Head(above[0], above, line.at) if is_title(joined_key(lines, above)) else None
    order = patterns.ORDER_NUMBER.match(line.key)
    if order:
        above = title_above(lines, line.at, floor)
        joined = joined_key(lines, above)
        named = "令" in order.group(1) and is_title(joined)
        if joined.endswith("纪要") and "关于" not in joined:
            below = minutes_title(lines, line.at)
            if below:
                return Head(above[0], below, line.at)
        if above and (named or patterns.ORDER_TITLE.search(joined)):
            return Head(above[0], above, line.at)
    if patterns.ORDER_LINE.match(line.key) and in_force_below(lines, line.at):
        return Head(line.at, [line.at], line.at)
    if number_behind(line):
        return Head(line.at, [line.at], line.at)
    behind = patterns.NUMBER_AND_TITLE.match(line.key)
    if behind and is_title(behind.group(2)) and addressed(lines, line.at):
        return Head(line.at, [line.at], line.at)
    titled = patterns.TITLE_AND_NUMBER.match(line.key)
    if titled and is_title(titled.group(1)) and addressed(lines, line.at):
        return Head(line.at, [line.at], line.at)
    return None


def _leave_signature(lines: Sequence[Line], head: Head, previous: Head) -> None:
    """Leave the signature of the notice before, whose date is lost, to that notice."""
    if len(head.titles) < 3:
        return
    first, second = lines[head.titles[0] - 1], lines[head.titles[1] - 1]
    above = next((line for line in reversed(lines[: first.at - 1]) if line.solid), None)
    if above is None or above.is_date or above.is_remark or not are_bodies(second):
        return
    if are_bodies(first) and first.key in joined_key(lines, previous.titles):
        head.titles = head.titles[1:]
        head.start = head.titles[0]


def _belongs_to_a_field(lines: Sequence[Line], at: int) -> bool:
    """The number is the value of a field of a web page (发文字号：), not a head."""
    before = next((line for line in reversed(lines[max(0, at - 4) : at - 1]) if line.key), None)
    return before is not None and patterns.PAGE_FIELD_ALONE.match(before.key) is not None


def _head_at(lines: Sequence[Line], at: int, floor: int) -> Head | None:
    """The head around a number line: its title above, or below where a red head stands above."""
    above = title_above(lines, at, floor)
    if above and is_title(joined_key(lines, above)):
        return Head(above[0], above, at)
    below = title_below(lines, at)
    if below:
        return Head(red_head_start(lines, at, floor), below, at)
    if above and addressed(lines, at):
        return Head(above[0], above, at)
    return None


def without_doubles(lines: Sequence[Line], heads: Sequence[Head]) -> list[Head]:
    """A web page prints its title twice: the last before the text counts."""
    kept: list[Head] = []
    for head in heads:
        same = kept and joined_key(lines, kept[-1].titles) == joined_key(lines, head.titles)
        if same and (kept[-1].number is None or head.number is None):
            between = lines[last_of(kept[-1]) : head.start - 1]
            if not any(len(line.key) >= 40 and "。" in line.key for line in between):
                first = kept.pop()
                if first.number is not None:
                    head = Head(first.start, head.titles, first.number)
        kept.append(head)
    return kept
