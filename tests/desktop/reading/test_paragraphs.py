"""The paragraph or row at a place of the page."""

from __future__ import annotations

from desktop.reading.paragraphs import paragraph_at
from storage.types import Block
from tests.desktop.pages import of_blocks, sheet, table


def words_at(page, offset: int) -> str | None:
    span = paragraph_at(page, offset)
    return page.text[span[0] : span[1]] if span else None


def test_each_character_belongs_to_its_paragraph():
    page = sheet(
        of_blocks(Block("paragraph", "　　甲乙", (1, 1)), Block("date", "丙", (2, 2))),
        of_blocks(Block("paragraph", "丁𠮷", (1, 1))),
    )
    assert [words_at(page, at) for at in range(len(page.text))] == [
        *["甲乙"] * 5,
        *["丙"] * 2,
        *["丁𠮷"] * 2,
    ]


def test_in_a_table_it_is_the_row():
    page = sheet(of_blocks(table(("序号", "事项"), ("1", "督查"), ("", ""))))
    assert words_at(page, 0) == "序号\t事项"
    assert words_at(page, page.text.index("督")) == "1\t督查"
    assert words_at(page, len(page.text)) == "1\t督查"


def test_an_empty_paragraph_gives_way_to_the_next_one():
    empty, full = Block("paragraph", "　", (1, 1)), Block("paragraph", "甲", (2, 2))
    page = sheet(of_blocks(empty, full))
    assert words_at(page, 0) == "甲"
    assert words_at(sheet(of_blocks(empty)), 0) is None
