"""`antou corrections`: what was put right by hand, listed, taken back, made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from storage.cli.describe import SHORT_ID, one_line
from storage.cli.session import FINE, NOTHING, Session
from storage.errors import UserFault
from storage.library import Library
from storage.types import Correction, CorrectionReport

ACTIONS = ("list", "undo", "redo")
_SHORTEST = 4


def corrections(
    session: Session,
    action: str,
    keys: Sequence[str],
    notice: str | None,
    issue_id: int | None,
    *,
    as_json: bool,
) -> int:
    """List corrections, of a notice or an issue or all, or take one back or make it again."""
    if action == "list" and keys or action != "list" and len(keys) != 1:
        raise UserFault("cli-corrections-count", action=action)
    with session.open_library() as library:
        if action == "list":
            return _list(session, library, notice, issue_id, as_json=as_json)
        found = _one(session, library, keys[0])
        if found is None:
            return NOTHING
        if action == "undo":
            _tell(session, "cli-corrections-undone", library.undo_correction(found.uuid))
        else:
            _tell(session, "cli-corrections-redone", library.redo_correction(found.uuid))
        session.bring_index_up_to_date(library)
    return FINE


def _list(
    session: Session,
    library: Library,
    notice: str | None,
    issue_id: int | None,
    *,
    as_json: bool,
) -> int:
    uuid = None
    if notice is not None:
        summary = session.one_notice(library, notice)
        if summary is None:
            return NOTHING
        uuid = summary.uuid
    found = library.corrections(uuid, issue_id)
    if as_json:
        session.output.json([asdict(each) for each in found])
    elif not found:
        session.say("cli-corrections-none")
    for each in [] if as_json else found:
        session.output.line(_line(session, each))
    return FINE


def _line(session: Session, correction: Correction) -> str:
    say = session.words.say
    what = say(f"cli-correction-{correction.kind}")
    if correction.kind in ("field", "issue"):
        what = say(f"cli-correction-field-{correction.what}")
    shown = say(
        "cli-corrections-line",
        id=correction.uuid[:SHORT_ID],
        day=correction.created[:10],
        author=correction.author or say("cli-corrections-nobody"),
        what=what,
        before=one_line(correction.before),
        after=one_line(correction.after),
        title=one_line(correction.title),
    )
    if correction.undone:
        return say("cli-corrections-is-undone", line=shown)
    if correction.reason:
        why, _ = session.words.fault(correction.reason)
        return say("cli-corrections-is-unfit", line=shown, why=why)
    return shown


def _one(session: Session, library: Library, key: str) -> Correction | None:
    """The correction of which the uuid begins so; where there is none, or several, it says so."""
    start = key.strip().lower()
    found = [each for each in library.corrections() if each.uuid.startswith(start)]
    if len(start) < _SHORTEST or not found:
        session.complain(UserFault("correction-missing"))
        return None
    if len(found) > 1:
        session.complain(UserFault("cli-corrections-several", start=key, count=len(found)))
        return None
    return found[0]


def _tell(session: Session, key: str, report: CorrectionReport) -> None:
    session.say(key, count=len(report.corrections), marks=report.marks)
    for mark in report.unplaced:
        session.say("cli-corrections-mark-unplaced", quote=one_line(mark.quote))
