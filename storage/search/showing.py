"""Found notices with their hits in the library's own text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storage.search.evaluation import Evaluation
from storage.search.language import Leaf
from storage.search.prepare import check_of
from storage.search.ranking import Ranked
from storage.search.remarks import RemarkHit
from storage.search.snippets import Paths, SourceText
from storage.search.view import LibraryView
from storage.types import Hit, NoticeHits, NoticeText

# Notices are fetched from the library in pieces, so that memory stays bounded.
_MOST_FETCHED = 100


class Showing:
    """Shows notices as the library has them now, which may be newer than the index."""

    def __init__(
        self,
        evaluation: Evaluation,
        leaves: Sequence[Leaf],
        view: LibraryView,
    ) -> None:
        self._evaluation = evaluation
        self._leaves = leaves
        self._view = view
        self._shown: dict[int, NoticeHits | None] = {}
        self._remarks: dict[str, list[RemarkHit]] = {}
        for leaf in leaves:
            for hit in evaluation.remark_hits(leaf):
                self._remarks.setdefault(hit.mark.notice, []).append(hit)

    def show(self, ranked: Sequence[Ranked]) -> list[NoticeHits]:
        """The notices with their hits, in this order; those that are gone are left out."""
        new = [one for one in ranked if one.number not in self._shown]
        for start in range(0, len(new), _MOST_FETCHED):
            self._show_some(new[start : start + _MOST_FETCHED])
        shown = ((self._shown.get(one.number), one.score) for one in ranked)
        return [replace(found, score=score) for found, score in shown if found is not None]

    def _show_some(self, ranked: Sequence[Ranked]) -> None:
        uuids = self._evaluation.universe.catalogue.uuids
        keys = {one.number: uuids[one.number] for one in ranked}
        stored = {one.summary.uuid: one for one in self._view.fetch_texts(list(keys.values()))}
        for number, notice in self._evaluation.universe.notices(keys):
            source = stored.get(keys[number])
            if source is None:
                self._shown[number] = None
                continue
            if notice.source_check != check_of(source.text):
                # Newer than the index, though nothing told so.
                (whole,) = self._view.fetch([keys[number]])
                notice = self._evaluation.universe.read(whole)
            places = {
                place[:2]
                for leaf in self._leaves
                for place in self._evaluation.places(leaf, notice)
            }
            self._shown[number] = self._notice(source, sorted(places))

    def _notice(self, stored: NoticeText, places: Sequence[tuple[int, int]]) -> NoticeHits:
        hits: list[Hit] = []
        remarks = self._remarks.get(stored.summary.uuid, ())
        if places or remarks:
            paths = Paths(stored)
            text = stored.text
            source = SourceText(text, paths)
            hits += [source.hit(*place) for place in places]
            hits += [_remark(hit, text, paths) for hit in remarks]
        return NoticeHits(stored.summary, tuple(hits))


def _remark(found: RemarkHit, text: str, paths: Paths) -> Hit:
    mark = found.mark
    path = paths.at(mark.start) if mark.end else ""
    if found.kind == "mark":
        return Hit(
            mark.start, mark.end, text[mark.start : mark.end], "", "", path, "mark", mark.mark
        )
    told = SourceText(found.source).hit(*found.place[:2])
    return Hit(
        mark.start, mark.end, told.text, told.before, told.after, path, found.kind, mark.mark
    )
