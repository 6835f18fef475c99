"""Other words in a notice's text, in paragraphs and in the cells of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from storage.anchors.carrying import Replacement, Script, carried_span, rewritten
from storage.correcting.applied import Applied, block_at, block_starts, trimmed
from storage.correcting.following import follow_words
from storage.errors import UserFault
from storage.text import squeeze
from storage.types import Block, Notice, Span

Rows = tuple[tuple[str, ...], ...]


def replace_words(notice: Notice, wanted: Sequence[Replacement]) -> Applied:
    """Put words in the place of others; a block that is left without any goes with its line.

    Outline, parts, attachments, relations and fields that say what a changed block says follow.
    Raises UserFault: correction-over-blocks, -over-cells, -line-break, -nothing-left, -overlap.
    """
    text = notice.text
    ordered = sorted(wanted, key=lambda each: each.start)
    if any(one.end > two.start for one, two in zip(ordered, ordered[1:], strict=False)):
        raise UserFault("correction-overlap")
    starts = block_starts(notice.blocks)
    by_block: defaultdict[int, list[Replacement]] = defaultdict(list)
    for each in ordered:
        if any(sign in each.after for sign in "\n\r\t\f\v\x85\u2028\u2029"):
            raise UserFault("correction-line-break")
        number = block_at(starts, each.start)
        start = starts[number]
        if each.end > start + len(notice.blocks[number].text):
            raise UserFault("correction-over-blocks")
        local = Replacement(each.start - start, each.end - start, each.after)
        by_block[number].append(local)
    changed = {
        number: _reworded(notice.blocks[number], tuple(some)) for number, some in by_block.items()
    }
    gone = {number for number, block in changed.items() if not squeeze(block.text)}
    if not squeeze(rewritten(text, tuple(ordered))):
        raise UserFault("correction-nothing-left")
    script = _script(notice, starts, by_block, gone)
    blocks = tuple(
        changed.get(number, block)
        for number, block in enumerate(notice.blocks)
        if number not in gone
    )
    scripts = {number: tuple(some) for number, some in by_block.items()}
    return Applied(replace(follow_words(notice, changed, scripts), blocks=blocks), script)


def _script(
    notice: Notice,
    starts: Sequence[int],
    by_block: dict[int, list[Replacement]],
    gone: set[int],
) -> Script:
    """The replacements in the notice's text; a block goes with the line break before it.

    Blocks at the very beginning go with the line break behind them.
    """
    first_kept = next(n for n in range(len(notice.blocks)) if n not in gone)
    script: list[Replacement] = []
    for number in sorted(by_block):
        start = starts[number]
        block = notice.blocks[number]
        if number in gone:
            end = start + len(block.text)
            early = number < first_kept
            script.append(Replacement(start - (not early), end + early, ""))
            continue
        for each in by_block[number]:
            small = trimmed(block.text, each)
            script.append(Replacement(start + small.start, start + small.end, small.after))
    return tuple(script)


def _reworded(block: Block, script: Script) -> Block:
    """A block with other words; its rows and its raised and lowered signs follow."""
    if block.rows is not None:
        rows = _reworded_rows(block.rows, script)
        text = "\n".join("\t".join(row) for row in rows)
        if text != rewritten(block.text, script):
            raise UserFault("correction-over-cells")
        return replace(block, text=text, rows=rows)
    if block.kind == "table" and any(
        sign in block.text[each.start : each.end] for each in script for sign in "\t\n"
    ):
        raise UserFault("correction-over-cells")
    spans = tuple(
        Span(*place, span.kind)
        for span in block.spans
        if (place := carried_span(block.text, (span.start, span.end), script)) is not None
    )
    return replace(block, text=rewritten(block.text, script), spans=spans)


def _reworded_rows(rows: Rows, script: Script) -> Rows:
    """The cells with other words; what reaches over a cell's border changes nothing."""
    left = list(script)
    made: list[tuple[str, ...]] = []
    at = 0
    for row in rows:
        cells: list[str] = []
        for cell in row:
            end = at + len(cell)
            inside = [each for each in left if at <= each.start and each.end <= end]
            left = [each for each in left if each not in inside]
            local = (Replacement(each.start - at, each.end - at, each.after) for each in inside)
            cells.append(rewritten(cell, tuple(local)))
            at = end + 1
        made.append(tuple(cells))
    return tuple(made)


def cell_span(notice: Notice, number: int, row: int, column: int) -> tuple[int, int]:
    """Where a cell of the table in block `number` stands in the notice's text.

    Raises UserFault("correction-no-cell").
    """
    known = 0 <= number < len(notice.blocks)
    rows = notice.blocks[number].rows if known else None
    if rows is None or not 0 <= row < len(rows) or not 0 <= column < len(rows[row]):
        raise UserFault("correction-no-cell")
    above = sum(len(cell) + 1 for each in rows[:row] for cell in each)
    start = block_starts(notice.blocks)[number] + above
    start += sum(len(cell) + 1 for cell in rows[row][:column])
    return start, start + len(rows[row][column])
