"""The facade's side for kept sources: read again with the current recogniser, or shown instead."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from storage.db import issues, rereading, sources
from storage.db.borders import borders_of
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import RECOGNISER_VERSION, IssueReading, KeptSource, Progress, ReadingReport

_ATTEMPTS = 3
"""So often is an issue read anew where someone else changes the library meanwhile."""


class ReadingAgainOfLibrary:
    """What the facade answers about sources that are kept."""

    _store: Store

    def issues_read_by_older(self) -> list[int]:
        """The ids of the issues that an older recogniser than this program's has read."""
        return issues.read_by_older(self._store, RECOGNISER_VERSION)

    def kept_sources(self, issue_id: int) -> list[KeptSource]:
        """The sources that an issue was ever taken from, the last one first."""
        return sources.kept_sources(self._store, issue_id)

    def preview_reading(self, issue_id: int, source_id: int | None = None) -> IssueReading:
        """What reading an issue's current source again, or another kept one, would change.

        Raises UserFault: issue-missing, kept-source-missing.
        """
        return rereading.preview(self._store, self._read(issue_id, source_id))

    def read_again(
        self,
        issue_ids: Sequence[int],
        *,
        notice: str | None = None,
        source_id: int | None = None,
    ) -> Generator[Progress, None, list[ReadingReport]]:
        """Read kept sources again, an issue at a time; of one issue perhaps only one `notice`.

        `source_id` is another of the one issue's kept sources, which then takes the place of the
        current one. Each issue is written whole or not at all; closing the generator keeps those
        that are done, and the rest can be read later. A fault ends up in the issue's report.
        """
        if self._store.read_only:
            raise UserFault("library-read-only", path=str(self._store.path))
        told: list[ReadingReport] = []
        names = {each.id: rereading.name_of(each) for each in issues.issues(self._store)}
        for done, issue_id in enumerate(issue_ids):
            name = names.get(issue_id, "")
            yield Progress("reading-again", done, len(issue_ids), name)
            try:
                told.append(self._read_one(issue_id, source_id, notice))
            except UserFault as fault:
                arguments = tuple((key, str(value)) for key, value in fault.arguments.items())
                told.append(
                    ReadingReport(issue_id, name, fault_key=fault.key, fault_arguments=arguments)
                )
        return told

    def _read_one(self, issue_id: int, source_id: int | None, notice: str | None) -> ReadingReport:
        for attempt in range(_ATTEMPTS):
            try:
                return rereading.write(self._store, self._read(issue_id, source_id), notice)
            except UserFault as fault:
                if fault.key != "reading-outdated" or attempt == _ATTEMPTS - 1:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _read(self, issue_id: int, source_id: int | None) -> rereading.Reading:
        from storage.parse import parse_source

        at = source_id if source_id is not None else sources.current_source(self._store, issue_id)
        source = sources.kept_source(self._store, at)
        borders, _ = borders_of(self._store, issue_id, source.lines)
        parsed = parse_source(source, borders.starts, borders.not_starts)
        return rereading.compare(self._store, issue_id, at, parsed, RECOGNISER_VERSION)
