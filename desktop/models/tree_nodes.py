"""The library's tree as plain nodes: smart folders, gazettes, single documents.

What stands below an issue is made when it is first asked for: a library holds thousands of notices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from storage.text import fold, squeeze
from storage.types import IssueSummary, NoticeSummary, SavedSearch

Tree = tuple[list[IssueSummary], list[NoticeSummary], list[SavedSearch]]


class Node:
    """One row of the tree.

    `key` names it through reloads; `label` is what the library says, "" where the view words it;
    `count` is what stands at its right, None where nothing does; `new` how much of that is new,
    and `remark` what else there is to say of it.
    """

    __slots__ = (
        *("_children", "_fill", "count", "key", "kind", "label", "new", "parent", "remark"),
        *("row", "value"),
    )

    def __init__(
        self,
        kind: str,
        key: str,
        label: str = "",
        value: object = None,
        count: int | None = None,
        fill: Callable[[Node], None] | None = None,
    ) -> None:
        """`fill` adds the children when they are first asked for; it must add at least one."""
        self.kind = kind
        self.key = key
        self.label = label
        self.value = value
        self.count = count
        self.new = 0
        self.remark = ""
        self.parent: Node | None = None
        self.row = 0
        self._children: list[Node] = []
        self._fill = fill

    def add(self, child: Node) -> Node:
        """Put a child at the end and give it back."""
        child.parent = self
        child.row = len(self._children)
        self._children.append(child)
        return child

    def clear(self) -> None:
        """Drop all children."""
        self._children = []

    @property
    def children(self) -> list[Node]:
        """The rows below it."""
        if self._fill is not None:
            fill, self._fill = self._fill, None
            fill(self)
        return self._children

    @property
    def has_children(self) -> bool:
        """Whether there are rows below it, without making them."""
        return bool(self._children) or self._fill is not None

    def walk(self, *, made_only: bool = False) -> Iterator[Node]:
        """It and all below it from the top; `made_only` leaves out what was never asked for."""
        yield self
        for child in self._children if made_only else self.children:
            yield from child.walk(made_only=made_only)


def build_tree(tree: Tree, recent: Sequence[str] = ()) -> Node:
    """The whole tree but for what its folders hold; `recent` are uuids, newest first."""
    issues, notices, _ = tree
    root = Node("root", "root")
    fill_recent(root.add(Node("recent", "recent")), notices, recent)
    root.add(Node("bookmarks", "bookmarks"))
    root.add(Node("tags", "tags"))
    root.add(Node("searches", "searches"))
    by_issue: dict[int, list[NoticeSummary]] = defaultdict(list)
    for notice in notices:
        by_issue[notice.issue_id].append(notice)
    _add_gazettes(root, [one for one in issues if one.is_issue], by_issue)
    _add_singles(root, [one for one in issues if not one.is_issue], by_issue)
    return root


def fill_recent(folder: Node, notices: Sequence[NoticeSummary], recent: Sequence[str]) -> None:
    """Put the notices read last into their folder; those that are gone are left out."""
    wanted = set(recent)
    found = {notice.uuid: notice for notice in notices if notice.uuid in wanted}
    for uuid in recent:
        if uuid in found:
            folder.add(notice_node(found[uuid], "recent/"))


def filter_words(notice: NoticeSummary) -> str:
    """All that the filter looks at in a notice, folded."""
    issue = notice.issue
    told = (
        notice.title,
        notice.number,
        notice.issuer,
        notice.date,
        notice.section,
        issue.name,
        str(issue.year or ""),
    )
    return fold(squeeze(" ".join(one or "" for one in told)))


def filtered(tree: Tree, words: str, known: dict[str, str]) -> Tree:
    """What of a library holds every one of the words; kept searches are left as they are.

    `known` keeps the notices' filter words.
    """
    wanted = [fold(word) for word in words.split()]
    issues, notices, _ = tree
    if not wanted:
        return tree
    if not known:
        known.update({notice.uuid: filter_words(notice) for notice in notices})
    found = [one for one in notices if all(word in known[one.uuid] for word in wanted)]
    issue_ids = {one.issue_id for one in found}
    return [one for one in issues if one.id in issue_ids], found, tree[2]


def _add_gazettes(
    root: Node, issues: Sequence[IssueSummary], by_issue: dict[int, list[NoticeSummary]]
) -> None:
    gazettes: dict[str, Node] = {}
    years: dict[tuple[str, int | None], Node] = {}
    for summary in sorted(issues, key=_issue_order):
        issue = summary.issue
        name = issue.name or ""
        if name not in gazettes:
            gazettes[name] = root.add(Node("gazette", f"gazette/{name}", name))
        if (name, issue.year) not in years:
            key = f"year/{name}/{issue.year}"
            years[name, issue.year] = gazettes[name].add(Node("year", key, value=issue.year))
        notices = by_issue[summary.id]
        fill = _section_filler(notices) if notices else None
        key = f"issue/{summary.id}"
        years[name, issue.year].add(
            Node("issue", key, value=summary, count=len(notices), fill=fill)
        )


def _section_filler(notices: Sequence[NoticeSummary]) -> Callable[[Node], None]:
    def fill(node: Node) -> None:
        section: Node | None = None
        for notice in notices:
            if not notice.section:
                section = None
                node.add(notice_node(notice))
                continue
            if section is None or section.label != notice.section:
                key = f"{node.key}/{notice.section}/{notice.position}"
                section = node.add(Node("section", key, notice.section))
            section.add(notice_node(notice))

    return fill


def _add_singles(
    root: Node, files: Sequence[IssueSummary], by_issue: dict[int, list[NoticeSummary]]
) -> None:
    notices = [notice for file in sorted(files, key=_newest_first) for notice in by_issue[file.id]]
    if not notices:
        return

    def fill(node: Node) -> None:
        for notice in notices:
            node.add(notice_node(notice))

    root.add(Node("singles", "singles", count=len(notices), fill=fill))


def notice_node(notice: NoticeSummary, prefix: str = "") -> Node:
    """The row of a notice; `prefix` sets the key of one in a folder apart from its own place."""
    return Node("notice", f"{prefix}notice/{notice.uuid}", notice.title, notice)


def _issue_order(summary: IssueSummary) -> tuple[str, int, int, int]:
    issue = summary.issue
    return issue.name or "\uffff", -(issue.year or 0), -(issue.number or 0), summary.id


def _newest_first(summary: IssueSummary) -> int:
    return -summary.id
