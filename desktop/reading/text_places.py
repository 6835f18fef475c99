"""Where in a notice an offset of its text stands, and what stands around words of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from storage.types import Notice, TextCorrection

_ENDS = "。；！？\n\t"
_AROUND = 36
"""Characters that are shown at most before and behind words."""
_MOST_COMPARED = 1500
"""Changed characters of a paragraph above which they are taken as one change."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A line of a block, or a cell (row, column) of its table: `start` to `end` of the text.

    `base` is where the block begins.
    """

    block: int
    base: int
    start: int
    end: int
    cell: tuple[int, int] | None = None


def place_at(notice: Notice, offset: int) -> TextPlace:
    """The block and in it the line or cell that holds an offset of the text, its end included."""
    base, number = 0, 0
    for number, block in enumerate(notice.blocks):
        if offset <= base + len(block.text) or number == len(notice.blocks) - 1:
            break
        base += len(block.text) + 1
    if not notice.blocks:
        return TextPlace(0, 0, 0, 0)
    block = notice.blocks[number]
    rows = block.rows if block.rows is not None else [[line] for line in block.text.split("\n")]
    cells = list(_cells(rows, number, base))
    found = next((cell for cell in cells if offset <= cell.end), cells[-1])
    return found if block.rows is not None else replace(found, cell=None)


def _cells(rows: Sequence[Sequence[str]], block: int, base: int) -> Iterator[TextPlace]:
    at = base
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            yield TextPlace(block, base, at, at + len(cell), (row, column))
            at += len(cell) + 1


def sentence(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands in the sentence before some words, the words, and what stands behind them."""
    first = start
    while first > max(start - _AROUND, 0) and text[first - 1] not in _ENDS:
        first -= 1
    last = end
    while last < min(end + _AROUND, len(text)) and text[last] not in _ENDS:
        last += 1
    last += last < len(text) and text[last] in _ENDS[:4]
    return text[first:start], text[start:end], text[end:last]


def alike(text: str, start: int, end: int) -> list[int]:
    """Where else in a text the words from start to end stand, none over another or over them."""
    words = text[start:end]
    found: list[int] = []
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        over = at < end and start < at + len(words)
        if not over:
            found.append(at)
        at = text.find(words, end if over else at + len(words))
    return found


def smallest(start: int, before: str, after: str) -> list[TextCorrection]:
    """The corrections that make words at an offset others, each with as few words as can be.

    Where words are only put in, the character before them is one of those that are changed.
    """
    first = _same(before, after)
    last = _same(before[first:][::-1], after[first:][::-1])
    old, new = before[first : len(before) - last], after[first : len(after) - last]
    if len(old) + len(new) > _MOST_COMPARED:
        steps = [("replace", 0, len(old), 0, len(new))]
    else:
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    made: list[TextCorrection] = []
    for step, begin, end, new_begin, new_end in steps:
        if step == "equal":
            continue
        at, gone, put = first + begin, old[begin:end], new[new_begin:new_end]
        if not gone and at and not before[at - 1].isspace():
            at, gone, put = at - 1, before[at - 1], before[at - 1] + put
        made.append(TextCorrection(start + at, start + at + len(gone), gone, put))
    return made


def _same(one: str, other: str) -> int:
    """How many characters two words have in common from their start."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
