"""Two processes at one library: marks never wait for an import, a killed import leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage.library import Library
from tests import factories

ROOT = Path(__file__).resolve().parents[3]

IMPORT_MANY = """
import sys
from pathlib import Path
from tests import factories
with factories.open_library(Path(sys.argv[1])) as library:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(1, int(sys.argv[2]) + 1):
        notices = [
            factories.notice(f"通知之{place}", f"云政发〔2023〕{number * 100 + place}号",
                             [f"第{number}期第{place}件第{line}段。" * 12 for line in range(60)])
            for place in range(25)
        ]
        factories.take_in(library, *notices, issue=factories.Issue("云州公报", 2023, number))
    print("done", flush=True)
"""

# The real thing: kill -9 from within, when so many rows of the transaction are written.
DIE_WRITING = """
import os, signal, sys
from pathlib import Path
from storage.db.store import Store
from tests import factories
left = int(sys.argv[2])
def counted(run):
    def counting(self, sql, parameters=()):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return run(self, sql, parameters)
    return counting
with factories.open_library(Path(sys.argv[1])) as library:
    Store.run = counted(Store.run)
    Store.insert = counted(Store.insert)
    old = factories.notice()
    factories.take_in(
        library,
        factories.changed_text(old, "安排专项资金", "安排足够的专项资金"),
        *[factories.notice(f"新通知{place}", None) for place in range(6)],
    )
    print("written")
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a child process that runs a script."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(params=["wal", "delete"])
def shared_library(request: pytest.FixtureRequest, tmp_path: Path):
    """A library that is open here, with a log and without."""
    with factories.open_library(tmp_path) as library:
        library._store.rows(f"PRAGMA journal_mode={request.param}")
        factories.take_in(library, factories.notice())
        yield library


def test_marks_are_saved_quickly_while_another_process_imports(shared_library: Library):
    library = shared_library
    uuid = library.notices()[0].uuid
    child = start(IMPORT_MANY, library.path.parent, 12)
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    child.stdin.write("go\n")
    child.stdin.flush()
    waits = list[float]()
    while child.poll() is None and len(waits) < 4000:
        begun = time.perf_counter()
        mark = library.new_mark(uuid, 0, 5, note=str(len(waits)))
        library.notices(library.issues()[-1].id)
        waits.append(time.perf_counter() - begun)
        library.delete_mark(mark.uuid)
    told = child.communicate()[0]
    assert told == "done\n"
    assert child.returncode == 0
    assert len(waits) > 3
    assert max(waits) < 3.0
    assert len(library.notices()) == 1 + 12 * 25


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("rows", [1, 2, 4, 6, 9, 12])
def test_an_import_that_is_killed_leaves_nothing(tmp_path: Path, rows: int):
    old = factories.notice()
    with factories.open_library(tmp_path) as library:
        uuid = factories.take_in(library, old).notices[0].uuid
        start_of_quote = old.text.index("督查")
        mark = library.new_mark(uuid, start_of_quote, start_of_quote + 2)
        before = library.change_counter
    child = start(DIE_WRITING, tmp_path, rows)
    assert child.communicate()[0] == ""
    assert child.returncode == -signal.SIGKILL
    with factories.open_library(tmp_path, create=False) as library:
        assert library._store.rows("PRAGMA integrity_check") == [("ok",)]
        assert [summary.uuid for summary in library.notices()] == [uuid]
        assert library.notice(uuid).notice == old
        assert library.marks() == [mark]
        assert library.change_counter == before
        # And the import can simply be started again.
        new = factories.changed_text(old, "安排专项资金", "安排足够的专项资金")
        assert factories.take_in(library, new).updated == 1


def test_two_processes_make_one_library_at_once(tmp_path: Path):
    children = [start(IMPORT_MANY, tmp_path, 1) for _ in range(3)]
    for child in children:
        told, _ = child.communicate("go\n")
        assert told == "ready\ndone\n"
    with factories.open_library(tmp_path, create=False) as library:
        # The same issue three times: one took it in, the others found it there.
        assert len(library.issues()) == 1
        assert len(library.notices()) == 25
