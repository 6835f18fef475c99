"""Marks are there although the program was killed the moment after they were made."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests import factories
from tests.storage.db.test_processes import start

MARKING = """
import sys
from dataclasses import replace
from pathlib import Path
from storage.types import Edit, MarkChange
from tests import factories
with factories.open_library(Path(sys.argv[1]), create=False) as library:
    uuid = library.notices()[0].uuid
    for number in range(10_000):
        made = library.new_mark(uuid, 0, 5 + number % 20, note=f"批注{number}")
        after = replace(made, tags=("督查", str(number)), due="2030-06-30", style="blue")
        library.apply(Edit("edit-tags", (MarkChange(made, after),)))
        print(number, made.uuid, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("count", [1, 7, 40])
def test_no_mark_is_lost_when_the_program_is_killed(tmp_path: Path, count: int):
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
    child = start(MARKING, tmp_path)
    assert child.stdout is not None
    told = [child.stdout.readline().split() for _ in range(count)]
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    with factories.open_library(tmp_path, create=False) as library:
        known = {mark.uuid: mark for mark in library.marks()}
        for number, uuid in told:
            mark = known[uuid]
            assert (mark.note, mark.style, mark.due) == (f"批注{number}", "blue", "2030-06-30")
            assert number in mark.tags
        assert library._store.rows("PRAGMA integrity_check") == [("ok",)]
        assert library._store.rows("PRAGMA synchronous") == [(2,)]
