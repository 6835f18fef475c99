"""The ends of the open mark: dragged by their handles, or moved by key, with a live preview."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPointingDevice

from desktop.panels.page_view import PageView
from desktop.reading.ends import moved, stepped
from desktop.reading.handles import REACH, REACH_OF_FINGERS
from storage.types import Mark

_SCROLL_EVERY, _SCROLL_BY = 40, 24
"""Milliseconds and pixels: how the page scrolls while an end is dragged over its edge."""


class MarkEnds(QObject):
    """Watches the page for the handles. Offsets are those of the page."""

    place_wanted = Signal(str, int, int, bool)  # uuid, start, end, whether it was done by key
    dragging_changed = Signal(bool)

    def __init__(self, page: PageView, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._mark: Mark | None = None
        self._held = ""
        self._put_back = False
        self._point = QPointF()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        page.viewport().installEventFilter(self)
        page.installEventFilter(self)
        page.viewport().setMouseTracking(True)

    def set_mark(self, mark: Mark | None) -> None:
        """The open mark, None where no end can be moved."""
        self._mark = mark if mark is not None and mark.kind == "highlight" else None
        self._page.painter.with_handles = self._mark is not None
        if self._held and self._mark is None:
            self._let_go()

    @property
    def dragging(self) -> bool:
        """Whether an end is held."""
        return bool(self._held)

    def step(self, which: str, step: int) -> None:
        """Move an end of the open mark by a character."""
        if self._mark is None or self._held:
            return
        span = self._page.painter.place_of(self._mark)
        limits = self._page.limits_of(self._mark)
        start, end = stepped(self._page.text, span, which, step, limits)
        if (start, end) != span:
            self._page.painter.preview(self._mark.uuid, start, end)
            self._page.repaint_marks()
            self.place_wanted.emit(self._mark.uuid, start, end, True)

    def forget_preview(self) -> None:
        """The library has answered: show every mark where it is."""
        if not self._held:
            self._page.painter.end_preview()
            self._page.repaint_marks()

    # ---- dragging

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take hold of a handle, drag it, let it go; Escape puts it back."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and watched is self._page.viewport():
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release()
        if isinstance(event, QKeyEvent) and self._held and kind == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._mark is None:
            return bool(self._held)
        self._held, self._put_back = self._handle_at(event), False
        if not self._held:
            return False
        self._point = event.position()
        self._page.setFocus(Qt.FocusReason.MouseFocusReason)
        self.dragging_changed.emit(True)
        return True

    def _release(self) -> bool:
        """The button that took hold of a handle is no click on the page."""
        ours = bool(self._held) or self._put_back
        self._put_back = False
        if self._held:
            self._finish()
        return ours

    def _handle_at(self, event: QMouseEvent) -> str:
        finger = event.pointerType() == QPointingDevice.PointerType.Finger
        point = self._page.page_point(event.position())
        return self._page.painter.handles.at(point, REACH_OF_FINGERS if finger else REACH)

    def _move(self, event: QMouseEvent) -> bool:
        if self._put_back:
            return True
        if not self._held:
            over = self._mark is not None and bool(self._handle_at(event))
            on_sign = self._page.painter.signs.at(self._page.page_point(event.position()))
            if over:
                self._page.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
            elif on_sign is not None:
                self._page.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            return False
        self._point = event.position()
        room = self._page.viewport().rect()
        if room.top() <= self._point.y() <= room.bottom():
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        self._follow()
        return True

    def _follow(self) -> None:
        """Show the mark with its held end under the pointer."""
        if self._mark is None:
            return
        to = self._page.offset_under(self._point)
        span = self._page.painter.place_of(self._mark)
        limits = self._page.limits_of(self._mark)
        start, end = moved(self._page.text, span, self._held, to, limits)
        if (start, end) != span:
            self._page.painter.preview(self._mark.uuid, start, end)
            self._page.repaint_marks()

    def _scroll(self) -> None:
        bar, above = self._page.verticalScrollBar(), self._point.y() < 0
        bar.setValue(bar.value() + (-_SCROLL_BY if above else _SCROLL_BY))
        self._follow()

    def _finish(self) -> None:
        """Ask for the place where the end was let go; the preview stays until it is saved."""
        self._scrolling.stop()
        self._held = ""
        mark = self._mark
        if mark is not None:
            span = self._page.painter.place_of(mark)
            if span != self._page.span_of(mark):
                self.place_wanted.emit(mark.uuid, *span, False)
        self.dragging_changed.emit(False)

    def _let_go(self) -> None:
        """Put the end back; the button is still down."""
        self._put_back = True
        self._scrolling.stop()
        self._held = ""
        self.forget_preview()
        self.dragging_changed.emit(False)
