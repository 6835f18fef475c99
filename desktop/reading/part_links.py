"""Which printed attachment each line of the list 附件：1.… names, and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop.reading.title_lines import mark_end
from storage.text import squeeze
from storage.types import Block

# 附件：1.某某表   附件: 某某表   2.某某表
_HEAD = re.compile(r"附\s*[件表图录]?\s*[:：]\s*")
_NUMBER = re.compile(r"(\d{1,2})\s*[.．、]\s*")
# 附件1：   附件 某某清单   附录2
_MARK = re.compile(r"附\s*[件表图录]\s*(\d{1,2}|[一二三四五六七八九十]{1,3})?")
_CHINESE = {sign: at for at, sign in enumerate("一二三四五六七八九十", 1)}
_SET_ASIDE = re.compile(
    r"[（(](?:略|另附|附后|见[^（）()]*)[）)]|[《》“”\"'、，。:：;；.．·—\-（）()]"
)
_OMITTED = re.compile(r"[（(]略[）)]\s*$")
_ALIKE = 0.8
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A block that leads to another one, by their places; `end` is where the words end that lead.

    `is_shown`: they are set apart. A title without 附件1 before it leads back without that.
    """

    block: int
    end: int
    target: int
    is_shown: bool = True


@dataclass(slots=True)
class _Named:
    """A line of a list, or the head of a printed part."""

    block: int
    number: int | None
    name: str
    end: int
    free: bool = True


def part_links(blocks: Sequence[Block]) -> list[Link]:
    """The links of a notice; nothing is linked that is not printed or can't be told apart."""
    listed, printed = _listed(blocks), _printed(blocks)
    found: list[Link] = []
    for line in listed:
        part = _part_of(line, [part for part in printed if part.free])
        if part is not None:
            part.free = False
            marked = part.end < len(blocks[part.block].text)
            found.append(Link(line.block, line.end, part.block))
            found.append(Link(part.block, part.end, line.block, is_shown=marked))
    return found


def _part_of(line: _Named, parts: Sequence[_Named]) -> _Named | None:
    """The part that a line names: by its name, else by its number; those below it first.

    What stands above the list is an attachment only where a mark says so.
    """
    if _OMITTED.search(line.name):
        return None
    below = [part for part in parts if part.block > line.block]
    above = [part for part in parts if part.block < line.block and part.number is not None]
    named = (part for part in (*below, *above) if _is_same(line.name, part.name))
    counted = (part for part in (*below, *above) if part.number == line.number)
    return next(named, None) or next(counted, None)


def _is_same(one: str, other: str) -> bool:
    one, other = _plain(one), _plain(other)
    if min(len(one), len(other)) < _SHORTEST:
        return one == other
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _plain(name: str) -> str:
    return _SET_ASIDE.sub("", squeeze(name))


def _listed(blocks: Sequence[Block]) -> list[_Named]:
    found: list[_Named] = []
    for at, block in enumerate(blocks):
        if block.kind == "attachments":
            head = _HEAD.match(block.text)
            start = head.end() if head else 0
            number = _NUMBER.match(block.text, start)
            name = block.text[number.end() if number else start :]
            counted = int(number[1]) if number else 0
            found.append(_Named(at, counted, name, len(block.text)))
    return found


def _printed(blocks: Sequence[Block]) -> list[_Named]:
    """The heads of parts; a mark that stands alone beside a title belongs to it."""
    found: list[_Named] = []
    for at, block in enumerate(blocks):
        if block.kind != "part_title":
            continue
        end = mark_end(block.text)
        mark = _MARK.match(block.text) if end else None
        for near in (at - 1, at + 1):
            if mark is None and 0 <= near < len(blocks) and blocks[near].kind == "other":
                mark = _MARK.match(blocks[near].text)
        number = _number(mark[1]) if mark else None
        found.append(_Named(at, number, block.text[end:], end or len(block.text)))
    return found


def _number(words: str | None) -> int:
    """The number of a mark; 0 where it has none."""
    if not words:
        return 0
    return int(words) if words.isdigit() else _CHINESE.get(words, 0)
