"""Blocks, lines and cells of a text, sentences around words, and the smallest corrections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.following import Following
from desktop.reading.text_places import alike, place_at, sentence, smallest
from storage.types import Block
from tests.desktop.pages import of_blocks, table

NOTICE = of_blocks(
    Block("title", "标题第一行\n第二行", (1, 2)),
    table(("甲", "乙"), ("", "丁")),
    Block("paragraph", "正文。", (5, 5)),
)
TEXT = NOTICE.text


@pytest.mark.parametrize(
    ("words", "block", "cell"),
    [
        ("标题第一行", 0, None),
        ("第二行", 0, None),
        ("甲", 1, (0, 0)),
        ("乙", 1, (0, 1)),
        ("丁", 1, (1, 1)),
        ("正文。", 2, None),
    ],
)
def test_each_line_and_cell_is_a_place_of_its_own(
    words: str, block: int, cell: tuple[int, int] | None
):
    start = TEXT.index(words)
    for offset in (start, start + len(words) - 1):
        place = place_at(NOTICE, offset)
        assert (place.block, place.cell) == (block, cell)
        assert TEXT[place.start : place.end] == words
    assert place_at(NOTICE, start).base == TEXT.index(NOTICE.blocks[block].text)


def test_an_empty_cell_is_a_place_too():
    place = place_at(NOTICE, TEXT.index("\t丁"))
    assert (place.cell, place.start, place.end) == ((1, 0), place.start, place.start)


def test_an_offset_behind_the_text_is_in_the_last_block():
    assert place_at(NOTICE, len(TEXT) + 9).block == 2


def test_a_sentence_ends_at_its_full_stop_and_at_the_paragraph():
    text = "前一句。要足额安排资金；后一句。\n下一段"
    start = text.index("安排")
    assert sentence(text, start, start + 2) == ("要足额", "安排", "资金；")


def test_other_places_are_none_that_overlap():
    assert alike("啊啊啊啊啊", 1, 3) == [3]
    assert alike("甲乙甲乙甲", 2, 3) == [0, 4]
    assert alike("甲 乙", 1, 2) == []


def made(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in smallest(10, before, after)]


def test_only_what_differs_is_corrected():
    assert made("由财正局负责落买", "由财政局负责落实") == [("正", "政"), ("买", "实")]
    assert made("充设施", "充电设施") == [("充", "充电")]
    assert made("充充电设施", "充电设施") == [("充", "")]
    assert made("同样", "同样") == []


WORDS = st.text(st.sampled_from("甲乙丙丁 "), max_size=12)


@given(WORDS, WORDS)
def test_the_corrections_make_one_text_the_other(before: str, after: str):
    text, grown = before, 0
    for one in smallest(0, before, after):
        assert before[one.start : one.end] == one.before
        text = text[: one.start + grown] + one.after + text[one.end + grown :]
        grown += len(one.after) - len(one.before)
    assert text == after


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_stands_beside_a_change_is_followed(first: str, gone: str, new: str, last: str):
    old, text = first + gone + last, first + new + last
    following = Following(old, text)
    for offset in range(len(old) + 1):
        at = following.place(offset)
        assert 0 <= at <= len(text)
    for offset, words in ((0, first), (len(first) + len(gone), last)):
        found = following.span(offset, offset + len(words))
        assert found is None or text[slice(*found)] == words
