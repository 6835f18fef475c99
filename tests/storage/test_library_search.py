"""The library and its real search index: what is stored is found, always."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import indexing
from storage.library import Library
from storage.text import squeeze
from storage.types import Issue
from tests import factories


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with factories.open_library(tmp_path) as opened:
        yield opened


def titles(library: Library, query: str) -> list[str]:
    return [found.summary.title for found in library.search(query).notices]


def test_what_was_imported_is_found_before_and_after_indexing(library: Library):
    factories.take_in(library, factories.notice("关于充电桩的通知"))
    before = library.search('"专项资金"')
    assert (before.total_notices, before.behind) == (1, 1)
    factories.run(library.catch_up())
    after = library.search('"专项资金"')
    assert (after.total_notices, after.behind) == (1, 0)
    assert after.notices[0].hits == before.notices[0].hits


def test_an_update_is_found_at_once_and_the_old_words_are_not(library: Library):
    old = factories.notice()
    factories.take_in(library, old)
    factories.run(library.catch_up())
    factories.take_in(library, factories.changed_text(old, "专项资金", "充足经费"))
    for _ in range(2):
        assert titles(library, '"专项资金"') == []
        assert titles(library, '"充足经费"') == [old.title]
        factories.run(library.catch_up())


def test_a_deleted_issue_is_found_no_more(library: Library):
    report = factories.take_in(library, factories.notice())
    factories.take_in(library, factories.notice("留下的通知"), issue=Issue())
    factories.run(library.catch_up())
    assert report.issue_id is not None
    library.delete_issue(report.issue_id)
    for _ in range(2):
        assert titles(library, '"专项资金"') == ["留下的通知"]
        factories.run(library.catch_up())


def test_a_deleted_issue_that_comes_back_is_found_again(library: Library):
    report = factories.take_in(library, factories.notice())
    factories.run(library.catch_up())
    assert report.issue_id is not None
    library.delete_issue(report.issue_id)
    factories.run(library.catch_up())
    factories.take_in(library, factories.notice())
    for _ in range(2):
        assert library.search('"专项资金"').total_notices == 1
        factories.run(library.catch_up())


def test_too_much_that_is_new_is_counted_instead(library: Library, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indexing, "MOST_PENDING", 2)
    factories.take_in(library, *(factories.notice(f"通知{n}", f"{n}号") for n in range(3)))
    result = library.search('"专项资金"')
    assert (result.total_notices, result.behind) == (0, 3)
    factories.run(library.catch_up())
    assert library.search('"专项资金"').total_notices == 3


def test_an_index_that_was_deleted_comes_back(tmp_path: Path):
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
        factories.run(library.catch_up())
    shutil.rmtree(tmp_path / "cache")
    with factories.open_library(tmp_path) as library:
        assert library.search('"专项资金"').total_notices == 1
        factories.run(library.catch_up())
        assert library.search('"专项资金"').behind == 0


def test_a_copy_that_went_its_own_way_is_never_served_from_the_others_index(tmp_path: Path):
    # The same library at the office and on a stick, then carried back over the first.
    home, stick = tmp_path / "library.antoudb", tmp_path / "stick.antoudb"
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
    shutil.copy(home, stick)
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice("办公室里加的"), issue=Issue())
        factories.run(library.catch_up())
        assert library.search('"专项资金"').total_notices == 2
    stick.rename(home.with_name("over"))
    shutil.copy(home.with_name("over"), home)
    with factories.open_library(tmp_path) as library:
        added = factories.notice("路上加的", "路1号", ["路上记下的要点。"])
        factories.take_in(library, added, issue=Issue())
        for _ in range(2):
            assert titles(library, '"办公室里加的"') == []
            assert titles(library, '"路上记下的要点"') == ["路上加的"]
            assert library.search('"专项资金"').total_notices == 1
            factories.run(library.catch_up())
        assert library.search("要点").behind == 0


def test_an_older_backup_put_back_is_searched_as_it_is(tmp_path: Path):
    home, backup = tmp_path / "library.antoudb", tmp_path / "backup"
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
    shutil.copy(home, backup)
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice("后来的"), issue=Issue())
        factories.run(library.catch_up())
    shutil.copy(backup, home)
    with factories.open_library(tmp_path) as library:
        for _ in range(2):
            assert titles(library, '"专项资金"') == [factories.notice().title]
            factories.run(library.catch_up())


def test_excerpts_of_a_search_hold_marks_and_hits_in_reading_order(library: Library):
    later = factories.take_in(library, factories.notice("后刊的"), issue=Issue("云州公报", 2023, 9))
    factories.take_in(library, factories.notice("先刊的"), issue=Issue("云州公报", 2023, 1))
    factories.run(library.catch_up())
    uuid = later.notices[0].uuid
    start = library.notice(uuid).notice.text.index("日常督查")
    library.new_mark(uuid, start, start + 4)
    excerpts = library.excerpts(query='"专项资金"')
    assert [(one.summary.title, one.kind) for one in excerpts] == [
        ("先刊的", "hit"),
        ("后刊的", "hit"),
        ("后刊的", "mark"),
    ]
    assert excerpts[0].text[slice(*excerpts[0].bold[0])] == "专项资金"
    (marked,) = library.excerpts(query='"专项资金"', marked_only=True)
    assert marked.text == "日常督查"
    assert {one.summary.title for one in library.excerpts(notice=uuid, query='"专项资金"')} == {
        "后刊的"
    }


@pytest.mark.parametrize("format", ["docx", "md"])
def test_marked_passages_are_written_to_a_file(library: Library, tmp_path: Path, format: str):
    uuid = factories.take_in(library, factories.notice()).notices[0].uuid
    library.new_mark(uuid, 0, 6)
    target = tmp_path / f"摘录.{format}"
    assert library.export(library.excerpts(notice=uuid), target, format, "摘录") == target
    assert target.stat().st_size > 100


def test_a_file_that_is_here_already_is_indexed_if_the_index_lacks_it(
    library: Library, tmp_path: Path
):
    path = tmp_path / "通知.txt"
    path.write_text(
        "云州市人民政府关于修桥的通知\n云政发〔2023〕9号\n\n各县：\n\n现就修桥事项通知如下。\n\n"
        "云州市人民政府\n2023年7月5日\n",
        encoding="utf-8",
    )
    factories.run(library.import_file(path))
    (report,) = factories.run(library.import_files([path]))
    assert report.status == "same"
    result = library.search('"修桥事项"')
    assert (result.total_notices, result.behind) == (1, 0)


def test_a_damaged_index_never_hides_a_notice(tmp_path: Path):
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
        factories.run(library.catch_up())
        folder = tmp_path / "cache" / library.id

    def files() -> list[Path]:
        return sorted(file for file in folder.rglob("*") if file.is_file() and file.stat().st_size)

    for place in range(len(files())):
        # Made anew after each round, perhaps under other names.
        file = files()[place]
        content = bytearray(file.read_bytes())
        for at in range(0, len(content), 7):
            content[at] ^= 0x5A
        file.write_bytes(content)
        with factories.open_library(tmp_path) as library:
            assert library.search('"专项资金"').total_notices == 1
            factories.run(library.catch_up())
            assert library.search('"专项资金"').total_notices == 1
            assert library.index_is_current


def test_word_borders_are_those_of_the_squeezed_text(library: Library):
    made = factories.notice(paragraphs=("民 政局与人民政府\n的民政工作 PM2.5。",))
    factories.take_in(library, made)
    (summary,) = library.notices()
    found = library.word_borders([summary.uuid, "gone"])
    assert list(found) == [summary.uuid]
    borders = found[summary.uuid]
    squeezed = squeeze(library.notice(summary.uuid).notice.text)
    assert borders[0] == 0
    assert borders[-1] == len(squeezed)
    assert list(borders) == sorted(set(borders))
    at = squeezed.index("民政局")
    assert {at, at + 3} <= set(borders)
    assert squeezed.index("人民政府") + 1 not in borders
