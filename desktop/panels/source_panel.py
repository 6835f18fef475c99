"""The source beside the text: its numbered lines, for a PDF also its pages as pictures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.tips import plain_tip
from desktop.panels.floating import tool_button
from desktop.panels.page_picture_view import PagePictureView
from desktop.panels.source_lines_view import SourceLinesView
from desktop.reading.look import Look
from desktop.theme import Dress
from storage.types.proofreading import ProofSource

_SMALLER = 0.8
"""The size of the lines, in parts of the page's text."""
_LEAST = 240


class SourcePanel(QWidget):
    """Shows what the text came from. It emits requests; a desk answers them."""

    step_wanted = Signal(int)  # a paragraph on or back
    pictures_wanted = Signal(bool)  # the pages as pictures, or their lines
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcePanel")
        self.setAccessibleName(self.tr("Source"))
        self.setMinimumWidth(_LEAST)
        self.name = QLabel(self)
        self.name.setObjectName("caption")
        self._whole_name = ""
        self.previous = tool_button(self, self.tr("Previous paragraph"))
        self.next = tool_button(self, self.tr("Next paragraph"))
        self.shut = tool_button(self, self.tr("Close"))
        self.lines = SourceLinesView(self)
        self.picture = PagePictureView(self)
        self.as_lines = self._button(self.tr("Lines"), self.tr("Show the lines, not the page"))
        self.as_lines.setCheckable(True)
        self.back = self._button("‹", self.tr("Previous page"))
        self.forward = self._button("›", self.tr("Next page"))
        self.number = QLabel(self)
        self.number.setObjectName("caption")
        self.smaller = self._button("−", self.tr("Smaller"))
        self.larger = self._button("+", self.tr("Larger"))
        self.fit = self._button("↔", self.tr("Fit to the width"))
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setMargin(24)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._build()
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        self.shut.clicked.connect(self.closed)
        self.lines.step_wanted.connect(self.step_wanted)
        self.picture.step_wanted.connect(self.step_wanted)
        self.as_lines.toggled.connect(self._switch)
        self.back.clicked.connect(self._turn_back)
        self.forward.clicked.connect(self._turn_on)
        self.smaller.clicked.connect(self._zoom_out)
        self.larger.clicked.connect(self._zoom_in)
        self.fit.clicked.connect(self._zoom_fit)
        self.offer_pictures(False)
        self.set_look(look)

    def _build(self) -> None:
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(12, 3, 6, 3)
        self.bar.setSpacing(2)
        self.bar.addWidget(self.name, 1)
        self._of_page = (
            *(self.back, self.number, self.forward),
            *(self.smaller, self.larger, self.fit),
        )
        for widget in (*self._of_page, self.as_lines, self.previous, self.next, self.shut):
            self.bar.addWidget(widget)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.hint)
        self.stack.addWidget(self.lines)
        self.stack.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar)
        column.addWidget(self.stack, 1)

    # ---- what it shows

    def show_source(self, source: ProofSource) -> None:
        """Show another source."""
        self._whole_name = source.name
        self._tell_name()
        self.lines.show_source(source)
        self.stack.setCurrentWidget(self.lines)

    @property
    def shows_pictures(self) -> bool:
        """Whether the page is shown, not the lines."""
        return self.stack.currentWidget() is self.picture

    def offer_pictures(self, on: bool) -> None:
        """Show the pages of this source as pictures, unless its lines are wanted."""
        self.as_lines.setVisible(on)
        self._show_one(pictures=on and not self.as_lines.isChecked())

    def _switch(self, as_lines: bool) -> None:
        self._show_one(pictures=not as_lines)
        self.pictures_wanted.emit(not as_lines)

    def _show_one(self, *, pictures: bool) -> None:
        if self.stack.currentWidget() is not self.hint:
            self.stack.setCurrentWidget(self.picture if pictures else self.lines)
        for widget in self._of_page:
            widget.setVisible(pictures)

    def tell_page(self, page: int, pages: int) -> None:
        """Say which of how many pages is shown; 0 pages: not yet known."""
        self.number.setText(f"{page} / {pages}" if pages else f"{page}")
        told = self.tr("Page {page} of {count}").format(page=page, count=pages or "?")
        self.number.setAccessibleName(told)
        self.back.setEnabled(page > 1)
        self.forward.setEnabled(page < pages)

    def tell(self, remark: str) -> None:
        """Say something of the source beside its name."""
        self._whole_name = f"{remark}　{self._whole_name}"
        self._tell_name()

    def show_hint(self, told: str) -> None:
        """Say why there is no source to be shown."""
        self._whole_name = ""
        self._tell_name()
        self.lines.show_source(None)
        self.hint.setText(told)
        self.stack.setCurrentWidget(self.hint)

    def _tell_name(self) -> None:
        room = QFontMetrics(self.name.font())
        told = self._whole_name
        cut = room.elidedText(told, Qt.TextElideMode.ElideMiddle, max(self.name.width() - 4, 60))
        self.name.setText(cut)
        self.name.setToolTip(plain_tip(told))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shorten the file's name where there is little room."""
        super().resizeEvent(event)
        self._tell_name()

    # ---- how it looks

    def set_look(self, look: Look) -> None:
        """Set the lines a little smaller than the page."""
        font = self.font()
        font.setPixelSize(max(round(look.em() * _SMALLER), 9))
        self.lines.set_text_font(font)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.lines.set_dress(dress)
        self.picture.set_dress(dress)
        for button, name in ((self.previous, "up"), (self.next, "down"), (self.shut, "close")):
            button.setIcon(dress.icon(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, label: str, name: str) -> QToolButton:
        button = tool_button(self, name)
        button.setText(label)
        return button

    def _turn_back(self) -> None:
        self.picture.turn(-1)

    def _turn_on(self) -> None:
        self.picture.turn(1)

    def _zoom_out(self) -> None:
        self.picture.zoom_step(-1)

    def _zoom_in(self) -> None:
        self.picture.zoom_step(1)

    def _zoom_fit(self) -> None:
        self.picture.set_zoom(1.0)

    def _step_back(self) -> None:
        self.step_wanted.emit(-1)

    def _step_on(self) -> None:
        self.step_wanted.emit(1)
