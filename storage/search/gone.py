"""Marks of notices that are in the library no more: found by what was marked and written."""

from __future__ import annotations

from collections.abc import Set
from itertools import islice

from storage.search.language import And, Filled, Loose, Node, Not, Or, Term
from storage.search.language.fields import MARK, NOTE, TAG
from storage.search.remarks import RemarkHit
from storage.search.snippets import SourceText
from storage.search.universe import Universe
from storage.search.view import LibraryView
from storage.types import Hit, Issue, MarkText, NoticeHits, NoticeSummary


def gone_notices(
    tree: Node, universe: Universe, view: LibraryView, most: int
) -> tuple[NoticeHits, ...]:
    """The gone notices whose marks the tree finds, with the hits in these; at most so many."""
    marks = {mark.notice: mark for mark in universe.remarks.marks if mark.gone}
    if not marks:
        return ()
    hits: dict[str, list[RemarkHit]] = {}
    found = sorted(_found(tree, universe, marks.keys(), hits))
    return tuple(
        NoticeHits(view.gone(uuid) or _cited(marks[uuid]), _shown(hits.get(uuid, ())))
        for uuid in islice(found, most)
    )


def _found(
    node: Node, universe: Universe, gone: Set[str], hits: dict[str, list[RemarkHit]]
) -> Set[str]:
    """Which of these notices the tree finds by their marks; `hits` takes what is to be shown."""
    if isinstance(node, And):
        parts = (_found(part, universe, gone, hits) for part in node.parts)
        return set(gone).intersection(*parts)
    if isinstance(node, Or):
        return set[str]().union(*(_found(part, universe, gone, hits) for part in node.parts))
    if isinstance(node, Not):
        return gone - _found(node.part, universe, gone, {})
    if isinstance(node, Loose):
        return _found(node.term, universe, gone, hits)
    if isinstance(node, Filled):
        known = node.field in (TAG, NOTE, MARK)
        return gone & universe.remarks.filled(node.field) if known else set()
    found = set[str]()
    for hit in universe.remarked(node) if isinstance(node, Term) else ():
        if hit.mark.gone:
            found.add(hit.mark.notice)
            hits.setdefault(hit.mark.notice, []).append(hit)
    return found


def _shown(hits: list[RemarkHit] | tuple[()]) -> tuple[Hit, ...]:
    """The hits in reading order, each once."""
    shown = [_hit(found) for found in hits]
    return tuple(dict.fromkeys(sorted(shown, key=lambda hit: (hit.start, hit.end, hit.kind))))


def _hit(found: RemarkHit) -> Hit:
    mark = found.mark
    if found.kind == "mark":
        text, before, after = mark.quote, "", ""
    else:
        told = SourceText(found.source).hit(*found.place[:2])
        text, before, after = told.text, told.before, told.after
    return Hit(mark.start, mark.end, text, before, after, mark.path, found.kind, mark.mark)


def _cited(mark: MarkText) -> NoticeSummary:
    """What the mark itself knows of its notice."""
    return NoticeSummary(
        mark.notice, 0, 0, mark.citation, None, None, None, None, None, Issue(), is_issue=False
    )
