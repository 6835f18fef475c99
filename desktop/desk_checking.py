"""Checking doubtful marks one after the other: accepted, refused, or put by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from desktop.desk_mark_list import MarkListDesk
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.messages import Messages
from desktop.models.mark_filter import MarkFilter
from desktop.models.outline import offset_of_path
from desktop.panels.marks_panel import MarksPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.anchors import accept_mark, put_by_hand
from storage.text import text_hash
from storage.types import ImportReport, Mark, MarkChange, StoredNotice

_DOUBTFUL = ("check", "unplaced")


class CheckingDesk(QObject):
    """Leads through the doubtful marks of the panel's scope."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        panel: MarksPanel,
        reader: ReaderPanel,
        reading: ReadingDesk,
        marking: MarkingDesk,
        mark_list: MarkListDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._panel = panel
        self._reader = reader
        self._marking = marking
        self._list = mark_list
        self._reading = reading
        self._told_of: StoredNotice | None = None
        self._queue: list[str] = []
        self._at = 0
        bar = panel.checking
        bar.start_wanted.connect(self.start)
        bar.accept_wanted.connect(self.accept)
        bar.refuse_wanted.connect(self.refuse)
        bar.place_wanted.connect(self.put_here)
        bar.step_wanted.connect(self._step)
        bar.end_wanted.connect(self.end)
        reading.opened.connect(self._opened)
        marking.shelf.changed.connect(self._follow)
        jobs.library_opened.connect(self.end)
        jobs.import_finished.connect(self._imported)

    # ---- going through them

    def start(self) -> None:
        """Begin with the first doubtful mark of the scope, of the library where it has none."""
        if not self._list.board.doubtful():
            self._list.show_filtered(MarkFilter())
        self._queue = [mark.uuid for mark in self._list.board.doubtful()]
        self._at = 0
        if not self._queue:
            self._messages.show(self.tr("No mark is to be checked."))
        self._show()

    def end(self) -> None:
        """Leave off."""
        self._queue = []
        self._panel.checking.end()
        shown = self._list.board.arrangement
        self._panel.checking.show_counts(shown.to_check, shown.unplaced)

    def _mark(self) -> Mark | None:
        uuid = self._queue[self._at] if self._queue else ""
        return self._marking.shelf.mark(uuid)

    def _step(self, by: int) -> None:
        """Go on to the next mark that is doubtful, or back to the one before; round at the end."""
        count = len(self._queue)
        for far in range(1, count + 1):
            at = (self._at + by * far) % count
            mark = self._marking.shelf.mark(self._queue[at])
            if mark is not None and mark.state in _DOUBTFUL:
                self._at = at
                self._show()
                return
        self.end()
        self._messages.show(self.tr("All doubtful marks have been looked at."))

    def _show(self) -> None:
        mark = self._mark()
        if mark is None:
            self.end()
            return
        now = self._text_at(mark)
        self._panel.checking.show_mark(mark, now, self._at, len(self._queue))
        self._panel.select(mark.uuid)
        self._go(mark)
        self._panel.checking.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, mark: Mark) -> None:
        """To the place that is proposed, or to the heads that the words stood under."""
        stored = self._stored(mark)
        if mark.state == "check":
            self._marking.go(mark)
        elif stored is None and self._list.board.summary(mark.notice) is not None:
            self._reading.open_at(mark.notice)
        elif stored is not None and self._reader.sheet is not None:
            near = offset_of_path(stored.notice, mark.path)
            if near is not None:
                self._reader.page.scroll_to(self._reader.sheet.base(mark.notice) + near, 0.2)

    def _text_at(self, mark: Mark) -> str:
        """What stands at the place that is proposed, "" while its notice is not open."""
        stored = self._stored(mark)
        return stored.notice.text[mark.start : mark.end] if stored is not None else ""

    def _stored(self, mark: Mark) -> StoredNotice | None:
        sheet = self._reader.sheet
        if sheet is None or not sheet.holds(mark.notice):
            return None
        return sheet.at(sheet.base(mark.notice))

    def _opened(self, _: StoredNotice | None) -> None:
        """The notice of the shown mark has come: say what stands there."""
        mark = self._mark()
        stored = self._stored(mark) if mark is not None else None
        if mark is not None and stored is not None and stored is not self._told_of:
            self._told_of = stored
            now = self._text_at(mark)
            self._panel.checking.show_mark(mark, now, self._at, len(self._queue))
            if mark.state == "unplaced":
                self._go(mark)

    def _follow(self, _: set[str]) -> None:
        """Go on where the shown mark is doubtful no longer."""
        mark = self._mark()
        if self._queue and (mark is None or mark.state not in _DOUBTFUL):
            self._step(1)
        elif mark is not None:
            now = self._text_at(mark)
            self._panel.checking.show_mark(mark, now, self._at, len(self._queue))

    # ---- answers

    def accept(self) -> None:
        """The proposed place is right."""
        mark = self._mark()
        stored = self._stored(mark) if mark is not None else None
        if mark is None or stored is None or mark.state != "check":
            return
        if mark.text_hash == text_hash(stored.notice.text):
            self._change("edit-accept", mark, accept_mark(mark, stored.notice))

    def refuse(self) -> None:
        """The proposed place is wrong: the mark has none."""
        mark = self._mark()
        if mark is not None and mark.state == "check":
            self._change("edit-place", mark, replace(mark, state="unplaced"))
            self._step(1)

    def put_here(self) -> None:
        """The mark belongs on the words that are selected."""
        mark, span = self._mark(), self._reader.page.selected_span()
        stored = self._stored(mark) if mark is not None else None
        if mark is None or not self._panel.checking.is_checking:
            return
        parts = self._reader.sheet.parts(*span) if self._reader.sheet and span else []
        own = [part for part in parts if part[0] == mark.notice]
        if stored is None or not own:
            self._messages.show(
                self.tr("Select the words in the mark's own document first."),
                mark.citation,
                "warning",
            )
            return
        self._change("edit-place", mark, put_by_hand(mark, stored, *own[0][1:]))
        self._reader.page.clear_selection()

    def _change(self, key: str, before: Mark, after: Mark) -> None:
        self._marking.change(key, [MarkChange(before, after)])

    # ---- after an import

    def _imported(self, reports: Sequence[ImportReport]) -> None:
        doubtful = sum(len(report.unplaced) + len(report.to_check) for report in reports)
        if doubtful:
            told = self.tr("Marks whose place is in doubt after the import: {count}")
            self._messages.show(
                told.format(count=doubtful),
                self.tr("They are kept with their words and notes."),
                "warning",
                (self.tr("Check"), self._start_in_library),
            )

    def _start_in_library(self) -> None:
        self._list.show_filtered(MarkFilter())
        self.start()
