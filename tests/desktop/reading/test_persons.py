"""Lists of persons: roles, names and posts in columns."""

from __future__ import annotations

import pytest

from desktop.reading.look import Look
from storage.types import Block
from tests.desktop.page_lines import lines_of, page_of, tables_on
from tests.desktop.pages import of_blocks, table

pytestmark = pytest.mark.usefixtures("qapp")

LINES = (
    "组 长：刘 某 市长",
    "副组长：郭某文 市委常委、常务副市长",
    "成 员：张某君 市政协副主席、市文化和旅游局局长、市广播电视台台长、市融媒体中心主任",
    "王 某 市政府秘书长",
    "韩某来 市政府督查专员（挂职）",
)


def persons(*lines: str) -> list[Block]:
    return [Block("paragraph", line, (1, 1)) for line in lines]


def columns(*lines: str, look: Look | None = None) -> list[tuple[str, ...]]:
    """Each line's words by column, tabs taken as the parting."""
    return [tuple(line.text.split("\t")) for line in lines_of(of_blocks(*persons(*lines)), look)]


def test_roles_names_and_posts_are_parted():
    found = columns(*LINES)
    assert found[0] == ("组　长：", "刘　某", "市长")
    assert found[1] == ("副组长：", "郭某文", "市委常委、常务副市长")
    assert found[-2] == ("", "王　某", "市政府秘书长")


@pytest.mark.parametrize("size", [14, 16, 28])
def test_posts_begin_below_each_other_also_where_they_are_wrapped(size: float):
    look = Look(size=size)
    document = page_of(of_blocks(*persons(*LINES)), look)
    starts: set[int] = set()
    block = document.begin()
    while block.isValid():
        layout, text = block.layout(), block.text()
        first = layout.lineAt(0)
        starts.add(round(first.cursorToX(text.rindex("\t") + 1)[0]))
        starts |= {round(layout.lineAt(at).x()) for at in range(1, layout.lineCount())}
        block = block.next()
    assert max(starts) - min(starts) <= 1


def test_a_selection_on_the_page_is_the_notices_text():
    from desktop.reading.document import typeset

    made = of_blocks(*persons(*LINES))
    positions = typeset(made, Look()).positions
    for at in range(len(made.text)):
        assert positions.offset(positions.position(at)) == at


def test_paragraphs_that_begin_like_a_name_are_no_list():
    lines = ("霁川市 要加强组织领导，落实工作责任。", "各部门 要按照职责分工抓好落实。")
    assert all(len(found) == 1 for found in columns(*lines))


def test_a_table_of_persons_has_no_rules_and_no_head():
    rows = (
        ("组 长：", "黄某", "市长"),
        ("副组长：", "王某才", "副市长"),
        ("", "孙某恩", "市商务局局长"),
    )
    document = page_of(of_blocks(table(*rows)))
    (found,) = tables_on(document)
    assert found.format().border() == 0
    assert found.cellAt(0, 0).format().background().color().alpha() in (0, 255)
    assert found.cellAt(0, 0).firstCursorPosition().block().text() == "组　长："
