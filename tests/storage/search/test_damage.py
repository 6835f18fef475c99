"""An index that is damaged, foreign or of another version is never believed."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.search import SearchIndex
from tests.storage.search.indexes import NOTICES, ask, build, files_of, found, heal
from tests.storage.search.texts import DICTIONARY

ROOT = Path(__file__).resolve().parents[3]


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


def as_if_a_writer_was_at_work(folder):
    """Let the seal say so: it then vouches for whoosh only. The path of the database."""
    seal = folder / "library" / "seal.json"
    data = json.loads(seal.read_text(encoding="utf-8"))
    del data["files"]["notices.db"]
    seal.write_text(json.dumps(data | {"writing": True}), encoding="utf-8")
    return folder / "library" / data["generation"] / "notices.db"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE notices SET packed = x'00112233'",
        "UPDATE notices SET packed = x'63'",
        "UPDATE notices SET packed = substr(packed, 1, length(packed) - 3)",
        "DELETE FROM words",
        "UPDATE words SET squeezed = x'ff'",
        "UPDATE learnt SET value = x'ffff'",
        "UPDATE notices SET packed = x'630300'",
        "UPDATE notices SET packed = 'p'",
        "UPDATE counts SET squeezed = x'00'",
        "UPDATE counts SET squeezed = 5",
        "UPDATE heads SET uuid = 7",
        "UPDATE heads SET title = 7",
        "UPDATE heads SET addressees = 7",
        "UPDATE learnt SET value = 7",
        "DROP TABLE notices",
    ],
)
def test_damage_that_shows_only_in_the_search_is_told_and_empties_the_index(tmp_path, change):
    index = build(tmp_path)
    connection = sqlite3.connect(as_if_a_writer_was_at_work(tmp_path))
    connection.execute(change)
    connection.commit()
    connection.close()
    assert index.revision == 5
    with pytest.raises(UserFault) as fault:
        ask(index, "工信", NOTICES)
    assert fault.value.key == "index-damaged"
    assert index.revision == 0
    heal(index)


@pytest.mark.parametrize(("table", "column"), [("notices", "packed"), ("counts", "squeezed")])
def test_no_changed_bit_of_a_text_or_of_its_counts_goes_unnoticed(tmp_path, table, column):
    build(tmp_path / "first").close()
    for bit in range(8, 360, 13):
        shutil.copytree(tmp_path / "first", tmp_path / str(bit))
        index = SearchIndex(tmp_path / str(bit), "library", DICTIONARY)
        connection = sqlite3.connect(as_if_a_writer_was_at_work(tmp_path / str(bit)))
        (data,) = connection.execute(f"SELECT {column} FROM {table} WHERE id = 7").fetchone()
        changed = bytearray(data)
        changed[bit // 8 % len(changed)] ^= 1 << bit % 8
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = 7", [bytes(changed)])
        connection.commit()
        connection.close()
        with suppress(UserFault):
            assert ask(index, "工信").total_hits == 30
        index.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_after_a_writer_was_killed(tmp_path, damage):
    index = build(tmp_path)
    damage(as_if_a_writer_was_at_work(tmp_path))
    with suppress(UserFault):
        # One bit of an unused byte does no harm; all else is told.
        assert len(found(index, "工信")) == 30
    list(index.update(NOTICES, [], 6))
    if index.revision != 6:
        list(index.update(NOTICES, [], 6))
    heal(index, NOTICES, 6)


@pytest.mark.parametrize("damage", DAMAGES)
def test_whoosh_damaged_after_a_writer_was_killed_costs_only_the_order(tmp_path, damage):
    index = build(tmp_path)
    ranks = as_if_a_writer_was_at_work(tmp_path).parent / "ranks"
    for path in ranks.iterdir():
        if path.stat().st_size:
            damage(path)
    assert len(found(index, "工信")) == 30
    list(index.update(NOTICES[:1], [], 6))
    heal(index, NOTICES, 6)
