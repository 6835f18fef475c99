"""A notice after a change, and what was put where in its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from storage.anchors.carrying import Replacement, Script
from storage.types import Block, Notice


@dataclass(frozen=True, slots=True)
class Applied:
    """The notice as it reads now, and the replacements that made its text out of the old one."""

    notice: Notice
    script: Script = ()


def block_starts(blocks: Sequence[Block]) -> list[int]:
    """Where each block begins in the notice's text."""
    return [0, *accumulate(len(block.text) + 1 for block in blocks)][: len(blocks)]


def block_at(starts: Sequence[int], offset: int) -> int:
    """The number of the block that holds a place of the text, its end included."""
    return max(0, bisect_right(starts, offset) - 1)


def trimmed(text: str, each: Replacement) -> Replacement:
    """The same replacement without the words at its ends that stay."""
    before, after = text[each.start : each.end], each.after
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    most -= first
    last = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return Replacement(each.start + first, each.end - last, after[first : len(after) - last])
