"""The index as searches see it: checked against its seal, opened when needed."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from storage.errors import UserFault
from storage.search.faults import IndexDamaged, index_faults
from storage.search.ranks import RankReader
from storage.search.seal import RANKS, STORE, Seal, SealedFolder
from storage.search.store import IndexedNotice, NoticeStore

# Unpacked texts kept between searches: two bytes each, so some 25 MB.
_MOST_CHARACTERS = 12_000_000


class IndexReader:
    """Reads an index that another process may be writing, or someone may have damaged."""

    def __init__(self, sealed: SealedFolder) -> None:
        self._sealed = sealed
        self._store: tuple[Path, NoticeStore] | None = None
        self._ranks: tuple[Seal, RankReader] | None = None
        self._memory: dict[int, IndexedNotice] = {}
        self._memory_of: Seal | None = None
        self._room = 0
        self.damaged: Seal | None = None
        """The seal of an index whose damage the seal did not show, but a search."""

    def seal(self) -> Seal | None:
        """The seal of an index that can be read, else None."""
        seal = self._sealed.sound()
        return None if seal is None or seal.revision == 0 or seal == self.damaged else seal

    def candidates(self, texts: Sequence[str]) -> Iterator[IndexedNotice]:
        """The indexed notices that may hold all of `texts`; UserFault("index-damaged")."""
        with self._reading() as store:
            if store is not None:
                yield from self._unpacked(store, store.matching(texts))

    def find(self, uuids: Sequence[str]) -> dict[str, IndexedNotice]:
        """The indexed notices with these uuids; UserFault("index-damaged")."""
        with self._reading() as store:
            if store is None:
                return {}
            return {one.uuid: one for one in self._unpacked(store, store.find(uuids))}

    def _unpacked(self, store: NoticeStore, numbers: Sequence[int]) -> Iterator[IndexedNotice]:
        """The notices with these numbers, from memory as far as there is room for them."""
        yield from (self._memory[number] for number in numbers if number in self._memory)
        missing = [number for number in numbers if number not in self._memory]
        for number, notice in store.notices(missing):
            if self._room > len(notice.text):
                self._memory[number] = notice
                self._room -= len(notice.text)
            yield notice

    def scores(self, words: Sequence[str]) -> dict[str, float]:
        """How much each notice is about the words; {} where that cannot be told."""
        seal = self.seal()
        if seal is None or not words or not self._sealed.vouches(seal):
            return {}
        try:
            return self._open_ranks(seal).scores(words)
        except (IndexDamaged, OSError):
            # A writer is replacing whoosh's files just now: the order is a little worse.
            self._close_ranks()
            return {}

    def close(self) -> None:
        """Close all files."""
        self._close_ranks()
        self._close_store()

    @contextmanager
    def _reading(self) -> Generator[NoticeStore | None, None, None]:
        seal = self.seal()
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
        if seal != self._memory_of:
            self._forget(seal)
        return self._store[1]

    def _open_ranks(self, seal: Seal) -> RankReader:
        if self._ranks is None or self._ranks[0] != seal:
            self._close_ranks()
            self._ranks = (seal, RankReader(self._sealed.inside(seal) / RANKS))
        return self._ranks[1]

    def _forget(self, seal: Seal | None) -> None:
        """Begin with an empty memory; none where a writer is changing things under the seal."""
        self._memory = {}
        self._memory_of = seal
        self._room = 0 if seal is None or seal.writing else _MOST_CHARACTERS

    def _close_store(self) -> None:
        self._forget(None)
        if self._store is not None:
            self._store[1].close()
        self._store = None

    def _close_ranks(self) -> None:
        if self._ranks is not None:
            self._ranks[1].close()
        self._ranks = None
