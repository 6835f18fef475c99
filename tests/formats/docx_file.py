"""The sample as a Word file: real styles, automatic numbering, real tables, notes of changes."""

from __future__ import annotations

import re
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from storage.text import chinese_number
from tests.formats.sample import Item, sample_items

ALIGN = {"title": "CENTER", "number": "CENTER", "chapter": "CENTER", "cover": "CENTER"}
# The levels of the automatic list: 一、 （一） 1.
LEVELS = (
    (re.compile(r"^([一二三四五六七八九十]+)、"), "chineseCounting", "%1、"),
    (re.compile(r"^（([一二三四五六七八九十]+)）"), "chineseCounting", "（%2）"),
    (re.compile(r"^(\d{1,2})\.(?!\d)"), "decimal", "%3."),
)
ARTICLE = re.compile(r"^第([一二三四五六七八九十]+)条 ")


class Lists:
    """Gives paragraphs a number by a list where Word would count the same number."""

    def __init__(self, document) -> None:
        self.root = document.part.numbering_part.element
        self.counts = [0, 0, 0]
        self.articles = 0
        self.nums = 100
        self.used: dict[int, int] = {}
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
            for at, (_, form, text) in enumerate(LEVELS)
        )
        article = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
            '<w:suff w:val="space"/><w:lvlText w:val="第%1条"/></w:lvl>'
        )
        for key, inner in ((90, levels), (91, article)):
            xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{inner}</w:abstractNum>'
            self.root.insert(0, parse_xml(xml))

    def strip(self, paragraph, text: str) -> str:
        """Number the paragraph by a list where that gives its number; the text that is left."""
        found = ARTICLE.match(text)
        if found:
            count = chinese_number(found.group(1))
            if count == 1 or count == self.articles + 1:
                self._use(paragraph, 91, 0, new=count == 1)
                self.articles = count
                return text[found.end() :]
        for level, (pattern, _, _) in enumerate(LEVELS):
            found = pattern.match(text)
            if found:
                count = chinese_number(found.group(1))
                if level == 0 and count == 1:
                    self._use(paragraph, 90, 0, new=True)
                    self.counts = [1, 0, 0]
                elif count == self.counts[level] + 1 and (level == 0 or self.counts[0]):
                    self._use(paragraph, 90, level, new=False)
                    self.counts = [*self.counts[:level], count, *[0] * (2 - level)]
                else:
                    return text
                return text[found.end() :]
        return text

    def _use(self, paragraph, abstract: int, level: int, *, new: bool) -> None:
        if new:
            self.nums += 1
            self.used[abstract] = self.nums
            override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            self.root.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{self.nums}">'
                    f'<w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
                )
            )
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                f'<w:numId w:val="{self.used[abstract]}"/></w:numPr>'
            )
        )


def write_sample_docx(path: Path, *, changes: bool = True, automatic: bool = True) -> Path:
    """Write the sample issue as a DOCX file.

    LibreOffice counts `automatic` numbers wrongly when it writes DOC, or where a change is tracked.
    """
    document = Document()
    document.sections[0].header.paragraphs[0].text = "霁川市人民政府公报　2024年第2期"
    lists = Lists(document) if automatic else None
    for item in sample_items():
        if item.kind == "table":
            _table(document, item)
        elif item.kind == "entry":
            document.add_paragraph("".join(item.lines))
        else:
            for line in item.lines:
                _paragraph(document, lists, item, line)
    if changes:
        _add_changes(document)
    document.save(str(path))
    return path


def _paragraph(document, lists: Lists | None, item: Item, line: str) -> None:
    paragraph = document.add_paragraph()
    text = lists.strip(paragraph, line) if lists and item.kind == "paragraph" else line
    run = paragraph.add_run(text)
    if item.kind in ALIGN:
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, ALIGN[item.kind])
    if item.kind == "title":
        run.bold, run.font.size = True, Pt(22)
    elif item.kind == "signature":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif item.kind == "paragraph":
        paragraph.paragraph_format.first_line_indent = Pt(32)


def _table(document, item: Item) -> None:
    table = document.add_table(len(item.rows), len(item.rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, item.rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _add_changes(document) -> None:
    """Track a change in the first long paragraph: a piece inserted, another deleted."""
    body = document.element.body
    for paragraph in body.iter(qn("w:p")):
        runs = paragraph.findall(qn("w:r"))
        if len(runs) == 1 and len(runs[0].text or "") > 80:
            inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="甲"/>')
            deleted = parse_xml(
                f'<w:del {nsdecls("w")} w:id="2" w:author="甲"><w:r>'
                "<w:delText>删去的字</w:delText></w:r></w:del>"
            )
            paragraph.replace(runs[0], inserted)
            inserted.append(runs[0])
            inserted.addprevious(deleted)
            return
