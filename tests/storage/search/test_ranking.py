"""Which notices come first."""

from __future__ import annotations

from storage.search import SearchIndex
from tests.storage.search.indexes import ask
from tests.storage.search.texts import DICTIONARY, stored


def order(folder, query, *notices):
    """The uuids in the order of the answer, which must be the same before and after indexing."""
    index = SearchIndex(folder, "library", DICTIONARY)
    assert index.revision == 0
    list(index.update(notices, [], 1))
    found = ask(index, query, notices).notices
    index.close()
    assert sorted((one.score for one in found), reverse=True) == [one.score for one in found]
    return [one.summary.uuid for one in found]


def test_title_then_heading_then_body(tmp_path):
    assert order(
        tmp_path,
        "充电桩",
        stored("body", "工作方案", "建设充电桩。"),
        stored("heading", "工作方案", ("heading", "一、充电桩"), "建设。"),
        stored("title", "充电桩工作方案", "建设。"),
    ) == ["title", "heading", "body"]


def test_more_hits_weigh_more(tmp_path):
    assert order(
        tmp_path,
        "燃气",
        stored("once", "方案", "燃气管理，其他管理，其他管理，其他管理。"),
        stored("often", "方案", "燃气管理，燃气安全，燃气检查，燃气改造。"),
    ) == ["often", "once"]


def test_words_near_each_other_go_before_words_far_apart(tmp_path):
    between = "本段说的是别的事情。" * 20
    assert order(
        tmp_path,
        "燃气 检查",
        stored("far", "方案", f"燃气设施。{between}检查记录。"),
        stored("near", "方案", f"{between}开展燃气安全检查。"),
    ) == ["near", "far"]


def test_the_notice_with_the_number_goes_before_those_that_cite_it(tmp_path):
    number = "某政办发〔2020〕44号"
    cites = f"根据{number}，按照{number}，对照{number}，修改{number}。"
    assert order(
        tmp_path,
        number,
        stored("cites", "关于修改的通知", cites),
        stored("is it", "关于印发的通知", ("number", number), "各县："),
    ) == ["is it", "cites"]


def test_of_equals_the_younger_goes_first(tmp_path):
    assert order(
        tmp_path,
        '"燃气"',
        stored("old", "方案", "燃气", date="2019-01-01"),
        stored("undated", "方案", "燃气"),
        stored("young", "方案", "燃气", date="2023-01-01"),
    ) == ["young", "old", "undated"]
