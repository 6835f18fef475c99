from __future__ import annotations

import contextlib
import errno
import os
import resource
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.export.files import write_whole


def write(content: bytes):
    return lambda file: file.write(content)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fault_of(target: Path, writer=None) -> str:
    with pytest.raises(UserFault) as caught:
        write_whole(target, writer or write(b"new"))
    return caught.value.key


def test_file_is_written_and_nothing_else_left(tmp_path):
    target = tmp_path / "摘录 1.md"
    assert write_whole(target, write(b"new")) == target
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["摘录 1.md"]


def test_new_file_has_the_usual_rights(tmp_path):
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    target = write_whole(tmp_path / "new.md", write(b""))
    assert target.stat().st_mode == usual.stat().st_mode


def test_old_file_is_replaced_and_keeps_its_rights(tmp_path):
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    target.chmod(0o600)
    write_whole(target, write(b"new"))
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o600)


def test_link_keeps_pointing_to_its_file(tmp_path):
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_whole(tmp_path / "link.md", write(b"new"))
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_failure_while_writing_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.md"
    target.write_bytes(b"old")

    def fail(file):
        file.write(b"half")
        raise OSError(errno.ENOSPC, "no space")

    assert fault_of(target, fail) == "export-disk-full"
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_our_own_failure_leaves_no_draft_either(tmp_path):
    def fail(file):
        raise RuntimeError("ours")

    with pytest.raises(RuntimeError):
        write_whole(tmp_path / "a.md", fail)
    assert names(tmp_path) == []


def test_targets_that_take_no_file(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert fault_of(tmp_path) == "export-target-folder"
    assert fault_of(tmp_path / "nowhere" / "a.md") == "export-folder-missing"
    assert fault_of(tmp_path / "file" / "a.md") in ("export-folder-is-file", "export-failed")
    assert fault_of(tmp_path / ("长" * 300)) == "export-name-bad"
    assert fault_of(tmp_path / "a\0b.md") == "export-name-bad"
    os.mkfifo(tmp_path / "pipe")
    assert fault_of(tmp_path / "pipe") == "export-target-special"


def test_library_is_never_overwritten(tmp_path):
    import sqlite3

    library = tmp_path / "my.antoudb"
    with sqlite3.connect(library) as connection:
        connection.execute("create table marks (quote)")
    connection.close()
    before = library.read_bytes()
    assert fault_of(library) == "export-target-library"
    assert library.read_bytes() == before


def test_file_held_open_elsewhere_is_told(tmp_path, monkeypatch):
    # Windows refuses to replace an open file; here only its refusal can be had.
    def refuse(source, target):
        raise PermissionError(errno.EACCES, "in use")

    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", refuse)
    assert fault_of(target) == "export-target-open"
    assert names(tmp_path) == ["a.docx"]
    assert target.read_bytes() == b"old"


@contextlib.contextmanager
def ordinary_user(folder: Path):
    """Give up root's rights for a while: the machine of the tests is often root's."""
    if os.geteuid() != 0:
        yield
        return
    for parent in (folder, *folder.parents[:2]):
        parent.chmod(parent.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_no_rights_for_the_folder(tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    with ordinary_user(tmp_path):
        assert fault_of(folder / "a.md") == "export-no-rights"
    assert names(folder) == []


def test_write_protected_file_stays(tmp_path):
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    old = folder / "old.md"
    old.write_bytes(b"old")
    old.chmod(0o444)
    with ordinary_user(tmp_path):
        assert fault_of(old) == "export-no-rights"
    assert old.read_bytes() == b"old"


def test_full_disk_as_the_system_says_it(tmp_path):
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        key = fault_of(target, write(b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert key == "export-disk-full"
    assert (target.read_bytes(), names(tmp_path)) == (b"old", ["a.md"])
