"""Reading: which notice is open, the tree it stands in, back and forward, reading places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.panels.library_panel import LibraryPanel
from desktop.panels.outline_panel import OutlinePanel, page_outline
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.history import History, Place
from desktop.reading.sheet import Sheet
from desktop.reading_state import ReadingState
from desktop.tasks.jobs import Jobs
from desktop.tasks.work import OpenedNotice, OpenedNotices, Tree
from storage.types import Mark, NoticeSummary, StoredNotice

Span = tuple[int, int]
Hits = Mapping[str, Sequence[Span]]
"""What a search found, by the notices' uuids."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A notice on its way, and where to open it: at an offset, at a hit, or where it was left.

    With `issue_id` the whole of its issue is on its way.
    """

    uuid: str
    offset: int | None = None
    span: Span | None = None
    hits: Hits = field(default_factory=dict)
    issue_id: int | None = None


class ReadingDesk(QObject):
    """Connects tree, page and outline with the library."""

    leaving = Signal()  # a notice, or another place of the open one, is going to be shown
    opened = Signal(object)  # StoredNotice, None where nothing is open
    tree_loaded = Signal(object)  # Tree
    went = Signal()  # back, forward, or to another place of the open page
    arrived = Signal(object)  # dict[str, list[Mark]]: notices the library just gave, their marks

    def __init__(
        self,
        jobs: Jobs,
        library: LibraryPanel,
        reader: ReaderPanel,
        outline: OutlinePanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._reader = reader
        self._outline = outline
        self._history = History()
        self._state = ReadingState(jobs, self)
        self._wanted: _Wanted | None = None
        self._first_tree = True
        self._outline_of: Sheet | None = None
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(1500)
        self._keep.timeout.connect(self.keep_places)
        jobs.library_opened.connect(self._library_opened)
        jobs.library_changed.connect(self._library_changed)
        library.notice_wanted.connect(self._open_from_tree)
        library.issue_wanted.connect(self.open_issue)
        reader.shown.connect(self._shown)
        reader.notice_changed.connect(self._notice_changed)
        reader.place_changed.connect(self._moved)
        reader.links.followed.connect(self._follow)
        outline.place_wanted.connect(self._jump)

    # ---- the library

    def _library_opened(self, _: str) -> None:
        self._first_tree = True
        self._history = History()
        self._reader.close_notice(library_empty=True)
        self._state.load()
        self.load_tree()

    def _library_changed(self, what: str) -> None:
        if what == "notices":
            self.load_tree()
        sheet = self._reader.sheet
        if what == "notices" and sheet is not None and sheet.issue_id is not None:
            self._jobs.issues.open(sheet.issue_id, self, self._reopened, self._gone)
        elif what == "notices" and sheet is not None:
            self._jobs.open_notice(self._reader.uuid, self, self._reopened_one, self._gone)

    def load_tree(self) -> None:
        """Load the tree anew."""
        self._jobs.load_tree(self, self._tree_loaded)

    def _tree_loaded(self, tree: Tree) -> None:
        self._library.set_tree(tree)
        known = {notice.uuid for notice in tree[1]}
        self._history.forget(known)
        self._show_recent()
        sheet = self._reader.sheet
        if sheet is None:
            self._reader.close_notice(library_empty=not tree[1])
        elif known.isdisjoint(sheet.uuids):
            self._close()
        self.tree_loaded.emit(tree)
        if self._first_tree:
            self._first_tree = False
            last = next((uuid for uuid in self._state.recent if uuid in known), "")
            if last:
                self.open(last)

    def _reopened_one(self, answer: OpenedNotice) -> None:
        self._reopened(([answer[0]], answer[1]))

    def _reopened(self, answer: OpenedNotices) -> None:
        """What is open, after an import: show a changed text anew, at its place."""
        notices, marks = answer
        before = self._reader.sheet
        if before is None or {one.summary.uuid for one in notices}.isdisjoint(before.uuids):
            return
        sheet = Sheet(notices, before.issue_id)
        self.arrived.emit(_by_notice(sheet, marks))
        if [one.notice for one in notices] != [one.notice for one in before.notices]:
            self._reader.show_changed(sheet, marks)

    def _gone(self, _: BaseException) -> None:
        self._close()

    def _close(self) -> None:
        self._reader.close_notice(library_empty=not self._library.model.notices())
        self.opened.emit(None)

    # ---- opening

    @property
    def target(self) -> str:
        """The notice that is open or on its way, "" where none is."""
        return self._wanted.uuid if self._wanted else self._reader.uuid

    def open(self, uuid: str) -> None:
        """Open a notice where it was left."""
        self.open_at(uuid)

    def _open_from_tree(self, uuid: str) -> None:
        """Open what was chosen in the tree, and let the keys scroll the page."""
        self.open(uuid)
        self._reader.page.setFocus()

    def open_at(
        self,
        uuid: str,
        offset: int | None = None,
        span: Span | None = None,
        hits: Hits | None = None,
    ) -> None:
        """Open a notice at an offset or at a hit of its text, None for where it was left."""
        self.leaving.emit()
        wanted = _Wanted(uuid, offset, span, hits or {})
        sheet = self._reader.sheet
        if sheet is not None and sheet.holds(uuid):
            self._go_within(sheet, wanted)
            return
        self._leave()
        self._ask(wanted)

    def open_issue(self, issue_id: int, uuid: str = "", offset: int | None = None) -> None:
        """Open a whole issue, at one of its notices or where it was left."""
        if self._reader.sheet is not None and self._reader.sheet.issue_id == issue_id:
            return
        self._leave()
        self._ask(_Wanted(uuid, offset, issue_id=issue_id))

    def read_whole_issue(self, on: bool) -> None:
        """Read all of the open notice's issue, or the notice alone again."""
        stored = self._reader.stored
        if stored is None:
            return
        uuid = stored.summary.uuid
        self._leave()
        place = self._state.place_of(uuid)
        if on:
            self.open_issue(stored.summary.issue_id, uuid, place)
        else:
            self._ask(_Wanted(uuid, place))

    def _ask(self, wanted: _Wanted) -> None:
        self._wanted = wanted
        if wanted.issue_id is not None:
            self._jobs.issues.open(wanted.issue_id, self, self._opened, self._not_opened)
        else:
            self._jobs.open_notice(wanted.uuid, self, self._opened_one, self._not_opened)

    def _go_within(self, sheet: Sheet, wanted: _Wanted) -> None:
        """Go to a place of the open page."""
        if wanted.span is not None:
            hits = page_hits(sheet, wanted.hits)
            self._reader.finding.show_hits(hits, sheet.span(wanted.uuid, *wanted.span))
        elif wanted.offset is not None:
            self._reader.page.scroll_to(sheet.base(wanted.uuid) + wanted.offset, 0.1)
        elif wanted.uuid != self._reader.uuid:
            self.jump(wanted.uuid, 0)

    def _opened_one(self, answer: OpenedNotice) -> None:
        self._opened(([answer[0]], answer[1]))

    def _opened(self, answer: OpenedNotices) -> None:
        notices, marks = answer
        wanted = self._wanted
        if wanted is None or not notices:
            return
        sheet = Sheet(notices, wanted.issue_id)
        if wanted.issue_id not in (None, notices[0].summary.issue_id) or (
            wanted.uuid and not sheet.holds(wanted.uuid)
        ):
            return  # another one was asked for meanwhile
        self._wanted = None
        uuid = wanted.uuid or self._last_read(sheet)
        offset = self._state.place_of(uuid) if wanted.offset is None else wanted.offset
        self._history.visit(Place(uuid, offset, wanted.issue_id))
        self._state.read(uuid)
        self._show(sheet, marks, replace(wanted, uuid=uuid, offset=offset))
        self._keep.start()

    def _last_read(self, sheet: Sheet) -> str:
        """The notice of an issue that was read last, else its first."""
        return next((one for one in self._state.recent if sheet.holds(one)), sheet.uuids[0])

    def _not_opened(self, fault: BaseException) -> None:
        self._wanted = None
        self._jobs.tell_fault(fault)

    def _show(self, sheet: Sheet, marks: list[Mark], wanted: _Wanted) -> None:
        uuid = wanted.uuid if sheet.holds(wanted.uuid) else sheet.uuids[0]
        self.arrived.emit(_by_notice(sheet, marks))
        self._reader.show_sheet(
            sheet,
            marks,
            offset=sheet.base(uuid) + (wanted.offset or 0),
            span=sheet.span(uuid, *wanted.span) if wanted.span else None,
            hits=page_hits(sheet, wanted.hits),
        )

    def _shown(self, uuid: str) -> None:
        sheet = self._reader.sheet
        if sheet is None:
            return
        self._library.select_notice(uuid)
        if self._outline_of is not sheet:
            self._outline_of = sheet
            self._outline.set_entries(page_outline(sheet))
        self._outline.follow(self._reader.here)
        self.opened.emit(self._reader.stored)

    def _notice_changed(self, stored: StoredNotice) -> None:
        """The reader came to another notice of the page."""
        self._library.select_notice(stored.summary.uuid)
        self.opened.emit(stored)

    # ---- where the reader is

    def _moved(self, offset: int) -> None:
        self._outline.follow(self._reader.here)
        self._remember(offset)
        self._keep.start()

    def _remember(self, offset: int) -> None:
        """Keep how far the notice is read where the reader is; `offset` is the page's top."""
        sheet = self._reader.sheet
        if sheet is not None:
            uuid = self._reader.uuid
            self._state.remember(uuid, max(offset - sheet.base(uuid), 0))

    def _jump(self, offset: int) -> None:
        self._reader.page.scroll_to(offset, 0.06)
        self._reader.page.put_caret(offset)
        self._reader.page.setFocus()

    def _leave(self) -> None:
        sheet = self._reader.sheet
        if sheet is not None:
            uuid = self._reader.uuid
            self._remember(self._reader.page.top_offset())
            self._history.leave(Place(uuid, self._state.place_of(uuid), sheet.issue_id))

    def keep_places(self) -> None:
        """Keep recent notices and reading places in the library."""
        self._keep.stop()
        if self._reader.uuid:
            self._state.keep()
        self._show_recent()

    def _show_recent(self) -> None:
        self._library.model.set_recent(self._state.recent)

    # ---- going

    @property
    def history(self) -> History:
        """Back and forward."""
        return self._history

    def back(self) -> None:
        """Go back to what was read before."""
        self._leave()
        self._open_place(self._history.back())

    def forward(self) -> None:
        """Go forward again."""
        self._leave()
        self._open_place(self._history.forward())

    def _open_place(self, place: Place | None) -> None:
        if place is None:
            return
        sheet = self._reader.sheet
        if place.issue_id is not None and not (sheet and sheet.issue_id == place.issue_id):
            self.open_issue(place.issue_id, place.notice, place.offset)
        elif place.issue_id is None and sheet is not None and sheet.issue_id is not None:
            self._ask(_Wanted(place.notice, place.offset))
        else:
            self.open_at(place.notice, place.offset)
        self.went.emit()

    def jump(self, uuid: str, offset: int) -> None:
        """Go to a place of a notice of the open page; back leads to where the reader was."""
        sheet = self._reader.sheet
        if sheet is not None and sheet.holds(uuid):
            self._leave()
            self._history.add(Place(uuid, offset, sheet.issue_id))
            self._jump(sheet.base(uuid) + offset)
            self.went.emit()

    def _follow(self, offset: int) -> None:
        """Follow a link of the page to one of its offsets."""
        if self._reader.sheet is not None:
            self.jump(*self._reader.sheet.place(offset))

    def notices_of_issue(self) -> list[NoticeSummary]:
        """The notices of the open one's issue, in reading order; [] where none is open."""
        stored = self._reader.stored
        if stored is None:
            return []
        notices = self._library.model.notices()
        return [one for one in notices if one.issue_id == stored.summary.issue_id]

    def neighbour(self, step: int) -> NoticeSummary | None:
        """The notice a step before or behind the open one in its issue."""
        issue = self.notices_of_issue()
        places = [one.uuid for one in issue]
        if self._reader.uuid not in places:
            return None
        at = places.index(self._reader.uuid) + step
        return issue[at] if 0 <= at < len(issue) else None

    def next_notice(self) -> None:
        """Open the next notice of the issue."""
        self._open_neighbour(1)

    def previous_notice(self) -> None:
        """Open the notice before this one in the issue."""
        self._open_neighbour(-1)

    def _open_neighbour(self, step: int) -> None:
        found = self.neighbour(step)
        if found is not None:
            self.open(found.uuid)


def page_hits(sheet: Sheet, hits: Hits) -> list[Span]:
    """What was found in the notices of a page, in offsets of the page."""
    return [sheet.span(uuid, *span) for uuid in sheet.uuids for span in hits.get(uuid, ())]


def _by_notice(sheet: Sheet, marks: list[Mark]) -> dict[str, list[Mark]]:
    """The marks of each notice of a page, also of those without any."""
    found: dict[str, list[Mark]] = {uuid: [] for uuid in sheet.uuids}
    for mark in marks:
        found[mark.notice].append(mark)
    return found
