"""One writer at a time: cancelled, killed, out of room, beside readers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.search import SearchIndex
from tests.storage.search.indexes import NOTICES, build, found, heal, long_notices
from tests.storage.search.texts import DICTIONARY, stored

ROOT = Path(__file__).resolve().parents[3]


def test_a_cancelled_update_keeps_the_old_revision_and_the_next_one_completes_it(tmp_path):
    many = long_notices(8)
    index = build(tmp_path)
    steps = index.update(many, [], 6)
    next(steps)
    steps.close()
    assert index.revision == 5
    assert found(index, "第3号通知") == {"n3"}
    list(index.update(many, [], 6))
    heal(index, [*NOTICES, *many], 6)


def test_a_cancelled_first_update_leaves_an_empty_index(tmp_path):
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    steps = index.update(long_notices(2), [], 6)
    next(steps)
    steps.close()
    assert index.revision == 0
    heal(index)


def test_a_second_writer_is_told_and_a_reader_goes_on(tmp_path):
    first, second = build(tmp_path), SearchIndex(tmp_path, "library", DICTIONARY)
    many = long_notices(8)
    assert second.revision == 5
    steps = first.update(many, [], 6)
    next(steps)
    assert second.revision == 5
    assert {f"n{number}" for number in range(30)} <= found(second, "工信", NOTICES + many)
    with pytest.raises(UserFault) as fault:
        list(second.update(many, [], 6))
    assert fault.value.key == "index-busy"
    list(steps)
    assert second.revision == 6
    heal(second, NOTICES + many, 6)
    heal(first, NOTICES + many, 6)


def test_a_writer_that_was_overtaken_leaves_the_index_alone(tmp_path):
    slow, fast = build(tmp_path), SearchIndex(tmp_path, "library", DICTIONARY)
    assert slow.revision == fast.revision == 5
    newer = stored("n0", "改题", "市工信局")
    list(fast.update([newer], [], 8))
    list(slow.update(NOTICES[:1], [], 7))
    assert slow.revision == 8
    assert found(slow, "改题", [newer]) == {"n0"}


KILLED = """
import os, sys
from pathlib import Path
from storage.search import SearchIndex
from tests.storage.search.indexes import long_notices
from tests.storage.search.texts import DICTIONARY, stored
index = SearchIndex(Path(sys.argv[1]), "library", DICTIONARY)
index.revision
many = long_notices(8)
for done, _ in enumerate(index.update(many, [], 9)):
    if done == int(sys.argv[2]):
        os._exit(9)
"""


@pytest.mark.parametrize("step", [0, 3, 6])
@pytest.mark.parametrize("with_index", [True, False])
def test_killed_while_indexing(tmp_path, step, with_index):
    if with_index:
        build(tmp_path).close()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(step)], cwd=ROOT, check=False
    )
    assert killed.returncode == 9
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    assert index.revision == (5 if with_index else 0)
    if with_index:
        assert found(index, "第3号通知") == {"n3"}
        many = long_notices(8)
        list(index.update(many, [], 9))
        heal(index, [*NOTICES, *many], 9)
    else:
        heal(index)


WRITING = """
import sys
from pathlib import Path
from storage.search import writer
from storage.search import SearchIndex
from tests.storage.search.indexes import long_notices
from tests.storage.search.texts import DICTIONARY, stored
writer._BATCH_CHARACTERS = 60_000
index = SearchIndex(Path(sys.argv[1]), "library", DICTIONARY)
index.revision
many = long_notices(30)
list(index.update(many, [], 9))
"""


def test_a_reader_goes_on_while_another_process_writes(tmp_path):
    index = build(tmp_path)
    old = {f"n{number}" for number in range(30)}
    many = [stored(f"m{number}", "通知", "市工信局牵头") for number in range(30)]
    writer = subprocess.Popen([sys.executable, "-c", WRITING, str(tmp_path)], cwd=ROOT)
    seen = 0
    while writer.poll() is None:
        assert index.revision in (5, 9)
        assert old <= found(index, "工信", NOTICES + many)
        seen += 1
    assert writer.returncode == 0
    assert seen > 3
    heal(index, NOTICES + many, 9)


FULL = """
import resource, signal, sys
from pathlib import Path
from storage.errors import UserFault
from storage.search import SearchIndex
from tests.storage.search.indexes import long_notices
from tests.storage.search.texts import DICTIONARY, stored
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
index = SearchIndex(Path(sys.argv[1]), "library", DICTIONARY)
assert index.revision == 5
texts = ["".join(map(chr, range(0x4e00 + n * 99, 0x9000))) for n in range(30)]
many = [stored(f"m{n}", "通知", text) for n, text in enumerate(texts)]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    list(index.update(many, [], 9))
except UserFault as fault:
    print(fault.key)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as Unix does")
@pytest.mark.parametrize("room", [0, 20_000, 100_000, 400_000])
def test_a_disk_that_fills_up_is_told_and_the_index_recovers(tmp_path, room):
    build(tmp_path).close()
    told = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path), str(room)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() in ("index-full", "index-unwritable")
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    assert index.revision in (0, 5)
    if index.revision:
        assert len(found(index, "工信")) == 30
        list(index.update(NOTICES[:1], [], 9))
    heal(index, NOTICES, 9)


def test_a_folder_that_cannot_be_made_is_told_and_search_scans(tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    index = SearchIndex(tmp_path / "cache", "library", DICTIONARY)
    assert index.revision == 0
    with pytest.raises(UserFault) as fault:
        list(index.update(NOTICES, [], 5))
    assert fault.value.key == "index-unwritable"
    assert found(index, "工信", pending=NOTICES) == {one.summary.uuid for one in NOTICES}
