"""What the user types, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.search.language import And, Kind, Term, parse_query
from storage.search.language.tree import terms


def taken_apart(query):
    return [(term.kind.value, term.text) for term in terms(parse_query(query).tree)]


@pytest.mark.parametrize(
    ("query", "words"),
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
        ("各县（区）人民政府：", ["各县", "区", "人民政府"]),
        ("什么是充电桩？", ["什么是充电桩"]),
        # signs within a number or a Latin word belong to it
        ("PM2.5", ["pm2.5"]),
        ("ＰＭ２．５", ["pm2.5"]),
        ("2020—2025年", ["2020-2025年"]),
        ("3,000元", ["3,000元"]),
        ("12.5%", ["12.5%"]),
        ("A/B", ["a/b"]),
        ("8:30", ["8:30"]),
        ("阿不都·热合曼", ["阿不都·热合曼"]),
        ("+86", ["+86"]),
        ("≥55℃", ["≥55℃"]),
        # an operator within a word is none
        ("非公有制 与会 或许", ["非公有制", "与会", "或许"]),
        ("and or near", ["and", "or", "near"]),
    ],
)
def test_words(query, words):
    parsed = parse_query(query)
    assert taken_apart(query) == [("word", word) for word in words]
    assert isinstance(parsed.tree, And | Term)
    assert parsed.problems == ()


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
    (term,) = terms(parse_query(query).tree)
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
    ("query", "expected"),
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
        ('"煤? AND *"', [("literal", "煤?and*")]),
    ],
)
def test_quotes_make_a_term_literal(query, expected):
    assert taken_apart(query) == expected


@pytest.mark.parametrize(
    ("query", "found", "missed"),
    [
        ("煤*化", ["煤矿智能化", "煤化"], ["煤矿。信息化", "煤矿"]),
        ("202?年", ["2021年", "202x年"], ["202年", "20211年"]),
        ("第?条", ["第一条"], ["第十一条"]),
        ("煤??", ["煤矿安"], ["煤矿"]),
        ("煤？安", ["煤矿安"], ["煤安"]),
        ("煤**安", ["煤安"], ["煤"]),
    ],
)
def test_question_mark_and_star_stand_for_characters(query, found, missed):
    (term,) = terms(parse_query(query).tree)
    assert term.kind is Kind.PATTERN
    assert term.pattern is not None
    assert all(term.pattern.search(text) for text in found)
    assert not any(term.pattern.search(text) for text in missed)
    assert all(part in text for text in found for part in term.must_hold)


def test_a_star_at_a_words_end_says_nothing_that_the_word_does_not():
    assert taken_apart("工信* *局 *") == [("word", "工信"), ("word", "局")]


@given(st.text(max_size=60))
def test_any_text_is_a_query(query):
    parsed = parse_query(query)
    assert (parsed.tree is None) == (not query.split())
    found = list(terms(parsed.tree)) if parsed.tree else []
    assert all(term.text and not any(map(str.isspace, term.text)) for term in found)
    assert all(0 <= one.start <= one.end <= len(query) for one in parsed.problems)


signs = st.lists(
    st.sampled_from(
        ["AND", "OR", "NOT", "NEAR", "同句", "与", "或", "非", "(", "）", '"', "“", "”", "*", "？"]
        + [
            "标题：",
            "日期:",
            "年:",
            "2022",
            "..",
            ">",
            "工信",
            "人社",
            "文号:",
            "〔2020〕3号",
            "x:",
        ]
    ),
    max_size=14,
).map(lambda pieces: " ".join(pieces))


@given(signs)
def test_any_order_of_signs_is_a_query(query):
    parsed = parse_query(query)
    assert (parsed.tree is None) == (not query.split())
    assert all(0 <= one.start <= one.end <= len(query) for one in parsed.problems)
