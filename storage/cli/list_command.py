"""`antou list`: the library as a tree of gazettes, issues, sections and notices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from storage.cli.describe import SHORT_ID, issue_name, notice_line, one_line
from storage.cli.session import FINE, Session
from storage.types import IssueSummary, NoticeSummary


def list_library(session: Session, *, as_json: bool) -> int:
    """Print all issues and notices in reading order."""
    with session.open_library() as library:
        issues = library.issues()
        notices: dict[int, list[NoticeSummary]] = {issue.id: [] for issue in issues}
        for summary in library.notices():
            notices.setdefault(summary.issue_id, []).append(summary)
    if as_json:
        session.output.json([_issue_json(issue, notices[issue.id]) for issue in issues])
    elif issues:
        _print_tree(session, issues, notices)
    else:
        session.say("cli-list-empty", path=session.library)
    return FINE


def _print_tree(
    session: Session, issues: Sequence[IssueSummary], notices: dict[int, list[NoticeSummary]]
) -> None:
    count = sum(len(group) for group in notices.values())
    session.say("cli-list-count", path=session.library, issues=len(issues), notices=count)
    gazettes = [issue for issue in issues if issue.is_issue]
    for name, group in groupby(gazettes, key=lambda issue: issue.issue.name or ""):
        session.output.line()
        session.output.line(name or session.words.say("cli-list-unnamed"))
        for issue in group:
            _print_issue(session, issue, notices[issue.id])
    singles = [issue for issue in issues if not issue.is_issue]
    if singles:
        session.output.line()
        session.say("cli-list-singles")
        for issue in singles:
            for summary in notices[issue.id]:
                line = notice_line(summary, session.words, issue.source_name)
                session.output.line(f"  {line}")


def _print_issue(session: Session, issue: IssueSummary, notices: list[NoticeSummary]) -> None:
    name = issue_name(issue.issue, session.words) or issue.source_name
    session.say("cli-list-issue", issue=issue.id, name=name, count=len(notices))
    for section, group in groupby(notices, key=lambda summary: summary.section):
        if section:
            session.output.line(f"    【{one_line(section)}】")
        for summary in group:
            _print_notice(session, summary, "      ")


def _print_notice(session: Session, summary: NoticeSummary, indent: str) -> None:
    facts = [one_line(fact) for fact in (summary.number, summary.date) if fact]
    told = f"  [{session.words.say('cli-separator').join(facts)}]" if facts else ""
    session.output.line(f"{indent}{summary.uuid[:SHORT_ID]}  {one_line(summary.title)}{told}")


def _issue_json(issue: IssueSummary, notices: list[NoticeSummary]) -> dict[str, Any]:
    masthead = issue.issue
    return {
        "issue": issue.id,
        "gazette": masthead.name,
        "year": masthead.year,
        "number": masthead.number,
        "serial": masthead.serial,
        "published": masthead.published,
        "publisher": masthead.publisher,
        "single": not issue.is_issue,
        "source": issue.source_name,
        "imported": issue.imported,
        "notices": [
            {
                "notice": summary.uuid,
                "title": summary.title,
                "number": summary.number,
                "issuer": summary.issuer,
                "date": summary.date,
                "section": summary.section,
                "genre": summary.genre,
            }
            for summary in notices
        ],
    }
