"""A library of every released schema opens, with all that was kept in it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.db.migrations import SCHEMA_VERSION
from storage.errors import UserFault
from storage.library import Library
from storage.types import LineHint
from tests import factories
from tests.storage.db.make_fixture import FOLDER, HINTS

STORED = sorted(FOLDER.glob("v*.antoudb"))


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def old_library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    shutil.copy(request.param, tmp_path / "library.antoudb")
    with factories.open_library(tmp_path, create=False) as library:
        yield library


def test_each_schema_has_a_stored_library():
    assert [path.stem for path in STORED] == [f"v{n:03}" for n in range(1, SCHEMA_VERSION + 1)]


def test_it_is_of_this_version_and_sound(old_library: Library):
    assert old_library._store.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert old_library._store.rows("PRAGMA integrity_check") == [("ok",)]
    assert old_library._store.rows("PRAGMA foreign_key_check") == []


def test_its_issues_and_notices_are_there(old_library: Library):
    assert [summary.title for summary in old_library.notices()] == [
        "云州市人民政府关于建设充电桩的通知",
        "云州市人民政府关于修缮古桥的通知",
        "云州市气象局公告",
    ]
    assert [summary.is_issue for summary in old_library.issues()] == [True, False]
    first, second, _ = (old_library.notice(one.uuid).notice for one in old_library.notices())
    assert "要足额落实市级经费" in first.text
    assert first.blocks[-2].rows == factories.TABLE
    assert (second.attachments[0].omitted, second.parts[0].line) == (True, 4)
    assert (second.validity_years, second.relations[0].target) == (5, "云政发〔2010〕3号")
    assert "要足额落实市级经费" in "".join(old_library.source_lines(old_library.issues()[0].id))


@pytest.mark.parametrize(("version", "hints"), [(1, ()), (2, HINTS)])
def test_its_sources_have_what_was_known_of_their_lines(
    version: int, hints: tuple[LineHint | None, ...], tmp_path: Path
):
    shutil.copy(FOLDER / f"v{version:03}.antoudb", tmp_path / "library.antoudb")
    with factories.open_library(tmp_path, create=False) as library:
        issue, single = library.issues()
        assert library.source(issue.id).hints == ()
        assert library.source(single.id).hints == hints


def test_its_marks_are_there(old_library: Library):
    highlights = [mark for mark in old_library.marks() if mark.kind == "highlight"]
    assert [(mark.quote, mark.state, mark.style, mark.note) for mark in highlights] == [
        ("市工业和信息化局", "moved", "green", "牵头单位"),
        ("安排专项资金", "unplaced", "yellow", ""),
        ("已删的通知", "sure", "yellow", "文件已删，标注还在"),
    ]
    first = highlights[0]
    assert old_library.notice(first.notice).notice.text[first.start : first.end] == first.quote


def test_its_notes_bookmarks_and_tags_are_there(tmp_path: Path):
    shutil.copy(FOLDER / "v003.antoudb", tmp_path / "library.antoudb")
    with factories.open_library(tmp_path, create=False) as library:
        note, bookmark = (mark for mark in library.marks() if mark.kind != "highlight")
        assert (note.kind, note.note, note.whole_notice) == ("note", "全文的批注", True)
        assert (bookmark.kind, bookmark.due) == ("bookmark", "2024-03-01")
        assert bookmark.tags == ("充电桩", "督办")
        assert library.notice_tags() == {note.notice: ("重点",)}


def test_its_corrections_are_there_and_can_be_undone(tmp_path: Path):
    shutil.copy(FOLDER / "v005.antoudb", tmp_path / "library.antoudb")
    with factories.open_library(tmp_path, create=False) as library:
        uuid = library.notices()[1].uuid
        words, undone, field = library.corrections(uuid)
        assert (words.before, words.after, words.undone) == ("修缮古桥。", "修缮古桥三座。", None)
        assert (undone.after, bool(undone.undone)) == ("一、要求", True)
        assert (field.what, field.after) == ("section", "文物保护")
        notice = library.notice(uuid).notice
        assert ("修缮古桥三座。" in notice.text, notice.section) == (True, "文物保护")
        library.undo_correction(words.uuid)
        library.undo_correction(field.uuid)
        notice = library.notice(uuid).notice
        assert ("三座" in notice.text, notice.section) == (False, "市政府文件")


def test_its_searches_and_state_are_there(old_library: Library):
    first = old_library.saved_searches()[0]
    assert (first.name, first.query, first.sort) == ("充电设施", '"充电桩"', "relevance")
    assert old_library.state("last-notice") == old_library.notices()[0].uuid


def test_its_groups_of_searches_are_there(tmp_path: Path):
    shutil.copy(FOLDER / "v004.antoudb", tmp_path / "library.antoudb")
    with factories.open_library(tmp_path, create=False) as library:
        first, inside, group = library.saved_searches()
        assert (group.name, group.is_group, group.position) == ("督办", True, 1)
        assert (inside.name, inside.sort, inside.group) == ("古桥", "date", group.uuid)
        count = library.count_search(first.uuid)
        assert (count.total, count.new) == (2, 1)
        assert library.count_search(inside.uuid).new is None


def test_searches_of_an_older_library_keep_their_order(tmp_path: Path):
    shutil.copy(FOLDER / "v003.antoudb", tmp_path / "library.antoudb")
    plain = sqlite3.connect(tmp_path / "library.antoudb")
    for number in (2, 1, 3):
        row = [f"u{number}", f"第{number}个", "桥", f"2024-0{number}-01"]
        plain.execute("INSERT INTO saved_searches VALUES (?, ?, ?, ?)", row)
    plain.commit()
    plain.close()
    with factories.open_library(tmp_path, create=False) as library:
        kept = library.saved_searches()
        assert [one.name for one in kept] == ["第1个", "第2个", "第3个", "充电设施"]
        assert [one.position for one in kept] == [0, 1, 2, 3]
        assert library.new_search("第5个", "桥").position == 4


def test_its_links_are_there(tmp_path: Path):
    shutil.copy(FOLDER / "v006.antoudb", tmp_path / "library.antoudb")
    with factories.open_library(tmp_path, create=False) as library:
        first, second, single = (each.uuid for each in library.notices())
        assert library.families() == [[single, second]]
        factories.run(library.catch_up())
        assert first not in library.families()[0]
        with pytest.raises(UserFault, match="versions-apart"):
            library.link_versions(first, second)


def test_it_is_searched_and_written_to(old_library: Library):
    assert old_library.search('"充电桩"').total_notices == 2
    old_library.new_mark(old_library.notices()[0].uuid, 0, 3)
    factories.take_in(old_library, factories.notice("新来的"), issue=factories.Issue())
    assert len(old_library.notices()) == 4
