"""Finding whole words: where words begin and end in the open page is asked of the finder."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject

from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.sheet import Sheet
from desktop.tasks.jobs import Jobs
from storage.text import squeeze


class FindingDesk(QObject):
    """Answers the page with the borders of its words.

    Another process finds them: the words' dictionary is never loaded in the window's.
    """

    def __init__(self, jobs: Jobs, reader: ReaderPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        reader.finding.borders_wanted.connect(self._ask)

    def _ask(self) -> None:
        sheet = self._reader.sheet
        if sheet is not None:
            self._jobs.word_borders(
                sheet.uuids, self, lambda found: self._take(sheet, found), self._failed
            )

    def _take(self, sheet: Sheet, found: dict[str, array[int]]) -> None:
        if self._reader.sheet is not sheet:
            return
        borders: set[int] = set()
        base = 0
        for stored in sheet.notices:
            length = len(squeeze(stored.notice.text))
            own = found.get(stored.summary.uuid)
            # A text that another window changed meanwhile is shown anew in a moment.
            if own is not None and own[-1] == length:
                borders.update(base + place for place in own)
            base += length
        self._reader.finding.set_borders(frozenset(borders))

    def _failed(self, fault: BaseException) -> None:
        self._reader.finding.give_up_borders()
        self._jobs.tell_fault(fault)
