"""What a page looks like: nothing lost, each kind in its place, long tables cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextTable

from desktop.reading.columns import measure_columns
from desktop.reading.document import typeset
from desktop.reading.holding import JOINER
from desktop.reading.look import Look
from desktop.reading.tables import wanted_measure
from storage.text import squeeze
from storage.types import Block, Span
from tests.desktop.page_lines import lines_of, page_of
from tests.desktop.pages import of_blocks, table
from tests.factories import notice

pytestmark = pytest.mark.usefixtures("qapp")


def block_with(document: QTextDocument, words: str) -> QTextBlock:
    block = document.begin()
    while block.isValid():
        if words in block.text():
            return block
        block = block.next()
    raise AssertionError(f"not on the page: {words}")


def tables_of(document: QTextDocument) -> list[QTextTable]:
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def test_every_character_of_the_notice_is_on_the_page():
    made = notice()
    shown = typeset(made, Look()).document.toPlainText().replace(JOINER, "")
    assert squeeze(shown) == squeeze(made.text)


def test_paragraphs_begin_two_characters_in_and_titles_stand_in_the_middle():
    made = notice()
    look = Look()
    document = typeset(made, look).document
    paragraph = block_with(document, "市工业和信息化局").blockFormat()
    assert paragraph.textIndent() == pytest.approx(2 * look.em(), abs=1)
    title = block_with(document, made.title).blockFormat()
    assert title.alignment() == Qt.AlignmentFlag.AlignHCenter
    signature = block_with(document, "云州市人民政府")
    while signature.next().isValid():
        signature = signature.next()
    assert signature.blockFormat().alignment() == Qt.AlignmentFlag.AlignRight


def test_a_table_is_a_table_with_a_head():
    made = notice()
    setter = typeset(made, Look())
    (found,) = tables_of(setter.document)
    assert (found.rows(), found.columns()) == (2, 3)
    assert found.cellAt(0, 0).format().background().color().alpha() > 0
    assert found.cellAt(1, 1).firstCursorPosition().block().text() == "市财政局"


def test_a_form_has_no_head_and_its_empty_cells_keep_their_room():
    block = table(("企业名称", "", "电话", ""), ("地址", "", "邮箱", ""))
    setter = typeset(of_blocks(block), Look())
    (found,) = tables_of(setter.document)
    assert found.cellAt(0, 1).format().background().style() == Qt.BrushStyle.NoBrush
    columns = measure_columns(block.rows, 28)
    assert min(columns.shares) > 10


def test_a_caption_within_a_table_stands_over_all_columns():
    block = table(
        ("序号", "任务", "单位"),
        ("一、加快基础设施建设", "", ""),
        ("1", "充电桩", "市发改委"),
        ("备注", "", ""),
    )
    made = of_blocks(block)
    setter = typeset(made, Look())
    (found,) = tables_of(setter.document)
    assert found.cellAt(1, 0).columnSpan() == 3
    assert found.cellAt(3, 0).columnSpan() == 1
    for words in ("加快", "充电桩", "备注"):
        offset = made.text.index(words)
        assert setter.document.characterAt(setter.positions.position(offset)) == words[0]


def test_rows_without_a_word_are_not_shown():
    block = table(("", ""), ("甲", "乙"))
    setter = typeset(of_blocks(block), Look())
    (found,) = tables_of(setter.document)
    assert found.rows() == 1


def test_a_table_whose_cells_do_not_stand_in_its_text_is_shown_as_text():
    block = Block("table", "甲 乙", (1, 1), rows=(("甲", "丙"),))
    document = typeset(of_blocks(block), Look()).document
    assert tables_of(document) == []
    assert "甲 乙" in document.toPlainText()


def test_long_tables_are_cut_so_that_no_part_is_laid_out_long():
    rows = [("序号", "事项", "单位"), *((str(at), f"事项{at}", "市某局") for at in range(300))]
    made = of_blocks(table(*rows))
    setter = typeset(made, Look())
    found = tables_of(setter.document)
    assert max(one.rows() for one in found) <= 40
    assert sum(one.rows() for one in found) == 301
    assert squeeze(setter.document.toPlainText()) == squeeze(made.text)


def test_sub_and_superscripts_stand_low_and_high():
    block = Block("paragraph", "PM2.5和m3", (1, 1), spans=(Span(2, 5, "sub"), Span(7, 8, "sup")))
    document = typeset(of_blocks(block), Look()).document
    formats = {}
    for run in document.begin():
        formats[run.fragment().text()] = run.fragment().charFormat().verticalAlignment()
    kind = QTextCharFormat.VerticalAlignment
    assert formats["2.5"] == kind.AlignSubScript
    assert formats["3"] == kind.AlignSuperScript


def test_article_numbers_are_bold():
    block = Block("paragraph", "第十七条　市人民政府应当公布。", (1, 1))
    document = typeset(of_blocks(block), Look()).document
    fragments = [(run.fragment().text(), run.fragment().charFormat()) for run in document.begin()]
    assert [(text, found.fontWeight()) for text, found in fragments] == [
        ("第十七条", 700),
        ("　市人民政府应当公布。", 400),
    ]


@pytest.mark.parametrize("sign", list("\r\u2029\ufdd0\ufffc\0\n"))
def test_qt_own_signs_make_no_paragraph(sign: str):
    text = f"甲{sign}乙"
    document = typeset(of_blocks(Block("paragraph", text, (1, 1))), Look()).document
    assert document.blockCount() == 1
    assert document.characterCount() == len(text) + 1


def test_no_blocks_no_trouble():
    assert typeset(of_blocks(), Look()).document.toPlainText() == ""


def test_the_measure_is_as_many_characters_as_asked():
    look = Look(measure=28)
    assert look.text_width() == pytest.approx(28 * look.em(), abs=3)
    assert Look(measure=0).text_width() == 0


def test_a_wide_table_takes_the_room_that_the_window_has_and_the_text_keeps_its_measure():
    heads = tuple(f"第{at}项考核指标名称" for at in range(10))
    rows = (heads, tuple("市政务服务管理局" for _ in range(10)))
    made = of_blocks(Block("paragraph", "某" * 60, (1, 1)), table(*rows))
    wanted = wanted_measure(made.blocks)
    assert wanted > 40
    look = Look(size=12)
    narrow = look.fitting(round(28.5 * look.em()), wanted)
    wide = look.fitting(round(60 * look.em()), wanted)
    assert (narrow.measure, narrow.aside) == (28, 0)
    assert wide.measure == 28
    assert wide.measure + wide.aside == pytest.approx(60, abs=1)
    first, *_ = lines_of(made, wide)
    assert first.right - first.left == pytest.approx(26, abs=0.1)  # two characters in
    assert first.left == pytest.approx(wide.aside / 2 + 2, abs=0.1)
    document = page_of(made, wide)
    (found,) = tables_of(document)
    assert document.documentLayout().frameBoundingRect(found).width() > 55 * look.em()
    assert found.format().leftMargin() == pytest.approx(0, abs=1)


def test_other_tables_stay_in_the_measure_of_the_text():
    made = of_blocks(table(("序号", "事项", "单位"), ("1", "充电桩", "市能源局")))
    look = replace(Look(size=12), aside=20.0)
    document = page_of(made, look)
    (found,) = tables_of(document)
    assert found.format().leftMargin() == pytest.approx(10 * look.em(), abs=1)
    assert found.format().rightMargin() == pytest.approx(10 * look.em(), abs=1)
