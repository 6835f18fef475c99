"""Kept searches: groups, order, what is new since they were last opened."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.db import saved_searches
from storage.errors import UserFault
from storage.library import Library
from storage.moments import days_ago, now
from storage.types import Edit, Issue, SavedSearch, SearchChange, TagsChange
from tests import factories

QUERIES = (
    "充电桩",
    '"充电桩"',
    "充电桩 AND 煤矿",
    "充电桩 OR 煤矿",
    "NOT 煤矿",
    "标题:通知",
    "年:2021..2023",
    "批注:*",
    "标签:重点",
    "没有这样的词",
    "AND (",
    "",
    "充电桩 同段 电动汽车",
    "云州市煤矿充电桩建设工作领导小组办公室",
    '充电桩 OR 煤矿 | 年="2021"',
    ' | 年="2021"',
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with factories.open_library(tmp_path) as opened:
        factories.take_in(opened, factories.notice())
        take_single(opened, "关于煤矿的意见", "煤矿安全。")
        yield opened


def take_single(library: Library, title: str, text: str) -> int:
    """Take a single document in; its issue."""
    made = factories.notice(title, None, [text], date="2021-01-05")
    return factories.take_in(library, made, issue=Issue()).issue_id or 0


def change(library: Library, before: SavedSearch, **fields: object) -> Edit:
    """Change a kept search; the edit."""
    done = SearchChange(before, replace(before, **fields))
    return library.apply(Edit("edit-search-changed", searches=(done,)))


def new(library: Library, search: SavedSearch) -> int | None:
    return library.count_search(search.uuid).new


def open_search(library: Library, search: SavedSearch) -> None:
    library.search_opened(search.uuid, library.count_search(search.uuid).found)


@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize("query", QUERIES)
def test_it_counts_what_the_search_finds(library: Library, query: str, behind: bool):
    mark = library.new_mark(library.notices()[0].uuid, 0, 4, note="催办")
    library.apply(Edit("edit-tags", notices=(TagsChange(mark.notice, (), ("重点",)),)))
    if not behind:
        factories.run(library.catch_up())
    kept = library.save_search("x", query)
    count = library.count_search(kept.uuid)
    assert count.total == library.search(query).total_notices
    assert (count.new, count.complete) == (None, True)


def test_new_is_what_was_not_found_when_it_was_last_opened(library: Library):
    kept = library.save_search("充电桩", "充电桩")
    assert new(library, kept) is None
    open_search(library, kept)
    assert new(library, kept) == 0
    take_single(library, "新的一件", "再建一批充电桩。")
    take_single(library, "别的一件", "与此无关。")
    assert new(library, kept) == 1
    assert library.count_search(kept.uuid).total == 2
    open_search(library, kept)
    assert new(library, kept) == 0


def test_what_comes_back_or_in_another_version_is_not_new(library: Library):
    kept = library.save_search("充电桩", "充电桩")
    open_search(library, kept)
    first = factories.notice()
    factories.take_in(library, factories.changed_text(first, "有关事项通知如下", "事项通知如下"))
    assert new(library, kept) == 0
    library.delete_issue(library.issues()[0].id)
    assert (library.count_search(kept.uuid).total, new(library, kept)) == (0, 0)
    changed = factories.changed_text(first, "有关事项通知如下", "事项通知如下")
    factories.take_in(library, changed)
    assert (library.count_search(kept.uuid).total, new(library, kept)) == (1, 0)


def test_what_is_found_at_last_by_a_tag_is_new(library: Library):
    kept = library.save_search("重点", "标签:重点")
    open_search(library, kept)
    uuid = library.notices()[0].uuid
    library.apply(Edit("edit-tags", notices=(TagsChange(uuid, (), ("重点",)),)))
    assert new(library, kept) == 1


def test_a_changed_query_starts_anew_and_a_changed_name_does_not(library: Library):
    kept = library.save_search("充电桩", "充电桩")
    open_search(library, kept)
    renamed = change(library, kept, name="充电").searches[0].after
    assert new(library, renamed) == 0
    change(library, renamed, query="煤矿")
    assert new(library, kept) is None


def test_each_change_can_be_taken_back(library: Library):
    kept = library.save_search("充电桩", "充电桩")
    open_search(library, kept)
    edit = change(library, kept, name="甲", sort="date", position=7, group="g")
    edit = library.take_back(edit)
    assert library.saved_searches() == [kept]
    library.take_back(edit)
    assert library.saved_searches()[0].name == "甲"
    edit = change(library, library.saved_searches()[0], deleted=now())
    assert library.saved_searches() == []
    library.take_back(edit)
    assert library.saved_searches()[0].name == "甲"
    assert new(library, kept) == 0  # what was known is kept too


def test_two_windows_change_different_things_of_one_search(library: Library, tmp_path: Path):
    kept = library.save_search("充电桩", "充电桩")
    with factories.open_library(tmp_path) as other:
        change(other, kept, name="另一个窗口起的名字")
        edit = change(library, kept, position=3)
        (seen,) = other.saved_searches()
        assert (seen.name, seen.position) == ("另一个窗口起的名字", 3)
        library.take_back(edit)
        (seen,) = other.saved_searches()
        assert (seen.name, seen.position) == ("另一个窗口起的名字", 0)


def test_long_deleted_ones_are_thrown_away_with_what_they_found(library: Library):
    old, young = library.save_search("旧", "充电桩"), library.save_search("新", "煤矿")
    open_search(library, old)
    edit = change(library, old, deleted=days_ago(40))
    change(library, young, deleted=now())
    with pytest.raises(UserFault) as caught:
        library.count_search(old.uuid)
    assert caught.value.key == "search-missing"
    assert saved_searches.opened(library._store, old.uuid) is None
    assert library.take_back(edit).searches == ()
    assert library.count_search(young.uuid).total == 1


def test_a_library_that_can_only_be_read_counts_but_keeps_nothing(tmp_path: Path, library: Library):
    kept = library.save_search("充电桩", "充电桩")
    library.close()
    target = tmp_path / "only-read" / "library.antoudb"
    target.parent.mkdir()
    shutil.copy(library.path, target)
    with factories.open_library(target.parent, create=False) as opened:
        opened._store.read_only = True
        count = opened.count_search(kept.uuid)
        assert (count.total, count.new) == (1, None)
        opened.search_opened(kept.uuid, count.found)
        assert opened.count_search(kept.uuid).new is None


def test_odd_names_and_queries_are_kept_as_they_are(library: Library):
    kept = library.save_search("甲\ud800\x00乙", "“\udfff”")
    assert library.saved_searches() == [kept]
    assert library.count_search(kept.uuid).total == 0
