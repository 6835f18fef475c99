"""Links on a page: lines of a list of attachments, and the heads of the printed parts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextBlock, QTextCursor

from desktop.panels.page_view import PageView
from storage.types import Mark


class PageLinks(QObject):
    """Tells which link of a page was followed, by a click or by Enter on its line."""

    followed = Signal(int)  # the offset of the page that it leads to

    def __init__(self, page: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        page.mark_pressed.connect(self._pressed)
        page.installEventFilter(self)
        page.viewport().setMouseTracking(True)
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Show a hand over links; follow the one at the caret by Enter."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            if not event.buttons():
                self._show_hand(event.position().toPoint())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._follow(link_in(self._page.textCursor().block()))
        return super().eventFilter(watched, event)

    def _show_hand(self, point: QPoint) -> None:
        hand = bool(self._page.anchorAt(point))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor
        if self._page.viewport().cursor().shape() != shape:
            self._page.viewport().setCursor(shape)

    def _pressed(self, marks: list[Mark], near: QRect) -> None:
        """A click that is on no mark may be on a link."""
        if not marks:
            point = near.center() - self._page.viewport().pos()
            self._follow(self._page.anchorAt(point))

    def _follow(self, link: str) -> bool:
        if not link.startswith("#"):
            return False
        self.followed.emit(int(link[1:]))
        return True


def link_in(block: QTextBlock) -> str:
    """Where a paragraph leads, "" where nowhere: a link begins with its first character."""
    if block.length() < 2:
        return ""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return cursor.charFormat().anchorHref()
