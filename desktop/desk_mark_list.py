"""The list of marks: what it shows, where its clicks go, and changes of many at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.desk_copying import CopyingDesk
from desktop.desk_files import FilesDesk
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.dialogs.due_day import DueDayDialog
from desktop.dialogs.mark_tags import MarkTagsDialog
from desktop.models.mark_board import MarkBoard
from desktop.models.mark_filter import MarkFilter
from desktop.panels.marks_panel import MarksPanel
from desktop.tasks.jobs import Jobs
from desktop.tasks.work import Tree
from storage.moments import now
from storage.types import Mark, MarkChange, StoredNotice


class MarkListDesk(QObject):
    """Connects the panel of marks with the marks of the library."""

    def __init__(
        self,
        jobs: Jobs,
        panel: MarksPanel,
        reading: ReadingDesk,
        marking: MarkingDesk,
        copying: CopyingDesk,
        files: FilesDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._panel = panel
        self._marking = marking
        self._copying = copying
        self._files = files
        self._window = parent
        self._chosen: list[Mark] = []
        self.board = MarkBoard(marking.shelf, self)
        self.board.arranged.connect(self._show)
        reading.tree_loaded.connect(self._tree_loaded)
        reading.opened.connect(self._notice_opened)
        jobs.library_opened.connect(self._library_opened)
        self._connect_bar()
        self._connect_list()

    def _connect_bar(self) -> None:
        bar, board = self._panel.bar, self.board
        bar.scope_changed.connect(board.set_scope)
        bar.filter_changed.connect(board.set_filter)
        bar.grouping_changed.connect(board.set_grouping)
        bar.order_changed.connect(board.set_order)
        bar.form_shown.connect(self._show_facets)
        bar.show_arrangement(board.grouping, board.order)

    def _connect_list(self) -> None:
        panel, marking = self._panel, self._marking
        panel.mark_wanted.connect(marking.go)
        panel.note_wanted.connect(marking.open_note)
        panel.deletion_wanted.connect(marking.delete_all)
        panel.copy_wanted.connect(self._copying.copy_marks)
        panel.export_wanted.connect(self._files.ask_export_marks)
        panel.style_wanted.connect(self._restyle)
        panel.tags_wanted.connect(self._ask_tags)
        panel.due_wanted.connect(self._set_due)
        panel.done_wanted.connect(self._set_done)

    # ---- what is shown

    def _tree_loaded(self, tree: Tree) -> None:
        self.board.set_notices(tree[1])

    def _notice_opened(self, stored: StoredNotice | None) -> None:
        self.board.set_open(stored.summary.uuid if stored is not None else "")

    def _library_opened(self, _: str) -> None:
        self._panel.set_read_only(self._jobs.read_only)

    def _show(self) -> None:
        board = self.board
        self._panel.show_arrangement(
            board.arrangement, board.shown_grouping, with_source=board.names_notices
        )
        self._show_facets()

    def _show_facets(self) -> None:
        if self._panel.bar.form.isVisible():
            self._panel.bar.form.show_facets(self.board.facets())

    def show_filtered(self, wanted: MarkFilter) -> None:
        """Show the marks of the whole library that fit a filter."""
        bar = self._panel.bar
        bar.scope.setCurrentIndex(bar.scope.findData("library"))
        bar.set_filter(wanted)

    # ---- many at once

    def _restyle(self, marks: Sequence[Mark], style: str) -> None:
        self._change("edit-style", marks, lambda mark: {"style": style})

    def _set_done(self, marks: Sequence[Mark], done: bool) -> None:
        moment = now()
        self._change(
            "edit-done", marks, lambda mark: {"done": (mark.done or moment) if done else ""}
        )

    def _set_due(self, marks: Sequence[Mark], day: str) -> None:
        if day == "choose":
            self._chosen = list(marks)
            dialog = DueDayDialog(next((mark.due for mark in marks if mark.due), ""), self._window)
            dialog.chosen.connect(self._due_chosen)
            dialog.open()
            return
        today = datetime.date.today()
        days = {"today": 0, "tomorrow": 1, "week": 7}
        due = (today + datetime.timedelta(days[day])).isoformat() if day else ""
        self._change("edit-due", marks, lambda mark: {"due": due})

    def _due_chosen(self, day: str) -> None:
        self._change("edit-due", self._chosen, lambda mark: {"due": day})

    def _ask_tags(self, marks: Sequence[Mark]) -> None:
        self._chosen = list(marks)
        known = list(self._marking.shelf.tags())
        dialog = MarkTagsDialog([mark.tags for mark in marks], known, self._window)
        dialog.chosen.connect(self._tags_chosen)
        dialog.open()

    def _tags_chosen(self, added: set[str], removed: set[str]) -> None:
        def tagged(mark: Mark) -> dict[str, Any]:
            return {"tags": tuple(sorted((set(mark.tags) | added) - removed))}

        self._change("edit-tags", self._chosen, tagged)

    def _change(
        self, key: str, marks: Sequence[Mark], fields: Callable[[Mark], dict[str, Any]]
    ) -> None:
        """Change marks as they are now, all in one step."""
        known = [mark for one in marks if (mark := self._marking.shelf.mark(one.uuid))]
        changes = [MarkChange(mark, replace(mark, **fields(mark))) for mark in known]
        changes = [change for change in changes if change.before != change.after]
        if changes:
            self._marking.change(key, changes)
