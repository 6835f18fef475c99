"""Where lines break: the signs that must not begin or end one, numbers and dates kept whole."""

from __future__ import annotations

import re

import pytest

from desktop.reading.holding import JOINER, held, joined
from desktop.reading.look import Look
from storage.types import Block
from tests.desktop.page_lines import lines_of, page_of
from tests.desktop.pages import of_blocks

pytestmark = pytest.mark.usefixtures("qapp")

NO_START = "、，。；：！？）》」』】〕”’％…—～"
NO_END = "《（“‘「『【〔"
TEXT = (
    "根据《霁川市推进数字政府建设实施方案（2021—2023年）》（霁政办发〔2021〕35号）、"
    "“双随机、一公开”监管的要求——包括：（一）每年6月1日前报送……；（二）“一网通办”率达到98.5%以上，"
    "按照“谁审批、谁监管，谁主管、谁监管”的原则（详见第3期、第12期通报），于5—7月完成；"
    "《霁川市人民政府办公室关于印发〈重点工作任务分解〉的通知》（霁政办发〔2020〕123号）同时废止。"
)


def paragraph(text: str) -> Block:
    return Block("paragraph", text, (1, 1))


@pytest.mark.parametrize("shift", range(28))
def test_no_line_begins_or_ends_with_a_sign_that_must_not(shift: int):
    lines = [line.text for line in lines_of(of_blocks(paragraph("某" * shift + TEXT)))]
    assert len(lines) > 4
    for line in lines:
        assert line[0] not in NO_START or line.startswith("——"), line
        assert line[-1] not in NO_END, line
    for before, after in zip(lines, lines[1:], strict=False):
        assert not (before[-1].isdigit() and after[0].isdigit()), (before, after)
        assert not (before[-1].isdigit() and after[0] in "年月日号期"), (before, after)
        assert before[-1] != "第" or not after[0].isdigit(), (before, after)


@pytest.mark.parametrize("shift", range(0, 28, 3))
@pytest.mark.parametrize("measure", [16, 22, 40])
def test_also_in_other_measures(shift: int, measure: int):
    for line in lines_of(of_blocks(paragraph("某" * shift + TEXT)), Look(measure=measure)):
        assert line.text[0] not in NO_START or line.text.startswith("——"), line
        assert line.text[-1] not in NO_END, line


def test_a_number_is_broken_only_where_the_line_would_gape():
    broken = 0
    for shift in range(40):
        lines = lines_of(of_blocks(paragraph("某" * shift + TEXT)))
        texts = [line.text for line in lines]
        for line, after in zip(lines, texts[1:], strict=False):
            if re.search(r"〔\d{4}〕$", line.text) and re.match(r"\d+号", after):
                broken += 1
            assert not re.search(r"〔\d*$", line.text)
    # Of all 80 numbers near a line's end few are broken, and none before 号.
    assert broken <= 8


def test_a_gap_at_a_lines_end_is_never_wider_than_the_year_of_a_number():
    for shift in range(40):
        lines = lines_of(of_blocks(paragraph("某" * shift + TEXT)))
        for line, after in zip(lines, lines[1:], strict=False):
            if after.text.startswith("〔"):
                assert line.right >= 28 - 4.3, (line, after)


def test_the_joiners_stand_on_the_page_alone():
    made = of_blocks(paragraph(TEXT))
    document = page_of(made)
    assert JOINER in document.toPlainText()
    assert document.toPlainText().replace(JOINER, "") == TEXT
    assert JOINER not in made.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("〔2020〕35号", "〔2020〕|35|号"),
        ("〔2023〕76 号", "〔2023〕|76 |号"),
        ("2020年5月", "2020|年5|月"),
        ("第3期", "第|3|期"),
        ("5月—7月", "5|月|—7|月"),
        ("说明——正文", "说明——正文"),
        ("普及率 ，达到", "普及率 |，达到"),
        ("没有数字", "没有数字"),
    ],
)
def test_where_joiners_go(text: str, shown: str):
    assert joined(text, held(text)).replace(JOINER, "|") == shown


def test_a_long_address_is_broken_rather_than_cut_off():
    address = "https://www.example.gov.cn/" + "zwgk" * 40
    look = Look()
    for line in lines_of(of_blocks(paragraph(f"见{address}。")), look):
        assert line.right <= 28.2
