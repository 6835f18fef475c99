"""A narrow bar beside the page: where the reader is, and where marks, hits and parts are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.panels.outline_panel import page_outline
from desktop.panels.page_view import PageView
from desktop.reading.sheet import Sheet
from desktop.theme import THEMES, Dress, Theme

_WIDTH = 14
_NEAR = 4
"""Pixels around the mouse within which something counts as being there."""


class PlaceBar(QWidget):
    """Shows the whole of a page at once, in proportion to its text; a click goes there.

    What falls on the same pixel is painted once, so that thousands cost no more than some.
    """

    place_wanted = Signal(int)  # offset of the page

    def __init__(self, page: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._sheet: Sheet | None = None
        self._heads: list[tuple[int, str]] = []
        self._marks: dict[tuple[int, str], None] | None = None
        self._hits: set[int] = set()
        self.colours: Theme = THEMES["light"]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Where the marks and hits are"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        page.scrolled.connect(self.update)
        page.changed_marks.connect(self._look_again)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As narrow as a scroll bar."""
        return QSize(_WIDTH, 100)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another page."""
        if sheet is not self._sheet:
            self._sheet = sheet
            top = 1 if sheet.issue_id is not None else 0
            self._heads = [
                (one.offset, one.text) for one in page_outline(sheet) if one.level <= top
            ]
        self._look_again()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.colours = dress.theme
        self._look_again()

    def _look_again(self) -> None:
        self._marks = None
        self.update()

    # ---- where things are

    def _row(self, offset: int) -> int:
        length = len(self._page.text) or 1
        return min(int(offset / length * self.height()), self.height() - 1)

    def _offset(self, row: float) -> int:
        return int(max(0.0, min(row / max(self.height(), 1), 1.0)) * len(self._page.text))

    def _gather(self) -> dict[tuple[int, str], None]:
        """The rows and colours of the marks; those of the hits are kept beside them."""
        edges, painter = self.colours.mark_edges, self._page.painter
        self._hits = {self._row(start) for start, _ in painter.hits}
        self._marks = {
            (self._row(painter.place_of(mark)[0]), self._colour(mark.kind, mark.style)): None
            for mark in painter.marks
            if mark.kind == "bookmark" or mark.style in edges
        }
        return self._marks

    def _colour(self, kind: str, style: str) -> str:
        return self.colours.danger if kind == "bookmark" else self.colours.mark_edges[style]

    # ---- events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Everything stands elsewhere now."""
        super().resizeEvent(event)
        self._look_again()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, sight, heads, hits and marks."""
        painter, width = QPainter(self), self.width()
        painter.fillRect(self.rect(), QColor(self.colours.paper))
        if self._page.sheet is None:
            painter.end()
            return
        marks = self._gather() if self._marks is None else self._marks
        first, last = self._page.top_offset(), self._page.offset_at(1.0)
        high = max(self._row(last) - self._row(first), 8)
        painter.fillRect(QRectF(0, self._row(first), width, high), QColor(self.colours.selected))
        for offset, _ in self._heads:
            painter.fillRect(0, self._row(offset), width, 1, QColor(self.colours.rule))
        hit = QColor(self.colours.current_hit)
        for row in self._hits:
            painter.fillRect(width // 2 + 1, row, width // 2 - 2, 2, hit)
        for row, colour in marks:
            painter.fillRect(2, row, width // 2 - 1, 3, QColor(colour))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to what is near the mouse, else to the place itself."""
        if event.button() == Qt.MouseButton.LeftButton and self._page.sheet is not None:
            row = event.position().y()
            near = sorted(self._near(row, self._places()), key=lambda at: abs(self._row(at) - row))
            self.place_wanted.emit(near[0] if near else self._offset(row))

    def event(self, event: QEvent) -> bool:
        """Name what is near the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().y()), self)
            return True
        return super().event(event)

    def told_at(self, row: float) -> str:
        """What is near a height of the bar, in words."""
        painter = self._page.painter
        told = [text for offset, text in self._heads if abs(self._row(offset) - row) <= _NEAR]
        marks = len(self._near(row, (painter.place_of(one)[0] for one in painter.marks)))
        hits = len(self._near(row, (start for start, _ in painter.hits)))
        if marks:
            told.append(self.tr("Marks: {count}").format(count=marks))
        if hits:
            told.append(self.tr("Hits: {count}").format(count=hits))
        return "\n".join(told)

    def _places(self) -> list[int]:
        painter = self._page.painter
        return [
            *(offset for offset, _ in self._heads),
            *(painter.place_of(one)[0] for one in painter.marks),
            *(start for start, _ in painter.hits),
        ]

    def _near(self, row: float, offsets: Iterable[int]) -> list[int]:
        return [offset for offset in offsets if abs(self._row(offset) - row) <= _NEAR]
