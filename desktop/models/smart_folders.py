"""The tree's folders made of marks: bookmarks, and tags with the documents that have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.models.tree_nodes import Node, notice_node
from storage.types import Mark, NoticeSummary, TagCount

_LONGEST = 60
"""Characters of a bookmarked paragraph that name it."""


@dataclass(frozen=True, slots=True)
class SmartFolders:
    """Bookmarks in reading order, tags by name, and the tags of each notice that has some."""

    bookmarks: tuple[Mark, ...] = ()
    tags: tuple[TagCount, ...] = ()
    notice_tags: tuple[tuple[str, tuple[str, ...]], ...] = ()


def folders_of(
    marks: Iterable[Mark],
    counts: Mapping[str, int],
    notice_tags: Mapping[str, tuple[str, ...]],
) -> SmartFolders:
    """What the folders hold; `counts` says how many marks and notices have each tag."""
    bookmarks = [mark for mark in marks if mark.kind == "bookmark"]
    of_notices = Counter(tag for tags in notice_tags.values() for tag in tags)
    tags = tuple(
        TagCount(tag, count - of_notices[tag], of_notices[tag]) for tag, count in counts.items()
    )
    return SmartFolders(
        tuple(sorted(bookmarks, key=_by_citation)), tags, tuple(sorted(notice_tags.items()))
    )


def fill_bookmarks(folder: Node, folders: SmartFolders, notices: Sequence[NoticeSummary]) -> None:
    """Put the bookmarks into their folder, in reading order; those of gone notices come last."""
    order = {notice.uuid: at for at, notice in enumerate(notices)}
    wanted = sorted(
        folders.bookmarks, key=lambda mark: (order.get(mark.notice, len(order)), mark.start)
    )
    for mark in wanted:
        folder.add(Node("bookmark", f"bookmark/{mark.uuid}", bookmark_name(mark), mark))


def bookmark_name(mark: Mark) -> str:
    """What a bookmark is called: its note, else the paragraph's words, else the title."""
    return " ".join((mark.note or mark.quote or mark.citation).split())[:_LONGEST]


def fill_tags(folder: Node, folders: SmartFolders, notices: Sequence[NoticeSummary]) -> None:
    """Put the tags into their folder, below each the documents that have it."""
    known = {notice.uuid: notice for notice in notices}
    for count in folders.tags:
        key = f"tag/{count.tag}"
        node = folder.add(Node("tag", key, count.tag, count, count=count.marks + count.notices))
        for uuid, tags in folders.notice_tags:
            if count.tag in tags and uuid in known:
                node.add(notice_node(known[uuid], f"{key}/"))


def _by_citation(mark: Mark) -> tuple[str, int]:
    return mark.citation, mark.start
