"""Searching: the box, the results, hit by hit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk_reading import ReadingDesk, Span, page_hits
from desktop.messages import Messages
from desktop.models.hits import HIT_ROLE, NOTICE_ROLE
from desktop.panels.reader_panel import ReaderPanel
from desktop.panels.results_panel import ResultsPanel
from desktop.panels.search_box import SearchBox
from desktop.settings import Settings
from desktop.tasks.jobs import Jobs
from storage.narrowing import read_query, write_query
from storage.types import Choice, Completion, Query, SearchResult
from storage.words import Words

_FIRST = 50
_MORE = 4
"""Each time more is wanted, so many times as many notices are listed."""
_PAUSE = 150
"""Milliseconds after a key before what was typed is searched for."""
_SHORTEST = 2
"""Characters from which is searched while one types; Enter searches for one too."""
_NO_FAULT = ("search-loosened", "search-empty")
"""What is told about a query without anything being wrong in it."""


class SearchDesk(QObject):
    """Connects search box and results with the library and the page."""

    results_shown = Signal()
    found_while_typing = Signal()  # results are there, and the keyboard is still in the box

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        messages: Messages,
        words: Words,
        panels: tuple[SearchBox, ResultsPanel, ReaderPanel],
        reading: ReadingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        box, results, reader = panels
        self._jobs = jobs
        self._settings = settings
        self._messages = messages
        self._words = words
        self._box = box
        self._results = results
        self._reader = reader
        self._reading = reading
        self._asked = Query("", sort=settings.search_sort)
        self._shown = False  # whether an answer to what was asked is shown, be it a first page
        self._quiet = False
        self.settled = True  # whether the complete answer is there
        self._at = ("", -1)
        self._fetching = False
        self._step_when_fetched = False
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typed.timeout.connect(self._search_typed)
        results.bar.show_sort(settings.search_sort)
        results.bar.facets.setChecked(settings.search_facets)
        results.facets.set_closed(settings.search_folded.split())
        self._connect()

    def _connect(self) -> None:
        results = self._results
        self._jobs.library_opened.connect(self._library_opened)
        self._jobs.index_updated.connect(self._index_updated)
        self._box.search_wanted.connect(self._search_entered)
        self._box.typed.connect(self._typed.start)
        self._box.completions_wanted.connect(self._complete)
        results.search_wanted.connect(self.search)
        results.hit_wanted.connect(self.open_hit)
        results.more_wanted.connect(self.fetch_more)
        results.narrowed.connect(self._narrow)
        results.bar.sort_changed.connect(self._sort)
        results.bar.facets.toggled.connect(self._keep_facets_shown)
        results.facets.closed_changed.connect(self._keep_facets_folded)

    @property
    def query(self) -> str:
        """What is searched for with its narrowing (storage.narrowing), "" where nothing is."""
        return write_query(self._asked) if self._asked.text.strip() else ""

    @property
    def sort(self) -> str:
        """The order of the results."""
        return self._asked.sort

    def search(self, query: str, sort: str = "") -> None:
        """Search for a query, which may tell its narrowing, and show the results.

        `sort` is one of SORTS, "" for what the user chose last.
        """
        asked = read_query(query, sort or self._settings.search_sort)
        self._box.show_query(asked.text)
        self._ask(asked)

    def _search_entered(self, text: str) -> None:
        """Enter: what is narrowed stays so where the words are still the same."""
        same = text == self._asked.text.strip()
        self._ask(self._asked if same else Query(text, (), self._settings.search_sort))
        self._remember()

    def _search_typed(self) -> None:
        text = self._box.text().strip()
        if len(text) >= _SHORTEST and text != self._asked.text and self._jobs.library_path:
            self._ask(Query(text, (), self._settings.search_sort), quiet=True)

    def _complete(self, text: str, cursor: int) -> None:
        if self._jobs.library_path is None:
            return

        def completed(found: list[Completion]) -> None:
            self._box.show_completions(text, cursor, found)

        self._jobs.searching.complete(text, cursor, self._box.earlier(), self, completed)

    def _narrow(self, chosen: tuple[Choice, ...]) -> None:
        self._ask(replace(self._asked, chosen=chosen), quiet=True)

    def _sort(self, sort: str) -> None:
        self._settings.search_sort = sort
        self._settings.save()
        self._ask(replace(self._asked, sort=sort), quiet=True)

    def _index_updated(self) -> None:
        """What the index lacked may be found now."""
        if self._shown and self._results.model.result.behind:
            self._ask(self._asked, quiet=True)

    def _ask(self, asked: Query, *, quiet: bool = False) -> None:
        """Search; `quiet` leaves the keyboard where it is."""
        self._typed.stop()
        if asked.text != self._asked.text:
            self._reader.finding.set_hits(())
        self._asked, self._quiet = asked, quiet
        self._results.bar.show_sort(asked.sort)
        self._shown = self.settled = False
        self._reader.finding.query = asked.text
        self._fetching = self._step_when_fetched = False
        self._jobs.searching.search(
            asked, self, self._answered, self._failed, limit=_FIRST, first=self._show
        )

    def _answered(self, result: SearchResult) -> None:
        self._show(result)
        self.settled = True

    def _failed(self, fault: BaseException) -> None:
        self.settled = True
        self._jobs.tell_fault(fault)

    def _show(self, result: SearchResult) -> None:
        """Show the first page, then the complete answer behind it."""
        if self._shown:
            self._results.add_result(result)
        else:
            self._shown = True
            self._at = ("", -1)
            told = {one: self._words.say(one.key, **dict(one.arguments)) for one in result.problems}
            self._results.set_result(result, self._asked, list(told.values()))
            wrong = [one for one in result.problems if one.key not in _NO_FAULT]
            places = [(one.start, one.end) for one in wrong]
            self._box.show_problems(result.query, places, "\n".join(told[one] for one in wrong))
            (self.found_while_typing if self._quiet else self.results_shown).emit()
        if self._reader.sheet is not None:
            sheet = self._reader.sheet
            self._reader.finding.set_hits(page_hits(sheet, self._hits_of(sheet.uuids)))

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
            self._jobs.searching.search(
                self._asked, self, self._fetched, self._not_fetched, limit=limit
            )

    def _fetched(self, result: SearchResult) -> None:
        self._fetching, self.settled = False, True
        self._results.add_result(result)
        if self._step_when_fetched:
            self._step_when_fetched = False
            self._step(1)

    def _not_fetched(self, fault: BaseException) -> None:
        self._fetching = self._step_when_fetched = False
        self.settled = True
        self._jobs.tell_fault(fault)

    # ---- what is kept

    def _library_opened(self, _: str) -> None:
        self._typed.stop()
        self._asked, self._at = Query("", sort=self._settings.search_sort), ("", -1)
        self._shown = False
        self._reader.finding.query = ""
        self._results.set_result(SearchResult("", (), 0, 0), self._asked)
        self._jobs.state("searched", self, self._take_earlier, "[]")

    def _take_earlier(self, value: str) -> None:
        try:
            found = json.loads(value)
        except ValueError:
            found = []
        self._box.set_earlier([one for one in found if isinstance(one, str)])

    def _remember(self) -> None:
        """Suggest what was asked from now on: it was meant, not only typed on the way."""
        self._box.remember(self._asked.text.strip())
        self._jobs.set_state("searched", json.dumps(self._box.earlier()))

    def _keep_facets_shown(self, on: bool) -> None:
        self._settings.search_facets = on
        self._settings.save()

    def _keep_facets_folded(self, facets: list[str]) -> None:
        self._settings.search_folded = " ".join(facets)
        self._settings.save()

    # ---- hit by hit

    def open_hit(self, uuid: str, at: int) -> None:
        """Open a notice at one of its hits."""
        hits = self._results.model.hits_of(uuid)
        self._remember()
        self._at = (uuid, at)
        self._results.select_hit(uuid, at)
        if 0 <= at < len(hits):
            sheet = self._reader.sheet
            shown = sheet.uuids if sheet is not None and sheet.holds(uuid) else [uuid]
            start, end = hits[at].start, hits[at].end
            found = self._hits_of(shown)
            if end:
                self._reading.open_at(uuid, span=(start, end), hits=found)
            else:  # a note or tag of the whole notice
                self._reading.open_at(uuid, 0, hits=found)
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
        if not self.query and self._reader.find_bar.words.text():
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
        elif self.query:
            self._messages.show(self.tr("There is no further hit."))
