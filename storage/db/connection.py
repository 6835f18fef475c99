"""Open a library's file: told from other files, of the right version, with the right settings."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlite_utils import Database

from storage.db.backup import back_up
from storage.db.faults import library_faults, system_fault
from storage.db.journal import choose_journal, connect_for_disk
from storage.db.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from storage.db.store import Store
from storage.errors import UserFault

BUSY_SECONDS = 15.0
BUSY_SECONDS_TO_OPEN = 10.0
# A whole check reads every page; beyond this size opening would take too long for it.
QUICK_CHECK_LIMIT = 8 * 1024 * 1024


def open_store(path: Path, *, create: bool = False) -> Store:
    """Open the library at `path`; with `create`, make it where there is none.

    Raises UserFault: library-missing, -empty, -is-folder, -no-rights, -cannot-open,
    -not-a-database, -not-ours, -newer, -damaged, -busy, -disk-full, -older-read-only,
    -unfinished-read-only, -backup-failed.

    The file is never opened but by SQLite: closing it elsewhere in this process would let go
    the locks of the process's other connections to it.
    """
    path = path.absolute()
    exists = _look_at(path, create=create)
    with library_faults(path):
        store = _connect(path, exists=exists)
        try:
            _prepare(store, create=create)
        except BaseException:
            store.close()
            raise
        return store


def _look_at(path: Path, *, create: bool) -> bool:
    """Say whether a file is there; refuse what cannot be a library without touching it."""
    try:
        if path.is_dir():
            raise UserFault("library-is-folder", path=str(path))
        if path.exists():
            # An empty file is left where a first start was broken off.
            if path.stat().st_size == 0 and not create:
                raise UserFault("library-empty", path=str(path))
            if not os.access(path, os.R_OK):
                raise UserFault("library-no-rights", path=str(path))
            return True
        if not create:
            raise UserFault("library-missing", path=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise UserFault("library-no-rights", path=str(path))
    except OSError as error:
        raise system_fault(error, path) from error
    return False


def _connect(path: Path, *, exists: bool) -> Store:
    """Connect to the file, for reading alone where it cannot be written."""
    if exists and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return Store(_read_only_database(path), path, read_only=True)
    connect = partial(_database, path, "rw" if exists else "rwc")
    return Store(connect_for_disk(connect, path), path)


def _prepare(store: Store, *, create: bool) -> None:
    """From a bare connection to a library of this version with all its settings."""
    blank = _is_blank(store)
    if blank and (not create or store.read_only):
        raise UserFault("library-empty", path=str(store.path))
    if not blank:
        # Windows knows read-only folders and shares that only a try finds out.
        store.read_only = store.read_only or _refuses_writing(store)
        _refuse_strangers(store)
    if not store.read_only:
        choose_journal(store)
    _settle(store)
    _make_or_migrate(store)
    if not blank:
        _check_soundness(store)


def _refuses_writing(store: Store) -> bool:
    store.db.conn.execute("PRAGMA busy_timeout=0")
    try:
        store.db.conn.execute("BEGIN IMMEDIATE")
        store.db.conn.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        # Another connection that is writing (SQLITE_BUSY) shows that it can be done.
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY
    finally:
        store.db.conn.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS_TO_OPEN * 1000)}")
    return False


def _database(path: Path, mode: str) -> Database:
    connection = sqlite3.connect(
        _uri(path, f"mode={mode}"), uri=True, timeout=BUSY_SECONDS_TO_OPEN, isolation_level=None
    )
    return Database(connection, execute_plugins=False)


def _read_only_database(path: Path) -> Database:
    """A connection for reading, also where the log's files cannot be made beside the library."""
    db = _database(path, "ro")
    try:
        db.conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        db.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise UserFault("library-unfinished-read-only", path=str(path)) from None
        # Nothing is left in a log and nobody can write here, so nothing changes under us.
        return _database(path, "ro&immutable=1")
    return db


def _uri(path: PurePath, options: str) -> str:
    """The path as SQLite's URI; also C:\\… and \\\\server\\… (four slashes: no authority)."""
    plain = path.as_posix()
    plain = plain if plain.startswith("/") else f"/{plain}"
    return f"file://{quote(os.fsencode(plain), safe='/:')}?{options}"


def _is_blank(store: Store) -> bool:
    """Say whether the file is a database with nothing in it: made a moment ago, or broken off."""
    tables = store.rows("SELECT count(*) FROM sqlite_master")[0][0]
    return tables == 0 and _number(store, "application_id") in (0, APPLICATION_ID)


def _refuse_strangers(store: Store) -> None:
    """Raise a fault for a database that is not ours or that a newer program made."""
    path = str(store.path)
    version = _number(store, "user_version")
    if _number(store, "application_id") != APPLICATION_ID:
        raise UserFault("library-not-ours", path=path)
    if version > SCHEMA_VERSION:
        raise UserFault("library-newer", path=path, version=version, known=SCHEMA_VERSION)
    if version < SCHEMA_VERSION and store.read_only:
        raise UserFault("library-older-read-only", path=path)


def _settle(store: Store) -> None:
    """Settings of each connection.

    synchronous=FULL: a mark that is saved survives a power cut. wal_autocheckpoint=1: each change
    goes into the file itself at once, since people copy that one file to a stick while we run.
    """
    for setting in (
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "synchronous=FULL",
        "wal_autocheckpoint=1",
        "temp_store=MEMORY",
        f"busy_timeout={int(BUSY_SECONDS * 1000)}",
    ):
        store.db.conn.execute(f"PRAGMA {setting}")


def _make_or_migrate(store: Store) -> None:
    """Make the tables, or bring an older library to this version after a checked copy of it."""
    version = _number(store, "user_version")
    if version >= SCHEMA_VERSION:
        return
    if version > 0:
        back_up(store, version)
    with store.writing():
        # Another process may have done it while this one waited for the lock.
        if _number(store, "user_version") < SCHEMA_VERSION:
            MIGRATIONS.apply(store.db)
            store.db.conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
            store.db.conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _check_soundness(store: Store) -> None:
    """Raise library-damaged where the file is cut off or, for a small one, broken anywhere."""
    damaged = UserFault("library-damaged", path=str(store.path))
    size = _number(store, "page_count") * _number(store, "page_size")
    if _is_cut_off(store.path, size):
        raise damaged
    if size <= QUICK_CHECK_LIMIT and store.rows("PRAGMA quick_check(1)") != [("ok",)]:
        raise damaged
    try:
        known = store.row("SELECT value FROM library WHERE key = 'id'")
    except sqlite3.OperationalError as error:
        raise damaged from error  # the table is gone
    if known is None:
        raise damaged


def _is_cut_off(path: Path, size: int) -> bool:
    """Say whether the file is shorter than its pages; while a log is there it may be."""
    log = path.with_name(path.name + "-wal")
    logged = log.stat().st_size if log.exists() else 0
    return logged == 0 and path.stat().st_size < size


def _pragma(store: Store, name: str) -> int | str:
    return store.rows(f"PRAGMA {name}")[0][0]


def _number(store: Store, name: str) -> int:
    return int(_pragma(store, name))
