"""Libraries that a user may only read, or not even that: tried as a user without rights."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import factories
from tests.storage.db.files import ROOT, made

READ_ONLY = """
import os, sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from storage.library import Library
from storage.errors import UserFault
os.setgid(65534); os.setuid(65534)
library = Library.open(Path(sys.argv[1]), cache=Path("/nowhere"), dictionary=Path("/nowhere"))
uuid = library.notices()[0].uuid
print(library.read_only, len(library.notice(uuid).notice.blocks))
try:
    library.new_mark(uuid, 0, 3)
except UserFault as fault:
    print(fault.key)
"""
AS_NOBODY = """
import os, sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from storage.db.connection import open_store
from storage.errors import UserFault
os.setgid(65534); os.setuid(65534)
try:
    open_store(Path(sys.argv[1]), create=True)
except UserFault as fault:
    print(fault.key)
"""
needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="only root can become a user without rights",
)


def as_nobody(script: str, path: Path) -> list[str]:
    """What a script prints when a user without rights runs it on a file."""
    for folder in (path.parent, *path.parent.parents):
        if folder.stat().st_uid == os.geteuid() and len(folder.parts) > 2:
            folder.chmod(folder.stat().st_mode | 0o055)
    finished = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout.split()


@needs_root
def test_a_read_only_library_is_read_and_marks_are_refused(tmp_path: Path):
    path = made(tmp_path / "library.antoudb")
    path.chmod(0o444)
    assert as_nobody(READ_ONLY, path) == ["True", "9", "library-read-only"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["library.antoudb"]


@needs_root
def test_a_read_only_library_shows_what_a_writer_at_work_saved(tmp_path: Path):
    made(tmp_path / "library.antoudb")
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice("另一份通知"), issue=factories.Issue())
        library.path.chmod(0o444)
        for beside in tmp_path.glob("library.antoudb-*"):
            beside.chmod(0o444)
        assert as_nobody(READ_ONLY, library.path) == ["True", "9", "library-read-only"]


@needs_root
def test_a_crash_that_cannot_be_worked_in_is_told(tmp_path: Path):
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
        for name in ("library.antoudb", "library.antoudb-wal"):
            (crashed / name).write_bytes((tmp_path / name).read_bytes())
            (crashed / name).chmod(0o444)
    assert as_nobody(AS_NOBODY, crashed / "library.antoudb") == ["library-unfinished-read-only"]
    with factories.open_library(crashed, create=False) as library:
        assert len(library.notices()) == 1


@needs_root
def test_a_library_without_rights_is_told(tmp_path: Path):
    path = made(tmp_path / "library.antoudb")
    path.chmod(0o000)
    assert as_nobody(AS_NOBODY, path) == ["library-no-rights"]
    assert as_nobody(AS_NOBODY, tmp_path / "new.antoudb") == ["library-no-rights"]
