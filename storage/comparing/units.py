"""A notice as what is paired: its paragraphs and the rows of its tables, each with its key.

In a key, what counts as no change is gone: white space, the width and case of letters, the shape
of brackets, quotation marks and dashes.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from storage.text import CharacterTable, squeeze_with_offsets
from storage.types import Block, Notice

_SHAPES = {
    "(": "[{〖『「〈〔【",
    ")": "]}〗』」〉〕】",
    '"': "“”„‟＂″'‘’",
    "-": "－―─‐‑",
    "~": "～∼〜",
    "·": "・•‧∙",
    "〇": "○◯",
    ":": "∶",
}
_ALIKE = CharacterTable(
    {ord(other): ord(one) for one, others in _SHAPES.items() for other in others}
)
NUMERALS = "〇零一二三四五六七八九十百千两"
_COUNT = rf"[{NUMERALS}\d]{{1,8}}"
# 第十七条之一   附件2:   (一)   一、   3.2.1   1.   (1)   ①   一是
_LABEL = re.compile(
    rf"第{_COUNT}[编章节条款](?:之[一二三四五六七八九十])?"
    rf"|附[件录表]{_COUNT}[:.、]?"
    rf"|\({_COUNT}\)[、.]?"
    rf"|[{NUMERALS}]{{1,4}}[、.](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=[\u3400-\u9fff])"
    r"|\d{1,3}[、.](?!\d)"
    r"|[①-⑳]"
    rf"|[{NUMERALS}]{{1,2}}是"
)
# The running number in the first cell of a table's row.
_ROW_NUMBER = re.compile(r"\s*(\d{1,4})\s*\t")
_FIGURES = re.compile(rf"[{NUMERALS}\d①-⑳]+")


@dataclass(frozen=True)
class Unit:
    """A paragraph, or a row of a table (`kind` is then "row").

    `key` is its text as it is compared, `offsets` the place of each of the key's characters in
    the notice's text. The key begins with the unit's own number, `label` ("" where it has none).
    """

    kind: str
    key: str
    offsets: array[int]
    label: str = ""

    @property
    def body(self) -> str:
        """The key without its number; of a unit that is nothing else, the number."""
        return self.key[len(self.label) :] or self.key

    @property
    def start(self) -> int:
        """The offset of its first character that is no white space."""
        return self.offsets[0]

    @property
    def end(self) -> int:
        """The offset behind its last character that is no white space."""
        return self.offsets[-1] + 1

    @cached_property
    def grams(self) -> frozenset[str]:
        """The pairs of neighbouring characters of its body: how alike two units are."""
        body = self.body
        return frozenset(map(str.__add__, body, body[1:])) or frozenset(body)


def key_of(text: str) -> tuple[str, array[int]]:
    """A text as it is compared, and for each of its characters the offset in the text."""
    squeezed = squeeze_with_offsets(text, folded=True)
    return squeezed.text.translate(_ALIKE), squeezed.offsets


def units_of(notice: Notice) -> list[Unit]:
    """The units of a notice in reading order; what is only white space is none."""
    return [unit for unit in _all_units(notice.blocks) if unit.key]


def _all_units(blocks: Sequence[Block]) -> Iterator[Unit]:
    offset = 0
    for block in blocks:
        if block.kind == "table":
            start = offset
            for row in block.text.split("\n"):
                yield _unit("row", row, start)
                start += len(row) + 1
        else:
            yield _unit(block.kind, block.text, offset)
        offset += len(block.text) + 1


def _unit(kind: str, text: str, offset: int) -> Unit:
    key, offsets = key_of(text)
    if kind == "row":
        number = _ROW_NUMBER.match(text)
        label = number.group(1) if number else ""
    else:
        found = _LABEL.match(key)
        label = found.group() if found else ""
    return Unit(kind, key, array("l", (at + offset for at in offsets)), label)


def label_shape(label: str) -> str:
    """What kind of number a label is: 第#条, (#), #."""
    return _FIGURES.sub("#", label)


class Words:
    """Some words as one key, with the way back to where they stand in a notice's text."""

    def __init__(self, key: str, offsets: array[int]) -> None:
        """`offsets` has one entry a character of the key, and one for the end."""
        self.key = key
        self._offsets = offsets

    @classmethod
    def of_units(cls, units: Sequence[Unit]) -> Words:
        """The words of neighbouring units; at least one."""
        offsets = array("l")
        for unit in units:
            offsets.extend(unit.offsets)
        offsets.append(units[-1].end)
        return cls("".join(unit.key for unit in units), offsets)

    @classmethod
    def of_text(cls, text: str, start: int, end: int) -> Words:
        """The words between two offsets of a text."""
        key, offsets = key_of(text[start:end])
        return cls(key, array("l", (at + start for at in (*offsets, end - start))))

    def without(self, count: int) -> Words:
        """The words without the first characters."""
        return Words(self.key[count:], self._offsets[count:])

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The place in the text of a span of the key; an empty one has an empty place."""
        start = self._offsets[first]
        return (start, self._offsets[last - 1] + 1) if first < last else (start, start)
