from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from storage.export.digest import chinese_date, chinese_ordinal, digest, printed_in
from storage.export.labels import read_labels
from storage.types import Issue
from tests.storage.export.samples import TEMPLATES, excerpt, summary

TODAY = datetime.date(2026, 11, 23)
LABELS = read_labels([TEMPLATES])


def made(*excerpts, heading="摘录"):
    return digest(excerpts, heading, LABELS, TODAY)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (305, "三百零五"),
        (1005, "一千零五"),
        (9999, "九千九百九十九"),
        (10000, "10000"),
    ],
)
def test_ordinals_are_written_as_in_official_documents(number, words):
    assert chinese_ordinal(number) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2020-05-06", "2020年5月6日"),
        ("2020-12", "2020年12月"),
        ("2020", "2020年"),
        ("近日", "近日"),
    ],
)
def test_dates_are_written_in_chinese(iso, words):
    assert chinese_date(iso) == words


def test_place_of_print_names_gazette_and_issue():
    assert printed_in(Issue("云州公报", 2020, 3, 7)) == "《云州公报》2020年第3期（总第7期）"
    assert printed_in(Issue("云州公报", 2020, None)) == "《云州公报》2020年"
    assert printed_in(Issue()) == ""


def test_excerpts_are_grouped_by_notice_in_the_order_given():
    content = made(
        excerpt("甲", "two"), excerpt("乙", "one"), excerpt("丙", "two"), heading="我的\n摘录"
    )
    assert content.heading == "我的 摘录"
    assert [source.title[-6:] for source in content.sources] == ["two的通知", "one的通知"]
    assert [len(source.passages) for source in content.sources] == [2, 1]
    assert content.count == "共 3 段摘录，出自 2 件文件"
    assert content.exported == "导出日期：2026年11月23日"
    assert [passage.ordinal for passage in content.sources[0].passages] == ["一", "二"]


def test_document_without_a_heading_gets_one():
    assert made(excerpt(), heading=" ").heading == "公报摘录"


def test_each_notice_carries_its_citation():
    (source,) = made(excerpt()).sources
    assert source.facts == (
        ("发文字号", "云政办发〔2023〕12号"),
        ("发文机关", "云州市人民政府办公室"),
        ("成文日期", "2023年5月6日"),
        ("刊载", "《云州市人民政府公报》2023年第4期（总第58期）"),
    )


def test_what_is_not_known_is_said_not_invented():
    bare = summary(number=None, issuer=None, date=None, issue=Issue())
    (source,) = made(replace(excerpt(), summary=bare)).sources
    assert [value for _, value in source.facts] == ["无文号", "未署名", "未注日期"]


def test_label_names_colour_and_doubtful_place():
    labels = [
        passage.label
        for passage in made(
            excerpt(style="underline"),
            excerpt(state="check"),
            excerpt(state="unplaced"),
            excerpt(kind="hit", style=""),
        )
        .sources[0]
        .passages
    ]
    assert labels == [
        "标注：下划线",
        "标注：黄色（位置待核对）",
        "标注：黄色（原文已变动，此处为标注时的文字）",
        "检索命中",
    ]


def test_hits_alone_need_no_label():
    assert made(excerpt(kind="hit")).sources[0].passages[0].label == ""


def test_note_keeps_its_lines_and_passage_without_heads_is_body():
    (passage,) = made(excerpt(path="", note="一\n\n 二\x00 ")).sources[0].passages
    assert passage.note == ("一", "二")
    assert passage.path == "正文"
