"""What stands around a table: caption, unit, notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.reading.captions import captions
from desktop.reading.styles import CAPTION, TABLE_NOTE, UNIT
from storage.types import Block
from tests.desktop.pages import table

ROWS = table(("序号", "指标", "数量"), ("1", "铁路", "12"))


def styles(*texts: str, after: tuple[str, ...] = ()) -> list[object]:
    blocks = [Block("paragraph", text, (1, 1)) for text in texts]
    below = [Block("paragraph", text, (1, 1)) for text in after]
    found = captions([*blocks, ROWS, *below])
    places = [*range(len(blocks)), *range(len(blocks) + 1, len(blocks) + 1 + len(below))]
    return [found[at][0].style if at in found else None for at in places]


@pytest.mark.parametrize("text", ["兑现清单（一）", "★级村评分细则", "表1 主要指标完成情况"])
def test_a_short_line_above_a_table_is_its_caption(text: str):
    assert styles(text) == [CAPTION]
    assert CAPTION.align == Qt.AlignmentFlag.AlignHCenter


@pytest.mark.parametrize(
    "text",
    [
        "现将有关事项通知如下：",
        "按照职责分工抓好落实。",
        "填报日期 _____",
        "日期：",
        "一、总体要求",
        "1.分工",
    ],
)
def test_sentences_fields_and_heads_are_no_captions(text: str):
    assert styles(text) == [None]


def test_a_unit_stands_at_the_right_below_the_caption():
    assert styles("主要指标", "单位：万元") == [CAPTION, UNIT]
    assert styles("（单位：公里）") == [UNIT]


def test_notes_below_a_table_are_small():
    assert styles(after=("注：数据为快报数。", "备注：不含市直。", "下一段。")) == [
        TABLE_NOTE,
        TABLE_NOTE,
        None,
    ]
