"""The source beside the text: its numbered lines, for a PDF also its pages as pictures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.tips import plain_tip
from desktop.panels.floating import tool_button
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
        self.set_look(look)

    def _build(self) -> None:
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(12, 3, 6, 3)
        self.bar.setSpacing(2)
        self.bar.addWidget(self.name, 1)
        for button in (self.previous, self.next, self.shut):
            self.bar.addWidget(button)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.hint)
        self.stack.addWidget(self.lines)
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
        for button, name in ((self.previous, "up"), (self.next, "down"), (self.shut, "close")):
            button.setIcon(dress.icon(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        self.step_wanted.emit(-1)

    def _step_on(self) -> None:
        self.step_wanted.emit(1)
