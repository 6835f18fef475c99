"""Reading two notices beside each other: choosing them, comparing them, and back to reading."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.actions import Actions
from desktop.desk_reading import ReadingDesk
from desktop.dialogs.beside import BesideDialog
from desktop.panels.compare_panel import ComparePanel
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.outline_panel import OutlinePanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.compare_jobs import Compared
from desktop.tasks.jobs import Jobs
from desktop.window_sides import WindowSides
from storage.types import Mark, NoticeSummary

_ROOM = 1120
"""Pixels that two pages want at least; the sides of the window give way to them."""
_WHILE_COMPARING = ("next-difference", "previous-difference")
_WHILE_READING = ("find", "open-mark", "caret")
_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class CompareDesk(QObject):
    """Puts the comparison in the place of the page, and the page back."""

    def __init__(
        self,
        jobs: Jobs,
        library: LibraryPanel,
        outline: OutlinePanel,
        reading: ReadingDesk,
        middle: QStackedWidget,
        pages: tuple[ReaderPanel, ComparePanel],
        actions: Actions,
        parent: QWidget,
    ) -> None:
        """`middle` holds the reader and the panel, `pages`, of which it shows the reader."""
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._middle = middle
        self._reader, self._panel = pages
        self._actions = actions
        self._window = parent
        self._wanted: tuple[str, str] = ("", "")
        self._sides = WindowSides(middle, actions)
        actions.enable(_WHILE_COMPARING, False)
        jobs.library_opened.connect(self.close)
        jobs.library_changed.connect(self._library_changed)
        jobs.marking.edited.connect(self._load_marks)
        library.beside_wanted.connect(self.ask_beside)
        outline.place_wanted.connect(self._show_place)
        reading.leaving.connect(self.close)
        reading.opened.connect(self._opened)
        actions["go-page"].triggered.connect(self._focus)
        self._panel.closed.connect(self._close_by_user)
        self._panel.swap_wanted.connect(self.swap)

    @property
    def is_open(self) -> bool:
        """Whether two notices are shown."""
        return self._middle.currentWidget() is self._panel

    @property
    def pair(self) -> tuple[str, str]:
        """The notices that are shown, or on their way, left and right; "" for none."""
        return self._wanted

    # ---- choosing

    def ask(self) -> None:
        """Ask what is to be read beside the open notice."""
        stored = self._reader.stored
        if stored is not None:
            self._ask_for(stored.summary)

    def ask_beside(self, notice: NoticeSummary) -> None:
        """Read a notice of the tree beside the open one; ask where that is the same or none."""
        if self._reader.uuid in ("", notice.uuid):
            self._ask_for(notice)
        else:
            self.compare(self._reader.uuid, notice.uuid)

    def _ask_for(self, notice: NoticeSummary) -> None:
        dialog = BesideDialog(notice, self._library.model.notices(), self._window)
        dialog.chosen.connect(partial(self.compare, notice.uuid))
        self._jobs.likely_beside(notice.uuid, dialog, dialog.set_likely)
        dialog.open()

    # ---- comparing

    def compare(self, one: str, other: str) -> None:
        """Show two notices by their uuids, the older one left."""
        dates = {notice.uuid: notice.date or "" for notice in self._library.model.notices()}
        first, second = dates.get(one, ""), dates.get(other, "")
        turned = bool(first and second and second < first)
        self._compare(*((other, one) if turned else (one, other)))

    def swap(self) -> None:
        """Change the sides."""
        left, right = self._wanted
        self._compare(right, left)

    def _compare(self, left: str, right: str) -> None:
        self._wanted = left, right
        self._jobs.compare(left, right, self, self._compared, self._failed)

    def _compared(self, answer: Compared) -> None:
        left, right = answer.notices
        if (left.summary.uuid, right.summary.uuid) != self._wanted:
            return
        self._enter()
        self._panel.show_notices(
            (left, answer.marks[0]), (right, answer.marks[1]), answer.comparison
        )

    def _failed(self, fault: BaseException) -> None:
        self.close()
        self._jobs.tell_fault(fault)

    def _library_changed(self, what: str) -> None:
        if not self.is_open:
            return
        if what == "notices":
            self._compare(*self._wanted)
        elif what == "marks":
            self._load_marks()

    def _load_marks(self, _: object = None) -> None:
        if self.is_open:
            for uuid in self._wanted:
                self._jobs.marking.of_notice(uuid, self, partial(self._show_marks, uuid))

    def _show_marks(self, uuid: str, marks: list[Mark]) -> None:
        for side in self._panel.sides:
            if side.stored is not None and side.stored.summary.uuid == uuid:
                side.set_marks(marks)

    # ---- coming and going

    def _enter(self) -> None:
        if self.is_open:
            return
        self._reader.marking.put_away()
        self._unselect()
        self._middle.setCurrentWidget(self._panel)
        self._sides.put_away(_ROOM)
        self._actions.enable(_WHILE_COMPARING, True)
        self._actions.enable(_WHILE_READING, False)
        self._focus()

    def _focus(self) -> None:
        if self.is_open:
            self._panel.sides[1].page.setFocus(_BY_KEY)

    def _unselect(self) -> None:
        """What is copied or marked by key is not to be a selection that is no longer seen."""
        page = self._reader.page
        if page.textCursor().hasSelection():
            top = page.top_offset()
            page.clear_selection()  # goes to the caret
            page.scroll_to(top)

    def close(self, *_: object) -> None:
        """Go back to reading, where it was."""
        self._wanted = ("", "")
        if not self.is_open:
            return
        self._panel.close_notices()
        self._middle.setCurrentWidget(self._reader)
        self._sides.bring_back()
        self._actions.enable(_WHILE_COMPARING, False)
        self._actions.enable(_WHILE_READING, self._reader.stored is not None)

    def _close_by_user(self) -> None:
        self.close()
        self._reader.page.setFocus(_BY_KEY)

    def _opened(self, stored: object) -> None:
        """The page set anew for another look switches the reader's actions on."""
        if stored is None:
            self.close()
        elif self.is_open:
            self._actions.enable(_WHILE_READING, False)

    def _show_place(self, offset: int) -> None:
        """The outline is that of the open notice, on whichever side it is."""
        if self.is_open and self._reader.sheet is not None:
            self._panel.show_place(*self._reader.sheet.place(offset))
