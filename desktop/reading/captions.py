"""What stands around a table: its caption, its unit, its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.reading.styles import CAPTION, TABLE_NOTE, UNIT, BlockStyle, Paragraph
from storage.types import Block

_LONGEST = 30
# 单位：万元   （单位：公里）
_UNIT = re.compile(r"[（(]?\s*(?:计量)?单位\s*[:：][^。]{1,12}")
# 注：1.…   备注：…   说明：…
_NOTE = re.compile(r"(?:备\s*)?注\s*\d?\s*[:：]|说\s*明\s*[:：]|资料来源\s*[:：]|数据来源\s*[:：]")
# 某某表   兑现清单（一）   表1 某某情况: no sentence, no field to be filled in, no list item
_NO_CAPTION = re.compile(
    r"[。；，;,!！?？]\s*$|[:：＿]|__|^[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]"
)


def captions(blocks: Sequence[Block]) -> dict[int, tuple[Paragraph, ...]]:
    """The paragraphs above and below tables that belong to them, keyed by the block's place."""
    found: dict[int, tuple[Paragraph, ...]] = {}
    for at, block in enumerate(blocks):
        if block.kind != "table":
            continue
        for above in (at - 1, at - 2):
            style = _above(blocks[above]) if above >= 0 else None
            if style is None:
                break
            found[above] = (Paragraph(0, len(blocks[above].text), style),)
            if style is CAPTION:
                break
        below = at + 1
        while below < len(blocks) and _is_note(blocks[below]):
            found[below] = (Paragraph(0, len(blocks[below].text), TABLE_NOTE),)
            below += 1
    return found


def _above(block: Block) -> BlockStyle | None:
    """The style of a paragraph above a table, None where it does not belong to it."""
    if block.kind != "paragraph" or len(block.text) > _LONGEST:
        return None
    if _UNIT.fullmatch(block.text.rstrip("）)")):
        return UNIT
    return None if _NO_CAPTION.search(block.text) else CAPTION


def _is_note(block: Block) -> bool:
    return block.kind in ("paragraph", "remark") and _NOTE.match(block.text) is not None
