"""The searches that are kept in the tree: run, counted, ordered, grouped, changed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.desk_search import SearchDesk
from desktop.desk_search_counts import SearchCounts
from desktop.dialogs.saved_search import SavedSearchDialog
from desktop.messages import Messages
from desktop.models.search_shelf import SearchShelf
from desktop.models.tree_nodes import Node
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.library_tree_view import KEYS
from desktop.panels.results_panel import ResultsPanel
from desktop.tasks.jobs import Jobs
from desktop.tasks.work import Tree
from storage.moments import now
from storage.types import Edit, SavedSearch, SearchChange
from storage.words import Words


class SavedSearchDesk(QObject):
    """Connects the tree's folder of kept searches with the library."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        panels: tuple[LibraryPanel, ResultsPanel],
        desks: tuple[ReadingDesk, MarkingDesk, SearchDesk],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library, results = panels
        reading, self._marking, self._searching = desks
        self._jobs = jobs
        self._messages = messages
        self._window = parent
        self._shelf = SearchShelf()
        self._told = ""
        self.counts = SearchCounts(jobs, words, self._library, self)
        reading.tree_loaded.connect(self._tree_loaded)
        jobs.library_changed.connect(self._library_changed)
        jobs.marking.edited.connect(self._edited)
        results.save_wanted.connect(self._ask_name)
        self._library.saved_search_wanted.connect(self.open)
        self._library.menu_opening.connect(self._fill_menu)
        self._library.tree.search_key.connect(self._key_pressed)
        self._library.model.search_placed.connect(self._place)

    # ---- what is kept

    @property
    def searches(self) -> list[SavedSearch]:
        """The kept searches and groups in the order of their positions."""
        return list(self._shelf.searches)

    def _tree_loaded(self, tree: Tree) -> None:
        self._take(tree[2])

    def _library_changed(self, what: str) -> None:
        if what == "searches":
            self._load()

    def _edited(self, edit: Edit) -> None:
        if edit.searches:
            self._load()

    def _load(self) -> None:
        self._jobs.saved_searches.load(self, self._loaded)

    def _loaded(self, searches: list[SavedSearch]) -> None:
        self._library.set_searches(searches)
        self._take(searches)

    def _take(self, searches: list[SavedSearch]) -> None:
        self._shelf = SearchShelf(searches)
        self.counts.set_searches(searches)

    # ---- run

    def open(self, search: SavedSearch) -> None:
        """Run a kept search: nothing that it finds now is new any more."""
        self.counts.opened(search)
        self._searching.search(search.query, search.sort)

    # ---- kept

    def _ask_name(self, query: str) -> None:
        kept = SavedSearch("", query, query, sort=self._searching.sort)
        self._ask(kept, self.tr("Save this search"), self._save)

    def _ask(
        self, search: SavedSearch, title: str, answered: Callable[[SavedSearch], object]
    ) -> None:
        dialog = SavedSearchDialog(search, self._shelf.groups(), title, self._window)
        dialog.chosen.connect(answered)
        dialog.open()

    def _save(self, kept: SavedSearch) -> None:
        save = self._jobs.saved_searches.save
        save(kept.name, kept.query, kept.sort, kept.group, self._saved)

    def _saved(self, edit: Edit) -> None:
        self._marking.undo_stack.push(edit)
        search = edit.searches[0].after
        self._messages.show(
            self.tr("The search “{name}” now stands in the tree.").format(name=search.name)
        )

    # ---- changed

    def _change(
        self,
        key: str,
        changes: Sequence[SearchChange],
        done: Callable[[Edit], object] | None = None,
    ) -> None:
        """Make changes as one step that can be taken back."""

        def written(edit: Edit) -> None:
            self._marking.undo_stack.push(edit)
            if done is not None:
                done(edit)

        if changes:
            self._jobs.marking.apply(Edit(key, searches=tuple(changes)), written)

    def edit(self, search: SavedSearch) -> None:
        """Ask for another name, query, order and group; of a group for another name."""
        if search.is_group:
            rename = partial(self._rename_group, search)
            self._ask_group_name(self.tr("Rename this group"), search.name, rename)
        else:
            self._ask(search, self.tr("Change this search"), partial(self._edit, search))

    def _edit(self, before: SavedSearch, after: SavedSearch) -> None:
        if after.group != before.group:
            end = len(self._shelf.inside(after.group))
            after = replace(after, position=end)
        if after != before:
            self._change("edit-search-changed", [SearchChange(before, after)])

    def _rename_group(self, group: SavedSearch, name: str) -> None:
        if name.strip() and name.strip() != group.name:
            change = SearchChange(group, replace(group, name=name.strip()))
            self._change("edit-search-renamed", [change])

    def delete(self, search: SavedSearch) -> None:
        """Delete a search, or a group with all in it; the message bar offers to take it back."""
        self._change("edit-search-deleted", self._shelf.deleted(search.uuid, now()), self._deleted)

    def _deleted(self, edit: Edit) -> None:
        search = edit.searches[0].after
        words = (
            self.tr("The group “{name}” and its searches were deleted.")
            if search.is_group
            else self.tr("The search “{name}” was deleted.")
        )
        self._told = words.format(name=search.name)
        self._messages.show(self._told, action=(self.tr("Take back"), self._take_back))

    def _take_back(self) -> None:
        self._marking.undo()
        self._messages.withdraw(self._told)

    def step(self, search: SavedSearch, step: int) -> None:
        """Move a search or group a row up or down."""
        self._change("edit-search-moved", self._shelf.stepped(search.uuid, step))

    def _place(self, uuid: str, group: str, at: int) -> None:
        self._change("edit-search-moved", self._shelf.placed(uuid, group, at))

    # ---- groups

    def new_group(self, search: SavedSearch | None = None) -> None:
        """Ask for the name of a new group, with a search in it where one is given."""
        uuid = "" if search is None else search.uuid
        self._ask_group_name(self.tr("New group"), "", partial(self._make_group, uuid))

    def _make_group(self, uuid: str, name: str) -> None:
        if name.strip():
            made = partial(self._group_made, uuid)
            self._jobs.saved_searches.make_group(name.strip(), self, made)

    def _group_made(self, uuid: str, group: SavedSearch) -> None:
        self._change("edit-search-group", self._shelf.grouped(group, uuid))

    def dissolve(self, group: SavedSearch) -> None:
        """Take a group away; its searches stay where it stood."""
        self._change("edit-search-dissolved", self._shelf.dissolved(group.uuid, now()))

    def _ask_group_name(self, title: str, name: str, chosen: Callable[[str], object]) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("&Name"))
        dialog.setTextValue(name)
        dialog.setMinimumWidth(360)
        dialog.finished.connect(dialog.deleteLater)
        dialog.textValueSelected.connect(chosen)
        dialog.open()

    # ---- menu and keys

    def _key_pressed(self, search: SavedSearch, name: str) -> None:
        if self._jobs.read_only:
            return
        actions = {
            "edit": partial(self.edit, search),
            "delete": partial(self.delete, search),
            "up": partial(self.step, search, -1),
            "down": partial(self.step, search, 1),
        }
        actions[name]()

    def _fill_menu(self, menu: QMenu, node: Node) -> None:
        """What can be done with a kept search, a group, or the folder of all."""
        search = node.value if isinstance(node.value, SavedSearch) else None
        if search is not None and not search.is_group:
            self._add(menu, self.tr("Search"), partial(self.open, search))
            menu.addSeparator()
        if search is not None:
            self._add_changes(menu, search)
        elif node.kind == "searches":
            self._add(menu, self.tr("New group…"), self.new_group)
        if self._jobs.read_only:
            for action in menu.actions()[1:] if search is not None else menu.actions():
                action.setEnabled(False)

    def _add_changes(self, menu: QMenu, search: SavedSearch) -> None:
        label = self.tr("Rename…") if search.is_group else self.tr("Change…")
        self._add(menu, label, partial(self.edit, search), "edit")
        if not search.is_group:
            self._add_groups(menu, search)
        self._add(menu, self.tr("Move up"), partial(self.step, search, -1), "up")
        self._add(menu, self.tr("Move down"), partial(self.step, search, 1), "down")
        menu.addSeparator()
        if search.is_group:
            self._add(menu, self.tr("Dissolve the group"), partial(self.dissolve, search))
            delete = self.tr("Delete the group and its searches")
        else:
            delete = self.tr("Delete")
        self._add(menu, delete, partial(self.delete, search), "delete")

    def _add_groups(self, menu: QMenu, search: SavedSearch) -> None:
        """The groups that a search can be put into."""
        groups = QMenu(self.tr("Move to group"), menu)
        menu.addMenu(groups)
        here = self._shelf.group_of(search)
        for group in self._shelf.groups():
            label = group.name.replace("&", "&&")
            action = self._add(groups, label, partial(self._place, search.uuid, group.uuid, -1))
            action.setEnabled(group.uuid != here)
        if here:
            self._add(groups, self.tr("No group"), partial(self._place, search.uuid, "", -1))
        groups.addSeparator()
        self._add(groups, self.tr("New group…"), partial(self.new_group, search))

    def _add(self, menu: QMenu, label: str, slot: Callable[[], object], key: str = "") -> QAction:
        action = menu.addAction(label)
        action.triggered.connect(lambda _=False: slot())
        if key:
            action.setShortcut(QKeySequence(KEYS[key]))
        return action
