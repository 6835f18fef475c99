"""Offsets of the text and positions of the page, there and back, whatever the characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reading.document import Typesetter, typeset
from desktop.reading.look import Look
from desktop.reading.positions import Piece, Positions, units
from storage.types import Block, Notice, Span
from tests.desktop.pages import of_blocks, table

RARE = "𠮷㐂\u3000\u00a0e\u0301文a⑳—“”㎡\u2003\u200d👨‍👩"
TEXTS = st.text(st.sampled_from(RARE) | st.characters(exclude_categories=("Cs",)), max_size=30)


def shown(setter: Typesetter, offset: int) -> str:
    """The character that the page shows for an offset."""
    at = setter.positions.position(offset)
    text = setter.document.characterAt(at)
    if "\ud800" <= text <= "\udbff":
        pair = text + setter.document.characterAt(at + 1)
        return pair.encode("utf-16", "surrogatepass").decode("utf-16")
    return text


def assert_there_and_back(made: Notice) -> None:
    setter = typeset(made, Look())
    end = 0
    for block in made.blocks:
        for offset in range(end, end + len(block.text)):
            # Of tables the signs between cells, and rows of nothing but blanks, are not shown.
            if block.kind != "table" or not made.text[offset].isspace():
                assert setter.positions.offset(setter.positions.position(offset)) == offset
        end += len(block.text) + 1


@pytest.mark.parametrize("text", ["𠮷", "a𠮷b", "𠮷𠮷", "㐂　𠮷\u00a0条", ""])
def test_units_counts_utf16(text: str):
    assert units(text) == len(text.encode("utf-16-le")) // 2


def test_piece_counts_both_ways():
    piece = Piece.of(0, 0, "a𠮷b𠮷")
    assert [piece.unit(index) for index in range(5)] == [0, 1, 3, 4, 6]
    assert [piece.index(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


def test_a_character_that_the_page_adds_counts_with_the_one_behind_it():
    piece = Piece.of(0, 10, "2020年5月", added=(4, 6))
    assert [piece.unit(index) for index in range(8)] == [0, 1, 2, 3, 4, 6, 7, 9]
    assert [piece.index(unit) for unit in range(10)] == [0, 1, 2, 3, 4, 4, 5, 6, 6, 7]
    both = Piece.of(0, 0, "5𠮷", added=(1,))
    assert [both.index(unit) for unit in range(5)] == [0, 1, 1, 1, 2]


@pytest.mark.usefixtures("qapp")
def test_the_page_shows_the_character_of_the_offset():
    made = of_blocks(
        Block("title", "关于𠮷野的通知", (1, 1)),
        Block("paragraph", "　　PM2.5与m3，𠮷\u00a0甲", (2, 2), spans=(Span(7, 8, "sub"),)),
        table(("序号", "名称"), ("1", "𠮷某"), ("", "乙")),
        Block("paragraph", "第三条 末段", (6, 6)),
    )
    setter = typeset(made, Look())
    for offset, character in enumerate(made.text):
        if character not in "\t\n":
            assert shown(setter, offset) == character


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.lists(TEXTS, min_size=2, max_size=2))
def test_there_and_back_over_any_text(paragraphs: list[str], row: list[str]):
    blocks = [Block("paragraph", text, (at, at)) for at, text in enumerate(paragraphs)]
    cells = [cell.replace("\t", " ").replace("\n", " ") for cell in row]
    assert_there_and_back(of_blocks(*blocks, table(("甲", "乙"), cells), *blocks))


@pytest.mark.usefixtures("qapp")
def test_ranges_stop_at_paragraphs_and_cells():
    made = of_blocks(
        Block("paragraph", "一二三", (1, 1)),
        table(("甲甲", "乙乙"), ("丙丙", "丁丁")),
        Block("paragraph", "四五六", (3, 3)),
    )
    positions = typeset(made, Look()).positions
    ranges = positions.ranges(1, made.text.index("六"))
    assert [last - first for first, last in ranges] == [2, 2, 2, 2, 2, 2]
    assert positions.ranges(3, 4) == []  # the line break alone


@pytest.mark.usefixtures("qapp")
def test_span_leaves_white_space_at_the_ends_out():
    made = of_blocks(Block("paragraph", "　　甲乙 丙 ", (1, 1)))
    positions = typeset(made, Look()).positions
    assert positions.span(0, 7, made.text) == (2, 6)
    assert positions.span(0, 2, made.text) is None


def test_no_page_no_place():
    assert Positions().position(5) == 0
    assert Positions().offset(5) == 0
    assert Positions().ranges(0, 5) == []
