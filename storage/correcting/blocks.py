"""What kind a block is, where it ends: kinds set, blocks joined and cut."""

from __future__ import annotations

from dataclasses import replace

from storage.anchors.carrying import Replacement
from storage.correcting.applied import Applied, block_starts
from storage.correcting.following import with_head
from storage.errors import UserFault
from storage.text import squeeze
from storage.types import BLOCK_KINDS, Block, Notice, Part, Span

HEADING_LEVELS = (1, 2, 3)


def set_kind(notice: Notice, number: int, kind: str, level: int) -> Applied:
    """Make a block of another kind; heads come into the outline and go out of it.

    Raises UserFault: correction-kind-unknown, -kind-table.
    """
    levels = HEADING_LEVELS if kind == "heading" else (0,)
    if kind not in BLOCK_KINDS or level not in levels:
        raise UserFault("correction-kind-unknown", kind=kind)
    block = notice.blocks[number]
    if "table" in (kind, block.kind) and kind != block.kind:
        raise UserFault("correction-kind-table")
    changed = replace(block, kind=kind, level=level)
    blocks = (*notice.blocks[:number], changed, *notice.blocks[number + 1 :])
    plain = _without_head(notice, block)
    line, words = block.lines[0], squeeze(block.text)
    if kind == "heading":
        plain = with_head(plain, (line, level, words))
    elif kind == "part_title":
        plain = with_head(plain, (line, 0, words))
        parts = (*plain.parts, Part(words, line))
        plain = replace(plain, parts=tuple(sorted(parts, key=lambda part: part.line)))
    return Applied(replace(plain, blocks=blocks))


def _without_head(notice: Notice, block: Block) -> Notice:
    """The notice without what its outline and its parts say of a block."""
    words = squeeze(block.text)

    def is_its(line: int, head: str) -> bool:
        return line == block.lines[0] and squeeze(head) in words

    outline = tuple(head for head in notice.outline if not is_its(head.line, head.text))
    if block.kind != "part_title":
        return replace(notice, outline=outline)
    parts = tuple(part for part in notice.parts if not is_its(part.line, part.title))
    return replace(notice, outline=outline, parts=parts)


def join(notice: Notice, number: int) -> Applied:
    """Put the next block behind a block, as one of the first's kind.

    Raises UserFault: correction-join-last, -join-table.
    """
    if number + 1 >= len(notice.blocks):
        raise UserFault("correction-join-last")
    one, two = notice.blocks[number], notice.blocks[number + 1]
    if (one.rows is None) != (two.rows is None):
        raise UserFault("correction-join-table")
    end = block_starts(notice.blocks)[number + 1]
    gap = "\n" if one.rows is not None else _gap(one.text, two.text)
    shift = len(one.text) + len(gap)
    joined = Block(
        one.kind,
        one.text + gap + two.text,
        (min(one.lines[0], two.lines[0]), max(one.lines[1], two.lines[1])),
        one.level,
        None if one.rows is None or two.rows is None else (*one.rows, *two.rows),
        (*one.spans, *(Span(s.start + shift, s.end + shift, s.kind) for s in two.spans)),
    )
    blocks = (*notice.blocks[:number], joined, *notice.blocks[number + 2 :])
    plain = _without_head(notice, two)
    if one.kind in ("heading", "part_title"):
        plain = _without_head(plain, one)
    made = replace(plain, blocks=blocks)
    if one.kind == "heading":
        made = with_head(made, (joined.lines[0], one.level, squeeze(joined.text)))
    elif one.kind == "part_title":
        made = set_kind(made, number, "part_title", 0).notice
    if one.lines[1] != two.lines[0]:
        pair = (one.lines[1], two.lines[0])
        made = replace(made, joins=tuple(sorted({*made.joins, pair})))
    return Applied(made, () if gap == "\n" else (Replacement(end - 1, end, gap),))


def _gap(before: str, after: str) -> str:
    """A blank between two Latin words, nothing between Chinese characters."""
    if not before or not after or not (before[-1].isascii() and after[0].isascii()):
        return ""
    return " " if before[-1].isalpha() and after[0].isalpha() else ""


def cut(notice: Notice, number: int, offset: int, line: int = 0) -> Applied:
    """Make two blocks of one at an offset of its text; white space there goes.

    The second is of the same kind, a paragraph where the first is a head. `line` is the line of
    the source where it begins, 0 where that is not known.
    Raises UserFault: correction-cut-blank, -cut-table.
    """
    block = notice.blocks[number]
    if block.kind == "table":
        raise UserFault("correction-cut-table")
    one, two = block.text[:offset].rstrip(), block.text[offset:].lstrip()
    if not one.strip() or not two.strip():
        raise UserFault("correction-cut-blank")
    behind = len(block.text) - len(two)
    spans_one = tuple(span for span in block.spans if span.end <= len(one))
    spans_two = tuple(
        Span(span.start - behind, span.end - behind, span.kind)
        for span in block.spans
        if span.start >= behind
    )
    first, last = block.lines
    known = first < line <= last
    is_head = block.kind in ("heading", "part_title")
    upper = replace(block, text=one, spans=spans_one, lines=(first, line - 1 if known else last))
    lower = Block(
        "paragraph" if is_head else block.kind,
        two,
        (line if known else first, last),
        0 if is_head else block.level,
        spans=spans_two,
    )
    blocks = (*notice.blocks[:number], upper, lower, *notice.blocks[number + 1 :])
    joins = tuple(pair for pair in notice.joins if not (known and pair[0] < line <= pair[1]))
    made = replace(notice, blocks=blocks, joins=joins)
    if is_head:
        made = set_kind(
            replace(_without_head(notice, block), blocks=blocks, joins=joins),
            number,
            block.kind,
            block.level,
        ).notice
    start = block_starts(notice.blocks)[number]
    return Applied(made, (Replacement(start + len(one), start + behind, "\n"),))
