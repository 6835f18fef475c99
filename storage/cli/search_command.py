"""`antou search`: notices with their hits, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from storage.cli.describe import notice_line, printed_issue, shown_query
from storage.cli.session import FINE, Session
from storage.cli.width import columns
from storage.errors import UserFault
from storage.types import Hit, NoticeHits, Query, QueryProblem, SearchResult

_SHOWN_HITS = 5
_SHOWN_VALUES = 8
_SHOWN_AROUND = 20


def search_library(
    session: Session, query: Query, limit: int, *, as_json: bool, with_facets: bool
) -> int:
    """Print what the query finds, best first; no hit is an answer too, not a failure."""
    from storage.indexing import MOST_PENDING

    with session.open_library() as library:
        session.bring_index_up_to_date(library)
        result = library.search(query, limit)
    for problem in result.problems:
        _explain(session, result.query, problem)
    if result.behind > MOST_PENDING:
        session.complain(UserFault("cli-search-behind", count=result.behind))
    if as_json:
        session.output.json([_notice_json(found) for found in result.notices])
    else:
        _print_result(session, result, with_facets=with_facets)
    return FINE


def _explain(session: Session, query: str, problem: QueryProblem) -> None:
    """Say what was mended, and point at its place where the query is more than that."""
    session.complain(UserFault(problem.key, **dict(problem.arguments)))
    start, end = problem.start, max(problem.end, problem.start + 1)
    if end - start >= len(query):
        return
    first = max(0, start - _SHOWN_AROUND)
    shown = " ".join(query[first : end + _SHOWN_AROUND].split("\n"))
    before = columns(shown[: start - first])
    width = max(1, columns(shown[start - first : end - first]))
    session.output.error(f"  {shown}")
    session.output.error(f"  {' ' * before}{'^' * width}")


def _print_result(session: Session, result: SearchResult, *, with_facets: bool) -> None:
    if not result.notices:
        session.say("cli-search-nothing", query=shown_query(result.query))
        if result.meant:
            meant = session.words.say("cli-separator").join(result.meant)
            session.say("cli-search-meant", meant=meant)
        return
    session.say("cli-search-count", notices=result.total_notices, hits=result.total_hits)
    if with_facets:
        _print_facets(session, result)
    for place, found in enumerate(result.notices, start=1):
        session.output.line()
        session.output.line(f"{place}. {notice_line(found.summary, session.words)}")
        if found.others:
            session.say("cli-search-versions", count=len(found.others))
        for hit in found.hits[:_SHOWN_HITS]:
            session.output.line(f"   {_context(session, hit)}")
        if len(found.hits) > _SHOWN_HITS:
            session.say("cli-search-more-hits", count=len(found.hits) - _SHOWN_HITS)
    if result.total_notices > len(result.notices):
        session.output.line()
        session.say(
            "cli-search-more-notices", shown=len(result.notices), notices=result.total_notices
        )


def _print_facets(session: Session, result: SearchResult) -> None:
    separator = session.words.say("cli-separator")
    for facet in result.facets:
        told = [f"{one.value} {one.count}" for one in facet.values if one.value]
        if told:
            more = separator.join(told[:_SHOWN_VALUES]) + ("…" if told[_SHOWN_VALUES:] else "")
            session.say(f"cli-facet-{facet.name}", values=more)


def _context(session: Session, hit: Hit) -> str:
    """The hit in its surroundings on one line; of a note, a tag or a mark it says so."""
    text = f"…{hit.before}【{hit.text}】{hit.after}…"
    plain = "".join(text.split("\n")).replace("\t", " ")
    return plain if hit.kind == "text" else session.words.say(f"cli-hit-{hit.kind}", text=plain)


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
        "versions": [other.uuid for other in found.others],
    }
