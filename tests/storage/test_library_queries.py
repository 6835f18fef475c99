"""The library's own searches: notes, tags, facets, steps, completion, reading ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.library import Library
from storage.types import Choice, Edit, Issue, MarkChange, Query, SearchResult, TagsChange
from tests import factories


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with factories.open_library(tmp_path) as opened:
        factories.take_in(opened, factories.notice())
        factories.take_in(
            opened,
            factories.notice("关于煤矿的意见", None, ["煤矿安全。"], date="2021-01-05"),
            issue=Issue(),
        )
        factories.run(opened.catch_up())
        yield opened


def titles(library: Library, query: Query | str) -> list[str]:
    return [found.summary.title for found in library.search(query).notices]


def test_notes_and_tags_are_found_at_once_and_no_more_when_they_are_gone(library: Library):
    uuid = library.search("煤矿").notices[0].summary.uuid
    assert titles(library, "催办") == []
    mark = library.new_mark(uuid, 0, 4, note="记得催办")
    assert titles(library, "催办") == ["关于煤矿的意见"]
    assert titles(library, "批注:催办") == ["关于煤矿的意见"]
    assert titles(library, "标注:黄") == ["关于煤矿的意见"]
    (hit,) = library.search("批注:催办").notices[0].hits
    assert (hit.kind, hit.mark, hit.start, hit.end) == ("note", mark.uuid, 0, 4)
    library.delete_mark(mark.uuid)
    assert titles(library, "催办") == []


def test_what_another_window_writes_is_found(library: Library, tmp_path: Path):
    uuid = library.search("煤矿").notices[0].summary.uuid
    assert titles(library, "批注:*") == []
    with factories.open_library(tmp_path) as other:
        other.new_mark(uuid, 0, 4, note="另一个窗口写的")
    assert titles(library, "批注:窗口") == ["关于煤矿的意见"]


def test_facets_and_choices(library: Library):
    result = library.search("安全 OR 充电桩")
    facets = {one.name: {value.value: value.count for value in one.values} for one in result.facets}
    assert facets["year"] == {"2023": 1, "2021": 1}
    assert facets["gazette"] == {"云州市人民政府公报": 1, "": 1}
    chosen = Query("安全 OR 充电桩", (Choice("year", ("2021",)),))
    assert titles(library, chosen) == ["关于煤矿的意见"]


def test_addressees_are_a_field(library: Library):
    assert len(titles(library, "主送:各县")) == 2
    assert titles(library, "主送:国务院") == []


def test_a_search_in_steps_ends_with_the_whole_answer(library: Library):
    pages: list[SearchResult] = []

    def asked():
        pages.append((yield from library.search_steps(Query("安全 OR 充电桩"))))

    pages[:0] = list(asked())
    assert pages[-1] == library.search("安全 OR 充电桩")
    assert all(page.query == "安全 OR 充电桩" for page in pages)
    library.search_steps("煤矿").close()


@pytest.mark.parametrize(
    ("query", "completions"),
    [
        ("标", ["标题:", "标签:", "标注:"]),
        ("发文机关:云", ["云州市人民政府"]),
        ("云州", ["云州市人民政府"]),
        ("煤矿 种类:", ["通知"]),
        ("文号:云政发", ["云政发〔2023〕12号"]),
        ("标注:", ["黄", "绿", "蓝", "红", "紫", "下划线", "划线"]),
        ("充电", ["充电桩 安全"]),
        ("没有", []),
    ],
)
def test_a_query_is_completed(library: Library, query: str, completions: list[str]):
    earlier = ["充电桩 安全", "煤"]
    found = library.complete_query(query, len(query), earlier)
    assert [one.text for one in found] == completions
    for one in found:
        whole = query[: one.start] + one.text + query[one.end :]
        problems = {problem.key for problem in library.search(whole).problems}
        assert problems <= {"search-loosened"} or one.kind == "field"


def test_tags_are_searched_counted_and_completed(library: Library):
    uuid = library.search("煤矿").notices[0].summary.uuid
    library.apply(Edit("edit-tags", notices=(TagsChange(uuid, (), ("重要 事项", "催办")),)))
    assert titles(library, "标签:重要") == ["关于煤矿的意见"]
    assert titles(library, Query("NOT 没有", (Choice("tag", ("催办",)),))) == ["关于煤矿的意见"]
    found = library.complete_query("标签:重", 4)
    assert [one.text for one in found] == ["“重要 事项”"]
    assert titles(library, "标签:“重要 事项”") == ["关于煤矿的意见"]


def test_texts_are_read_ahead(library: Library):
    assert library.read_ahead(10) is False
    assert len(titles(library, "安全 OR 充电桩")) == 2


def test_marks_of_a_deleted_notice_are_found_by_their_words_notes_and_tags(library: Library):
    stored = library.search('"专项资金"').notices[0].summary
    text = library.notice(stored.uuid).notice.text
    start = text.index("专项资金")
    mark = library.new_mark(stored.uuid, start, start + 4, note="记得催办")
    tagged = replace(mark, tags=("要事",))
    library.apply(Edit("edit-mark", marks=(MarkChange(mark, tagged),)))
    assert library.search("催办").gone == ()
    library.delete_issue(stored.issue_id)
    for query, kind, found in (
        ("催办", "note", "催办"),
        ("标签:要事", "tag", "要事"),
        ("标注:黄", "mark", "专项资金"),
        ('"专项资金"', "quote", "专项资金"),
        ("资金 催办", "quote", "资金"),
        ("催办 OR 鹦鹉", "note", "催办"),
        ("催办 NOT 鹦鹉", "note", "催办"),
    ):
        result = library.search(query)
        assert stored.uuid not in {one.summary.uuid for one in result.notices}
        (gone,) = result.gone
        assert gone.summary.title == stored.title
        hit = next(hit for hit in gone.hits if hit.kind == kind)
        assert (hit.text, hit.mark, hit.start) == (found, mark.uuid, start), query
        assert result.total_notices == len(result.notices)
    for query in ("鹦鹉", "催办 鹦鹉", "催办 NOT 资金", "标题:资金"):
        assert library.search(query).gone == (), query
