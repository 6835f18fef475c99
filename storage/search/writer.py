"""Bringing the index up to date: under a lock, in batches, sealed at the end."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Protocol
from uuid import uuid4

from storage.search.faults import IndexDamaged, index_faults, write_lock
from storage.search.prepare import PreparedNotice, Preparer
from storage.search.ranks import RankWriter, rank_writer
from storage.search.seal import RANKS, STORE, Seal, SealedFolder
from storage.search.segmenter import Segmenter
from storage.search.store import NoticeStore
from storage.types import Progress, StoredNotice

_STAGE, _LAST_STAGE = "search-indexing", "search-tidying"
# What stands in memory at most between two commits.
_BATCH_CHARACTERS = 1_000_000
_STEP_CHARACTERS = 50_000
# Merging rewrites the pairs; it pays where at least this part of all notices is new: a quarter.
_TIDY_SHARE = 4


class Changed(Protocol):
    """Notices to be taken in, one after the other, and how many these are at most."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[StoredNotice]: ...


class IndexWriter:
    """Writes an index; one at a time, whichever process it is in."""

    def __init__(self, sealed: SealedFolder, segmenter: Segmenter) -> None:
        self._sealed = sealed
        self._segmenter = segmenter

    def update(
        self,
        changed: Changed,
        deleted: Sequence[str],
        revision: int,
        told: int,
        damaged: Seal | None = None,
    ) -> Generator[Progress, None, None]:
        """Take in what changed since the revision `told`; the index then stands at `revision`.

        Where the index cannot be brought there from `told`, it is emptied, and nothing taken in.
        An index under the seal `damaged` counts as empty.
        """
        with index_faults(self._sealed.folder), write_lock(self._sealed.folder):
            seal = self._checked_seal(damaged)
            stands_at = 0 if seal is None else seal.revision
            if stands_at < told or (revision < stands_at and told == stands_at):
                self.empty()
            elif told == stands_at or stands_at < revision:
                with self._generation(seal) as generation:
                    yield from self._write(generation, seal is None, changed, deleted)
                    self._sealed.write(generation, revision)
            # Else another process was faster, and the index is where it should be.

    def empty(self) -> None:
        """Throw everything away; raises OSError where the seal cannot be broken."""
        self._sealed.break_seal()
        for old in self._sealed.folder.iterdir():
            if old.is_dir():
                # On Windows another window may have it open: the next time will do.
                shutil.rmtree(old, ignore_errors=True)

    def _checked_seal(self, damaged: Seal | None) -> Seal | None:
        """The seal of a sound index; one that a killed writer left is checked the long way."""
        seal = self._sealed.sound()
        if seal is None or seal.revision == 0 or seal == damaged:
            return None
        if not seal.writing:
            return seal
        if not self._sealed.vouches(seal):
            return None
        file = self._sealed.inside(seal) / STORE
        try:
            with index_faults(self._sealed.folder), closing(NoticeStore(file)) as store:
                return seal if store.is_sound() else None
        except IndexDamaged:
            return None

    @contextmanager
    def _generation(self, seal: Seal | None) -> Generator[str, None, None]:
        """The generation to write in, sealed again as it was where the work is not finished."""
        if seal is None:
            self.empty()
        generation = seal.generation if seal else uuid4().hex
        (self._sealed.folder / generation).mkdir(exist_ok=True)
        self._sealed.begin(generation, seal)
        try:
            yield generation
        except IndexDamaged:
            self.empty()
        except BaseException:
            # Cancelled, or the disk is full: whole batches stay, under the old revision.
            if seal is None:
                self.empty()
            else:
                self._sealed.write(generation, seal.revision)
            raise

    def _write(
        self,
        generation: str,
        new: bool,
        changed: Changed,
        deleted: Sequence[str],
    ) -> Generator[Progress, None, None]:
        folder = self._sealed.folder / generation
        with (
            index_faults(self._sealed.folder),
            closing(NoticeStore(folder / STORE, create=True)) as store,
            rank_writer(folder / RANKS, create=new) as ranks,
        ):
            if not new and len(changed) and store.should_learn_anew(len(changed)):
                # A reader that has the file open would not know what it learns now.
                raise IndexDamaged("it learnt from too few notices")
            store.begin()
            for uuid in deleted:
                _remove(store, ranks, uuid)
            store.commit()
            added = yield from self._put_all(store, ranks, changed)
            yield Progress(_LAST_STAGE, added, added)
            if added * _TIDY_SHARE >= store.count():
                store.tidy()

    def _put_all(
        self, store: NoticeStore, ranks: RankWriter, changed: Changed
    ) -> Generator[Progress, None, int]:
        """Put notices in, batch by batch; how many."""
        total = len(changed)
        preparer: Preparer | None = None
        batch: list[PreparedNotice] = []
        done = in_batch = in_step = 0
        for done, stored in enumerate(changed, start=1):
            preparer = preparer or Preparer(self._segmenter)
            notice = preparer.prepare(stored)
            batch.append(notice)
            in_batch += notice.layout.end
            in_step += notice.layout.end
            if in_batch >= _BATCH_CHARACTERS:
                _put(store, ranks, batch, total)
                in_batch = 0
            if in_step >= _STEP_CHARACTERS:
                yield Progress(_STAGE, done, total)
                in_step = 0
        _put(store, ranks, batch, total)
        return done


def _put(store: NoticeStore, ranks: RankWriter, batch: list[PreparedNotice], total: int) -> None:
    """Write a batch of `total`; the first of an index teaches what is common. It is empty then."""
    store.begin()
    if batch and not store.has_learnt:
        store.learn(batch, total)
    for notice in batch:
        _remove(store, ranks, notice.uuid)
        ranks.put(store.put(notice), notice.title)
    store.commit()
    batch.clear()


def _remove(store: NoticeStore, ranks: RankWriter, uuid: str) -> None:
    number = store.remove(uuid)
    if number is not None:
        ranks.remove(number)
