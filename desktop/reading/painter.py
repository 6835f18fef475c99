"""Paints marks and hits under the text of a page, and knows what lies under a point of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextDocument

from desktop.reading.changed import ChangedPlaces
from desktop.reading.frames import paint_frame
from desktop.reading.handles import Handles
from desktop.reading.hitting import position_at
from desktop.reading.look import PAD
from desktop.reading.positions import Positions
from desktop.reading.sheet import Sheet
from desktop.reading.signs import Signs
from desktop.reading.strokes import Fill, Laid, Stroke, fills_of, laid, strokes_of
from desktop.theme import Theme
from storage.types import ChangedWords, Mark

Span = tuple[int, int]
_ROW = 400
"""Characters that may stand beside the last seen one: the other cells of its table row."""
_LANE = 0.08
"""How far a lane lies under the one above it, in parts of a mark's height."""


class PagePainter:
    """Holds what is painted on one page. Marks come with offsets of their notice, hits of the page.

    Where they are in the document is looked up when they are painted: a page that is still being
    set moves, and what is not seen costs nothing.
    """

    def __init__(self, colours: Theme) -> None:
        self.colours = colours
        self._sheet: Sheet | None = None
        self._positions = Positions()
        self._marks: list[Mark] = []
        self._laid: list[Laid] = []
        self._beside: list[Mark] = []
        self._preview: tuple[str, int, int] | None = None
        self.hits: list[Span] = []
        self._current = -1
        self.active_mark = ""
        self.with_handles = False
        self.framed: Span | None = None
        self.changed = ChangedPlaces()
        self.pointed: Span | None = None
        self.signs = Signs()
        self.handles = Handles()

    def set_page(self, positions: Positions, sheet: Sheet) -> None:
        """Begin with another page; marks and hits of the old one are gone."""
        self._positions, self._sheet = positions, sheet
        self.hits, self._current = [], -1
        self.framed = self.pointed = None
        self.active_mark, self._preview = "", None
        self.set_marks([])

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """The marks of the page; those without a place and those of the whole notice stay out."""
        sheet = self._sheet
        self._marks = [
            mark
            for mark in marks
            if sheet is not None and sheet.holds(mark.notice)
            if mark.state != "unplaced" and not mark.deleted and not mark.whole_notice
        ]
        self._arrange()

    def preview(self, uuid: str, start: int, end: int) -> None:
        """Show a mark at another place, as long as its end is dragged."""
        self._preview = (uuid, start, end)
        self._arrange()

    def end_preview(self) -> None:
        """Show every mark where it is."""
        if self._preview is not None:
            self._preview = None
            self._arrange()

    def place_of(self, mark: Mark) -> Span:
        """Where on the page a mark is shown: its place, or the one it is dragged to."""
        if self._preview is not None and self._preview[0] == mark.uuid:
            return self._preview[1], self._preview[2]
        return self._sheet.span_of(mark) if self._sheet else (mark.start, mark.end)

    def _arrange(self) -> None:
        highlights = (mark for mark in self._marks if mark.kind == "highlight")
        self._laid = laid((self.place_of(mark), mark) for mark in highlights)
        self._beside = [mark for mark in self._marks if mark.kind != "highlight"]

    def set_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """The places that were searched for; `current` is the index of the one the reader is at."""
        self.hits = list(spans)
        self._current = current

    @property
    def marks(self) -> list[Mark]:
        """The marks that are painted."""
        return list(self._marks)

    def marks_at(self, position: int) -> list[Mark]:
        """The highlights over a document position, the shortest first."""
        offset = self._positions.offset(position)
        over = [one.mark for one in self._laid if one.start <= offset < one.end]
        return sorted(over, key=_short_first)

    # ---- painting

    def paint(self, painter: QPainter, document: QTextDocument, seen: QRectF) -> None:
        """Paint what lies in the seen part of the page (page coordinates)."""
        first, last = seen_positions(document, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.signs.clear()
        self.handles.clear()
        offsets = self._positions.offset(first), self._positions.offset(last)
        if self.framed is not None:
            ranges = self._positions.ranges(*self.framed)
            paint_frame(painter, document, ranges, self.colours)
        if self.pointed is not None:
            self._paint_span(painter, document, self.pointed, self.colours.current_hit)
        strokes = strokes_of(self._laid, self._positions, offsets)
        for fill in fills_of(strokes):
            self._paint_fill(painter, document, fill)
        for stroke in strokes:
            self._paint_stroke(painter, document, stroke)
        for mark in self._beside:
            start, end = self.place_of(mark)
            if end > offsets[0] and start < offsets[1]:
                self._paint_beside(painter, document, mark)
        for words in self.changed.seen(*offsets):
            self._paint_changed(painter, document, words)
        self._paint_hits(painter, document, offsets)

    def _paint_changed(
        self, painter: QPainter, document: QTextDocument, words: ChangedWords
    ) -> None:
        """Paint a dotted line under words put by hand, a small wedge where some were deleted."""
        painter.setPen(QPen(QColor(self.colours.faint_ink), 1.3, Qt.PenStyle.DotLine))
        start, end = words.start, words.end
        for first, last in self._positions.ranges(start, max(end, start + 1)):
            for rectangle in line_rectangles(document, first, last):
                foot = rectangle.bottom() + 2
                if start < end:
                    left, right = QPointF(rectangle.left(), foot), QPointF(rectangle.right(), foot)
                    painter.drawLine(left, right)
                    continue
                painter.setPen(QPen(QColor(self.colours.faint_ink), 1.3))
                tip = QPointF(rectangle.left(), foot - 4)
                painter.drawLine(tip, tip + QPointF(-3, 5))
                painter.drawLine(tip, tip + QPointF(3, 5))

    def paint_handles(self, painter: QPainter) -> None:
        """Paint the handles of the open mark, over the text."""
        active = next((mark for mark in self._marks if mark.uuid == self.active_mark), None)
        if active is not None:
            self.handles.paint(painter, self._edge(active), QColor(self.colours.paper))

    def _paint_hits(self, painter: QPainter, document: QTextDocument, seen: Span) -> None:
        for at, (start, end) in enumerate(self.hits):
            if end > seen[0] and start <= seen[1]:
                name = self.colours.current_hit if at == self._current else self.colours.hit
                self._paint_span(painter, document, (start, end), name)

    def _paint_span(
        self, painter: QPainter, document: QTextDocument, span: Span, name: str
    ) -> None:
        for first, last in self._positions.ranges(*span):
            for rectangle in line_rectangles(document, first, last):
                painter.fillRect(rectangle.adjusted(-1, 0, 1, 0), QColor(name))

    def _edge(self, mark: Mark) -> QColor:
        if mark.kind == "bookmark":
            return QColor(self.colours.mark_edges["red"])
        return QColor(self.colours.mark_edges.get(mark.style, self.colours.accent))

    def _paint_fill(self, painter: QPainter, document: QTextDocument, fill: Fill) -> None:
        """Paint the colours over one another as bands, so that each of them is seen."""
        for rectangle in line_rectangles(document, fill.first, fill.last):
            height = rectangle.height() / len(fill.styles)
            for at, style in enumerate(fill.styles):
                top = rectangle.top() + at * height
                band = QRectF(rectangle.left(), top, rectangle.width(), height)
                painter.fillRect(band, QColor(self.colours.marks[style]))

    def _paint_stroke(self, painter: QPainter, document: QTextDocument, stroke: Stroke) -> None:
        mark, edge = stroke.mark, self._edge(stroke.mark)
        active = mark.uuid == self.active_mark
        thick = 2 if mark.style == "underline" or active else 1
        edge.setAlphaF(0.6 if thick < 2 and not stroke.lane else 1.0)
        rectangle = QRectF()
        for at, rectangle in enumerate(line_rectangles(document, stroke.first, stroke.last)):
            step = max(2, round(rectangle.height() * _LANE))
            foot = round(rectangle.bottom()) - thick + stroke.lane * step
            painter.fillRect(QRectF(rectangle.left(), foot, rectangle.width(), thick), edge)
            if active and self.with_handles and stroke.begins and at == 0:
                self.handles.place_start(rectangle)
        if stroke.ends:
            if active and self.with_handles:
                self.handles.place_end(rectangle)
            self.signs.paint_beside(painter, rectangle, document.textWidth(), mark, edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_beside(self, painter: QPainter, document: QTextDocument, mark: Mark) -> None:
        """Paint the sign of a paragraph's note or bookmark, and a line along a paragraph noted."""
        edge, ranges = self._edge(mark), self._positions.ranges(*self.place_of(mark))
        if not ranges:
            return
        begin, end = ranges[0][0], ranges[-1][1]
        first = next(line_rectangles(document, begin, begin + 1), QRectF())
        if mark.kind == "note":
            last = next(line_rectangles(document, end - 1, end), first)
            edge.setAlphaF(1.0 if mark.uuid == self.active_mark else 0.5)
            painter.setPen(QPen(edge, 2.2 if mark.uuid == self.active_mark else 1.4))
            left = PAD - 9.0
            painter.drawLine(QPointF(left, first.top()), QPointF(left, last.bottom()))
        self.signs.paint_before(painter, first, mark, edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def seen_positions(document: QTextDocument, seen: QRectF) -> Span:
    """The first and last document position in a part of the page."""
    first = position_at(document, QPointF(0, seen.top()))
    last = position_at(document, QPointF(seen.right(), seen.bottom()))
    return max(first - 1, 0), last + _ROW


def line_rectangles(document: QTextDocument, first: int, last: int) -> Iterator[QRectF]:
    """The rectangles, one a line, of a stretch of one paragraph or cell (page coordinates)."""
    block = document.findBlock(first)
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    begin, end = first - block.position(), last - block.position()
    fragments = block.begin()
    em = QFontMetricsF(fragments.fragment().charFormat().font()).horizontalAdvance("国")
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        start, stop = line.textStart(), line.textStart() + line.textLength()
        if stop <= begin or start >= end:
            continue
        left = _x(line.cursorToX(max(begin, start)))
        right = _x(line.cursorToX(min(end, stop)))
        if stop <= end and stop < block.length() - 1:
            right = max(right, line.x() + line.naturalTextWidth())
        base = line.y() + line.ascent()
        yield QRectF(left, base - em * 0.98, right - left, em * 1.2).translated(corner)


def _x(answer: object) -> float:
    """cursorToX gives the place alone or with the cursor it settled on."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _short_first(mark: Mark) -> tuple[int, int]:
    return mark.end - mark.start, mark.start
