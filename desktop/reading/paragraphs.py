"""The paragraph, or the row of a table, that an offset of the page stands in."""

from __future__ import annotations

from bisect import bisect_right

from desktop.reading.sheet import Sheet
from storage.types import Block

Span = tuple[int, int]


def paragraph_at(sheet: Sheet, offset: int) -> Span | None:
    """The offsets of the page from the first to behind the last visible character of a paragraph.

    Of a table it is the row. Where nothing can be seen it is the next paragraph of the notice that
    has words, else the one before; None where the notice has no words at all.
    """
    notice = sheet.at(offset)
    base = sheet.base(notice.summary.uuid)
    spans = [span for block in _placed(notice.notice.blocks, base) for span in _parts(*block)]
    spans = [span for span in (_trimmed(sheet.text, span) for span in spans) if span]
    if not spans:
        return None
    at = bisect_right([end for _, end in spans], offset - 1)
    return spans[min(at, len(spans) - 1)]


def _placed(blocks: tuple[Block, ...], base: int) -> list[tuple[Block, int]]:
    placed: list[tuple[Block, int]] = []
    for block in blocks:
        placed.append((block, base))
        base += len(block.text) + 1
    return placed


def _parts(block: Block, start: int) -> list[Span]:
    if block.kind != "table" or not block.rows:
        return [(start, start + len(block.text))]
    spans: list[Span] = []
    at = 0
    for row in block.rows:
        begin = at
        for cell in row:
            found = block.text.find(cell, at)
            at = found + len(cell) if found >= 0 else at
        spans.append((start + begin, start + at))
    return spans


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
