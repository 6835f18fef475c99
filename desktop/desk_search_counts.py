"""How many notices the kept searches find, and how many of them are new: always up to date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from desktop.panels.library_panel import LibraryPanel
from desktop.tasks.jobs import Jobs
from storage.errors import UserFault
from storage.types import Edit, SavedCount, SavedSearch
from storage.words import Words

_AFTER = 400
"""Milliseconds of quiet after a change or a search before counting goes on."""


class SearchCounts(QObject):
    """Counts one search after the other while nobody searches.

    A count that is under way is given up for a search that the user asks for, and made again.
    """

    def __init__(
        self, jobs: Jobs, words: Words, library: LibraryPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._words = words
        self._library = library
        self._searches: dict[str, SavedSearch] = {}
        self._fresh: dict[str, SavedCount] = {}
        self._waiting: list[str] = []
        self._counting = ""
        self._to_open: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._next)
        jobs.library_opened.connect(self._forget)
        jobs.library_changed.connect(self.count_all)
        jobs.index_updated.connect(self.count_all)
        jobs.marking.edited.connect(self._edited)

    def set_searches(self, searches: Sequence[SavedSearch]) -> None:
        """From now on count these; those whose query is the same need no new count."""
        before = self._searches
        self._searches = {one.uuid: one for one in searches if not one.is_group}
        for uuid, search in self._searches.items():
            if uuid not in before or before[uuid].query != search.query:
                self._want(uuid)
        self._go_on()

    def count_all(self, *_: object) -> None:
        """Count all anew: the library, its marks or the index have changed."""
        for uuid in self._searches:
            self._want(uuid)
        self._go_on()

    def opened(self, search: SavedSearch) -> None:
        """Take what a search finds for known, before the user sees it.

        Where that was not counted yet it is counted now, before the search itself: what comes
        in meanwhile is new later, and nothing is missed.
        """
        count = self._fresh.get(search.uuid)
        if count is not None and search.uuid not in self._waiting:
            self._take_for_known(search.uuid, count)
            return
        self._to_open.add(search.uuid)
        self._start(search.uuid, gives_way=False)

    def _forget(self, _: str) -> None:
        self._searches, self._fresh = {}, {}
        self._waiting, self._counting = [], ""
        self._to_open.clear()

    def _edited(self, edit: Edit) -> None:
        if edit.marks or edit.notices:
            self.count_all()

    def _want(self, uuid: str) -> None:
        if uuid not in self._waiting:
            self._waiting.append(uuid)

    def _go_on(self) -> None:
        if self._waiting and not self._counting:
            self._timer.start()

    def _next(self) -> None:
        self._waiting = [uuid for uuid in self._waiting if uuid in self._searches]
        if self._waiting and not self._counting:
            self._start(self._waiting[0], gives_way=True)

    def _start(self, uuid: str, *, gives_way: bool) -> None:
        """Count one; what changes from now on makes it wait again."""
        self._waiting = [one for one in self._waiting if one != uuid]
        self._counting = uuid
        self._jobs.searching.count(
            uuid,
            self,
            lambda count: self._counted(uuid, count),
            lambda fault: self._failed(uuid, fault),
            lambda: self._given_up(uuid),
            gives_way=gives_way,
        )

    def _counted(self, uuid: str, count: SavedCount) -> None:
        self._end(uuid)
        if uuid in self._searches:
            self._fresh[uuid] = count
            if uuid in self._to_open or (count.new is None and count.complete):
                self._take_for_known(uuid, count)
            else:
                self._show(uuid, count)
        self._next()

    def _given_up(self, uuid: str) -> None:
        self._end(uuid)
        self._want(uuid)
        self._go_on()

    def _failed(self, uuid: str, fault: BaseException) -> None:
        """The search itself will say why; the others are counted after the next change."""
        self._end(uuid)
        self._waiting = []
        self._to_open.discard(uuid)
        if not isinstance(fault, UserFault):
            self._jobs.tell_fault(fault)

    def _end(self, uuid: str) -> None:
        if self._counting == uuid:
            self._counting = ""

    def _take_for_known(self, uuid: str, count: SavedCount) -> None:
        self._to_open.discard(uuid)
        known = SavedCount(count.total, 0, count.found, count.complete, count.problems)
        self._fresh[uuid] = known
        self._show(uuid, known)
        if not self._jobs.read_only and count.new != 0:
            self._jobs.saved_searches.opened(uuid, count.found)

    def _show(self, uuid: str, count: SavedCount) -> None:
        told = [self._words.say(one.key, **dict(one.arguments)) for one in count.problems]
        self._library.model.set_count(uuid, count, " ".join(told))
