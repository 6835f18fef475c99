"""The peers of search: a plain scan of all texts, and SQLite FTS5 over the same pairs."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from storage.db import importing, notices
from storage.library import Library
from storage.text import fold, squeeze
from storage.types import ParsedSource, SourceText


def texts_of(library: Library) -> list[str]:
    """The squeezed, folded texts of all notices."""
    uuids = [summary.uuid for summary in library.notices()]
    return [fold(squeeze(stored.notice.text)) for stored in notices.Notices(library._store, uuids)]


def take_in(library: Library, parsed: ParsedSource) -> None:
    """Import an issue without reading a file."""
    data = parsed.source.encode()
    source = SourceText(parsed.source, (), hashlib.sha256(data).hexdigest(), data)
    for _ in importing.import_parsed(library._store, parsed.source, source, parsed, 1):
        pass


class Peers:
    """Both over one library; FTS5's file is kept beside it."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._texts = texts_of(library)
        file = folder / "fts5.db"
        if not file.exists():
            _build(file, self._texts)
        self._connection = sqlite3.connect(file)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def scan(self, parts: list[str]) -> int:
        """Count the places of all parts in texts that hold every part."""
        return sum(
            sum(text.count(part) for part in parts)
            for text in self._texts
            if all(part in text for part in parts)
        )

    def fts5(self, parts: list[str]) -> int:
        """How many notices FTS5 finds; one character is asked as the beginning of a pair."""
        phrases = [
            f'"{part}"*'
            if len(part) == 1
            else '"{}"'.format(" ".join(part[at : at + 2] for at in range(len(part) - 1)))
            for part in parts
        ]
        if not phrases:
            return 0
        return len(
            self._connection.execute(
                "SELECT rowid FROM plain WHERE plain MATCH ?", (" AND ".join(phrases),)
            ).fetchall()
        )


def _build(file: Path, texts: list[str]) -> None:
    building = file.with_suffix(".building")
    building.unlink(missing_ok=True)
    connection = sqlite3.connect(building)
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text, content='')")
    for number, text in enumerate(texts, start=1):
        pairs = " ".join(text[at : at + 2] for at in range(len(text) - 1))
        clean = pairs.encode("utf-8", "replace").decode().replace("\0", " ")
        connection.execute("INSERT INTO plain (rowid, text) VALUES (?, ?)", (number, clean))
    connection.commit()
    connection.close()
    building.rename(file)
