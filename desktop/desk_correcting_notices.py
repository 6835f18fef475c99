"""Correcting what is one notice: split at a paragraph, merged with the next, moved to an issue."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import Actions
from desktop.correcting_menu import add_correction, reason
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.dialogs.issue_choice import IssueChoiceDialog
from desktop.messages import Messages
from desktop.models.tree_nodes import Node
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.text_places import place_at
from desktop.tasks.jobs import Jobs
from storage.types import CorrectionReport, NoticeSummary
from storage.words import Words


class NoticesDesk(QObject):
    """Offers it in the page's menu, in the tree's and by key."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        actions: Actions,
        panels: tuple[LibraryPanel, ReaderPanel],
        desks: tuple[ReadingDesk, MarkingDesk],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._words = words
        self._library, self._reader = panels
        self._reading, self._marking = desks
        self._window = parent
        self._library.menu_opening.connect(self._add_to_tree_menu)
        self._reader.menu.opening.connect(self._add_to_page_menu)
        actions["split-notice"].triggered.connect(self.split_here)
        actions["merge-notice"].triggered.connect(self.merge_here)
        actions["move-notice"].triggered.connect(self.move_here)

    # ---- menus

    def _add_to_page_menu(self, menu: QMenu, offset: int) -> None:
        if self._reader.sheet is not None:
            label = self.tr("From this paragraph on another document")
            self._add(menu, label, partial(self._split_at, offset))

    def _add_to_tree_menu(self, menu: QMenu, node: Node) -> None:
        notice = node.value
        if not isinstance(notice, NoticeSummary):
            return
        menu.addSeparator()
        if self._next(notice) is not None:
            self._add(menu, self.tr("Merge with the next document"), partial(self._merge, notice))
        self._add(menu, self.tr("Move to another issue…"), partial(self._ask_issue, notice))

    def _add(self, menu: QMenu, label: str, slot: Callable[..., object]) -> None:
        add_correction(menu, label, slot, reason(self._jobs, self._words))

    def _next(self, notice: NoticeSummary) -> NoticeSummary | None:
        """The notice behind another one in its issue."""
        known = self._library.model.notices()
        issue = [one for one in known if one.issue_id == notice.issue_id]
        behind = [one for one in issue if one.position > notice.position]
        return min(behind, key=lambda one: one.position, default=None)

    # ---- by key

    def split_here(self) -> None:
        """Let another notice begin with the paragraph at the caret."""
        self.split(self._reader.page.caret_or_top())

    def merge_here(self) -> None:
        """Merge the notice where the reader is with the next of its issue."""
        stored = self._reader.stored
        if stored is not None:
            self._merge(stored.summary)

    def move_here(self) -> None:
        """Move the notice where the reader is to another issue."""
        stored = self._reader.stored
        if stored is not None:
            self._ask_issue(stored.summary)

    # ---- doing it

    def split(self, offset: int) -> None:
        """Let another notice begin with the paragraph at an offset of the page."""
        sheet = self._reader.sheet
        if sheet is None or self._jobs.read_only:
            return
        seen, at = sheet.at(offset), sheet.place(offset)[1]
        line = seen.notice.blocks[place_at(seen.notice, at).block].lines[0]
        self._jobs.correcting.split(seen.summary.uuid, line, partial(self._split, seen.summary))

    def _split_at(self, offset: int, _: bool = False) -> None:
        self.split(offset)

    def _split(self, first: NoticeSummary, report: CorrectionReport) -> None:
        new = [uuid for uuid in report.notices if uuid != first.uuid]
        action = (self.tr("Open the new one"), partial(self._reading.open, new[0])) if new else None
        self._messages.show(
            self.tr("Two documents were made of “{title}”.").format(title=first.title),
            self.tr("Marks and corrections went where their words are."),
            action=action or (self.tr("Take back"), self._marking.undo),
        )

    def _merge(self, notice: NoticeSummary, _: bool = False) -> None:
        if not self._jobs.read_only:
            self._jobs.correcting.merge(notice.uuid, partial(self._merged, notice))

    def _merged(self, notice: NoticeSummary, _: CorrectionReport) -> None:
        self._messages.show(
            self.tr("“{title}” and the document behind it are one.").format(title=notice.title),
            action=(self.tr("Take back"), self._marking.undo),
        )

    def _ask_issue(self, notice: NoticeSummary, _: bool = False) -> None:
        if self._jobs.read_only:
            return
        issues = [one for one in self._library.model.issues() if one.id != notice.issue_id]
        dialog = IssueChoiceDialog(notice.title, issues, self._window)
        dialog.issue_chosen.connect(partial(self._move, notice))
        dialog.show()

    def _move(self, notice: NoticeSummary, issue_id: int) -> None:
        self._jobs.correcting.move(notice.uuid, issue_id, partial(self._moved, notice))

    def _moved(self, notice: NoticeSummary, _: CorrectionReport) -> None:
        self._messages.show(
            self.tr("“{title}” was moved.").format(title=notice.title),
            action=(self.tr("Take back"), self._marking.undo),
        )
