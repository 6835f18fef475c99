"""Which marks the panel lists and in which groups, kept in step with the shelf."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.mark_entries import EntryBook, MarkEntry
from desktop.models.mark_filter import DOUBTFUL, Facets, MarkFilter, facets
from desktop.models.mark_groups import Group
from desktop.models.mark_listing import Listing
from desktop.models.mark_shelf import MarkShelf
from storage.types import Mark, NoticeSummary

SCOPES = ("notice", "issue", "library")
_AT_ONCE = 1000
"""Entries that are made in one go; more come in slices before anything is listed."""
_SLICE = 0.012


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is listed: groups, `shown` marks of the `total` in scope, and the doubtful in scope."""

    groups: list[Group] = field(default_factory=list[Group])
    shown: int = 0
    total: int = 0
    to_check: int = 0
    unplaced: int = 0


class MarkBoard(QObject):
    """Lists the marks of a scope, filtered, in order and in groups."""

    arranged = Signal()  # `arrangement` is another

    def __init__(self, shelf: MarkShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._book = EntryBook()
        self._fresh: Iterator[Mark] = iter(())
        self._listing = Listing()
        self._open = ""
        self.scope = "notice"
        self.filter = MarkFilter()
        self.grouping = "notice"
        self.order = "place"
        self.arrangement = Arrangement()
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._make_some)
        shelf.reset.connect(self._begin)
        shelf.changed.connect(self._follow)

    # ---- what is listed

    def set_notices(self, notices: Sequence[NoticeSummary]) -> None:
        """Take over the library's notices, in reading order."""
        self._book.set_notices(notices)
        self._begin()

    def set_open(self, notice: str) -> None:
        """Say which notice is open ("" for none)."""
        if notice != self._open:
            before, self._open = self._book.place(self._open).issue_id, notice
            same_issue = before is not None and before == self._book.place(notice).issue_id
            if self.scope == "notice" or self.scope == "issue" and not same_issue:
                self._begin()

    def set_scope(self, scope: str) -> None:
        """List the marks of the open notice, of its issue or of the library: one of SCOPES."""
        if scope != self.scope:
            self.scope = scope
            self._begin()

    def set_filter(self, wanted: MarkFilter) -> None:
        """List only what a filter lets through."""
        if wanted != self.filter:
            self.filter = wanted
            self._arrange()

    def set_grouping(self, grouping: str) -> None:
        """Put marks together by one of GROUPINGS."""
        if grouping != self.grouping:
            self.grouping = grouping
            self._arrange()

    def set_order(self, order: str) -> None:
        """Sort by one of ORDERS."""
        if order != self.order:
            self.order = order
            self._arrange()

    @property
    def shown_grouping(self) -> str:
        """The grouping in use: the marks of one notice are not put together by notice."""
        same = self.scope == "notice" and self.grouping in ("notice", "gazette", "issuer")
        return "none" if same else self.grouping

    @property
    def names_notices(self) -> bool:
        """Whether each mark must say where it stands, since no head does."""
        return self.scope != "notice" and self.grouping != "notice"

    def summary(self, notice: str) -> NoticeSummary | None:
        """What lists show of a notice, None where it is gone."""
        return self._book.summary(notice)

    def facets(self) -> Facets:
        """What the marks in scope can be filtered by."""
        return facets(self._listing.entries)

    def doubtful(self) -> list[Mark]:
        """The marks in scope whose place is to be checked or not known, by place."""
        return [one.mark for one in self._listing.entries if one.mark.state in DOUBTFUL]

    # ---- keeping in step

    def _in_scope(self) -> list[Mark]:
        if self.scope == "library":
            return list(self._shelf.marks())
        issue = self._book.place(self._open).issue_id
        if self.scope == "notice" or issue is None:
            return self._shelf.of_notice(self._open)
        uuids = self._book.notices_of(issue)
        return [mark for uuid in uuids for mark in self._shelf.of_notice(uuid)]

    def _covers(self, notice: str) -> bool:
        """Whether the marks of a notice are in scope."""
        if self.scope == "library" or notice == self._open:
            return True
        issue = self._book.place(self._open).issue_id
        same = issue is not None and issue == self._book.place(notice).issue_id
        return self.scope == "issue" and same

    def _follow(self, notices: set[str]) -> None:
        """Take over what became of the marks of some notices."""
        covered = [notice for notice in notices if self._covers(notice)]
        if self._slices.isActive() or not covered:
            return
        old: list[MarkEntry] = []
        new: list[MarkEntry] = []
        for notice in covered:
            marks = self._shelf.of_notice(notice)
            rank = self._book.place(notice, marks[0] if marks else None).rank
            old += self._listing.of_notice(notice, rank)
            new += self._book.entries(marks)
        kept = set(map(id, old)) & set(map(id, new))
        gone = [entry for entry in old if id(entry) not in kept]
        come = [entry for entry in new if id(entry) not in kept]
        if len(gone) + len(come) > _AT_ONCE:
            self._list()
        elif gone or come:
            self._listing.replace(gone, come)
            self._tell()

    def _begin(self) -> None:
        fresh = [mark for mark in self._in_scope() if not self._book.knows(mark)]
        self._fresh = iter(fresh)
        if len(fresh) > _AT_ONCE:
            self._slices.start()
        else:
            self._slices.stop()
            self._list()

    def _make_some(self) -> None:
        end = time.perf_counter() + _SLICE
        for mark in self._fresh:
            self._book.entry(mark)
            if time.perf_counter() > end:
                return
        self._slices.stop()
        self._list()

    def _list(self) -> None:
        self._listing = Listing(self._book.entries(self._in_scope()))
        self._arrange()

    def _arrange(self) -> None:
        today = datetime.date.today().isoformat()
        self._listing.arrange(self.filter, self.shown_grouping, self.order, today)
        self._tell()

    def _tell(self) -> None:
        listing = self._listing
        self.arrangement = Arrangement(
            listing.groups,
            listing.shown,
            len(listing.entries),
            listing.states["check"],
            listing.states["unplaced"],
        )
        self.arranged.emit()
