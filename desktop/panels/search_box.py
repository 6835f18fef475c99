"""The search box at the top, with what was searched before as suggestions."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.theme import Dress

_REMEMBERED = 30


class SearchBox(QLineEdit):
    """Asks for a search when Enter is pressed."""

    search_wanted = Signal(str)

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
        self._earlier = QStringListModel(self)
        completer = QCompleter(self._earlier, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.returnPressed.connect(self._ask)

    def show_query(self, query: str) -> None:
        """Show a query that was asked elsewhere."""
        if query != self.text().strip():
            self.setText(query)

    def set_earlier(self, queries: list[str]) -> None:
        """Suggest what was searched before, newest first."""
        self._earlier.setStringList(queries[:_REMEMBERED])

    def remember(self, query: str) -> None:
        """Suggest a query first from now on."""
        self.set_earlier([query, *(one for one in self.earlier() if one != query)])

    def earlier(self) -> list[str]:
        """What was searched before, newest first."""
        return self._earlier.stringList()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._glass.setIcon(dress.icon("search", dress.theme.muted))

    def _ask(self) -> None:
        query = self.text().strip()
        if query:
            self.search_wanted.emit(query)
