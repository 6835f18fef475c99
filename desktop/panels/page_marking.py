"""Marking on the page: the bar over a selection, the marks, and the card of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal

from desktop.panels.mark_card import MarkCard
from desktop.panels.mark_ends import MarkEnds
from desktop.panels.page_view import PageView
from desktop.panels.selection_bar import SelectionBar
from desktop.reading.handles import END, START
from desktop.theme import Dress
from storage.types import Mark

_HANDLE = 14
"""Pixels that a handle stands out above and below the marked lines."""


class PageMarking(QObject):
    """Shows the marks of the open notice, and asks for new ones over what is selected."""

    mark_wanted = Signal(int, int, str, bool)  # start, end, style, whether a note is to be written
    copy_wanted = Signal(bool)  # with citation
    card_changed = Signal()  # a card was opened or closed
    place_wanted = Signal(str, int, int, bool)  # uuid, start, end, whether it was done by key

    def __init__(
        self, page: PageView, bar: SelectionBar, card: MarkCard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._card = card
        self._marks: list[Mark] = []
        self._others: list[str] = []
        self._card_after = ""
        self._read_only = False
        self.ends = MarkEnds(page, self)
        self.ends.place_wanted.connect(self.place_wanted)
        self.ends.dragging_changed.connect(self._dragging_changed)
        page.selection_settled.connect(self._show_bar)
        page.mark_pressed.connect(self._press_marks)
        page.selectionChanged.connect(self._selection_changed)
        bar.style_chosen.connect(self.mark_selection)
        bar.note_wanted.connect(self.note_selection)
        bar.copy_wanted.connect(self._ask_copy)
        bar.cite_wanted.connect(self._ask_cite)
        card.closed.connect(self._card_closed)
        card.other_wanted.connect(self.step_to_other)

    def begin(self, marks: Sequence[Mark]) -> None:
        """Another notice comes, with these marks."""
        self.put_away()
        self._marks = list(marks)

    def page_shown(self) -> None:
        """The page is there: paint its marks."""
        self._page.painter.set_marks(self._marks)

    def put_away(self) -> None:
        """Close what floats over the page."""
        self._card.dismiss()
        self._bar.hide()

    def scrolled(self) -> None:
        """What floats belongs to a place that has moved away; what is being written stays."""
        self._bar.hide()
        if not self._card.busy and not self.ends.dragging:
            self._card.dismiss()

    def set_read_only(self, on: bool) -> None:
        """Offer no marking in a library that can only be read."""
        self._read_only = on
        self._bar.set_read_only(on)
        self._card.set_read_only(on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._bar.set_dress(dress)
        self._card.set_dress(dress)

    # ---- the marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show the page's marks as they are now."""
        self._marks = list(marks)
        self._page.painter.set_marks(marks)
        self._page.repaint_marks()
        shown = self._card.mark
        if shown is not None and shown.uuid not in {mark.uuid for mark in marks}:
            self._card.dismiss()  # another window deleted it
        for mark in marks:
            self._card.refresh(mark)
            if shown is not None and mark.uuid == shown.uuid:
                self._hold_ends(mark)
            if mark.uuid == self._card_after:
                self._card_after = ""
                self.open_card(mark, write=True)

    def write_note_on(self, uuid: str) -> None:
        """Open a mark's card for writing as soon as the mark is there."""
        self._card_after = uuid
        self.set_marks(self._marks)

    def open_card(self, mark: Mark, near: QRect | None = None, *, write: bool = False) -> None:
        """Show a mark's card, with the way to the others over its first character."""
        start, _ = self._page.span_of(mark)
        others = self._page.painter.marks_at(self._page.positions.position(start))
        self._open(mark, others, near, write=write)

    def _open(self, mark: Mark, others: Sequence[Mark], near: QRect | None, *, write: bool) -> None:
        self._bar.hide()
        self._others = [one.uuid for one in others] if mark in others else [mark.uuid]
        place = self._others.index(mark.uuid), len(self._others)
        self._card.show_mark(mark, self._beside(mark, near), write=write, place=place)
        self._page.painter.active_mark = mark.uuid
        self._hold_ends(mark)
        self._page.repaint_marks()
        self.card_changed.emit()

    def _hold_ends(self, mark: Mark) -> None:
        fixed = self._read_only or mark.state == "unplaced"
        self.ends.set_mark(None if fixed else mark)

    def _beside(self, mark: Mark, near: QRect | None) -> QRect:
        """The marked lines with their handles, so that a card beside them hides none."""
        if mark.state == "unplaced" or mark.whole_notice:
            return QRect(self._page.width() // 2, 0, 1, 1)
        start, end = self._page.painter.place_of(mark)
        first, last = self._page.rectangle(start), self._page.rectangle(end)
        place = near or last
        high = last.bottom() - first.top()
        beside = QRect(place.left(), first.top(), place.width(), high)
        return beside.adjusted(0, -_HANDLE, 0, _HANDLE) if mark.kind == "highlight" else beside

    def open_mark_here(self) -> None:
        """Show the card of the mark at the caret; the open card changes to writing, or back."""
        if self._card.mark is not None:
            self._card.box.toggle()
            self._card.take_keys()
            return
        marks = self._page.painter.marks_at(self._page.textCursor().selectionStart())
        if marks:
            start, _ = self._page.span_of(marks[0])
            self._open(marks[0], marks, self._page.rectangle(start), write=not marks[0].note)
            self._card.take_keys()

    def step_to_other(self, step: int) -> None:
        """Show the card of another of the marks over the same words."""
        shown = self._card.mark
        if shown is None or len(self._others) < 2:
            return
        at = (self._others.index(shown.uuid) + step) % len(self._others)
        known = {mark.uuid: mark for mark in self._marks}
        others = [known[uuid] for uuid in self._others if uuid in known]
        chosen = known.get(self._others[at])
        if chosen is not None:
            self._open(chosen, others, None, write=False)

    def _press_marks(self, marks: list[Mark], near: QRect) -> None:
        """Show the mark that was clicked; a second click shows the next one over the same words."""
        self._bar.hide()
        if not marks:
            self._card.dismiss()
            return
        shown = self._card.mark
        uuids = [mark.uuid for mark in marks]
        at = uuids.index(shown.uuid) + 1 if shown and shown.uuid in uuids else 0
        self._open(marks[at % len(marks)], marks, near, write=False)

    def _card_closed(self) -> None:
        self._page.painter.active_mark = ""
        self.ends.set_mark(None)
        self._page.repaint_marks()
        self.card_changed.emit()

    # ---- moving the ends of a mark

    def end_later(self) -> None:
        """Let the mark end a character later."""
        self.move_end(END, 1)

    def end_earlier(self) -> None:
        """Let the mark end a character earlier."""
        self.move_end(END, -1)

    def begin_earlier(self) -> None:
        """Let the mark begin a character earlier."""
        self.move_end(START, -1)

    def begin_later(self) -> None:
        """Let the mark begin a character later."""
        self.move_end(START, 1)

    def move_end(self, which: str, step: int) -> None:
        """Move an end (handles.START or END) of the open mark, or of the one at the caret."""
        if self._card.mark is None:
            marks = self._page.painter.marks_at(self._page.textCursor().selectionStart())
            if marks:
                self._open(marks[0], marks, None, write=False)
        self.ends.step(which, step)

    def _dragging_changed(self, dragging: bool) -> None:
        """An open card is in the way of the hand."""
        shown = self._card.mark
        if dragging:
            self._card.hide()
        elif shown is not None:
            self._card.move_near(self._beside(shown, None))

    # ---- over a selection

    def mark_selection(self, style: str, with_note: bool = False) -> None:
        """Ask for a mark over the selected text; where none is selected, recolour the open mark."""
        span = self._page.selected_span()
        if span is None:
            self._card.choose_style(style)
        else:
            self._bar.hide()
            self.mark_wanted.emit(*span, style, with_note)
            self._page.clear_selection()

    def note_selection(self) -> None:
        """Ask for a mark over the selected text, to write a note on."""
        self.mark_selection("yellow", with_note=True)

    def _show_bar(self) -> None:
        span = self._page.selected_span()
        if span is None or not self._page.isVisible():
            self._bar.hide()
            return
        self._card.dismiss()
        self._bar.place(self._page.rectangle(span[0]), above=True)

    def _selection_changed(self) -> None:
        if not self._page.textCursor().hasSelection():
            self._bar.hide()

    def _ask_copy(self) -> None:
        self.copy_wanted.emit(False)

    def _ask_cite(self) -> None:
        self.copy_wanted.emit(True)
