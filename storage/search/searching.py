"""One search: candidates by pairs, the text decides, the best are shown with their hits."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from storage.search.matching import WHOLE, Place, holds, places_of
from storage.search.pending import PendingNotices
from storage.search.prepare import check_of
from storage.search.query import Kind, ParsedQuery
from storage.search.ranking import Candidate, rank, weigh
from storage.search.reader import IndexReader
from storage.search.snippets import SourceText
from storage.search.store import IndexedNotice
from storage.search.words import Cuts
from storage.types import NoticeHits, SearchResult, StoredNotice

_MOST_RANK_WORDS = 16
# Notices are fetched from the library in pieces, so that memory stays bounded.
_MOST_FETCHED = 100

Fetch = Callable[[Sequence[str]], Sequence[StoredNotice]]


class Search:
    """A parsed query on its way through the index and the notices not yet in it."""

    def __init__(self, reader: IndexReader, waiting: PendingNotices, parsed: ParsedQuery) -> None:
        self._reader = reader
        self._waiting = waiting
        self._terms = parsed.terms
        self._problem = parsed.problem
        self._needs_cuts = any(term.kind is Kind.WORD for term in parsed.terms)
        self._parts = [part for term in parsed.terms for part in term.must_hold]
        self._rank_words: list[str] | None = None

    def run(
        self,
        query: str,
        fetch: Fetch,
        pending: Sequence[StoredNotice],
        limit: int,
        deleted: Sequence[str],
    ) -> SearchResult:
        """Find, rank, and show at most `limit` notices; the totals count all."""
        if not self._terms:
            return SearchResult(query, (), 0, 0, len(pending), self._problem)
        waiting = {stored.summary.uuid: stored for stored in pending}
        left_out = {*waiting, *deleted}
        notices = itertools.chain(
            (one for one in self._reader.candidates(self._parts) if one.uuid not in left_out),
            self._likely(pending),
        )
        found = [one for one in map(self._candidate, notices) if one is not None]
        ranked = rank(found, self._reader.scores(self._rank_words or []))
        return self._shown(query, ranked, waiting, fetch, limit)

    def _candidate(self, notice: IndexedNotice) -> Candidate | None:
        """The notice as a candidate, None where a term is not in it."""
        if not holds(notice.text, self._terms):
            return None
        places = self._places(notice.text, notice.cuts)
        if places is None:
            return None
        if self._rank_words is None:
            self._rank_words = _words_at(places, notice)
        return weigh(notice.uuid, notice.date, places, notice.zones)

    def _places(self, text: str, cuts: Cuts) -> list[list[Place]] | None:
        """The places of each term, None where one has none."""
        places: list[list[Place]] = []
        for term in self._terms:
            found = places_of(term, text, cuts)
            if not found:
                return None
            places.append(found)
        return places

    def _likely(self, pending: Sequence[StoredNotice]) -> Iterator[IndexedNotice]:
        """The notices not in the index that may hold the terms; only their words are cut."""
        for stored in pending:
            if holds(self._waiting.plain(stored).text, self._terms):
                yield self._as_indexed(stored)

    def _as_indexed(self, stored: StoredNotice) -> IndexedNotice:
        """What the index would hold of a notice, as far as the terms need it."""
        if self._needs_cuts:
            return self._waiting.with_words(stored)
        return self._waiting.plain(stored)

    def _shown(
        self,
        query: str,
        ranked: Sequence[Candidate],
        waiting: dict[str, StoredNotice],
        fetch: Fetch,
        limit: int,
    ) -> SearchResult:
        """The first `limit` notices with their hits; those that are gone are not counted."""
        shown: list[NoticeHits] = []
        notices, hits, at = len(ranked), sum(one.hits for one in ranked), 0
        while at < len(ranked) and len(shown) < limit:
            chunk = ranked[at : at + min(limit - len(shown), _MOST_FETCHED)]
            at += len(chunk)
            uuids = [one.uuid for one in chunk if one.uuid not in waiting]
            stored = waiting | {one.summary.uuid: one for one in (fetch(uuids) if uuids else ())}
            indexed = self._reader.find(uuids)
            for one in chunk:
                found = self._hits(stored.get(one.uuid), indexed.get(one.uuid), one.score)
                hits += (len(found.hits) if found else 0) - one.hits
                if found is None:
                    notices -= 1
                else:
                    shown.append(found)
        return SearchResult(query, tuple(shown), notices, hits, len(waiting), self._problem)

    def _hits(
        self, stored: StoredNotice | None, indexed: IndexedNotice | None, score: float
    ) -> NoticeHits | None:
        """The hits in the notice as the library has it now, None where there are none."""
        if stored is None:
            return None
        source = stored.notice.text
        if indexed is None or indexed.source_check != check_of(source):
            indexed = self._as_indexed(stored)
        places = self._places(indexed.text, indexed.cuts)
        if places is None:
            return None
        spans = sorted({(start, end) for term in places for start, end, _ in term})
        way_back = SourceText(source)
        return NoticeHits(stored.summary, tuple(way_back.hit(*span) for span in spans), score)


def _words_at(places: Sequence[Sequence[Place]], notice: IndexedNotice) -> list[str]:
    """The terms cut into words as the notice cuts them: no segmenter is needed for a query."""
    words: dict[str, None] = {}
    for term in places:
        start, end, _ = next((place for place in term if place[2] == WHOLE), term[0])
        words |= dict.fromkeys(notice.cuts.split(notice.text, start, end))
    return list(words)[:_MOST_RANK_WORDS]
