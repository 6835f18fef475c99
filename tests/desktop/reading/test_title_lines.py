"""Where titles break: at the blanks of the source and between words, never inside one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.reading.document import typeset
from desktop.reading.look import Look
from desktop.reading.title_lines import mark_end, title_breaks
from storage.text import squeeze
from storage.types import Block, Span
from tests.desktop.page_lines import page_of
from tests.desktop.pages import of_blocks

LONG = "云州市人民政府办公室 关于印发云州市全面推进粮食储备和粮食 物流枢纽平台建设实施方案的通知"


def lines_of(text: str, widest: float) -> list[str]:
    places = (0, *title_breaks(text, widest), len(text))
    return [text[start:end].strip() for start, end in zip(places, places[1:], strict=False)]


def test_a_title_that_fits_stands_on_one_line():
    assert title_breaks("关于召开全市工作会议的通知", 19) == ()


@pytest.mark.parametrize("widest", [10, 12, 15, 19, 24])
def test_no_line_is_wider_than_the_page_and_nothing_is_lost(widest: int):
    lines = lines_of(LONG, widest)
    assert max(map(len, lines)) <= widest
    assert squeeze("".join(lines)) == squeeze(LONG)


def test_lines_change_at_the_blanks_of_the_source():
    assert lines_of(LONG, 19)[-1] == "物流枢纽平台建设实施方案的通知"


def test_without_blanks_lines_change_between_words():
    title = "云州市人民政府办公室关于印发进一步深化县域改革加快建立服务体系的指导意见的通知"
    lines = lines_of(title, 19)
    assert lines[0].endswith(("办公室", "关于印发"))
    assert not any(line.startswith(("的", "步", "化", "务", "见")) for line in lines)


@pytest.mark.parametrize(
    ("title", "together"),
    [
        ("云州市人民政府办公室关于印发云州市 2020 年度清理闲置土地工作方案的通知", "2020 年度"),
        ("云州市人民政府办公室关于印发《云州市民用燃料安全管理办法(试行)》的通知", "》的通知"),
        ("云州市人民政府办公室关于印发云州市大气污染应急预案及其修订说明的 通 知", "通 知"),
        (
            "云州市人民政府办公室关于印发云州市数字新城建设行动方案(2023—2025年)的通知",
            "2023—2025年",
        ),
    ],
)
def test_numbers_signs_and_spaced_words_stay_whole(title: str, together: str):
    for widest in (12, 15, 19):
        assert any(together in line for line in lines_of(title, widest))


def test_a_run_without_any_word_is_still_set():
    assert max(map(len, lines_of("甲" * 50, 19))) <= 19


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("附件1： 领导小组名单", "附件1： "),
        ("附件 2: 工作清单", "附件 2: "),
        ("附件 重点任务清单", "附件 "),
        ("附录三 流程图", "附录三 "),
        ("附件重点任务清单", ""),
        ("附件1", ""),
        ("附属设施管理办法", ""),
    ],
)
def test_the_mark_of_an_attachment_is_told_from_its_title(text: str, mark: str):
    assert text[: mark_end(text)] == mark


@pytest.mark.usefixtures("qapp")
def test_a_broken_title_keeps_every_offset():
    spans = (Span(11, 13, "sup"),)
    made = of_blocks(
        Block("title", LONG, (1, 1), spans=spans),
        Block("title", "云州市人民政府办公室关于进一步加强地下水监督管理工作的实施意见😀", (2, 2)),
        Block("paragraph", "各县区：", (3, 3)),
    )
    setter = typeset(made, Look(measure=20))
    text, positions = made.text, setter.positions
    for at, character in enumerate(text):
        shown = setter.document.characterAt(positions.position(at))
        assert shown == character or character in " \n😀"
        assert positions.offset(positions.position(at)) == at
    start, end = text.index("政府"), text.index("通知") + 2
    assert sum(last - first for first, last in positions.ranges(start, end)) >= end - start


@pytest.mark.usefixtures("qapp")
def test_the_mark_of_an_attachment_stands_on_a_line_of_its_own():
    made = of_blocks(Block("part_title", "附件1： 领导小组名单", (1, 3)))
    setter = typeset(made, Look())
    mark = setter.document.begin()
    assert mark.text().strip() == "附件1："
    assert mark.blockFormat().alignment() == Qt.AlignmentFlag.AlignLeft
    assert mark.next().text() == "领导小组名单"
    assert mark.next().blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter
    offset = made.text.index("领导")
    assert setter.document.characterAt(setter.positions.position(offset)) == "领"


@pytest.mark.parametrize("measure", range(14, 40))
def test_no_line_of_a_title_is_wider_than_the_page(measure: int):
    """Digits of a bold face are wider than half a character."""
    title = "霁川市人民政府办公室 关于印发霁川市城乡融合发展 2020 年行动计划（2020—2023年）的通知"
    document = page_of(of_blocks(Block("title", title, (1, 1))), Look(measure=measure))
    block = document.begin()
    assert block.layout().lineCount() == block.text().count("\u2028") + 1
