"""The table of issues: gazette issues and, `is_issue` false, files of a single document."""

from __future__ import annotations

from dataclasses import astuple

from storage.db.store import Row, Store
from storage.db.values import (
    from_column,
    from_json,
    now,
    stored_values,
    text_from,
    to_column,
    to_json,
)
from storage.text import fold, squeeze
from storage.types import Finding, Issue, IssueSummary, ParsedSource

_COLUMNS = "i.name, i.year, i.number, i.serial, i.published, i.publisher"
# Gazettes by name, year and number, those without a name after them, single documents last.
READING_ORDER = (
    "i.is_issue DESC, i.name IS NULL, i.name, i.year IS NULL, i.year,"
    " i.number IS NULL, i.number, i.id"
)


def issue_key(issue: Issue) -> str | None:
    """What an issue is found again by; None where name, year or number is not known."""
    if issue.name is None or issue.year is None or issue.number is None:
        return None
    name = fold(squeeze(issue.name)).encode("utf-8", "replace").decode("utf-8")
    return f"{name}|{issue.year}|{issue.number}" if name else None


def is_issue(parsed: ParsedSource) -> bool:
    """Tell a gazette issue from a single document: a masthead, a contents list or many notices."""
    issue = parsed.issue
    has_masthead = any(part is not None for part in (issue.name, issue.year, issue.number))
    return has_masthead or bool(parsed.contents) or len(parsed.notices) > 1


def issue_from(row: Row) -> Issue:
    """The issue in a row of `ISSUE_COLUMNS`."""
    name, year, number, serial, published, publisher = row
    return Issue(
        from_column(name), year, number, serial, from_column(published), from_column(publisher)
    )


ISSUE_COLUMNS = _COLUMNS


def find_issue(store: Store, issue: Issue) -> int | None:
    """The id of the stored issue with the same gazette, year and number."""
    key = issue_key(issue)
    found = store.row("SELECT id FROM issues WHERE issue_key = ?", [key]) if key else None
    return found[0] if found else None


def add_issue(store: Store, parsed: ParsedSource, recogniser: int) -> int:
    """Write a new issue; its id."""
    return store.insert(
        "INSERT INTO issues (is_issue, name, year, number, serial, published, publisher,"
        " issue_key, source_name, imported, recogniser, around)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [int(is_issue(parsed)), *_columns(parsed, recogniser)],
    )


def update_issue(store: Store, issue_id: int, parsed: ParsedSource, recogniser: int) -> None:
    """Write what a new source of a stored issue says of it."""
    store.run(
        "UPDATE issues SET name = ?, year = ?, number = ?, serial = ?, published = ?,"
        " publisher = ?, issue_key = ?, source_name = ?, imported = ?, recogniser = ?, around = ?"
        " WHERE id = ?",
        [*_columns(parsed, recogniser), issue_id],
    )


def update_reading(store: Store, issue_id: int, parsed: ParsedSource, recogniser: int) -> None:
    """Write what a kept source, read again, says of its issue; when it came in stays."""
    imported = store.rows("SELECT imported FROM issues WHERE id = ?", [issue_id])[0][0]
    update_issue(store, issue_id, parsed, recogniser)
    store.run("UPDATE issues SET imported = ? WHERE id = ?", [imported, issue_id])


def read_by_older(store: Store, recogniser: int) -> list[int]:
    """The ids of the issues that an older recogniser read, in reading order."""
    found = store.rows(
        f"SELECT i.id FROM issues i WHERE i.recogniser < ? ORDER BY {READING_ORDER}", [recogniser]
    )
    return [issue_id for (issue_id,) in found]


def _columns(parsed: ParsedSource, recogniser: int) -> list[object]:
    issue = parsed.issue
    around = {
        "contents": [astuple(entry) for entry in parsed.contents],
        "furniture": [astuple(line) for line in parsed.furniture],
        "repeats": [astuple(repeat) for repeat in parsed.repeats],
        "warnings": [astuple(finding) for finding in parsed.warnings],
    }
    return [
        to_column(issue.name),
        issue.year,
        issue.number,
        issue.serial,
        to_column(issue.published),
        to_column(issue.publisher),
        issue_key(issue),
        to_column(parsed.source),
        now(),
        recogniser,
        to_json(around),
    ]


def issues(store: Store, issue_id: int | None = None) -> list[IssueSummary]:
    """All stored issues in reading order, or the one with this id."""
    where = "" if issue_id is None else "WHERE i.id = ?"
    found = store.rows(
        f"SELECT {_COLUMNS}, i.id, i.source_name, i.imported, i.is_issue,"
        " (SELECT count(*) FROM notices n WHERE n.issue_id = i.id)"
        f" FROM issues i {where} ORDER BY {READING_ORDER}",
        [] if issue_id is None else [issue_id],
    )
    return [_summary(row) for row in found]


def _summary(row: Row) -> IssueSummary:
    found_id, source_name, imported, told_issue, count = row[6:]
    return IssueSummary(
        found_id, issue_from(row[:6]), text_from(source_name), count, imported, bool(told_issue)
    )


def findings(store: Store, issue_id: int) -> list[Finding]:
    """The recogniser's warnings about an issue's current source."""
    found = store.row("SELECT around FROM issues WHERE id = ?", [issue_id])
    with stored_values(store.path):
        return [Finding(*item) for item in from_json(found[0])["warnings"]] if found else []


def remove_issue(store: Store, issue_id: int) -> None:
    """Delete an issue's row, its notices and sources with it; marks stay.

    A source from which a notice was moved to another issue goes to that one.
    """
    store.run(
        "UPDATE sources SET current = 0, issue_id = (SELECT n.issue_id FROM notices n"
        " WHERE n.source_id = sources.id AND n.issue_id <> sources.issue_id) WHERE issue_id = ?"
        " AND EXISTS (SELECT 1 FROM notices n WHERE n.source_id = sources.id"
        " AND n.issue_id <> sources.issue_id)",
        [issue_id],
    )
    store.run("DELETE FROM notices WHERE issue_id = ?", [issue_id])
    store.run("DELETE FROM issues WHERE id = ?", [issue_id])
