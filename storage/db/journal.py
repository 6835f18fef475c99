"""The journal of a library: a write-ahead log on local disks, a rollback journal elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from storage.db.file_systems import needs_rollback_journal
from storage.db.store import Store

_ANYTHING = "SELECT count(*) FROM sqlite_master"


def connect_for_disk(connect: Callable[[], Database], path: Path) -> Database:
    """Connect so that a log can be read even where the disk bears no shared memory.

    That goes only with the file held alone: for a log that was made on another disk until it is
    turned into a rollback journal, on a disk without any room as long as the connection lasts.
    """
    db = connect()
    if not needs_rollback_journal(path):
        if _is_readable(db, sqlite3.SQLITE_IOERR_SHMSIZE):
            return db
        db.close()
        db = connect()
    db.conn.execute("PRAGMA locking_mode=EXCLUSIVE")
    if not _is_readable(db, sqlite3.SQLITE_BUSY):
        # Another connection is using the log at this moment, so it can be used after all.
        db.conn.execute("PRAGMA locking_mode=NORMAL")
    return db


def choose_journal(store: Store) -> None:
    """Set the journal for the disk; where another connection is at work, the present one stays."""
    execute = store.db.conn.execute
    wanted = "delete" if needs_rollback_journal(store.path) else "wal"
    patience: int = execute("PRAGMA busy_timeout").fetchone()[0]
    with suppress(sqlite3.OperationalError):
        execute("PRAGMA busy_timeout=200")
        if execute("PRAGMA journal_mode").fetchone()[0] != wanted:
            execute(f"PRAGMA journal_mode={wanted}").fetchone()
    execute(f"PRAGMA busy_timeout={patience}")
    if execute("PRAGMA journal_mode").fetchone()[0] == "delete":
        execute("PRAGMA locking_mode=NORMAL")
        execute(_ANYTHING).fetchone()  # lets an exclusive lock go


def _is_readable(db: Database, obstacle: int) -> bool:
    """Try to read; False where this obstacle, an error code of SQLite, is in the way."""
    try:
        db.conn.execute(_ANYTHING).fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != obstacle:
            db.close()
            raise
        return False
    except sqlite3.Error:
        db.close()
        raise
    return True
