"""An index that is damaged, foreign, locked or half written is never believed, nor in the way."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.search import SearchIndex
from tests.storage.search.texts import DICTIONARY, fetch_from, stored

ROOT = Path(__file__).resolve().parents[3]
NOTICES = [
    stored(f"n{number}", f"第{number}号通知", f"市工信局牵头{number}") for number in range(30)
]


def build(folder, notices=NOTICES, revision=5, dictionary=DICTIONARY):
    index = SearchIndex(folder, "library", dictionary)
    list(index.update(notices, [], revision))
    return index


def found(index, query, notices=NOTICES, pending=()):
    result = index.search(query, fetch_from(notices), pending, limit=1000)
    return {one.summary.uuid for one in result.notices}


def files_of(folder):
    return [path for path in sorted((folder / "library").rglob("*")) if path.is_file()]


def heal(index, notices=NOTICES, revision=5):
    """What the library does: pass everything where the revision is 0."""
    if index.revision != revision:
        list(index.update(notices, [], revision))
    assert index.revision == revision
    assert found(index, "工信", notices) == {one.summary.uuid for one in notices}


def truncate(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path):
    path.write_bytes(b"")


def scribble(path):
    data = bytearray(path.read_bytes())
    chance = random.Random(len(data))
    for _ in range(max(1, len(data) // 50)):
        data[chance.randrange(len(data))] ^= 0xFF
    path.write_bytes(data)


def flip_one_bit(path):
    data = bytearray(path.read_bytes())
    data[len(data) * 2 // 3] ^= 1
    path.write_bytes(data)


def overwrite(path):
    path.write_bytes(b"\x80\x04cos\nsystem\n(S'exit 1'\ntR." * 50)


def delete(path):
    path.unlink()


DAMAGES = [truncate, empty, scribble, flip_one_bit, overwrite, delete]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("while_open", [True, False])
def test_a_damaged_file_empties_the_index_and_it_is_made_again(tmp_path, damage, while_open):
    build(tmp_path / "first").close()
    names = [path.relative_to(tmp_path / "first") for path in files_of(tmp_path / "first")]
    kinds = {path.suffix or path.name: path for path in names if path.name != "lock.db"}
    assert len(kinds) >= 4, "the seal, SQLite's file, whoosh's two"
    for number, name in enumerate(kinds.values()):
        folder = tmp_path / f"copy{number}"
        shutil.copytree(tmp_path / "first", folder)
        index = SearchIndex(folder, "library", DICTIONARY)
        if while_open:
            assert index.revision == 5
            assert len(found(index, "工信")) == 30
        if (folder / name).stat().st_size == 0:
            continue
        damage(folder / name)
        assert index.revision == 0, name
        assert found(index, "工信", pending=NOTICES) == {one.summary.uuid for one in NOTICES}
        heal(index)
        index.close()
        heal(SearchIndex(folder, "library", DICTIONARY))


def test_every_file_damaged_at_once(tmp_path):
    index = build(tmp_path)
    for path in files_of(tmp_path):
        overwrite(path)
    heal(index)


def test_a_deleted_folder_comes_back(tmp_path):
    index = build(tmp_path)
    shutil.rmtree(tmp_path)
    assert index.revision == 0
    heal(index)


def test_a_copied_index_is_believed_after_its_contents_are_checked(tmp_path):
    build(tmp_path / "a").close()
    shutil.copytree(tmp_path / "a", tmp_path / "b", copy_function=shutil.copyfile)
    assert SearchIndex(tmp_path / "b", "library", DICTIONARY).revision == 5


@pytest.mark.parametrize("field", ["library", "version"])
def test_the_index_of_another_library_or_version_is_not_believed(tmp_path, field):
    index = build(tmp_path)
    seal = tmp_path / "library" / "seal.json"
    data = json.loads(seal.read_text(encoding="utf-8"))
    seal.write_text(json.dumps(data | {field: "other"}), encoding="utf-8")
    assert index.revision == 0
    heal(index)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{", '{"version": 1}', "\ud800", '{"version": {}, "library": []}']
)
def test_a_seal_of_nonsense_is_no_seal(tmp_path, text):
    index = build(tmp_path)
    seal = tmp_path / "library" / "seal.json"
    seal.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert index.revision == 0
    heal(index)


def test_a_generation_outside_the_folder_is_not_followed(tmp_path):
    index = build(tmp_path)
    seal = tmp_path / "library" / "seal.json"
    data = json.loads(seal.read_text(encoding="utf-8"))
    seal.write_text(json.dumps(data | {"generation": "../elsewhere"}), encoding="utf-8")
    assert index.revision == 0


def test_another_dictionary_makes_the_index_again(tmp_path):
    build(tmp_path / "cache").close()
    (tmp_path / "terms.txt").write_text("新词语\n", encoding="utf-8")
    index = SearchIndex(tmp_path / "cache", "library", tmp_path)
    assert index.revision == 0
    heal(index)


def test_a_lower_revision_empties_the_index(tmp_path):
    index = build(tmp_path, revision=5)
    assert index.revision == 5
    list(index.update(NOTICES[:1], [], 3))
    assert index.revision == 0
    heal(index, NOTICES[:2], 3)


def test_damage_between_asking_and_updating_takes_nothing_in(tmp_path):
    index = build(tmp_path)
    assert index.revision == 5
    seal = tmp_path / "library" / "seal.json"
    seal.unlink()
    list(index.update(NOTICES[:1], [], 6))
    assert index.revision == 0, "one changed notice is not the whole library"


def test_changed_and_deleted_notices_are_followed(tmp_path):
    index = build(tmp_path)
    changed = [stored("n0", "改题", "市人社局牵头"), stored("new", "新文件", "市工信局")]
    list(index.update(changed, ["n1", "n2", "never there"], 6))
    library = [*changed, *NOTICES[3:]]
    assert index.revision == 6
    assert found(index, "工信", library) == {one.summary.uuid for one in library} - {"n0"}
    assert found(index, "人社", library) == {"n0"}
    assert index.search('"工信"', fetch_from(library)).total_hits == 28
    list(index.update(NOTICES[:3], ["new"], 7))
    heal(index, NOTICES, 7)


def test_pending_notices_shadow_what_the_index_has(tmp_path):
    index = build(tmp_path)
    pending = [stored("n0", "改题", "市人社局牵头"), stored("new", "新文件", "市工信局")]
    library = [*pending, *NOTICES[1:]]
    result = index.search("工信", fetch_from(library), pending, limit=100)
    assert {one.summary.uuid for one in result.notices} == {one.summary.uuid for one in library} - {
        "n0"
    }
    assert (result.total_notices, result.total_hits, result.behind) == (30, 30, 2)
    assert found(index, "人社", library, pending) == {"n0"}


def test_notices_gone_from_the_library_are_left_out(tmp_path):
    index = build(tmp_path)
    result = index.search("工信", fetch_from(NOTICES[5:]), limit=1000)
    assert (len(result.notices), result.total_notices, result.total_hits) == (25, 25, 25)
    told = index.search("工信", fetch_from(NOTICES[5:]), limit=3, deleted=["n0", "n1", "n2"])
    assert len(told.notices) == 3
    assert told.total_notices <= 27


def test_a_text_that_changed_unnoticed_shows_its_real_places(tmp_path):
    index = build(tmp_path)
    library = [stored("n0", "改题", "前移几个字，市工信局和县工信局"), *NOTICES[1:]]
    result = index.search("工信", fetch_from(library), limit=1000)
    texts = {one.summary.uuid: one.notice.text for one in library}
    assert all(
        texts[one.summary.uuid][hit.start : hit.end] == "工信"
        for one in result.notices
        for hit in one.hits
    )
    assert result.total_hits == 31


def test_a_cancelled_update_keeps_the_old_revision_and_the_next_one_completes_it(tmp_path):
    many = [stored(f"m{number}", "通知", "市工信局" + "牵头的事项" * 12000) for number in range(8)]
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
    steps = index.update([stored("m", "通知", "市工信局" + "牵头的事项" * 12000)] * 2, [], 6)
    next(steps)
    steps.close()
    assert index.revision == 0
    heal(index)


def test_a_second_writer_is_told_and_a_reader_goes_on(tmp_path):
    first, second = build(tmp_path), SearchIndex(tmp_path, "library", DICTIONARY)
    many = [stored(f"m{number}", "通知", "市工信局" + "牵头的事项" * 12000) for number in range(8)]
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
from tests.storage.search.test_strength import SearchIndex, DICTIONARY, stored
index = SearchIndex(Path(sys.argv[1]), "library", DICTIONARY)
index.revision
many = [stored(f"m{number}", "通知", "市工信局" + "牵头的事项" * 12000) for number in range(8)]
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
        many = [
            stored(f"m{number}", "通知", "市工信局" + "牵头的事项" * 12000) for number in range(8)
        ]
        list(index.update(many, [], 9))
        heal(index, [*NOTICES, *many], 9)
    else:
        heal(index)


WRITING = """
import sys
from pathlib import Path
from storage.search import writer
from tests.storage.search.test_strength import SearchIndex, DICTIONARY, stored
writer._BATCH_CHARACTERS = 60_000
index = SearchIndex(Path(sys.argv[1]), "library", DICTIONARY)
index.revision
many = [stored(f"m{number}", "通知", "市工信局" + "牵头的事项" * 12000) for number in range(30)]
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


def test_a_folder_that_cannot_be_made_is_told_and_search_scans(tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    index = SearchIndex(tmp_path / "cache", "library", DICTIONARY)
    assert index.revision == 0
    with pytest.raises(UserFault) as fault:
        list(index.update(NOTICES, [], 5))
    assert fault.value.key == "index-unwritable"
    assert found(index, "工信", pending=NOTICES) == {one.summary.uuid for one in NOTICES}


def test_damage_that_shows_only_in_the_search_is_told_and_empties_the_index(tmp_path):
    index = build(tmp_path)
    seal = tmp_path / "library" / "seal.json"
    data = json.loads(seal.read_text(encoding="utf-8"))
    (database,) = (path for path in files_of(tmp_path) if path.name == "notices.db")
    connection = sqlite3.connect(database)
    connection.execute("UPDATE notices SET text = x'00112233'")
    connection.commit()
    connection.close()
    # As a writer at work, whose files nobody can vouch for.
    seal.write_text(json.dumps(data | {"writing": True}), encoding="utf-8")
    assert index.revision == 5
    with pytest.raises(UserFault) as fault:
        index.search("工信", fetch_from(NOTICES))
    assert fault.value.key == "index-damaged"
    assert index.revision == 0
    heal(index)


@pytest.mark.parametrize(
    "query",
    [
        "市" * 10_000,
        "工 信 " * 5000,
        "\ud800",
        "😀",
        "\x00\x01",
        "*",
        "NEAR(",
        "AND",
        "-",
        "^a",
        "a*b",
    ]
    + ['"' * 999, "“" * 999, "〔2020〕1号", "(" * 5000, "工信\u200b"],
)
def test_any_query_is_answered(tmp_path, query):
    index = build(tmp_path)
    result = index.search(query, fetch_from(NOTICES))
    assert result.query == query
