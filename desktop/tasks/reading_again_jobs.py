"""Reading kept sources again in a worker process: previews, texts to compare, the work. No Qt."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from desktop.tasks.compare_jobs import Compared
from desktop.tasks.opening import open_library
from storage.types import (
    IssueReading,
    Notice,
    NoticeReading,
    NoticeSummary,
    Progress,
    ReadingReport,
    StoredNotice,
)


def preview(
    library: str, cache: str, dictionary: str, issues: list[int], source: int | None
) -> Generator[IssueReading, None, None]:
    """What reading issues again would change, one issue a part; without the texts."""
    with open_library(library, cache, dictionary) as opened:
        for issue_id in issues:
            yield _light(opened.preview_reading(issue_id, source))


def _light(reading: IssueReading) -> IssueReading:
    """A reading without what only a comparison needs: a hundred issues would be much to send."""
    return replace(reading, notices=tuple(_head_only(each) for each in reading.notices))


def _head_only(each: NoticeReading) -> NoticeReading:
    before, after = (one and replace(one, blocks=()) for one in (each.before, each.after))
    return replace(each, before=before, after=after)


def texts(
    library: str, cache: str, dictionary: str, issue: int, source: int | None, place: int
) -> Compared:
    """The notice at a place of an issue's reading, as it is and as it would be."""
    from storage.comparing.comparing import compare
    from storage.search.segmenter import Segmenter

    with open_library(library, cache, dictionary) as opened:
        reading = opened.preview_reading(issue, source)
        each = reading.notices[place]
        marks = opened.marks(each.uuid) if each.uuid else []
    nothing = Notice(each.title, 0, 0)
    before, after = each.before or nothing, each.after or nothing
    cut = Segmenter(Path(dictionary), Path(cache)).cut
    notices = _stored(reading, each, before), _stored(reading, each, after)
    return Compared(notices, (marks, []), compare(before, after, cut))


def _stored(reading: IssueReading, each: NoticeReading, notice: Notice) -> StoredNotice:
    issue = reading.issue
    summary = NoticeSummary(
        each.uuid,
        issue.id,
        0,
        notice.title,
        notice.number,
        notice.issuer,
        notice.date,
        notice.section,
        notice.genre,
        issue.issue,
        issue.is_issue,
    )
    return StoredNotice(summary, notice)


def read_again(
    library: str,
    cache: str,
    dictionary: str,
    issues: list[int],
    notice: str | None,
    source: int | None,
) -> Generator[Progress | ReadingReport, None, None]:
    """Read issues again, each report a part; then bring the index up.

    A cancel keeps the issues that are done and rolls the one under way back.
    """
    with open_library(library, cache, dictionary) as opened:
        for done, issue_id in enumerate(issues):
            steps = opened.read_again([issue_id], notice=notice, source_id=source)
            try:
                while True:
                    yield replace(next(steps), done=done, total=len(issues))
            except StopIteration as end:
                yield from end.value
            finally:
                steps.close()
        yield from opened.catch_up()
