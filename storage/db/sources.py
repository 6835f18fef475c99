"""The sources of imports, kept so that a better recogniser can read them again."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

from storage.db.hint_json import pack_hints, unpack_hints
from storage.db.store import Row, Store
from storage.db.values import now, stored_values, text_from, to_column, unpack_text
from storage.errors import UserFault
from storage.types import KeptSource, SourceText

KEPT_BYTES = 50 * 1024 * 1024
LEVEL = 6


# How the bytes are kept: as they are, as the lines that are just these bytes, or not at all.
AS_BYTES, AS_LINES, NOT_KEPT = "bytes", "lines", "none"


@dataclass(frozen=True, slots=True)
class PackedSource:
    """A source ready to be written: compressed before the transaction, which stays short."""

    name: str
    sha256: str
    lines_hash: str
    size: int
    lines: bytes
    hints: bytes | None
    kept: str
    data: bytes | None


def pack_source(source: SourceText) -> PackedSource:
    """Compress a source's lines and hints, and its bytes up to KEPT_BYTES."""
    text = "\n".join(source.lines)
    plain = text.encode("utf-8", "surrogatepass")
    kept = AS_BYTES if 0 < len(source.data) <= KEPT_BYTES else NOT_KEPT
    if plain == source.data:
        kept = AS_LINES
    return PackedSource(
        source.name,
        source.sha256,
        lines_hash(source),
        len(source.data),
        zlib.compress(plain, LEVEL),
        pack_hints(source.hints),
        kept,
        zlib.compress(source.data, LEVEL) if kept == AS_BYTES else None,
    )


def lines_hash(source: SourceText) -> str:
    """SHA-256 of the lines as read: equal for one text in two encodings."""
    text = "\n".join(source.lines)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def keep_source(store: Store, issue_id: int, source: PackedSource) -> int:
    """Write a source as its issue's current one; its row's id.

    One that the issue had before is taken up again: the same lines, and the same known of them.
    """
    store.run("UPDATE sources SET current = 0 WHERE issue_id = ?", [issue_id])
    known = store.row(
        "SELECT id FROM sources WHERE issue_id = ? AND lines_hash = ? AND hints IS ?",
        [issue_id, source.lines_hash, source.hints],
    )
    if known:
        store.run("UPDATE sources SET current = 1 WHERE id = ?", [known[0]])
        return known[0]
    return store.insert(
        "INSERT INTO sources"
        " (issue_id, current, name, sha256, lines_hash, size, imported, lines, hints, kept, data)"
        " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            issue_id,
            to_column(source.name),
            source.sha256,
            source.lines_hash,
            source.size,
            now(),
            source.lines,
            source.hints,
            source.kept,
            source.data,
        ],
    )


def issue_of_bytes(store: Store, sha256: str) -> int | None:
    """The issue whose current source has exactly these bytes."""
    return _issue_where(store, "sha256", sha256)


def issue_of_lines(store: Store, lines_hash: str) -> int | None:
    """The issue whose current source has exactly these lines, whatever its encoding was."""
    return _issue_where(store, "lines_hash", lines_hash)


def _issue_where(store: Store, column: str, value: str) -> int | None:
    found = store.row(f"SELECT issue_id FROM sources WHERE {column} = ? AND current = 1", [value])
    return found[0] if found else None


def source_lines(store: Store, issue_id: int, notice: str | None = None) -> tuple[str, ...]:
    """The lines of an issue's current source, or of the source that a notice came from.

    () where there is none.
    """
    found = store.row(*_question("lines", issue_id, notice))
    with stored_values(store.path):
        return _lines(found[0]) if found else ()


def source_text(store: Store, issue_id: int, notice: str | None = None) -> SourceText:
    """The source as it was read, to be recognised again, like `source_lines` without its bytes.

    One taken in by a program that kept no hints (schema 1) has none.
    Raises UserFault: issue-missing, notice-missing, library-damaged.
    """
    found = store.row(*_question("name, lines, sha256, hints", issue_id, notice))
    if found is None:
        if notice is None:
            raise UserFault("issue-missing")
        raise UserFault("notice-missing", notice=notice)
    return _source(store, found)


def _question(columns: str, issue_id: int, notice: str | None) -> tuple[str, list[object]]:
    """The query for an issue's current source, or the one that a notice came from."""
    query = f"SELECT {columns} FROM sources WHERE "
    if notice is None:
        return query + "issue_id = ? AND current = 1", [issue_id]
    return query + "id = (SELECT source_id FROM notices WHERE uuid = ?)", [notice]


def kept_sources(store: Store, issue_id: int) -> list[KeptSource]:
    """The sources that an issue was ever taken from, the last one first."""
    found = store.rows(
        "SELECT id, name, imported, lines, size, current FROM sources WHERE issue_id = ?"
        " ORDER BY id DESC",
        [issue_id],
    )
    with stored_values(store.path):
        return [
            KeptSource(key, text_from(name), imported, len(_lines(lines)), size, bool(current))
            for key, name, imported, lines, size, current in found
        ]


def kept_source(store: Store, source_id: int) -> SourceText:
    """One kept source as it was read. Raises UserFault: kept-source-missing, library-damaged."""
    found = store.row("SELECT name, lines, sha256, hints FROM sources WHERE id = ?", [source_id])
    if found is None:
        raise UserFault("kept-source-missing")
    return _source(store, found)


def current_source(store: Store, issue_id: int) -> int:
    """The id of an issue's current source. Raises UserFault("issue-missing")."""
    found = store.row("SELECT id FROM sources WHERE issue_id = ? AND current = 1", [issue_id])
    if found is None:
        raise UserFault("issue-missing")
    return found[0]


def make_current(store: Store, issue_id: int, source_id: int) -> None:
    """Have an issue shown as one of its kept sources has it, inside a transaction."""
    store.run("UPDATE sources SET current = (id = ?) WHERE issue_id = ?", [source_id, issue_id])


def _source(store: Store, row: Row) -> SourceText:
    name, lines, sha256, hints = row
    with stored_values(store.path):
        return SourceText(text_from(name), _lines(lines), sha256, hints=unpack_hints(hints))


def _lines(packed: bytes) -> tuple[str, ...]:
    return tuple(unpack_text(packed).split("\n"))


def source_bytes(store: Store, issue_id: int) -> bytes | None:
    """The bytes of an issue's current source; None where they were too many to keep."""
    found = store.row(
        "SELECT kept, CASE kept WHEN 'lines' THEN lines ELSE data END FROM sources"
        " WHERE issue_id = ? AND current = 1",
        [issue_id],
    )
    if not found or found[0] == NOT_KEPT:
        return None
    with stored_values(store.path):
        return zlib.decompress(found[1])
