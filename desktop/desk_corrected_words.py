"""Showing on the page which words were put by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.desk_view import ViewDesk
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.sheet import Sheet
from desktop.settings import Settings
from desktop.tasks.jobs import Jobs
from storage.types import ChangedWords


class CorrectedWordsDesk(QObject):
    """Asks for the words of each page that is shown, as far as the user wants to see them."""

    def __init__(
        self, jobs: Jobs, reader: ReaderPanel, view: ViewDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._shown: Sheet | None = None
        reader.shown.connect(self._page_shown)
        view.applied.connect(self._take_over)

    def _take_over(self, settings: Settings) -> None:
        """They are seen, or not, as the user chose."""
        self._reader.page.painter.changed.shown = settings.show_corrected
        self._reader.page.viewport().update()

    def _page_shown(self, _: str) -> None:
        sheet = self._reader.sheet
        if sheet is None or sheet is self._shown:
            return
        self._shown = sheet
        self._reader.page.painter.changed.set_places(None, {})
        done = partial(self._show, sheet)
        self._jobs.correcting.changed_words(sheet.uuids, self, done)

    def _show(self, sheet: Sheet, found: dict[str, list[ChangedWords]]) -> None:
        if self._reader.sheet is sheet:
            self._reader.page.painter.changed.set_places(sheet, found)
            self._reader.page.viewport().update()
