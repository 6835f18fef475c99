"""The library's tree as plain nodes: smart folders, gazettes, single documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from storage.text import fold, squeeze
from storage.types import Issue, IssueSummary, NoticeSummary, SavedSearch


@dataclass(slots=True, eq=False)
class Node:
    """One row of the tree.

    `key` names it through reloads; `label` is what the library says, "" where the view words it;
    `count` is what stands in brackets behind it, None where nothing does.
    """

    kind: str
    key: str
    label: str = ""
    value: object = None
    count: int | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    words: str = ""
    row: int = 0

    def add(self, child: Node) -> Node:
        """Put a child at the end and give it back."""
        child.parent = self
        child.row = len(self.children)
        self.children.append(child)
        return child


def build_tree(
    issues: Sequence[IssueSummary],
    notices: Sequence[NoticeSummary],
    searches: Sequence[SavedSearch] = (),
    recent: Sequence[str] = (),
    counts: dict[str, int] | None = None,
) -> Node:
    """The whole tree; `recent` are uuids, newest first, `counts` notices by saved search."""
    root = Node("root", "root")
    by_uuid = {notice.uuid: notice for notice in notices}
    _add_recent(root, [by_uuid[uuid] for uuid in recent if uuid in by_uuid])
    _add_searches(root, searches, counts or {})
    by_issue: dict[int, list[NoticeSummary]] = defaultdict(list)
    for notice in notices:
        by_issue[notice.issue_id].append(notice)
    _add_gazettes(root, [one for one in issues if one.is_issue], by_issue)
    _add_singles(root, [one for one in issues if not one.is_issue], by_issue)
    return root


def filtered(root: Node, words: str) -> Node:
    """A copy of the tree with only the branches that hold every one of the words."""
    wanted = [fold(word) for word in words.split()]
    if not wanted:
        return root
    return _filtered(root, wanted) or Node("root", "root")


def walk(node: Node) -> Iterable[Node]:
    """A node and all below it, from the top."""
    yield node
    for child in node.children:
        yield from walk(child)


def _filtered(node: Node, wanted: Sequence[str]) -> Node | None:
    if node.kind != "root" and all(word in node.words for word in wanted):
        return _copy(node, node.children)
    kept = [child for child in (_filtered(one, wanted) for one in node.children) if child]
    return _copy(node, kept) if kept else None


def _copy(node: Node, children: Iterable[Node]) -> Node:
    made = Node(node.kind, node.key, node.label, node.value, node.count, words=node.words)
    for child in children:
        made.add(child if child.parent is None else _copy(child, child.children))
    return made


def _add_recent(root: Node, notices: Sequence[NoticeSummary]) -> None:
    folder = root.add(Node("recent", "recent"))
    for notice in notices:
        folder.add(_notice_node(notice, "recent/"))


def _add_searches(root: Node, searches: Sequence[SavedSearch], counts: dict[str, int]) -> None:
    folder = root.add(Node("searches", "searches"))
    for search in searches:
        words = fold(squeeze(search.name + search.query))
        count = counts.get(search.uuid)
        folder.add(Node("search", f"search/{search.uuid}", search.name, search, count, words=words))


def _add_gazettes(
    root: Node, issues: Sequence[IssueSummary], by_issue: dict[int, list[NoticeSummary]]
) -> None:
    gazettes: dict[str, Node] = {}
    years: dict[tuple[str, int | None], Node] = {}
    for summary in sorted(issues, key=_issue_order):
        issue = summary.issue
        name = issue.name or ""
        if name not in gazettes:
            gazettes[name] = root.add(
                Node("gazette", f"gazette/{name}", name, words=fold(squeeze(name)))
            )
        if (name, issue.year) not in years:
            years[name, issue.year] = gazettes[name].add(
                Node("year", f"year/{name}/{issue.year}", value=issue.year, words=str(issue.year))
            )
        node = years[name, issue.year].add(
            Node("issue", f"issue/{summary.id}", value=summary, count=summary.notice_count)
        )
        _add_sections(node, by_issue[summary.id])


def _add_sections(node: Node, notices: Sequence[NoticeSummary]) -> None:
    section: Node | None = None
    for notice in notices:
        if not notice.section:
            node.add(_notice_node(notice))
            continue
        if section is None or section.label != notice.section:
            key = f"{node.key}/{notice.section}/{notice.position}"
            words = fold(squeeze(notice.section))
            section = node.add(Node("section", key, notice.section, words=words))
        section.add(_notice_node(notice))


def _add_singles(
    root: Node, files: Sequence[IssueSummary], by_issue: dict[int, list[NoticeSummary]]
) -> None:
    if not files:
        return
    folder = root.add(Node("singles", "singles", count=len(files)))
    for file in sorted(files, key=_newest_first):
        for notice in by_issue[file.id]:
            folder.add(_notice_node(notice))


def _notice_node(notice: NoticeSummary, prefix: str = "") -> Node:
    told = (notice.title, notice.number or "", notice.issuer or "", notice.date or "")
    words = fold(squeeze(" ".join(told)))
    return Node("notice", f"{prefix}notice/{notice.uuid}", notice.title, notice, words=words)


def _issue_order(summary: IssueSummary) -> tuple[str, int, int, int]:
    issue: Issue = summary.issue
    return issue.name or "\uffff", -(issue.year or 0), -(issue.number or 0), summary.id


def _newest_first(summary: IssueSummary) -> tuple[int, int]:
    return 0, -summary.id
