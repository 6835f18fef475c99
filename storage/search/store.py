"""The cache file of pairs and squeezed texts: one SQLite file, made and read here only.

`pairs` proposes notices, `notices` holds the text that decides. The text is compressed in
GB 18030, two bytes for a Chinese character instead of UTF-8's three.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from storage.search.faults import IndexDamaged
from storage.search.grams import document_pairs, match_expression
from storage.search.prepare import PreparedNotice, Zone, zones_from_bytes, zones_to_bytes
from storage.search.words import Cuts

_SCHEMA = """
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,
    source_check INTEGER NOT NULL,
    text BLOB NOT NULL,
    cuts BLOB NOT NULL,
    zones BLOB NOT NULL
);
CREATE VIRTUAL TABLE pairs USING fts5 (
    text, content='', detail=none, columnsize=0, tokenize='ascii'
);
"""
_FIELDS = "uuid, date, source_check, text, cuts, zones"
_WAIT_SECONDS = 5.0
# A batch stays in memory until it is committed: a page written earlier would lock readers out.
_WRITER_CACHE_KILOBYTES = 96 * 1024


@dataclass(frozen=True, slots=True)
class IndexedNotice:
    """A notice as the cache keeps it; `text` is squeezed and folded.

    `source_check` is the checksum of the text it was made of (prepare.check_of).
    """

    uuid: str
    date: str
    source_check: int
    text: str
    cuts: Cuts
    zones: tuple[Zone, ...]


class NoticeStore:
    """An open cache file; every method may raise what `faults.index_faults` understands."""

    def __init__(self, file: Path, *, create: bool = False) -> None:
        """Open a file for reading, or for writing where `create` is true; it is made if absent."""
        if not create and not file.is_file():
            raise IndexDamaged(f"{file} is missing")
        new = not file.exists()
        self._connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        if create:
            self._connection.execute(f"PRAGMA cache_size = -{_WRITER_CACHE_KILOBYTES}")
        else:
            self._connection.execute("PRAGMA query_only = ON")
        if new:
            self._connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            self._connection.executescript(_SCHEMA)

    def begin(self) -> None:
        """Begin a batch of changes."""
        self._connection.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep a batch."""
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file; what was not committed is gone."""
        self._connection.close()

    def put(self, notice: PreparedNotice) -> None:
        """Add a notice, or take its place where it is there."""
        self.remove(notice.uuid)
        row = (
            notice.uuid,
            notice.date,
            notice.source_check,
            _pack(notice.text),
            bytes(notice.cuts),
            zones_to_bytes(notice.zones),
        )
        added = self._connection.execute(
            f"INSERT INTO notices ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?)", row
        )
        self._connection.execute(
            "INSERT INTO pairs (rowid, text) VALUES (?, ?)",
            (added.lastrowid, document_pairs(notice.text)),
        )

    def remove(self, uuid: str) -> None:
        """Take a notice out, if it is there.

        FTS5 of this age deletes only what it is shown again, so the pairs are made once more.
        """
        found = self._connection.execute(
            "SELECT id, text FROM notices WHERE uuid = ?", (uuid,)
        ).fetchone()
        if found is None:
            return
        number, text = found
        self._connection.execute(
            "INSERT INTO pairs (pairs, rowid, text) VALUES ('delete', ?, ?)",
            (number, document_pairs(_unpack(text))),
        )
        self._connection.execute("DELETE FROM notices WHERE id = ?", (number,))

    def count(self) -> int:
        """How many notices there are."""
        return int(self._connection.execute("SELECT count(*) FROM notices").fetchone()[0])

    def matching(self, texts: Sequence[str]) -> list[int]:
        """The numbers of the notices that may hold all of `texts` (squeezed, folded)."""
        rows = self._connection.execute(
            "SELECT rowid FROM pairs WHERE pairs MATCH ?", (match_expression(list(texts)),)
        )
        return [number for (number,) in rows]

    def notices(self, numbers: Sequence[int]) -> Iterator[tuple[int, IndexedNotice]]:
        """Notices by their numbers, in this order."""
        for number in numbers:
            row = self._connection.execute(
                f"SELECT {_FIELDS} FROM notices WHERE id = ?", (number,)
            ).fetchone()
            if row is not None:
                yield number, _notice(row)

    def find(self, uuids: Sequence[str]) -> list[int]:
        """The numbers of the notices with these uuids, as far as they are there."""
        found = (
            self._connection.execute("SELECT id FROM notices WHERE uuid = ?", (uuid,)).fetchone()
            for uuid in uuids
        )
        return [row[0] for row in found if row is not None]

    def tidy(self) -> None:
        """Merge what many batches left behind, and give the room back: a third of the file."""
        self._connection.execute("INSERT INTO pairs (pairs) VALUES ('optimize')")
        # As a script, because each step of this statement frees one page only.
        self._connection.executescript("PRAGMA incremental_vacuum")

    def is_sound(self) -> bool:
        """Let SQLite check the whole file: for one whose writer was killed."""
        answer = self._connection.execute("PRAGMA quick_check(1)").fetchone()
        return answer is not None and answer[0] == "ok"


def _notice(row: tuple[str, str, int, bytes, bytes, bytes]) -> IndexedNotice:
    uuid, date, check, packed, cuts, zones = row
    text = _unpack(packed)
    if len(cuts) != len(text) // 8 + 1:
        raise IndexDamaged(f"the words of {uuid}")
    return IndexedNotice(uuid, date, check, text, Cuts(cuts), zones_from_bytes(zones))


def _pack(text: str) -> bytes:
    """Compress; the first byte tells the encoding (GB 18030 has no lone surrogates)."""
    try:
        return b"g" + zlib.compress(text.encode("gb18030"), 6)
    except UnicodeEncodeError:
        return b"u" + zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def _unpack(data: bytes) -> str:
    plain = zlib.decompress(data[1:])
    return plain.decode("gb18030") if data[:1] == b"g" else plain.decode("utf-8", "surrogatepass")
