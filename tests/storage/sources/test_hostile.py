"""Files of every format, mutated: nothing but a UserFault comes out, and soon."""

from __future__ import annotations

import functools
import io
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from storage.errors import UserFault
from storage.sources import expand, office
from storage.sources.content import Content
from storage.sources.reading import read_numbered
from tests.formats.ofd_file import text_object, write_ofd
from tests.storage.sources.test_docx import NUMBERING, item, make, p
from tests.storage.sources.test_html import SITE
from tests.storage.sources.test_pdf import plain_pdf

LONGEST = 2.0
PARTS = {
    "docx": ("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"),
    "ofd": ("OFD.xml", "Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"),
}
MARKDOWN = '---\ntitle: a\n---\n# 某市\n[办法](a.html "b") ![x](y)\n| a | b |\n|---|---|\n'
TOKENS = (
    "<w:p>", "</w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:sdt>", "<w:del>", "<w:txbxContent>",
    '<w:numId w:val="99999"/>', '<w:gridSpan w:val="99999"/>', "<table>", "<td colspan=9999>",
    "<tr>", "<ol start=-1>", "<script>", "<!--", "-->", "<![CDATA[", "&#x110000;", "&nbsp;",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "\x00", "\ufeff", "\u2028", "𠮷", "g 99999 1e308",
    "nan", "-1e400", "1 0 0 1 0 0 cm", "/Count -1", "/Kids[2 0 R]", "obj", "endstream", "%PDF-1.7",
)  # fmt: skip


@functools.cache
def seed(kind: str) -> bytes:
    """A small file of a format."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a")
        if kind == "docx":
            return word_file(Path(folder)).read_bytes()
        if kind == "ofd":
            page = text_object("某市人民政府关于某事的通知", 20, 30)
            return write_ofd(path, [page, page], page).read_bytes()
    if kind == "pdf":
        return plain_pdf(b"BT /F 12 Tf 72 700 Td (text) Tj ET 10 10 m 90 10 l S", pages=2)
    if kind == "zip":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", "某市人民政府关于某事的通知")
            archive.writestr("b.zip", b"PK\x05\x06" + bytes(18))
        return out.getvalue()
    texts = {"html": SITE, "md": MARKDOWN, "txt": "某市人民政府\r\n关于某事的通知\n"}
    if kind == "mht":
        return b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\n" + (
            b"Content-Type: text/html; charset=gbk\n\n" + SITE.encode("gb18030") + b"\n--X--\n"
        )
    return texts[kind].encode()


def word_file(folder: Path) -> Path:
    """A small Word file with numbers, a style, a table, a box, a change and a note."""
    table = f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r></w:p>"
    note = '<w:p><w:del><w:r/></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    body = p("某市人民政府", '<w:pStyle w:val="a"/>') + item("总则") + item("甲", level=1)
    style = '<w:style w:styleId="a"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    return make(
        folder,
        body + table + box + note,
        numbering=NUMBERING,
        styles=style,
        footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>',
    )


@st.composite
def mutations(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A few changes: bytes replaced, cut out, doubled, tokens put in, the end cut off."""
    changes = draw(
        st.lists(
            st.tuples(
                st.sampled_from(("replace", "cut", "double", "token", "end")),
                st.floats(0, 1),
                st.integers(1, 60),
                st.one_of(st.binary(max_size=8), st.sampled_from(TOKENS).map(str.encode)),
            ),
            min_size=1,
            max_size=6,
        )
    )

    def change(data: bytes) -> bytes:
        for what, place, length, new in changes:
            at = int(place * len(data))
            piece = data[at : at + length]
            if what == "end":
                data = data[: max(at, 1)]
            else:
                put = {"replace": new, "cut": b"", "double": piece * 3, "token": new + piece}
                data = data[:at] + put[what] + data[at + length :]
        return data

    return change


def read(data: bytes, name: str) -> None:
    """Read as import does; a UserFault is an answer, and so are lines with their hints."""
    start = time.process_time()
    try:
        found = read_numbered(Content(name, held=data))
        assert not any("\n" in line for line in found.lines)
        assert len(found.hints) in (0, len(found.lines))
    except UserFault as fault:
        str(fault)
    assert time.process_time() - start < LONGEST


def mutated_part(kind: str, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with one part mutated: the archive itself stays sound."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed(kind))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return out.getvalue()


KINDS = ("docx", "ofd", "pdf", "zip", "html", "mht", "md", "txt")
INNER = [(kind, part) for kind, parts in PARTS.items() for part in parts]
COMMON = {"deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": True}


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)


@pytest.mark.parametrize("kind", KINDS)
def test_mutated_files(kind: str):
    @settings(max_examples=250, **COMMON)
    @given(mutations())
    def check(change: Callable[[bytes], bytes]) -> None:
        read(change(seed(kind)), f"文件.{kind}")

    check()


@pytest.mark.parametrize(("kind", "part"), INNER)
def test_mutated_parts_of_sound_archives(kind: str, part: str):
    @settings(max_examples=150, **COMMON)
    @given(mutations())
    def check(change: Callable[[bytes], bytes]) -> None:
        read(mutated_part(kind, part, change), f"文件.{kind}")

    check()


@settings(max_examples=300, **COMMON)
@given(st.binary(max_size=2000), st.sampled_from([f"a.{kind}" for kind in (*KINDS, "doc", "x")]))
@example(b"%PDF-", "a.pdf")
@example(b"PK\x03\x04", "a.docx")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.wps")
@example(b"\xff\xfe\x00\x00", "a.txt")
@example(b"<html><table>" * 400, "a.html")
def test_any_bytes_under_any_name(data: bytes, name: str):
    read(data, name)


@settings(max_examples=100, **COMMON)
@given(mutations())
def test_mutated_archives_are_taken_apart(change: Callable[[bytes], bytes]):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "包.zip")
        path.write_bytes(change(seed("zip")))
        for member in expand([path]).members:
            try:
                member.read()
            except UserFault as fault:
                str(fault)


@pytest.mark.fuzz
@pytest.mark.parametrize("kind", KINDS)
def test_many_mutated_files(kind: str):
    @settings(max_examples=8000, deadline=None, suppress_health_check=list(HealthCheck))
    @given(mutations())
    def check(change: Callable[[bytes], bytes]) -> None:
        read(change(seed(kind)), f"文件.{kind}")

    check()


@pytest.mark.fuzz
@pytest.mark.parametrize(("kind", "part"), INNER)
def test_many_mutated_parts(kind: str, part: str):
    @settings(max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck))
    @given(mutations())
    def check(change: Callable[[bytes], bytes]) -> None:
        read(mutated_part(kind, part, change), f"文件.{kind}")

    check()
