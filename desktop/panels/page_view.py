"""The page: shows a typeset notice in its measure, with marks and hits under the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.models.tips import notes_tip
from desktop.reading.document import Typesetter
from desktop.reading.hitting import position_at
from desktop.reading.look import PAD, Look
from desktop.reading.painter import PagePainter
from desktop.reading.positions import Positions
from desktop.reading.sheet import Sheet
from storage.types import Mark


class PageView(QTextEdit):
    """A read-only page. Offsets are those of the sheet's text."""

    selection_settled = Signal()
    mark_pressed = Signal(list, QRect)  # list[Mark], where on this widget
    scrolled = Signal()
    zoom_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Text of the document"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCursorWidth(0)
        self.caret_mode = False
        self.painter = PagePainter(look.theme)
        self.positions = Positions()
        self._look = look
        self._sheet: Sheet | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(180)
        self._settle.timeout.connect(self.selection_settled)
        self.selectionChanged.connect(self._selection_changed)
        self._top: int | None = 0
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)

    # ---- the page

    def show_page(self, setter: Typesetter, sheet: Sheet, look: Look) -> None:
        """Show a finished page; Qt deletes the one before, which was ours."""
        self._look, self._sheet = look, sheet
        self.positions = setter.positions
        self.painter.colours = look.theme
        self.painter.set_page(setter.positions, sheet)
        setter.document.setParent(self)
        self._top = 0  # known: to ask a new page would lay all of it out
        self._fit()
        self.setDocument(setter.document)
        self._top = 0

    def span_of(self, mark: Mark) -> tuple[int, int]:
        """Where a mark of one of the page's notices is, in offsets of the page."""
        return self._sheet.span_of(mark) if self._sheet else (mark.start, mark.end)

    def limits_of(self, mark: Mark) -> tuple[int, int]:
        """Where on the page the notice of a mark begins and ends."""
        if self._sheet is None:
            return 0, 0
        base = self._sheet.base(mark.notice)
        return base, base + len(self._sheet.at(base).notice.text)

    @property
    def text(self) -> str:
        """The text of the page."""
        return self._sheet.text if self._sheet else ""

    def room(self, width: int) -> int:
        """The pixels a line can have at most on a page so wide; its own width comes later."""
        return width - self.verticalScrollBar().sizeHint().width() - 2 * PAD

    def _fit(self) -> None:
        """Centre the measure by margins: a wider window then lays nothing out anew."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        wanted = self._look.text_width()
        spare = room - wanted - 2 * PAD if wanted else 0
        side = max(spare // 2, 0)
        self.setViewportMargins(side, 0, max(spare - side, 0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the measure and the place."""
        top = self.top_offset() if self.text else 0
        self._fit()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self.text:
            self.scroll_to(top)

    # ---- where the reader is

    def top_offset(self) -> int:
        """The offset of the first character that is seen."""
        if self._top is None:
            self._top = self.offset_under(QPointF(PAD + 2, 4))
        return self._top

    def _bar_moved(self) -> None:
        self._top = None
        self.scrolled.emit()

    def offset_at(self, part: float) -> int:
        """The offset of the character that stands at a part of the height, 0 to 1."""
        height = int(self.viewport().height() * part)
        return self.offset_under(QPointF(PAD + 2, height))

    def scroll_to(self, offset: int, part: float = 0.0) -> None:
        """Bring an offset to the top, or `part` of the height (0 to 1) below it."""
        block = self.document().findBlock(self.positions.position(offset))
        layout = self.document().documentLayout()
        corner = layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(
            self.positions.position(offset) - block.position()
        )
        top = corner.top() + (line.y() if line.isValid() else 0)
        if offset <= 0:
            top = 0
        self.verticalScrollBar().setValue(int(top - part * self.viewport().height()))

    def go_to(self, start: int, end: int) -> None:
        """Bring a place into sight, a third below the top, and put the caret there."""
        self.put_caret(start)
        if not self.shows(start) or not self.shows(max(end - 1, start)):
            self.scroll_to(start, 0.3)

    def shows(self, offset: int) -> bool:
        """Whether an offset is comfortably in sight."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.position(offset))
        place = self.cursorRect(cursor)
        return self.viewport().rect().adjusted(0, 30, 0, -60).contains(place.topLeft())

    def rectangle(self, offset: int) -> QRect:
        """Where a character is on this widget."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.position(offset))
        return self.cursorRect(cursor).translated(self.viewport().pos())

    # ---- selection

    def selected_span(self) -> tuple[int, int] | None:
        """The offsets of the selected text, None where none is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.positions.span(cursor.selectionStart(), cursor.selectionEnd(), self.text)

    def select_span(self, start: int, end: int) -> None:
        """Select the characters start to end."""
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

    def put_caret(self, offset: int) -> None:
        """Put the caret to an offset without scrolling there."""
        bar = self.verticalScrollBar()
        height = bar.value()
        cursor = self.textCursor()
        cursor.setPosition(self.positions.position(offset))
        self.setTextCursor(cursor)
        bar.setValue(height)

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
        if self.text:
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell which mark was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        point = event.position()
        marks = self._marks_under(point)
        near = QRect(point.toPoint(), point.toPoint()).adjusted(-2, -12, 2, 14)
        self.mark_pressed.emit(marks, near.translated(self.viewport().pos()))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show a mark's note where the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            marks = self._marks_under(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), notes_tip(marks), self)
            return True
        return super().viewportEvent(event)

    def page_point(self, point: QPointF) -> QPointF:
        """A point of the viewport in page coordinates."""
        return point + QPointF(0, self.verticalScrollBar().value())

    def offset_under(self, point: QPointF) -> int:
        """The offset of the page that is next to a point of the viewport."""
        return self.positions.offset(position_at(self.document(), self.page_point(point)))

    def _marks_under(self, point: QPointF) -> list[Mark]:
        """The marks under a point of the viewport, or the one whose note's sign is there."""
        page = self.page_point(point)
        beside = self.painter.signs.at(page)
        if beside is not None:
            return [beside]
        position = self.document().documentLayout().hitTest(page, Qt.HitTestAccuracy.ExactHit)
        return self.painter.marks_at(position) if position >= 0 else []

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
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
