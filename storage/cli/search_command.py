"""`antou search`: notices with their hits, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from storage.cli.describe import notice_line, printed_issue, shown_query
from storage.cli.session import FINE, Session
from storage.errors import UserFault
from storage.types import Hit, NoticeHits, SearchResult

_SHOWN_HITS = 5


def search_library(session: Session, query: str, limit: int, *, as_json: bool) -> int:
    """Print what the query finds, best first; no hit is an answer too, not a failure."""
    from storage.indexing import MOST_PENDING

    with session.open_library() as library:
        session.bring_index_up_to_date(library)
        result = library.search(query, limit)
    if result.problem:
        session.complain(UserFault(result.problem, query=query))
    if result.behind > MOST_PENDING:
        session.complain(UserFault("cli-search-behind", count=result.behind))
    if as_json:
        session.output.json([_notice_json(found) for found in result.notices])
    else:
        _print_result(session, result)
    return FINE


def _print_result(session: Session, result: SearchResult) -> None:
    if not result.notices:
        session.say("cli-search-nothing", query=shown_query(result.query))
        return
    session.say("cli-search-count", notices=result.total_notices, hits=result.total_hits)
    for place, found in enumerate(result.notices, start=1):
        session.output.line()
        session.output.line(f"{place}. {notice_line(found.summary, session.words)}")
        for hit in found.hits[:_SHOWN_HITS]:
            session.output.line(f"   {_context(hit)}")
        if len(found.hits) > _SHOWN_HITS:
            session.say("cli-search-more-hits", count=len(found.hits) - _SHOWN_HITS)
    if result.total_notices > len(result.notices):
        session.output.line()
        session.say(
            "cli-search-more-notices", shown=len(result.notices), notices=result.total_notices
        )


def _context(hit: Hit) -> str:
    """The hit in its surroundings on one line."""
    return "".join(f"…{hit.before}【{hit.text}】{hit.after}…".split("\n")).replace("\t", " ")


def _notice_json(found: NoticeHits) -> dict[str, Any]:
    summary = found.summary
    return {
        "notice": summary.uuid,
        "title": summary.title,
        "number": summary.number,
        "issuer": summary.issuer,
        "date": summary.date,
        "gazette": summary.issue.name,
        "issue": printed_issue(summary.issue),
        "hits": [asdict(hit) for hit in found.hits],
    }
