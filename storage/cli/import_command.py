"""`antou import`: files into the library, with a short report for each."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from storage.cli.describe import SHORT_ID, issue_title, notice_line, one_line
from storage.cli.doubtful_marks import print_doubtful_marks
from storage.cli.session import FAULT, FINE, Session
from storage.errors import UserFault
from storage.types import Doubt, ImportReport


def import_files(session: Session, files: Sequence[str], *, confirmed: bool = False) -> int:
    """Take files in, one fault not stopping the rest; done when all of it can be searched.

    Classified texts are left out unless `confirmed`, and the status tells that something was;
    not so pictures and the like in folders and archives, where there was a document at all.
    """
    with session.open_library(create=True) as library:
        reports = session.watch(library.import_files(list(_expanded(files)), confirmed))
    skipped = [report for report in reports if report.status == "skipped"]
    tellers = {"failed": _complain, "classified": _warn}
    for report in reports:
        if report.status != "skipped":
            tellers.get(report.status, _print_report)(session, report)
    _print_skipped(session, skipped)
    counts = Counter(report.status for report in reports)
    done = len(reports) - sum(counts[status] for status in (*tellers, "skipped"))
    if len(reports) > 1:
        session.say("cli-import-sum", files=done, failed=counts["failed"])
    if counts["classified"] and len(reports) > 1:
        session.say("cli-import-sum-classified", count=counts["classified"])
    return FINE if done and not (counts["failed"] or counts["classified"]) else FAULT


def _print_skipped(session: Session, skipped: Sequence[ImportReport]) -> None:
    """The files in folders and archives that are of no format to be read, one a line."""
    if skipped:
        session.say("cli-import-skipped", count=len(skipped))
    for report in skipped:
        session.output.line(f"  {one_line(report.path)}")


def _warn(session: Session, report: ImportReport) -> None:
    """Tell that a file bears a mark of secrecy, and where; of its text nothing else."""
    for mark in report.warnings[:1]:
        place = session.words.say(mark.key, line=mark.line, text=mark.text)
        if mark.line:
            place = session.words.say("cli-import-line", line=mark.line, words=place)
        session.complain(UserFault("cli-import-classified", path=report.path, place=place))


def _complain(session: Session, report: ImportReport) -> None:
    """Tell a file's fault, naming the file where the fault is the library's."""
    arguments = dict(report.fault_arguments)
    about = "" if report.path in arguments.values() else report.path
    session.complain(UserFault(report.fault_key, **arguments), about)


def _expanded(files: Iterable[str]) -> Iterable[Path]:
    """Windows leaves `*.txt` to the program; elsewhere the shell has done it."""
    for name in files:
        path = Path(name)
        matches = sorted(glob.glob(name)) if glob.has_magic(name) and not path.exists() else []
        yield from map(Path, matches) if matches else [path]


def _print_report(session: Session, report: ImportReport) -> None:
    name = issue_title(report.issue, session.words) or Path(report.path).name
    session.say("cli-import-file", path=report.path, name=name)
    session.say(
        f"cli-import-{report.status}",
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
    )
    if not report.is_issue:
        for summary in report.notices[:1]:
            session.output.line(f"  {notice_line(summary, session.words)}")
    if report.warnings:
        session.say("cli-import-warnings", count=len(report.warnings))
    for key, linked in (("cli-import-linked", True), ("cli-import-doubtful", False)):
        doubts = [doubt for doubt in report.doubtful if doubt.linked == linked]
        if doubts:
            session.say(key, count=len(doubts))
        for doubt in doubts:
            _print_doubt(session, doubt)
    print_doubtful_marks(session, report)


def _print_doubt(session: Session, doubt: Doubt) -> None:
    """A question with the ids of both notices, and how to answer it."""
    session.output.line(f"    《{one_line(doubt.title)}》{session.words.say(doubt.reason)}")
    if not doubt.new:
        return
    answers = {
        "cli-import-merge": doubt.can_merge,
        "cli-import-link": doubt.reason == "doubtful-copy",
        "cli-import-apart": doubt.linked or doubt.reason == "doubtful-copy",
    }
    for key, fitting in answers.items():
        if fitting:
            session.say(key, new=doubt.keep[:SHORT_ID], old=doubt.gone[:SHORT_ID])
