"""What the library keeps of issues and notices."""

from __future__ import annotations

from dataclasses import dataclass

from storage.types.recognised import Issue, Notice


@dataclass(frozen=True, slots=True)
class IssueSummary:
    """A stored source: an issue of a gazette, or (`is_issue` false) a single document's file."""

    id: int
    issue: Issue
    source_name: str
    notice_count: int
    imported: str
    is_issue: bool


@dataclass(frozen=True, slots=True)
class NoticeSummary:
    """What lists and the tree show of a stored notice; `position` is its place in the issue."""

    uuid: str
    issue_id: int
    position: int
    title: str
    number: str | None
    issuer: str | None
    date: str | None
    section: str | None
    genre: str | None
    issue: Issue
    is_issue: bool


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A stored notice whole."""

    summary: NoticeSummary
    notice: Notice
