"""A dated copy of the library beside it, made before its tables are changed."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from storage.db.store import Store
from storage.errors import UserFault


def back_up(store: Store, version: int) -> Path:
    """Copy the library through SQLite's backup and check the copy; its path.

    Raises UserFault library-backup-failed where the copy is not sound; a copy that could not be
    finished is taken away.
    """
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    path = store.path
    target = _free_name(path.with_name(f"{path.stem}-v{version}-{stamp}{path.suffix}"))
    try:
        if _copied(store, target):
            return target
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    target.unlink(missing_ok=True)
    raise UserFault("library-backup-failed", path=str(path), copy=str(target))


def _copied(store: Store, target: Path) -> bool:
    """Write the copy; whether it is sound."""
    copy = sqlite3.connect(target)
    try:
        store.db.conn.backup(copy)
        # One file that can be carried off: no log beside it.
        copy.execute("PRAGMA journal_mode=delete")
        return copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    finally:
        copy.close()


def _free_name(path: Path) -> Path:
    free, count = path, 1
    while free.exists():
        count += 1
        free = path.with_stem(f"{path.stem}-{count}")
    return free
