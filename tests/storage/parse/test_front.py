"""Masthead, table of contents, sections, warnings."""

from __future__ import annotations

import pytest

from storage.types import Issue
from tests.storage.parse.reading import parse

NOTICES = """
柳堤市人民政府关于疏浚柳河的通知
柳政发〔2022〕1号
各县（区）人民政府：
请于5月底前完成疏浚。
柳堤市人民政府
2022年3月1日

柳堤市水务局关于保护水井的通知
柳水发〔2022〕7号
各县（区）水务局：
请做好水井保护工作。
柳堤市水务局
2022年3月2日
"""


@pytest.mark.parametrize(
    ("masthead", "issue"),
    [
        (
            "柳堤市人民政府公报\n2022年 第3期（总第 045 期）\n"
            "柳堤市人民政府办公室主办\n2022年3月31日出版",
            Issue("柳堤市人民政府公报", 2022, 3, 45, "2022-03-31", "柳堤市人民政府办公室"),
        ),
        (
            "柳堤市人民政府公报　二〇二二年第三期",
            Issue("柳堤市人民政府公报", 2022, 3, None, None, None),
        ),
        ("2022年第3期", Issue()),
        ("", Issue()),
    ],
)
def test_mastheads(masthead: str, issue: Issue):
    assert parse(masthead + "\n" + NOTICES).issue == issue


@pytest.mark.parametrize(
    "entries",
    [
        "【市政府文件】\n- 柳堤市人民政府关于疏浚\n柳河的通知（柳政发〔2022〕1号）……（1）\n"
        "【部门文件】\n- 柳堤市水务局关于保护水井的通知（柳水发〔2022〕7号）……（4）",
        "市政府文件\n柳堤市人民政府关于疏浚柳河的通知(柳政发〔2022〕1 号)\t（1）\n"
        "部门文件\n柳堤市水务局关于保护水井的通知(柳水发〔2022〕7 号)\t（4）",
        "◆市政府文件\n1．柳堤市人民政府关于疏浚柳河的通知 柳政发〔2022〕1号 ...... 1\n"
        "◆部门文件\n2．柳堤市水务局关于保护水井的通知 柳水发〔2022〕7号 ...... 4",
    ],
    ids=["bullets", "tabs", "counted"],
)
def test_contents_in_several_layouts(entries: str):
    parsed = parse("目　录\n\n" + entries + "\n" + NOTICES)
    assert [(e.section, e.title, e.number, e.page) for e in parsed.contents] == [
        ("市政府文件", "柳堤市人民政府关于疏浚柳河的通知", "柳政发〔2022〕1号", 1),
        ("部门文件", "柳堤市水务局关于保护水井的通知", "柳水发〔2022〕7号", 4),
    ]
    assert [(n.section, n.contents_index) for n in parsed.notices] == [
        ("市政府文件", 0),
        ("部门文件", 1),
    ]


def test_sections_that_stand_in_the_text():
    text = NOTICES.replace("柳堤市水务局关于", "【部门文件】\n\n柳堤市水务局关于")
    parsed = parse("【市政府文件】\n" + text)
    assert [n.section for n in parsed.notices] == ["市政府文件", "部门文件"]


def _warnings(text: str) -> list[tuple[int, str, str]]:
    return [(w.line, w.key, w.text) for w in parse(text).warnings]


def test_contents_and_text_that_differ_are_named():
    entries = (
        "目录\n柳堤市人民政府关于疏浚柳河的决定（柳政发〔2022〕1号）……（1）\n"
        "柳堤市人民政府关于修桥的通知（柳政发〔2022〕2号）……（3）"
    )
    assert _warnings(entries + "\n" + NOTICES) == [
        (3, "contents-without-notice", "柳堤市人民政府关于修桥的通知"),
        (5, "titles-differ", "柳堤市人民政府关于疏浚柳河的决定"),
        (12, "notice-without-contents", "柳堤市水务局关于保护水井的通知"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "warning"),
    [
        ("请于5月底前完成疏浚。", "请做好疏浚 and 清淤工作。", ("latin-word", "and")),
        ("请于5月底前完成疏浚。", "一、疏浚。\n三、清淤。", ("count-out-of-order", "三、清淤。")),
        ("请于5月底前完成疏浚。", "请落实。\n附件：任务表", ("attachment-missing", "任务表")),
        ("2022年3月1日\n", "", ("date-missing", "柳堤市人民政府关于疏浚柳河的通知")),
        ("请于5月底前完成疏浚。", "未县、未县和末县要落实。", ("named-two-ways", "末县 / 未县")),
    ],
)
def test_warnings(old: str, new: str, warning: tuple[str, str]):
    assert warning in [(key, text) for _, key, text in _warnings(NOTICES.replace(old, new))]


def test_a_clean_text_has_no_warnings():
    assert _warnings(NOTICES) == []
