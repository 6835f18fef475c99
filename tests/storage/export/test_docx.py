"""The Word document, read back and checked against GB/T 9704—2012."""

from __future__ import annotations

import datetime
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from storage.export import write_excerpts
from tests.storage.export.samples import TEMPLATES, excerpt

MOMENT = datetime.datetime(2026, 11, 23, 8, 0)


def export(folder, *excerpts, heading="摘录"):
    target = folder / "out.docx"
    write_excerpts(excerpts, target, "docx", heading, TEMPLATES, moment=MOMENT)
    return Document(str(target))


@pytest.fixture
def document(tmp_path):
    first = excerpt("充电桩建设。\n单位\t时限\n甲局\t6月", note="记住\n时限", bold=((0, 3),))
    return export(tmp_path, first, excerpt("第二段", "two", style="green"))


def texts(document) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_says_all_in_order(document):
    source = (
        "发文字号：云政办发〔2023〕12号；发文机关：云州市人民政府办公室；成文日期：2023年5月6日；"
        "刊载：《云州市人民政府公报》2023年第4期（总第58期）。"
    )
    assert texts(document) == [
        ("Title", "摘录"),
        ("Subtitle", "共 2 段摘录，出自 2 件文件"),
        ("Subtitle", "导出日期：2026年11月23日"),
        ("Heading 1", "一、云州市人民政府办公室关于one的通知"),
        ("出处", source),
        ("Heading 2", "（一）第二章 规划 / 第三条"),
        ("摘录", "充电桩建设。"),
        ("标注", "【标注：黄色】"),
        ("批注", "批注：记住"),
        ("批注", "时限"),
        ("Heading 1", "二、云州市人民政府办公室关于two的通知"),
        ("出处", source),
        ("Heading 2", "（一）第二章 规划 / 第三条"),
        ("摘录", "第二段"),
        ("标注", "【标注：绿色】"),
    ]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["单位", "时限"],
        ["甲局", "6月"],
    ]


def test_table_fills_the_type_area_and_gives_long_cells_more_room(tmp_path):
    (table,) = export(tmp_path, excerpt(f"序号\t内容\n1\t{'长' * 200}")).tables
    narrow, wide = (column.width / Mm(1) for column in table.columns)
    assert round(narrow + wide) == 156
    assert 15 < narrow < wide / 4


def test_what_was_found_is_bold(document):
    (passage,) = [one for one in document.paragraphs if one.text == "充电桩建设。"]
    assert [(run.text, run.style.name) for run in passage.runs] == [
        ("充电桩", "Strong"),
        ("建设。", "Default Paragraph Font"),
    ]
    assert document.styles["Strong"].font.bold


def test_paper_and_margins_of_the_standard(document):
    section = document.sections[0]
    sizes = [section.page_width, section.page_height, section.top_margin, section.bottom_margin]
    sizes += [section.left_margin, section.right_margin]
    # Word keeps twentieths of a point: a hundredth of a millimetre may be lost.
    wanted = [210, 297, 37, 35, 28, 26]
    assert [round(size / Mm(1), 1) for size in sizes] == wanted


@pytest.mark.parametrize(
    ("style", "font", "size", "line"),
    [
        ("Title", "方正小标宋简体", 22, 33),
        ("Subtitle", "楷体_GB2312", 16, 28),
        ("Heading 1", "黑体", 16, 28),
        ("Heading 2", "楷体_GB2312", 16, 28),
        ("出处", "楷体_GB2312", 16, 28),
        ("摘录", "仿宋_GB2312", 16, 28),
        ("批注", "楷体_GB2312", 16, 28),
        ("Footer", "宋体", 14, 28),
    ],
)
def test_fonts_and_lines_of_the_standard(document, style, font, size, line):
    found = document.styles[style]
    fonts = found.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == font
    latin = "宋体" if style == "Footer" else "Times New Roman"
    assert fonts.get(qn("w:ascii")) == latin
    assert not [name for name in fonts.attrib if name.endswith("Theme")]
    assert found.font.size.pt == size
    assert found.paragraph_format.line_spacing.pt == line


def test_text_is_indented_by_two_characters(document):
    indent = document.styles["摘录"].element.pPr.ind
    assert indent.get(qn("w:firstLineChars")) == "200"


def test_headings_make_an_outline(document):
    levels = [
        document.styles[name].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for name in ("Heading 1", "Heading 2")
    ]
    assert levels == ["0", "1"]


def test_page_number_stands_outside(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "RIGHT"), (section.even_page_footer, "LEFT")):
        (paragraph,) = footer.paragraphs
        assert paragraph.alignment.name == side
        shown = "".join(node.text for node in paragraph._p.iter(qn("w:t")))
        assert shown == "— 1 —"
        field = paragraph._p.find(qn("w:fldSimple"))
        assert field.get(qn("w:instr")).strip() == "PAGE"


def test_package_holds_our_fonts_and_nothing_foreign(tmp_path, document):
    with zipfile.ZipFile(tmp_path / "out.docx") as package:
        names = package.namelist()
        fonts = package.read("word/fontTable.xml").decode()
        core = package.read("docProps/core.xml").decode()
        settings_xml = package.read("word/settings.xml").decode()
    assert not [name for name in names if "thumbnail" in name or "WithEffects" in name]
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong' in fonts
    assert "python-docx" not in core
    assert "摘录" in core
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings_xml)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some.text(max_size=60), some.text(max_size=30), some.text(max_size=300))
def test_any_text_can_be_written_and_read_back(tmp_path, passage, note, heading):
    document = export(tmp_path, excerpt(passage, note=note, path=note), heading=heading)
    assert document.paragraphs[0].style.name == "Title"


def test_control_characters_cost_nothing_else(tmp_path):
    document = export(tmp_path, excerpt("甲\x00乙\ud800丙\ufffe丁\x0b戊"))
    assert ("摘录", "甲乙\ufffd丙丁 戊") in texts(document)
