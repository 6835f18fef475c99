"""A mark of secrecy is found in whatever place of whatever format it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml

from storage.library import Library
from tests import factories
from tests.formats.marked_pdf import write_marked_pdf

LINES = (
    "云州市人民政府文件",
    "云政发〔2024〕7号",
    "云州市人民政府关于做好防汛抗旱工作的通知",
    "各县（市、区）人民政府，市直各单位：",
    "为做好今年的防汛抗旱工作，现就有关事项通知如下。",
    "各单位要严格执行值班制度，不得泄露国家秘密。",
    "云州市人民政府",
    "2024年5月6日",
)
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def in_a_paragraph(made: Docx) -> None:
    made.paragraphs[0].insert_paragraph_before("机密★1年")


def letter_spaced_runs(made: Docx) -> None:
    paragraph = made.paragraphs[0].insert_paragraph_before()
    for sign in "机 密★1 年":
        paragraph.add_run(sign)


def in_a_header(made: Docx) -> None:
    made.sections[0].header.paragraphs[0].text = "机密★1年"


def in_a_table(made: Docx) -> None:
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "000012", ""
    table.cell(1, 0).text, table.cell(1, 1).text = "机密★1年", "特急"
    made.paragraphs[0]._p.addprevious(table._tbl)


def in_a_text_box(made: Docx) -> None:
    box = parse_xml(
        f"<w:p {NAMES}><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>"
        "<w:t>机密★1年</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    made.paragraphs[0]._p.addprevious(box)


def as_a_watermark(made: Docx) -> None:
    picture = parse_xml(
        f'<w:r {NAMES}><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>'
    )
    made.sections[0].header.paragraphs[0]._p.append(picture)


def with_a_symbol(made: Docx) -> None:
    sign = f'<w:r {NAMES}><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>'
    paragraph = made.paragraphs[0].insert_paragraph_before("机密")
    paragraph._p.append(parse_xml(sign))
    paragraph.add_run("长期")


def status(library: Library, path: Path) -> str:
    return factories.run(library.import_file(path)).status


@pytest.fixture
def library(tmp_path: Path):
    with factories.open_library(tmp_path / "home") as opened:
        yield opened


@pytest.mark.parametrize(
    "put",
    [
        in_a_paragraph,
        letter_spaced_runs,
        in_a_header,
        in_a_table,
        in_a_text_box,
        as_a_watermark,
        with_a_symbol,
    ],
)
def test_a_mark_in_a_word_document_is_found(library: Library, tmp_path: Path, put):
    made = Document()
    for line in LINES:
        made.add_paragraph(line)
    plain, marked = tmp_path / "平件.docx", tmp_path / "密件.docx"
    made.save(str(plain))
    put(made)
    made.save(str(marked))
    assert status(library, marked) == "classified"
    assert status(library, plain) == "new"


def test_a_mark_on_a_web_page_is_found(library: Library, tmp_path: Path):
    rows = "".join(f"<p>{line}</p>" for line in LINES * 3)
    for name, mark, wanted in (
        ("属性.html", "<table><tr><td>密级</td><td>秘密</td></tr></table>", "classified"),
        ("段落.html", "<p><b>机密</b>★1年</p>", "classified"),
        ("公开.html", "<table><tr><td>密级</td><td>公开</td></tr></table>", "new"),
    ):
        path = tmp_path / name
        path.write_text(
            f"<html><head><meta charset='utf-8'></head><body>{mark}{rows}</body></html>",
            encoding="utf-8",
        )
        assert status(library, path) == wanted, name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_mark_in_any_encoding_is_found(library: Library, tmp_path: Path, encoding: str):
    path = tmp_path / "密件.txt"
    path.write_bytes("\r\n".join(("机密★1年", *LINES)).encode(encoding))
    assert status(library, path) == "classified"


def test_a_mark_in_markdown_is_found(library: Library, tmp_path: Path):
    path = tmp_path / "密件.md"
    path.write_text("\n\n".join(("**机密★1年**", *LINES)), encoding="utf-8")
    assert status(library, path) == "classified"


@pytest.mark.parametrize(
    ("place", "words", "wanted"),
    [
        ("corner", "机密★1年", "classified"),
        ("corner", "秘密", "classified"),
        ("head", "机密", "classified"),
        ("head", "云州市人民政府公报", "new"),
    ],
)
def test_a_mark_on_the_pages_of_a_pdf_is_found(
    library: Library, tmp_path: Path, place: str, words: str, wanted: str
):
    path = write_marked_pdf(tmp_path / "来文.pdf", place, words)
    assert status(library, path) == wanted
