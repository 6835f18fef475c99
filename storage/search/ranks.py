"""One whoosh document a notice: the one module that knows whoosh.

It scores titles by rare words. More was tried, with 20 queries judged by hand on the shared texts
(nDCG of the first five): without whoosh 0.944, titles and headings 0.955, key words too 0.956,
words of the body too 0.961. Headings and key words tripled its size for that, and of the body
whoosh takes 70,000 characters a second: they are not here.

whoosh unpickles what it reads: the files come from our own sealed cache folder only (seal.py).
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from storage.search.faults import IndexDamaged

_MEMORY_MEGABYTES = 64
_MOST_TITLES = 1500


def _schema() -> Any:
    from whoosh import (  # pyright: ignore[reportMissingTypeStubs] -- whoosh has no types
        columns,
        fields,
    )

    typed: Any = fields
    column: Any = columns
    # As a searched and stored field the numbers took more room than the titles.
    return typed.Schema(
        number=typed.COLUMN(column.NumericColumn("I")),
        title=typed.KEYWORD(scorable=True),
    )


class RankWriter:
    """Writes whoosh documents; nothing is kept before `commit`. Made by `rank_writer`."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        """Open the whoosh index of a folder, or make it."""
        from whoosh import index  # pyright: ignore[reportMissingTypeStubs]

        typed: Any = index
        folder.mkdir(parents=True, exist_ok=True)
        name = str(folder)
        opened = typed.create_in(name, _schema()) if create else typed.open_dir(name)
        self._index: Any = opened
        self._writer: Any = opened.writer(limitmb=_MEMORY_MEGABYTES)
        self._places: dict[int, int] | None = None

    def put(self, number: int, title: Sequence[str]) -> None:
        """Add the title of a notice that is not there."""
        telling = dict.fromkeys(word for word in title if len(word) > 1 and word.isalpha())
        self._writer.add_document(number=number, title=" ".join(telling))

    def remove(self, number: int) -> None:
        """Take out a title that was there when the writer was made."""
        if self._places is None:
            with closing(self._index.reader()) as reader:
                self._places = _places(reader)
        place = self._places.pop(number, None)
        if place is not None:
            self._writer.delete_document(place)

    def commit(self) -> None:
        """Keep everything and close."""
        self._writer.commit()
        self._index.close()

    def cancel(self) -> None:
        """Keep nothing and close."""
        self._writer.cancel()
        self._index.close()


def _places(reader: Any) -> dict[int, int]:
    """Where whoosh has each notice's number; an empty index has no column to ask."""
    places = list(reader.all_doc_ids())
    numbers: Any = reader.column_reader("number") if places else ()
    return {numbers[place]: place for place in places}


@contextmanager
def rank_writer(folder: Path, *, create: bool) -> Generator[RankWriter, None, None]:
    """A writer that keeps everything at the end, and nothing after an exception."""
    with _damage_told():
        writer = RankWriter(folder, create=create)
    try:
        yield writer
    except BaseException:
        with suppress(IndexDamaged, OSError), _damage_told():
            writer.cancel()
        raise
    with _damage_told():
        writer.commit()


@contextmanager
def _damage_told() -> Generator[None, None, None]:
    """whoosh raises whatever comes up when its files are not as they should be."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise IndexDamaged(repr(error)) from error


class RankReader:
    """Scores notices by whoosh's BM25F; raises IndexDamaged."""

    def __init__(self, folder: Path) -> None:
        """Open the whoosh index of a folder."""
        from whoosh import index  # pyright: ignore[reportMissingTypeStubs]

        typed: Any = index
        with _damage_told():
            self._index: Any = typed.open_dir(str(folder))
            self._searcher: Any = self._index.searcher()

    def scores(self, words: Sequence[str], most: int) -> dict[int, float]:
        """The best titles that have one of the words, by the notices' numbers."""
        from whoosh import query  # pyright: ignore[reportMissingTypeStubs]

        typed: Any = query
        with _damage_told():
            # What very many titles have tells none of them from the others, and takes long.
            rare = [
                word for word in words if self._searcher.doc_frequency("title", word) < _MOST_TITLES
            ]
            asked = typed.Or([typed.Term("title", word) for word in rare])
            found: Any = self._searcher.search(asked, limit=most)
            reader: Any = self._searcher.reader()
            numbers: Any = reader.column_reader("number") if len(found) else ()
            return {numbers[hit.docnum]: float(hit.score) for hit in found}

    def close(self) -> None:
        """Close the files."""
        self._searcher.close()
        self._index.close()
