"""The reader: head card, page, find bar, and what floats over the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.panels.empty_page import EmptyPage
from desktop.panels.find_bar import FindBar
from desktop.panels.head_card import HeadCard
from desktop.panels.mark_card import MarkCard
from desktop.panels.page_view import PageView
from desktop.panels.selection_bar import SelectionBar
from desktop.reading.document import Typesetter
from desktop.reading.finding import Finder, nearest
from desktop.reading.look import Look
from desktop.reading.slices import SlicedSetter
from desktop.theme import Dress
from storage.types import Mark, StoredNotice

Span = tuple[int, int]


class ReaderPanel(QWidget):
    """Shows one notice. It emits requests; the window answers them."""

    mark_wanted = Signal(int, int, str, bool)  # start, end, style, whether a note is to be written
    copy_wanted = Signal(bool)  # with citation
    shown = Signal(str)  # uuid; the page is on the screen
    place_changed = Signal(int)  # offset at the top of the page
    selection_changed = Signal(bool)  # whether text is selected

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stored: StoredNotice | None = None
        self._look = look
        self._marks: list[Mark] = []
        self._hits: list[Span] = []
        self._found: list[Span] = []
        self._at = -1
        self._finder = Finder("")
        self._go_to: Span | None = None
        self._place = 0
        self._card_after = ""
        self._setter = SlicedSetter(self)
        self._fitted = look
        self._refitting = QTimer(self)
        self._refitting.setSingleShot(True)
        self._refitting.setInterval(200)
        self._refitting.timeout.connect(self._refit)
        self._build(look)
        self._connect()

    def _build(self, look: Look) -> None:
        self.head = HeadCard(self)
        self.page = PageView(look, self)
        self.find_bar = FindBar(self)
        self.empty = EmptyPage(self)
        self.selection_bar = SelectionBar(self.page)
        self.card = MarkCard(self.page)
        reading = QWidget(self)
        reading.setObjectName("pageArea")
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.page, self.find_bar):
            column.addWidget(widget)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(reading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._setter.finished.connect(self._show_page)
        self.page.selection_settled.connect(self._show_bar)
        self.page.mark_pressed.connect(self._press_marks)
        self.page.scrolled.connect(self._scrolled)
        self.page.selectionChanged.connect(self._selection_changed)
        self.selection_bar.style_chosen.connect(self.mark_selection)
        self.selection_bar.note_wanted.connect(self.note_selection)
        self.selection_bar.copy_wanted.connect(self._ask_copy)
        self.selection_bar.cite_wanted.connect(self._ask_cite)
        self.find_bar.words_changed.connect(self.find_words)
        self.find_bar.step_wanted.connect(self.step)
        self.find_bar.closed.connect(self._end_find)
        self.card.closed.connect(self._card_closed)

    # ---- which notice

    @property
    def uuid(self) -> str:
        """The open notice's uuid, "" where none is open."""
        return self.stored.summary.uuid if self.stored else ""

    @property
    def text(self) -> str:
        """The open notice's text."""
        return self._text if self.stored else ""

    def show_notice(
        self,
        stored: StoredNotice,
        marks: Sequence[Mark],
        *,
        offset: int = 0,
        span: Span | None = None,
        hits: Sequence[Span] = (),
    ) -> None:
        """Open a notice at an offset, or at a span that is then shown as the current hit."""
        self._leave()
        self.stored, self._text = stored, stored.notice.text
        self._marks, self._hits = list(marks), list(hits)
        self._found, self._at = [], self._hits.index(span) if span in self._hits else -1
        self._finder = Finder(self._text)
        self._go_to, self._place = span, offset
        self.head.show_notice(stored)
        self._set_page()

    def close_notice(self, *, library_empty: bool) -> None:
        """Show that no notice is open."""
        self._leave()
        self.stop()
        self.empty.show_library(empty=library_empty)
        self._stack.setCurrentIndex(0)

    def stop(self) -> None:
        """Set nothing any more: the window is going, and with it who hears of a shown page."""
        self._setter.stop()
        self.stored = None

    def show_no_library(self, reason: str, *, with_default: bool) -> None:
        """Show that no library is open, and why."""
        self.close_notice(library_empty=True)
        self.empty.show_no_library(reason, with_default=with_default)

    def _leave(self) -> None:
        self.card.dismiss()
        self.selection_bar.hide()

    def _show_page(self, setter: Typesetter) -> None:
        stored = self.stored
        if stored is None:
            return
        self.page.show_page(setter, self._text, self._look)
        self._stack.setCurrentIndex(1)
        self.page.painter.set_marks(self._marks)
        if self.find_bar.isVisible() and self.find_bar.words.text():
            self._found = self._finder.spans(self.find_bar.words.text())
        self._paint_hits()
        if self._go_to is not None:
            self.go_to(*self._go_to)
        else:
            self.page.scroll_to(self._place)
        self._go_to = None
        self.shown.emit(stored.summary.uuid)

    # ---- how it looks

    def set_look(self, look: Look) -> None:
        """Set the open notice anew, at the place where it is read."""
        if look == self._look:
            return
        self._place = self.page.top_offset() if self.stored else 0
        self._look = look
        if self.stored is not None:
            self._leave()
            self._set_page()

    def _set_page(self) -> None:
        """Set the open notice; titles and tables are fitted to a page that is narrower."""
        if self.stored is not None:
            self._fitted = self._look.fitting(self.page.room(self.width()))
            self._setter.start(self.stored.notice, self._fitted)

    def _refit(self) -> None:
        if self.stored is None or not self.isVisible():
            return
        fitted = self._look.fitting(self.page.room(self.width()))
        if fitted != self._fitted and not self._setter.busy:
            self._place = self.page.top_offset()
            self._set_page()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit titles and tables anew, when the edge is let go."""
        super().resizeEvent(event)
        self._refitting.start()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        for part in (self.find_bar, self.empty, self.selection_bar, self.card):
            part.set_dress(dress)

    # ---- marks

    def set_read_only(self, on: bool) -> None:
        """Offer no marking in a library that can only be read."""
        self.selection_bar.set_read_only(on)
        self.card.set_read_only(on)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show the notice's marks as they are now."""
        self._marks = list(marks)
        self.page.painter.set_marks(marks)
        self.page.repaint_marks()
        shown = self.card.mark
        if shown is not None and shown.uuid not in {mark.uuid for mark in marks}:
            self.card.dismiss()  # another window deleted it
        for mark in marks:
            self.card.refresh(mark)
            if mark.uuid == self._card_after:
                self._card_after = ""
                self.open_card(mark, write=True)

    def write_note_on(self, uuid: str) -> None:
        """Open a mark's card for writing as soon as the mark is there."""
        self._card_after = uuid
        self.set_marks(self._marks)

    def open_card(self, mark: Mark, near: QRect | None = None, *, write: bool = False) -> None:
        """Show a mark's card."""
        self.selection_bar.hide()
        self.page.painter.active_mark = mark.uuid
        if mark.state == "unplaced":
            near = QRect(self.page.width() // 2, 0, 1, 1)
        self.card.show_mark(mark, self._beside(mark, near), write=write)
        self.page.painter.active_mark = mark.uuid
        self.page.repaint_marks()

    def _beside(self, mark: Mark, near: QRect | None) -> QRect:
        """The marked lines, as high as they are, so that a card beside them hides none."""
        first, last = self.page.rectangle(mark.start), self.page.rectangle(mark.end)
        place = near or last
        return QRect(place.left(), first.top(), place.width(), last.bottom() - first.top())

    def open_mark_here(self) -> None:
        """Show the card of the mark at the caret, ready for writing."""
        marks = self.page.painter.marks_at(self.page.textCursor().selectionStart())
        if marks:
            self.open_card(marks[0], self.page.rectangle(marks[0].start), write=True)

    def mark_selection(self, style: str, with_note: bool = False) -> None:
        """Ask for a mark over the selected text."""
        span = self.page.selected_span()
        if span is not None:
            self.selection_bar.hide()
            self.mark_wanted.emit(*span, style, with_note)
            self.page.clear_selection()

    def note_selection(self) -> None:
        """Ask for a mark over the selected text, to write a note on."""
        self.mark_selection("yellow", with_note=True)

    def selected_text(self) -> str:
        """The selected text as the notice has it, "" where none is selected."""
        span = self.page.selected_span()
        return self._text[span[0] : span[1]] if span else ""

    def _press_marks(self, marks: list[Mark], near: QRect) -> None:
        self.selection_bar.hide()
        if not marks:
            self.card.dismiss()
            return
        shown = self.card.mark
        uuids = [mark.uuid for mark in marks]
        at = uuids.index(shown.uuid) + 1 if shown and shown.uuid in uuids else 0
        chosen = marks[at % len(marks)]
        self.open_card(chosen, near, write=bool(chosen.note))

    def _card_closed(self) -> None:
        self.page.painter.active_mark = ""
        self.page.repaint_marks()

    def _show_bar(self) -> None:
        span = self.page.selected_span()
        if span is None or not self.page.isVisible():
            self.selection_bar.hide()
            return
        self.card.dismiss()
        self.selection_bar.place(self.page.rectangle(span[0]), above=True)

    def _selection_changed(self) -> None:
        selected = self.page.textCursor().hasSelection()
        if not selected:
            self.selection_bar.hide()
        self.selection_changed.emit(selected)

    def _ask_copy(self) -> None:
        self.copy_wanted.emit(False)

    def _ask_cite(self) -> None:
        self.copy_wanted.emit(True)

    # ---- places and finding

    def go_to(self, start: int, end: int) -> None:
        """Bring a place into sight, a third below the top, and put the caret there."""
        self.page.put_caret(start)
        if not self.page.shows(start) or not self.page.shows(max(end - 1, start)):
            self.page.scroll_to(start, 0.3)

    def show_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Show the hits of a search in the open notice and go to one of them."""
        self._hits, self._found = list(hits), []
        self._at = self._hits.index(current) if current in self._hits else -1
        self._paint_hits()
        if current is not None:
            self.go_to(*current)

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show the hits of a new search in the open notice, none of them as the current one."""
        self._hits = list(hits)
        if not self._found:
            self._at = -1
        self._paint_hits()

    def find_words(self, words: str) -> None:
        """Find words in the open notice, the first place from the top of the page on."""
        self._found = self._finder.spans(words)
        self._at = nearest(self._found, self.page.top_offset()) if self.stored else -1
        self._paint_hits()
        if self._at >= 0:
            self.go_to(*self._found[self._at])

    def step(self, step: int) -> None:
        """Go to the next or previous place found, round the end."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self._paint_hits()
            self.go_to(*self._found[self._at])

    def open_find(self) -> None:
        """Show the find bar with the selected words."""
        words = "".join(self.selected_text().split())
        self.find_bar.open_with(words if len(words) <= 40 else "")

    def _end_find(self) -> None:
        self._found, self._at = [], -1
        self._paint_hits()
        self.page.setFocus()

    def _paint_hits(self) -> None:
        shown = self._found if self._found or self.find_bar.isVisible() else self._hits
        self.page.painter.set_hits(shown, self._at)
        self.find_bar.show_count(self._at, len(self._found))
        self.page.repaint_marks()

    def _scrolled(self) -> None:
        self.selection_bar.hide()
        if self.card.mark is not None and not self.card.note.hasFocus():
            self.card.dismiss()
        if self.stored is not None and not self._setter.busy:
            self.place_changed.emit(self.page.top_offset())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes what is open over the page: card, bar, selection, find bar, hits."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.card.mark is not None:
            self.card.dismiss()
        elif self.page.textCursor().hasSelection():
            self.page.clear_selection()
        elif self.find_bar.isVisible():
            self.find_bar.dismiss()
        else:
            self._hits, self._at = [], -1
            self._paint_hits()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll and zoom the page from beside it too."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.page.wheelEvent(event)
        else:
            QApplication.sendEvent(self.page.verticalScrollBar(), event)
