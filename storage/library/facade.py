"""The facade: one object over the file, the search index, the recogniser and the export."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Generator, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from storage import indexing
from storage.db import excerpts as passages
from storage.db import (
    finding_versions,
    importing,
    issues,
    lookup,
    merging,
    notices,
    pages,
    reports,
    revisions,
    sources,
)
from storage.db.connection import open_store
from storage.db.store import Store
from storage.errors import UserFault
from storage.library.corrections import CorrectionsOfLibrary
from storage.library.found import marks_of_found, tags_of_found
from storage.library.marks import MarksOfLibrary
from storage.library.proofreading import ProofreadingOfLibrary
from storage.library.reading_again import ReadingAgainOfLibrary
from storage.library.saved_searches import SavedSearchesOfLibrary
from storage.library.small_state import SmallStateOfLibrary
from storage.library.versions import VersionsOfLibrary
from storage.narrowing import read_query
from storage.pages import NoticePages
from storage.types import (
    Completion,
    Edit,
    Excerpt,
    Finding,
    ImportReport,
    IssueSummary,
    MergeReport,
    NoticeSummary,
    Progress,
    Query,
    SearchResult,
    SourceText,
    StoredNotice,
)

if TYPE_CHECKING:
    from storage.search import SearchIndex

_NO_LIMIT = 1_000_000


class Library(
    MarksOfLibrary,
    CorrectionsOfLibrary,
    ProofreadingOfLibrary,
    ReadingAgainOfLibrary,
    SavedSearchesOfLibrary,
    SmallStateOfLibrary,
    VersionsOfLibrary,
):
    """An open library, for one thread. Use `open`; every method raises UserFault for the world's.

    Search index, recogniser and export are loaded when they are first used.
    """

    def __init__(self, store: Store, cache: Path, dictionary: Path, templates: Path) -> None:
        self._store = store
        self._cache = cache
        self._dictionary = dictionary
        self._templates = templates
        self._index: SearchIndex | None = None
        self._news = revisions.News(store)
        self.id = revisions.library_id(store)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        cache: Path,
        dictionary: Path,
        templates: Path | None = None,
        create: bool = False,
    ) -> Library:
        """Open the library file at `path`; with `create`, make it where there is none.

        `dictionary` and `templates` are folders of the shipped resources, siblings if not told.
        """
        store = open_store(path, create=create)
        return cls(store, cache, dictionary, templates or dictionary.parent / "templates")

    def close(self) -> None:
        """Let the library's file and its index go."""
        if self._index is not None:
            self._index.close()
            self._index = None
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read; imports and marks are then refused."""
        return self._store.read_only

    @property
    def change_counter(self) -> int:
        """The number of changes that the library's notices have seen."""
        return revisions.change_counter(self._store)

    def changed_elsewhere(self) -> tuple[str, ...]:
        """What other connections to this file changed since the last call; cheap.

        "notices", else "marks" (or small things), and "searches" for the kept ones.
        """
        return self._news.look()

    # ------------------------------------------------------------------------ import

    def import_file(
        self, path: Path, confirmed: bool = False
    ) -> Generator[Progress, None, ImportReport]:
        """Take one file in, all or nothing; closing the generator keeps nothing of it.

        A text with a mark of secrecy is left out unless it is `confirmed`.
        """
        from storage.parse import RECOGNISER_VERSION
        from storage.parse.secrecy import find_secrecy_mark
        from storage.sources import read_source

        if self.read_only:
            raise UserFault("library-read-only", path=str(self.path))
        yield Progress("import-reading", 0, reports.STEPS, path.name)
        source = read_source(path)
        known = reports.known_already(self._store, str(path), source)
        if known is not None:
            return known
        yield Progress("import-recognising", 1, reports.STEPS, path.name)
        parsed = importing.read(self._store, source)
        secret = None if confirmed else find_secrecy_mark(source, parsed)
        if secret is not None:
            return reports.classified_report(path, secret)
        return (
            yield from importing.import_parsed(
                self._store, str(path), source, parsed, RECOGNISER_VERSION
            )
        )

    def import_files(
        self, paths: Iterable[Path], confirmed: bool | Collection[Path] = False
    ) -> Generator[Progress, None, list[ImportReport]]:
        """Take files in one after the other, then bring the search index up to date.

        Of folders and ZIP archives all that `gather` finds.
        A file's fault ends up in its report and does not stop the rest; nor does a mark of
        secrecy on one that is not `confirmed` (all of them, or these).
        """
        wanted, skipped = self.gather(paths)
        told: list[ImportReport] = []
        for path in wanted:
            done, total = len(told) * reports.STEPS, len(wanted) * reports.STEPS
            sure = confirmed if isinstance(confirmed, bool) else path in confirmed
            try:
                told.append((yield from reports.shifted(self.import_file(path, sure), done, total)))
            except UserFault as fault:
                told.append(reports.failed_report(path, fault))
        try:
            yield from self.catch_up()
        except UserFault as fault:
            # The files are in; a search scans what the index lacks until it can catch up.
            yield Progress("import-index-behind", name=fault.key)
        return told + skipped

    @staticmethod
    def gather(paths: Iterable[Path]) -> tuple[list[Path], list[ImportReport]]:
        """Find the documents in files, folders and ZIP archives, counted before any is read.

        Their paths (of an archive's members below the archive's), and reports of those files
        that can't be read ("failed") and of those of no format to be read ("skipped").
        """
        from storage.sources import expand

        found = expand(paths)
        told = [
            reports.skipped_report(each.name, each.fault)
            if each.unknown
            else reports.failed_report(Path(each.name), each.fault)
            for each in found.skipped
        ]
        return [member.address for member in found.members], told

    # ------------------------------------------------------------------------ issues and notices

    def issues(self) -> list[IssueSummary]:
        """All issues and single documents, in reading order."""
        return issues.issues(self._store)

    def notices(self, issue_id: int | None = None) -> list[NoticeSummary]:
        """All notices, or those of one issue, in reading order."""
        return notices.summaries(self._store, issue_id)

    def find_notices(self, key: str) -> list[NoticeSummary]:
        """Notices by document number (brackets, blanks, width forgiven) or start of their uuid."""
        return notices.find(self._store, key)

    def look_up(self, typed: str, most: int = 20) -> list[NoticeSummary]:
        """Notices to go to: by a number in any form, also half typed, or by words of the title."""
        return lookup.look_up(self._store, typed, most)

    def issue_pages(self, issue_id: int) -> dict[str, NoticePages]:
        """On which pages the notices of an issue stand, by uuid, in reading order."""
        return pages.issue_pages(self._store, issue_id)

    def notice(self, uuid: str) -> StoredNotice:
        """A notice whole. Raises UserFault("notice-missing")."""
        return notices.notice(self._store, uuid)

    def merge_notices(self, keep_uuid: str, gone_uuid: str) -> MergeReport:
        """Move all marks of a notice to another that is the same document, and remove it."""
        return merging.merge(self._store, keep_uuid, gone_uuid)

    def source_lines(self, issue_id: int, notice: str | None = None) -> tuple[str, ...]:
        """The lines of an issue's source, or of the source that one of its notices came from."""
        return sources.source_lines(self._store, issue_id, notice)

    def source(self, issue_id: int, notice: str | None = None) -> SourceText:
        """The source whose lines `source_lines` gives, to be recognised again.

        Raises UserFault: issue-missing, notice-missing.
        """
        return sources.source_text(self._store, issue_id, notice)

    def findings(self, issue_id: int) -> list[Finding]:
        """The recogniser's warnings about an issue."""
        return issues.findings(self._store, issue_id)

    def delete_issue(self, issue_id: int) -> None:
        """Delete an issue with its notices and source; marks keep their quote and citation."""
        importing.delete_issue(self._store, issue_id)

    # ------------------------------------------------------------------------ search and export

    def search(self, query: Query | str, limit: int = 50) -> SearchResult:
        """Find notices; what the index lacks is scanned, or only counted where it is much."""
        steps = self.search_steps(query, limit)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    def search_steps(
        self, query: Query | str, limit: int = 50
    ) -> Generator[SearchResult, None, SearchResult]:
        """Search as one types: a quick first page where much is found, then what `search` gives.

        Closing the generator gives the search up. A text may tell its narrowing (narrowing.py).
        """
        asked = read_query(query) if isinstance(query, str) else query
        return indexing.search(self._store, self._search_index(), asked, limit)

    def complete_query(
        self, query: str, cursor: int, earlier: Sequence[str] = (), limit: int = 12
    ) -> list[Completion]:
        """How a query may go on at the cursor: fields, bodies, numbers, tags, earlier queries."""
        index = self._search_index()
        return indexing.complete(self._store, index, query, cursor, earlier, limit)

    def read_ahead(self, seconds: float = 0.2) -> bool:
        """Read texts for coming searches, for so long at most; whether there are more.

        The first search for a word that is everywhere is ten times as fast afterwards.
        """
        return indexing.read_ahead(self._store, self._search_index(), seconds)

    @property
    def index_is_current(self) -> bool:
        """Whether the search index and the versions lack nothing; else `catch_up` is wanted."""
        if not finding_versions.is_current(self._store):
            return False
        return indexing.is_current(self._store, self._search_index())

    def catch_up(self) -> Generator[Progress, None, None]:
        """Find versions, then bring the search index up to the library's change counter."""
        yield from finding_versions.find(self._store)
        yield from indexing.catch_up(self._store, self._search_index())

    def word_borders(self, uuids: Sequence[str]) -> dict[str, array[int]]:
        """Where words begin and end in notices' squeezed texts, rising; those gone left out.

        Loads the words' dictionary: not for the window's process.
        """
        index = self._search_index()
        found = notices.Notices(self._store, uuids)
        return {stored.summary.uuid: index.word_borders(stored.notice) for stored in found}

    def marks_of_found(
        self, query: Query | str, style: str, author: str = ""
    ) -> Generator[Progress, None, Edit]:
        """An edit, not made yet, that marks every place of a text that a query finds."""
        steps = self.search_steps(query, _NO_LIMIT)
        return marks_of_found(self._store, steps, style, author)

    def tags_of_found(self, query: Query | str, tags: Iterable[str]) -> Generator[None, None, Edit]:
        """An edit, not made yet, that gives these tags to every notice that a query finds."""
        asked = read_query(query) if isinstance(query, str) else query
        return tags_of_found(self._store, self._search_index(), asked, tags)

    def excerpts(
        self,
        notice: str | None = None,
        issue_id: int | None = None,
        query: str | None = None,
        *,
        marked_only: bool = False,
        marks: Collection[str] | None = None,
    ) -> list[Excerpt]:
        """Marked passages of a notice, an issue or all; with `query` also what it finds.

        `marks` are the uuids of the marks that alone are wanted.
        """
        if query is None:
            only = None if marks is None else set(marks)
            return passages.marked(self._store, notice, issue_id, only)
        found = indexing.with_versions(self.search(query, _NO_LIMIT).notices)
        return passages.found(self._store, found, notice, issue_id, marked_only=marked_only)

    def export(
        self,
        excerpts: Sequence[Excerpt],
        target: Path,
        format: str,
        heading: str,
        own_templates: Sequence[Path] = (),
    ) -> Path:
        """Write excerpts as "docx" or "md", the file whole or not at all; its path.

        Templates of the user's own folders go before the shipped ones.
        """
        from storage.export import write_excerpts

        templates = [*own_templates, self._templates]
        names = self.style_names()
        return write_excerpts(excerpts, target, format, heading, templates, style_names=names)

    def _search_index(self) -> SearchIndex:
        if self._index is None:
            from storage.search import SearchIndex

            self._index = SearchIndex(self._cache, self.id, self._dictionary)
        return self._index
