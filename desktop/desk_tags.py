"""Managing tags: renamed, merged and removed as steps that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.desk_mark_list import MarkListDesk
from desktop.desk_marks import MarkingDesk
from desktop.dialogs.tags import TagsDialog
from desktop.models.mark_filter import MarkFilter
from desktop.tasks.jobs import Jobs


class TagsDesk(QObject):
    """Opens the list of tags and does what is asked there."""

    def __init__(
        self,
        jobs: Jobs,
        marking: MarkingDesk,
        mark_list: MarkListDesk,
        show_panel: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._marking = marking
        self._list = mark_list
        self._show_panel = show_panel
        self._window = parent
        marking.shelf.changed.connect(self._refresh)
        marking.shelf.reset.connect(self._refresh)

    def show(self) -> None:
        """Open the list of tags."""
        if not self._window.findChildren(TagsDialog):
            dialog = TagsDialog(read_only=self._jobs.read_only, parent=self._window)
            dialog.retag_wanted.connect(self._retag)
            dialog.marks_wanted.connect(self.show_marks)
            dialog.show()
            self._refresh()

    def _refresh(self) -> None:
        for dialog in self._window.findChildren(TagsDialog):
            dialog.set_tags(self._marking.shelf.tags())

    def _retag(self, old: Sequence[str], new: str) -> None:
        self._jobs.marking.retag(old, new, self._marking.undo_stack.push)

    def show_marks(self, tag: str) -> None:
        """List the marks of the whole library that have a tag."""
        self._show_panel()
        self._list.show_filtered(MarkFilter(tags=frozenset({tag})))
