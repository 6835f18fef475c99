"""Lines of the list of attachments lead to the printed parts, and back."""

from __future__ import annotations

import pytest

from desktop.reading.document import typeset
from desktop.reading.look import Look
from desktop.reading.part_links import part_links
from storage.types import Block
from tests.desktop.page_lines import page_of
from tests.desktop.pages import of_blocks


def block(kind: str, text: str) -> Block:
    return Block(kind, text, (1, 1))


def links(*blocks: Block) -> set[tuple[int, int]]:
    return {(link.block, link.target) for link in part_links(blocks)}


LISTED = (
    block("attachments", "附件：1.重点任务分解表"),
    block("attachments", "2.成员单位名单（略）"),
    block("attachments", "3.申报流程图"),
    block("date", "2023年5月18日"),
)


def test_by_name_by_number_and_nothing_for_what_is_not_printed():
    found = links(
        *LISTED,
        block("part_title", "附件1： 重点任务分解表"),
        block("part_title", "附件3 项目申报示意"),
    )
    assert found == {(0, 4), (4, 0), (2, 5), (5, 2)}


def test_a_title_that_differs_a_little_and_has_no_mark():
    found = part_links(
        [
            block("attachments", "附件：霁川市商业综合体项目奖励资金申报流程"),
            block("part_title", "霁川市商业综合体 奖励资金申报流程"),
        ]
    )
    assert [(link.block, link.target, link.is_shown) for link in found] == [
        (0, 1, True),
        (1, 0, False),
    ]


def test_the_plan_above_the_list_is_not_its_attachment():
    assert not links(
        block("part_title", "霁川市数智新城建设行动方案"),
        block("attachments", "附件：霁川市数智新城建设行动方案任务清单"),
    )


def test_a_mark_on_a_line_of_its_own_counts_for_the_title_beside_it():
    found = links(
        block("attachments", "附件：1.甲项目一览"),
        block("attachments", "2.乙项目一览"),
        block("part_title", "铁路专用线建设进展"),
        block("other", "附件2"),
    )
    assert found == {(1, 2), (2, 1)}


@pytest.mark.usefixtures("qapp")
def test_on_the_page_the_words_lead_to_the_offset_of_the_part():
    made = of_blocks(*LISTED, block("part_title", "附件1： 重点任务分解表"))
    document = page_of(made)
    line, mark = document.begin(), document.begin()
    while not mark.text().startswith("附件1"):
        mark = mark.next()
    target = made.text.index("附件1：")
    shown = next(iter(line)).fragment().charFormat()
    assert shown.anchorHref() == f"#{target}"
    assert shown.foreground().color().name() == Look().theme.accent
    assert next(iter(mark)).fragment().charFormat().anchorHref() == "#0"
    title = mark.next()
    assert not next(iter(title)).fragment().charFormat().isAnchor()


@pytest.mark.usefixtures("qapp")
def test_links_change_no_position():
    made = of_blocks(*LISTED, block("part_title", "附件1： 重点任务分解表"))
    positions = typeset(made, Look()).positions
    for offset, sign in enumerate(made.text):
        if sign != "\n":
            assert positions.offset(positions.position(offset)) == offset
