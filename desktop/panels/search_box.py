"""The search box at the top: completes the query, shows what is wrong with it, explains itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.panels.query_help import QueryHelp
from desktop.panels.search_popup import SearchPopup
from desktop.reading.positions import characters, units
from desktop.theme import THEMES, Dress, Theme
from storage.types import Completion

_REMEMBERED = 30
_PAUSE = 80
"""Milliseconds after a key before the query's completions are asked for."""


class SearchBox(QLineEdit):
    """Asks for a search when Enter is pressed, and while one types."""

    search_wanted = Signal(str)
    typed = Signal()  # the user has changed the text
    completions_wanted = Signal(str, int)  # the text, the characters before the cursor

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Search the library"))
        self.setPlaceholderText(
            self.tr("Search the library: words, or “exact characters” in quotation marks")
        )
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # a dropped file is for the window
        self.setMinimumWidth(240)
        self.setMaximumWidth(620)
        self._earlier: list[str] = []
        self._colours: Theme = THEMES["light"]
        self._composing = self._marked = False
        self._popup: SearchPopup | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask_completions)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.help = QAction(self.tr("How to search"), self)
        self.help.triggered.connect(self.show_help)
        self.addAction(self.help, QLineEdit.ActionPosition.TrailingPosition)
        self.returnPressed.connect(self._ask)
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._unmark)

    def show_query(self, query: str) -> None:
        """Show a query that was asked elsewhere."""
        self._close()
        if query != self.text().strip():
            self.setText(query)

    # ---- what was searched before

    def set_earlier(self, queries: Sequence[str]) -> None:
        """Suggest what was searched before, newest first."""
        self._earlier = list(queries[:_REMEMBERED])

    def remember(self, query: str) -> None:
        """Suggest a query first from now on."""
        self.set_earlier([query, *(one for one in self._earlier if one != query)])

    def earlier(self) -> list[str]:
        """What was searched before, newest first."""
        return self._earlier

    # ---- completing

    @property
    def popup(self) -> SearchPopup:
        """What floats below the box, in the window that the box is in."""
        if self._popup is None:
            self._popup = SearchPopup(self, self.window())
            self._popup.chosen.connect(self._take)
        return self._popup

    def show_completions(self, text: str, cursor: int, completions: Sequence[Completion]) -> None:
        """List completions, unless the user has gone on typing."""
        if (text, cursor) == (self.text(), self._cursor()) and self._listens():
            self.popup.show_completions(completions)

    def _listens(self) -> bool:
        return self.hasFocus() and not self._composing

    def _cursor(self) -> int:
        return characters(self.text(), self.cursorPosition())

    def _edited(self) -> None:
        self._pause.start()
        self.typed.emit()

    def _ask_completions(self) -> None:
        if not self._listens():
            return
        if self.text().strip():
            self.completions_wanted.emit(self.text(), self._cursor())
            return
        earlier = [Completion(one, 0, len(self.text()), "earlier") for one in self._earlier]
        self.popup.show_completions(earlier)

    def _take(self, choice: Completion) -> None:
        text = self.text()
        start = units(text[: choice.start])
        self.setSelection(start, units(text[choice.start : choice.end]))
        self.insert(choice.text)
        self._close()
        self.typed.emit()
        if choice.kind == "field":
            self._pause.start()

    def _close(self) -> None:
        self._pause.stop()
        if self._popup is not None:
            self._popup.hide()

    # ---- what is wrong

    def show_problems(self, query: str, places: Sequence[tuple[int, int]], reason: str) -> None:
        """Underline places of a query (in characters), unless another one is in the box by now."""
        before = self.text().find(query) if query else -1
        if self._composing or before < 0 or self.text().strip() != query.strip():
            return
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.setUnderlineColor(QColor(self._colours.danger))
        wrong.setForeground(QColor(self._colours.danger))
        text = self.text()
        attributes = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                units(text[: before + start]) - self.cursorPosition(),
                max(units(text[before + start : before + end]), 1),
                wrong,
            )
            for start, end in places
        ]
        self._marked = bool(attributes)
        # A line edit shows formats only as an input method gives them.
        super().inputMethodEvent(QInputMethodEvent("", attributes))
        if self.hasFocus() and (reason or self._popup is not None):
            self.popup.show_reason(reason)

    def _unmark(self) -> None:
        if self._marked and not self._composing:
            self._marked = False
            super().inputMethodEvent(QInputMethodEvent("", []))
            if self._popup is not None and self._popup.reason.isVisible():
                self._popup.hide()

    # ---- help

    def show_help(self) -> None:
        """Explain the query language; a click on an example puts it into the box."""
        self._close()
        guide = QueryHelp(self)
        guide.example_wanted.connect(self.put_in)
        guide.show_below(self)

    def put_in(self, example: str) -> None:
        """Put an example where the cursor is, apart from what stands before it."""
        before = self.text()[: self._cursor()]
        self.insert(example if not before or before[-1].isspace() else f" {example}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._colours = dress.theme
        self._glass.setIcon(dress.icon("search", dress.theme.muted))
        self.help.setIcon(dress.icon("help", dress.theme.muted))

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows go through the list, Enter or Tab takes what is chosen, Escape closes it."""
        popup, key = self._popup, event.key()
        choice = popup.choice if popup is not None and popup.isVisible() else None
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps and popup is not None and popup.step(steps[Qt.Key(key)]):
            return
        if key == Qt.Key.Key_Down:
            self._ask_completions()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and choice is not None:
            self._take(choice)
        elif key == Qt.Key.Key_Escape and popup is not None and popup.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """While one composes, nothing is listed and nothing is marked."""
        self._composing = bool(event.preeditString())
        if self._composing:
            self._close()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What is listed goes when the keyboard goes."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._close()

    def _ask(self) -> None:
        self._close()
        query = self.text().strip()
        if query:
            self.search_wanted.emit(query)
