"""Lines of a source and the paragraphs that came from them."""

from __future__ import annotations

from desktop.reading.source_places import SourcePlaces
from storage.types import Block, Notice


def places(lines: list[str], *blocks: Block, joins: tuple[tuple[int, int], ...] = ()):
    return SourcePlaces(Notice("标题", 1, len(lines), joins=joins, blocks=blocks), lines)


def test_each_line_belongs_to_its_paragraph():
    lines = ["标题", "", "第一段的上半", "第一段的下半", "第二段"]
    found = places(
        lines,
        Block("title", "标题", (1, 1)),
        Block("paragraph", "第一段的上半第一段的下半", (3, 4)),
        Block("paragraph", "第二段", (5, 5)),
        joins=((3, 4),),
    )
    assert found.paragraphs() == [[1], [3, 4], [5]]
    assert [found.block_of_line(line) for line in range(1, 6)] == [0, 1, 1, 1, 2]
    assert found.span(1) == (3, 15)
    assert found.line_at(3) == 3
    assert int(found.line_at(9)) == 4
    assert found.offset_of(4.0) == 9
    assert found.offset_of(2.0) == 3


def test_columns_that_were_read_across_are_told_apart():
    lines = ["甲一甲一", "乙一乙一", "甲二甲二", "乙二乙二"]
    found = places(
        lines,
        Block("paragraph", "甲一甲一甲二甲二", (1, 3)),
        Block("paragraph", "乙一乙一乙二乙二", (2, 4)),
        joins=((1, 3), (2, 4)),
    )
    assert found.paragraphs() == [[1, 3], [2, 4]]
    assert found.offset_of(3.0) == 4


def test_without_joins_the_words_tell():
    lines = ["甲一甲一", "乙一乙一", "甲二甲二"]
    found = places(
        lines,
        Block("paragraph", "甲一甲一甲二甲二", (1, 3)),
        Block("paragraph", "乙一乙一", (2, 2)),
    )
    assert found.paragraphs() == [[1, 3], [2]]


def test_lines_out_of_order_and_cut_lines():
    lines = ["第二段", "第一段", "某政发〔2024〕1号 2024年1月2日"]
    found = places(
        lines,
        Block("paragraph", "第一段", (2, 2)),
        Block("paragraph", "第二段", (1, 1)),
        Block("number", "某政发〔2024〕1号", (3, 3)),
        Block("date", "2024年1月2日", (3, 3)),
    )
    assert found.paragraphs() == [[2], [1], [3], [3]]
    assert found.block_of_line(3) == 2


def test_a_notice_without_blocks_has_no_places():
    found = places(["字"])
    assert found.block_of_line(1) is None
    assert found.offset_of(1.5) is None
    assert found.line_at(0) == 1.0


def test_lines_behind_the_last_block_lead_to_it():
    assert places(["甲", "乙"], Block("paragraph", "甲", (1, 1))).block_of_line(2) == 0


def test_a_block_that_names_lines_the_source_lacks():
    """A library whose source and text do not belong together must not break the view."""
    found = places(["甲"], Block("paragraph", "甲乙丙", (1, 9)))
    assert found.lines_of(0) == [1]
    assert places(["甲"], Block("paragraph", "甲", (7, 9))).lines_of(0) == []
