"""One connection to a library's file: rows out, short transactions in, faults as keys."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from storage.db.faults import library_faults
from storage.errors import ProgramFault, UserFault

Row = tuple[Any, ...]
_AT_ONCE = 500  # SQLite takes at least 999 parameters in one statement


class Store:
    """An open library file; for one thread. Everything in it raises UserFault for the world's."""

    def __init__(self, db: Database, path: Path, *, read_only: bool = False) -> None:
        self.db = db
        self.path = path
        self.read_only = read_only

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query, read at once so that no cursor keeps the file busy."""
        with library_faults(self.path):
            return self.db.conn.execute(sql, list(parameters)).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def rows_for(self, sql: str, values: Iterable[object]) -> list[Row]:
        """Rows of a query whose `{}` takes any number of values, asked in handfuls."""
        wanted, found = list(values), list[Row]()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            found += self.rows(sql.format(",".join("?" * len(some))), some)
        return found

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one changing statement inside `writing`; the number of rows it changed."""
        return self.db.conn.execute(sql, list(parameters)).rowcount

    def insert(self, sql: str, parameters: Sequence[object]) -> int:
        """Run one INSERT inside `writing`; the new row's id."""
        row = self.db.conn.execute(sql, list(parameters)).lastrowid
        if row is None:
            raise ProgramFault(f"no row came of {sql}")
        return row

    @contextmanager
    def writing(self) -> Generator[None, None, None]:
        """A transaction that holds the write lock from its start; rolled back by any exception.

        The lock is taken at once (BEGIN IMMEDIATE): a transaction that reads first and writes
        later fails without waiting where another connection wrote in between.
        Raises UserFault("library-read-only") where nothing can be written.
        """
        if self.read_only:
            raise UserFault("library-read-only", path=str(self.path))
        with library_faults(self.path):
            if self.db.conn.in_transaction:
                with self.db.atomic():
                    yield
                return
            self.db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.conn.execute("COMMIT")
            except BaseException:
                self.db.rollback()
                raise

    def stamp(self) -> tuple[int, int]:
        """Changes with every commit, of other connections and of this one."""
        return self.rows("PRAGMA data_version")[0][0], self.db.conn.total_changes

    def close(self) -> None:
        """Let the file go."""
        self.db.close()
