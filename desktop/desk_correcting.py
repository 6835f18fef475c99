"""Correcting words: the box over the page, one step of undo, and nothing typed that is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication

from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.messages import Messages
from desktop.panels.correction_box import CorrectionBox
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.following import Following
from desktop.reading.text_places import TextPlace, alike, place_at, sentence, smallest
from desktop.tasks.correction_jobs import CorrectionStep
from desktop.tasks.jobs import Jobs
from desktop.undo import Step
from storage.errors import UserFault
from storage.types import CorrectionReport, StoredNotice, TextCorrection
from storage.words import Words


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words in the box: those of a notice as it was seen, from start to end of its text.

    `cell` is (block, row, column) where they are a cell of a table, `part` whether they are only
    a part of their paragraph, `others` where else the same words stand.
    """

    seen: StoredNotice
    start: int
    end: int
    cell: tuple[int, int, int] | None
    part: bool
    others: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        return self.seen.notice.text[self.start : self.end]


class CorrectingDesk(QObject):
    """Connects the box with the page and the library."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        reader: ReaderPanel,
        reading: ReadingDesk,
        marking: MarkingDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._words = words
        self._reader = reader
        self._reading = reading
        self._marking = marking
        self.box: CorrectionBox = reader.correction_box
        self._asked: _Asked | None = None
        self._busy = False
        self._wanted: tuple[str, int, int] | None = None
        self.box.apply_wanted.connect(self._apply)
        self.box.closed.connect(self._closed)
        reader.selection_bar.correct_wanted.connect(self.correct_here)
        reader.page.selection_settled.connect(self._keep_bar_away)
        reader.shown.connect(self._page_shown)
        reading.opened.connect(self._opened)
        jobs.correcting.corrected.connect(marking.undo_stack.push)
        jobs.library_opened.connect(self._library_opened)
        marking.undo_stack.gone_to.connect(self._show_step)

    # ---- which words

    def correct_here(self) -> None:
        """Correct the selected words, else the paragraph or the cell at the caret."""
        span = self._reader.page.selected_span()
        if span is None:
            self.correct_paragraph(self._reader.page.caret_or_top())
        elif self._reader.sheet is not None:
            parts = self._reader.sheet.parts(*span)
            if len(parts) == 1:
                self._begin(*parts[0])
            elif parts:
                self._refuse("correction-over-blocks")

    def correct_paragraph(self, offset: int) -> None:
        """Correct the paragraph or the cell at an offset of the page."""
        sheet = self._reader.sheet
        if sheet is None or self._jobs.read_only:
            return
        seen, at = sheet.at(offset), sheet.place(offset)[1]
        place = place_at(seen.notice, at)
        self._show(seen, place, (place.start, place.end), caret=max(at - place.start, 0))

    def correct(self, uuid: str, start: int, end: int) -> None:
        """Correct words of a notice, start to end of its text; it is opened where it is not."""
        sheet = self._reader.sheet
        if sheet is not None and sheet.holds(uuid):
            self._reader.page.go_to(*sheet.span(uuid, start, end))
            self._begin(uuid, start, end)
        else:
            self._wanted = uuid, start, end
            self._reading.open_at(uuid, start)

    def _begin(self, uuid: str, start: int, end: int) -> None:
        sheet = self._reader.sheet
        if sheet is None or self._jobs.read_only:
            return
        seen = sheet.at(sheet.base(uuid))
        place = place_at(seen.notice, start)
        if end > place.end:
            self._refuse("correction-over-cells" if place.cell else "correction-over-blocks")
        else:
            self._show(seen, place, (start, end))

    def _refuse(self, key: str) -> None:
        self._messages.show(*self._words.fault(key))

    # ---- the box

    def _show(
        self,
        seen: StoredNotice,
        place: TextPlace,
        span: tuple[int, int],
        caret: int | None = None,
    ) -> None:
        if not self._put_away():
            return
        text, (start, end) = seen.notice.text, span
        part = span != (place.start, place.end)
        cell = None if place.cell is None or part else (place.block, *place.cell)
        others = tuple(alike(text, start, end)) if part else ()
        self._asked = _Asked(seen, start, end, cell, part, others)
        self._reader.marking.put_away()
        around = sentence(text, start, end) if part else ("", text[start:end], "")
        title = self.tr("Correct the words") if part else self.tr("Correct the paragraph")
        if cell is not None:
            title = self.tr("Correct the cell")
        self.box.show_words(title, around, self._near(), caret=caret)
        words = len(text[start:end])
        self.box.set_places([sentence(text, at, at + words) for at in others])

    def _near(self) -> QRect:
        """Where the asked words are seen on the page; of a long paragraph what is in sight."""
        asked, sheet, page = self._asked, self._reader.sheet, self._reader.page
        if asked is None or sheet is None:
            return QRect()
        start, end = sheet.span(asked.seen.summary.uuid, asked.start, asked.end)
        first, last = page.rectangle(start), page.rectangle(end)
        near = QRect(first.left(), first.top(), 1, max(last.bottom() - first.top(), 1))
        return near.intersected(page.rect()) if near.intersects(page.rect()) else near

    def _keep_bar_away(self) -> None:
        if self.box.isVisible():
            self._reader.selection_bar.hide()

    def _put_away(self) -> bool:
        """Close the box; where something is on its way to the library it stays."""
        if not self._busy and self.box.isVisible():
            self._keep_typed()
            self.box.dismiss()
        return not self._busy

    def _closed(self) -> None:
        self._asked = None

    # ---- doing it

    def _apply(self) -> None:
        asked, after = self._asked, self.box.words
        if asked is None or self._busy:
            return
        if after == asked.words:
            self.box.dismiss()
            return
        self._busy = True
        jobs = self._jobs.correcting
        if asked.cell is not None:
            words = (asked.words, after)
            jobs.cell(asked.seen, asked.cell, words, self._corrected, self._failed)
            return
        jobs.words(asked.seen, self._changes(asked, after), self._corrected, self._failed)

    def _changes(self, asked: _Asked, after: str) -> list[TextCorrection]:
        before = asked.words
        if not asked.part:
            return smallest(asked.start, before, after)
        starts = [asked.start, *(asked.others[at] for at in self.box.chosen)]
        return [TextCorrection(at, at + len(before), before, after) for at in sorted(starts)]

    def _corrected(self, report: CorrectionReport) -> None:
        asked, places = self._asked, 1 + len(self.box.chosen)
        self._busy = False
        self.box.dismiss()
        if asked is not None and asked.part:
            self._reader.page.clear_selection()
        self.tell(report, places)

    def tell(self, report: CorrectionReport, places: int = 1) -> None:
        """Say what is not seen on the page: corrections elsewhere on it, marks that lost words."""
        take_back = (self.tr("Take back"), self._marking.undo)
        if report.unplaced:
            self._messages.show(
                self.tr("{count} marks have lost their words by this correction.").format(
                    count=len(report.unplaced)
                ),
                self.tr("They are kept with their notes, in the list of marks."),
                "warning",
                take_back,
            )
        elif report.step and places > 1:
            told = self.tr("{count} places were corrected.").format(count=places)
            self._messages.show(told, action=take_back)

    def _failed(self, fault: BaseException) -> None:
        self._busy = False
        if not isinstance(fault, UserFault) or not self.box.isVisible():
            self._keep_typed()
            self.box.dismiss()
            self._jobs.tell_fault(fault)
            return
        self.box.tell(" ".join(self._words.fault(fault.key, **fault.arguments)))
        if fault.key == "correction-elsewhere":
            self._jobs.look_elsewhere()

    # ---- the page changes below the box

    def _page_shown(self, _: str) -> None:
        if self._wanted is not None and self._reader.sheet is not None:
            uuid, start, end = self._wanted
            if self._reader.sheet.holds(uuid):
                self._wanted = None
                self._begin(uuid, start, end)
                return
        if self._asked is None or self._busy:
            return
        self._follow(self._asked)

    def _follow(self, asked: _Asked) -> None:
        """Let the box be about the same words of the text that is shown now."""
        sheet, uuid = self._reader.sheet, asked.seen.summary.uuid
        if sheet is None or not sheet.holds(uuid):
            self._keep_typed()
            self.box.dismiss()
            return
        now = sheet.at(sheet.base(uuid))
        before, text = asked.seen.notice.text, now.notice.text
        span = Following(before, text).span(asked.start, asked.end)
        if now.notice == asked.seen.notice:
            self.box.move_near(self._near())
        elif span is not None and asked.cell is None:
            others = tuple(alike(text, *span)) if asked.part else ()
            self._asked = replace(asked, seen=now, start=span[0], end=span[1], others=others)
            self.box.set_places([sentence(text, at, at + len(asked.words)) for at in others])
            self.box.move_near(self._near())
            self.box.tell(self.tr("The document was changed elsewhere. Look, then correct again."))
        else:
            self._keep_typed()
            self.box.dismiss()

    def _opened(self, stored: StoredNotice | None) -> None:
        if stored is None and self._asked is not None:
            self._keep_typed()
            self.box.dismiss()

    def _library_opened(self, _: str) -> None:
        self._keep_typed()
        self.box.dismiss()

    # ---- taken back, made again

    def _show_step(self, step: Step) -> None:
        """Bring into sight what was taken back or made again, or say where that was."""
        sheet = self._reader.sheet
        if not isinstance(step, CorrectionStep) or sheet is None:
            return
        changed = step.report.notices
        if any(sheet.holds(uuid) for uuid in changed):
            self._jobs.correcting.place(step.uuid, self, self._go, _say_nothing)
        elif step.report.corrections and changed:
            title = step.report.corrections[0].title
            undone = self.tr("Taken back in “{title}”: {what}")
            told = undone if step.undone else self.tr("Made again in “{title}”: {what}")
            self._messages.show(told.format(title=title, what=self._words.say(step.key)))

    def _go(self, place: tuple[str, int, int]) -> None:
        uuid, start, end = place
        sheet = self._reader.sheet
        if end and sheet is not None and sheet.holds(uuid):
            self._reader.page.go_to(*sheet.span(uuid, start, end))

    def _keep_typed(self) -> None:
        """Keep what was written in the box, and say where."""
        if not self.box.is_changed:
            return
        QGuiApplication.clipboard().setText(self.box.words)
        self._messages.show(
            self.tr("Your correction was not saved; its words are in the clipboard."),
            self.tr("Go to the place, correct it again and paste them there."),
            "warning",
        )


def _say_nothing(_: BaseException) -> None:
    """A place that cannot be gone to any more need not be told: the correction is made."""
