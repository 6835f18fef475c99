"""The page: shows a sheet in its measure, with marks and hits under the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.models.tips import notes_tip, wrapped_tip
from desktop.panels.flowing_page import FlowingPage
from desktop.reading.look import Look
from desktop.reading.painter import PagePainter
from desktop.reading.sheet import Sheet
from storage.types import Mark

_NOTCH = 120
"""What a wheel turns from one notch to the next, in eighths of a degree."""


class PageView(FlowingPage):
    """A page that can be marked. Offsets are those of the sheet's text."""

    selection_settled = Signal()
    mark_pressed = Signal(list, QRect)  # list[Mark], where on this widget
    zoom_wanted = Signal(int)
    changed_marks = Signal()  # marks or hits
    caret_placed = Signal(int)  # offset; by the user

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Text of the document"))
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(0)
        self.caret_mode = False
        self._turned = 0
        self.painter = PagePainter(look.theme)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(180)
        self._settle.timeout.connect(self.selection_settled)
        self.selectionChanged.connect(self._selection_changed)

    def show_sheet(self, sheet: Sheet, look: Look, offset: int = 0, part: float = 0.0) -> None:
        """Show a page; its marks and hits come afterwards."""
        self.painter.colours = look.theme
        self.painter.set_page(self.positions, sheet)
        super().show_sheet(sheet, look, offset, part)

    def span_of(self, mark: Mark) -> tuple[int, int]:
        """Where a mark of one of the page's notices is, in offsets of the page."""
        return self.sheet.span_of(mark) if self.sheet else (mark.start, mark.end)

    def limits_of(self, mark: Mark) -> tuple[int, int]:
        """Where on the page the notice of a mark begins and ends."""
        if self.sheet is None:
            return 0, 0
        base = self.sheet.base(mark.notice)
        return base, base + len(self.sheet.at(base).notice.text)

    def caret_or_top(self) -> int:
        """The offset of the caret where that is in sight, else of the first character seen."""
        seen = self.viewport().rect().intersects(self.cursorRect())
        return self.positions.offset(self.textCursor().position()) if seen else self.top_offset()

    # ---- selection

    def selected_span(self) -> tuple[int, int] | None:
        """The offsets of the selected text, None where none is selected."""
        cursor = self.textCursor()
        if self.sheet is None or not cursor.hasSelection():
            return None
        return self.positions.span(cursor.selectionStart(), cursor.selectionEnd(), self.text)

    def select_span(self, start: int, end: int) -> None:
        """Select the characters start to end."""
        self.reach(start, end)
        cursor = self.textCursor()
        cursor.setPosition(self.positions.position(start))
        cursor.setPosition(self.positions.position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Take the selection away; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def set_caret_mode(self, on: bool) -> None:
        """Let the arrow keys move a caret, for selecting by keyboard, instead of scrolling."""
        self.caret_mode = on
        self.setCursorWidth(2 if on else 0)
        if on and not self.viewport().rect().intersects(self.cursorRect()):
            self.put_caret(self.top_offset())

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What Ctrl+C and dragging take along: the notice's own text, plain."""
        data = QMimeData()
        span = self.selected_span()
        data.setText(self.text[slice(*span)] if span else "")
        return data

    def _selection_changed(self) -> None:
        self._settle.start()

    # ---- painting and events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint marks and hits, then the text over them."""
        shift = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        painter.translate(0, -shift)
        # All of it, also where less is painted anew: the painter knows where signs and handles are.
        seen = QRectF(self.viewport().rect()).translated(0, shift)
        if self.sheet is not None:
            self.painter.paint(painter, self.document(), seen)
        painter.end()
        super().paintEvent(event)
        if self.painter.with_handles:
            painter.begin(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -shift)
            self.painter.paint_handles(painter)
            painter.end()

    def repaint_marks(self) -> None:
        """Show changed marks or hits."""
        self.viewport().update()
        self.changed_marks.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell which mark was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        self.caret_placed.emit(self.positions.offset(self.textCursor().position()))
        point = event.position()
        marks = self.marks_under(point)
        near = QRect(point.toPoint(), point.toPoint()).adjusted(-2, -12, 2, 14)
        self.mark_pressed.emit(marks, near.translated(self.viewport().pos()))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show a mark's note where the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = event.pos().toPointF()
            tips = (notes_tip(self.marks_under(point)), self.changed_tip(point))
            QToolTip.showText(event.globalPos(), "".join(tips), self)
            return True
        return super().viewportEvent(event)

    def changed_tip(self, point: QPointF) -> str:
        """What was recognised where words under a point were put by hand, "" elsewhere."""
        place = self.page_point(point)
        position = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        changed = (
            self.painter.changed.at(self.positions.offset(position)) if position >= 0 else None
        )
        if changed is None:
            return ""
        if not changed.before.strip():
            return wrapped_tip(self.tr("Put in by hand; nothing was recognised here."))
        told = self.tr("Corrected by hand. Recognised: {words}")
        return wrapped_tip(told.format(words=changed.before))

    def marks_under(self, point: QPointF) -> list[Mark]:
        """The marks under a point of the viewport, or the one whose note's sign is there."""
        page = self.page_point(point)
        beside = self.painter.signs.at(page)
        if beside is not None:
            return [beside]
        position = self.document().documentLayout().hitTest(page, Qt.HitTestAccuracy.ExactHit)
        return self.painter.marks_at(position) if position >= 0 else []

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll, or zoom with Ctrl; a touchpad turns a notch in many small steps."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _NOTCH)
            self._turned -= steps * _NOTCH
            if steps:
                self.zoom_wanted.emit(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space pages down as readers expect; the rest is Qt's."""
        bar = self.verticalScrollBar()
        plain = not self.caret_mode and not event.modifiers()
        if event.key() == Qt.Key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * int(bar.pageStep() * 0.9))
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            down = event.key() == Qt.Key.Key_Down
            bar.setValue(bar.value() + (3 if down else -3) * bar.singleStep())
        else:
            self._press(event)

    def _press(self, event: QKeyEvent) -> None:
        """Qt's keys; an arrow passes over a break that the page put into a title like nothing."""
        before = self.textCursor().position()
        super().keyPressEvent(event)
        after = self.textCursor().position()
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and after != before
        if sideways and self.positions.offset(after) == self.positions.offset(before):
            super().keyPressEvent(event)
        if self.caret_mode and after != before:
            self.caret_placed.emit(self.positions.offset(self.textCursor().position()))

    def frame(self, start: int, end: int, words: tuple[int, int] | None = None) -> None:
        """Set a paragraph off, and some `words` of it; with an empty stretch none."""
        framed = (start, end) if start < end else None
        if (framed, words) != (self.painter.framed, self.painter.pointed):
            self.painter.framed, self.painter.pointed = framed, words
            self.viewport().update()
