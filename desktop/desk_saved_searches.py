"""The searches that are kept in the tree: saved, counted, renamed, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.messages import Messages
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.results_panel import ResultsPanel
from desktop.tasks.jobs import Jobs
from desktop.tasks.work import Tree
from storage.moments import now
from storage.types import Edit, SavedSearch, SearchChange, SearchResult


class SavedCounts(QObject):
    """Counts what the saved searches find, one after the other."""

    def __init__(self, jobs: Jobs, library: LibraryPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._waiting: list[SavedSearch] = []

    def count(self, searches: list[SavedSearch]) -> None:
        """Count anew."""
        self._waiting = list(searches)
        self._next()  # an older search of this owner is given up by Jobs

    def _next(self) -> None:
        if self._waiting:
            self._jobs.search(self._waiting[0].query, self, self._counted, self._failed, limit=1)

    def _counted(self, result: SearchResult) -> None:
        if self._waiting:
            search = self._waiting.pop(0)
            self._library.model.set_count(search.uuid, result.total_notices)
        self._next()

    def _failed(self, _: BaseException) -> None:
        self._waiting = []  # the search box will say why


class SavedSearchDesk(QObject):
    """Connects the tree's folder of saved searches with the library."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        results: ResultsPanel,
        library: LibraryPanel,
        reading: ReadingDesk,
        marking: MarkingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._marking = marking
        self._window = parent
        self._counts = SavedCounts(jobs, library, self)
        self._query = ""
        self._renamed: SavedSearch | None = None
        reading.tree_loaded.connect(self._tree_loaded)
        library.rename_search_wanted.connect(self._ask_new_name)
        library.delete_search_wanted.connect(self._delete)
        results.save_wanted.connect(self._ask_name)

    def _tree_loaded(self, tree: Tree) -> None:
        self._counts.count(tree[2])

    def _ask_name(self, query: str) -> None:
        self._query = query
        dialog = self._name_dialog(self.tr("Save this search"), query)
        dialog.textValueSelected.connect(self._save)
        dialog.open()

    def _save(self, name: str) -> None:
        if name.strip():
            self._jobs.saved_searches.save(name.strip(), self._query, done=self._saved)

    def _saved(self, edit: Edit) -> None:
        self._marking.undo_stack.push(edit)
        search = edit.searches[0].after
        self._messages.show(
            self.tr("The search “{name}” now stands in the tree.").format(name=search.name)
        )

    def _ask_new_name(self, search: SavedSearch) -> None:
        self._renamed = search
        dialog = self._name_dialog(self.tr("Rename this search"), search.name)
        dialog.textValueSelected.connect(self._rename)
        dialog.open()

    def _rename(self, name: str) -> None:
        if name.strip() and self._renamed is not None:
            after = replace(self._renamed, name=name.strip())
            self._change("edit-search-renamed", [SearchChange(self._renamed, after)])

    def _delete(self, search: SavedSearch) -> None:
        after = replace(search, deleted=now())
        self._change("edit-search-deleted", [SearchChange(search, after)])

    def _change(self, key: str, changes: Sequence[SearchChange]) -> None:
        """Make changes as one step that can be taken back."""
        edit = Edit(key, searches=tuple(changes))
        self._jobs.marking.apply(edit, self._marking.undo_stack.push)

    def _name_dialog(self, title: str, name: str) -> QInputDialog:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("&Name"))
        dialog.setTextValue(name)
        dialog.setMinimumWidth(440)
        dialog.finished.connect(dialog.deleteLater)
        return dialog
