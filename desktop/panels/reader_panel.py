"""The reader: head card, page, find bar, and what floats over the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.address_box import AddressBox
from desktop.panels.correction_box import CorrectionBox
from desktop.panels.empty_page import EmptyPage
from desktop.panels.find_bar import FindBar
from desktop.panels.head_card import HeadCard
from desktop.panels.mark_card import MarkCard
from desktop.panels.page_finding import PageFinding
from desktop.panels.page_links import PageLinks
from desktop.panels.page_marking import PageMarking
from desktop.panels.page_menu import PageMenu
from desktop.panels.page_view import PageView
from desktop.panels.place_bar import PlaceBar
from desktop.panels.selection_bar import SelectionBar
from desktop.panels.source_panel import SourcePanel
from desktop.panels.warning_bar import WarningBar
from desktop.reading.following import Following
from desktop.reading.look import Look
from desktop.reading.sheet import Sheet
from desktop.theme import Dress
from storage.types import Mark, StoredNotice

Span = tuple[int, int]
_EYE = 0.22
"""Which part of the page's height counts as where the reader is."""


class ReaderPanel(QWidget):
    """Shows a sheet: a notice, or a whole issue. It emits requests; the window answers them.

    Offsets are those of the sheet's text.
    """

    shown = Signal(str)  # uuid; the page is on the screen
    notice_changed = Signal(object)  # StoredNotice: the reader came to another one of the page
    place_changed = Signal(int)  # offset at the top of the page
    selection_changed = Signal(bool)  # whether text is selected

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self._here = 0
        self._look = look
        self._build(look)
        self._connect()

    def _build(self, look: Look) -> None:
        self.head = HeadCard(self)
        self.page = PageView(look, self)
        self.find_bar = FindBar(self)
        self.empty = EmptyPage(self)
        self.selection_bar = SelectionBar(self.page)
        self.card = MarkCard(self.page)
        self.correction_box = CorrectionBox(self.page)
        self.address_box = AddressBox(self)
        self.finding = PageFinding(self.page, self.find_bar, self)
        self.marking = PageMarking(self.page, self.selection_bar, self.card, self)
        self.links = PageLinks(self.page, self)
        self.menu = PageMenu(self.page, self.marking, self.card, self)
        reading = QWidget(self)
        reading.setObjectName("pageArea")
        self._build_reading(reading, look)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(reading)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _build_reading(self, reading: QWidget, look: Look) -> None:
        """The text with its bars, and the place for the source beside it."""
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        text = QWidget(reading)
        self.place_bar = PlaceBar(self.page, text)
        row = QHBoxLayout(text)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        row.addWidget(self.place_bar)
        self.source = SourcePanel(look, reading)
        self.source.hide()
        self.sides = QSplitter(Qt.Orientation.Horizontal, reading)
        self.sides.setHandleWidth(1)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(text)
        self.sides.addWidget(self.source)
        self.warning = WarningBar(reading)
        column.addWidget(self.head)
        column.addWidget(self.warning)
        column.addWidget(self.sides, 1)
        column.addWidget(self.find_bar)

    def _connect(self) -> None:
        self.page.scrolled.connect(self._scrolled)
        self.place_bar.place_wanted.connect(self._go_to_place)
        self.page.selectionChanged.connect(self._selection_changed)

    # ---- what is open

    @property
    def stored(self) -> StoredNotice | None:
        """The notice where the reader is, None where none is open."""
        return self.sheet.at(self._here) if self.sheet else None

    @property
    def uuid(self) -> str:
        """The uuid of the notice where the reader is, "" where none is open."""
        return self.stored.summary.uuid if self.stored else ""

    @property
    def text(self) -> str:
        """The text of the page."""
        return self.sheet.text if self.sheet else ""

    @property
    def here(self) -> int:
        """The offset where the reader is: a little below the top of the page."""
        return self._here

    def show_sheet(
        self,
        sheet: Sheet,
        marks: Sequence[Mark],
        *,
        offset: int = 0,
        span: Span | None = None,
        hits: Sequence[Span] = (),
    ) -> None:
        """Open a page at an offset, or at a span that is then shown as the current hit."""
        self.sheet, self._here = sheet, span[0] if span else offset
        self.marking.begin(marks)
        self.finding.begin(sheet.text, hits, span)
        self.head.show_notice(sheet.at(self._here))
        if span is not None:
            self._set_page(span[0], 0.3)
            self.page.go_to(*span)
        else:
            self._set_page(offset, 0.0)

    def show_changed(self, sheet: Sheet, marks: Sequence[Mark]) -> None:
        """Show what became of the open page: nothing that is seen moves, the caret stays."""
        page, following = self.page, Following(self.text, sheet.text)
        top, part = following.place(page.top_offset()), page.top_part()
        caret = following.place(page.caret())
        hits = [span for one in self.finding.hits if (span := following.span(*one)) is not None]
        self.sheet, self._here = sheet, following.place(self._here)
        self.marking.begin(marks)
        self.finding.begin(sheet.text, hits, None)
        self.head.show_notice(sheet.at(self._here))
        self._set_page(top, part)
        page.put_caret(caret)

    def _go_to_place(self, offset: int) -> None:
        self.page.scroll_to(offset, 0.2)

    def go_to_mark(self, mark: Mark) -> None:
        """Bring a mark of one of the page's notices into sight."""
        if self.sheet is not None:
            self.page.go_to(*self.sheet.span_of(mark))

    def close_notice(self, *, library_empty: bool) -> None:
        """Show that no notice is open."""
        self.marking.put_away()
        self.stop()
        self.empty.show_library(empty=library_empty)
        self._stack.setCurrentIndex(0)

    def stop(self) -> None:
        """Set nothing any more: the window is going, and with it who hears of a shown page."""
        self.page.close_sheet()
        self.sheet = None

    def show_no_library(self, reason: str, *, with_default: bool) -> None:
        """Show that no library is open, and why."""
        self.close_notice(library_empty=True)
        self.empty.show_no_library(reason, with_default=with_default)

    def _set_page(self, offset: int, part: float) -> None:
        """Set the page with an offset at a part of its height; it is there when this returns."""
        if self.sheet is None:
            return
        self._stack.setCurrentIndex(1)
        self.page.show_sheet(self.sheet, self._look, offset, part)
        self.marking.page_shown()
        self.finding.page_shown()
        self.place_bar.show_sheet(self.sheet)
        self._follow()
        self.shown.emit(self.uuid)

    # ---- how it looks

    def set_look(self, look: Look) -> None:
        """Set the open notice anew, at the place where it is read."""
        if look == self._look:
            return
        self._look = look
        self.source.set_look(look)
        if self.sheet is not None:
            self.marking.put_away()
            self._set_page(self.page.top_offset(), 0.0)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.place_bar.set_dress(dress)
        parts = (self.head, self.find_bar, self.empty, self.marking, self.menu, self.address_box)
        for part in (*parts, self.source, self.correction_box):
            part.set_dress(dress)

    def selected_text(self) -> str:
        """The selected text as the notices have it, "" where none is selected."""
        span = self.page.selected_span()
        return self.text[span[0] : span[1]] if span else ""

    def _selection_changed(self) -> None:
        self.selection_changed.emit(self.page.textCursor().hasSelection())

    def open_find(self) -> None:
        """Show the find bar with the selected words."""
        self.finding.open_bar(self.selected_text())

    def _scrolled(self) -> None:
        self.marking.scrolled()
        if self.sheet is not None:
            self._follow()
            self.place_changed.emit(self.page.top_offset())

    def _find_here(self) -> int:
        """Where the reader is; a notice that begins in sight above the eye is there, too."""
        top, eye = self.page.top_offset(), self.page.offset_at(_EYE)
        bases = self.sheet.bases if self.sheet else []
        return next((base for base in bases if top <= base <= eye and base > 0), eye)

    def _follow(self) -> None:
        """Look where the reader is, and show the card of the notice that is there."""
        before, self._here = self.stored, self._find_here()
        if self.stored is not None and self.stored is not before:
            self.head.show_notice(self.stored)
            self.notice_changed.emit(self.stored)

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
            self.finding.forget_hits()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll and zoom the page from beside it too."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.page.wheelEvent(event)
        else:
            QApplication.sendEvent(self.page.verticalScrollBar(), event)
