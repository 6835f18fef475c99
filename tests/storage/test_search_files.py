"""Kept searches as files: written, previewed, taken in; bad files cost nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import Edit, SearchChange
from tests import factories


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with factories.open_library(tmp_path / "one") as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """A colleague's library."""
    with factories.open_library(tmp_path / "other") as opened:
        yield opened


def fill(library: Library) -> str:
    """Two at the top, two in a group; the group's uuid."""
    library.save_search("充电桩", '充电桩 | 年="2023","2024"', "date")
    group = library.new_search("督办", is_group=True)
    library.apply(Edit("edit-search-group", searches=(SearchChange(None, group),)))
    library.save_search("煤矿", "煤矿 同句 安全", group=group.uuid)
    library.save_search("用水", "用水", group=group.uuid)
    library.save_search("奇怪\ud800", "“\udfff”")
    return group.uuid


def told(library: Library) -> list[tuple[str, str, str, str]]:
    kept = library.saved_searches()
    groups = {one.uuid: one.name for one in kept if one.is_group}
    rows = [one for one in kept if not one.is_group]
    return [(one.name, one.query, one.sort, groups.get(one.group, "")) for one in rows]


def write(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_all_come_through_a_file_as_they_are(library: Library, other: Library, tmp_path: Path):
    fill(library)
    path = library.export_searches(tmp_path / "全部.antou-searches.json")
    drafts = other.incoming_searches(path)
    assert [draft.known for draft in drafts] == [""] * 4
    edit = other.import_searches(drafts, replacing=False)
    assert sorted(told(other)) == sorted(told(library))
    assert [one.known for one in other.incoming_searches(path)] == ["same"] * 4
    again = other.import_searches(other.incoming_searches(path), replacing=True)
    assert again.searches == ()
    other.take_back(edit)
    assert other.saved_searches() == []


def test_a_group_or_some_are_written(library: Library, other: Library, tmp_path: Path):
    group = fill(library)
    path = library.export_searches(tmp_path / "一组.json", [group])
    drafts = other.incoming_searches(path)
    assert [(draft.name, draft.group) for draft in drafts] == [("煤矿", "督办"), ("用水", "督办")]
    with pytest.raises(UserFault) as caught:
        library.export_searches(tmp_path / "没有.json", ["none"])
    assert caught.value.key == "search-export-empty"
    assert not (tmp_path / "没有.json").exists()


def test_same_named_are_kept_apart_or_replaced(library: Library, other: Library, tmp_path: Path):
    fill(library)
    path = library.export_searches(tmp_path / "a.json")
    mine = other.save_search("煤矿", "煤矿")
    drafts = other.incoming_searches(path)
    assert [draft.known for draft in drafts if draft.name == "煤矿"] == ["other"]
    edit = other.import_searches(drafts, replacing=False)
    assert {name for name, *_ in told(other)} >= {"煤矿", "煤矿 (2)"}
    other.take_back(edit)
    other.import_searches(drafts, replacing=True)
    assert [row for row in told(other) if row[0].startswith("煤矿")] == [
        ("煤矿", "煤矿 同句 安全", "relevance", "")
    ]
    assert mine.uuid in {one.uuid for one in other.saved_searches()}


def test_a_group_of_the_same_name_takes_them_in(library: Library, other: Library, tmp_path: Path):
    group = fill(library)
    path = library.export_searches(tmp_path / "a.json", [group])
    there = other.new_search("督办", is_group=True)
    other.apply(Edit("edit-search-group", searches=(SearchChange(None, there),)))
    kept = other.save_search("原有", "原有", group=there.uuid)
    other.import_searches(other.incoming_searches(path), replacing=False)
    inside = [one for one in other.saved_searches() if one.group == there.uuid]
    assert [one.name for one in inside] == ["原有", "煤矿", "用水"]
    assert [one.position for one in inside] == [kept.position, 1, 2]


def test_a_deleted_one_of_the_same_name_is_in_nobodys_way(library: Library, tmp_path: Path):
    fill(library)
    path = library.export_searches(tmp_path / "a.json")
    for one in library.saved_searches():
        gone = SearchChange(one, replace(one, deleted=one.created))
        library.apply(Edit("edit-search-deleted", searches=(gone,)))
    library.import_searches(library.incoming_searches(path), replacing=False)
    assert len(told(library)) == 4


WHOLE = {"format": "antou-searches", "version": 1}
ENTRY = {"name": "甲", "query": "充电桩"}


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ([], "search-file-foreign"),
        ({}, "search-file-foreign"),
        ({**WHOLE, "format": "别的"}, "search-file-foreign"),
        ({**WHOLE, "version": "1"}, "search-file-foreign"),
        ({**WHOLE, "searches": {}}, "search-file-foreign"),
        ({**WHOLE, "version": 2, "searches": 7}, "search-file-newer"),
        ({**WHOLE, "searches": [ENTRY, 7]}, "search-file-broken"),
        ({**WHOLE, "searches": [{**ENTRY, "name": None}]}, "search-file-broken"),
        ({**WHOLE, "searches": [{**ENTRY, "name": " \n "}]}, "search-file-broken"),
        ({**WHOLE, "searches": [{**ENTRY, "query": ["x"]}]}, "search-file-broken"),
        ({**WHOLE, "searches": [{**ENTRY, "query": "桩" * 30_000}]}, "search-file-broken"),
        ({**WHOLE, "searches": [{**ENTRY, "sort": []}]}, "search-file-broken"),
        ({**WHOLE, "searches": [{**ENTRY, "sort": "最好"}]}, "search-file-broken"),
        ({**WHOLE, "searches": [{**ENTRY, "group": 3}]}, "search-file-broken"),
        ({**WHOLE, "searches": [ENTRY] * 2001}, "search-file-many"),
    ],
)
def test_files_of_something_else_are_told(library: Library, tmp_path: Path, value, key: str):
    fill(library)
    before = library.saved_searches()
    with pytest.raises(UserFault) as caught:
        library.incoming_searches(write(tmp_path / "a.json", value))
    assert caught.value.key == key
    assert library.saved_searches() == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"\xed\xa0\x80",
        b"[" * 200_000,
        b'{"version": ' + b"9" * 10_000 + b"}",
        b'{"format": "antou-searches", "version": 1',
        b"PK\x03\x04",
    ],
    ids=["empty", "bytes", "surrogate", "nested", "digits", "cut", "zip"],
)
def test_files_that_are_no_json_are_told(library: Library, tmp_path: Path, data: bytes):
    path = tmp_path / "a.json"
    path.write_bytes(data)
    with pytest.raises(UserFault) as caught:
        library.incoming_searches(path)
    assert caught.value.key == "search-file-no-json"


def test_a_file_of_100_megabytes_is_not_read(library: Library, tmp_path: Path):
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(UserFault) as caught:
        library.incoming_searches(path)
    assert caught.value.key == "search-file-large"


def test_missing_files_and_folders_are_told(library: Library, tmp_path: Path):
    for path, key in (
        (tmp_path / "none.json", "search-file-missing"),
        (tmp_path, "search-file-unreadable"),
        (Path("a\0b"), "search-file-unreadable"),
    ):
        with pytest.raises(UserFault) as caught:
            library.incoming_searches(path)
        assert caught.value.key == key


def test_odd_entries_are_taken_in_as_far_as_they_are_sound(library: Library, tmp_path: Path):
    entries = [
        {"name": "甲\n乙", "query": "\ud800充电桩", "extra": {"x": []}},
        {"name": "坏的检索式", "query": "AND ("},
    ]
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({**WHOLE, "searches": entries}).encode())
    library.import_searches(library.incoming_searches(path), replacing=False)
    assert [name for name, *_ in told(library)] == ["甲 乙", "坏的检索式"]
    for one in library.saved_searches():
        assert library.count_search(one.uuid).total == 0
