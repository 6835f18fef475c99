"""PDF: the sample in one and two columns, scans, passwords, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.parse import parse_source
from storage.sources import read_source
from tests.formats.pdf_file import write_sample_pdf
from tests.formats.sample import ISSUE
from tests.formats.scores import sample_scores


def plain_pdf(content: bytes = b"", encrypt: bytes = b"", pages: int = 1) -> bytes:
    """A PDF by hand: pages that all show the same content."""
    kids = b" ".join(b"%d 0 R" % (at + 10) for at in range(pages))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>" % (kids, pages),
        3: b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    for at in range(pages):
        objects[at + 10] = (
            b"<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
        )
    out, places = b"%PDF-1.4\n", {}
    for key, body in objects.items():
        places[key] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (key, body)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % pair for pair in places.items())
    trailer = b"<</Root 1 0 R/Size 99/ID[(aaaaaaaaaaaaaaaa)(aaaaaaaaaaaaaaaa)]%s>>" % encrypt
    start = len(out)
    return out + b"xref\n" + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF" % start


def key_of(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(UserFault) as caught:
        read_source(path)
    return caught.value.key


@pytest.mark.parametrize("columns", [1, 2])
def test_the_sample_as_pdf_is_read_like_its_text(tmp_path: Path, columns: int):
    text = parse_source(read_source(ISSUE))
    source = read_source(write_sample_pdf(tmp_path / "公报.pdf", columns))
    figures, misses = sample_scores(parse_source(source), text)
    expected, _ = sample_scores(text, text)
    worse = {key: figures[key] for key in figures if figures[key] < expected[key] - 0.02}
    assert worse == {}, misses
    kinds = {hint.furniture for hint in source.hints if hint}
    assert kinds == {"", "running head", "page number"}
    pages = [hint.page for hint in source.hints if hint and hint.page]
    assert pages[0] == 1
    assert len(set(pages)) == max(pages) > 5


def test_a_scan_says_that_it_has_no_text(tmp_path: Path):
    drawn = b"0 0 500 500 re f"
    assert key_of(tmp_path / "扫描.pdf", plain_pdf(drawn, pages=3)) == "source-scanned"


def test_a_password_is_told(tmp_path: Path):
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>" % (b"o" * 32, b"u" * 32)
    data = plain_pdf(b"BT /F 12 Tf 72 700 Td (text) Tj ET", lock)
    assert key_of(tmp_path / "密码.pdf", data) == "source-encrypted"


def test_broken_files_are_damaged(tmp_path: Path):
    assert key_of(tmp_path / "坏.pdf", b"%PDF-1.7\n" + b"x" * 500) == "source-damaged"


def test_words_lines_and_indents_become_paragraphs(tmp_path: Path):
    lines = [
        (92, "The first paragraph of this plain page runs on to the right edge of"),
        (72, "the page and goes on below, where it ends."),
        (92, "A second one starts with an indent and fills its line to the edge to"),
        (72, "go on too."),
    ]
    text = b"".join(
        b"BT /F 12 Tf %d %d Td (%s) Tj ET\n" % (x, 700 - 16 * at, words.encode())
        for at, (x, words) in enumerate(lines)
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(plain_pdf(text))
    assert read_source(path).lines == (
        f"{lines[0][1]} {lines[1][1]}",
        "",
        f"{lines[2][1]} {lines[3][1]}",
    )


@pytest.mark.parametrize("matrix", [b"1 0 0 1", b"0 1 -1 0", b"-1 0 0 -1", b"0 -1 1 0"])
@pytest.mark.parametrize("turn", [0, 90])
def test_turned_text_is_read_upright(tmp_path: Path, matrix: bytes, turn: int):
    data = plain_pdf(b"BT /F 12 Tf %s 300 400 Tm (first) Tj 0 -20 Td (second) Tj ET" % matrix)
    path = tmp_path / "a.pdf"
    path.write_bytes(data.replace(b"/Count 1/", b"/Count 1/Rotate %d/" % turn))
    assert [line for line in read_source(path).lines if line] == ["first", "second"]


def test_a_watermark_stands_beside_the_text(tmp_path: Path):
    text = (
        b"BT /F 12 Tf 72 700 Td (plain words) Tj ET BT /F 40 Tf .7 .7 -.7 .7 90 90 Tm (DRAFT) Tj ET"
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(plain_pdf(text))
    source = read_source(path)
    assert [line for line in source.lines if line] == ["plain words", "DRAFT"]
    assert source.hints[-1] is not None
    assert source.hints[-1].furniture == "watermark"


def test_fonts_without_characters_are_told(tmp_path: Path):
    data = plain_pdf(b"BT /F 12 Tf 72 700 Td (abcabcabc) Tj ET")
    names = b"/Differences[97" + b"".join(b"/uniE0%02X" % at for at in range(3)) + b"]"
    font = b"/BaseFont/Helvetica/Encoding<</Type/Encoding%s>>" % names
    found = key_of(tmp_path / "a.pdf", data.replace(b"/BaseFont/Helvetica", font))
    assert found == "source-garbled"
