"""Long words are taken apart where their parts are words."""

from __future__ import annotations

import pytest

from storage.search import SearchIndex
from storage.search.compounds import finely
from storage.search.segmenter import Segmenter, jieba_cutter, own_terms, rjieba_cutter
from tests.storage.search.indexes import ask
from tests.storage.search.texts import DICTIONARY, stored


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("国家统计局", ["国家", "统计局"]),
        ("人民政府", ["人民", "政府"]),
        ("重污染天气", ["重", "污染", "天气"]),
        ("人民代表大会", ["人民", "代表", "大会"]),
        ("政府工作报告", ["政府", "工作", "报告"]),
        ("工业和信息化局", ["工业", "和", "信息化", "局"]),
        ("大数据局", ["大数据", "局"]),
        # nothing but single characters: the name stays whole
        ("乌鲁木齐", ["乌鲁木齐"]),
        ("实事求是", ["实事求是"]),
        ("工信局", ["工信局"]),
    ],
)
def test_parts(word, parts):
    assert Segmenter(DICTIONARY, DICTIONARY).cut(word) == parts


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("统计", "国家统计局", 1),
        ("污染", "应对重污染天气", 1),
        ("行政", "本行政区域内", 1),
        ("监管", "市场监管局", 1),
        ("民政", "人民政府", 0),
        ("行政", "履行政府职能", 0),
        ("人工", "责任人工作变动", 0),
    ],
)
def test_a_word_within_a_long_one_is_found(tmp_path, query, text, hits):
    notices = [stored("one", "题", text)]
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    assert ask(index, query, notices, notices).total_hits == hits


def test_long_words_are_taken_apart_alike_by_rjieba_and_jieba(tmp_path):
    terms = own_terms(DICTIONARY)
    fast, slow = finely(rjieba_cutter(terms)), finely(jieba_cutter(terms, tmp_path))
    for word, _ in terms:
        assert fast(word) == slow(word)
        assert "".join(fast(word)) == word


def test_the_dictionary_holds_each_word_once_and_chinese_only():
    lines = (DICTIONARY / "terms.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines for word in line.partition("#")[0].strip().split("、") if word]
    twice = {word for word in words if words.count(word) > 1}
    assert not twice
    assert all("\u4e00" <= character <= "\u9fd5" for word in words for character in word)
