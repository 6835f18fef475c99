"""Marks of Markdown, HTML and LaTeX become plain text, tables and spans."""

from __future__ import annotations

import pytest

from storage.parse.markup import make_plain


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("## 标题", "标题"),
        ("**加粗**的字", "加粗的字"),
        ("- 列表项", "列表项"),
        ("— 12 —", "— 12 —"),
        ("- 12 -", "- 12 -"),
        (r"比例$\geq 55\%$以上", "比例≥55%以上"),
        (r"直径$\leqslant 3$毫米", "直径≤3毫米"),
        ("<p>段落</p>", "段落"),
        ("甲&nbsp;乙&lt;丙", "甲\xa0乙<丙"),
        ("单价<5元", "单价<5元"),
        (r"编号\#3", "编号#3"),
        ("每吨100$的费用", "每吨100$的费用"),
    ],
)
def test_marks_are_taken_off(raw: str, text: str):
    assert make_plain(raw).text.strip() == text


@pytest.mark.parametrize(
    ("raw", "text", "span"),
    [
        ("PM<sub>2.5</sub>浓度", "PM2.5浓度", (2, 5, "sub")),
        ("PM_{2.5}浓度", "PM2.5浓度", (2, 5, "sub")),
        ("每m<sup>3</sup>", "每m3", (2, 3, "sup")),
        ("$10^{4}$亩", "104亩", (2, 3, "sup")),
    ],
)
def test_scripts_become_spans(raw: str, text: str, span: tuple[int, int, str]):
    plain = make_plain(raw)
    assert plain.text == text
    assert [(s.start, s.end, s.kind) for s in plain.spans] == [span]


@pytest.mark.parametrize(
    ("raw", "rows"),
    [
        ("| 甲 | 乙 |", (("甲", "乙"),)),
        ("|  | 乙 |", (("", "乙"),)),
        ("甲\t\t丙", (("甲", "", "丙"),)),
        ("\t\t丙", (("", "", "丙"),)),
        ("<tr><td>甲</td><td>乙</td></tr>", (("甲", "乙"),)),
        (
            "<table><tr><td rowspan=\"2\">甲</td><td colspan='2'>乙</td></tr>"
            "<tr><td>丙</td><td>丁</td></tr></table>",
            (("甲", "乙", ""), ("", "丙", "丁")),
        ),
        ("|---|:--:|", ()),
        ("\t只有缩进", ()),
        ("普通的一行", ()),
    ],
)
def test_rows_of_tables(raw: str, rows: tuple[tuple[str, ...], ...]):
    assert make_plain(raw).rows == rows
