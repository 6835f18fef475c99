"""Bookmarks and tags in the library's tree: kept in step with the marks, and gone to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.desk_marks import MarkingDesk
from desktop.models.smart_folders import folders_of
from desktop.panels.library_panel import LibraryPanel

_AFTER = 120
"""Milliseconds after the last change: of many changes at once the folders are filled once."""


class FoldersDesk(QObject):
    """Fills the tree's folders of bookmarks and tags, and follows a click there."""

    def __init__(
        self,
        library: LibraryPanel,
        marking: MarkingDesk,
        show_tag: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        """`show_tag` lists the marks that have a tag."""
        super().__init__(parent)
        self._library = library
        self._marking = marking
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self._fill)
        marking.shelf.changed.connect(self._timer.start)
        marking.shelf.reset.connect(self._timer.start)
        library.bookmark_wanted.connect(marking.go)
        library.tag_wanted.connect(show_tag)

    def _fill(self) -> None:
        shelf = self._marking.shelf
        folders = folders_of(shelf.marks(), shelf.tags(), shelf.tagged_notices())
        self._library.model.set_folders(folders)
