"""The index as searches see it: checked against its seal, opened when needed."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from storage.errors import UserFault
from storage.search.counts import FrequentCounts
from storage.search.faults import IndexDamaged, index_faults
from storage.search.frequent import FrequentTerms
from storage.search.lexicon import Lexicon
from storage.search.ranks import RankReader
from storage.search.seal import RANKS, STORE, Seal, SealedFolder
from storage.search.store import Head, IndexedNotice, NoticeStore

# Unpacked texts kept between searches: two bytes each. A library of 1,000 issues fits.
_MOST_CHARACTERS = 80_000_000
_AHEAD = 50


class IndexReader:
    """Reads an index that another process may be writing, or someone may have damaged."""

    def __init__(self, sealed: SealedFolder) -> None:
        self._sealed = sealed
        self._store: tuple[Path, NoticeStore] | None = None
        self._ranks: tuple[Seal, RankReader] | None = None
        self._memory: dict[int, IndexedNotice] = {}
        self._heads: dict[int, Head] = {}
        self._counts: FrequentCounts | None = None
        self._room = _MOST_CHARACTERS
        self._current: Seal | None = None
        self.damaged: Seal | None = None
        """The seal of an index whose damage the seal did not show, but a search."""

    def seal(self) -> Seal | None:
        """The seal of an index that can be read, else None."""
        seal = self._sealed.sound()
        return None if seal is None or seal.revision == 0 or seal == self.damaged else seal

    @contextmanager
    def one_search(self) -> Generator[None, None, None]:
        """Check the files once for all that a search reads."""
        self._current = self.seal()
        try:
            yield
        finally:
            self._current = None

    def stamp(self) -> object:
        """Changes with the notices that the index holds; None where there are none."""
        with self._reading() as store:
            return None if store is None else (str(self._store and self._store[0]), store.stamp())

    def heads(self) -> list[Head]:
        """What is read of all indexed notices at once; UserFault("index-damaged")."""
        with self._reading() as store:
            if store is None:
                return []
            # Numbers only grow, and what they stand for never changes.
            heads = self._heads
            for gone in heads.keys() - store.numbers():
                del heads[gone]
            heads.update((head.number, head) for head in store.heads(max(heads, default=0)))
            return list(heads.values())

    def lexicon(self) -> Lexicon:
        """The words of the index; none where there is no index."""
        with self._reading() as store:
            return Lexicon() if store is None else store.lexicon

    def matching(self, texts: Sequence[str]) -> list[int] | None:
        """The notices that may hold all of `texts`; None: all. UserFault("index-damaged")."""
        with self._reading() as store:
            return [] if store is None else store.matching(texts)

    def counts(self) -> FrequentCounts:
        """What is counted of frequent terms; UserFault("index-damaged")."""
        with self._reading() as store:
            if store is None:
                return FrequentCounts(FrequentTerms())
            if self._counts is None:
                self._counts = FrequentCounts(store.frequent)
            self._counts.add(store.counts_after(self._counts.last))
            return self._counts

    def notices(self, numbers: Iterable[int]) -> Iterator[tuple[int, IndexedNotice]]:
        """Indexed notices by their numbers, in no order; UserFault("index-damaged")."""
        memory, asked = self._memory, set(numbers)
        known = asked & memory.keys()
        yield from zip(known, map(memory.__getitem__, known), strict=True)
        missing = sorted(asked - known)
        if not missing:
            return
        with self._reading() as store:
            for number, notice in store.notices(missing) if store else ():
                if self._room > len(notice.text):
                    self._memory[number] = notice
                    self._room -= len(notice.text)
                yield number, notice

    def read_ahead(self, numbers: Iterable[int], seconds: float) -> bool:
        """Read texts into memory for so long; whether there are more that fit in."""
        end = time.monotonic() + seconds
        missing = sorted(number for number in numbers if number > 0 and number not in self._memory)
        for start in range(0, len(missing), _AHEAD):
            if self._room <= 0:
                return False
            if time.monotonic() > end:
                return True
            for _ in self.notices(missing[start : start + _AHEAD]):
                pass
        return False

    def scores(self, words: Sequence[str], most: int) -> dict[int, float]:
        """How well the words fit the best titles; {} where that cannot be told."""
        seal = self._current or self.seal()
        if seal is None or not words or not self._sealed.vouches(seal):
            return {}
        try:
            return self._open_ranks(seal).scores(words, most)
        except (IndexDamaged, OSError):
            # A writer is replacing whoosh's files just now: the order is a little worse.
            self._close_ranks()
            return {}

    def let_go(self) -> None:
        """Close what a writer replaces; texts that were read stay in memory."""
        self._close_ranks()

    def close(self) -> None:
        """Close all files and forget what was read."""
        self._close_ranks()
        self._close_store()

    @contextmanager
    def _reading(self) -> Generator[NoticeStore | None, None, None]:
        seal = self._current or self.seal()
        try:
            with index_faults(self._sealed.folder):
                yield None if seal is None else self._open_store(seal)
        except IndexDamaged as damage:
            self.damaged = seal
            self._close_store()
            raise UserFault("index-damaged") from damage

    def _open_store(self, seal: Seal) -> NoticeStore:
        file = self._sealed.inside(seal) / STORE
        if self._store is None or self._store[0] != file:
            self._close_store()
            self._store = (file, NoticeStore(file))
        return self._store[1]

    def _open_ranks(self, seal: Seal) -> RankReader:
        if self._ranks is None or self._ranks[0] != seal:
            self._close_ranks()
            self._ranks = (seal, RankReader(self._sealed.inside(seal) / RANKS))
        return self._ranks[1]

    def _close_store(self) -> None:
        # A notice's number is given once and its text never changes: the memory holds as long
        # as the file is the same.
        self._memory = {}
        self._heads = {}
        self._counts = None
        self._room = _MOST_CHARACTERS
        if self._store is not None:
            self._store[1].close()
        self._store = None

    def _close_ranks(self) -> None:
        if self._ranks is not None:
            self._ranks[1].close()
        self._ranks = None
