"""Corrections as a user makes them: by the words that he sees."""

from __future__ import annotations

from collections.abc import Callable

from storage.errors import UserFault
from storage.library import Library
from storage.types import CorrectionReport, Mark, TextCorrection


def attempt(action: Callable[[], CorrectionReport]) -> tuple[str, CorrectionReport | None]:
    """Try something; the key of its fault, or what it did."""
    try:
        return "", action()
    except UserFault as fault:
        return fault.key, None


def text_of(library: Library, uuid: str) -> str:
    return library.notice(uuid).notice.text


def correct(library: Library, uuid: str, before: str, after: str) -> CorrectionReport:
    """Put words in the place of the first ones of the text that read so."""
    seen = library.notice(uuid)
    start = seen.notice.text.index(before)
    change = TextCorrection(start, start + len(before), before, after)
    return library.correct_text(seen, [change], author="王科长")


def mark(library: Library, uuid: str, words: str, style: str = "yellow") -> Mark:
    start = text_of(library, uuid).index(words)
    return library.new_mark(uuid, start, start + len(words), style)


def block_of(library: Library, uuid: str, words: str) -> int:
    """The number of the block that holds words."""
    blocks = library.notice(uuid).notice.blocks
    return next(at for at, block in enumerate(blocks) if words in block.text)
