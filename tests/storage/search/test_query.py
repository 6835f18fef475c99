"""What the user types, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.search.query import Kind, parse_query


def taken_apart(query):
    return [(term.kind.value, term.text) for term in parse_query(query).terms]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("民政", ["民政"]),
        ("民政 局", ["民政", "局"]),
        ("民政　局\t长", ["民政", "局", "长"]),
        ("  工信  ", ["工信"]),
        ("工信 工信", ["工信"]),
        # punctuation separates, as a blank does
        ("《安全生产法》", ["安全生产法"]),
        ("管理办法（试行）", ["管理办法", "试行"]),
        ("教育、卫生，住房。", ["教育", "卫生", "住房"]),
        # signs within a number or a Latin word belong to it
        ("PM2.5", ["pm2.5"]),
        ("ＰＭ２．５", ["pm2.5"]),
        ("2020—2025年", ["2020-2025年"]),
        ("3,000元", ["3,000元"]),
        ("12.5%", ["12.5%"]),
        ("A/B", ["a/b"]),
        ("阿不都·热合曼", ["阿不都·热合曼"]),
        ("+86", ["+86"]),
        ("≥55℃", ["≥55℃"]),
    ],
)
def test_words(query, terms):
    assert taken_apart(query) == [("word", term) for term in terms]
    assert parse_query(query).problem is None


@pytest.mark.parametrize(
    "query",
    [
        "某政办发〔2020〕44号",
        "某政办发[2020]44号",
        "某政办发（2020）44号",
        "某政办发【2020】 44 号",
        "某政办发〔 2020 〕第44号",
        "某政办发［２０２０］４４",
        "某政办发 〔2020〕 44号",
    ],
)
def test_a_document_number_is_one_term_whatever_its_brackets(query):
    (term,) = parse_query(query).terms
    assert term.kind is Kind.NUMBER
    assert term.pattern is not None
    assert term.pattern.search("(某政办发[2020]44号)")
    assert term.pattern.search("某政办发(2020)44号")
    assert not term.pattern.search("某政办发[2020]4号")
    assert not term.pattern.search("某政办发[2020]441号")
    assert all(part in "某政办发[2020]44号" for part in term.must_hold)


def test_document_numbers_stand_among_words():
    assert taken_apart("工信 国办发〔2019〕5号 落实") == [
        ("word", "工信"),
        ("number", "国办发[2019]5号"),
        ("word", "落实"),
    ]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ('"煤矿智能化"', [("literal", "煤矿智能化")]),
        ("“煤矿智能化”", [("literal", "煤矿智能化")]),
        ("”煤矿“ 智能", [("word", "煤矿"), ("literal", "智能")]),
        ("「标准地」改革", [("literal", "标准地"), ("word", "改革")]),
        ("『标准地』", [("literal", "标准地")]),
        ('工信"标准 地"人社', [("word", "工信"), ("literal", "标准地"), ("word", "人社")]),
        ('"“标准地”改革"', [("literal", "“标准地”改革")]),
        ('"《办法》，"', [("literal", "《办法》,")]),
        ('"工信" 工信', [("literal", "工信"), ("word", "工信")]),
        ('“工信"', [("literal", "工信")]),
        ('"工信”', [("literal", "工信")]),
    ],
)
def test_quotes_make_a_term_literal(query, terms):
    assert taken_apart(query) == terms


@pytest.mark.parametrize(
    ("query", "terms", "problem"),
    [
        ("", [], "search-empty"),
        (" \n\u3000", [], "search-empty"),
        ('"', [("literal", '"')], "search-quotes"),
        ('""', [("literal", '""')], "search-quotes"),
        ('"" 工信', [("word", "工信")], "search-quotes"),
        ('"工信 局', [("literal", "工信局")], "search-quotes"),
        ("工信”", [("word", "工信")], "search-quotes"),
        ("，", [("literal", ",")], "search-signs"),
        ("()", [("literal", "()")], "search-signs"),
        ("*", [("literal", "*")], "search-signs"),
    ],
)
def test_an_odd_query_is_mended_and_says_so(query, terms, problem):
    assert taken_apart(query) == terms
    assert parse_query(query).problem == problem


@given(st.text(max_size=60))
def test_any_text_is_a_query(query):
    parsed = parse_query(query)
    assert all(term.text and not any(map(str.isspace, term.text)) for term in parsed.terms)
    assert bool(parsed.terms) == bool(query.split())
