"""Small notices for the tests of marks."""

from __future__ import annotations

from storage.anchors import make_mark
from storage.types import Block, Issue, Notice, NoticeSummary, StoredNotice


def stored(notice: Notice) -> StoredNotice:
    summary = NoticeSummary(
        "u-1", 1, 0, notice.title, notice.number, None, None, None, None, Issue(), True
    )
    return StoredNotice(summary, notice)


def of(*texts: str) -> Notice:
    """A notice of plain paragraphs."""
    blocks = tuple(Block("paragraph", text, (line, line)) for line, text in enumerate(texts, 1))
    return Notice("题", 1, len(texts), blocks=blocks)


def mark_on(notice: Notice, quote: str):
    start = notice.text.index(quote)
    return make_mark(stored(notice), start, start + len(quote))
