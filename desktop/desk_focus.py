"""Where the keyboard is: from any part of the window to any other by one key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.actions import Actions
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.marks_panel import MarksPanel
from desktop.panels.outline_panel import OutlinePanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.panels.results_panel import ResultsPanel
from desktop.panels.search_box import SearchBox

_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class FocusDesk(QObject):
    """Shows a part of the window and gives it the keyboard."""

    def __init__(
        self,
        actions: Actions,
        sides: tuple[QTabWidget, QTabWidget],
        search_box: SearchBox,
        panels: tuple[LibraryPanel, ResultsPanel, ReaderPanel, OutlinePanel, MarksPanel],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._left, self._right = sides
        self._search_box = search_box
        self._library, self._results, self._reader, self._outline, self._marks = panels

    def search(self) -> None:
        """The search box, its words selected."""
        self._search_box.setFocus(_BY_KEY)
        self._search_box.selectAll()

    def filter(self) -> None:
        """The filter of the tree."""
        self._show_left(self._library)
        self._library.filter.setFocus(_BY_KEY)
        self._library.filter.selectAll()

    def library(self) -> None:
        """The tree."""
        self._show_left(self._library)
        self._library.tree.setFocus(_BY_KEY)

    def results(self) -> None:
        """The results of the search."""
        self._show_left(self._results)
        self._results.focus_results()

    def show_results(self) -> None:
        """The results of the search are seen; the keyboard stays where it is."""
        self._show_left(self._results)

    def page(self) -> None:
        """The text."""
        self._reader.page.setFocus(_BY_KEY)

    def outline(self) -> None:
        """The outline."""
        self._show_right(self._outline)
        self._outline.list.setFocus(_BY_KEY)

    def marks(self) -> None:
        """The list of marks."""
        self._show_right(self._marks)
        self._marks.list.setFocus(_BY_KEY)

    def _show_left(self, panel: QWidget) -> None:
        self._actions["left-side"].setChecked(True)
        self._left.setCurrentWidget(panel)

    def _show_right(self, panel: QWidget) -> None:
        self._actions["right-side"].setChecked(True)
        self._right.setCurrentWidget(panel)
