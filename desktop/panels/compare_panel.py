"""Two notices beside each other: linked pages, what differs, and the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.panels.compared_side import ComparedSide
from desktop.panels.difference_bar import DifferenceBar
from desktop.panels.floating import tool_button
from desktop.reading.look import Look
from desktop.theme import Dress, Theme
from storage.types import Mark, StoredNotice
from storage.types.comparing import LEFT, RIGHT, Comparison, Difference

_LINE = 0.3
"""The part of the page's height at which both pages show the same."""
_HERE = 0.22
"""The part of the page's height at which a difference is shown that is gone to."""
_LITTLE = 0.15
"""Below this share of what both texts have in common, the reader is told so."""
Opened = tuple[StoredNotice, Sequence[Mark]]


class ComparePanel(QWidget):
    """Shows two notices and what differs. It emits requests; the window answers them."""

    closed = Signal()
    swap_wanted = Signal()
    zoom_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparePanel")
        self.comparison = Comparison()
        self.sides = ComparedSide(look, LEFT, self), ComparedSide(look, RIGHT, self)
        self.bar = DifferenceBar(self)
        self._at = -1
        self._active = RIGHT
        self._following = False
        self._lengths = (1, 1)
        self._build()
        self._connect()

    def _build(self) -> None:
        strip = QFrame(self)
        strip.setObjectName("headCard")
        row = QHBoxLayout(strip)
        row.setContentsMargins(14, 4, 8, 4)
        self.count = QLabel(strip)
        self.count.setObjectName("headTitle")
        self.legend = QLabel(strip)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setObjectName("caption")
        self.previous = tool_button(strip, self.tr("Previous difference (Shift+F8)"))
        self.next = tool_button(strip, self.tr("Next difference (F8)"))
        self.link = tool_button(strip, self.tr("Scroll both together"))
        self.link.setCheckable(True)
        self.link.setChecked(True)
        self.swap = tool_button(strip, self.tr("Swap the sides"))
        self.shut = tool_button(strip, self.tr("Back to reading (Esc)"))
        row.addWidget(self.count)
        row.addSpacing(14)
        row.addWidget(self.legend)
        row.addStretch(1)
        for button in (self.previous, self.next, self.link, self.swap, self.shut):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.sides[LEFT], 1)
        rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.VLine)
        rule.setObjectName("rule")
        pages.addWidget(rule)
        pages.addWidget(self.sides[RIGHT], 1)
        pages.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addLayout(pages, 1)

    def _connect(self) -> None:
        for at, side in enumerate(self.sides):
            side.page.scrolled.connect(partial(self._scrolled, at))
            side.page.zoom_wanted.connect(self.zoom_wanted)
        self.bar.chosen.connect(self.go_to)
        self.previous.clicked.connect(self.previous_difference)
        self.next.clicked.connect(self.next_difference)
        self.link.toggled.connect(self._linked)
        self.swap.clicked.connect(self.swap_wanted)
        self.shut.clicked.connect(self.closed)

    # ---- what is shown

    def show_notices(self, left: Opened, right: Opened, comparison: Comparison) -> None:
        """Show two notices and what differs between them."""
        self.comparison, self._at = comparison, -1
        texts = left[0].notice.text, right[0].notice.text
        self._lengths = len(texts[LEFT]) or 1, len(texts[RIGHT]) or 1
        self._active = RIGHT if comparison.amending is None else comparison.amending
        self.bar.set_parts([(*self._part(one), one.kind) for one in comparison.differences])
        self._tell()
        self._following = True
        for side, (stored, marks) in zip(self.sides, (left, right), strict=True):
            side.show_notice(stored, marks, comparison)
        self._following = False
        self._show_here()
        self._scrolled(self._active)

    def close_notices(self) -> None:
        """Show nothing any more."""
        for side in self.sides:
            side.close_notice()

    def uuids(self) -> tuple[str, str]:
        """The notices that are shown, left and right; "" where none is."""
        left, right = (side.stored.summary.uuid if side.stored else "" for side in self.sides)
        return left, right

    def set_look(self, look: Look) -> None:
        """Set both pages anew."""
        self._colour(look.theme)
        self._following = True
        for side in self.sides:
            side.set_look(look)
        self._following = False
        if all(self.uuids()):
            self._scrolled(self._active)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._colour(dress.theme)
        icons = ("up", "down", "link", "swap", "close")
        buttons = (self.previous, self.next, self.link, self.swap, self.shut)
        for button, name in zip(buttons, icons, strict=True):
            button.setIcon(dress.icon(name))

    def _colour(self, colours: Theme) -> None:
        self.bar.colours = colours
        self.bar.update()
        gone = f"background:{colours.removed}; text-decoration:line-through"
        new = f"background:{colours.added}; text-decoration:underline"
        told = ((gone, self.tr("removed")), (new, self.tr("added")))
        parts = [f'<span style="{style}">&nbsp;{word}&nbsp;</span>' for style, word in told]
        self.legend.setText("&nbsp;&nbsp;".join(parts))

    def _tell(self) -> None:
        count = len(self.comparison.differences)
        if self.comparison.amending is not None:
            whole, one = self.tr("{count} places amended"), self.tr("Amendment {at} of {count}")
        elif self.comparison.common < _LITTLE:
            whole = self.tr("Little in common: {count} differences")
            one = self.tr("Difference {at} of {count}")
        else:
            whole, one = self.tr("{count} differences"), self.tr("Difference {at} of {count}")
        none = self.tr("No difference but in blanks, widths and brackets")
        told = (one if self._at >= 0 else whole) if count else none
        self.count.setText(told.format(at=self._at + 1, count=count))
        self.previous.setEnabled(count > 0)
        self.next.setEnabled(count > 0)

    # ---- scrolling

    def _scrolled(self, side: int) -> None:
        """Bring what the other page has for the line that is read to the same height."""
        if self._following:
            return
        self._active = side
        if self.link.isChecked():
            self._follow(side)
        self._show_sight()

    def _follow(self, side: int) -> None:
        page, other = self.sides[side].page, self.sides[1 - side].page
        offset = page.offset_at(_LINE)
        place = self.comparison.counterpart(side, offset)
        if place is None:
            return
        self._following = True
        height = page.rectangle(offset).top()
        other.scroll_to(place, height / max(other.viewport().height(), 1))
        bar = other.verticalScrollBar()
        bar.setValue(bar.value() + other.rectangle(place).top() - height)
        self._following = False

    def _linked(self, on: bool) -> None:
        if on:
            self._scrolled(self._active)

    def _show_sight(self) -> None:
        first, last = ([side.page.offset_at(part) for side in self.sides] for part in (0.0, 1.0))
        self.bar.set_seen(self._share(*first), self._share(*last))

    def _share(self, left: int, right: int) -> float:
        """How far from the beginning a place of both texts is, 0 to 1."""
        if self.comparison.amending is not None:
            amended = 1 - self.comparison.amending
            return (left, right)[amended] / self._lengths[amended]
        return (left + right) / sum(self._lengths)

    # ---- from difference to difference

    def _part(self, one: Difference) -> tuple[float, float]:
        return self._share(one.left[0], one.right[0]), self._share(one.left[1], one.right[1])

    def next_difference(self) -> None:
        """Go to the next difference."""
        self._step(1)

    def previous_difference(self) -> None:
        """Go to the difference before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        found = self.comparison.differences
        if not found:
            return
        if self._at >= 0 and self._in_sight(found[self._at]):
            wanted = self._at + step
        else:
            side = self._active
            starts = [one.span(side)[0] for one in found]
            here = self.sides[side].page.top_offset()
            wanted = bisect_left(starts, here) if step > 0 else bisect_right(starts, here) - 1
        self.go_to(max(0, min(wanted, len(found) - 1)))

    def show_place(self, uuid: str, offset: int) -> None:
        """Bring a place of one of the notices to the top, as the outline asks for it."""
        for side, shown in zip(self.sides, self.uuids(), strict=True):
            if shown == uuid:
                side.page.scroll_to(offset, 0.06)

    def _in_sight(self, one: Difference) -> bool:
        return any(side.page.shows(one.span(at)[0]) for at, side in enumerate(self.sides))

    def go_to(self, at: int) -> None:
        """Go to a difference of an index: both pages show it at the same height."""
        self._at = at
        one = self.comparison.differences[at]
        self._following = True
        for side, shown in enumerate(self.sides):
            shown.page.scroll_to(one.span(side)[0], _HERE)
        self._following = False
        self._tell()
        self._show_here()
        self._show_sight()

    def _show_here(self) -> None:
        here = self.comparison.differences[self._at] if self._at >= 0 else None
        for at, side in enumerate(self.sides):
            side.show_here(here.span(at) if here else None)
        self.bar.set_at(self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape takes a selection away, then goes back to reading."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        selected = [side.page for side in self.sides if side.page.textCursor().hasSelection()]
        for page in selected:
            page.clear_selection()
        if not selected:
            self.closed.emit()
