"""A box for words of one paragraph: as many lines as they need, and no line break in them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGE = 20


class OneParagraph(QPlainTextEdit):
    """Enter says that it is done; lines that are pasted become one."""

    entered = Signal()
    left = Signal()  # Escape

    def __init__(self, most_lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = most_lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)  # a dropped file is for the window
        self.textChanged.connect(self.fit)
        self.fit()

    @property
    def words(self) -> str:
        """The words as they are written: no blank is changed into another."""
        return self.document().toRawText().replace("\u2029", "").replace("\u2028", "")

    def set_words(self, words: str) -> None:
        """Put words in; taking them back does not lead behind them."""
        self.document().setPlainText(words)
        self.document().clearUndoRedoStacks()
        self.fit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste plain text, its lines joined."""
        self.insertPlainText("".join(line.strip("\t") for line in source.text().splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Escape end the writing; what an input method takes never comes here."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has another number of lines."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as the lines need, within limits."""
        needed = max(int(self.document().size().height()), 1)
        lines, policy = min(needed, self._most), Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if needed > lines else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        height = lines * self.fontMetrics().lineSpacing() + _EDGE
        if height != self.minimumHeight():
            self.setFixedHeight(height)
