"""Pages of a PDF as pictures, and the places of lines on them."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.sources.content import Content
from storage.sources.pdf.document import open_pdf
from storage.sources.pdf.picture import (
    MOST_PIXELS,
    MOST_SIDE,
    line_at,
    page_picture,
    picture_scale,
    places_of_lines,
    ranges_of,
    which_line,
)
from tests.formats.pdf_file import write_sample_pdf

EMPTY = b"""%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[%s]%s>> endobj
trailer <</Root 1 0 R>>
"""


@pytest.fixture(scope="module")
def sample_pdf(tmp_path_factory) -> Path:
    return write_sample_pdf(tmp_path_factory.mktemp("pdf") / "sample.pdf")


def picture_of(box: bytes, extra: bytes = b"", width: int = 2000):
    with open_pdf(Content("PDF", held=EMPTY % (box, extra))) as document:
        return page_picture(document, 1, width)


def test_a_page_is_as_wide_as_wanted(sample_pdf: Path):
    with open_pdf(Content("PDF", path=sample_pdf)) as document:
        found = page_picture(document, 2, 700)
    assert (found.page, found.width) == (2, 700)
    assert found.pages > 3
    assert found.height == pytest.approx(700 * 842 / 595, abs=2)
    assert len(found.data) == found.stride * found.height
    assert min(found.data) < 60  # something is printed


def test_a_page_beyond_the_last_is_the_last(sample_pdf: Path):
    with open_pdf(Content("PDF", path=sample_pdf)) as document:
        assert page_picture(document, 9999, 50).page == len(document)


@pytest.mark.parametrize("box", [b"0 0 900000 900000", b"0 0 14400 3", b"0 0 3 14400"])
def test_a_huge_page_stays_within_its_limits(box: bytes):
    found = picture_of(box)
    assert found.width * found.height <= MOST_PIXELS * 1.01
    assert max(found.width, found.height) <= MOST_SIDE + 1


@pytest.mark.parametrize("size", [(0, 100), (-5, 5), (math.nan, 5), (math.inf, 5)])
def test_a_page_without_a_size_is_refused(size: tuple[float, float]):
    with pytest.raises(ValueError, match="size"):
        picture_scale(*size, 500)


def test_bytes_that_are_no_pdf_are_refused():
    with pytest.raises(UserFault) as fault, open_pdf(Content("PDF", held=b"%PDF-1.7 nothing")):
        pass
    assert fault.value.key == "source-damaged"


def test_a_paragraph_over_several_rows_is_found(sample_pdf: Path):
    line = (
        "第十九条　违反本办法第十条规定的，由市水行政主管部门责令改正；"
        "造成供水设施损坏的，依法承担赔偿责任。"
    )
    with open_pdf(Content("PDF", path=sample_pdf)) as document:
        pages = [page for page in range(1, 9) if places_of_lines(document, page, [line])]
        rows = places_of_lines(document, pages[0], [line])
        assert places_of_lines(document, 99, [line]) == []
    assert len(pages) == 1
    assert 2 <= len(rows) <= 5
    assert all(
        0 <= left < right <= 1 and 0 <= top < bottom <= 1 for left, top, right, bottom in rows
    )
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    assert max(row[2] for row in rows) - min(row[0] for row in rows) < 0.5  # in one column


def test_turned_pages_are_framed_where_they_are_shown(tmp_path: Path):
    """A rectangle belongs to the page as it is rendered, also where the viewer turns it."""
    import pypdfium2

    file = write_sample_pdf(tmp_path / "turned.pdf", 1)
    line = "园林绿化、环境卫生、洗车等用水，具备条件的应当使用再生水"
    document = pypdfium2.PdfDocument(file)
    page = next(at for at in range(len(document)) if places_of_lines(document, at + 1, [line]))
    upright = places_of_lines(document, page + 1, [line])[0]
    document[page].set_rotation(90)
    turned = places_of_lines(document, page + 1, [line])[0]
    document.close()
    assert upright[2] - upright[0] > 5 * (upright[3] - upright[1])
    assert turned[3] - turned[1] > 3 * (turned[2] - turned[0])
    assert turned[2] == pytest.approx(1 - upright[1], abs=0.01)


def test_a_place_on_the_page_leads_to_its_line(sample_pdf: Path):
    lines = ["第十九条　违反本办法第十条规定的，由市水行政主管部门责令改正", "第五章 法律责任"]
    with open_pdf(Content("PDF", path=sample_pdf)) as document:
        page = next(at for at in range(1, 9) if len(places_of_lines(document, at, lines)) > 2)
        for at, line in enumerate(lines):
            left, top, right, bottom = places_of_lines(document, page, [line])[0]
            middle = (left + right) / 2, (top + bottom) / 2
            assert line_at(document, page, middle, lines) == at
        assert line_at(document, page, (0.01, 0.01), lines) is None
        assert line_at(document, 99, (0.5, 0.5), lines) is None


def test_words_of_two_lines_lead_to_neither():
    assert which_line("甲乙丙丁", 1, ["甲乙丙丁", "子丑"]) == 0
    assert which_line("甲乙丙丁", 1, ["甲乙丙丁", "甲乙丙丁"]) is None
    assert which_line("甲乙丙丁", 1, ["子丑"]) is None


PAGE = "附件一方案如下附件二方案如下结束了"


def test_words_that_stand_once_are_found():
    assert ranges_of(PAGE, "结束 了") == [(14, 17)]
    assert ranges_of(PAGE, "没有的") == []
    assert ranges_of(PAGE, "了") == []


def test_what_stands_beside_tells_equal_words_apart():
    assert ranges_of(PAGE, "方案如下") == []
    assert ranges_of(PAGE, "方案如下", "附件二") == [(10, 14)]
    assert ranges_of(PAGE, "方案如下", "", "附件二") == [(3, 7)]
    assert ranges_of(PAGE, "方案如下", "附件三") == []
    assert ranges_of("见（一）方案甲。（一）方案甲", "方案", "（一）", "甲。") == [(4, 6)]


def test_a_line_that_is_cut_is_found_in_pieces():
    line = "".join(chr(0x4E00 + at) for at in range(60))
    cut = f"{line[:30]}页眉页码{line[30:]}"
    assert ranges_of(cut, line) == [(0, 30), (34, 64)]
    assert ranges_of(f"前文{line[:25]}", line) == [(2, 26)]
    assert ranges_of(line[23:27], line) == []
