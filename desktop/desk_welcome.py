"""The welcome: shown once at the first start, and whenever it is asked for in the help menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.panels.search_box import SearchBox
from desktop.panels.welcome_card import WelcomeCard, WelcomeStep
from desktop.settings import Settings


class WelcomeDesk(QObject):
    """Says in three steps where things are: read, mark, find."""

    def __init__(
        self,
        settings: Settings,
        library: LibraryPanel,
        reader: ReaderPanel,
        search_box: SearchBox,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._library = library
        self._reader = reader
        self._search_box = search_box
        self.card = WelcomeCard(window)
        self.card.ended.connect(self._ended)
        window.installEventFilter(self)

    def show_first_time(self) -> None:
        """Show the welcome where it was never seen."""
        if not self._settings.welcomed:
            self.show()

    def show(self) -> None:
        """Show the welcome from its beginning."""
        self.card.begin(self._steps())

    def _steps(self) -> list[WelcomeStep]:
        return [
            WelcomeStep(
                self.tr("1. Read"),
                self.tr(
                    "On the left stands your library: gazette, year, issue, document. A click opens"
                    " a document; its outline is on the right. The sample is an invented city's:"
                    " take your own gazettes in with Ctrl+O, or drop them on this window."
                ),
                self._library,
            ),
            WelcomeStep(
                self.tr("2. Mark"),
                self.tr(
                    "Select text and choose a colour: the passage is marked and saved at once."
                    " Write a note, add tags, set a day. Ctrl+Z takes back whatever you did."
                ),
                self._reader.head,
            ),
            WelcomeStep(
                self.tr("3. Find"),
                self.tr(
                    "Search all documents here (Ctrl+K). In quotes, every place with exactly these"
                    " characters is found; without, whole words. F1 lists all keys."
                ),
                self._search_box,
            ),
        ]

    def _ended(self) -> None:
        if not self._settings.welcomed:
            self._settings.welcomed = True
            self._settings.save()
        self._reader.page.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the card beside its part when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self.card.place_again()
        return super().eventFilter(watched, event)
