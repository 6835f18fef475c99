"""A Word document in the form of GB/T 9704—2012."""

from __future__ import annotations

import datetime
import io

from docx import Document as new_document
from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph as DocxParagraph

from storage.export import docx_xml
from storage.export.digest import Digest, Passage, Source
from storage.export.docx_page import TYPE_WIDTH, set_up_page
from storage.export.docx_styles import set_up_fonts, set_up_styles
from storage.export.labels import Labels
from storage.export.passage import Cell, Paragraph, Table

# Characters that a table's column counts with at least and at most.
_LEAST, _MOST = 3, 20


def render(digest: Digest, labels: Labels, moment: datetime.datetime) -> bytes:
    """The whole document as bytes; `moment` is the time noted in its properties."""
    document = new_document()
    set_up_styles(document)
    set_up_fonts(document)
    set_up_page(document)
    _set_properties(document, digest.heading, moment)
    _add(document, "Title", digest.heading)
    _add(document, "Subtitle", digest.count)
    _add(document, "Subtitle", digest.exported)
    for source in digest.sources:
        _add_source(document, source, labels)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _set_properties(document: Document, heading: str, moment: datetime.datetime) -> None:
    properties = document.core_properties
    # Word's own limit; python-docx refuses more.
    properties.title = heading[:255]
    properties.author = ""
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = moment
    package = document.part.package
    for key, relationship in list(package.rels.items()) if package else []:
        if package and relationship.reltype.endswith("/thumbnail"):  # of python-docx's empty page
            del package.rels[key]


def _add_source(document: Document, source: Source, labels: Labels) -> None:
    _add(document, "heading 1", f"{source.ordinal}、{source.title}")
    _add(document, "出处", "；".join(f"{label}：{value}" for label, value in source.facts) + "。")
    for passage in source.passages:
        _add_passage(document, passage, labels)


def _add_passage(document: Document, passage: Passage, labels: Labels) -> None:
    _add(document, "heading 2", f"（{passage.ordinal}）{passage.path}")
    for piece in passage.pieces:
        if isinstance(piece, Paragraph):
            _add_runs(document.add_paragraph(style="摘录"), piece.runs)
        else:
            _add_table(document, piece)
    if passage.label:
        _add(document, "标注", f"【{passage.label}】")
    for place, line in enumerate(passage.note):
        _add(document, "批注", line if place else f"{labels['note']}：{line}")


def _add_table(document: Document, piece: Table) -> None:
    table = document.add_table(rows=0, cols=len(piece.rows[0]), style="Table Grid")
    table.autofit = False
    widths = _column_widths(piece)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in piece.rows:
        added = table.add_row()
        docx_xml.append(
            added._tr.get_or_add_trPr(),  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            "<w:cantSplit/>",
        )
        for cell, runs, width in zip(added.cells, row, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.style = "表格文字"
            _add_runs(paragraph, runs)


def _column_widths(piece: Table) -> list[Mm]:
    """Share the type area out by the columns' longest cells, none too narrow or too greedy."""
    weights = [
        min(max([_LEAST, *(sum(len(run.text) for run in cell) for cell in column)]), _MOST)
        for column in zip(*piece.rows, strict=True)
    ]
    return [Mm(TYPE_WIDTH * weight / sum(weights)) for weight in weights]


def _add(document: Document, style: str, text: str) -> None:
    _add_text(document.add_paragraph(style=style), text)


def _add_runs(paragraph: DocxParagraph, runs: Cell) -> None:
    for run in runs:
        _add_text(paragraph, run.text, bold=run.bold)


def _add_text(paragraph: DocxParagraph, text: str, *, bold: bool = False) -> None:
    """Add a run whose quotation marks and dashes come from the Chinese font."""
    run = paragraph.add_run(text, style="Strong" if bold else None)
    properties = run._r.get_or_add_rPr()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    docx_xml.append(properties, '<w:rFonts w:hint="eastAsia"/>', at=1 if bold else 0)
