"""The sheet of an official document: A4, its margins, its grid, the page number outside."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section, _Footer  # pyright: ignore[reportPrivateUsage] - its only name
from docx.shared import Mm, Pt

from storage.export import docx_xml

TYPE_WIDTH = 156
"""The width of the type area in millimetres: 28 characters of 三号."""

_WORD_2013 = "15"


def set_up_page(document: Document) -> None:
    """Give the document's one section paper, margins, 22 lines of 28 characters, page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    # The number's line stands 7 mm below the type area.
    section.header_distance, section.footer_distance = Mm(15), Mm(25)
    _set_grid(section)
    document.settings.odd_and_even_pages_header_footer = True
    _number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
    _set_compatibility(document)


def _set_grid(section: Section) -> None:
    """Lines of 28 points. A grid of characters too is drawn differently by each program."""
    properties = section._sectPr  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    docx_xml.remove(properties, "w:docGrid")
    docx_xml.append(properties, '<w:docGrid w:type="lines" w:linePitch="560"/>')


def _number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    """— 1 —, one character away from the outer edge."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = "footer"
    paragraph.alignment = side
    if side is WD_ALIGN_PARAGRAPH.RIGHT:
        paragraph.paragraph_format.right_indent = Pt(14)
    else:
        paragraph.paragraph_format.left_indent = Pt(14)
    paragraph.add_run("— ")
    docx_xml.append(
        paragraph._p,  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    )
    paragraph.add_run(" —")


def _set_compatibility(document: Document) -> None:
    """Ask for today's layout rules, or Word opens the file in its compatibility mode."""
    settings = document.settings.element
    mode = ("w:name", "compatibilityMode")
    docx_xml.change(settings, "w:compatSetting", "w:val", _WORD_2013, mode)
    docx_xml.change(settings, "w:themeFontLang", "w:eastAsia", "zh-CN")
