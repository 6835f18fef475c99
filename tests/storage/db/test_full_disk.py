"""A disk that is full: the change is refused, what was there is untouched."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.db import connection
from storage.errors import UserFault
from storage.library import Library
from tests import factories

BIG = [f"第{line}段，说明各项工作的目标、措施和责任单位。" * 8 for line in range(1600)]


def check_refused_import(library: Library) -> None:
    """An import that does not fit is told, and leaves the library as it was."""
    uuid = library.notices()[0].uuid
    before = (library.change_counter, library.marks(), library.notice(uuid))
    with pytest.raises(UserFault) as caught:
        factories.take_in(library, factories.notice("大件", None, BIG), issue=factories.Issue())
    assert caught.value.key == "library-disk-full"
    assert caught.value.arguments["path"] == str(library.path)
    assert (library.change_counter, library.marks(), library.notice(uuid)) == before
    assert library._store.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_full_database_refuses_and_keeps(library: Library):
    factories.take_in(library, factories.notice())
    library.new_mark(library.notices()[0].uuid, 0, 3)
    pages = library._store.rows("PRAGMA page_count")[0][0]
    library._store.rows(f"PRAGMA max_page_count={pages + 8}")
    check_refused_import(library)


@pytest.fixture(params=["wal", "delete"])
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A real disk of 700 KB with a library of one marked notice on it, and the wanted journal."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "U盘"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", folder], check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    with factories.open_library(folder) as library:
        library._store.rows(f"PRAGMA journal_mode={request.param}")
        factories.take_in(library, factories.notice())
        library.new_mark(library.notices()[0].uuid, 0, 3)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_small_disk_refuses_a_big_import(small_disk: Path):
    with factories.open_library(small_disk) as library:
        check_refused_import(library)


def fault_of_many_marks(library: Library, notice: str) -> UserFault:
    """The fault that ends the saving of marks; pages in use have a little room left."""
    for number in range(500):
        try:
            library.new_mark(notice, 0, 3, note="批注" * 200 + str(number))
        except UserFault as fault:
            return fault
    pytest.fail("the disk took all of them")


def test_a_disk_without_any_room_still_shows_the_library(small_disk: Path):
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"x" * 4096)
            except OSError:
                break
    with factories.open_library(small_disk) as library:
        (mark,) = library.marks()
        assert mark.quote in library.notice(mark.notice).notice.text
        assert fault_of_many_marks(library, mark.notice).key == "library-disk-full"
        kept = len(library.marks())
    filler.unlink()
    with factories.open_library(small_disk) as library:
        assert len(library.marks()) == kept
        library.new_mark(mark.notice, 0, 3)


def test_a_library_is_not_migrated_where_its_copy_has_no_room(
    small_disk: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(connection, "SCHEMA_VERSION", connection.SCHEMA_VERSION + 1)
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 90_000))
    with pytest.raises(UserFault) as caught:
        factories.open_library(small_disk)
    assert caught.value.key == "library-disk-full"
    monkeypatch.undo()
    assert sorted(file.suffix for file in small_disk.iterdir() if file != filler) == [".antoudb"]
    with factories.open_library(small_disk, create=False) as library:
        assert len(library.marks()) == 1
