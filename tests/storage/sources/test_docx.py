"""DOCX: numbers as Word shows them, tracked changes, tables, boxes, notes, hostile files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.parse import parse_source
from storage.sources import read_source
from storage.sources.docx.number_forms import written
from storage.types import SourceText
from tests.formats.docx_file import write_sample_docx
from tests.formats.sample import ISSUE
from tests.formats.scores import sample_scores

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WIDE, DOWN = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make(tmp_path: Path, body: str, **parts: str) -> Path:
    """A DOCX file of a body's XML and, by name, other parts (styles, numbering, footnotes)."""
    path = tmp_path / "文件.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        links = "".join(
            f'<Relationship Id="r{at}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
            for at, name in enumerate(parts)
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{xml}</w:{name}>")
    return path


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, num: int = 1, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def shown(source: SourceText) -> list[str]:
    return [line for line in source.lines if line]


def level(at: int, form: str, text: str, suffix: str = "nothing") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1">'
    + level(0, "chineseCountingThousand", "第%1章", "space")
    + level(1, "decimal", "%1.%2", "tab").replace("<w:suff", "<w:isLgl/><w:suff")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    + '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def test_the_sample_as_docx_is_read_like_its_text(tmp_path: Path):
    text = parse_source(read_source(ISSUE))
    source = read_source(write_sample_docx(tmp_path / "公报.docx"))
    figures, misses = sample_scores(parse_source(source), text)
    expected, _ = sample_scores(text, text)
    worse = {key: figures[key] for key in figures if figures[key] < expected[key] - 0.02}
    assert worse == {}, misses
    assert "删去的字" not in "".join(source.lines)


def test_numbers_are_counted_as_word_counts(tmp_path: Path):
    body = item("总则") + item("甲", level=1) + item("细", level=2) + item("乙", level=1)
    body += item("重点") + item("丙", level=1) + item("别处", num=2) + item("再", num=2)
    body += item("总则", num=3) + item("目的", num=3, level=1) + item("末章", num=3)
    body += item("没有", num=0) + item("没有", num=77)
    assert shown(read_source(make(tmp_path, body, numbering=NUMBERING))) == [
        "一、总则", "（一）甲", "1.细", "（二）乙", "二、重点", "（一）丙", "一、别处", "二、再",
        "第一章 总则", "1.1 目的", "第二章 末章", "没有", "没有",
    ]  # fmt: skip


def test_a_style_gives_its_paragraphs_numbers_and_looks(tmp_path: Path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("某市人民政府", '<w:pStyle w:val="a"/>') + p("关于某事的通知", '<w:pStyle w:val="a"/>')
    source = read_source(
        make(
            tmp_path, body + p("总则", '<w:pStyle w:val="b"/>'), styles=styles, numbering=NUMBERING
        )
    )
    assert source.lines == ("某市人民政府", "关于某事的通知", "", "一、总则")
    hint = source.hints[0]
    assert hint is not None
    assert (hint.bold, hint.size, hint.centred) == (True, 22.0, True)


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("chineseCounting", 10, "十"), ("chineseCounting", 11, "十一"),
        ("chineseCounting", 115, "一百一十五"), ("chineseCounting", 103, "一百零三"),
        ("chineseLegalSimplified", 12, "壹拾贰"), ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircleChinese", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"),
        ("ideographTraditional", 3, "丙"), ("upperLetter", 27, "AA"), ("lowerRoman", 14, "xiv"),
        ("decimalFullWidth", 12, "１２"), ("decimalZero", 7, "07"), ("unknown", 5, "5"),
    ],
)  # fmt: skip
def test_forms_of_numbers(form: str, number: int, text: str):
    assert written(number, form) == text


def test_tracked_changes_are_taken_as_accepted(tmp_path: Path):
    body = (
        "<w:p><w:r><w:t>原文</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>"
        + p("前半", "<w:rPr><w:del/></w:rPr>")
        + p("后半")
    )
    assert shown(read_source(make(tmp_path, body))) == ["原文新移来", "前半后半"]


def test_tables_have_their_cells_and_merged_ones_are_empty(tmp_path: Path):
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    table = (
        f"<w:tbl><w:tr>{cell('序号')}{cell('任务', WIDE)}</w:tr>"
        f"<w:tr>{cell('1', DOWN)}{cell('甲')}{cell('乙')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('丙')}{cell('丁')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删')}{cell('去')}</w:tr></w:tbl>"
    )
    framed = f"<w:tbl><w:tr><w:tc>{p('框中一段')}{p('框中二段')}</w:tc></w:tr></w:tbl>"
    source = read_source(make(tmp_path, table + framed))
    assert [hint.cells for hint in source.hints if hint and hint.cells] == [
        ("序号", "任务", ""),
        ("1", "甲", "乙"),
        ("", "丙", "丁"),
    ]
    assert shown(source)[3:] == ["框中一段", "框中二段"]


def test_boxes_notes_breaks_fields_and_hidden_text(tmp_path: Path):
    body = (
        '<w:p><w:r><w:t>见注</w:t><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"
        f"<w:p><w:r><w:pict><w:txbxContent>{p('框里的字')}</w:txbxContent></w:pict></w:r></w:p>"
        "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下PM</w:t></w:r><w:r><w:rPr>"
        '<w:vertAlign w:val="subscript"/></w:rPr><w:t>2.5</w:t></w:r></w:p>'
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>域</w:t></w:r></w:p>"
        + p("某办法\t12")
        .replace("<w:pPr>", '<w:pPr><w:tabs><w:tab w:leader="dot"/></w:tabs>')
        .replace("某办法\t12</w:t>", "某办法</w:t><w:tab/><w:t>12</w:t>")
    )
    notes = f'<w:footnote w:type="separator" w:id="0">{p("线")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{p("注文")}</w:footnote>'
    assert shown(read_source(make(tmp_path, body, footnotes=notes))) == [
        "见注[注1]", "框里的字", "上", "下PM<sub>2.5</sub>", "域", "某办法……12", "[注1] 注文",
    ]  # fmt: skip


def test_frames_within_frames_lose_no_text(tmp_path: Path):
    table = "<w:tbl><w:tr><w:tc>" * 30 + p("框中字") + "</w:tc></w:tr></w:tbl>" * 30
    assert shown(read_source(make(tmp_path, table))) == ["框中字"]


def test_running_heads_are_furniture(tmp_path: Path):
    path = make(tmp_path, p("正文"), header=p("某市人民政府公报 2024年第2期"), footer=p("- 1 -"))
    source = read_source(path)
    assert source.lines == ("某市人民政府公报 2024年第2期", "", "正文")
    assert source.hints[0] is not None
    assert source.hints[0].furniture == "running head"


@pytest.mark.parametrize(
    ("xml", "key"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>', "source-unsafe"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "source-unsafe"),
        ("<a>" * 1000 + "</a>" * 1000, "source-unsafe"),
        ("<w:document", "source-damaged"),
        ("<x/>", "source-damaged"),
    ],
)
def test_hostile_and_broken_parts_are_refused(tmp_path: Path, xml: str, key: str):
    path = tmp_path / "坏.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml)
    with pytest.raises(UserFault) as caught:
        read_source(path)
    assert caught.value.key == key
