"""Opening a library: what is one, what is not, and what is said of it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from sqlite_utils import Database, Migrations

from storage.db import connection
from storage.db.connection import open_store
from storage.db.migrations import SCHEMA_VERSION
from storage.errors import UserFault
from tests import factories
from tests.storage.db.files import fault_of, made


def test_a_missing_file_is_made_only_when_asked(tmp_path: Path):
    path = tmp_path / "还 没有" / "库.antoudb"
    assert fault_of(path).key == "library-missing"
    assert not path.parent.exists()
    open_store(path, create=True).close()
    open_store(path).close()


def test_a_folder_is_refused(tmp_path: Path):
    folder = tmp_path / "文件夹.antoudb"
    folder.mkdir()
    assert fault_of(folder, create=True).key == "library-is-folder"


@pytest.mark.parametrize("content", [b"gazette", "公报正文。\n".encode() * 400, b"\0" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes):
    path = tmp_path / "公报.txt"
    path.write_bytes(content)
    assert fault_of(path, create=True).key == "library-not-a-database"
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path):
    path = tmp_path / "其他.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE things (name)")
    other.commit()
    other.close()
    content = path.read_bytes()
    assert fault_of(path, create=True).key == "library-not-ours"
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_library_only_when_asked(tmp_path: Path):
    path = tmp_path / "空.antoudb"
    path.touch()
    assert fault_of(path).key == "library-empty"
    open_store(path, create=True).close()
    open_store(path).close()


def test_a_first_start_that_was_broken_off_can_be_repeated(tmp_path: Path):
    path = tmp_path / "broken-off.antoudb"
    begun = sqlite3.connect(path)
    begun.execute("PRAGMA journal_mode=wal")
    begun.close()
    assert path.stat().st_size > 0
    assert fault_of(path).key == "library-empty"
    open_store(path, create=True).close()
    open_store(path).close()


def test_a_newer_library_is_refused_and_left_as_it_is(tmp_path: Path):
    path = made(tmp_path / "newer.antoudb")
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version=99")
    newer.close()
    content = path.read_bytes()
    assert fault_of(path).key == "library-newer"
    assert path.read_bytes() == content


def test_an_older_library_is_copied_then_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "older.antoudb")
    later = Migrations("antou")
    for step in connection.MIGRATIONS._migrations:
        later(name=step.name)(step.fn)

    @later()
    def m999_later(db: Database) -> None:
        db.conn.execute("ALTER TABLE marks ADD COLUMN later TEXT")

    monkeypatch.setattr(connection, "MIGRATIONS", later)
    monkeypatch.setattr(connection, "SCHEMA_VERSION", connection.SCHEMA_VERSION + 1)
    migrated = open_store(path)
    assert migrated.rows("SELECT count(later) FROM marks") == [(0,)]
    migrated.close()
    monkeypatch.undo()
    assert fault_of(path).key == "library-newer"
    (copy,) = tmp_path.glob(f"older-v{SCHEMA_VERSION}-*.antoudb")
    kept = open_store(copy)
    assert kept.rows("SELECT count(*) FROM notices") == [(1,)]
    kept.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "older.antoudb")
    later = Migrations("antou")
    for step in connection.MIGRATIONS._migrations:
        later(name=step.name)(step.fn)

    @later()
    def m999_fails(db: Database) -> None:
        db.conn.execute("DROP TABLE state")
        raise RuntimeError("half way")

    with monkeypatch.context() as patch:
        patch.setattr(connection, "MIGRATIONS", later)
        patch.setattr(connection, "SCHEMA_VERSION", connection.SCHEMA_VERSION + 1)
        with pytest.raises(RuntimeError):
            open_store(path)
    store = open_store(path)
    assert store.rows("SELECT count(*) FROM state") == [(0,)]
    store.close()


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
def test_a_damaged_library_is_told(tmp_path: Path, at: float):
    path = made(tmp_path / "damaged.antoudb")
    content = bytearray(path.read_bytes())
    start = int(len(content) * at) // 4096 * 4096
    content[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    assert fault_of(path).key == "library-damaged"


def test_a_library_that_is_cut_off_is_told(tmp_path: Path):
    path = made(tmp_path / "cut.antoudb")
    os.truncate(path, path.stat().st_size // 2)
    assert fault_of(path).key == "library-damaged"


def test_a_big_library_that_is_cut_off_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "cut.antoudb")
    monkeypatch.setattr(connection, "QUICK_CHECK_LIMIT", 0)
    os.truncate(path, path.stat().st_size - 4096)
    assert fault_of(path).key == "library-damaged"


def test_a_text_that_the_disk_changed_is_told(tmp_path: Path):
    path = made(tmp_path / "library.antoudb")
    meddler = sqlite3.connect(path)
    meddler.execute("UPDATE notices SET body = substr(body, 1, 40)")
    meddler.commit()
    meddler.close()
    with factories.open_library(tmp_path, create=False) as library:
        with pytest.raises(UserFault) as caught:
            library.notice(library.notices()[0].uuid)
        assert caught.value.key == "library-damaged"


def test_a_locked_library_is_told_and_comes_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "locked.antoudb")
    monkeypatch.setattr(connection, "BUSY_SECONDS_TO_OPEN", 0.05)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    assert fault_of(path).key == "library-busy"
    holder.close()
    open_store(path).close()


def test_a_lock_that_lasts_refuses_the_mark_but_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with factories.open_library(tmp_path) as library:
        uuid = factories.take_in(library, factories.notice()).notices[0].uuid
        holder = sqlite3.connect(library.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserFault) as caught:
            library.new_mark(uuid, 0, 3)
        assert caught.value.key == "library-busy"
        holder.execute("ROLLBACK")
        holder.close()
        assert library.new_mark(uuid, 0, 3) == library.marks(uuid)[0]


@pytest.mark.parametrize(
    "name", ["资料 库.antoudb", "100% #1?.antoudb", "a&b=c.antoudb", "㐂𠮷.antoudb"]
)
def test_any_file_name_will_do(tmp_path: Path, name: str):
    folder = tmp_path / "领导 讲话?#%20"
    open_store(folder / name, create=True).close()
    open_store(folder / name).close()
    assert (folder / name).is_file()


def test_each_connection_has_its_settings(tmp_path: Path):
    store = open_store(tmp_path / "library.antoudb", create=True)
    told = [
        store.rows(f"PRAGMA {name}")[0][0]
        for name in ("journal_mode", "foreign_keys", "trusted_schema", "synchronous")
    ]
    store.close()
    assert told == ["wal", 1, 0, 2]


def test_opening_a_second_time_leaves_the_firsts_lock_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # A file closed beside SQLite drops the process's locks; another process would get in then.
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    path = made(tmp_path / "library.antoudb")
    first = open_store(path)
    with first.writing():
        open_store(path).close()
        intruder = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sqlite3, sys\n"
                "c = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
                "c.execute('BEGIN IMMEDIATE')",
                str(path),
            ],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    first.close()
    assert "database is locked" in intruder.stderr


def test_a_name_that_is_too_long_is_told(tmp_path: Path):
    with pytest.raises(UserFault) as caught:
        open_store(tmp_path / ("长" * 300 + ".antoudb"), create=True)
    assert caught.value.key == "library-cannot-open"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"C:\资料\a b.antoudb"), "file:///C:/%E8%B5%84%E6%96%99/a%20b.antoudb"),
        (PureWindowsPath(r"\\server\share\a.antoudb"), "file:////server/share/a.antoudb"),
        (PurePosixPath("/home/a?b#c%.antoudb"), "file:///home/a%3Fb%23c%25.antoudb"),
    ],
)
def test_the_address_for_sqlite_fits_every_system(path: PurePath, uri: str):
    assert connection._uri(path, "mode=rw") == f"{uri}?mode=rw"


@pytest.mark.parametrize("statement", ["DROP TABLE library", "DELETE FROM library"])
def test_a_library_whose_tables_are_gone_is_damaged(tmp_path: Path, statement: str):
    path = made(tmp_path / "meddled.antoudb")
    meddler = sqlite3.connect(path)
    meddler.execute(statement)
    meddler.commit()
    meddler.close()
    assert fault_of(path).key == "library-damaged"
