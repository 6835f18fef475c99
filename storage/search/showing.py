"""Found notices with their hits in the library's own text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from storage.search.evaluation import Evaluation
from storage.search.language import Leaf
from storage.search.prepare import check_of
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

    def show(self, numbers: Sequence[int], scores: Mapping[int, float]) -> list[NoticeHits]:
        """The notices with their hits, in this order; those that are gone are left out.

        What is behind those with a score has that of the last of them.
        """
        new = [number for number in numbers if number not in self._shown]
        for start in range(0, len(new), _MOST_FETCHED):
            self._show_some(new[start : start + _MOST_FETCHED])
        shown: list[NoticeHits] = []
        last = 0.0
        for number in numbers:
            last = scores.get(number, last)
            found = self._shown.get(number)
            if found is not None:
                shown.append(replace(found, score=last))
        return shown

    def _show_some(self, numbers: Sequence[int]) -> None:
        uuids = self._evaluation.universe.catalogue.uuids
        keys = {number: uuids[number] for number in numbers}
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
