"""Kept searches shared as files: written from the tree, looked through and taken in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.desk_marks import MarkingDesk
from desktop.dialogs import file_choice
from desktop.dialogs.search_import import SearchImportDialog
from desktop.messages import Messages
from desktop.models.tree_nodes import Node
from desktop.panels.library_panel import LibraryPanel
from desktop.settings import Settings
from desktop.tasks.jobs import Jobs
from storage.types import Edit, SavedSearch, SearchDraft

_SUFFIX = ".antou-searches.json"


class SearchFilesDesk(QObject):
    """Adds export and import to the menus of the tree's kept searches."""

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        messages: Messages,
        library: LibraryPanel,
        marking: MarkingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._messages = messages
        self._marking = marking
        self._window = parent
        library.menu_opening.connect(self._fill_menu)

    def _fill_menu(self, menu: QMenu, node: Node) -> None:
        if isinstance(node.value, SavedSearch):
            menu.addSeparator()
            self._add(menu, self.tr("Export…"), partial(self.export, node.value))
        elif node.kind == "searches":
            all_of_them = self._add(menu, self.tr("Export all…"), partial(self.export, None))
            all_of_them.setEnabled(bool(node.children))
            taken_in = self._add(menu, self.tr("Import…"), self.ask_import)
            taken_in.setEnabled(not self._jobs.read_only)

    def _add(self, menu: QMenu, label: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(label)
        action.triggered.connect(lambda _=False: slot())
        return action

    # ---- export

    def export(self, search: SavedSearch | None) -> None:
        """Ask for a file, and write a search, a group, or all (None) into it."""
        name = self.tr("Saved searches") if search is None else search.name
        plain = "".join("_" if sign in '\\/:*?"<>|' else sign for sign in name).strip(" .")
        path = file_choice.file_to_write(
            self._window,
            self.tr("Export saved searches"),
            self._settings.export_folder,
            self._kinds(),
            f"{plain[:60]}{_SUFFIX}",
        )
        if not path:
            return
        target = Path(path) if path.endswith(".json") else Path(path + _SUFFIX)
        self._settings.export_folder = str(target.parent)
        self._settings.save()
        uuids = None if search is None else [search.uuid]
        self._jobs.saved_searches.export(target, uuids, self, self._exported)

    def _exported(self, path: Path) -> None:
        self._messages.show(self.tr("Written to {path}").format(path=path))

    def _kinds(self) -> str:
        return self.tr("Saved searches (*{suffix});;All files (*)").format(suffix=_SUFFIX)

    # ---- import

    def ask_import(self) -> None:
        """Ask for a file and show what it would bring in."""
        path = file_choice.file_to_open(
            self._window,
            self.tr("Import saved searches"),
            self._settings.import_folder,
            self._kinds(),
        )
        if path:
            self.show_file(Path(path))

    def show_file(self, path: Path) -> None:
        """Show what a file would bring in."""
        self._jobs.saved_searches.incoming(path, self, partial(self._show_incoming, path.name))

    def _show_incoming(self, name: str, drafts: list[SearchDraft]) -> None:
        dialog = SearchImportDialog(name, drafts, self._window)
        dialog.chosen.connect(self._take_in)
        dialog.open()

    def _take_in(self, drafts: list[SearchDraft], replacing: bool) -> None:
        self._jobs.saved_searches.take_in(drafts, replacing=replacing, done=self._taken_in)

    def _taken_in(self, edit: Edit) -> None:
        self._marking.undo_stack.push(edit)
        count = sum(not change.after.is_group for change in edit.searches)
        self._messages.show(
            self.tr("{count} saved searches were taken in.").format(count=count),
            action=(self.tr("Take back"), self._marking.undo),
        )
