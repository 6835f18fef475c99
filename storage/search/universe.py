"""All that one search looks at: the index, the notices waiting for it, and what the user wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from storage.search.catalogue import Catalogue
from storage.search.counts import FrequentCounts
from storage.search.language import Kind, Term
from storage.search.lexicon import Lexicon
from storage.search.pending import PendingNotices
from storage.search.reader import IndexReader
from storage.search.remarks import RemarkHit, Remarks
from storage.search.segmenter import Segmenter
from storage.search.store import IndexedNotice
from storage.search.words import words_of
from storage.types import StoredNotice

# What is longer is no word of a dictionary.
_LONGEST_WORD = 8


class Universe:
    """Notices by number, whether indexed or not, and proposals of those that hold a text."""

    def __init__(
        self,
        reader: IndexReader,
        waiting: PendingNotices,
        catalogue: Catalogue,
        remarks: Remarks,
        pending: Sequence[StoredNotice],
        segmenter: Segmenter,
        *,
        needs_words: bool,
    ) -> None:
        self.catalogue = catalogue
        self.remarks = remarks
        self.lexicon: Lexicon = reader.lexicon()
        self._segmenter = segmenter
        self._reader = reader
        self._waiting = waiting
        self._pending = {-place: stored for place, stored in enumerate(pending, start=1)}
        # What the index would hold of a notice that is not in it, or not as it is now.
        self.read = waiting.with_words if needs_words else waiting.plain
        self._remarked: dict[Term, list[RemarkHit]] = {}
        self._proposed: dict[tuple[str, ...], frozenset[int]] = {}

    @cached_property
    def _counts(self) -> FrequentCounts:
        """Read where a text is asked for: a query of fields alone does without."""
        return self._reader.counts()

    def cut(self, text: str) -> list[str]:
        """The words of a text that is not in the index: a note, a query; loads the dictionary."""
        return words_of([text], self._segmenter.cut)

    def knows(self, word: str) -> bool:
        """Whether the texts or a dictionary have a word; jieba's is asked last."""
        if word in self.lexicon or word in self._segmenter.own_words:
            return True
        return len(word) <= _LONGEST_WORD and self.cut(word) == [word]

    def notices(self, numbers: Iterable[int]) -> Iterator[tuple[int, IndexedNotice]]:
        """Notices by their numbers; words are cut of those not indexed, where that is needed."""
        if not self._pending:
            return self._reader.notices(numbers)
        some = set(numbers)
        waiting = some & self._pending.keys()
        return chain(
            ((number, self.read(self._pending[number])) for number in waiting),
            self._reader.notices(some - waiting),
        )

    def proposed(self, terms: Sequence[Term]) -> frozenset[int]:
        """The notices whose text may hold all terms: too many perhaps, never too few."""
        texts = tuple(sorted({part for term in terms for part in term.must_hold}))
        if texts not in self._proposed:
            found = self._reader.matching(texts)
            everything = self.catalogue.everything
            indexed = everything if found is None else everything.intersection(found)
            indexed = indexed - self._counts.lacking(texts)
            waiting = {
                number
                for number, stored in self._pending.items()
                if all(part in self._waiting.plain(stored).text for part in texts)
            }
            self._proposed[texts] = (indexed - self._pending.keys()) | (waiting & everything)
        return self._proposed[texts]

    def counted(self, term: Term) -> tuple[dict[int, int], set[int]]:
        """What is tallied of a term without reading, by notice, and the notices so told of."""
        if term.pattern is not None or term.field:
            return {}, set()
        return self._counts.tallied(term.text, literal=term.kind is Kind.LITERAL)

    def title_scores(self, words: Sequence[str], most: int) -> dict[int, float]:
        """The best notices that have one of the words in their titles, rare words best."""
        return self._reader.scores(words, most)

    def remarked(self, term: Term) -> list[RemarkHit]:
        """What of the user's notes and tags a term finds."""
        if term not in self._remarked:
            self._remarked[term] = self.remarks.find(term, self.cut)
        return self._remarked[term]

    def numbers_of(self, uuids: Iterable[str]) -> set[int]:
        """The numbers of notices that are there."""
        numbers = self.catalogue.numbers
        return {numbers[uuid] for uuid in uuids if uuid in numbers}
