"""`antou versions`: documents that the library has from several sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from storage.cli.describe import notice_line, one_line
from storage.cli.session import FINE, NOTHING, Session
from storage.errors import UserFault
from storage.library import Library
from storage.types import NoticeSummary, Version

ACTIONS = ("list", "link", "unlink", "main", "apart", "marks")
_NAMED = {"list": (0, 1), "link": (2, 2), "apart": (2, 2)}


def versions(session: Session, action: str, keys: Sequence[str], *, as_json: bool) -> int:
    """Do one of ACTIONS with the notices named; without any, list all documents with versions."""
    least, most = _NAMED.get(action, (1, 1))
    if not least <= len(keys) <= most:
        raise UserFault("cli-versions-count", action=action, least=least, most=most)
    with session.open_library() as library:
        if action == "list":
            session.bring_index_up_to_date(library)
            return _list(session, library, keys, as_json=as_json)
        named = [session.one_notice(library, key) for key in keys]
        found = [summary for summary in named if summary is not None]
        if len(found) < len(named):
            return NOTHING
        _ACTIONS[action](session, library, found)
        session.bring_index_up_to_date(library)
    return FINE


def _list(session: Session, library: Library, keys: Sequence[str], *, as_json: bool) -> int:
    families = library.families()
    if keys:
        wanted = {summary.uuid for summary in library.find_notices(keys[0])}
        if not wanted:
            session.complain(UserFault("cli-notice-unknown", notice=keys[0]))
            return NOTHING
        families = [family for family in families if wanted.intersection(family)]
    told = [library.versions(family[0]) for family in families]
    if as_json:
        session.output.json([[_as_json(version) for version in family] for family in told])
    elif not told:
        session.say("cli-versions-none")
    for number, family in enumerate([] if as_json else told):
        if number:
            session.output.line()
        _print_family(session, library, family)
    return FINE


def _print_family(session: Session, library: Library, family: Sequence[Version]) -> None:
    files = {issue.id: issue.source_name for issue in library.issues()}
    session.output.line(one_line(family[0].summary.title))
    for version in family:
        line = notice_line(version.summary, session.words, files.get(version.summary.issue_id, ""))
        key = "cli-versions-main" if version.main else "cli-versions-other"
        session.say(key, notice=line)


def _as_json(version: Version) -> dict[str, Any]:
    summary = version.summary
    return {
        "notice": summary.uuid,
        "main": version.main,
        "chosen": version.chosen,
        "how": version.how,
        "title": summary.title,
        "number": summary.number,
        "date": summary.date,
        "issue": asdict(summary.issue) if summary.is_issue else None,
    }


def _link(session: Session, library: Library, found: Sequence[NoticeSummary]) -> None:
    library.link_versions(*(summary.uuid for summary in found))
    _print_family(session, library, library.versions(found[0].uuid))


def _unlink(session: Session, library: Library, found: Sequence[NoticeSummary]) -> None:
    library.unlink_version(found[0].uuid)
    session.say("cli-versions-unlinked", notice=notice_line(found[0], session.words))


def _main(session: Session, library: Library, found: Sequence[NoticeSummary]) -> None:
    library.choose_main_version(found[0].uuid)
    _print_family(session, library, library.versions(found[0].uuid))


def _apart(session: Session, library: Library, found: Sequence[NoticeSummary]) -> None:
    library.keep_apart(*(summary.uuid for summary in found))
    session.say("cli-versions-apart")


def _marks(session: Session, library: Library, found: Sequence[NoticeSummary]) -> None:
    moved = library.move_marks_to_main(found[0].uuid)
    main = notice_line(moved.main, session.words)
    session.say("cli-versions-marks", count=len(moved.edit.marks), main=main)
    for key, some in (
        ("cli-import-to-check", moved.to_check),
        ("cli-versions-marks-stayed", moved.stayed),
    ):
        if some:
            session.say(key, count=len(some))
        for mark in some:
            session.say("cli-import-doubtful-mark", quote=mark.quote, citation=mark.citation)


_ACTIONS: dict[str, Callable[[Session, Library, Sequence[NoticeSummary]], None]] = {
    "link": _link,
    "unlink": _unlink,
    "main": _main,
    "apart": _apart,
    "marks": _marks,
}
