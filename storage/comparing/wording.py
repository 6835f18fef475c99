"""The words removed and added between two keys, so that a person can read them.

The longest common subsequence, character by character, tells all that changed, but in crumbs:
of 通知 and 告知 it keeps 知, of two unlike sentences every 的. So crumbs between changes join them,
what was put in is moved to where a clause ends, and changes grow to the borders of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from storage.comparing.units import NUMERALS, Words
from storage.types.comparing import WordChange

Cutter = Callable[[str], Sequence[str]]
# (start, end) in the left key, (start, end) in the right key
Change = tuple[int, int, int, int]

_CRUMB = 1
_SHORT, _LONG = 2, 6
_REACH = 6
"""Characters that a change may grow to reach the border of a word."""
_KEPT = 0.3
"""Where less of both texts is kept, all of it counts as replaced."""
_CLAUSE_ENDS = "。；;！？!?"
_PAUSES = "，,、：:)"
# 2024   3.5%   pm   二十四
_WHOLE = re.compile(rf"[0-9]+(?:\.[0-9]+)*%?|[a-z]+|[{NUMERALS}]+")


def changes_between(left: str, right: str, cut: Cutter | None = None) -> list[Change]:
    """Where two keys differ, in reading order; between two changes stands what both have.

    `cut` cuts a text into words; without it only figures and Latin words are kept whole.
    """
    if left == right:
        return []
    found = _joined(
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(left, right)
        if op.tag != "equal"
    )
    found = _without_crumbs(found)
    borders = _borders(left, cut), _borders(right, cut)
    for at in range(len(found)):
        found[at] = _slid((left, right), borders, found, at)
    found = _without_crumbs(_grown(borders, found))
    kept = len(left) - sum(last - first for first, last, _, _ in found)
    if kept < _KEPT * min(len(left), len(right)):
        return [(0, len(left), 0, len(right))]
    return found


def edits_between(
    left: tuple[Words, str], right: tuple[Words, str], cut: Cutter | None = None
) -> Iterator[WordChange]:
    """The edits between two paragraphs, each with the number it begins with ("" for none)."""
    (old, label), (new, new_label) = left, right
    if label != new_label:
        yield WordChange(old.place(0, len(label)), new.place(0, len(new_label)), "number")
    skipped, new_skipped = len(label), len(new_label)
    for first, last, begin, end in changes_between(old.key[skipped:], new.key[new_skipped:], cut):
        yield WordChange(
            old.place(first + skipped, last + skipped),
            new.place(begin + new_skipped, end + new_skipped),
        )


def _size(change: Change) -> int:
    return max(change[1] - change[0], change[3] - change[2])


def _joined(changes: Iterable[Change]) -> list[Change]:
    """Changes of which one begins where the other ends are one."""
    found: list[Change] = []
    for change in changes:
        if found and found[-1][1] >= change[0] and found[-1][3] >= change[2]:
            before = found.pop()
            change = (before[0], change[1], before[2], change[3])
        found.append(change)
    return found


def _without_crumbs(changes: list[Change]) -> list[Change]:
    """Join changes between which too little stays for a reader to hold on to."""
    found = list(changes)
    while True:
        crumbs = [
            (second[0] - first[1], at)
            for at, (first, second) in enumerate(pairwise(found))
            if _is_crumb(second[0] - first[1], _size(first), _size(second))
        ]
        if not crumbs:
            return found
        at = min(crumbs)[1]
        first, second = found[at], found[at + 1]
        found[at : at + 2] = [(first[0], second[1], first[2], second[3])]


def _is_crumb(kept: int, before: int, after: int) -> bool:
    if kept <= _CRUMB:
        return True
    return kept <= min(before, after, _LONG) or (kept <= _SHORT and before + after >= 2 * kept)


def _borders(text: str, cut: Cutter | None) -> bytearray:
    """For each place of a text whether a change may begin or end there."""
    borders = bytearray(len(text) + 1)
    at = 0
    for word in cut(text) if cut else text:
        borders[at] = 1
        at += len(word)
    for run in _WHOLE.finditer(text):
        borders[run.start() + 1 : run.end()] = bytes(run.end() - run.start() - 1)
    borders[0] = borders[len(text)] = 1
    return borders


def _slid(
    texts: tuple[str, str], borders: tuple[bytearray, bytearray], changes: list[Change], at: int
) -> Change:
    """Move words that were only put in, or only taken out, to where they begin and end best.

    Of 甲局、乙局、丙局 it can't be told whether 乙局、 or 、乙局 or 局、乙 was put in.
    """
    change = changes[at]
    side = 0 if change[2] == change[3] else 1
    if change[0] != change[1] and change[2] != change[3]:
        return change
    text, start, end = texts[side], change[2 * side], change[2 * side + 1]
    floor = changes[at - 1][2 * side + 1] if at else 0
    roof = changes[at + 1][2 * side] if at + 1 < len(changes) else len(text)
    first = start
    while first > floor and text[first - 1] == text[first - 1 + end - start]:
        first -= 1
    last = start
    while last + end - start < roof and text[last] == text[last + end - start]:
        last += 1
    best = max(
        range(first, last + 1),
        key=lambda place: (
            _rest(text, borders[side], place) + _rest(text, borders[side], place + end - start),
            -abs(place - start),
        ),
    )
    shift = best - start
    return change[0] + shift, change[1] + shift, change[2] + shift, change[3] + shift


def _rest(text: str, borders: bytearray, place: int) -> int:
    """How well a text can be cut at a place."""
    if place == 0 or place == len(text) or text[place - 1] in _CLAUSE_ENDS:
        return 4
    if text[place - 1] in _PAUSES:
        return 3
    if text[place] in _PAUSES or text[place] in _CLAUSE_ENDS:
        return 2
    return borders[place]


def _grown(borders: tuple[bytearray, bytearray], changes: list[Change]) -> list[Change]:
    """Let changes grow to the nearest borders of words that both texts have.

    Where there is none before the next change, the two are one, and may have to grow again.
    """
    left, right = borders
    while True:
        found: list[Change] = []
        for at, (first, last, begin, end) in enumerate(changes):
            before = changes[at - 1][1] if at else 0
            behind = changes[at + 1][0] if at + 1 < len(changes) else len(left) - 1
            back = _steps(left[before : first + 1][::-1], right[: begin + 1][::-1])
            on = _steps(left[last : behind + 1], right[end:])
            found.append((first - back, last + on, begin - back, end + on))
        found = _joined(found)
        if found == changes:
            return found
        changes = found


def _steps(left: bytearray, right: bytearray) -> int:
    """How far it is to the first place that is a border of both; to the end of `left` without."""
    for step, (one, other) in enumerate(zip(left[: _REACH + 1], right, strict=False)):
        if one and other:
            return step
    return len(left) - 1 if len(left) <= _REACH else 0
