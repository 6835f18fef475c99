"""Notices that exist only in memory, for pages and panels."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.reading.sheet import Sheet
from storage.types import (
    Block,
    Heading,
    Issue,
    IssueSummary,
    Mark,
    Notice,
    NoticeSummary,
    StoredNotice,
)
from tests.factories import ISSUE, notice

SOURCE = "公报.txt"


def stored(made: Notice | None = None, uuid: str = "n1", issue_id: int = 1) -> StoredNotice:
    """A notice as the library would give it."""
    made = made or notice()
    return StoredNotice(summary(made, uuid, issue_id), made)


def sheet(*made: Notice) -> Sheet:
    """A page of notices n1, n2 …, of the usual one where none is given."""
    return Sheet([stored(one, f"n{at}") for at, one in enumerate(made or (notice(),), 1)])


def summary(made: Notice, uuid: str = "n1", issue_id: int = 1, position: int = 0) -> NoticeSummary:
    """What lists show of a notice."""
    return NoticeSummary(
        uuid,
        issue_id,
        position,
        made.title,
        made.number,
        made.issuer,
        made.date,
        made.section,
        made.genre,
        ISSUE,
        True,
    )


def issue_summary(number: int, *, year: int = 2023, is_issue: bool = True) -> IssueSummary:
    """An issue of the invented gazette."""
    issue = Issue(ISSUE.name, year, number, 36 + number) if is_issue else Issue()
    return IssueSummary(number, issue, SOURCE, 2, "2026-01-02T03:04:05+00:00", is_issue)


def of_blocks(*blocks: Block, outline: Sequence[Heading] = ()) -> Notice:
    """A notice of just these blocks."""
    return Notice("标题", 1, 99, outline=tuple(outline), blocks=blocks)


def table(*rows: Sequence[str]) -> Block:
    """A table block."""
    text = "\n".join("\t".join(row) for row in rows)
    return Block("table", text, (1, len(rows)), rows=tuple(tuple(row) for row in rows))


def mark(made: Notice, words: str, uuid: str = "m1", **fields: str) -> Mark:
    """A mark over the first place of some words."""
    start = made.text.index(words)
    return Mark(uuid, "n1", start, start + len(words), words, citation="《标题》", **fields)
