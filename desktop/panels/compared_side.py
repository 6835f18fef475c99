"""One side of a comparison: a short head and the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.panels.few_lines import FewLines
from desktop.panels.head_card import told_title
from desktop.panels.page_view import PageView
from desktop.reading.differences import DifferencePainter, Differences
from desktop.reading.look import Look
from desktop.reading.sheet import Sheet
from storage.citations import issue_label
from storage.types import Mark, StoredNotice
from storage.types.comparing import Comparison


class ComparedSide(QWidget):
    """Shows one notice of two, with its marks and what differs; it is only read."""

    def __init__(self, look: Look, side: int, parent: QWidget | None = None) -> None:
        """`side` is LEFT or RIGHT."""
        super().__init__(parent)
        self.stored: StoredNotice | None = None
        self._side = side
        self._look = look
        self._marks: Sequence[Mark] = ()
        self.title, self.details = FewLines(1, self), FewLines(1, self)
        self.page = PageView(look, self)
        self.painter = DifferencePainter(look.theme)
        self.page.painter = self.painter
        self._build()

    def _build(self) -> None:
        head = QFrame(self)
        head.setObjectName("headCard")
        self.title.setObjectName("headTitle")
        self.details.setObjectName("headDetails")
        lines = QVBoxLayout(head)
        lines.setContentsMargins(18, 6, 18, 6)
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.page, 1)

    def show_notice(
        self, stored: StoredNotice, marks: Sequence[Mark], comparison: Comparison
    ) -> None:
        """Show a notice from its beginning, or, where it is the same one, where it was."""
        same = self.stored is not None and self.stored.summary.uuid == stored.summary.uuid
        place = self.page.top_offset() if same else 0
        self.stored, self._marks = stored, marks
        summary = stored.summary
        source = issue_label(summary.issue) if summary.is_issue else self.tr("Single document")
        self.title.show_parts([told_title(stored.notice)])
        self.details.show_parts([summary.number or "", summary.date or "", source])
        self.page.setAccessibleDescription(self.title.text())
        self.painter.differences = Differences(comparison, self._side)
        self._set_page(place)

    def _set_page(self, place: int) -> None:
        if self.stored is not None:
            self.page.show_sheet(Sheet([self.stored]), self._look, place)
            self.painter.set_marks(self._marks)

    def close_notice(self) -> None:
        """Show nothing any more."""
        self.page.close_sheet()
        self.stored = None

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show the notice's marks as they are now."""
        self._marks = marks
        self.painter.set_marks(marks)
        self.page.repaint_marks()

    def set_look(self, look: Look) -> None:
        """Set the page anew, at the place where it is read."""
        if look != self._look:
            self._look = look
            self._set_page(self.page.top_offset())

    def show_here(self, span: tuple[int, int] | None) -> None:
        """Show the difference that the reader is at."""
        self.painter.here = span
        self.page.repaint_marks()
