"""The search index of one library: a cache that can be deleted at any time."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path

from storage.search.faults import index_faults, write_lock
from storage.search.pending import PendingNotices
from storage.search.query import parse_query
from storage.search.reader import IndexReader
from storage.search.seal import SealedFolder
from storage.search.searching import Search
from storage.search.segmenter import Segmenter, dictionary_bytes
from storage.search.writer import IndexWriter
from storage.types import Progress, SearchResult, StoredNotice

Fetch = Callable[[Sequence[str]], Sequence[StoredNotice]]


class SearchIndex:
    """Finds notices, and is kept up to date with a library; one object a thread.

    It keeps to `folder/library_id`, and jieba's cache to `folder`.
    """

    def __init__(self, folder: Path, library_id: str, dictionary: Path) -> None:
        """`folder` is the program's cache folder, `dictionary` that of `terms.txt`."""
        # The cuts of words are stored: with another dictionary they are others.
        version = f"{zlib.crc32(dictionary_bytes(dictionary)):08x}"
        self._segmenter = Segmenter(dictionary, folder)
        self._sealed = SealedFolder(folder / library_id, library_id, version)
        self._reader = IndexReader(self._sealed)
        self._writer = IndexWriter(self._sealed, self._segmenter)
        self._waiting = PendingNotices(self._segmenter)
        self._told: int | None = None

    @property
    def revision(self) -> int:
        """The library's change counter that the index stands at.

        0 where it is empty, damaged, of another version or of another library.
        """
        seal = self._reader.seal()
        self._told = 0 if seal is None else seal.revision
        return self._told

    def update(
        self, changed: Iterable[StoredNotice], deleted: Sequence[str], revision: int
    ) -> Generator[Progress, None, None]:
        """Take in what changed since the revision last asked for; then it stands at `revision`.

        Where that revision was 0, `changed` must be all notices. If the index was damaged since,
        or stands beyond `revision`, it empties itself; so ask for the revision afterwards.
        Closing the generator keeps the old revision. Raises UserFault: index-busy (another
        process is writing), index-full, index-unwritable.
        """
        told = self.revision if self._told is None else self._told
        self._reader.close()
        yield from self._writer.update(changed, deleted, revision, told, self._reader.damaged)
        self._told = None

    def search(
        self,
        query: str,
        fetch: Fetch,
        pending: Sequence[StoredNotice] = (),
        limit: int = 50,
        deleted: Sequence[str] = (),
    ) -> SearchResult:
        """The notices that hold all terms of the query (query.py), best first.

        `fetch` gives stored notices by uuid; `pending` are those changed since `revision`, read
        instead of their indexed form; `deleted` are left out. Raises UserFault("index-damaged")
        where damage shows only now; the revision is then 0.
        """
        search = Search(self._reader, self._waiting, parse_query(query))
        return search.run(query, fetch, pending, limit, deleted)

    def clear(self) -> None:
        """Throw the index away; the revision is 0 then. Raises UserFault."""
        self.close()
        with index_faults(self._sealed.folder), write_lock(self._sealed.folder):
            self._writer.empty()

    def close(self) -> None:
        """Close all files."""
        self._reader.close()
