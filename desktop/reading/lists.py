"""Articles, numbered lists and lists of attachments: what hangs by its number, and how far."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.reading.styles import PARAGRAPH, STYLES, Paragraph
from storage.types import Block

Width = Callable[[str], float]

# 第十七条　市人民政府…, but not 第三条规定的…
_ARTICLE = re.compile(
    r"第[一二三四五六七八九十百千零〇\d]{1,8}条(?!(?:至|和|、|第|规定|所[称列述]|的|中|之))"
)
_BELONGS = frozenset(("paragraph", "list_item"))
_BETWEEN = _BELONGS | {"table"}
_HANG = 2.0
"""Characters that an article's number stands out to the left of what belongs to it."""

_NUMBERED = replace(PARAGRAPH, left=_HANG, first=-_HANG, above=0.25)
_WITHIN = replace(PARAGRAPH, left=_HANG)

_LABELS = (
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]\s*"),  # （一）
    re.compile(r"\d{1,3}\s*[.．、]\s*(?!\d)"),  # 1.
    re.compile(r"[（(]\d{1,3}[）)]\s*"),  # （1）
    re.compile(r"[\u2460-\u2473]\s*"),  # ①
    re.compile(r"\d{1,3}[）)]\s*"),  # 1)
)
_SHORT_LIST = 2.5
"""Lines that the items of a list have on average at most where they hang by their numbers."""
_SECTION = frozenset(("heading", "part_title", "title"))

# 附件：1.某某表   附件: 某某表   2.某某表
_ATTACHMENTS = re.compile(r"附\s*[件表图录]?\s*[:：]\s*")
_NUMBER = re.compile(r"\d{1,2}\s*[.．、]\s*")


def articles(blocks: Sequence[Block]) -> dict[int, tuple[Paragraph, ...]]:
    """Articles stand out by their numbers; what belongs to them is indented below."""
    found: dict[int, tuple[Paragraph, ...]] = {}
    inside = False
    for at, block in enumerate(blocks):
        number = _ARTICLE.match(block.text) if block.kind in _BELONGS else None
        inside = number is not None or (inside and block.kind in _BETWEEN)
        if number is not None:
            found[at] = (Paragraph(0, len(block.text), _NUMBERED, strong=number.end()),)
        elif inside and block.kind in _BELONGS:
            found[at] = (Paragraph(0, len(block.text), _WITHIN),)
    return found


def lists(
    blocks: Sequence[Block], measure: float, width: Width
) -> dict[int, tuple[Paragraph, ...]]:
    """Lists of short items, keyed by the block's place: their lines begin behind the number.

    Long items, and those with paragraphs between them, are paragraphs that have numbers; they are
    set as paragraphs.
    """
    found: dict[int, tuple[Paragraph, ...]] = {}
    section: list[tuple[int, int, int]] = []
    for at, block in enumerate(blocks):
        if block.kind in _SECTION or _ARTICLE.match(block.text):
            found.update(_hung(blocks, section, measure, width))
            section = []
        elif block.kind == "list_item":
            kind, end = _label(block.text)
            if end:
                section.append((at, kind, end))
    found.update(_hung(blocks, section, measure, width))
    return found


def _label(text: str) -> tuple[int, int]:
    """Which kind of number an item begins with, and where it ends; 0 where it has none."""
    for kind, pattern in enumerate(_LABELS):
        match = pattern.match(text)
        if match:
            return kind, match.end()
    return -1, 0


def _hung(
    blocks: Sequence[Block],
    section: Sequence[tuple[int, int, int]],
    measure: float,
    width: Width,
) -> dict[int, tuple[Paragraph, ...]]:
    """The hung items of a section (place, kind of number, its end)."""
    places: dict[int, list[int]] = {}
    for at, kind, _ in section:
        places.setdefault(kind, []).append(at)
    short = [
        kind
        for kind, found in places.items()
        if len(found) > 1
        and sum(len(blocks[at].text) for at in found) / len(found) <= _SHORT_LIST * measure
        and not any(one.kind == "paragraph" for one in blocks[found[0] : found[-1]])
    ]
    made: dict[int, tuple[Paragraph, ...]] = {}
    for at, kind, end in section:
        if kind in short:
            hang = width(blocks[at].text[:end])
            depth = 2.0 * (1 + short.index(kind))
            style = replace(PARAGRAPH, left=depth + hang, first=-hang)
            made[at] = (Paragraph(0, len(blocks[at].text), style),)
    return made


def attachments(blocks: Sequence[Block], width: Width) -> dict[int, tuple[Paragraph, ...]]:
    """The lines of the list 附件：1.…, numbers below each other, names behind them."""
    found: dict[int, tuple[Paragraph, ...]] = {}
    base = STYLES["attachments"]
    margin = base.left
    before = -2
    for at, block in enumerate(blocks):
        if block.kind != "attachments":
            continue
        head = _ATTACHMENTS.match(block.text)
        start = head.end() if head else 0
        number = _NUMBER.match(block.text, start)
        hang = width(block.text[start : number.end()]) if number else 0.0
        if head:
            word = width(block.text[:start])
            margin = base.left + word
            first = -word - hang
        else:
            first = -hang
        style = replace(
            base,
            left=margin + hang,
            first=first,
            above=base.above if before != at - 1 else 0.0,
        )
        found[at] = (Paragraph(0, len(block.text), style),)
        before = at
    return found
