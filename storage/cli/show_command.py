"""`antou show`: one notice, set for a terminal or as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from storage.cli.describe import printed_issue
from storage.cli.session import FINE, NOTHING, Session
from storage.cli.typeset import Typesetter
from storage.types import Mark, StoredNotice


def show_notice(session: Session, key: str, *, as_json: bool) -> int:
    """Print the notice of a document number or id with its marks."""
    with session.open_library() as library:
        summary = session.one_notice(library, key)
        if summary is None:
            return NOTHING
        stored = library.notice(summary.uuid)
        marks = library.marks(summary.uuid)
    if as_json:
        session.output.json(_notice_json(stored, marks))
        return FINE
    for line in Typesetter(session.words, session.output).notice(stored, marks):
        session.output.line(line)
    return FINE


def _notice_json(stored: StoredNotice, marks: list[Mark]) -> dict[str, Any]:
    """The notice in the form of PARSE_JSON.md, with what the library adds."""
    summary = stored.summary
    notice = asdict(stored.notice)
    for block in notice["blocks"]:
        if block["rows"] is None:
            del block["rows"]
    return {
        "notice": summary.uuid,
        "gazette": summary.issue.name,
        "issue": printed_issue(summary.issue),
        "issue_id": summary.issue_id,
        **notice,
        "text": stored.notice.text,
        "marks": [asdict(mark) for mark in marks],
    }
