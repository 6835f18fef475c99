"""What is searched for, found and taken out. Offsets count Python characters."""

from __future__ import annotations

from dataclasses import dataclass

from storage.types.stored import NoticeSummary


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept in the tree."""

    uuid: str
    name: str
    query: str
    created: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a notice's text that a query found, with the text around it."""

    start: int
    end: int
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NoticeHits:
    """A found notice with its hits in reading order."""

    summary: NoticeSummary
    hits: tuple[Hit, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a query.

    `notices` holds at most the asked limit, best first; the totals count all of them.
    `behind` counts notices not yet in the index (searched by a plain scan where few).
    `problem` is a catalogue key where the query was mended, else None.
    """

    query: str
    notices: tuple[NoticeHits, ...]
    total_notices: int
    total_hits: int
    behind: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage on its way out, with all that a citation needs.

    `kind` is "mark" or "hit"; `bold` are the (start, end) offsets within `text` of what was found.
    """

    summary: NoticeSummary
    text: str
    start: int
    end: int
    kind: str = "mark"
    path: str = ""
    style: str = ""
    note: str = ""
    state: str = "sure"
    bold: tuple[tuple[int, int], ...] = ()
