"""A page of text that is there at once: set from the wanted place outwards, the rest meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.reading.document import Typesetter
from desktop.reading.hitting import position_at
from desktop.reading.look import PAD, Look
from desktop.reading.positions import Positions
from desktop.reading.sheet import Sheet
from desktop.reading.slices import SLICE, SlicedSetter
from desktop.reading.tables import wanted_measure

_ABOVE, _BELOW = 0.5, 1.6
"""Heights of the window that are set at once above and below the top of what is shown."""
_REFIT = 80
"""Milliseconds from one new setting to the next while the edge of the window is dragged."""


class FlowingPage(QTextEdit):
    """A read-only page and the way to its places. Offsets are those of the sheet's text.

    A place that is not yet set is set first when it is gone to, and the rest from there.
    """

    scrolled = Signal()
    settled = Signal()  # all of the page is set

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # The page is fitted by us: Qt would lay all of it out anew at each step of the edge.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.sheet: Sheet | None = None
        self.positions = Positions()
        self._look = self._fitted = look
        self._wanted = 0.0
        self._setter = Typesetter((), look, self.positions)
        self._slices = SlicedSetter(self._hold, self)
        self._slices.finished.connect(self._finished)
        self._refitting = QTimer(self)
        self._refitting.setSingleShot(True)
        self._refitting.setInterval(_REFIT)
        self._refitting.timeout.connect(self._refit)
        self._quiet = False
        self._shift = 0.0
        self._all_selected = False
        self._top: int | None = 0
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        self.selectionChanged.connect(self._selection_moved)

    # ---- the page

    @property
    def text(self) -> str:
        """The text of the page."""
        return self.sheet.text if self.sheet else ""

    @property
    def busy(self) -> bool:
        """Whether a part of the page is still to be set."""
        return self._slices.busy

    def show_sheet(self, sheet: Sheet, look: Look, offset: int = 0, part: float = 0.0) -> None:
        """Show a page, an offset at the top or `part` of the height (0 to 1) below it."""
        if sheet is not self.sheet:
            self._wanted = max(wanted_measure(one.notice.blocks) for one in sheet.notices)
        self.sheet, self._look = sheet, look
        self._begin(offset, part)

    def close_sheet(self) -> None:
        """Set nothing any more."""
        self._slices.stop()
        self._refitting.stop()
        self.sheet = None

    def _begin(self, offset: int, part: float) -> None:
        """Set the page anew from an offset; what is seen is there when this returns."""
        if self.sheet is None:
            return
        self._slices.stop()
        self._quiet, self._shift, self._all_selected = True, 0.0, False
        self._fitted = self._look.fitting(self._room(), self._wanted)
        before, notices = self._setter.document, [one.notice for one in self.sheet.notices]
        self._setter = Typesetter(notices, self._fitted, self.positions)
        self._fit()
        self._put_document()
        before.deleteLater()
        screen = self.viewport().height() / (self._fitted.em() * self._fitted.spacing)
        self._setter.begin(offset, screen * (part + _ABOVE), screen * (_BELOW - part))
        self._fill(offset, part)
        self._quiet, self._top = False, None
        self._slices.start(self._setter)

    def _put_document(self) -> None:
        caret = self.cursorWidth()
        self._setter.document.setParent(self)
        self.setDocument(self._setter.document)
        self.setCursorWidth(caret)  # Qt keeps it with the document
        self.setLineWrapColumnOrWidth(self._page_width())

    def _fill(self, offset: int, part: float) -> None:
        """Scroll to an offset; set more where the lines were fewer than thought."""
        setter, bar = self._setter, self.verticalScrollBar()
        while setter.has_below and self._wanted_top(offset, part) > bar.maximum():
            setter.grow_below(SLICE)
        while setter.has_above and self._wanted_top(offset, part) < 0:
            setter.grow_above(SLICE)
        bar.setValue(self._wanted_top(offset, part))

    def _hold(self, grow: Callable[[], None]) -> None:
        """Let the page grow; what is seen stays where it is."""
        top, bar = self.top_offset(), self.verticalScrollBar()
        self._quiet = True
        before = self._line_top(top)
        grow()
        self._shift += self._line_top(top) - before
        step = round(self._shift)
        self._shift -= step
        bar.setValue(bar.value() + step)
        self._quiet = False

    def _finished(self) -> None:
        if self._all_selected:
            super().selectAll()
            self._all_selected = False
        self.settled.emit()

    # ---- its width

    def _room(self) -> int:
        """The pixels that a line can have at most."""
        return self._width() - 2 * PAD

    def _width(self) -> int:
        return self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()

    def _page_width(self) -> int:
        room = self._width()
        wanted = self._fitted.text_width()
        return min(wanted + 2 * PAD, room) if wanted else room

    def _fit(self) -> None:
        """Centre the measure by margins: a wider window then lays nothing out anew."""
        spare = max(self._width() - self._page_width(), 0)
        self.setViewportMargins(spare // 2, 0, spare - spare // 2, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the measure; a page that no longer fits is soon set anew, at its place."""
        self._fit()
        super().resizeEvent(event)
        if self.sheet is not None and not self._refitting.isActive():
            self._refitting.start()

    def _refit(self) -> None:
        if self.sheet is None or not self.isVisible():
            return
        fitted = self._look.fitting(self._room(), self._wanted)
        if fitted != self._fitted or self._page_width() != self.lineWrapColumnOrWidth():
            self._jump(self.top_offset(), 0.0)

    # ---- where the reader is

    def top_offset(self) -> int:
        """The offset of the first character that is seen."""
        if self._top is None:
            self._top = self.offset_under(QPointF(PAD + 2, 4))
        return self._top

    def top_part(self) -> float:
        """At which part of the height the line of the first character stands: 0, or less."""
        above = self._line_top(self.top_offset()) - self.verticalScrollBar().value()
        return above / max(self.viewport().height(), 1)

    def caret(self) -> int:
        """The offset of the caret."""
        return self.positions.offset(self.textCursor().position())

    def offset_at(self, part: float) -> int:
        """The offset of the character that stands at a part of the height, 0 to 1."""
        return self.offset_under(QPointF(PAD + 2, int(self.viewport().height() * part)))

    def page_point(self, point: QPointF) -> QPointF:
        """A point of the viewport in page coordinates."""
        return point + QPointF(0, self.verticalScrollBar().value())

    def offset_under(self, point: QPointF) -> int:
        """The offset of the page that is next to a point of the viewport."""
        return self.positions.offset(position_at(self.document(), self.page_point(point)))

    def _bar_moved(self) -> None:
        if not self._quiet:
            self._top = None
            self.scrolled.emit()

    def scroll_to(self, offset: int, part: float = 0.0) -> None:
        """Bring an offset to the top, or `part` of the height (0 to 1) below it."""
        setter, bar = self._setter, self.verticalScrollBar()
        if not setter.covers(offset):
            self._jump(offset, part)
            return
        top = self._wanted_top(offset, part)
        if (setter.has_above and top < 0) or (setter.has_below and top > bar.maximum()):
            self._jump(offset, part)
        else:
            bar.setValue(top)

    def reach(self, start: int, end: int) -> None:
        """Have a stretch of the page set."""
        if not self._setter.covers(start):
            self._jump(start, 0.3)
        while not self._setter.covers(end):
            self._setter.grow_below(SLICE)

    def go_to(self, start: int, end: int) -> None:
        """Bring a place into sight, a third below the top, and put the caret there."""
        if not self.shows(start) or not self.shows(max(end - 1, start)):
            self.scroll_to(start, 0.3)
        self.put_caret(start)

    def shows(self, offset: int) -> bool:
        """Whether an offset is comfortably in sight."""
        if not self._setter.covers(offset):
            return False
        place = self.cursorRect(self._cursor(offset))
        return self.viewport().rect().adjusted(0, 30, 0, -60).contains(place.topLeft())

    def height_of(self, offset: int) -> float | None:
        """Where the line of an offset is in the viewport; None where it is not yet set."""
        if not self._setter.covers(offset):
            return None
        return self._line_top(offset) - self.verticalScrollBar().value()

    def rectangle(self, offset: int) -> QRect:
        """Where a character is on this widget."""
        return self.cursorRect(self._cursor(offset)).translated(self.viewport().pos())

    def put_caret(self, offset: int) -> None:
        """Put the caret to an offset without scrolling there."""
        bar = self.verticalScrollBar()
        height = bar.value()
        self.setTextCursor(self._cursor(offset))
        bar.setValue(height)

    def _jump(self, offset: int, part: float) -> None:
        self._begin(offset, part)
        self.scrolled.emit()

    def _cursor(self, offset: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.position(offset))
        return cursor

    def _wanted_top(self, offset: int, part: float) -> int:
        """What the scroll bar shows when an offset stands at a part of the height."""
        if offset <= 0 and not self._setter.has_above:
            return 0
        return round(self._line_top(offset) - part * self.viewport().height())

    def _line_top(self, offset: int) -> float:
        """How far below the top of the document the line of an offset is."""
        position = self.positions.position(offset)
        block = self.document().findBlock(position)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return top + (line.y() if line.isValid() else 0)

    # ---- all of it

    def selectAll(self) -> None:  # noqa: N802
        """Select all, also what is still to be set."""
        super().selectAll()
        self._all_selected = self.busy

    def _selection_moved(self) -> None:
        if not self._quiet:
            self._all_selected = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Select all and go to both ends, also of a page that is still being set."""
        key = QKeySequence.StandardKey
        if event.matches(key.SelectAll):
            self.selectAll()
        elif self.busy and event.matches(key.MoveToStartOfDocument):
            self.scroll_to(0)
            self.put_caret(0)
        elif self.busy and event.matches(key.MoveToEndOfDocument):
            self.scroll_to(len(self.text))
            self.put_caret(len(self.text))
        else:
            super().keyPressEvent(event)
