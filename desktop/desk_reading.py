"""Reading: which notice is open, the tree it stands in, back and forward, reading places."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models.outline import outline_entries
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.outline_panel import OutlinePanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.history import History, Place
from desktop.reading.sheet import Sheet
from desktop.tasks.jobs import Jobs
from desktop.tasks.work import OpenedNotice, Tree
from storage.types import NoticeSummary

Span = tuple[int, int]
Hits = Mapping[str, Sequence[Span]]
"""What a search found, by the notices' uuids."""
_RECENT = 12


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A notice on its way, and where to open it: at an offset, at a hit, or where it was left."""

    uuid: str
    offset: int | None = None
    span: Span | None = None
    hits: Hits = field(default_factory=dict)


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
        self._recent: list[str] = []
        self._places: dict[str, int] = {}
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
        reader.shown.connect(self._shown)
        reader.notice_changed.connect(self.opened)
        reader.place_changed.connect(self._moved)
        reader.links.followed.connect(self._follow)
        outline.place_wanted.connect(self._jump)

    # ---- the library

    def _library_opened(self, _: str) -> None:
        self._first_tree = True
        self._history = History()
        self._reader.close_notice(library_empty=True)
        self._jobs.state("recent", self, self._take_recent, "[]")
        self._jobs.state("places", self, self._take_places, "{}")
        self.load_tree()

    def _library_changed(self, what: str) -> None:
        if what in ("notices", "searches"):
            self.load_tree()
        if what == "notices" and self._reader.uuid:
            self._jobs.open_notice(self._reader.uuid, self, self._reopened, self._gone)

    def load_tree(self) -> None:
        """Load the tree anew."""
        self._jobs.load_tree(self, self._tree_loaded)

    def _tree_loaded(self, tree: Tree) -> None:
        self._library.set_tree(tree)
        known = {notice.uuid for notice in tree[1]}
        self._history.forget(known)
        self._show_recent()
        if not self._reader.uuid:
            self._reader.close_notice(library_empty=not tree[1])
        self.tree_loaded.emit(tree)
        if self._first_tree:
            self._first_tree = False
            last = next((uuid for uuid in self._recent if uuid in known), "")
            if last:
                self.open(last)

    def _reopened(self, answer: OpenedNotice) -> None:
        """The open notice after an import: show a changed text anew, at its place."""
        stored, marks = answer
        if self._reader.stored is not None and stored.notice != self._reader.stored.notice:
            place = self._reader.page.top_offset()
            self._show(answer, _Wanted(stored.summary.uuid, place))
        else:
            self.arrived.emit({stored.summary.uuid: marks})

    def _gone(self, _: BaseException) -> None:
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
        self._wanted = wanted
        self._jobs.open_notice(uuid, self, self._opened, self._not_opened)

    def _go_within(self, sheet: Sheet, wanted: _Wanted) -> None:
        """Go to a place of the open page."""
        if wanted.span is not None:
            hits = page_hits(sheet, wanted.hits)
            self._reader.finding.show_hits(hits, sheet.span(wanted.uuid, *wanted.span))
        elif wanted.offset is not None:
            self._reader.page.scroll_to(sheet.base(wanted.uuid) + wanted.offset, 0.1)

    def _opened(self, answer: OpenedNotice) -> None:
        stored, _ = answer
        wanted = self._wanted
        if wanted is None or wanted.uuid != stored.summary.uuid:
            return
        self._wanted = None
        uuid = wanted.uuid
        if wanted.offset is None:
            wanted = replace(wanted, offset=self._places.get(uuid, 0))
        self._history.visit(Place(uuid, wanted.offset or 0))
        self._recent = [uuid, *(one for one in self._recent if one != uuid)][:_RECENT]
        self._show(answer, wanted)
        self._keep.start()

    def _not_opened(self, fault: BaseException) -> None:
        self._wanted = None
        self._jobs.tell_fault(fault)

    def _show(self, answer: OpenedNotice, wanted: _Wanted) -> None:
        stored, marks = answer
        sheet = Sheet([stored])
        base = sheet.base(wanted.uuid)
        self.arrived.emit({stored.summary.uuid: marks})
        self._reader.show_sheet(
            sheet,
            marks,
            offset=base + (wanted.offset or 0),
            span=sheet.span(wanted.uuid, *wanted.span) if wanted.span else None,
            hits=page_hits(sheet, wanted.hits),
        )

    def _shown(self, uuid: str) -> None:
        sheet = self._reader.sheet
        if sheet is None:
            return
        self._library.select_notice(uuid)
        if self._outline_of is not sheet:
            self._outline_of = sheet
            self._outline.set_entries(outline_entries(sheet.notices[0].notice))
        self._outline.follow(self._reader.here)
        self.opened.emit(self._reader.stored)

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
            self._places[uuid] = max(offset - sheet.base(uuid), 0)

    def _jump(self, offset: int) -> None:
        self._reader.page.scroll_to(offset, 0.06)
        self._reader.page.put_caret(offset)
        self._reader.page.setFocus()

    def _leave(self) -> None:
        if self._reader.uuid:
            self._remember(self._reader.page.top_offset())
            self._history.leave(self._places[self._reader.uuid])

    def keep_places(self) -> None:
        """Keep recent notices and reading places in the library."""
        self._keep.stop()
        if self._reader.uuid and not self._jobs.read_only:
            recent = {uuid: self._places.get(uuid, 0) for uuid in self._recent}
            self._places = {**self._places, **recent}
            kept = dict(list(self._places.items())[-400:])
            self._jobs.set_state("recent", json.dumps(self._recent))
            self._jobs.set_state("places", json.dumps(kept))
        self._show_recent()

    def _take_recent(self, value: str) -> None:
        found = _loaded(value)
        kept = found if isinstance(found, list) else []
        self._recent = [one for one in kept if isinstance(one, str)]

    def _take_places(self, value: str) -> None:
        found = _loaded(value)
        kept = found if isinstance(found, dict) else {}
        self._places = {str(key): at for key, at in kept.items() if isinstance(at, int)}

    def _show_recent(self) -> None:
        self._library.model.set_recent(self._recent)

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
        if place is not None:
            self.open_at(place.notice, place.offset)
            self.went.emit()

    def jump(self, uuid: str, offset: int) -> None:
        """Go to a place of a notice of the open page; back leads to where the reader was."""
        sheet = self._reader.sheet
        if sheet is not None and sheet.holds(uuid):
            self._leave()
            self._history.add(Place(uuid, offset))
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


def _loaded(value: str) -> object:
    """A kept value; None where it is no JSON."""
    try:
        return json.loads(value)
    except ValueError:
        return None
