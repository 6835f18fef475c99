"""The search index of one library: a cache that can be deleted at any time."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from storage.search.catalogue import Catalogue, Folded, catalogue_of
from storage.search.completion import Completer
from storage.search.evaluation import Evaluation
from storage.search.faults import index_faults, write_lock
from storage.search.language import Kind, Node, parse_query
from storage.search.language.tree import terms
from storage.search.pending import PendingNotices
from storage.search.prepare import borders_of
from storage.search.reader import IndexReader
from storage.search.remarks import Remarks
from storage.search.seal import SealedFolder
from storage.search.searching import Search
from storage.search.segmenter import Segmenter, dictionary_bytes
from storage.search.universe import Universe
from storage.search.view import LibraryView
from storage.search.writer import Changed, IndexWriter
from storage.types import (
    Completion,
    Notice,
    Progress,
    Query,
    QueryProblem,
    SearchResult,
)


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
        self._catalogue: tuple[object, Catalogue] | None = None
        self._folded = Folded()
        self._remarks: tuple[object, Remarks] | None = None
        self._completer: Completer | None = None
        self._told: int | None = None
        # What the last query found: it is often asked again, narrowed by a facet or for more.
        self._asked: tuple[str, Evaluation | None] = ("", None)

    @property
    def revision(self) -> int:
        """The library's change counter that the index stands at.

        0 where it is empty, damaged, of another version or of another library.
        """
        seal = self._reader.seal()
        self._told = 0 if seal is None else seal.revision
        return self._told

    def update(
        self, changed: Changed, deleted: Sequence[str], revision: int
    ) -> Generator[Progress, None, None]:
        """Take in what changed since the revision last asked for; then it stands at `revision`.

        Where that revision was 0, `changed` must be all notices. If the index was damaged since,
        or stands beyond `revision`, it empties itself; so ask for the revision afterwards.
        Closing the generator keeps the old revision. Raises UserFault: index-busy (another
        process is writing), index-full, index-unwritable.
        """
        told = self.revision if self._told is None else self._told
        self._reader.let_go()
        yield from self._writer.update(changed, deleted, revision, told, self._reader.damaged)
        self._told = None

    def search(self, query: Query, view: LibraryView, limit: int = 50) -> SearchResult:
        """The notices that the query finds (language), best first; all counted, with facets.

        Raises UserFault("index-damaged") where damage shows only now; the revision is then 0.
        """
        steps = self.steps(query, view, limit)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    def steps(
        self, query: Query, view: LibraryView, limit: int = 50
    ) -> Generator[SearchResult, None, SearchResult]:
        """A quick first page where much may be found, then what `search` gives."""
        with self._reader.one_search():
            return (yield from self._search(query, view).steps(limit))

    def found(
        self, query: Query, view: LibraryView
    ) -> Generator[None, None, tuple[list[str], tuple[QueryProblem, ...]]]:
        """The uuids alone of all that the query finds, what is wrong with it; with pauses."""
        with self._reader.one_search():
            return (yield from self._search(query, view).found())

    def _search(self, query: Query, view: LibraryView) -> Search:
        parsed = parse_query(query.text)
        catalogue, remarks = self._known_catalogue(view), self._known_remarks(view)
        asked, known = self._asked
        if (
            known is None
            or asked != query.text
            or known.universe.catalogue is not catalogue
            or known.universe.remarks is not remarks
        ):
            universe = Universe(
                self._reader,
                self._waiting,
                catalogue,
                remarks,
                view.pending,
                self._segmenter,
                needs_words=parsed.tree is not None and _needs_words(parsed.tree),
            )
            known = Evaluation(universe)
            self._asked = (query.text, known)
        return Search(known, query, parsed, view)

    def word_borders(self, notice: Notice) -> array[int]:
        """Where words begin and end in a notice's squeezed text, rising, both ends included."""
        return borders_of(notice, self._segmenter.cut)

    def complete(
        self, query: str, cursor: int, view: LibraryView, earlier: Iterable[str], limit: int
    ) -> list[Completion]:
        """How a query may go on at the cursor; UserFault("index-damaged")."""
        with self._reader.one_search():
            catalogue, remarks = self._known_catalogue(view), self._known_remarks(view)
        if self._completer is None or not self._completer.knows(catalogue, remarks):
            self._completer = Completer(catalogue, remarks)
        return self._completer.complete(query, cursor, earlier, limit)

    def read_ahead(self, view: LibraryView, seconds: float) -> bool:
        """Read texts into memory for so long; whether there are more that fit in."""
        with self._reader.one_search():
            numbers = self._known_catalogue(view).everything
            return self._reader.read_ahead(numbers, seconds)

    def clear(self) -> None:
        """Throw the index away; the revision is 0 then. Raises UserFault."""
        self.close()
        with index_faults(self._sealed.folder), write_lock(self._sealed.folder):
            self._writer.empty()

    def close(self) -> None:
        """Close all files."""
        self._asked = ("", None)
        self._reader.close()

    def _known_catalogue(self, view: LibraryView) -> Catalogue:
        waiting = tuple(stored.summary.uuid for stored in view.pending)
        stamp = (self._reader.stamp(), view.stamp, waiting, tuple(view.deleted))
        if self._catalogue is None or self._catalogue[0] != stamp:
            found = catalogue_of(
                self._reader.heads(),
                view.attributes(),
                view.pending,
                view.deleted,
                view.families(),
                self._folded,
            )
            self._catalogue = (stamp, found)
        return self._catalogue[1]

    def _known_remarks(self, view: LibraryView) -> Remarks:
        if self._remarks is None or self._remarks[0] != view.marks_stamp:
            self._remarks = (view.marks_stamp, Remarks(view.marks()))
        return self._remarks[1]


def _needs_words(tree: Node) -> bool:
    return any(term.kind in (Kind.WORD, Kind.PATTERN) for term in terms(tree))
