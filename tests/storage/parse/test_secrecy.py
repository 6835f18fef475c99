"""Marks of secrecy are found where they stand, and nowhere else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.parse import parse_source
from storage.parse.secrecy import find_secrecy_mark
from storage.sources import read_source
from storage.types import Finding, LineHint, SourceText
from tests.shared_texts import all_texts, needs_shared

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = """云州市人民政府文件
云政发〔2024〕7号
云州市人民政府关于做好防汛抗旱工作的通知
各县（市、区）人民政府，市直各单位：
为做好今年的防汛抗旱工作，现就有关事项通知如下。
一、加强值班
各单位要严格执行值班制度，不得泄露国家秘密。
云州市人民政府
2024年5月6日"""
OTHER = DOCUMENT.replace("7号", "8号").replace("防汛抗旱", "森林防火")


def mark_of(text: str, name: str = "文件.txt") -> Finding | None:
    source = SourceText(name, tuple(text.split("\n")), "0" * 64)
    return find_secrecy_mark(source, parse_source(source))


MARKS = [
    "机密★1年",
    "绝密★长期",
    "秘密★",
    "机 密 ★ 1 年",
    "　　秘　密★５年",
    "機密★1年",
    "绝密★启用前",
    "机密☆1年",
    "机密*1年",
    "机密＊10年",
    "秘密★三年",
    "秘密★6个月",
    "机密★2030年1月1日",
    "机密",
    "绝密",
    "秘　密",
    "【机密】",
    "（秘密）",
    "机密级",
    "机密（10年）",
    "秘密 3年",
    "000012 机密★1年 特急",
    "机密★1年　　　　特急",
    "特急　机密★1年",
    "机密★1年　　　　签发人：王建国",
    "机密★1年　　云州市人民政府文件",
    "云州市人民政府文件　　　　机密★1年",
    "第12号　机密",
    "密级：机密",
    "密 级：秘密★3年",
    "密级和保密期限：绝密★长期",
    "秘密等级：机密",
    "密级：秘密，保密期限：5年",
    "密级：秘密　编号：012",
    "密级：□公开□内部☑秘密□机密",
    "密级：公开□　内部□　秘密☑　机密□",
    "密级：☑机密 □秘密",
    "机密□1年",
    "机密□",
    "机密?长期",
    "【密级】机密★1年",
    "**机密★1年**",
    "# 机密★1年",
    "| 机密★1年 | 特急 |",
    "密级\t机密\t编号\t012",
    "<p>机密★1年</p>",
    "№000012　　机密",
    "【密级：机密】",
    "文件密级：秘密",
    "密级标识：机密★5年",
    "机密文件",
    "机密\uf0ab",
    "机密大1年",
    "机\u200b密\u200b★1年",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_above_the_red_head_is_found(mark: str):
    found = mark_of(f"{mark}\n{DOCUMENT}")
    assert found is not None
    assert (found.line, found.key) == (1, "secrecy-mark")
    assert "密" in found.text


@pytest.mark.parametrize("mark", ["机密★1年", "秘密", "密级：机密"])
@pytest.mark.parametrize(
    "above", ["000012\n{}\n特急\n", "\n\n{}\n\n", "云州市人民政府办公室\n{}\n"]
)
def test_a_mark_among_the_other_fields_is_found(mark: str, above: str):
    assert mark_of(above.format(mark) + DOCUMENT) is not None


def test_a_mark_between_head_and_number_or_below_the_number_is_found():
    for line in ("云州市人民政府文件\n", "云政发〔2024〕7号\n"):
        assert mark_of(DOCUMENT.replace(line, f"{line}机密★1年\n")) is not None
        assert mark_of(DOCUMENT.replace(line, f"{line}机密\n")) is not None


def test_a_mark_at_the_title_is_found():
    title = "云州市人民政府关于做好防汛抗旱工作的通知"
    assert mark_of(DOCUMENT.replace(title, f"{title}（机密）")) is not None


@pytest.mark.parametrize("mark", ["机密★1年", "机密", "密级：秘密"])
def test_a_mark_on_a_later_document_is_found(mark: str):
    long = "\n".join(f"（{at}）各单位要落实第{at}项工作。" for at in "一二三四五六七八九十" * 4)
    text = f"{DOCUMENT}\n{long}\n{mark}\n{OTHER}"
    found = mark_of(text)
    assert found is not None
    assert found.line == text.split("\n").index(mark) + 1


def test_a_mark_in_the_running_head_of_a_format_is_found():
    lines = ("机密★1年", *DOCUMENT.split("\n"))
    hints = (LineHint(furniture="running head"), *[None] * (len(lines) - 1))
    source = SourceText("文件.docx", lines, "0" * 64, hints=hints)
    assert find_secrecy_mark(source, parse_source(source)) is not None


@pytest.mark.parametrize(
    "name", ["【机密】防汛.txt", "防汛（秘密★5年）.txt", "绝密★启用前.txt", "机密-防汛.txt"]
)
def test_a_mark_in_the_file_name_is_found(name: str):
    found = mark_of(DOCUMENT, name)
    assert found is not None
    assert (found.line, found.key) == (0, "secrecy-mark-in-name")


SENTENCES = [
    "各单位要遵守保密纪律，不得泄露国家秘密。",
    "机密级计算机不得接入互联网。",
    "国家秘密的密级分为绝密、机密、秘密三级。",
    "密级分为绝密、机密、秘密三级",
    "绝密级国家秘密是最重要的国家秘密，泄露会使国家安全和利益遭受特别严重的损害。",
    "秘密级国家秘密的保密期限不超过十年。",
    "密级和保密期限之间用“★”隔开，如“机密★1年”。",
    "机密★、绝密★的标注应当醒目。",
    "涉密公文应当根据涉密程度分别标注“绝密”“机密”“秘密”和保密期限。",
    "密级：绝密、机密、秘密",
    "密级：公开",
    "密级：无",
    "密级：□绝密□机密□秘密",
    "密级：绝密□　机密□　秘密□",
    "密级：□秘密 ☑内部",
    "密级：秘密□　内部☑",
    "密级：机密文件由专人管理，不得复印。",
    "商业秘密",
    "工作秘密",
    "国家秘密",
    "秘密工作",
    "机密文件管理办法",
    "机密文件由专人保管",
    "秘密资料室",
    "定密：由承办人提出具体意见",
    "（一）机密",
    "1.秘密级",
    "秘书",
    "“秘密”",
    "保守秘密，慎之又慎",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_talk_of_secrets_is_no_mark(sentence: str):
    assert mark_of(DOCUMENT.replace("一、加强值班", sentence)) is None
    assert (
        mark_of(DOCUMENT.replace("一、加强值班", f"{'值班安排如下。' * 3}\n" * 20 + sentence))
        is None
    )


def test_the_levels_counted_up_are_no_mark():
    levels = "国家秘密的密级分为：\n绝密\n机密\n秘密"
    assert mark_of(DOCUMENT.replace("一、加强值班", levels)) is None
    table = "密级\t绝密\t机密\t秘密\n保密期限\t30年\t20年\t10年"
    assert mark_of(DOCUMENT.replace("一、加强值班", table)) is None


def test_a_list_of_files_with_their_levels_is_no_mark():
    rows = "\n".join(f"{at}\t关于某项工作的通知\t机密\t10年" for at in range(1, 30))
    assert mark_of(f"{DOCUMENT}\n附件\n{rows}") is None


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "resources" / "sample").glob("*.txt"))
    + sorted((ROOT / "tests" / "fixtures" / "texts").glob("*.txt")),
    ids=lambda path: path.name,
)
def test_only_the_red_head_among_our_texts_bears_a_mark(path: Path):
    source = read_source(path)
    found = find_secrecy_mark(source, parse_source(source))
    assert (found is not None) == ("★" in "".join(source.lines)), path.name


@needs_shared
def test_no_shared_text_is_taken_for_a_classified_one():
    found = []
    for path in all_texts():
        source = read_source(path)
        mark = find_secrecy_mark(source, parse_source(source))
        found += [(path.name, mark)] if mark else []
    assert found == []


@settings(max_examples=300, deadline=2000)
@given(st.text(alphabet="机秘绝密★*级：:12年()【】 \t|第号特急签发人份a，。\n", max_size=200))
def test_no_text_is_too_odd(text: str):
    mark_of(text)


def test_a_long_line_costs_nothing():
    begun = time.perf_counter()
    mark_of("\n".join(["密级机密★" * 40_000, "机密" * 40_000, "密级：" + "1" * 40_000 + "密"]))
    assert time.perf_counter() - begun < 2
