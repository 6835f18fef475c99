"""Marking on the page: the bar over a selection, the marks, and the card of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal

from desktop.panels.mark_card import MarkCard
from desktop.panels.page_view import PageView
from desktop.panels.selection_bar import SelectionBar
from desktop.theme import Dress
from storage.types import Mark


class PageMarking(QObject):
    """Shows the marks of the open notice, and asks for new ones over what is selected."""

    mark_wanted = Signal(int, int, str, bool)  # start, end, style, whether a note is to be written
    copy_wanted = Signal(bool)  # with citation

    def __init__(
        self, page: PageView, bar: SelectionBar, card: MarkCard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._card = card
        self._marks: list[Mark] = []
        self._card_after = ""
        page.selection_settled.connect(self._show_bar)
        page.mark_pressed.connect(self._press_marks)
        page.selectionChanged.connect(self._selection_changed)
        bar.style_chosen.connect(self.mark_selection)
        bar.note_wanted.connect(self.note_selection)
        bar.copy_wanted.connect(self._ask_copy)
        bar.cite_wanted.connect(self._ask_cite)
        card.closed.connect(self._card_closed)

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
        """What floats belongs to a place that has moved away; a note being written stays."""
        self._bar.hide()
        if self._card.mark is not None and not self._card.note.hasFocus():
            self._card.dismiss()

    def set_read_only(self, on: bool) -> None:
        """Offer no marking in a library that can only be read."""
        self._bar.set_read_only(on)
        self._card.set_read_only(on)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._bar.set_dress(dress)
        self._card.set_dress(dress)

    # ---- the marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show the notice's marks as they are now."""
        self._marks = list(marks)
        self._page.painter.set_marks(marks)
        self._page.repaint_marks()
        shown = self._card.mark
        if shown is not None and shown.uuid not in {mark.uuid for mark in marks}:
            self._card.dismiss()  # another window deleted it
        for mark in marks:
            self._card.refresh(mark)
            if mark.uuid == self._card_after:
                self._card_after = ""
                self.open_card(mark, write=True)

    def write_note_on(self, uuid: str) -> None:
        """Open a mark's card for writing as soon as the mark is there."""
        self._card_after = uuid
        self.set_marks(self._marks)

    def open_card(self, mark: Mark, near: QRect | None = None, *, write: bool = False) -> None:
        """Show a mark's card."""
        self._bar.hide()
        self._page.painter.active_mark = mark.uuid
        if mark.state == "unplaced":
            near = QRect(self._page.width() // 2, 0, 1, 1)
        self._card.show_mark(mark, self._beside(mark, near), write=write)
        self._page.painter.active_mark = mark.uuid
        self._page.repaint_marks()

    def _beside(self, mark: Mark, near: QRect | None) -> QRect:
        """The marked lines, as high as they are, so that a card beside them hides none."""
        start, end = self._page.span_of(mark)
        first, last = self._page.rectangle(start), self._page.rectangle(end)
        place = near or last
        return QRect(place.left(), first.top(), place.width(), last.bottom() - first.top())

    def open_mark_here(self) -> None:
        """Show the card of the mark at the caret, ready for writing."""
        marks = self._page.painter.marks_at(self._page.textCursor().selectionStart())
        if marks:
            start, _ = self._page.span_of(marks[0])
            self.open_card(marks[0], self._page.rectangle(start), write=True)

    def _press_marks(self, marks: list[Mark], near: QRect) -> None:
        self._bar.hide()
        if not marks:
            self._card.dismiss()
            return
        shown = self._card.mark
        uuids = [mark.uuid for mark in marks]
        at = uuids.index(shown.uuid) + 1 if shown and shown.uuid in uuids else 0
        chosen = marks[at % len(marks)]
        self.open_card(chosen, near, write=bool(chosen.note))

    def _card_closed(self) -> None:
        self._page.painter.active_mark = ""
        self._page.repaint_marks()

    # ---- over a selection

    def mark_selection(self, style: str, with_note: bool = False) -> None:
        """Ask for a mark over the selected text."""
        span = self._page.selected_span()
        if span is not None:
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
