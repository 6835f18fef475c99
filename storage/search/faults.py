"""What goes wrong with the index folder: the world's fault, or a damaged index."""

from __future__ import annotations

import errno
import sqlite3
import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import UserFault

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DISK = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_FULL_DISK = (errno.ENOSPC, errno.EDQUOT)


class IndexDamaged(Exception):
    """The index is not as we wrote it; it has to be made again."""


@contextmanager
def index_faults(folder: Path) -> Generator[None, None, None]:
    """Turn what SQLite and the file system raise into UserFault or IndexDamaged."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, folder) from error
    except (zlib.error, struct.error, ValueError) as error:
        # Texts that do not unpack, zones that are not whole.
        raise IndexDamaged(str(error)) from error
    except OSError as error:
        key = "index-full" if error.errno in _FULL_DISK else "index-unwritable"
        raise UserFault(key, path=str(folder)) from error


def _of_sqlite(error: sqlite3.Error, folder: Path) -> UserFault | IndexDamaged:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _BUSY:
        return UserFault("index-busy")
    if code == sqlite3.SQLITE_FULL:
        return UserFault("index-full", path=str(folder))
    if code in _DISK:
        return UserFault("index-unwritable", path=str(folder))
    return IndexDamaged(str(error))


@contextmanager
def write_lock(folder: Path, wait_seconds: float = 2.0) -> Generator[None, None, None]:
    """Hold the only right to write in a folder; UserFault("index-busy") where another has it.

    SQLite locks the file on every system, and the lock of a killed process is gone with it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    connection = _exclusive(folder / "lock.db", wait_seconds)
    try:
        yield
    finally:
        connection.close()


def _exclusive(file: Path, wait_seconds: float, *, again: bool = True) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=wait_seconds, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        connection.close()
        raise
    except sqlite3.DatabaseError:
        # Scribbled over: nothing stands in it that anyone needs.
        connection.close()
        if not again:
            raise
        file.unlink(missing_ok=True)
        return _exclusive(file, wait_seconds, again=False)
    return connection
