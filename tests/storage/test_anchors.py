"""Marks find their words again, or say that they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.anchors import make_mark, path_at, place_mark
from storage.errors import ProgramFault
from storage.text import squeeze
from storage.types import Block, Heading, Issue, Notice, NoticeSummary, StoredNotice
from tests import factories


def stored(notice: Notice) -> StoredNotice:
    summary = NoticeSummary(
        "u-1", 1, 0, notice.title, notice.number, None, None, None, None, Issue(), True
    )
    return StoredNotice(summary, notice)


def of(*texts: str) -> Notice:
    """A notice of plain paragraphs."""
    blocks = tuple(Block("paragraph", text, (line, line)) for line, text in enumerate(texts, 1))
    return Notice("题", 1, len(texts), blocks=blocks)


def mark_on(notice: Notice, quote: str):
    start = notice.text.index(quote)
    return make_mark(stored(notice), start, start + len(quote))


def test_a_mark_knows_its_words_and_their_neighbours():
    notice = factories.notice()
    mark = mark_on(notice, "专项资金")
    assert mark.quote == "专项资金"
    assert notice.text.endswith(mark.suffix + notice.text[mark.end + 32 :])
    assert len(mark.prefix) == len(mark.suffix) == 32
    assert mark.path == "一、总体要求"
    assert mark.citation == "《云州市人民政府关于加快充电桩建设的通知》（云政发〔2023〕12号）"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (5, 4), (0, 10_000)])
def test_a_mark_needs_characters_of_the_text(start: int, end: int):
    with pytest.raises(ProgramFault):
        make_mark(stored(factories.notice()), start, end)


def test_the_path_is_that_of_the_heads_above():
    notice = replace(
        of("方案", "一、目标", "（一）近期", "正文甲", "二、措施", "正文乙"),
        outline=(
            Heading(1, 0, "方案"),
            Heading(2, 1, "一、目标"),
            Heading(3, 2, "（一）近 期"),
            Heading(5, 1, "二、措施"),
        ),
    )
    text = notice.text
    assert path_at(notice, text.index("正文甲")) == "方案 / 一、目标 / （一）近 期"
    assert path_at(notice, text.index("正文乙")) == "方案 / 二、措施"
    assert path_at(notice, 0) == "方案"


def test_the_same_text_keeps_the_mark_as_it_is():
    notice = factories.notice()
    mark = replace(mark_on(notice, "专项资金"), state="check")
    assert place_mark(mark, notice) == mark


def test_text_joined_otherwise_keeps_the_same_characters():
    before = of("各县财政局，", "财政局财政局要", "落实。")
    after = of("各县财政局， 财政局财", "政局要落实。")
    third = make_mark(stored(before), 10, 13)
    assert third.quote == "财政局"
    moved = place_mark(third, after, before)
    assert squeeze(moved.quote) == "财政局"
    assert moved.state == "sure"
    assert squeeze(after.text[: moved.start]) == "各县财政局，财政局"
    assert after.text[moved.start : moved.end] == moved.quote


def test_words_found_once_beside_an_old_neighbour_are_moved():
    before = of("由市财政局安排专项资金。", "其他事项照旧。")
    after = of("新增一段。", "由市财政局安排市级专项资金。", "其他事项照旧。")
    moved = place_mark(mark_on(before, "专项资金"), after, before)
    assert (moved.state, moved.quote) == ("moved", "专项资金")
    assert after.text[moved.start : moved.end] == "专项资金"
    assert moved.prefix.endswith("市级")


def test_short_words_found_once_elsewhere_are_not_the_marked_ones():
    before = of("由市财政局安排。", "其他事项照旧。")
    after = of("其他事项照旧，请示市财政局后办理。")
    mark = mark_on(before, "财政局")
    assert place_mark(mark, after) == replace(mark, state="unplaced")


def test_words_that_stood_twice_are_not_guessed():
    before = of("甲方：市财政局负责。", "乙方：市财政局负责。")
    after = of("乙方：市财政局负责。")
    first = mark_on(before, "财政局负责")
    assert place_mark(first, after, before).state == "unplaced"


def test_words_that_stand_twice_are_placed_by_all_their_neighbours():
    before = of("甲方：市财政局负责拨款并监督使用。", "丙。")
    after = of("甲方：市财政局负责拨款并监督使用。", "丙。", "丁方：市财政局负责核算。")
    mark = mark_on(before, "财政局负责")
    assert place_mark(mark, after, before).start == mark.start


def test_deleted_words_leave_the_mark_with_its_quote():
    before = of("由市财政局安排专项资金。")
    mark = mark_on(before, "专项资金")
    lost = place_mark(mark, of("由市财政局安排。"), before)
    assert lost == replace(mark, state="unplaced")


def test_words_that_come_back_take_the_mark_along():
    notice = factories.notice()
    mark = mark_on(notice, "专项资金")
    lost = place_mark(mark, of("空"))
    assert lost.state == "unplaced"
    assert place_mark(lost, notice) == mark


def test_a_mark_on_blanks_alone_is_never_moved():
    before = of("甲 乙", "丙")
    mark = make_mark(stored(before), 1, 2)
    assert place_mark(mark, of("甲乙 丙 丁")).state == "unplaced"


# ---------------------------------------------------------------- whatever the texts are

CHARACTERS = st.text(alphabet="市财政局一二。，\n \u3000\t𠮷\ud800\x00", max_size=40)


@given(CHARACTERS, CHARACTERS, CHARACTERS, CHARACTERS, st.data())
def test_a_placed_mark_always_stands_on_its_own_words(
    head: str, kept: str, old_tail: str, new_tail: str, data: st.DataObject
):
    before = of("题", head + kept + old_tail)
    after = of("题", new_tail + kept + head)
    text = before.text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    mark = make_mark(stored(before), start, end)
    for known in (before, None):
        placed = place_mark(mark, after, known)
        if placed.state == "unplaced":
            assert placed == replace(mark, state="unplaced")
        else:
            assert after.text[placed.start : placed.end] == placed.quote
            assert squeeze(placed.quote) == squeeze(mark.quote)
            # Placed once more into the same text it stays where it is.
            assert place_mark(placed, after, after) == placed


@given(CHARACTERS, CHARACTERS, st.text(alphabet="0123456789", min_size=1, max_size=9))
def test_what_is_put_in_elsewhere_never_unplaces_long_words(head: str, tail: str, added: str):
    long = "本办法自公布之日起施行，原有规定与本办法不一致的，以本办法为准，有效期五年。"
    before = of("题", f"{head}{long}{tail}")
    after = of("题", f"{added}{head}{long}{tail}{added}")
    mark = mark_on(before, long)
    placed = place_mark(mark, after, before)
    assert after.text[placed.start : placed.end] == long
    assert placed.state in ("sure", "moved")


@given(CHARACTERS, st.data())
def test_only_white_space_changed_keeps_every_mark(text: str, data: st.DataObject):
    before = of("题目", text)
    spaced = "".join(
        sign + data.draw(st.sampled_from(["", " ", "\u3000"])) for sign in squeeze(text)
    )
    after = of("题 目", spaced)
    whole = before.text
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    mark = make_mark(stored(before), start, end)
    placed = place_mark(mark, after, before)
    if squeeze(mark.quote):
        assert placed.state == "sure"
        assert squeeze(placed.quote) == squeeze(mark.quote)
        assert squeeze(after.text[: placed.start]) == squeeze(whole[: mark.start])
