"""The cache file of pairs and texts: one SQLite file, made and read here only.

`pairs` proposes notices, `notices` holds the texts that decide, packed (packing.py); `words` are
those that the codes stand for, a batch in a row. `heads` has titles and addressees apart, so that
they can be read all at once.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.search.encoding import (
    blob,
    bytes_of,
    lengths_of,
    long_uuid,
    short_uuid,
    text_of,
    wide_bytes,
    wide_text,
)
from storage.search.faults import IndexDamaged
from storage.search.frequent import FrequentTerms, squeeze_row, stretch_row
from storage.search.grams import FEWEST_TEACHING, Pairs
from storage.search.layout import Layout
from storage.search.lexicon import Lexicon
from storage.search.packing import Packer
from storage.search.prepare import PreparedNotice
from storage.search.words import Cuts

_SCHEMA = """
CREATE TABLE heads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL,
    title BLOB NOT NULL,
    addressees BLOB NOT NULL
);
CREATE TABLE notices (
    id INTEGER PRIMARY KEY, source_check INTEGER NOT NULL, packed BLOB NOT NULL
);
CREATE TABLE counts (id INTEGER PRIMARY KEY, squeezed BLOB NOT NULL);
CREATE TABLE words (first INTEGER PRIMARY KEY, squeezed BLOB NOT NULL);
CREATE TABLE learnt (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE pairs USING fts5 (
    text, content='', detail=none, columnsize=0, tokenize='ascii'
);
"""
_WAIT_SECONDS = 5.0
# A batch stays in memory until it is committed: a page written earlier would lock readers out.
_WRITER_CACHE_KILOBYTES = 64 * 1024
_AT_ONCE = 500
# More notices than these are not looked at to learn what is frequent.
_MOST_TEACHING = 100
# An index that learnt from fewer than these learns anew when it has three times as many as then.
_ENOUGH_TAUGHT, _GROWN = 100, 3


@dataclass(frozen=True, slots=True)
class IndexedNotice:
    """A notice as searches read it; `text` is squeezed and folded.

    `source_check` is the checksum of the text it was made of (prepare.check_of).
    """

    source_check: int
    text: str
    cuts: Cuts
    layout: Layout


@dataclass(frozen=True, slots=True)
class Head:
    """What is read of all notices at once; `title_words` are lengths (encoding.lengths_of)."""

    number: int
    uuid: str
    title_words: bytes
    addressees: str


class NoticeStore:
    """An open cache file; every method may raise what `faults.index_faults` understands."""

    def __init__(self, file: Path, *, create: bool = False) -> None:
        """Open a file for reading, or for writing where `create` is true; it is made if absent."""
        if not create and not file.is_file():
            raise IndexDamaged(f"{file} is missing")
        new = not file.exists()
        self._connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)
        self._run = self._connection.execute
        self._run("PRAGMA trusted_schema = OFF")
        self._run("PRAGMA synchronous = NORMAL")
        if create:
            self._run(f"PRAGMA cache_size = -{_WRITER_CACHE_KILOBYTES}")
        else:
            self._run("PRAGMA query_only = ON")
        if new:
            # Texts of 2,000 bytes fill small pages badly, and large ones are much room for small
            # libraries: at 10 and 100 issues 0.70 and 0.51 of the texts' size with pages of 16 KB,
            # 0.76 and 0.495 with these.
            self._run("PRAGMA page_size = 32768")
            self._run("PRAGMA auto_vacuum = INCREMENTAL")
            self._connection.executescript(_SCHEMA)
        learnt = dict(self._run("SELECT name, value FROM learnt").fetchall())
        learnt = {name: zlib.decompress(blob(value)) for name, value in learnt.items()}
        self.frequent = FrequentTerms.of_bytes(learnt.get("frequent", b""))
        """The terms that are counted in every notice."""
        self._pairs = Pairs(text_of(learnt.get("common", b"")).split("\n"), self.frequent.terms)
        self._packer = Packer(Lexicon(), learnt.get("sample", b""))
        self._learnt_from = int(learnt.get("from", b"0"))
        self._kept_words = 0
        self._numbers: dict[bytes | str, int] | None = None
        self.read_words()

    @property
    def lexicon(self) -> Lexicon:
        """The words of all texts."""
        return self._packer.lexicon

    def read_words(self) -> None:
        """Read the words that another process added."""
        # The last batch that was read may have been merged with later ones.
        rows = self._run(
            "SELECT first, squeezed FROM words WHERE first >="
            " coalesce((SELECT max(first) FROM words WHERE first <= ?), 0) ORDER BY first",
            [self._kept_words],
        )
        for first, squeezed in rows.fetchall():
            if first > self._kept_words:
                raise IndexDamaged("words are missing")
            words = text_of(zlib.decompress(blob(squeezed))).split("\n")
            self.lexicon.extend(words[self._kept_words - first :])
            self._kept_words = len(self.lexicon)

    # ---- writing

    def begin(self) -> None:
        """Begin a batch of changes."""
        self._run("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep a batch."""
        self._keep_words()
        self._run("COMMIT")

    def close(self) -> None:
        """Close the file; what was not committed is gone."""
        self._connection.close()

    def learn(self, notices: Sequence[PreparedNotice], total: int) -> None:
        """Let the first of `total` notices of an index teach which words and pairs are common."""
        some = notices[:: max(1, len(notices) // _MOST_TEACHING)]
        telling = [notice.words for notice in some]
        self._packer.learn([notice.words for notice in notices], telling)
        self.frequent = FrequentTerms.learnt(telling)
        self._pairs = Pairs.learnt([notice.text for notice in some], self.frequent.terms)
        self._learnt_from = total
        for name, value in (
            ("sample", self._packer.sample),
            ("common", bytes_of("\n".join(sorted(self._pairs.common)))),
            ("frequent", self.frequent.to_bytes()),
            ("from", str(total).encode()),
        ):
            self._run(
                "INSERT OR REPLACE INTO learnt (name, value) VALUES (?, ?)",
                (name, zlib.compress(value)),
            )

    @property
    def has_learnt(self) -> bool:
        """Whether notices have taught what is common."""
        return self._learnt_from > 0

    def should_learn_anew(self, coming: int) -> bool:
        """Whether a new file is wanted: this one learnt from few notices or none, and has many."""
        needed = _GROWN * max(FEWEST_TEACHING, self._learnt_from) if self.has_learnt else 1
        return self._learnt_from < _ENOUGH_TAUGHT and self.count() + coming >= needed

    def put(self, notice: PreparedNotice) -> int:
        """Add a notice that is not there; its number."""
        added = self._run(
            "INSERT INTO heads (uuid, title, addressees) VALUES (?, ?, ?)",
            (
                short_uuid(notice.uuid),
                lengths_of(notice.title),
                wide_bytes(notice.addressees),
            ),
        )
        number = int(added.lastrowid or 0)
        self._numbers_by_uuid()[short_uuid(notice.uuid)] = number
        self._run(
            "INSERT INTO notices (id, source_check, packed) VALUES (?, ?, ?)",
            (number, notice.source_check, self._packer.pack(notice.words, notice.layout)),
        )
        if self.frequent.terms:
            self._run(
                "INSERT INTO counts (id, squeezed) VALUES (?, ?)",
                (number, squeeze_row(self.frequent.row_of(notice.words))),
            )
        self._run(
            "INSERT INTO pairs (rowid, text) VALUES (?, ?)",
            (number, self._pairs.of_text(notice.text)),
        )
        return number

    def _keep_words(self) -> None:
        new = self.lexicon.after(self._kept_words)
        if new:
            squeezed = zlib.compress(bytes_of("\n".join(new)))
            self._run(
                "INSERT INTO words (first, squeezed) VALUES (?, ?)", (self._kept_words, squeezed)
            )
            self._kept_words = len(self.lexicon)

    def remove(self, uuid: str) -> int | None:
        """Take a notice out, if it is there; its number then.

        FTS5 of this age deletes only what it is shown again, so the pairs are made once more.
        """
        number = self._numbers_by_uuid().pop(short_uuid(uuid), None)
        if number is None:
            return None
        found = self._run("SELECT packed FROM notices WHERE id = ?", (number,)).fetchone()
        if found is None:
            raise IndexDamaged(f"the words of {number}")
        text, _, _ = self._packer.unpack(blob(found[0]))
        self._run(
            "INSERT INTO pairs (pairs, rowid, text) VALUES ('delete', ?, ?)",
            (number, self._pairs.of_text(text)),
        )
        self._run("DELETE FROM heads WHERE id = ?", (number,))
        self._run("DELETE FROM counts WHERE id = ?", (number,))
        self._run("DELETE FROM notices WHERE id = ?", (number,))
        return number

    def _numbers_by_uuid(self) -> dict[bytes | str, int]:
        """All numbers, read once: an index in the file takes a hundredth of its size."""
        if self._numbers is None:
            self._numbers = dict(self._run("SELECT uuid, id FROM heads").fetchall())
        return self._numbers

    def tidy(self) -> None:
        """Merge what many batches left behind, and give the room back: a third of the file."""
        self._run("BEGIN IMMEDIATE")
        self._run("INSERT INTO pairs (pairs) VALUES ('optimize')")
        self._run("DELETE FROM words")
        self._kept_words = 0
        self._keep_words()
        self._run("COMMIT")
        # As a script, because each step of this statement frees one page only.
        self._connection.executescript("PRAGMA incremental_vacuum")

    # ---- reading

    def count(self) -> int:
        """How many notices there are."""
        return int(self._run("SELECT count(*) FROM heads").fetchone()[0])

    def stamp(self) -> int:
        """A number that moves when another connection changed the file."""
        return int(self._run("PRAGMA data_version").fetchone()[0])

    def numbers(self) -> list[int]:
        """The numbers of all notices."""
        return [number for (number,) in self._run("SELECT id FROM heads")]

    def heads(self, after: int) -> Iterator[Head]:
        """What is read of all notices at once, of those with higher numbers, in their order."""
        rows = self._run(
            "SELECT id, uuid, title, addressees FROM heads WHERE id > ? ORDER BY id", (after,)
        )
        for number, uuid, title, addressees in rows:
            yield Head(number, long_uuid(uuid), blob(title), wide_text(addressees))

    def counts_after(self, number: int) -> Iterator[tuple[int, bytes]]:
        """What is counted of the notices with higher numbers, in their order."""
        rows = self._run("SELECT id, squeezed FROM counts WHERE id > ? ORDER BY id", (number,))
        return ((number, stretch_row(blob(squeezed))) for number, squeezed in rows)

    def matching(self, texts: Sequence[str]) -> list[int] | None:
        """The numbers of the notices that may hold all of `texts` (squeezed, folded).

        None where these are too common to tell any notice from the others.
        """
        expression = self._pairs.expression(texts)
        if not expression:
            return None
        rows = self._run("SELECT rowid FROM pairs WHERE pairs MATCH ?", (expression,))
        return [number for (number,) in rows.fetchall()]

    def notices(self, numbers: Sequence[int]) -> Iterator[tuple[int, IndexedNotice]]:
        """Notices by their numbers, in the order of the file; those that are gone are left out."""
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            rows = self._run(
                "SELECT id, source_check, packed FROM notices"
                f" WHERE id IN ({','.join('?' * len(some))})",
                some,
            )
            for number, check, packed in rows.fetchall():
                yield number, self._notice(number, check, blob(packed))

    def _notice(self, number: int, check: int, packed: bytes) -> IndexedNotice:
        try:
            text, cuts, layout = self._packer.unpack(packed)
        except ValueError:
            # Another process may have added words since.
            self.read_words()
            text, cuts, layout = self._packer.unpack(packed)
        if layout.end != len(text) or len(cuts.flags) != len(text) + 1:
            raise IndexDamaged(f"the words of {number}")
        return IndexedNotice(check, text, cuts, layout)

    def is_sound(self) -> bool:
        """Let SQLite check the whole file: for one whose writer was killed."""
        answer = self._run("PRAGMA quick_check(1)").fetchone()
        return answer is not None and answer[0] == "ok"
