"""What an import tells: that a file is here already, why one failed, how far a batch is."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from storage.db import issues, notices, sources
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import Finding, ImportReport, Progress, SourceText

STEPS = 4


def known_already(store: Store, path: str, source: SourceText) -> ImportReport | None:
    """The report of a file that is in the library as it is: the same bytes, or the same lines."""
    issue_id = sources.issue_of_bytes(store, source.sha256)
    if issue_id is None:
        issue_id = sources.issue_of_lines(store, sources.lines_hash(source))
    return None if issue_id is None else _same_report(store, path, issue_id)


def _same_report(store: Store, path: str, issue_id: int) -> ImportReport:
    summary = issues.issues(store, issue_id)[0]
    stored = tuple(notices.summaries(store, issue_id))
    return ImportReport(
        path,
        "same",
        issue_id,
        summary.issue,
        summary.is_issue,
        unchanged=len(stored),
        notices=stored,
        warnings=tuple(issues.findings(store, issue_id)),
    )


def classified_report(path: Path, mark: Finding) -> ImportReport:
    """The report of a file that bears a mark of secrecy; of its text only the mark is told."""
    return ImportReport(str(path), "classified", warnings=(mark,))


def failed_report(path: Path, fault: UserFault) -> ImportReport:
    """The report of a file that could not be taken in."""
    arguments = tuple((name, str(value)) for name, value in fault.arguments.items())
    return ImportReport(str(path), "failed", fault_key=fault.key, fault_arguments=arguments)


def skipped_report(name: str, fault: UserFault) -> ImportReport:
    """The report of a file in a folder or archive that is of no format to be read."""
    return replace(failed_report(Path(name), fault), status="skipped")


def shifted(
    task: Generator[Progress, None, ImportReport], done: int, total: int
) -> Generator[Progress, None, ImportReport]:
    """A file's progress as part of the whole batch's."""
    try:
        while True:
            told = next(task)
            yield replace(told, done=done + told.done, total=total)
    except StopIteration as end:
        return end.value
    finally:
        task.close()
