"""Proofreading: the source beside the text, what belongs together shown on both sides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.desk_reading import ReadingDesk
from desktop.panels.reader_panel import ReaderPanel
from desktop.panels.source_lines_view import Shown
from desktop.proof_places import ProofPlaces
from desktop.settings import Settings
from desktop.tasks.jobs import Jobs
from desktop.window_sides import WindowSides
from storage.errors import UserFault
from storage.types.proofreading import ProofSource

_ROOM = 1000
"""Pixels that text and source want at least; the sides of the window give way to them."""
_EYE = 0.28
"""Where one reads: this part of the height stays level on both sides."""
_LOWEST = 0.62
"""A paragraph that begins further down is brought up when one steps to it."""
_STEPS = ("next-paragraph", "previous-paragraph")
_BY_KEY = Qt.FocusReason.ShortcutFocusReason
_STATE = "proofreading"


@dataclass(frozen=True, slots=True)
class _Hand:
    """The paragraph in hand; `chosen` by the user, else it is where the page is read."""

    notice: str
    block: int
    chosen: bool = False


class ProofreadingDesk(QObject):
    """Shows the source beside the open page, and keeps the two together."""

    source_shown = Signal(object)  # ProofSource, None where none is shown any more
    hand_taken = Signal(list)  # the lines of the paragraph that is now in hand

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        reader: ReaderPanel,
        reading: ReadingDesk,
        sides: WindowSides,
        actions: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._reader, self._page = reader, reader.page
        self._reading = reading
        self._sides = sides
        self._actions = actions
        self._panel, self._lines = reader.source, reader.source.lines
        self._source: ProofSource | None = None
        self._places: ProofPlaces | None = None
        self._asked = ""
        self._hand: _Hand | None = None
        self._wanted: tuple[str, int, str] | None = None
        self._pending: tuple[int, int, str] | None = None
        self._moving = False
        self._doubts = frozenset[int]()
        actions.enable(_STEPS, False)
        self._connect()

    def _connect(self) -> None:
        actions = self._actions
        actions["proofread"].toggled.connect(self._toggle)
        actions["next-paragraph"].triggered.connect(self.next_paragraph)
        actions["previous-paragraph"].triggered.connect(self.previous_paragraph)
        self._panel.closed.connect(self._close_by_user)
        self._panel.step_wanted.connect(self.step)
        self._lines.line_wanted.connect(self._choose_line)
        self._lines.scrolled.connect(self._source_scrolled)
        self._page.scrolled.connect(self._page_scrolled)
        self._page.caret_placed.connect(self._take_caret)
        self._reading.opened.connect(self._opened)
        self._jobs.library_opened.connect(self._forget)
        self._jobs.library_changed.connect(self._library_changed)

    @property
    def is_open(self) -> bool:
        """Whether the source is shown."""
        return self._panel.isVisibleTo(self._reader)

    @property
    def line_in_hand(self) -> int:
        """The line that was chosen, else the first one in hand; 0 where there is none."""
        shown = self._lines.shown
        return shown.current or (shown.in_hand[0] if shown.in_hand else 0)

    def set_doubts(self, lines: frozenset[int]) -> None:
        """Mark the lines that warnings are about."""
        self._doubts = lines
        self._show_doubts()

    def _show_doubts(self) -> None:
        source = self._source
        doubts = self._doubts if source is not None and source.is_current else frozenset[int]()
        if doubts != self._lines.shown.doubts:
            self._lines.show_lines(replace(self._lines.shown, doubts=doubts))

    def go_to(self, issue: int, line: int, words: str = "") -> None:
        """Show a line of an issue's current source, and what came from it.

        Where a notice of another issue is open, it is shown as soon as one of this issue is.
        """
        self._pending = issue, line, words
        self._actions["proofread"].setChecked(True)
        if self._places is not None and self._places.sheet is self._reader.sheet:
            self._go_to_pending()

    def _go_to_pending(self) -> bool:
        source, pending = self._source, self._pending
        if pending is None or source is None or source.issue_id != pending[0]:
            return False
        self._pending = None
        if source.is_current:
            self.show_line(*pending[1:])
        return source.is_current

    # ---- coming and going

    def _toggle(self, on: bool) -> None:
        if on == self.is_open:
            return
        if on:
            self._open()
        else:
            self._close()

    def _open(self) -> None:
        self._sides.put_away(_ROOM)
        sides, state = self._reader.sides, self._settings.window.load(_STATE)
        self._panel.show()
        if state is None or not sides.restoreState(state):
            room = sides.width()
            sides.setSizes([room * 11 // 20, room * 9 // 20])
        self._panel.show()  # a state kept while it was closed hides it
        self._actions.enable(_STEPS, True)
        self._load()

    def _close(self) -> None:
        self.keep_width()
        self._panel.hide()
        self._forget()
        self._actions.enable(_STEPS, False)
        self._sides.bring_back()

    def _close_by_user(self) -> None:
        self._actions["proofread"].setChecked(False)
        self._page.setFocus(_BY_KEY)

    def keep_width(self) -> None:
        """Remember how the room is shared."""
        if self.is_open:
            self._settings.window.save(_STATE, self._reader.sides.saveState())

    # ---- the source

    def _forget(self, _: object = None) -> None:
        self._source = self._places = self._hand = None
        self._asked = ""
        self._page.frame(0, 0)
        self._lines.show_source(None)
        self.source_shown.emit(None)

    def _library_changed(self, what: str) -> None:
        if what == "notices" and self.is_open:
            self._asked = ""
            self._load()

    def _opened(self, stored: object) -> None:
        """Another notice, another page, or the page set anew."""
        if self._wanted is not None and self._reading.target != self._wanted[0]:
            self._wanted = None  # the user has gone elsewhere meanwhile
        if not self.is_open:
            return
        if stored is None:
            self._forget()
        elif self._source is not None and self._source.holds(self._reader.uuid):
            self._show()
        else:
            self._load()

    def _load(self) -> None:
        uuid = self._reader.uuid
        if uuid and uuid != self._asked:
            self._asked = uuid
            self._jobs.proof.source(uuid, self, self._loaded, self._failed)

    def _loaded(self, source: ProofSource) -> None:
        self._asked = ""
        if not self.is_open or not source.holds(self._reader.uuid):
            return
        if source != self._source:
            self._source, self._places = source, None
            self._panel.show_source(source)
            self.source_shown.emit(source)
        self._show()

    def _failed(self, fault: BaseException) -> None:
        self._forget()
        if isinstance(fault, UserFault) and fault.key == "kept-source-missing":
            self._panel.show_hint(self.tr("The source of this document was not kept."))
        elif not (isinstance(fault, UserFault) and fault.key == "notice-missing"):
            self._jobs.tell_fault(fault)

    def _show(self) -> None:
        """Show what belongs to the page: its paragraphs, and the one in hand."""
        sheet, source = self._reader.sheet, self._source
        if sheet is None or source is None:
            return
        if self._places is None or self._places.sheet is not sheet:
            self._places = ProofPlaces(sheet, source)
            self._hand = None
            shown = Shown(
                own=self._places.own_lines(),
                groups=self._places.groups(),
                joins=self._places.joins_over_others(),
            )
            self._lines.show_lines(shown)
            self._show_doubts()
        wanted = self._wanted
        if wanted is not None and sheet.holds(wanted[0]):
            self._wanted = None
            self.show_line(wanted[1], wanted[2])
        elif not self._go_to_pending() and self._hand is None:
            self._page_scrolled()

    # ---- the paragraph in hand

    def _take(
        self, notice: str, block: int, *, chosen: bool, line: int = 0, words: str = ""
    ) -> None:
        places, sheet = self._places, self._reader.sheet
        if places is None or sheet is None:
            return
        self._hand = _Hand(notice, block, chosen)
        of_notice = places.of(notice)
        start, end = sheet.span(notice, *of_notice.span(block))
        place = self._reader.text.find(words, start, end) if words else -1
        pointed = (place, place + len(words)) if place >= 0 else None
        self._page.frame(start, end, pointed)
        in_hand = of_notice.lines_of(block)
        shown = replace(self._lines.shown, in_hand=in_hand, current=line, found=words)
        if shown != self._lines.shown:
            self._lines.show_lines(shown)
            self.hand_taken.emit(in_hand)

    def has_line(self, line: int) -> bool:
        """Whether a line belongs to a document of the page."""
        notice = self._source.notice_at(line) if self._source is not None else None
        return notice is not None and self._places is not None and self._places.holds(notice.uuid)

    def _take_at(self, offset: int, *, chosen: bool) -> None:
        """Take the paragraph at an offset of the page."""
        if self._places is not None and self._reader.sheet is not None:
            notice, place = self._reader.sheet.place(offset)
            if self._places.holds(notice):
                self._take(notice, self._places.of(notice).block_at(place), chosen=chosen)

    def _take_caret(self, offset: int) -> None:
        """The user clicked into the text, or moved the caret."""
        if self._places is not None:
            self._take_at(offset, chosen=True)
            self._align_source()

    def _choose_line(self, line: int) -> None:
        self.show_line(line)

    def show_line(self, line: int, words: str = "") -> None:
        """Take the paragraph that came from a line in hand, `words` on the line set off."""
        source, places = self._source, self._places
        notice = source.notice_at(line) if source is not None else None
        if source is None or places is None:
            return
        if notice is None:
            shown = replace(self._lines.shown, in_hand=(), current=line, found=words)
            self._lines.show_lines(shown)
            self._lines.reveal(line, line)
            self._hand = None
            self._page.frame(0, 0)
            self.hand_taken.emit([line])
        elif not places.holds(notice.uuid):
            self._wanted = notice.uuid, line, words
            self._reading.open_at(notice.uuid, 0)
        else:
            of_notice = places.of(notice.uuid)
            block = of_notice.block_of_line(line)
            if block is not None:
                self._lines.reveal(line, line)
                self._take(notice.uuid, block, chosen=True, line=line, words=words)
                start = of_notice.offset_of(float(line))
                self._level_page(notice.uuid, start or 0, self._lines.height_of(line))

    def next_paragraph(self) -> None:
        """Take the next paragraph in hand."""
        self.step(1)

    def previous_paragraph(self) -> None:
        """Take the paragraph before in hand."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go on or back by a paragraph of the page."""
        places, hand, sheet = self._places, self._hand, self._reader.sheet
        if places is None or hand is None or sheet is None:
            return
        found = places.neighbour(hand.notice, hand.block, by)
        if found is None:
            return
        self._take(*found, chosen=True)
        start, end = sheet.span(found[0], *places.of(found[0]).span(found[1]))
        top, last = self._page.height_of(start), self._page.height_of(end)
        high = self._page.viewport().height()
        if top is None or last is None or not (0 <= top <= high * _LOWEST and last < high * 0.95):
            self._move_page(start, _EYE)
        self._align_source()

    # ---- both sides level

    def _shift(self) -> int:
        """How much lower the page begins than the lines, in pixels."""
        page = self._page.viewport().mapTo(self._reader, QPoint(0, 0)).y()
        return page - self._lines.viewport().mapTo(self._reader, QPoint(0, 0)).y()

    def _page_scrolled(self) -> None:
        if self._moving or self._places is None or not self.is_open:
            return
        hand = self._hand
        if hand is None or not (hand.chosen and self._in_sight(hand)):
            self._take_at(self._page.offset_at(_EYE), chosen=False)
        self._align_source()

    def _in_sight(self, hand: _Hand) -> bool:
        places, sheet = self._places, self._reader.sheet
        if places is None or sheet is None or not places.holds(hand.notice):
            return False
        start, end = sheet.span(hand.notice, *places.of(hand.notice).span(hand.block))
        top, last = self._page.height_of(start), self._page.height_of(end)
        high = self._page.viewport().height()
        return top is not None and last is not None and last > 0 and top < high * 0.9

    def _align_source(self) -> None:
        """Bring the lines level with the page: those in hand, else those where one reads."""
        places, hand, sheet = self._places, self._hand, self._reader.sheet
        if places is None or hand is None or sheet is None:
            return
        offset = self._page.offset_at(_EYE)
        if hand.chosen:
            start = sheet.span(hand.notice, *places.of(hand.notice).span(hand.block))[0]
            top = self._page.height_of(start)
            if top is not None and 0 <= top < self._page.viewport().height():
                offset = start
        notice, place = sheet.place(offset)
        y = self._page.height_of(offset)
        if places.holds(notice) and y is not None:
            self._lines.scroll_line(places.of(notice).line_at(place), y + self._shift())

    def _source_scrolled(self) -> None:
        """The user scrolled the lines: the page follows where it has them."""
        source, places = self._source, self._places
        if source is None or places is None:
            return
        y = self._lines.viewport().height() * _EYE
        line = self._lines.line_at(y)
        notice = source.notice_at(int(line))
        if notice is None or not places.holds(notice.uuid):
            return
        offset = places.of(notice.uuid).offset_of(line)
        if offset is not None:
            self._level_page(notice.uuid, offset, y)
            hand = self._hand
            if hand is None or not (hand.chosen and self._in_sight(hand)):
                self._take_at(self._page.offset_at(_EYE), chosen=False)

    def _level_page(self, notice: str, offset: int, y: float) -> None:
        """Bring a place of the text to the height `y` of the lines."""
        sheet = self._reader.sheet
        if sheet is not None:
            part = (y - self._shift()) / max(self._page.viewport().height(), 1)
            self._move_page(sheet.base(notice) + offset, min(max(part, 0.02), 0.9))

    def _move_page(self, offset: int, part: float) -> None:
        self._moving = True
        self._page.scroll_to(offset, part)
        self._moving = False
