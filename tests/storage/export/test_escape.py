from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from storage.export.escape import markdown, markdown_runs, plain

reader = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")

# Pieces that mean something to Markdown or HTML, and some that don't.
PIECES = some.sampled_from(
    [
        *("<script>", "</b>", "&lt;", "&", "[a](http://x)", "![i](x)", "[x]: http://e", "`", "```"),
        *("**", "_", "# ", "#", "- ", "+ ", "1. ", "2) ", "===", "---", "|", "\\", "~~", "$x$"),
        *("    ", ":", "<!--", "-->", "<http://x.y>", "\t", "\n", "\u2028", "\x00", "\ud800"),
        *("{: x}", "通知", "（试行）", "，", "a", "1", "www.x.cn", "a@b.cn"),
    ]
)
TEXTS = some.lists(PIECES, max_size=8).map("".join)


def shown(page: str) -> str:
    """What a reader sees, without white space."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", page)))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", plain(text))


@given(TEXTS)
def test_strangers_text_is_shown_as_it_is(text):
    page = reader.render(f"> {markdown(text)}\n")
    assert shown(page) == squeezed(text)
    assert set(re.findall(r"<(\w+)", page)) <= {"blockquote", "p"}


@given(TEXTS)
def test_heading_and_list_item_are_shown_as_they_are(text):
    page = reader.render(f"## 一、{markdown(text)}\n\n- 文号：{markdown(text)}\n")
    assert shown(page) == f"一、{squeezed(text)}文号：{squeezed(text)}"
    assert set(re.findall(r"<(\w+)", page)) <= {"h2", "ul", "li"}


@given(
    some.lists(
        some.tuples(TEXTS.map(plain).map(lambda text: text.replace("\n", " ")), some.booleans()),
        max_size=4,
    )
)
def test_bold_is_the_only_thing_added(runs):
    page = reader.render(f"> {markdown_runs(iter(runs))}\n")
    assert shown(page) == squeezed("".join(text for text, _ in runs))
    assert set(re.findall(r"<(\w+)", page)) <= {"blockquote", "p", "strong"}


@pytest.mark.parametrize(
    ("runs", "written"),
    [
        (
            [("关于", False), ("办法（试行）", True), ("的通知", False)],
            "关于**办法（试行**）的通知",
        ),
        ([("关于", False), ("“充电桩”", True)], "关于“**充电桩**”"),
        ([("，", True)], "，"),
        ([("    四个空格", False)], "四个空格"),
    ],
)
def test_bold_leaves_signs_at_the_ends_outside(runs, written):
    assert markdown_runs(iter(runs)) == written


def test_plain_text_stays_readable():
    text = "2018—2020年，PM2.5 浓度（微克/立方米）不高于 35；12:30 前完成"
    assert markdown(text) == text


def test_web_addresses_do_not_become_links():
    assert "http://" not in markdown("见 http://x.cn")
    assert "www." not in markdown("见 www.x.cn")


def test_plain_drops_what_xml_refuses():
    assert plain("甲\x00乙\x0b丙\ud800丁\ufffe\x9b戊\n己\x85") == "甲乙 丙\ufffd丁戊\n己 "
