"""Marking: saved at once, listed, gone to, deleted, taken back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.desk_reading import ReadingDesk
from desktop.messages import Messages
from desktop.panels.marks_panel import MarksPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.citation import cited_passage
from desktop.tasks.jobs import Jobs
from storage.types import Mark, StoredNotice


class MarkingDesk(QObject):
    """Connects the page's marks and the list of marks with the library."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        reader: ReaderPanel,
        panel: MarksPanel,
        reading: ReadingDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._reader = reader
        self._panel = panel
        self._reading = reading
        self._marks: dict[str, Mark] = {}
        self._deleted: list[str] = []
        jobs.library_opened.connect(self._library_opened)
        jobs.library_changed.connect(self._library_changed)
        reading.opened.connect(self._notice_opened)
        reader.mark_wanted.connect(self._make)
        reader.card.style_chosen.connect(self._restyle)
        reader.card.note_written.connect(self._write_note)
        reader.card.deletion_wanted.connect(self.delete)
        reader.card.copy_wanted.connect(self._copy_by_uuid)
        panel.mark_wanted.connect(self._go)
        panel.note_wanted.connect(self._open_note)
        panel.deletion_wanted.connect(self.delete)
        panel.copy_wanted.connect(self._copy)
        panel.scope_changed.connect(self._scope_changed)

    # ---- loading

    def _library_opened(self, _: str) -> None:
        self._marks, self._deleted = {}, []
        self._reader.set_read_only(self._jobs.read_only)
        self._panel.set_marks([])
        if self._panel.whole_library:
            self.load()

    def _library_changed(self, what: str) -> None:
        if what in ("marks", "notices"):
            self.load()

    def _notice_opened(self, _: StoredNotice | None) -> None:
        self.load()

    def _scope_changed(self, _: bool) -> None:
        self.load()

    def load(self) -> None:
        """Load the open notice's marks, and the library's where those are listed."""
        uuid = self._reader.uuid
        if uuid:
            self._jobs.marks(self, partial(self._notice_marks, uuid), uuid)
        elif not self._panel.whole_library:
            self._panel.set_marks([])
        if self._panel.whole_library:
            self._jobs.marks(self, self._all_marks)

    def _notice_marks(self, uuid: str, marks: list[Mark]) -> None:
        if uuid != self._reader.uuid:
            return  # another notice was opened meanwhile
        self._marks.update({mark.uuid: mark for mark in marks})
        self._reader.set_marks(marks)
        if not self._panel.whole_library:
            self._panel.set_marks(marks)

    def _all_marks(self, marks: list[Mark]) -> None:
        self._marks.update({mark.uuid: mark for mark in marks})
        if self._panel.whole_library:
            self._panel.set_marks(marks)

    # ---- changing

    def _make(self, start: int, end: int, style: str, with_note: bool) -> None:
        done = self._write_on if with_note else None
        quote = self._reader.text[start:end]
        self._jobs.save_mark(self._reader.uuid, start, end, style, done=done, quote=quote)

    def _known(self, uuid: str) -> Mark | None:
        """The mark as loaded, or as the page shows it: the page has its marks a moment earlier."""
        shown = {mark.uuid: mark for mark in self._reader.page.painter.marks}
        return self._marks.get(uuid) or shown.get(uuid)

    def _write_on(self, mark: Mark) -> None:
        self._reader.write_note_on(mark.uuid)

    def _write_note(self, uuid: str, note: str, before: str) -> None:
        mark = self._known(uuid)
        if mark is not None:
            self._change(replace(mark, note=before), replace(mark, note=note))

    def _restyle(self, uuid: str, style: str) -> None:
        mark = self._known(uuid)
        if mark is not None:
            self._change(mark, replace(mark, style=style))

    def _change(self, before: Mark, wanted: Mark) -> None:
        self._marks[wanted.uuid] = wanted
        done = partial(self._changed, before, wanted)
        self._jobs.update_mark(wanted, before, done, self._not_changed)

    def _changed(self, before: Mark, wanted: Mark, saved: Mark) -> None:
        """Say where another window has been at this mark too."""
        if saved.uuid != wanted.uuid:
            self._messages.show(
                self.tr("The mark was deleted in another window."),
                self.tr("Your note has been kept on a new mark at the same place."),
                "warning",
            )
        elif saved.note != wanted.note != before.note:
            self._messages.show(
                self.tr("Another window wrote on this mark too."),
                self.tr("Both notes have been kept, one under the other."),
            )

    def _not_changed(self, fault: BaseException) -> None:
        self._jobs.tell_fault(fault)
        self.load()  # what is shown may be gone

    def delete(self, uuid: str) -> None:
        """Delete a mark; the message bar offers to take that back."""
        self._jobs.delete_mark(uuid, done=self._deleted_one)
        self._deleted.append(uuid)

    def _deleted_one(self, _: None) -> None:
        action = (self.tr("Take back"), self.undo_delete)
        self._messages.show(self._deletion_told(), action=action)

    def _deletion_told(self) -> str:
        return self.tr("The mark was deleted.")

    def undo_delete(self) -> None:
        """Take the last deletion back."""
        if self._deleted:
            self._jobs.restore_mark(self._deleted.pop())
            self._messages.withdraw(self._deletion_told())

    # ---- going and copying

    def _go(self, mark: Mark) -> None:
        if mark.state == "unplaced":
            self._messages.show(
                self.tr("The marked words are no longer in the document."),
                self.tr("The mark is kept with its note: {quote}").format(quote=mark.quote[:60]),
            )
        if mark.notice == self._reader.uuid:
            self._reader.go_to(mark.start, mark.end)
            self._panel.select(mark.uuid)
        else:
            self._reading.open_at(mark.notice, span=(mark.start, mark.end))

    def _open_note(self, mark: Mark) -> None:
        """Go to a mark and open its card for reading and writing on."""
        self._go(mark)
        self._reader.write_note_on(mark.uuid)

    def _copy_by_uuid(self, uuid: str) -> None:
        mark = self._known(uuid)
        if mark is not None:
            self._copy(mark)

    def _copy(self, mark: Mark) -> None:
        stored = self._reader.stored
        if stored is not None and stored.summary.uuid == mark.notice:
            text = cited_passage(mark.quote, stored.summary)
        else:
            text = f"“{mark.quote}”——{mark.citation}"
        QApplication.clipboard().setText(text)
