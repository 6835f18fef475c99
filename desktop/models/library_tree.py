"""The Qt model of the library's tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.search_nodes import add_up, fill_searches, filtered_searches, put_count
from desktop.models.smart_folders import SmartFolders, fill_bookmarks, fill_tags
from desktop.models.times import local_time
from desktop.models.tips import plain_tip
from desktop.models.tree_nodes import Node, Tree, build_tree, fill_recent, filtered
from desktop.models.version_words import versions_told
from storage.text import fold
from storage.types import IssueSummary, Mark, NoticeSummary, SavedCount, SavedSearch

Index = QModelIndex | QPersistentModelIndex
_FILLERS = {"bookmarks": fill_bookmarks, "tags": fill_tags}
_SEARCH_MIME = "application/x-antou-search"
NODE_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
NEW_ROLE = Qt.ItemDataRole.UserRole + 3
VERSIONS_ROLE = Qt.ItemDataRole.UserRole + 4


class LibraryTreeModel(QAbstractItemModel):
    """Smart folders, then gazette → year → issue → section → notice, then single documents."""

    search_placed = Signal(str, str, int)  # uuid, group's uuid, row there before which, -1: end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree: Tree = ([], [], [])
        self._recent: list[str] = []
        self._folders = SmartFolders()
        self._counts: dict[str, SavedCount] = {}
        self._remarks: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self._words = ""
        self._known_words: dict[str, str] = {}
        self._root = Node("root", "root")
        self._index: dict[str, Node] = {}
        self._parents: dict[str, str] = {}

    # ---- what it shows

    def set_tree(self, tree: Tree) -> None:
        """Show a library's issues, notices and saved searches."""
        self._tree = tree
        self._known_words = {}
        self._show()

    def set_recent(self, uuids: list[str]) -> None:
        """Show which notices were read last, newest first."""
        if uuids == self._recent:
            return
        self._recent = list(uuids)
        folder = self._index.get("recent")
        if folder is None or self._words:
            return
        self._change_rows(folder, partial(fill_recent, notices=self._tree[1], recent=self._recent))

    def set_folders(self, folders: SmartFolders) -> None:
        """Show other bookmarks and tags."""
        if folders != self._folders:
            self._folders = folders
            for key, fill in _FILLERS.items():
                folder = self._index.get(key)
                if folder is not None and not self._words:
                    filled = partial(fill, folders=folders, notices=self._tree[1])
                    self._change_rows(folder, filled)

    def set_versions(self, counts: dict[str, int]) -> None:
        """Say how many other versions notices have, by uuid; who shows them paints anew."""
        self._versions = counts

    def set_filter(self, words: str) -> None:
        """Show only branches that hold all of the words; "" shows all."""
        if words.split() != self._words.split():
            self._words = words.strip()
            self._show()

    def set_searches(self, searches: list[SavedSearch]) -> None:
        """Show other kept searches; the rest of the tree stays as it is."""
        self._tree = (self._tree[0], self._tree[1], searches)
        folder = self._index.get("searches")
        if folder is not None:
            self._change_rows(folder, self._fill_searches)
            gone = [key for key in self._index if key.startswith("search/")]
            for key in gone:
                del self._index[key]
            self._index |= {node.key: node for node in folder.walk() if node is not folder}

    def set_count(self, search: str, count: SavedCount, remark: str = "") -> None:
        """Say what a kept search finds; `remark` what is wrong with its query."""
        self._counts[search], self._remarks[search] = count, remark
        node = self._index.get(f"search/{search}")
        if node is not None:
            put_count(node, count)
            node.remark = remark
            self._tell_changed(node)
            if node.parent is not None and node.parent.kind == "search-group":
                add_up(node.parent)
                self._tell_changed(node.parent)

    def _tell_changed(self, node: Node) -> None:
        index = self.index_of(node)
        self.dataChanged.emit(index, index)

    def _fill_searches(self, folder: Node) -> None:
        searches, words = self._tree[2], self._words.split()
        shown = filtered_searches(searches, [fold(word) for word in words]) if words else searches
        fill_searches(folder, shown, self._counts)
        for node in folder.walk():
            if isinstance(node.value, SavedSearch):
                node.remark = self._remarks.get(node.value.uuid, "")

    @property
    def is_empty(self) -> bool:
        """Whether the library holds nothing yet."""
        return not self._tree[0]

    @property
    def filter_words(self) -> str:
        """The words of the filter, "" where none is set."""
        return self._words

    def nodes(self) -> Iterator[Node]:
        """Every node that is shown, from the top."""
        return self._root.walk()

    def made_nodes(self) -> Iterator[Node]:
        """The nodes made so far: those below an issue that was never opened are left out."""
        return self._root.walk(made_only=True)

    def issues(self) -> list[IssueSummary]:
        """All issues and single documents' files."""
        return self._tree[0]

    def issue(self, issue_id: int) -> IssueSummary | None:
        """The issue of an id, None where it is gone."""
        return next((one for one in self._tree[0] if one.id == issue_id), None)

    def notice(self, uuid: str) -> NoticeSummary | None:
        """The notice of a uuid, None where it is gone."""
        return next((one for one in self._tree[1] if one.uuid == uuid), None)

    def notices(self) -> list[NoticeSummary]:
        """All notices in reading order."""
        return self._tree[1]

    def shown_notices(self) -> dict[str, str]:
        """The keys of the notices that the filter lets through, each with its issue's key."""
        return self._parents

    def _show(self) -> None:
        shown = filtered(self._tree, self._words, self._known_words)
        recent = [] if self._words else self._recent
        root = build_tree(shown, recent)
        for node in root.children:
            if node.kind == "searches":
                self._fill_searches(node)
            if node.kind in _FILLERS and not self._words:
                _FILLERS[node.kind](node, self._folders, self._tree[1])
        self.beginResetModel()
        self._root = root
        self._index = {node.key: node for node in root.walk(made_only=True)}
        files = {one.id for one in shown[0] if not one.is_issue}
        self._parents = {
            f"notice/{one.uuid}": "singles" if one.issue_id in files else f"issue/{one.issue_id}"
            for one in shown[1]
        }
        self.endResetModel()

    def _change_rows(self, folder: Node, fill: Callable[[Node], None]) -> None:
        """Put other rows into a folder; all that is open elsewhere in the tree stays open."""
        fresh = Node(folder.kind, folder.key)
        fill(fresh)
        place = self.index_of(folder)
        if folder.children:
            self.beginRemoveRows(place, 0, len(folder.children) - 1)
            folder.clear()
            self.endRemoveRows()
        if fresh.children:
            self.beginInsertRows(place, 0, len(fresh.children) - 1)
            for child in fresh.children:
                folder.add(child)
            self.endInsertRows()

    # ---- the way between rows and nodes

    def node(self, index: Index) -> Node:
        """The node of an index, the root for an invalid one."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else self._root

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a node, invalid for the root."""
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node)

    def find(self, key: str) -> QModelIndex:
        """The index of a node by its key, invalid where it is not shown."""
        if key in self._index:
            return self.index_of(self._index[key])
        above = self._parents.get(key, "/".join(key.split("/")[:2]))
        branch = self._index.get(above)
        found = (node for node in branch.walk() if node.key == key) if branch else iter(())
        return self.index_of(next(found, self._root))

    # ---- QAbstractItemModel

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See Qt."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self.node(parent).children[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """See Qt."""
        above = self.node(child).parent if child.isValid() else None
        return self.index_of(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, N802
        """See Qt; an issue's rows are not made for this."""
        return parent.column() <= 0 and self.node(parent).has_children

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A node's words; NODE_ROLE gives the node itself, COUNT_ROLE its count."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._label(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(node))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible(node)
        if role == NODE_ROLE:
            return node
        if role == NEW_ROLE:
            return node.new
        if role == VERSIONS_ROLE:
            return self._versions_of(node)
        return node.count if role == COUNT_ROLE else None

    def _versions_of(self, node: Node) -> int:
        value = node.value
        return self._versions.get(value.uuid, 0) if isinstance(value, NoticeSummary) else 0

    def _accessible(self, node: Node) -> str:
        told = self._label(node) + ("" if node.count is None else f" {node.count}")
        if self._versions_of(node):
            return f"{told}, {versions_told(self._versions_of(node))}"
        fresh = self.tr("{count} new").format(count=node.new)
        return f"{told}, {fresh}" if node.new else told

    # ---- kept searches are dragged to other places

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt; kept searches can be dragged, into groups too."""
        flags = super().flags(index)
        kind = self.node(index).kind
        if kind in ("search", "search-group") and not self._words:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if kind in ("searches", "search-group"):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """See Qt."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """See Qt."""
        return [_SEARCH_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """See Qt; the uuid of the search that is dragged."""
        data = QMimeData()
        value = self.node(indexes[0]).value if indexes else None
        if isinstance(value, SavedSearch):
            data.setData(_SEARCH_MIME, QByteArray(value.uuid.encode()))
        return data

    def canDropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """See Qt; a group does not go into a group."""
        target = self.node(parent).kind
        dragged = self._dragged(data)
        if dragged is None or self._words or target not in ("searches", "search-group"):
            return False
        return target == "searches" or not dragged.is_group

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """See Qt; asks for the new place, nothing moves before the library has it."""
        dragged = self._dragged(data)
        if dragged is None or not self.canDropMimeData(data, action, row, column, parent):
            return False
        value = self.node(parent).value
        group = value.uuid if isinstance(value, SavedSearch) else ""
        self.search_placed.emit(dragged.uuid, group, row)
        return True

    def _dragged(self, data: QMimeData) -> SavedSearch | None:
        uuid = bytes(data.data(_SEARCH_MIME).data()).decode("utf-8", "replace")
        return next((one for one in self._tree[2] if one.uuid == uuid), None)

    def _label(self, node: Node) -> str:
        value = node.value
        if node.kind == "recent":
            return self.tr("Recently read")
        if node.kind == "bookmarks":
            return self.tr("Bookmarks")
        if node.kind == "tags":
            return self.tr("Tags")
        if node.kind == "searches":
            return self.tr("Saved searches")
        if node.kind == "singles":
            return self.tr("Single documents")
        if node.kind == "gazette":
            return node.label or self.tr("Gazette without a name")
        if node.kind == "year":
            return self.tr("{year}").format(year=value) if value else self.tr("Year unknown")
        if node.kind == "issue" and isinstance(value, IssueSummary):
            return self._issue_label(value)
        return node.label

    def _issue_label(self, summary: IssueSummary) -> str:
        issue = summary.issue
        if issue.number is None:
            return summary.source_name
        if issue.serial is None:
            return self.tr("No. {number}").format(number=issue.number)
        return self.tr("No. {number} (serial {serial})").format(
            number=issue.number, serial=issue.serial
        )

    def _tip(self, node: Node) -> str:
        value = node.value
        if isinstance(value, NoticeSummary):
            others = self._versions_of(node)
            versions = versions_told(others) if others else ""
            told = (value.title, value.number, value.issuer, value.date, versions)
            return "\n".join(one for one in told if one)
        if isinstance(value, IssueSummary):
            return self.tr("File: {name}\nImported: {time}").format(
                name=value.source_name, time=local_time(value.imported)
            )
        if isinstance(value, Mark):
            return plain_tip("\n".join(one for one in (value.citation, value.path) if one))
        if isinstance(value, SavedSearch):
            return "\n".join(one for one in (value.query, node.remark) if one)
        return ""
