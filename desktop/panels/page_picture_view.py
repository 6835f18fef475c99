"""A page of the source as a picture: fitted to the width or larger, the place in hand framed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.theme import THEMES, Dress, Theme
from storage.types.proofreading import PagePicture, PageRectangle

ZOOMS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
"""How much wider than the view a page may be."""
_KEPT = 6
_A4 = 1.414
_MARGIN = 10
_SETTLE = 120
"""Milliseconds after which a page is rendered for another width."""
_NOTCH = 120


class PagePictureView(QAbstractScrollArea):
    """Shows one page; asks for pictures and for other pages."""

    picture_wanted = Signal(int, int)  # page, width in pixels of the screen
    page_wanted = Signal(int)
    step_wanted = Signal(int)  # a paragraph on or back
    place_wanted = Signal(float, float)  # across and down, in parts of the page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagePicture")
        self.setAccessibleName(self.tr("The page of the source"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.page, self.pages = 0, 0
        self.zoom = 1.0
        self.frames: list[PageRectangle] = []
        self.hint = ""
        self._images: OrderedDict[int, tuple[int, QImage, bytes]] = OrderedDict()
        self._colours: Theme = THEMES["light"]
        self._turned = 0
        self._to_frames = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._ask)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a page in its usual size."""
        return QSize(460, 640)

    # ---- what it shows

    def clear(self) -> None:
        """Forget a source."""
        self._settle.stop()
        self.page, self.pages, self.frames, self.hint = 0, 0, [], ""
        self._images.clear()
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Show a page; its picture is asked for where it is not there."""
        if page != self.page:
            self.page, self.frames, self.hint = page, [], ""
            self._fit_bars()
            self.verticalScrollBar().setValue(0)
            self._ask()
        self.viewport().update()

    def take_picture(self, picture: PagePicture) -> None:
        """Show a picture that was asked for."""
        wanted = QImage.Format.Format_RGB32
        size = picture.width, picture.height
        image = QImage(picture.data, *size, picture.stride, wanted)
        # Qt does not copy the bytes: they are kept beside it.
        self._images[picture.page] = self._width(), image, picture.data
        self._images.move_to_end(picture.page)
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.pages = picture.pages
        if picture.page == self.page:
            self.hint = ""
            self._fit_bars()
            self._reveal()
            self.viewport().update()

    def show_hint(self, told: str) -> None:
        """Say why there is no picture."""
        self.hint = told
        self.viewport().update()

    def show_frames(self, frames: Sequence[PageRectangle]) -> None:
        """Frame places of the page, and bring them into sight."""
        self.frames = list(frames)
        self._to_frames = True
        self._reveal()
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show the page so many times as wide as the view; what is in the middle stays there."""
        bar = self.verticalScrollBar()
        part = (bar.value() + self.viewport().height() / 2) / max(self._size().height(), 1)
        self.zoom = zoom
        self._fit_bars()
        bar.setValue(round(part * self._size().height() - self.viewport().height() / 2))
        self._to_frames = bool(self.frames)
        self._reveal()
        self._settle.start()
        self.viewport().update()

    def zoom_step(self, by: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        at = min(range(len(ZOOMS)), key=lambda one: abs(ZOOMS[one] - self.zoom)) + by
        self.set_zoom(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._colours = dress.theme
        self.viewport().update()

    # ---- sizes

    def _width(self) -> int:
        """The pixels of the screen that a picture of the page needs."""
        return round(self._size().width() * self.devicePixelRatioF())

    def _size(self) -> QSize:
        """The page's size on this widget."""
        width = max(round((self.viewport().width() - 2 * _MARGIN) * self.zoom), 40)
        known = self._images.get(self.page)
        image = known[1] if known else None
        ratio = image.height() / max(image.width(), 1) if image is not None else _A4
        return QSize(width, max(round(width * ratio), 40))

    def _ask(self) -> None:
        wanted = self.page, self._width()
        known = self._images.get(self.page)
        if self.page and self.isVisible() and (known is None or known[0] != wanted[1]):
            self.picture_wanted.emit(*wanted)

    def _fit_bars(self) -> None:
        size, room = self._size(), self.viewport().size()
        for bar, long, short in (
            (self.verticalScrollBar(), size.height() + 2 * _MARGIN, room.height()),
            (self.horizontalScrollBar(), size.width() + 2 * _MARGIN, room.width()),
        ):
            bar.setPageStep(short)
            bar.setSingleStep(40)
            bar.setRange(0, max(long - short, 0))

    def _reveal(self) -> None:
        """Bring the frames into sight once the page's shape is known."""
        if not (self._to_frames and self.frames and self.page in self._images):
            return
        self._to_frames = False
        size, room = self._size(), self.viewport().size()
        left, top = min(one[0] for one in self.frames), min(one[1] for one in self.frames)
        right, bottom = max(one[2] for one in self.frames), max(one[3] for one in self.frames)
        for bar, first, last, long, short in (
            (self.verticalScrollBar(), top, bottom, size.height(), room.height()),
            (self.horizontalScrollBar(), left, right, size.width(), room.width()),
        ):
            start, end = first * long + _MARGIN - 24, last * long + _MARGIN + 24
            if start < bar.value() or end > bar.value() + short:
                spare = max(short - (end - start), 0)
                bar.setValue(round(start - spare / 3))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Ask for what was not wanted while it was hidden."""
        super().showEvent(event)
        self._settle.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Ask for nothing that is not seen."""
        super().hideEvent(event)
        self._settle.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the page to another width; a sharp picture comes soon after."""
        super().resizeEvent(event)
        self._fit_bars()
        self._settle.start()

    # ---- painting

    def _corner(self) -> QPointF:
        size, room = self._size(), self.viewport().size()
        left = max((room.width() - size.width()) / 2, _MARGIN) - self.horizontalScrollBar().value()
        return QPointF(left, _MARGIN - self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the page, a little dimmed in a dark window, and the frames."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._colours.window))
        if not self.page:
            return
        sheet = QRectF(self._corner(), self._size())
        paper = "#d2d0ca" if self._colours.dark else self._colours.paper
        painter.fillRect(sheet, QColor(paper))
        known = self._images.get(self.page)
        if known is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(sheet, known[1])
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(QColor(self._colours.line), 1))
        painter.drawRect(sheet)
        self._paint_frames(painter, sheet)
        told = self.hint or ("" if known is not None else "…")
        if told:
            painter.setPen(QColor("#555555"))
            room = QRectF(sheet.left() + 20, max(sheet.top(), 0) + 40, sheet.width() - 40, 200)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, told)

    def _paint_frames(self, painter: QPainter, sheet: QRectF) -> None:
        """One outline around the rows of a paragraph."""
        outline = QPainterPath()
        for left, top, right, bottom in self.frames:
            room = QRectF(
                sheet.left() + left * sheet.width(),
                sheet.top() + top * sheet.height(),
                (right - left) * sheet.width(),
                (bottom - top) * sheet.height(),
            )
            gap = room.height() * 0.1
            path = QPainterPath()
            path.addRect(room.adjusted(-4, -gap, 4, gap))
            outline = outline.united(path)
        accent = QColor("#245a8d")
        fill = QColor(accent)
        fill.setAlpha(30)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        painter.setPen(QPen(accent, 1.6))
        painter.drawPath(outline.simplified())

    # ---- keys and wheel

    def turn(self, by: int) -> None:
        """Ask for the next (1) or the previous (-1) page."""
        wanted = self.page + by
        if 1 <= wanted <= self.pages:
            self.page_wanted.emit(wanted)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click asks for what stands there."""
        point, size = event.position() - self._corner(), self._size()
        across, down = point.x() / size.width(), point.y() / size.height()
        on_page = 0 <= across <= 1 and 0 <= down <= 1
        if self.page and on_page and event.button() == Qt.MouseButton.LeftButton:
            self.place_wanted.emit(across, down)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Page keys go on to the next page at a page's end; + - 0 zoom; Up and Down step."""
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        down = key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space)
        if down and bar.value() >= bar.maximum():
            self.turn(1)
        elif key == Qt.Key.Key_PageUp and bar.value() <= 0:
            self.turn(-1)
        elif down or key == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() + (1 if down else -1) * round(bar.pageStep() * 0.9))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom_step(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(1.0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _NOTCH)
            self._turned -= steps * _NOTCH
            if steps:
                self.zoom_step(steps)
            event.accept()
        else:
            super().wheelEvent(event)
