"""Turn what SQLite and the system say of a library's file into faults a user understands."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import UserFault

_KEYS = {
    sqlite3.SQLITE_PERM: "library-no-rights",
    sqlite3.SQLITE_AUTH: "library-no-rights",
    sqlite3.SQLITE_BUSY: "library-busy",
    sqlite3.SQLITE_LOCKED: "library-busy",
    sqlite3.SQLITE_READONLY: "library-read-only",
    sqlite3.SQLITE_IOERR: "library-unreachable",
    sqlite3.SQLITE_CORRUPT: "library-damaged",
    sqlite3.SQLITE_FULL: "library-disk-full",
    sqlite3.SQLITE_CANTOPEN: "library-cannot-open",
    sqlite3.SQLITE_PROTOCOL: "library-busy",
    sqlite3.SQLITE_NOLFS: "library-disk-full",
    sqlite3.SQLITE_NOTADB: "library-not-a-database",
}
# A full disk can also show where the shared memory beside a WAL file must grow.
_FULL_IN_DISGUISE = (sqlite3.SQLITE_IOERR_SHMSIZE,)
# What a crash left beside the library must be worked in first, and that needs writing.
_UNFINISHED = (
    sqlite3.SQLITE_READONLY_ROLLBACK,
    sqlite3.SQLITE_READONLY_RECOVERY,
    sqlite3.SQLITE_READONLY_CANTINIT,
)
_PRIMARY = 0xFF


def fault_of(error: sqlite3.Error, path: Path) -> UserFault | None:
    """The user's fault behind an error of SQLite; None where the fault is ours."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code in _FULL_IN_DISGUISE:
        return UserFault("library-disk-full", path=str(path))
    if code in _UNFINISHED:
        return UserFault("library-unfinished-read-only", path=str(path))
    key = _KEYS.get(code & _PRIMARY)
    return UserFault(key, path=str(path)) if key else None


def system_fault(error: OSError, path: Path) -> UserFault:
    """The user's fault behind an error of the operating system at `path`."""
    if isinstance(error, PermissionError):
        return UserFault("library-no-rights", path=str(path))
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return UserFault("library-disk-full", path=str(path))
    if error.errno == errno.EROFS:
        return UserFault("library-read-only", path=str(path))
    return UserFault("library-cannot-open", path=str(path))


@contextmanager
def library_faults(path: Path) -> Generator[None, None, None]:
    """Raise UserFault for what the world did to the library's file; pass our own faults on."""
    try:
        yield
    except sqlite3.Error as error:
        fault = fault_of(error, path)
        if fault is None:
            raise
        raise fault from error
    except OSError as error:
        raise system_fault(error, path) from error
