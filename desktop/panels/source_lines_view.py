"""The numbered lines of a source: wrapped by arithmetic, painted where they are seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desktop.models.source_words import joined, repeated, why
from desktop.models.tips import plain_tip
from desktop.models.wrapped_lines import WrappedLines
from desktop.panels.source_lines_painter import Geometry, SourceLinesPainter
from desktop.theme import THEMES, Dress
from storage.types.proofreading import ProofSource

_LEADING = 1.5
_STEP_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(slots=True)
class Shown:
    """What is shown of the lines of a source beside their words.

    `in_hand` are the lines of the paragraph in hand, `current` the line that was chosen (0: none),
    `found` words on it that are set off; `own` are the lines of the documents on the page,
    `groups` for each line of a paragraph the first and last one of those it stands between,
    `joins` the lines that go on an earlier one, `doubts` those with a warning.
    """

    in_hand: Sequence[int] = ()
    current: int = 0
    found: str = ""
    own: Collection[int] = frozenset()
    groups: dict[int, tuple[int, int]] = field(default_factory=dict)
    joins: Collection[int] = frozenset()
    doubts: Collection[int] = frozenset()


class SourceLinesView(QAbstractScrollArea):
    """Shows a source; places are lines counted from 1, with the part of a line behind the point."""

    line_wanted = Signal(int)
    step_wanted = Signal(int)  # a paragraph on or back
    scrolled = Signal()  # by the user

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceLines")
        self.setAccessibleName(self.tr("Lines of the source"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.source: ProofSource | None = None
        self.shown = Shown()
        self._wrapped = WrappedLines((), 40)
        self._painter = SourceLinesPainter(THEMES["light"])
        self._quiet = False
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for some thirty characters."""
        return QSize(460, 400)

    # ---- what it shows

    def show_source(self, source: ProofSource | None) -> None:
        """Show another source, from its first line."""
        self.source, self.shown = source, Shown()
        self._wrap()
        self._set_bar(0)

    def show_lines(self, shown: Shown) -> None:
        """Show what is known of the lines."""
        self.shown = shown
        self.setAccessibleDescription(self._told(shown.in_hand))
        self.viewport().update()

    def set_text_font(self, font: QFont) -> None:
        """Set the lines in another font, at the same place."""
        if font == self._painter.font:
            return
        top = self.line_at(0)
        self._painter.font = font
        self._wrap()
        self.scroll_line(top, 0)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._painter.colours = dress.theme
        self.viewport().update()

    def _told(self, lines: Sequence[int]) -> str:
        source = self.source
        return "\n".join(source.lines[at - 1] for at in lines) if source is not None else ""

    # ---- places

    @property
    def row_height(self) -> float:
        """The pixels from one row to the next."""
        return round(QFontMetricsF(self._painter.font).height() * _LEADING)

    def line_at(self, y: float) -> float:
        """The line at a height of the viewport, 0 where nothing is shown."""
        return self._wrapped.line_at((y + self.verticalScrollBar().value()) / self.row_height)

    def height_of(self, line: float) -> float:
        """Where a line is in the viewport."""
        return self._wrapped.top(line) * self.row_height - self.verticalScrollBar().value()

    def scroll_line(self, line: float, y: float) -> None:
        """Bring a line to a height of the viewport, telling nobody."""
        self._set_bar(round(self._wrapped.top(line) * self.row_height - y))

    def reveal(self, first: int, last: int) -> None:
        """Bring lines into sight, a third below the top, where they are not."""
        top, bottom = self.height_of(first), self.height_of(last + 0.999)
        if top < 0 or bottom > self.viewport().height():
            self.scroll_line(first, self.viewport().height() * 0.3)

    def _set_bar(self, value: int) -> None:
        self._quiet = True
        self.verticalScrollBar().setValue(value)
        self._quiet = False
        self.viewport().update()

    def _bar_moved(self) -> None:
        self.viewport().update()
        if not self._quiet:
            self.scrolled.emit()

    # ---- laying out

    def _geometry(self) -> Geometry:
        lines = len(self.source.lines) if self.source is not None else 0
        return self._painter.geometry(self.viewport().width(), lines, self.row_height)

    def _wrap(self) -> None:
        lines = self.source.lines if self.source is not None else ()
        self._wrapped = WrappedLines(lines, self._geometry().characters)
        self._fit_bar()

    def _fit_bar(self) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        self._quiet = True
        bar.setPageStep(high)
        bar.setSingleStep(round(self.row_height))
        bar.setRange(0, max(round(self._wrapped.rows * self.row_height) - high // 3, 0))
        self._quiet = False
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap anew for another width; the line at the top stays there."""
        super().resizeEvent(event)
        if self._geometry().characters != self._wrapped.characters:
            top = self.line_at(0)
            self._wrap()
            self.scroll_line(top, 0)
        else:
            self._fit_bar()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the lines that are seen."""
        if self.source is None:
            return
        first, last = int(self.line_at(0)), int(self.line_at(self.viewport().height()))
        rows = [
            (line, self.height_of(line), self._wrapped.rows_of(line))
            for line in range(max(first, 1), last + 1)
        ]
        self._painter.paint(self.viewport(), rows, self.source, self.shown, self._geometry())

    # ---- mouse and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click asks for what came from the line."""
        line = self._line_under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and line:
            self.line_wanted.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down go from paragraph to paragraph; the rest scrolls."""
        step = _STEP_KEYS.get(Qt.Key(event.key()))
        bar = self.verticalScrollBar()
        if step is not None and not event.modifiers():
            self.step_wanted.emit(step)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say why a line is not shown where the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self._line_under(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), plain_tip(self.remark(line)), self)
            return True
        return super().viewportEvent(event)

    def remark(self, line: int) -> str:
        """What is to be said of a line, "" for nothing."""
        source = self.source
        if source is None:
            return ""
        if line in source.unshown:
            return why(source.unshown[line])
        if line in source.repeats:
            return repeated(source.repeats[line])
        return joined() if line in self.shown.joins else ""

    def _line_under(self, point: QPointF) -> int:
        line = int(self.line_at(point.y()))
        bottom = self.height_of(line + 0.999) if line else 0.0
        return line if QRectF(0, 0, self.width(), bottom + 2).contains(point) else 0
