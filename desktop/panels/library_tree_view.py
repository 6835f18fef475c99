"""The tree's view: keys that change a kept search where it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeView, QWidget

from desktop.models.library_tree import NODE_ROLE
from desktop.models.tree_nodes import Node
from storage.types import SavedSearch

KEYS = {"edit": "F2", "delete": "Del", "up": "Ctrl+Shift+Up", "down": "Ctrl+Shift+Down"}
"""What is asked for by which keys."""


class LibraryTree(QTreeView):
    """Shows the library."""

    search_key = Signal(object, str)  # SavedSearch, "edit", "delete", "up" or "down"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDropIndicatorShown(True)

    def event(self, event: QEvent) -> bool:
        """Keep F2 for the tree while a kept search is chosen there."""
        if event.type() == QEvent.Type.ShortcutOverride and self._asked(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Edit, delete or move the kept search that is chosen."""
        asked = self._asked(event)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.search_key.emit(*asked)

    def _asked(self, event: QEvent) -> tuple[SavedSearch, str] | None:
        if not isinstance(event, QKeyEvent):
            return None
        node = self.currentIndex().data(NODE_ROLE) if self.currentIndex().isValid() else None
        value = node.value if isinstance(node, Node) else None
        pressed = QKeySequence(event.keyCombination())
        name = next((name for name, keys in KEYS.items() if QKeySequence(keys) == pressed), "")
        return (value, name) if isinstance(value, SavedSearch) and name else None
