"""The actions of the menu 标注: what they do, and when they can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop.actions import Actions
from desktop.desk_notes import NotesDesk
from desktop.desk_reading import ReadingDesk
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.types import MARK_STYLES

STYLES = tuple(f"mark-{style}" for style in MARK_STYLES)
_CHANGES = (
    *("mark-longer", "mark-shorter", "mark-earlier", "mark-later"),
    *("note", "note-notice", "bookmark", "bookmark-notice", "notice-tags"),
)


class MarkActions(QObject):
    """Connects them with the page, and switches them on and off."""

    def __init__(
        self,
        jobs: Jobs,
        actions: Actions,
        reader: ReaderPanel,
        reading: ReadingDesk,
        notes: NotesDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._actions = actions
        self._reader = reader
        marking = reader.marking
        for name, slot in (
            ("note", notes.note_here),
            ("note-notice", notes.note_on_notice),
            ("bookmark", notes.bookmark_here),
            ("bookmark-notice", notes.bookmark_notice),
            ("notice-tags", notes.edit_tags),
            ("open-mark", marking.open_mark_here),
            ("mark-longer", marking.end_later),
            ("mark-shorter", marking.end_earlier),
            ("mark-earlier", marking.begin_earlier),
            ("mark-later", marking.begin_later),
        ):
            actions[name].triggered.connect(slot)
        for style in MARK_STYLES:
            actions[f"mark-{style}"].setData(style)
            actions[f"mark-{style}"].triggered.connect(self._mark)
        reader.menu.set_actions(actions.by_name())
        reader.selection_changed.connect(self._show)
        reader.marking.card_changed.connect(self._show)
        reading.opened.connect(self._show)
        self._show()

    def _mark(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self._reader.marking.mark_selection(str(sender.data()))

    def _show(self) -> None:
        """Switch on what can be done now."""
        is_open, writable = self._reader.sheet is not None, not self._jobs.read_only
        selected = is_open and self._reader.page.textCursor().hasSelection()
        with_card = self._reader.card.mark is not None
        self._actions.enable(("open-mark",), is_open)
        self._actions.enable(_CHANGES, is_open and writable)
        self._actions.enable(STYLES, (selected or with_card) and writable)
