"""Notes and bookmarks on paragraphs and whole documents, and the tags of documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.messages import Messages
from desktop.panels.notice_tags import NoticeTagsDialog
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.paragraphs import paragraph_at
from desktop.tasks.jobs import Jobs
from storage.moments import now
from storage.types import Edit, Mark, MarkChange, TagsChange

Place = tuple[str, int, int]


class NotesDesk(QObject):
    """Connects what belongs to no marked words with the library."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        reader: ReaderPanel,
        reading: ReadingDesk,
        marking: MarkingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._reader = reader
        self._marking = marking
        self._window = parent
        reader.menu.paragraph_note_wanted.connect(self.note_on_paragraph)
        reader.menu.paragraph_bookmark_wanted.connect(self.bookmark_paragraph)
        signs = reader.head.signs
        signs.tags_wanted.connect(self.edit_tags)
        signs.note_wanted.connect(self.note_on_notice)
        signs.bookmark_wanted.connect(self.bookmark_notice)
        reading.opened.connect(self.show_signs)
        reader.notice_changed.connect(self.show_signs)
        marking.shelf.changed.connect(self.show_signs)
        marking.shelf.reset.connect(self.show_signs)
        jobs.library_opened.connect(self._library_opened)

    def _library_opened(self, _: str) -> None:
        self._reader.head.signs.set_read_only(self._jobs.read_only)
        self._reader.menu.set_read_only(self._jobs.read_only)

    def show_signs(self) -> None:
        """Show the tags, the note and the bookmark of the notice where the reader is."""
        uuid = self._reader.uuid
        note, bookmark = self._of_notice("note"), self._of_notice("bookmark")
        self._reader.head.signs.show_signs(
            self._marking.shelf.notice_tags(uuid),
            note.note if note is not None else "",
            bookmarked=bookmark is not None,
        )

    # ---- notes

    def note_here(self) -> None:
        """Write a note on the selected words, else on the paragraph at the caret."""
        if self._reader.page.selected_span() is not None:
            self._reader.marking.note_selection()
        else:
            self.note_on_paragraph(self._reader.page.caret_or_top())

    def note_on_paragraph(self, offset: int) -> None:
        """Write a note on the paragraph at an offset of the page; open the one it has."""
        place = self._paragraph(offset)
        if place is not None:
            self._write_note(place, self._on_place("note", place))

    def note_on_notice(self) -> None:
        """Write a note on the notice as a whole; open the one it has."""
        if self._reader.uuid:
            self._write_note((self._reader.uuid, 0, 0), self._of_notice("note"))

    def _write_note(self, place: Place, known: Mark | None) -> None:
        if known is not None:
            self._reader.marking.open_card(known, write=not known.note)
            self._reader.card.take_keys()
        elif not self._jobs.read_only:
            self._make("note", place, self._marking.made_for_note)

    # ---- bookmarks

    def bookmark_here(self) -> None:
        """Put a bookmark to the paragraph at the caret, or take it away."""
        self.bookmark_paragraph(self._reader.page.caret_or_top())

    def bookmark_paragraph(self, offset: int) -> None:
        """Put a bookmark to the paragraph at an offset of the page, or take it away."""
        place = self._paragraph(offset)
        if place is not None:
            self._toggle(place, self._on_place("bookmark", place))

    def bookmark_notice(self) -> None:
        """Put a bookmark to the notice as a whole, or take it away."""
        if self._reader.uuid:
            self._toggle((self._reader.uuid, 0, 0), self._of_notice("bookmark"))

    def _toggle(self, place: Place, known: Mark | None) -> None:
        if self._jobs.read_only:
            return
        if known is None:
            self._make("bookmark", place, self._bookmarked)
            return
        gone = replace(known, deleted=now())
        self._marking.change("edit-bookmark-removed", [MarkChange(known, gone)])

    def _bookmarked(self, edit: Edit) -> None:
        self._marking.undo_stack.push(edit)
        uuid = edit.marks[0].after.uuid
        name = partial(self._reader.marking.write_note_on, uuid)
        self._messages.show(self.tr("Bookmark set."), action=(self.tr("Name it"), name))

    # ---- the tags of a notice

    def edit_tags(self) -> None:
        """Ask for the tags of the notice where the reader is."""
        stored = self._reader.stored
        if stored is None or self._jobs.read_only:
            return
        shelf, uuid = self._marking.shelf, stored.summary.uuid
        dialog = NoticeTagsDialog(
            uuid, stored.summary.title, shelf.notice_tags(uuid), shelf.tags(), self._window
        )
        dialog.tags_chosen.connect(self._change_tags)
        dialog.show()

    def _change_tags(self, notice: str, tags: tuple[str, ...]) -> None:
        known = self._marking.shelf.notice_tags(notice)
        edit = Edit("edit-tags", notices=(TagsChange(notice, known, tags),))
        self._jobs.marking.apply(edit, self._marking.undo_stack.push)

    # ---- what there is already

    def _make(self, kind: str, place: Place, done: Callable[[Edit], object]) -> None:
        notice, start, end = place
        sheet = self._reader.sheet
        if sheet is not None:
            quote = sheet.text[slice(*sheet.span(notice, start, end))]
            self._jobs.marking.make(place, kind=kind, quote=quote, done=done)

    def _paragraph(self, offset: int) -> Place | None:
        sheet = self._reader.sheet
        span = paragraph_at(sheet, offset) if sheet is not None else None
        if sheet is None or span is None:
            return None
        notice, start = sheet.place(span[0])
        return notice, start, start + span[1] - span[0]

    def _on_place(self, kind: str, place: Place) -> Mark | None:
        """The note or bookmark that begins in a paragraph."""
        notice, start, end = place
        for mark in self._marking.shelf.of_notice(notice):
            here = mark.kind == kind and start <= mark.start < end and not mark.whole_notice
            if here and mark.state != "unplaced":
                return mark
        return None

    def _of_notice(self, kind: str) -> Mark | None:
        marks = self._marking.shelf.of_notice(self._reader.uuid)
        return next((mark for mark in marks if mark.kind == kind and mark.whole_notice), None)
