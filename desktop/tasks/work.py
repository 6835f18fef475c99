"""What the worker thread does with the library: short functions that Jobs names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import UserFault
from storage.types import IssueSummary, Mark, NoticeSummary, Places, SavedSearch, StoredNotice

if TYPE_CHECKING:
    from storage.library import Library

Tree = tuple[list[IssueSummary], list[NoticeSummary], list[SavedSearch]]
OpenedNotice = tuple[StoredNotice, list[Mark]]
OpenedNotices = tuple[list[StoredNotice], list[Mark]]


@dataclass(frozen=True, slots=True)
class OpenedLibrary:
    """What the window wants to know of a library just opened."""

    path: Path
    read_only: bool


def open_library(path: Path, places: Places, *, create: bool) -> Library:
    """Open the library in this thread. Raises UserFault."""
    from storage.library import Library

    return Library.open(path, cache=places.cache, dictionary=places.dictionary, create=create)


def opened_state(library: Library) -> OpenedLibrary:
    """Describe an open library."""
    return OpenedLibrary(library.path, library.read_only)


def load_tree(library: Library) -> Tree:
    """All that the tree shows."""
    return library.issues(), library.notices(), library.saved_searches()


def open_issue(library: Library, issue_id: int) -> OpenedNotices:
    """All notices of an issue in their order, and their marks.

    One after the other: unpacking them in one go would keep the window waiting.
    """
    found = [library.notice(one.uuid) for one in library.notices(issue_id)]
    return found, library.marks(issue_id=issue_id)


def worker_places(library: Path | None, places: Places) -> dict[str, str]:
    """The paths that each job of the worker process gets. Raises UserFault("no-library")."""
    if library is None:
        raise UserFault("no-library")
    return {
        "library": str(library),
        "cache": str(places.cache),
        "dictionary": str(places.dictionary),
    }
