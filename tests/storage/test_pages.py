"""On which pages a notice stands: by its file, by printed numbers, by the printed contents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from storage.pages import NoticePages, PageRange, notice_pages
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Block, ContentsEntry, Furniture, LineHint, Notice, SourceText
from tests.factories import changed_text, open_library, take_in_parsed
from tests.factories import notice as made_notice
from tests.factories import parsed as made_parsed
from tests.formats.pdf_file import write_sample_pdf
from tests.shared_texts import gazettes, needs_shared


def notice_of(first: int, *texts: str, index: int | None = None) -> Notice:
    """A notice whose blocks stand on a line each."""
    blocks = tuple(Block("paragraph", text, (line, line)) for line, text in enumerate(texts, first))
    return Notice("标题", first, first + len(texts) - 1, contents_index=index, blocks=blocks)


def source_with(lines: dict[int, str], count: int) -> SourceText:
    texts = tuple(lines.get(at, "") for at in range(1, count + 1))
    return SourceText("公报.txt", texts, "")


def numbered(*numbers: tuple[int, int]) -> tuple[dict[int, str], list[Furniture]]:
    """Lines that are page numbers."""
    lines = {line: f"—{number}—" for line, number in numbers}
    return lines, [Furniture(line, "page number") for line in lines]


def contents(*pages: int | None) -> list[ContentsEntry]:
    return [ContentsEntry(None, f"标题{at}", page=page) for at, page in enumerate(pages)]


def pages_of(numbers: tuple[tuple[int, int], ...], notices: list[Notice], *listed: int | None):
    lines, furniture = numbered(*numbers)
    for notice in notices:
        for block in notice.blocks:
            lines[block.lines[0]] = block.text
    last = max([*lines])
    return notice_pages(notices, source_with(lines, last), furniture, contents(*listed))


def test_numbers_at_the_foot_tell_the_pages_before_them():
    notice = notice_of(1, "甲" * 10, "乙" * 10)
    second = notice_of(4, "丙" * 10)
    first, other = pages_of(((3, 1), (6, 2)), [notice, second])
    assert first.printed == ((0, 1),)
    assert other.printed == ((0, 2),)
    assert other.printed_range(0, 5) == PageRange(2, 2)
    assert first.printed_at(1) == 0
    assert first.printed_at(2) is None


def test_numbers_at_the_head_tell_the_pages_behind_them():
    (pages,) = pages_of(((1, 5), (4, 6)), [notice_of(2, "甲", "乙")])
    assert pages.printed == ()  # neither foot nor head is certain
    notices = [notice_of(2, "甲", "乙"), notice_of(5, "丙")]
    first, second = pages_of(((1, 5), (4, 6)), notices)
    assert first.printed == ((0, 5),)
    assert second.printed == ()  # how many pages follow the last number is not told


def test_the_contents_tell_whether_numbers_stand_at_foot_or_head():
    notices = [notice_of(2, "甲", index=0), notice_of(5, "乙", index=1), notice_of(8, "丙")]
    numbers = ((1, 4), (4, 5), (7, 6), (10, 7))
    foot = pages_of(numbers, notices, 5, 6)
    assert [one.printed for one in foot] == [((0, 5),), ((0, 6),), ((0, 7),)]
    head = pages_of(numbers, notices, 4, 5)
    assert [one.printed for one in head] == [((0, 4),), ((0, 5),), ((0, 6),)]
    neither = pages_of(numbers, notices, 8, 9)
    assert [one.printed for one in neither] == [(), (), ()]
    assert neither[0].begins == 8


def test_where_numbers_do_not_count_on_no_page_is_told():
    notice = notice_of(1, "甲", "乙")
    later = notice_of(4, "丙")
    (first, second) = pages_of(((3, 1), (6, 3)), [notice, later])
    assert first.printed == ((0, 1),)
    assert second.printed == ()
    assert second.printed_range(0, 1) is None


def test_only_the_first_page_is_told_by_the_contents():
    (first, second, third) = pages_of(
        (),
        [notice_of(1, "甲", index=0), notice_of(2, "乙", index=1), notice_of(3, "丙", index=2)],
        12,
        20,
        20,
    )
    assert first.printed_range(0, 1) == PageRange(12, None)
    assert first.printed_at(12) == 0
    assert first.printed_at(13) is None
    # The next one begins on the same page: this one stands on it whole.
    assert second.printed_range(0, 1) == PageRange(20, 20)
    assert third.printed_range(0, 1) == PageRange(20, None)


def test_contents_whose_pages_fall_back_are_not_trusted():
    notices = [notice_of(at, "甲", index=at - 1) for at in range(1, 5)]
    found = pages_of((), notices, 1, 9, 5, 12)
    assert [one.begins for one in found] == [1, None, None, 12]


def test_numbers_on_the_pages_outweigh_the_contents():
    lines = ("甲", "乙", "—3—")
    hints = (LineHint(3), LineHint(3), LineHint(3, furniture="page number"))
    source = SourceText("公报.pdf", lines, "", hints=hints)
    (pages,) = notice_pages([notice_of(1, "甲", "乙", index=0)], source, (), contents(1))
    assert pages.printed_range(0, 1) == PageRange(3, 3)
    assert pages.begins is None


def hinted(*pages: tuple[str, int, str]) -> SourceText:
    """Lines with the page of the file each stands on, and why it is furniture."""
    return SourceText(
        "公报.pdf",
        tuple(text for text, _, _ in pages),
        "",
        hints=tuple(LineHint(page, furniture=why) for _, page, why in pages),
    )


def test_pages_of_the_file_follow_a_paragraph_over_the_break():
    source = hinted(
        ("为贯彻落实有关", 4, ""),
        ("- 12 -", 4, "page number"),
        ("公报", 5, "running head"),
        ("精神，制定本办法。", 5, ""),
        ("- 13 -", 5, "page number"),
    )
    text = "为贯彻落实有关精神，制定本办法。"
    notice = Notice("标题", 1, 4, blocks=(Block("paragraph", text, (1, 4)),))
    (pages,) = notice_pages([notice], source)
    cut = text.index("精神")
    assert pages.file == ((0, 4), (cut, 5))
    assert pages.printed == ((0, 12), (cut, 13))
    assert pages.printed_range(0, cut) == PageRange(12, 12)
    assert pages.printed_range(cut, len(text)) == PageRange(13, 13)
    assert pages.printed_range(2, cut + 2) == PageRange(12, 13)
    assert pages.file_at(5) == cut


def test_a_block_whose_lines_are_not_those_of_the_source_has_no_page():
    source = hinted(("为贯彻落实", 4, ""), ("别的文字", 5, ""))
    notice = Notice("标题", 1, 2, blocks=(Block("paragraph", "为贯彻落实有关精神。", (1, 2)),))
    (pages,) = notice_pages([notice], source)
    assert pages.file_range(0, 3) is None


def test_a_page_without_a_number_counts_on_between_its_neighbours():
    rows = [("文字", page, "") for page in range(1, 7)]
    numbers = [(f"{page + 8}", page, "page number") for page in (1, 2, 4, 5)]
    odd = [("77", 6, "page number")]
    source = hinted(*sorted([*rows, *numbers, *odd], key=lambda row: row[1]))
    lines = [at for at, text in enumerate(source.lines, 1) if text == "文字"]
    blocks = tuple(Block("paragraph", "文字", (line, line)) for line in lines)
    (pages,) = notice_pages([Notice("标题", 1, len(source.lines), blocks=blocks)], source)
    assert [page for _, page in pages.printed] == [9, 10, 11, 12, 13, None]


def test_nothing_known_tells_nothing():
    pages = NoticePages()
    assert pages.printed_range(0, 4) is None
    assert pages.file_range(0, 4) is None
    assert pages.printed_at(1) is None


@pytest.mark.parametrize("columns", [1, 2])
def test_each_place_of_the_sample_as_pdf_is_on_the_page_where_its_line_is(
    tmp_path: Path, columns: int
):
    source = read_source(write_sample_pdf(tmp_path / "公报.pdf", columns))
    parsed = parse_source(source)
    checked = told = 0
    for notice, pages in zip(
        parsed.notices,
        notice_pages(parsed.notices, source, parsed.furniture, parsed.contents),
        strict=True,
    ):
        offset = 0
        for block in notice.blocks:
            hint = source.hints[block.lines[0] - 1]
            assert hint is not None
            begin = pages.file_range(offset, offset + 1)
            told += 1
            if begin is not None:
                assert begin == PageRange(hint.page or 0, hint.page)
                assert pages.printed_range(offset, offset + 1) == begin  # numbered from 1
                checked += 1
            offset += len(block.text) + 1
    assert checked == told > 300


def test_the_library_tells_the_pages_of_an_issue(tmp_path: Path):
    first = replace(made_notice(), contents_index=0)
    second = replace(
        made_notice("云州市人民政府关于节水的通知", "云政发〔2023〕13号", first_line=20),
        contents_index=1,
    )
    entries = (ContentsEntry(None, first.title, page=4), ContentsEntry(None, second.title, page=9))
    with open_library(tmp_path) as library:
        report = take_in_parsed(library, replace(made_parsed(first, second), contents=entries))
        assert report.issue_id is not None
        pages = library.issue_pages(report.issue_id)
        assert [one.uuid for one in library.notices()] == list(pages)
        assert [one.begins for one in pages.values()] == [4, 9]
        # What a later source says of its contents does not hold for a notice that it lacks.
        other = replace(made_parsed(changed_text(first, "充电桩", "充电站")), contents=entries[:1])
        take_in_parsed(library, other)
        after = library.issue_pages(report.issue_id)
        kept = {one.title: after[one.uuid].begins for one in library.notices()}
        assert kept.get(second.title) is None


@needs_shared
def test_the_shared_gazettes_tell_where_their_notices_begin():
    told = 0
    for path in gazettes():
        source = read_source(path)
        parsed = parse_source(source)
        found = notice_pages(parsed.notices, source, parsed.furniture, parsed.contents)
        for notice, pages in zip(parsed.notices, found, strict=True):
            if notice.contents_index is not None:
                assert pages.printed_at(parsed.contents[notice.contents_index].page or 0) == 0
                told += 1
    assert told > 40
