"""Operators, brackets and fields; and what is told of a wrong query."""

from __future__ import annotations

import pytest

from storage.search.language import And, Filled, Loose, Near, Not, Or, Range, Term, parse_query


def told(node):
    """A tree in short: words as they are, literals in quotes."""
    match node:
        case Term():
            text = f'"{node.text}"' if node.kind.value == "literal" else node.text
            return f"{node.field}:{text}" if node.field else text
        case And():
            return f"({' & '.join(map(told, node.parts))})"
        case Or():
            return f"({' | '.join(map(told, node.parts))})"
        case Not():
            return f"!{told(node.part)}"
        case Near():
            parts = ("/".join(map(told, choice)) for choice in node.parts)
            return f"{node.reach.value}{node.distance or ''}<{' '.join(parts)}>"
        case Range():
            low, high = "(["[not node.open_low], ")]"[not node.open_high]
            return f"{node.field}:{low}{node.low}..{node.high}{high}"
        case Filled():
            return f"{node.field}:*"
        case Loose():
            raise AssertionError("made by searches only")
    return ""


def keys(query):
    return [(one.key, query[one.start : one.end]) for one in parse_query(query).problems]


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("工信 人社", "(工信 & 人社)"),
        ("工信 AND 人社", "(工信 & 人社)"),
        ("工信 ＡＮＤ 人社", "(工信 & 人社)"),
        ("工信 与 人社", "(工信 & 人社)"),
        ("工信 OR 人社", "(工信 | 人社)"),
        ("工信 或 人社 或 民政", "(工信 | 人社 | 民政)"),
        ("工信 NOT 人社", "(工信 & !人社)"),
        ("非 人社", "!人社"),
        ("NOT NOT 人社", "人社"),
        ("a b OR c d", "((a & b) | (c & d))"),
        ("a (b OR c) d", "(a & (b | c) & d)"),
        ("a（b 或 c）", "(a & (b | c))"),
        ("NOT (a OR b)", "!(a | b)"),
        ("((a))", "a"),
        ("(a b) c", "(a & b & c)"),
        ('“a b” OR "c"', '("ab" | "c")'),
        ("a NEAR b", "characters20<a b>"),
        ("a NEAR/5 b", "characters5<a b>"),
        ("a 相邻/5 b", "characters5<a b>"),
        ("a 同句 b", "sentence<a b>"),
        ("a 同段 b 同段 c", "paragraph<a b c>"),
        ("a 同条 (b OR c) d", "(article<a b/c> & d)"),
        ("a SENTENCE b OR c", "(sentence<a b> | c)"),
        ("NOT a 同句 b", "!sentence<a b>"),
        ("a 同句 b 同段 c", "(sentence<a b> & c)"),
    ],
)
def test_operators_and_brackets(query, tree):
    assert told(parse_query(query).tree) == tree


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("标题:充电桩", "title:充电桩"),
        ("标题：充电桩", "title:充电桩"),
        ("标题： 充电桩 工信", "(title:充电桩 & 工信)"),
        ("TITLE:充电桩", "title:充电桩"),
        ('标题:"充电 桩"', 'title:"充电桩"'),
        ("标题:（充电 或 换电）", "(title:充电 | title:换电)"),
        ("标题:(充电 NOT 换电) 工信", "(title:充电 & !title:换电 & 工信)"),
        ("发文机关:市工信局", "issuer:市工信局"),
        ("主送:各县", "addressees:各县"),
        ("栏目:人事任免", "section:人事任免"),
        ("种类:通知", "genre:通知"),
        ("公报:霁川", "gazette:霁川"),
        ("标签:* 批注:催办 标注:黄", "(tag:* & note:催办 & mark:黄)"),
        ("NOT 标签：*", "!tag:*"),
        ("文号:国办发（2019）35号", "number:国办发[2019]35号"),
        ("文号:国办发2019-35", "number:国办发2019-35"),
        ("期:2", "issue:[002..002]"),
        ("期:2024年第2期", "issue:[2024-002..2024-002]"),
        ("期:2024-2..2024-5", "issue:[2024-002..2024-005]"),
        ("年:2022", "year:[2022..2022]"),
        ("年:2020..2022", "year:[2020..2022]"),
        ("年：2020至2022", "year:[2020..2022]"),
        ("年:>2020", "year:(2020..]"),
        ("年:(2020 OR 2022)", "(year:[2020..2020] | year:[2022..2022])"),
        ("日期:2022-03..2023", "date:[2022-03..2023]"),
        ("日期:2022年3月 .. 2023年", "date:[2022-03..2023]"),
        ("日期:>2022", "date:(2022..]"),
        ("日期:>= 2022/3/5", "date:[2022-03-05..]"),
        ("日期:<2022", "date:[..2022)"),
        ("日期:≤2022", "date:[..2022]"),
        ("日期:..2022", "date:[..2022]"),
        ("日期:2022..", "date:[2022..]"),
        ("日期:2022年以来", "date:[2022..]"),
        ("日期:2023..2022", "date:[2022..2023]"),
        ('日期:"2022"', "date:[2022..2022]"),
        ("日期:2022-03工信", "工信"),
    ],
)
def test_fields(query, tree):
    if query.endswith("03工信"):
        assert keys(query) == [("search-value", "2022-03工信")]
        return
    assert told(parse_query(query).tree) == tree
    assert parse_query(query).problems == ()


@pytest.mark.parametrize(
    ("value", "query", "holds"),
    [
        ("2022-12-31", "日期:2022", True),
        ("2022-12-31", "日期:>2022", False),
        ("2023-01-01", "日期:>2022", True),
        ("2022-03-05", "日期:2022-03..2023", True),
        ("2023-12-31", "日期:2022-03..2023", True),
        ("2022-02-28", "日期:2022-03..2023", False),
        ("2022-03", "日期:<=2022-03", True),
        ("2022-03-05", "日期:<2022-03", False),
        ("", "日期:<2022-03", False),
    ],
)
def test_ranges_compare_the_beginnings_of_dates(value, query, holds):
    assert parse_query(query).tree.holds(value) is holds


@pytest.mark.parametrize(
    ("query", "tree", "problems"),
    [
        ('"', '"""', [("search-quote-open", '"')]),
        ('""', '""""', [("search-quote-empty", '""')]),
        ('"" 工信', "工信", [("search-quote-empty", '""')]),
        ('民政 "工信 局', '(民政 & "工信局")', [("search-quote-open", '"工信 局')]),
        ("工信”", "工信", [("search-quote-stray", "”")]),
        ("，", '","', [("search-signs", "，")]),
        ("()", '"()"', [("search-bracket-empty", "()")]),
        ("(工信", "工信", [("search-bracket-open", "(")]),
        ("工信) 人社", "(工信 & 人社)", [("search-bracket-stray", ")")]),
        ("*", '"*"', [("search-wildcard-alone", "*")]),
        ("AND", '"and"', [("search-operator-left", "AND")]),
        ("NOT", '"not"', [("search-operator-right", "NOT")]),
        ("工信 AND", "工信", [("search-operator-right", "AND")]),
        ("OR 工信", "工信", [("search-operator-left", "OR")]),
        ("工信 OR OR 人社", "(工信 | 人社)", [("search-operator-right", "OR")]),
        ("工信 同句", "工信", [("search-operator-right", "同句")]),
        ("工信 NOT", "工信", [("search-operator-right", "NOT")]),
        ("a NEAR NOT b", "(a & !b)", [("search-near-terms", "NEAR")]),
        ("标题:a 同句 b", "(title:a & b)", [("search-near-terms", "同句")]),
        ("标题:", '"标题:"', [("search-field-empty", "标题:")]),
        (
            "标题: AND 工信",
            "工信",
            [("search-field-empty", "标题:"), ("search-operator-left", "AND")],
        ),
        ("titel:工信", "(titel & 工信)", [("search-field-unknown", "titel")]),
        ("日期:昨天 工信", "工信", [("search-value", "昨天")]),
        ("日期:2022-13", '"日期:2022-13"', [("search-value", "2022-13")]),
    ],
)
def test_a_wrong_query_is_told_at_its_place_and_something_sensible_searched(query, tree, problems):
    assert told(parse_query(query).tree) == tree
    assert keys(query) == problems


def test_only_blanks_are_nothing_to_search():
    for query in ("", " \n\u3000"):
        parsed = parse_query(query)
        assert parsed.tree is None
        assert parsed.problems[0].key == "search-empty"


@pytest.mark.parametrize(
    "piece", ["(", ")", "NOT ", "AND ", "标题:", "工信 ", '"', "*", "〔2020〕3号"]
)
def test_a_query_of_ten_thousand_characters_is_taken_apart(piece):
    parsed = parse_query(piece * (10_000 // len(piece)))
    assert parsed.tree is not None
    assert len(parsed.problems) <= 30


def test_more_terms_than_anyone_needs_are_left_out_and_told():
    query = " ".join(f"词{number}" for number in range(200))
    assert len(parse_query(query).tree.parts) == 64
    assert keys(query) == [("search-terms-many", "词64")]
