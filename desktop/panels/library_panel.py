"""The tab 文库: filter box and tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.models.library_tree import NODE_ROLE, LibraryTreeModel
from desktop.models.tree_nodes import Node, Tree
from desktop.panels.library_tree_view import LibraryTree
from desktop.panels.tree_delegate import TreeDelegate
from desktop.theme import Dress
from storage.types import IssueSummary, Mark, NoticeSummary, SavedSearch, TagCount

_FIRST_OPEN = ("gazette", "year", "singles", "searches", "search-group", "bookmarks")
_MOST_OPENED = 200
"""Notices that a filter or a folder may show opened at once."""


class LibraryPanel(QWidget):
    """Shows the library; asks for notices, searches and changes."""

    notice_wanted = Signal(str)  # uuid
    issue_wanted = Signal(int)  # id: the whole issue as one text
    saved_search_wanted = Signal(object)  # SavedSearch
    bookmark_wanted = Signal(object)  # Mark
    tag_wanted = Signal(str)  # the marks that have it
    delete_issue_wanted = Signal(object)  # IssueSummary
    export_issue_wanted = Signal(object)  # IssueSummary
    findings_wanted = Signal(object)  # IssueSummary
    beside_wanted = Signal(object)  # NoticeSummary
    menu_opening = Signal(object, object)  # QMenu, Node: a desk adds what it can do with it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPanel")
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by title, number or issuer"))
        self.filter.setAccessibleName(self.tr("Filter the library"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # a dropped file is for the window
        self.model = LibraryTreeModel(self)
        self.tree = LibraryTree(self)
        self.tree.setAccessibleName(self.tr("Library"))
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(16)
        self.tree.setMouseTracking(True)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._delegate = TreeDelegate(self.tree)
        self.tree.setItemDelegate(self._delegate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.filter)
        column.addLayout(head)
        column.addWidget(self.tree)
        self._remember()
        self._connect()

    def _remember(self) -> None:
        """What is kept through reloads: which branches are open, what is chosen."""
        self._open_keys: list[str] = []
        self._was_filtered = False
        self._seen: set[str] = set()
        self._current = ""
        self._menu_node: Node | None = None
        self._filter_timer = QTimer(self)
        self._filter_timer.setSingleShot(True)
        self._filter_timer.setInterval(150)

    def _connect(self) -> None:
        self._filter_timer.timeout.connect(self._apply_filter)
        self.filter.textChanged.connect(self._filter_timer.start)
        self.filter.returnPressed.connect(self._open_first)
        self.filter.installEventFilter(self)
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._activate)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.model.modelAboutToBeReset.connect(self._remember_open)
        self.model.modelReset.connect(self._reopen)

    # ---- what it shows

    def set_tree(self, tree: Tree) -> None:
        """Show a library; what was open stays open."""
        known = {issue.id for issue in self.model.issues()}
        self.model.set_tree(tree)
        for issue in tree[0]:
            if issue.id not in known and len(tree[0]) - len(known) <= 3:
                self.tree.setExpanded(self.model.find(f"issue/{issue.id}"), True)

    def set_searches(self, searches: list[SavedSearch]) -> None:
        """Show other kept searches; groups that were open stay open, new ones are opened."""
        shown = [node for node in self.model.made_nodes() if isinstance(node.value, SavedSearch)]
        known = {node.key for node in shown}
        places = {node.key: self.model.index_of(node) for node in shown}
        closed = {key for key, place in places.items() if not self.tree.isExpanded(place)}
        folder_open = self.tree.isExpanded(self.model.find("searches")) or not shown
        chosen = self.tree.currentIndex().data(NODE_ROLE)
        self.model.set_searches(searches)
        self.tree.setExpanded(self.model.find("searches"), folder_open)
        for one in searches:
            key = f"search/{one.uuid}"
            if one.is_group and (key not in known or key not in closed):
                self.tree.setExpanded(self.model.find(key), True)
        if isinstance(chosen, Node) and isinstance(chosen.value, SavedSearch):
            found = self.model.find(chosen.key)
            if found.isValid():
                self.tree.setCurrentIndex(found)

    def select_notice(self, uuid: str) -> None:
        """Show where a notice stands in the tree; a folder of recent ones does not count."""
        self._current = f"notice/{uuid}"
        index = self.tree.currentIndex()
        node = index.data(NODE_ROLE) if index.isValid() else None
        if isinstance(node, Node) and node.key.endswith(self._current):
            return
        found = self.model.find(self._current)
        if found.isValid():
            self.tree.setCurrentIndex(found)
            self.tree.scrollTo(found)

    def show_versions(self, counts: dict[str, int]) -> None:
        """Put a sign at notices that have so many other versions, by uuid."""
        self.model.set_versions(counts)
        self.tree.viewport().update()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._delegate.dress = dress
        self.tree.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the titles anew."""
        super().resizeEvent(event)
        self.tree.scheduleDelayedItemsLayout()

    # ---- filter and expansion

    def _apply_filter(self) -> None:
        self._filter_timer.stop()
        self.model.set_filter(self.filter.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Down goes from the filter into the tree, to the first document."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and cast(QKeyEvent, event).key() == Qt.Key.Key_Down:
            self._go_to_first()
            return True
        return super().eventFilter(watched, event)

    def _go_to_first(self) -> QModelIndex:
        """Put the keyboard on the first document of the tree; its index, invalid without one."""
        self._apply_filter()
        notices = (node for node in self.model.nodes() if isinstance(node.value, NoticeSummary))
        first = next(notices, None)
        index = self.model.index_of(first) if first is not None else QModelIndex()
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return index

    def _open_first(self) -> None:
        """Go to the first document that the filter left, and open it where it is the only one."""
        self._apply_filter()
        if not self.filter.text().strip():
            return
        index = self._go_to_first()
        if index.isValid() and len(self.model.shown_notices()) == 1:
            self._choose(index)

    def _remember_open(self) -> None:
        if self._was_filtered:
            return
        self._open_keys = [
            node.key
            for node in self.model.made_nodes()
            if self.tree.isExpanded(self.model.index_of(node))
        ]

    def _reopen(self) -> None:
        self._was_filtered = bool(self.model.filter_words)
        if self._was_filtered:
            self._open_found()
        else:
            self._open_known()
        found = self.model.find(self._current)
        if found.isValid():
            self.tree.setCurrentIndex(found)

    def _open_found(self) -> None:
        """Open what the filter found down to its notices, or to the issues where it is much."""
        if len(self.model.shown_notices()) <= _MOST_OPENED:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(1)

    def _open_known(self) -> None:
        """Open what was open, and new gazettes and folders."""
        fresh = [node.key for node in self.model.made_nodes() if self._is_fresh(node)]
        self._seen.update(fresh)
        for key in [*fresh, *self._open_keys]:
            index = self.model.find(key)
            if index.isValid():
                self.tree.setExpanded(index, True)

    def _is_fresh(self, node: Node) -> bool:
        few = (node.count or 0) <= _MOST_OPENED
        return node.kind in _FIRST_OPEN and node.key not in self._seen and few

    # ---- choosing

    def _choose(self, index: QModelIndex) -> None:
        value = index.data(NODE_ROLE).value
        if isinstance(value, NoticeSummary):
            self._current = index.data(NODE_ROLE).key
            self.notice_wanted.emit(value.uuid)
        elif isinstance(value, SavedSearch) and not value.is_group:
            self.saved_search_wanted.emit(value)
        elif isinstance(value, SavedSearch):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif isinstance(value, Mark):
            self.bookmark_wanted.emit(value)
        elif isinstance(value, TagCount) and value.marks:
            self.tag_wanted.emit(value.tag)

    def _activate(self, index: QModelIndex) -> None:
        """Open what the keyboard or a double click chose, also a whole issue."""
        value = index.data(NODE_ROLE).value
        if isinstance(value, IssueSummary):
            self.issue_wanted.emit(value.id)
        else:
            self._choose(index)

    def _show_menu(self, point: QPoint) -> None:
        index = self.tree.indexAt(point)
        if not index.isValid():
            return
        menu = self.menu_for(index.data(NODE_ROLE))
        if menu.actions():
            menu.popup(self.tree.viewport().mapToGlobal(point))

    def menu_for(self, node: Node) -> QMenu:
        """The right-click menu of a node, empty where nothing can be done with it."""
        self._menu_node = node
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(node.value, NoticeSummary):
            self._add(menu, self.tr("Open"), self._menu_open)
            self._add(menu, self.tr("Read beside…"), self._menu_beside)
            if not node.value.is_issue:
                menu.addSeparator()
                self._add(menu, self.tr("Delete this document…"), self._menu_delete_single)
        elif isinstance(node.value, IssueSummary):
            self._add(menu, self.tr("Read the whole issue"), self._menu_read_issue)
            self._add(menu, self.tr("Export…"), self._menu_export)
            self._add(menu, self.tr("What was doubtful…"), self._menu_findings)
            menu.addSeparator()
            self._add(menu, self.tr("Delete this issue…"), self._menu_delete_issue)
        self.menu_opening.emit(menu, node)
        return menu

    def _add(self, menu: QMenu, label: str, slot: Callable[[], None]) -> QAction:
        action = menu.addAction(label)
        action.triggered.connect(slot)
        return action

    def _menu_open(self) -> None:
        if self._menu_node is not None:
            self._choose(self.model.index_of(self._menu_node))

    def _menu_read_issue(self) -> None:
        value = self._menu_node.value if self._menu_node is not None else None
        if isinstance(value, IssueSummary):
            self.issue_wanted.emit(value.id)

    def _menu_export(self) -> None:
        self._emit(self.export_issue_wanted)

    def _menu_findings(self) -> None:
        self._emit(self.findings_wanted)

    def _menu_beside(self) -> None:
        self._emit(self.beside_wanted)

    def _menu_delete_issue(self) -> None:
        self._emit(self.delete_issue_wanted)

    def _menu_delete_single(self) -> None:
        value = self._menu_node.value if self._menu_node is not None else None
        if isinstance(value, NoticeSummary):
            issue = self.model.issue(value.issue_id)
            if issue is not None:
                self.delete_issue_wanted.emit(issue)

    def _emit(self, signal: SignalInstance) -> None:
        if self._menu_node is not None:
            signal.emit(self._menu_node.value)
