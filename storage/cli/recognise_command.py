"""`antou recognise --again`: kept sources read with the current recogniser, or what it would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.cli.describe import SHORT_ID, issue_title, one_line
from storage.cli.doubtful_marks import print_doubtful_marks
from storage.cli.session import FAULT, FINE, NOTHING, Session
from storage.errors import UserFault
from storage.types import FieldChange, IssueReading, NoticeReading, ReadingReport

if TYPE_CHECKING:
    from storage.library import Library


@dataclass(frozen=True, slots=True)
class RecogniseWish:
    """The options of `antou recognise`."""

    again: bool
    reread_notice: str | None
    reread_issue: int | None
    all: bool
    preview: bool
    source: int | None
    sources: bool


def recognise(session: Session, wish: RecogniseWish) -> int:
    """Read again what is wished, or tell what would change, or list an issue's kept sources."""
    ranges = [wish.reread_notice is not None, wish.reread_issue is not None, wish.all]
    if sum(ranges) != 1:
        raise UserFault("cli-recognise-range")
    if not (wish.again or wish.sources):
        raise UserFault("cli-recognise-again")
    if wish.reread_issue is None and (wish.sources or wish.source is not None):
        raise UserFault("cli-recognise-source-of-issue")
    with session.open_library() as library:
        found = _wished(session, library, wish)
        if found is None:
            return NOTHING
        issue_ids, notice = found
        if wish.sources:
            return _list_sources(session, library, issue_ids[0])
        if not issue_ids:
            session.say("cli-recognise-nothing")
            return FINE
        if wish.preview:
            return _preview(session, library, issue_ids, notice, wish.source)
        steps = library.read_again(issue_ids, notice=notice, source_id=wish.source)
        reports = session.watch(steps)
        session.bring_index_up_to_date(library)
    return _tell(session, reports)


def _wished(
    session: Session, library: Library, wish: RecogniseWish
) -> tuple[list[int], str | None] | None:
    """The ids of the issues to be read, and the only notice where one is wished."""
    if wish.all:
        return library.issues_read_by_older(), None
    if wish.reread_notice is not None:
        summary = session.one_notice(library, wish.reread_notice)
        return None if summary is None else ([summary.issue_id], summary.uuid)
    issue_id = wish.reread_issue or 0
    if all(issue.id != issue_id for issue in library.issues()):
        raise UserFault("cli-issue-unknown", issue=issue_id)
    return [issue_id], None


def _list_sources(session: Session, library: Library, issue_id: int) -> int:
    for kept in library.kept_sources(issue_id):
        key = "cli-recognise-source-current" if kept.current else "cli-recognise-source"
        day = kept.imported[:10]
        session.say(key, id=kept.id, name=one_line(kept.name), lines=kept.lines, day=day)
    return FINE


# ---------------------------------------------------------------- the preview


def _preview(
    session: Session,
    library: Library,
    issue_ids: Sequence[int],
    notice: str | None,
    source_id: int | None,
) -> int:
    counts: Counter[tuple[str, str]] = Counter()
    changed = 0
    for issue_id in issue_ids:
        reading = library.preview_reading(issue_id, source_id)
        some = [each for each in reading.changes if notice in (None, each.uuid)]
        changed += len(some)
        _print_reading(session, reading, some, with_masthead=notice is None)
        for each in some:
            counts.update((field.name, field.kind) for field in each.fields)
    session.say("cli-recognise-preview-sum", issues=len(issue_ids), notices=changed)
    for (name, kind), count in sorted(counts.items()):
        field = session.words.say(f"field-{name}")
        session.say(f"cli-recognise-fields-{kind}", field=field, count=count)
    return FINE


def _print_reading(
    session: Session, reading: IssueReading, some: Sequence[NoticeReading], *, with_masthead: bool
) -> None:
    issue = reading.issue
    name = issue_title(issue.issue, session.words) or issue.source_name
    if not some and not (with_masthead and reading.fields):
        session.say("cli-recognise-same", issue=issue.id, name=name)
        return
    session.say("cli-recognise-issue", issue=issue.id, name=name)
    if with_masthead:
        _print_fields(session, reading.fields)
    for each in some:
        session.say(
            f"cli-recognise-notice-{each.kind}",
            notice=each.uuid[:SHORT_ID],
            title=one_line(each.title),
        )
        _print_fields(session, each.fields)
        for key, told in (("text", each.text_changed), ("layout", each.layout_changed)):
            if told and each.kind == "changed":
                session.say(f"cli-recognise-{key}-changed")
        if each.to_check or each.unplaced:
            session.say("cli-recognise-marks", to_check=each.to_check, unplaced=each.unplaced)
        if each.unfit:
            session.say("cli-recognise-unfit", count=each.unfit)


def _print_fields(session: Session, fields: Sequence[FieldChange]) -> None:
    for change in fields:
        session.say(
            f"cli-recognise-field-{change.kind}",
            field=session.words.say(f"field-{change.name}"),
            before=one_line(change.before),
            after=one_line(change.after),
        )


# ---------------------------------------------------------------- what was done


def _tell(session: Session, reports: Sequence[ReadingReport]) -> int:
    failed = 0
    for report in reports:
        if report.fault_key:
            failed += 1
            session.complain(UserFault(report.fault_key, **dict(report.fault_arguments)))
            continue
        session.say(
            "cli-recognise-done",
            name=report.name,
            added=report.added,
            updated=report.updated,
            unchanged=report.unchanged,
            gone=report.gone,
        )
        print_doubtful_marks(session, report)
        for each in report.unfit:
            told = {"title": one_line(each.title), "before": each.before, "after": each.after}
            session.say("cli-recognise-not-applied", **told)
    return FAULT if failed else FINE
