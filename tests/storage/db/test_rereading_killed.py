"""A program that is killed while it reads a source again leaves the library as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.db.test_rereading import mark_everywhere, take_in_old

_KILLED = """
import os, signal, sys
from pathlib import Path
from storage.db import handing_on, rereading
from tests import factories

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

rereading._hand_on = kill
library = factories.open_library(Path(sys.argv[1]), create=False)
factories.run(library.read_again(library.issues_read_by_older()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_in_the_middle_changes_nothing(library, tmp_path):
    issue_id = take_in_old(library)
    made = mark_everywhere(library)
    before = [library.notice(one.uuid) for one in library.notices()], library.marks()
    root = Path(__file__).resolve().parents[3]
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, str(tmp_path)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert ([library.notice(one.uuid) for one in library.notices()], library.marks()) == before
    assert library.issues_read_by_older() == [issue_id]
    assert len(made) == len(before[1])
