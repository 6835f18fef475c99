"""The sources of imports, kept so that a better recogniser can read them again."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

from storage.db.store import Store
from storage.db.values import now, stored_values, to_column, unpack_text
from storage.types import SourceText

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
    kept: str
    data: bytes | None


def pack_source(source: SourceText) -> PackedSource:
    """Compress a source's lines, and its bytes up to KEPT_BYTES."""
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
        kept,
        zlib.compress(source.data, LEVEL) if kept == AS_BYTES else None,
    )


def lines_hash(source: SourceText) -> str:
    """SHA-256 of the lines as read: equal for one text in two encodings."""
    text = "\n".join(source.lines)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def keep_source(store: Store, issue_id: int, source: PackedSource) -> int:
    """Write a source as its issue's current one; its row's id."""
    store.run("UPDATE sources SET current = 0 WHERE issue_id = ?", [issue_id])
    known = store.row(
        "SELECT id FROM sources WHERE issue_id = ? AND lines_hash = ?",
        [issue_id, source.lines_hash],
    )
    if known:
        store.run("UPDATE sources SET current = 1 WHERE id = ?", [known[0]])
        return known[0]
    return store.insert(
        "INSERT INTO sources"
        " (issue_id, current, name, sha256, lines_hash, size, imported, lines, kept, data)"
        " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            issue_id,
            to_column(source.name),
            source.sha256,
            source.lines_hash,
            source.size,
            now(),
            source.lines,
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
    if notice is None:
        found = store.row(
            "SELECT lines FROM sources WHERE issue_id = ? AND current = 1", [issue_id]
        )
    else:
        found = store.row(
            "SELECT s.lines FROM sources s JOIN notices n ON n.source_id = s.id WHERE n.uuid = ?",
            [notice],
        )
    with stored_values(store.path):
        return tuple(unpack_text(found[0]).split("\n")) if found else ()


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
