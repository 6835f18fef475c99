"""A correction is there whole or not at all, whenever the program is killed."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests import factories
from tests.storage.correcting.hands import mark
from tests.storage.db.test_processes import start

CORRECTING = """
import sys
from pathlib import Path
from storage.types import TextCorrection
from tests import factories
with factories.open_library(Path(sys.argv[1]), create=False) as library:
    uuid = library.notices()[0].uuid
    for number in range(10_000):
        seen = library.notice(uuid)
        text = seen.notice.text
        start = text.index("安排") + 2
        end = text.index("，确保")
        wanted = TextCorrection(start, end, text[start:end], f"第{number}笔资金")
        print("begin", number, flush=True)
        report = library.correct_text(seen, [wanted])
        library.undo_correction(report.corrections[0].uuid)
        library.redo_correction(report.corrections[0].uuid)
        print("done", number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.parametrize("count", [1, 4, 9, 16, 25])
def test_a_kill_leaves_all_of_a_correction_or_nothing(tmp_path: Path, count: int):
    with factories.open_library(tmp_path) as library:
        uuid = factories.take_in(library, factories.notice()).notices[0].uuid
        mark(library, uuid, "专项资金")
        mark(library, uuid, "确保按期")
        first = library.notice(uuid)
        places = [(each.quote, each.start) for each in library.marks(uuid)]
    child = start(CORRECTING, tmp_path)
    assert child.stdout is not None
    for _ in range(count):
        child.stdout.readline()
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    with factories.open_library(tmp_path, create=False) as library:
        assert library._store.rows("PRAGMA integrity_check") == [("ok",)]
        live = [each for each in library.corrections(uuid) if not each.undone]
        text = library.notice(uuid).notice.text
        assert (live[-1].after if live else "专项资金") in text
        for each in library.marks(uuid):
            assert text[each.start : each.end] == each.quote
            assert each.state == "sure"
        for each in reversed(live):
            library.undo_correction(each.uuid)
        assert library.notice(uuid) == first
        assert [(each.quote, each.start) for each in library.marks(uuid)] == places
