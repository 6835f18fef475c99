"""Searching: the box, the results, hit by hit."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk_reading import ReadingDesk, Span, page_hits
from desktop.messages import Messages
from desktop.models.hits import HIT_ROLE, NOTICE_ROLE
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.panels.results_panel import ResultsPanel
from desktop.panels.search_box import SearchBox
from desktop.tasks.jobs import Jobs
from storage.types import SearchResult
from storage.words import Words

_FIRST = 50
_MORE = 4
"""Each time more is wanted, so many times as many notices are listed."""


class SearchDesk(QObject):
    """Connects search box and results with the library and the page."""

    results_shown = Signal()

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        box: SearchBox,
        results: ResultsPanel,
        library: LibraryPanel,
        reader: ReaderPanel,
        reading: ReadingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._words = words
        self._box = box
        self._results = results
        self._reader = reader
        self._reading = reading
        self._query = ""
        self._at = ("", -1)
        self._fetching = False
        self._step_when_fetched = False
        jobs.library_opened.connect(self._library_opened)
        box.search_wanted.connect(self.search)
        library.search_wanted.connect(self.search)
        results.hit_wanted.connect(self.open_hit)
        results.more_wanted.connect(self.fetch_more)

    @property
    def query(self) -> str:
        """The query whose results are shown, "" where none are."""
        return self._query

    def search(self, query: str) -> None:
        """Search and show the results."""
        self._query = self._reader.finding.query = query
        self._fetching = self._step_when_fetched = False
        self._box.show_query(query)
        self._reader.finding.set_hits(())
        self._jobs.search(query, self, self._answered, limit=_FIRST)

    def _answered(self, result: SearchResult) -> None:
        if result.query != self._query:
            return
        self._at = ("", -1)
        told = [self._words.say(one.key, **dict(one.arguments)) for one in result.problems]
        remark = " ".join(told)
        self._results.set_result(result, remark)
        if self._reader.sheet is not None:
            sheet = self._reader.sheet
            self._reader.finding.set_hits(page_hits(sheet, self._hits_of(sheet.uuids)))
        self.results_shown.emit()
        self._jobs.set_state("searched", json.dumps(self._box.earlier()[:30]))

    def _hits_of(self, uuids: Sequence[str]) -> dict[str, list[Span]]:
        hits_of = self._results.model.hits_of
        return {
            uuid: [(hit.start, hit.end) for hit in hits_of(uuid) if hit.kind == "text"]
            for uuid in uuids
        }

    def fetch_more(self) -> None:
        """List more of the notices that were found."""
        if self._results.has_more and not self._fetching:
            self._fetching = True
            limit = len(self._results.model.result.notices) * _MORE
            self._jobs.search(self._query, self, self._fetched, self._not_fetched, limit=limit)

    def _fetched(self, result: SearchResult) -> None:
        self._fetching = False
        if result.query != self._query:
            return
        self._results.add_result(result)
        if self._step_when_fetched:
            self._step_when_fetched = False
            self._step(1)

    def _not_fetched(self, fault: BaseException) -> None:
        self._fetching = self._step_when_fetched = False
        self._jobs.tell_fault(fault)

    def _library_opened(self, _: str) -> None:
        self._query, self._at = "", ("", -1)
        self._reader.finding.query = ""
        self._results.set_result(SearchResult("", (), 0, 0))
        self._jobs.state("searched", self, self._take_earlier, "[]")

    def _take_earlier(self, value: str) -> None:
        try:
            found = json.loads(value)
        except ValueError:
            found = []
        self._box.set_earlier([one for one in found if isinstance(one, str)])

    # ---- hit by hit

    def open_hit(self, uuid: str, at: int) -> None:
        """Open a notice at one of its hits."""
        hits = self._results.model.hits_of(uuid)
        self._at = (uuid, at)
        self._results.select_hit(uuid, at)
        if 0 <= at < len(hits):
            sheet = self._reader.sheet
            shown = sheet.uuids if sheet is not None and sheet.holds(uuid) else [uuid]
            span = hits[at].start, hits[at].end
            self._reading.open_at(uuid, span=span, hits=self._hits_of(shown))
        else:
            self._reading.open(uuid)

    def next_hit(self) -> None:
        """Go to the next hit, of the find bar where it is open."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._reader.find_bar.isVisible():
            self._reader.finding.step(step)
            return
        if not self._query and self._reader.find_bar.words.text():
            self._reader.open_find()  # goes on with what was found before in a document
            return
        uuid = self._reading.target
        at = self._at[1] if self._at[0] == uuid else -1
        index: QModelIndex = self._results.model.next_hit(uuid, at, step)
        if index.isValid() and index.data(HIT_ROLE) is not None:
            self.open_hit(index.data(NOTICE_ROLE).summary.uuid, index.row())
        elif step > 0 and self._results.has_more:
            self._step_when_fetched = True
            self.fetch_more()
        elif self._query:
            self._messages.show(self.tr("There is no further hit."))
