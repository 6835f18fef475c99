"""Words removed and added, as a person would underline them."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.comparing.units import key_of
from storage.comparing.wording import changes_between
from storage.search.segmenter import Segmenter

DICTIONARY = Path(__file__).resolve().parents[3] / "resources" / "dictionary"


def shown(old: str, new: str, *, words: bool = True) -> str:
    """The old text with [removed|added] where it changed."""
    left, right = key_of(old)[0], key_of(new)[0]
    cut = Segmenter(DICTIONARY, DICTIONARY).cut if words else None
    said, at = "", 0
    for first, last, begin, end in changes_between(left, right, cut):
        said += f"{left[at:first]}[{left[first:last]}|{right[begin:end]}]"
        at = last
    return said + left[at:]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("应当通知用户", "应当告知用户", "应当[通知|告知]用户"),
        ("有效期二年", "有效期五年", "有效期[二年|五年]"),
        ("在十五个工作日内办结", "在十个工作日内办结", "在[十五个|十个]工作日内办结"),
        (
            "确需停止供水的,提前二十四小时通知",
            "确需停水的,提前四十八小时通知",
            "确需[停止供水|停水]的,提前[二十四|四十八]小时通知",
        ),
        (
            "甲市民政局、乙市财政局、丁市住建局负责",
            "甲市民政局、乙市财政局、丙市人社局、丁市住建局负责",
            "甲市民政局、乙市财政局、[|丙市人社局、]丁市住建局负责",
        ),
        (
            "强化领导。做好宣传。",
            "强化领导。完善机制。做好宣传。",
            "强化领导。[|完善机制。]做好宣传。",
        ),
        ("增长3.5%以上", "增长3.8%以上", "增长[3.5%|3.8%]以上"),
        ("市工业和信息化局负责督查", "市工信局负责督查", "市[工业和信息化局|工信局]负责督查"),
        ("同时通知用户,并报告市局。", "同时通知用户。", "同时通知用户[,并报告市局|]。"),
        ("按时完成", "按时完成", "按时完成"),
        ("", "新增", "[|新增]"),
    ],
)
def test_changes_are_whole_words(old: str, new: str, expected: str):
    assert shown(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("有效期十五年", "有效期二十年", "有效期[十五|二十]年"),
        ("至2024年底", "至2025年底", "至[2024|2025]年底"),
        (
            "强化领导。做好宣传。",
            "强化领导。完善机制。做好宣传。",
            "强化领导。[|完善机制。]做好宣传。",
        ),
    ],
)
def test_without_a_cutter_figures_stay_whole(old: str, new: str, expected: str):
    assert shown(old, new, words=False) == expected


def test_unlike_sentences_are_not_shown_in_crumbs():
    old = (
        "禁止在管网覆盖范围内新建自备水井;已有的自备水井,由市水行政主管部门制定封停计划,逐年封停。"
    )
    new = "阶梯水价的具体标准,由市发展改革部门会同市财政部门拟定,按照规定程序报批后执行。"
    assert shown(old, new).count("[") <= 2
