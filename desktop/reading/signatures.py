"""The signature block: names to the right, centred over the date (GB/T 9704—2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.reading.styles import STYLES, Paragraph
from desktop.reading.title_lines import title_breaks
from storage.types import Block

_KINDS = frozenset(("signature", "date"))
_FROM_EDGE = 4.0
"""Characters between the date and the right edge."""
_LEAST = 2.0
"""Characters between the longest name and the right edge."""
_ABOVE, _BELOW = 1.0, 0.5
_WIDEST = 20.0
"""Characters of a name that stand on one line; a longer one is set in two."""
# 国务院办公厅　中央军委办公厅, but not 总理　李克强
_BLANK = re.compile(r"\s+")
_POST = re.compile(r"(?:长|理|席|任|令|官|员|书记)$")


def signatures(
    blocks: Sequence[Block], measure: float, width: Callable[[str], float]
) -> dict[int, tuple[Paragraph, ...]]:
    """The lines of signatures and dates, keyed by the block's place.

    `measure` is how many characters a line holds, `width` how many a text takes.
    """
    found: dict[int, tuple[Paragraph, ...]] = {}
    group: list[int] = []
    for at, block in enumerate(blocks):
        if block.kind in _KINDS:
            group.append(at)
        elif group:
            found.update(_group(blocks, group, measure, width))
            group = []
    found.update(_group(blocks, group, measure, width))
    return found


def _group(
    blocks: Sequence[Block], group: Sequence[int], measure: float, width: Callable[[str], float]
) -> dict[int, tuple[Paragraph, ...]]:
    """All lines of a group stand centred over each other, the date four characters in."""
    widest = min(_WIDEST, measure - _LEAST)
    parts = {at: _parts(blocks[at], widest) for at in group}
    widths = [
        (width(blocks[at].text[first:last]), blocks[at].kind)
        for at in group
        for first, last in parts[at]
    ]
    centre = max(
        (wide / 2 + (_FROM_EDGE if kind == "date" else _LEAST) for wide, kind in widths),
        default=0.0,
    )
    found: dict[int, tuple[Paragraph, ...]] = {}
    for at in group:
        text, style = blocks[at].text, STYLES[blocks[at].kind]
        lines = [
            Paragraph(
                first,
                last,
                replace(style, right=max(centre - width(text[first:last]) / 2, 0)),
                changed=_widened(text, first, last) if style is STYLES["signature"] else (),
            )
            for first, last in parts[at]
        ]
        if at == group[0]:
            lines[0] = replace(lines[0], style=replace(lines[0].style, above=_ABOVE))
        if at == group[-1]:
            lines[-1] = replace(lines[-1], style=replace(lines[-1].style, below=_BELOW))
        found[at] = tuple(lines)
    return found


def _widened(text: str, first: int, last: int) -> tuple[tuple[int, str], ...]:
    """The blank of 总理 李克强 as wide as a character."""
    return tuple((at, "\u3000") for at in range(first, last) if text[at] == " ")


def _parts(block: Block, widest: float) -> list[tuple[int, int]]:
    """The lines of a block: joint issuers one below the other, a very long name in two."""
    text = block.text
    if block.kind == "date":
        return [(0, len(text))]
    blanks = [(one.start(), one.end()) for one in _BLANK.finditer(text)]
    ends = [0, *(place for blank in blanks for place in blank), len(text)]
    names = list(zip(ends[::2], ends[1::2], strict=True))
    if any(end - start < 3 or _POST.search(text[start:end]) for start, end in names):
        names = [(0, len(text))]
    lines: list[tuple[int, int]] = []
    for start, end in names:
        breaks = title_breaks(text[start:end], widest)
        lines += pairwise((start, *(start + at for at in breaks), end))
    return lines
