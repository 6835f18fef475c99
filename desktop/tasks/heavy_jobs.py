"""The jobs of the two worker processes: each opens the library, works and closes it. No Qt.

A job is a generator that yields Progress, and parts of its result as they are ready.
"""

from __future__ import annotations

import logging
from array import array
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.tasks import compare_jobs, reading_again_jobs
from desktop.tasks.opening import kept_library, let_go, library_at_hand, open_library
from storage.errors import UserFault
from storage.types import (
    Completion,
    Edit,
    ImportReport,
    Progress,
    Query,
    SavedCount,
    SearchResult,
    SpellingSuggestion,
)

_log = logging.getLogger(__name__)

Steps = Generator[Progress | ImportReport, None, Any]

AHEAD_SECONDS = 0.02
"""So long texts are read for coming searches before the process looks whether a job has come."""


def import_files(
    library: str,
    cache: str,
    dictionary: str,
    paths: list[str],
    before: int,
    files: int,
    confirmed: bool = False,
) -> Steps:
    """Take files in one by one, each report told at once; then bring the index up to date.

    A cancel keeps the files that are in and rolls the one under way back. For the progress:
    `before` of the batch's `files` were taken in before these. `confirmed`: marks of secrecy
    on these files are known to the user.
    """
    opened = open_library(library, cache, dictionary)
    with opened:
        for number, path in enumerate(paths, before):
            steps = opened.import_file(Path(path), confirmed)
            yield (yield from _import_one(steps, path, number, files))
        # Also where all were there already: what the index lacks comes from an earlier run.
        yield from _catch_up(opened)


def gather(library: str, cache: str, dictionary: str, paths: list[str]) -> Any:
    """The documents in files, folders and archives: their paths, and reports of what is none."""
    with open_library(library, cache, dictionary) as opened:
        found, failed = opened.gather([Path(path) for path in paths])
    return [str(path) for path in found], failed


def catch_up(library: str, cache: str, dictionary: str) -> Steps:
    """Bring the search index up to the library."""
    with open_library(library, cache, dictionary) as opened:
        yield from _catch_up(opened)


def export(
    library: str,
    cache: str,
    dictionary: str,
    target: str,
    format: str,
    heading: str,
    notice: str | None,
    issue_id: int | None,
    query: str | None,
    marked_only: bool,
    marks: list[str] | None = None,
) -> Steps:
    """Write the passages of one scope into a file; its path as text."""
    with open_library(library, cache, dictionary) as opened:
        yield Progress("export-collecting", 0, 2, target)
        excerpts = opened.excerpts(
            notice=notice, issue_id=issue_id, query=query, marked_only=marked_only, marks=marks
        )
        yield Progress("export-writing", 1, 2, target)
        written = opened.export(excerpts, Path(target), format, heading)
    return str(written)


def search(
    library: str, cache: str, dictionary: str, query: Query | str, limit: int
) -> Generator[SearchResult, None, SearchResult]:
    """Search a library; a first page goes before the answer where much is found."""
    with kept_library(library, cache, dictionary) as opened:
        return (yield from opened.search_steps(query, limit))


def count_search(
    library: str, cache: str, dictionary: str, uuid: str
) -> Generator[None, None, SavedCount]:
    """What a kept search finds, and what of it is new."""
    with kept_library(library, cache, dictionary) as opened:
        return (yield from opened.count_steps(uuid))


def marks_of_found(
    library: str, cache: str, dictionary: str, query: str, style: str, author: str
) -> Generator[Progress, None, Edit]:
    """What marks every place that a query finds, not made yet."""
    with kept_library(library, cache, dictionary) as opened:
        return (yield from opened.marks_of_found(query, style, author))


def tags_of_found(
    library: str, cache: str, dictionary: str, query: str, tags: list[str]
) -> Generator[None, None, Edit]:
    """What tags every notice that a query finds, not made yet."""
    with kept_library(library, cache, dictionary) as opened:
        return (yield from opened.tags_of_found(query, tags))


def complete(
    library: str, cache: str, dictionary: str, query: str, cursor: int, earlier: list[str]
) -> list[Completion]:
    """How a query may go on at the cursor."""
    with kept_library(library, cache, dictionary) as opened:
        return opened.complete_query(query, cursor, earlier)


def read_ahead() -> bool:
    """Read a few texts of the library at hand for coming searches; whether there are more."""
    library = library_at_hand()
    try:
        return library is not None and library.read_ahead(AHEAD_SECONDS)
    except UserFault as fault:
        _log.info("Nothing is read ahead: %s", fault.key)
        let_go()
        return False


def word_borders(
    library: str, cache: str, dictionary: str, uuids: list[str]
) -> dict[str, array[int]]:
    """Where the words of some notices begin and end."""
    with kept_library(library, cache, dictionary) as opened:
        return opened.word_borders(uuids)


def look(library: str, cache: str, dictionary: str) -> bool:
    """Whether the search index is current."""
    with kept_library(library, cache, dictionary) as opened:
        return opened.index_is_current


def spellings(library: str, cache: str, dictionary: str, issue_id: int) -> list[SpellingSuggestion]:
    """Words of an issue that may be misspelt."""
    with open_library(library, cache, dictionary) as opened:
        return opened.spelling_suggestions(issue_id)


FINDER_JOBS: dict[str, Callable[..., Any]] = {
    "search": search,
    "count-search": count_search,
    "complete": complete,
    "marks-of-found": marks_of_found,
    "tags-of-found": tags_of_found,
    "look": look,
    "word-borders": word_borders,
    "export": export,
    "compare": compare_jobs.compare,
    "beside": compare_jobs.likely_beside,
    "reading-texts": reading_again_jobs.texts,
    "spellings": spellings,
}
JOBS: dict[str, Callable[..., Any]] = {
    "gather": gather,
    "import": import_files,
    "catch-up": catch_up,
    "preview-reading": reading_again_jobs.preview,
    "read-again": reading_again_jobs.read_again,
}


def _import_one(
    steps: Generator[Progress, None, ImportReport], path: str, number: int, files: int
) -> Generator[Progress, None, ImportReport]:
    """One file of a batch, progress counted in files; a fault becomes its report.

    A fault of ours is logged and costs only this file: the user's stack of files goes on.
    """
    try:
        while True:
            told = next(steps)
            yield replace(told, done=number, total=files) if files > 1 else told
    except StopIteration as end:
        return end.value
    except UserFault as fault:
        arguments = tuple((name, str(value)) for name, value in fault.arguments.items())
        return ImportReport(
            path=path, status="failed", fault_key=fault.key, fault_arguments=arguments
        )
    except Exception:  # noqa: BLE001 - see above
        _log.exception("The import of %s failed", path)
        return ImportReport(path=path, status="failed", fault_key="import-crashed")
    finally:
        steps.close()


def _catch_up(library: Any) -> Generator[Progress, None, None]:
    """The index may lag behind: a search scans what it lacks until it can catch up."""
    try:
        yield from library.catch_up()
    except UserFault as fault:
        yield Progress("import-index-behind", name=fault.key)
