"""Stored notices for the tests of search: made by hand, or cut out of the shared texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from storage.parse import parse_source
from storage.search import LibraryView
from storage.sources import read_source
from storage.types import (
    Block,
    Issue,
    MarkText,
    Notice,
    NoticeAttributes,
    NoticeSummary,
    NoticeText,
    StoredNotice,
)
from tests.shared_texts import all_texts

DICTIONARY = Path(__file__).resolve().parents[3] / "resources" / "dictionary"

Piece = str | tuple[str, str]


def stored(uuid: str, *pieces: Piece, number: str | None = None, date: str = "") -> StoredNotice:
    """A notice of blocks, each text (a paragraph) or (kind, text); the first is the title."""
    blocks = tuple(
        Block(*(("paragraph", piece) if isinstance(piece, str) else piece), (line, line))
        for line, piece in enumerate([("title", pieces[0]), *pieces[1:]], start=1)
    )
    title = blocks[0].text
    summary = NoticeSummary(
        uuid, 1, 1, title, number, None, date or None, None, None, Issue(), True
    )
    return StoredNotice(summary, Notice(title, 1, len(blocks), number, blocks=blocks))


def view_of(
    notices: Sequence[StoredNotice],
    pending: Sequence[StoredNotice] = (),
    deleted: Sequence[str] = (),
    marks: Sequence[MarkText] = (),
    stamp: object = None,
) -> LibraryView:
    """A library of notices in memory, as a search sees it.

    Its stamps are never the same twice, so that a test may ask the same index about another
    library; with a `stamp` it is one library that stays as it is.
    """
    by_uuid = {one.summary.uuid: one for one in notices}
    return LibraryView(
        lambda uuids: [by_uuid[uuid] for uuid in uuids if uuid in by_uuid],
        lambda uuids: [text_of(by_uuid[uuid]) for uuid in uuids if uuid in by_uuid],
        lambda: [attributes_of(one) for one in notices],
        lambda: marks,
        stamp or object(),
        stamp or object(),
        pending,
        deleted,
    )


def text_of(one: StoredNotice) -> NoticeText:
    """What its hits are shown with."""
    blocks = one.notice.blocks
    return NoticeText(
        one.summary,
        tuple(block.text for block in blocks),
        tuple(block.lines[0] for block in blocks),
        tuple(
            (block.lines[0], block.level, block.text) for block in blocks if block.kind == "heading"
        ),
    )


def attributes_of(one: StoredNotice) -> NoticeAttributes:
    """What a notice is filtered and counted by."""
    summary = one.summary
    return NoticeAttributes(
        summary.uuid,
        summary.title,
        summary.number or "",
        summary.issuer or "",
        summary.date or "",
        summary.section or "",
        summary.genre or "",
        summary.issue.name or "",
        summary.issue.year or 0,
        summary.issue.number or 0,
    )


def pieces_of_shared_texts(characters: int = 3000) -> list[StoredNotice]:
    """The shared texts cut into notices of about so many characters, a line a block."""
    notices: list[StoredNotice] = []
    for path in all_texts():
        lines: list[str] = []
        for line in path.read_text(encoding="utf-8").split("\n"):
            lines.append(line)
            if sum(map(len, lines)) >= characters:
                notices.append(_piece(len(notices), lines))
                lines = []
        if lines:
            notices.append(_piece(len(notices), lines))
    return notices


def notices_of_shared_texts() -> list[StoredNotice]:
    """The notices that the recogniser finds in the shared texts."""
    notices: list[StoredNotice] = []
    for path in all_texts():
        parsed = parse_source(read_source(path))
        for notice in parsed.notices:
            uuid = f"{path.stem}-{len(notices):04}"
            summary = NoticeSummary(
                uuid,
                1,
                len(notices),
                notice.title,
                notice.number,
                notice.issuer,
                notice.date,
                notice.section,
                notice.genre,
                parsed.issue,
                True,
            )
            notices.append(StoredNotice(summary, notice))
    return notices


def _piece(number: int, lines: list[str]) -> StoredNotice:
    blocks = [("table" if "\t" in line else "paragraph", line) for line in lines if line.strip()]
    first, rest = (blocks[0], blocks[1:]) if blocks else (("title", ""), [])
    return stored(f"piece-{number:04}", first[1], *rest)
