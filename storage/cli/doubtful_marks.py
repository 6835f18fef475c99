"""Marks that want a look after a notice's text changed."""

from __future__ import annotations

from storage.cli.session import Session
from storage.types import ImportReport, MergeReport, ReadingReport


def print_doubtful_marks(
    session: Session, report: ImportReport | MergeReport | ReadingReport
) -> None:
    """The marks with a doubtful place in the new text, then those without any."""
    for key, marks in (
        ("cli-import-to-check", report.to_check),
        ("cli-import-unplaced", report.unplaced),
    ):
        if marks:
            session.say(key, count=len(marks))
        for mark in marks:
            session.say("cli-import-doubtful-mark", quote=mark.quote, citation=mark.citation)
