"""The paragraphs of a notice's blocks, by what the blocks are and where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.reading.captions import captions
from desktop.reading.lists import articles, attachments, lists
from desktop.reading.persons import persons
from desktop.reading.signatures import signatures
from desktop.reading.styles import MARKED_TITLE, PART_MARK, BlockStyle, Paragraph, style_of
from desktop.reading.title_lines import mark_end
from storage.types import Block

# 附件1：   附件: on a line of its own
_BARE_MARK = re.compile(r"附(?:件|录|表|图)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[:：]?")
_TITLE_CHARACTERS = 19
_SMALLEST_TITLE = 1.1
"""A line of a title has about so many characters at least; its size has a limit."""


def arranged(
    blocks: Sequence[Block], measure: float, width: Callable[[str], float]
) -> list[tuple[Paragraph, ...]]:
    """The paragraphs of each block.

    `measure` is how many characters a line holds, `width` how many a text takes.
    """
    special = {
        **captions(blocks),
        **articles(blocks),
        **lists(blocks, measure, width),
        **persons(blocks, width),
        **attachments(blocks, width),
        **signatures(blocks, measure, width),
    }
    return [special.get(at) or _plain(block, measure) for at, block in enumerate(blocks)]


def _plain(block: Block, measure: float) -> tuple[Paragraph, ...]:
    """A block that its kind alone describes; 附件1 before a title is a line of its own."""
    end = len(block.text)
    if block.kind == "other" and _BARE_MARK.fullmatch(block.text):
        return (Paragraph(0, end, PART_MARK),)
    mark = mark_end(block.text) if block.kind == "part_title" else 0
    if mark:
        return (Paragraph(0, mark, PART_MARK), Paragraph(mark, end, _fitted(MARKED_TITLE, measure)))
    return (Paragraph(0, end, _fitted(style_of(block), measure)),)


def _fitted(style: BlockStyle, measure: float) -> BlockStyle:
    """Titles are smaller on a narrow page, or they would fill it."""
    size = max(measure / _TITLE_CHARACTERS, _SMALLEST_TITLE)
    return replace(style, size=size) if style.balanced and size < style.size else style
