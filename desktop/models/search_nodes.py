"""The tree's folder of kept searches: their groups, counts, and what is new in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.models.search_shelf import SearchShelf
from desktop.models.tree_nodes import Node
from storage.text import fold, squeeze
from storage.types import SavedCount, SavedSearch


def fill_searches(
    folder: Node, searches: Sequence[SavedSearch], counts: Mapping[str, SavedCount]
) -> None:
    """Put the kept searches into their folder, those of a group below it."""
    shelf = SearchShelf(searches)
    for search in shelf.inside(""):
        node = folder.add(_node_of(search, counts))
        if search.is_group:
            for one in shelf.inside(search.uuid):
                node.add(_node_of(one, counts))
            add_up(node)


def _node_of(search: SavedSearch, counts: Mapping[str, SavedCount]) -> Node:
    kind = "search-group" if search.is_group else "search"
    node = Node(kind, f"search/{search.uuid}", search.name, search)
    if search.uuid in counts:
        put_count(node, counts[search.uuid])
    return node


def put_count(node: Node, count: SavedCount) -> None:
    """Say what a kept search finds."""
    node.count, node.new = count.total, count.new or 0


def add_up(group: Node) -> None:
    """Say how many notices are new in all searches of a group."""
    group.new = sum(node.new for node in group.children)


def filtered_searches(searches: Sequence[SavedSearch], words: Sequence[str]) -> list[SavedSearch]:
    """Those in whose name or query, or in whose group's name, all folded words stand.

    A group is there with what is left in it.
    """
    names = {one.uuid: one.name for one in searches if one.is_group}

    def has_all(search: SavedSearch) -> bool:
        told = fold(squeeze(f"{search.name}{search.query}{names.get(search.group, '')}"))
        return all(word in told for word in words)

    found = [one for one in searches if has_all(one)]
    groups = {one.group for one in found}
    return [one for one in searches if one in found or one.uuid in groups]
