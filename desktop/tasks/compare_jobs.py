"""Comparing, in the finder process: where words are cut, and where it holds no window up. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.tasks.opening import open_library
from storage.types import Mark, StoredNotice
from storage.types.comparing import Candidate, Comparison

if TYPE_CHECKING:
    from storage.library import Library

_MOST_NAMING = 12
"""Notices that name another one and are looked at for what they say of it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two notices with their marks, left and right, and what differs between them."""

    notices: tuple[StoredNotice, StoredNotice]
    marks: tuple[list[Mark], list[Mark]]
    comparison: Comparison


def compare(library: str, cache: str, dictionary: str, left: str, right: str) -> Compared:
    """Compare two notices of a library by their uuids."""
    from storage.comparing.comparing import compare as compare_notices
    from storage.search.segmenter import Segmenter

    with open_library(library, cache, dictionary) as opened:
        notices = opened.notice(left), opened.notice(right)
        marks = opened.marks(left), opened.marks(right)
    cut = Segmenter(Path(dictionary), Path(cache)).cut
    return Compared(notices, marks, compare_notices(notices[0].notice, notices[1].notice, cut))


def likely_beside(library: str, cache: str, dictionary: str, notice: str) -> list[Candidate]:
    """The notices that one wants to read beside a notice, the likeliest first."""
    from storage.comparing.candidates import likely

    with open_library(library, cache, dictionary) as opened:
        stored = opened.notice(notice)
        return likely(stored, opened.notices(), _naming(opened, stored))


def _naming(library: Library, stored: StoredNotice) -> list[StoredNotice]:
    """Notices that name this one, and those that this one names."""
    from storage.comparing.candidates import names_of

    uuids: dict[str, None] = {}
    for name in names_of(stored):
        found = library.search(f'"{name}"', _MOST_NAMING).notices
        uuids |= {one.summary.uuid: None for one in found}
    uuids.pop(stored.summary.uuid, None)
    return [library.notice(uuid) for uuid in uuids]
