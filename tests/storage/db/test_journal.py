"""The journal fits the disk, and the file alone holds what was saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from storage.db import connection, file_systems
from tests import factories
from tests.storage.db.files import made


def test_the_file_alone_holds_every_mark_while_the_library_is_open(tmp_path: Path):
    away = tmp_path / "stick"
    away.mkdir()
    with factories.open_library(tmp_path) as library, factories.open_library(tmp_path) as second:
        uuid = factories.take_in(library, factories.notice()).notices[0].uuid
        second.notice(uuid)
        mark = library.new_mark(uuid, 0, 3)
        # Another process copies it: closing the file in this one would drop SQLite's locks.
        copying = "import shutil, sys; shutil.copy(*sys.argv[1:])"
        subprocess.run([sys.executable, "-c", copying, library.path, away], check=True)
    with factories.open_library(away, create=False) as copy:
        assert copy.marks() == [mark]


def call_this_disk_unsound(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = Path("/proc/mounts").read_text()
    here = file_systems.file_system(folder.resolve(), mounts)[1]
    monkeypatch.setattr(file_systems, "UNSOUND", frozenset([here]))


def test_an_unsound_disk_has_no_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "library.antoudb")
    call_this_disk_unsound(tmp_path, monkeypatch)
    with factories.open_library(tmp_path) as library:
        assert library._store.rows("PRAGMA journal_mode") == [("delete",)]
        library.new_mark(library.notices()[0].uuid, 0, 3)
        # A second connection reads and writes at the same time.
        with factories.open_library(tmp_path) as second:
            second.new_mark(library.notices()[0].uuid, 3, 6)
        assert len(library.marks()) == 2
        assert not path.with_name("library.antoudb-wal").exists()
    monkeypatch.undo()
    with factories.open_library(tmp_path) as library:
        assert library._store.rows("PRAGMA journal_mode") == [("wal",)]


def test_a_log_made_elsewhere_is_kept_while_another_uses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made(tmp_path / "library.antoudb")
    monkeypatch.setattr(connection, "BUSY_SECONDS_TO_OPEN", 0.05)
    with factories.open_library(tmp_path) as first:
        call_this_disk_unsound(tmp_path, monkeypatch)
        with factories.open_library(tmp_path) as second:
            uuid = second.notices()[0].uuid
            second.new_mark(uuid, 0, 3)
        assert len(first.marks(uuid)) == 1
