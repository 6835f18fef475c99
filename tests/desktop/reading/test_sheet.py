"""What is on the page: offsets of the page and places in its notices, there and back."""

from __future__ import annotations

from desktop.reading.sheet import Sheet
from storage.types import Block
from tests.desktop.pages import mark, of_blocks, sheet


def three() -> Sheet:
    """A page of three short notices, the middle one with blanks at its ends."""
    texts = ("甲一二", " 乙三 ", "丙四五六")
    return sheet(*(of_blocks(Block("paragraph", text, (1, 1))) for text in texts))


def test_the_text_is_that_of_all_notices():
    page = three()
    assert page.text == "甲一二\n 乙三 \n丙四五六"
    assert page.uuids == ["n1", "n2", "n3"]
    assert page.holds("n3")
    assert not page.holds("n4")


def test_an_offset_belongs_to_one_notice():
    page = three()
    for offset, character in enumerate(page.text):
        uuid, at = page.place(offset)
        text = page.at(offset).notice.text
        assert page.base(uuid) + at == offset
        assert (text[at : at + 1] or "\n") == character
    assert page.place(len(page.text)) == ("n3", 4)
    assert page.place(0) == ("n1", 0)


def test_a_mark_is_found_on_the_page_of_its_notice():
    page = three()
    one = mark(page.notices[0].notice, "一二")
    assert page.text[slice(*page.span_of(one))] == "一二"
    assert page.text[slice(*page.span("n3", 1, 3))] == "四五"


def test_a_stretch_is_cut_at_the_borders():
    page = three()
    assert page.parts(1, 10) == [("n1", 1, 3), ("n2", 1, 3), ("n3", 0, 1)]
    assert page.parts(3, 5) == []  # nothing but the break and a blank
    assert page.parts(5, 5) == []
