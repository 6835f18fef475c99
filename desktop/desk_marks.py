"""Marking: saved at once, listed, gone to, deleted, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from desktop.desk_reading import ReadingDesk
from desktop.messages import Messages
from desktop.models.mark_shelf import MarkShelf
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from desktop.tasks.mark_jobs import NoticeTags
from desktop.undo import Step, UndoStack
from storage.moments import now
from storage.types import Edit, Mark, MarkChange, StoredNotice
from storage.words import Words

_ONE_STEP = 1.5
"""Seconds between two keys that move the same end, for which they are one step to take back."""


class MarkingDesk(QObject):
    """Connects the page's marks and the list of marks with the library."""

    copy_wanted = Signal(list)  # list[Mark]

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        reader: ReaderPanel,
        reading: ReadingDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._words = words
        self._reader = reader
        self._reading = reading
        self._told = ""
        self._moving, self._moved_at = 0, 0.0
        self.shelf = MarkShelf(self)
        self.undo_stack = UndoStack(jobs.marking, jobs.correcting, self)
        self._connect_library()
        self._connect_panels()

    def _connect_library(self) -> None:
        self._jobs.library_opened.connect(self._library_opened)
        self._jobs.library_changed.connect(self._library_changed)
        self._jobs.marking.edited.connect(self.shelf.take)
        self._reading.arrived.connect(self.shelf.put_notices)
        self._reading.opened.connect(self._notice_opened)
        self.shelf.changed.connect(self._marks_changed)
        self.shelf.reset.connect(self._show)
        self.undo_stack.failed.connect(self._not_changed)
        self.undo_stack.gone_to.connect(self._show_step)

    def _connect_panels(self) -> None:
        marking, card = self._reader.marking, self._reader.card
        marking.mark_wanted.connect(self._make)
        marking.place_wanted.connect(self._move)
        card.change_wanted.connect(self._change_one)
        card.style_chosen.connect(self._restyle)
        card.note_written.connect(self._write_note)
        card.deletion_wanted.connect(self.delete)
        card.copy_wanted.connect(self._copy_by_uuid)

    # ---- loading

    def _library_opened(self, _: str) -> None:
        self.undo_stack.clear()
        self.shelf.load([], {})
        self._reader.marking.set_read_only(self._jobs.read_only)
        self.load()

    def _library_changed(self, what: str) -> None:
        if what in ("marks", "notices"):
            self.load()

    def load(self) -> None:
        """Load all marks of the library anew."""
        self._jobs.marking.load(self, self._loaded)

    def _loaded(self, answer: tuple[list[Mark], NoticeTags]) -> None:
        self.shelf.load(*answer)

    def _notice_opened(self, _: StoredNotice | None) -> None:
        self._show()

    def _marks_changed(self, notices: set[str]) -> None:
        sheet = self._reader.sheet
        if sheet is not None and any(sheet.holds(notice) for notice in notices):
            self._show()

    def _show(self) -> None:
        """Show the marks of the page's notices as the shelf has them."""
        self._reader.card.set_known_tags(list(self.shelf.tags()))
        sheet = self._reader.sheet
        if sheet is not None:
            self._reader.marking.set_marks(
                [mark for uuid in sheet.uuids for mark in self.shelf.of_notice(uuid)]
            )

    # ---- changing

    def _make(self, start: int, end: int, style: str, with_note: bool) -> None:
        """Mark a stretch of the page; one over the border of two notices becomes two marks."""
        sheet = self._reader.sheet
        if sheet is None:
            return
        for at, place in enumerate(sheet.parts(start, end)):
            quote = sheet.text[slice(*sheet.span(*place))]
            done = self.made_for_note if with_note and at == 0 else self.undo_stack.push
            self._jobs.marking.make(place, style, quote=quote, done=done)

    def made_for_note(self, edit: Edit) -> None:
        """Remember a new mark as a step, and open its card for writing."""
        self.undo_stack.push(edit)
        self._reader.marking.write_note_on(edit.marks[0].after.uuid)

    def _write_note(self, uuid: str, note: str, before: str) -> None:
        # The card still has a mark that another window deleted: its note must not be lost.
        mark = self.shelf.mark(uuid) or self._reader.card.mark
        if mark is not None:
            change = MarkChange(replace(mark, note=before), replace(mark, note=note))
            self.change("edit-note-text", [change])

    def _restyle(self, uuid: str, style: str) -> None:
        mark = self.shelf.mark(uuid)
        if mark is not None and mark.style != style:
            self.change("edit-style", [MarkChange(mark, replace(mark, style=style))])

    def _change_one(self, key: str, change: MarkChange) -> None:
        self.change(key, [change])

    def _move(self, uuid: str, start: int, end: int, by_key: bool) -> None:
        """Put a mark to other characters of the page, where its end was dragged or stepped to."""
        mark, sheet = self.shelf.mark(uuid), self._reader.sheet
        if mark is None or sheet is None or not sheet.holds(mark.notice):
            self._reader.marking.ends.forget_preview()
            return
        self._moving += 1
        base, quote = sheet.base(mark.notice), sheet.text[start:end]
        place = (mark.notice, start - base, end - base)
        soon = perf_counter() - self._moved_at < _ONE_STEP
        self._moved_at = perf_counter()
        done = partial(self._moved, joins=by_key and soon)
        self._jobs.marking.move(mark, place, quote, done, self._not_moved)

    def _moved(self, edit: Edit, *, joins: bool) -> None:
        self.undo_stack.push(edit, joins=joins)
        self._end_moving()

    def _not_moved(self, fault: BaseException) -> None:
        self._end_moving()
        self._not_changed(fault)

    def _end_moving(self) -> None:
        """The page shows the saved place again when no newer one is on its way."""
        self._moving -= 1
        if not self._moving:
            self._reader.marking.ends.forget_preview()

    def change(self, key: str, changes: Sequence[MarkChange]) -> None:
        """Make changes of marks as one step that can be taken back."""
        edit = Edit(key, tuple(changes))
        self._jobs.marking.apply(edit, partial(self._changed, edit), self._not_changed)

    def _changed(self, wanted: Edit, written: Edit) -> None:
        self.undo_stack.push(written)
        for asked, change in zip(wanted.marks, written.marks, strict=True):
            self._tell_of_other_window(asked, change.after)

    def _tell_of_other_window(self, asked: MarkChange, saved: Mark) -> None:
        """Say where another window has been at this mark too."""
        before, wanted = asked.before, asked.after
        if saved.uuid != wanted.uuid:
            self._messages.show(
                self.tr("The mark was deleted in another window."),
                self.tr("Your note has been kept on a new mark at the same place."),
                "warning",
            )
        elif before is not None and saved.note != wanted.note != before.note:
            self._messages.show(
                self.tr("Another window wrote on this mark too."),
                self.tr("Both notes have been kept, one under the other."),
            )

    def _not_changed(self, fault: BaseException) -> None:
        self._jobs.tell_fault(fault)
        self.load()  # what is shown may be gone

    def delete(self, uuid: str) -> None:
        """Delete a mark; the message bar offers to take that back."""
        mark = self.shelf.mark(uuid)
        if mark is not None:
            self.delete_all([mark])

    def delete_all(self, marks: Sequence[Mark]) -> None:
        """Put marks into the bin as one step; the message bar offers to take that back."""
        gone = now()
        edit = Edit(
            "edit-delete", tuple(MarkChange(mark, replace(mark, deleted=gone)) for mark in marks)
        )
        self._jobs.marking.apply(edit, self._deleted, self._not_changed)

    def _deleted(self, edit: Edit) -> None:
        self.undo_stack.push(edit)
        count = len(edit.marks)
        one, many = self.tr("The mark was deleted."), self.tr("{count} marks were deleted.")
        self._told = one if count == 1 else many.format(count=count)
        self._messages.show(self._told, action=(self.tr("Take back"), self.undo))

    # ---- undo and redo

    def undo(self) -> None:
        """Take the last step back."""
        self.undo_stack.undo()
        self._messages.withdraw(self._told)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.undo_stack.redo()

    def step_told(self, edit: Step) -> str:
        """What a step did, in words: “标注”, “删除标注（3）”."""
        count = edit.size
        words = self._words.say(edit.key)
        return words if count <= 1 else f"{words} ({count})"

    def _show_step(self, edit: Step) -> None:
        """Bring what was taken back or done again into sight, where it is on the page."""
        if not isinstance(edit, Edit):
            return
        for change in edit.marks:
            mark = change.after
            here = self._reader.sheet is not None and self._reader.sheet.holds(mark.notice)
            if here and not mark.deleted and mark.state != "unplaced":
                self._reader.go_to_mark(mark)
                return

    # ---- going and copying

    def go(self, mark: Mark) -> None:
        """Open a mark's notice at its place; where that is gone, say so."""
        if mark.state == "unplaced":
            self._messages.show(
                self.tr("The marked words are no longer in the document."),
                self.tr("The mark is kept with its note: {quote}").format(quote=mark.quote[:60]),
            )
        if self._reader.sheet is not None and self._reader.sheet.holds(mark.notice):
            self._reader.go_to_mark(mark)
        else:
            self._reading.open_at(mark.notice, span=(mark.start, mark.end))

    def open_note(self, mark: Mark) -> None:
        """Go to a mark and open its card for reading and writing on."""
        self.go(mark)
        self._reader.marking.write_note_on(mark.uuid)

    def _copy_by_uuid(self, uuid: str) -> None:
        mark = self.shelf.mark(uuid)
        if mark is not None:
            self.copy_wanted.emit([mark])
