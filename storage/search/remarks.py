"""What the user wrote: notes and tags of marks and notices, searched without an index.

They change often and are few: 20,000 are looked through in some milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storage.search.compounds import Cutter
from storage.search.language import Term
from storage.search.language.fields import MARK, NOTE, STYLES, TAG
from storage.search.matching import Place, places_of
from storage.search.words import Cuts
from storage.text import fold, squeeze
from storage.types import MarkText


@dataclass(frozen=True, slots=True)
class RemarkHit:
    """A place in the note, in a tag or in the marked words of a mark; `source` is what holds it.

    Marked words are looked through only where their notice is gone.
    """

    mark: MarkText
    kind: str
    source: str
    place: Place


class Remarks:
    """All marks of the library, ready to be searched."""

    def __init__(self, marks: Sequence[MarkText]) -> None:
        self.marks = marks
        self._notes = [fold(squeeze(mark.note)) for mark in marks]
        self._quotes = [(mark, fold(squeeze(mark.quote))) for mark in marks if mark.quote]
        self._tags = [tuple(fold(squeeze(tag)) for tag in mark.tags if tag) for mark in marks]
        self._cuts: dict[str, Cuts] = {}

    def tags(self) -> dict[str, tuple[str, ...]]:
        """The tags of each notice, its marks' among them, by uuid."""
        found: dict[str, dict[str, None]] = {}
        for mark in self.marks:
            for tag in mark.tags:
                if tag:
                    found.setdefault(mark.notice, {})[tag] = None
        return {uuid: tuple(tags) for uuid, tags in found.items()}

    def filled(self, field: str) -> set[str]:
        """The notices with any note, tag or mark."""
        if field == NOTE:
            return {mark.notice for mark in self.marks if mark.note.strip()}
        if field == TAG:
            return {mark.notice for mark in self.marks if any(mark.tags)}
        return {mark.notice for mark in self.marks if mark.kind == "highlight"}

    def find(self, term: Term, cut: Cutter) -> list[RemarkHit]:
        """What of the notes and tags a term finds; its field says in which it looks."""
        if term.field == MARK:
            return self._styled(term)
        found: list[RemarkHit] = []
        if term.field in ("", NOTE):
            for mark, note in zip(self.marks, self._notes, strict=True):
                if note and all(part in note for part in term.must_hold):
                    places = places_of(term, note, self._cuts_of(note, cut))
                    found += [RemarkHit(mark, "note", mark.note, place) for place in places]
        if term.field in ("", TAG):
            found += self._tagged(term, cut)
        if not term.field:
            for mark, quote in self._quotes:
                if all(part in quote for part in term.must_hold):
                    places = places_of(term, quote, self._cuts_of(quote, cut))
                    found += [RemarkHit(mark, "quote", mark.quote, place) for place in places]
        return found

    def _tagged(self, term: Term, cut: Cutter) -> list[RemarkHit]:
        found: list[RemarkHit] = []
        for mark, tags in zip(self.marks, self._tags, strict=True):
            for tag, shown in zip(tags, filter(None, mark.tags), strict=True):
                if all(part in tag for part in term.must_hold):
                    places = places_of(term, tag, self._cuts_of(tag, cut))
                    found += [RemarkHit(mark, "tag", shown, place) for place in places]
        return found

    def _styled(self, term: Term) -> list[RemarkHit]:
        """标注:黄 by the colour's name, 标注:yellow by the style's; 标注:* is no term."""
        style = STYLES.get(term.text, term.text)
        return [
            RemarkHit(mark, "mark", mark.style, (0, 0, 0))
            for mark in self.marks
            if mark.style == style and mark.kind == "highlight"
        ]

    def _cuts_of(self, text: str, cut: Cutter) -> Cuts:
        if text not in self._cuts:
            self._cuts[text] = Cuts.of_words(cut(text))
        return self._cuts[text]
