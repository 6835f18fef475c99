"""Marks find their words again, or say that they do not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from storage.anchors import make_mark, place_mark
from storage.text import squeeze, text_hash
from tests import factories
from tests.storage.anchors.notices import mark_on, of, stored


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
    for known in (before, None):
        assert place_mark(mark, after, known) == replace(mark, state="unplaced")


def test_of_two_places_with_the_same_words_the_one_that_is_left_is_not_guessed():
    before = of("甲方：市财政局负责。", "乙方：市财政局负责。")
    after = of("乙方：市财政局负责。")
    first = mark_on(before, "财政局负责")
    assert place_mark(first, after, before).state == "unplaced"
    assert place_mark(first, after).state != "moved"


def test_words_that_stand_twice_are_placed_by_all_their_neighbours():
    before = of("甲方：市财政局负责拨款并监督使用。", "丙。")
    after = of("甲方：市财政局负责拨款并监督使用。", "丙。", "丁方：市财政局负责核算。")
    mark = mark_on(before, "财政局负责")
    assert place_mark(mark, after, before).start == mark.start


def test_both_texts_settle_which_of_many_equal_words_is_meant():
    rows = [f"{number}\t市财政局\t按期完成" for number in range(1, 41)]
    before, after = of(*rows), of("表", *rows[:10], *rows[12:])
    at = [before.text.index(f"\n{number}\t市财政局") for number in (11, 30)]
    gone, kept = (make_mark(stored(before), start + 4, start + 8) for start in at)
    assert place_mark(gone, after, before).state == "unplaced"
    placed = place_mark(kept, after, before)
    assert (placed.state, placed.start) == ("moved", after.text.index("\n30\t") + 4)


def test_of_equal_rows_none_is_taken_for_another_without_a_look():
    row = "□是　□否　需要说明的其他情况请另附纸张并加盖公章"
    before = of("登记表", *[row] * 4, "说明")
    after = of("登记表", *[row] * 3, "说明")
    start = before.text.index(row, len(row) + 8)
    for size in (2, len(row)):
        mark = make_mark(stored(before), start, start + size)
        for known in (before, None):
            placed = place_mark(mark, after, known)
            assert placed.state == "check"
            assert after.text[placed.start : placed.end] == mark.quote


def test_a_moved_paragraph_takes_the_mark_inside_it_along():
    first = (
        "各县（市、区）人民政府财政局要在年度预算中足额安排专项资金并按进度及时拨付，确保按期完成"
        "建设任务，并于每季度末向市人民政府报告资金使用和项目进展情况，重大事项随时报告。"
    )
    second = "市工业和信息化局负责日常督查，每季度向市人民政府报告一次进展情况，重大事项随时报告。"
    before, after = of("题", first, second, "附则"), of("题", second, first, "附则")
    mark = mark_on(before, "确保")
    for known in (before, None):
        placed = place_mark(mark, after, known)
        assert (placed.state, placed.start) == ("moved", after.text.index("确保"))


def test_words_whose_neighbours_were_rewritten_want_a_look():
    before = of("由市财政局统筹安排市级专项资金用于设施建设。", "其他事项照旧。")
    after = of("县级自行筹措，市级专项资金不再投入。", "其他事项照旧。")
    mark = mark_on(before, "市级专项资金")
    placed = place_mark(mark, after, before)
    if placed.state == "check":
        assert after.text[placed.start : placed.end] == mark.quote
    assert placed.state != "moved"


def test_a_copy_elsewhere_is_not_proven_by_single_characters_about_it():
    """Of the context only six characters each side are there; the rest are found scattered."""
    before = of(
        "一、《云州市人民政府关于加快检测站建设的意见》（云政发〔2009〕17号）",
        "二、《云州市人民政府关于印发云州市散装水泥管理暂行办法的通知》（云政发〔2012〕31号）",
        "三、《云州市人民政府关于鼓励热电联产的若干规定》（云政发〔2014〕5号）",
    )
    after = of(
        "一、《云州市人民政府关于加快检测站建设的意见》（云政发〔2009〕17号）",
        "云西区审核，市环境局在发文时，应征求市人民法院、政协和府办意见，关联单位印章发至云东和州城各市（",
        "二）推进智能化散装水泥管理暂行办法的通知》（云政发〔20病、1多2发，3重1点学习号，预警）",
        "三、《云州市人民政府关于鼓励热电联产的若干规定》（云政发〔2014〕5号）",
    )
    assert place_mark(mark_on(before, "暂行办法的通知》（"), after, before).state == "check"


def test_changed_words_are_proposed_and_what_was_marked_is_kept():
    before = of("由市财政局安排专项资金，确保按期完成建设任务。", "其他事项照旧。")
    after = of("一、资金", "由市财政局安排专项经费，确保按期完成建设任务。", "其他事项照旧。")
    mark = mark_on(before, "安排专项资金，确保按期完成")
    for known in (before, None):
        placed = place_mark(mark, after, known)
        assert after.text[placed.start : placed.end] == "安排专项经费，确保按期完成"
        kept = replace(mark, start=placed.start, end=placed.end, text_hash=text_hash(after.text))
        assert placed == replace(kept, state="check")


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


# ---------------------------------------------------------------- one change after another

FIRST = of("由市财政局安排专项资金，确保按期完成建设任务。", "其他事项照旧，请认真执行。")
SECOND = of("由市财政局安排专项经费，确保按期完成建设任务。", "其他事项照旧，请认真执行。")
THIRD = of("由市财政局落实专项经费，确保按期完成建设任务。", "其他事项照旧，请认真执行。")
FOURTH = of("由市财政局落实专项经费，保障按时办结建设任务。", "其他事项照旧，请认真执行。")
WORDS = "安排专项资金，确保按期完成"


def test_a_doubtful_mark_is_placed_again_from_what_was_marked():
    mark = mark_on(FIRST, WORDS)
    doubtful = place_mark(mark, SECOND, FIRST)
    for before, after in ((SECOND, THIRD), (THIRD, FOURTH)):
        doubtful = place_mark(doubtful, after, before)
        assert (doubtful.quote, doubtful.prefix, doubtful.suffix) == (
            mark.quote,
            mark.prefix,
            mark.suffix,
        )
    # Little by little all of the words became others: what is left is not proposed any more.
    assert doubtful.state == "unplaced"


def test_a_doubtful_mark_is_moved_once_its_words_are_back():
    doubtful = place_mark(mark_on(FIRST, WORDS), SECOND, FIRST)
    back = of("一、资金", *FIRST.text.split("\n"))
    for known in (SECOND, None):
        placed = place_mark(doubtful, back, known)
        assert (placed.state, placed.quote) == ("moved", WORDS)
        assert placed.start == back.text.index(WORDS)


def test_a_proposal_stays_where_only_other_words_change():
    doubtful = place_mark(mark_on(FIRST, WORDS), SECOND, FIRST)
    after = of("由市财政局安排专项经费，确保按期完成建设任务。", "其余事项不变，请遵照执行。")
    placed = place_mark(doubtful, after, SECOND)
    assert (placed.state, placed.start, placed.end) == ("check", doubtful.start, doubtful.end)


def test_a_proposal_follows_white_space():
    doubtful = place_mark(mark_on(FIRST, WORDS), SECOND, FIRST)
    spaced = of(*(f"　　{block.text}" for block in SECOND.blocks))
    placed = place_mark(doubtful, spaced, SECOND)
    assert spaced.text[placed.start : placed.end] == "安排专项经费，确保按期完成"
    assert (placed.state, placed.quote) == ("check", WORDS)


def test_a_proposal_is_never_sure_because_its_text_is_back():
    doubtful = place_mark(mark_on(FIRST, WORDS), SECOND, FIRST)
    lost = place_mark(doubtful, of("空"), SECOND)
    assert lost.state == "unplaced"
    assert place_mark(lost, SECOND, of("空")).state in ("check", "unplaced")


def test_an_unplaced_mark_is_not_proposed_where_it_was_not_before():
    before = of("甲方：由市财政局统一安排市级专项资金。", "乙方：由市财政局统一安排市级专项资金。")
    after = of("乙方：由市财政局统一安排市级专项资金。")
    lost = place_mark(mark_on(before, "统一安排市级专项资金"), after, before)
    assert lost.state == "unplaced"
    later = of(*after.text.split("\n"), "新增一段其他内容。")
    assert place_mark(lost, later, after) == lost


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
            continue
        assert 0 <= placed.start < placed.end <= len(after.text)
        assert placed.text_hash == text_hash(after.text)
        assert squeeze(placed.quote) == squeeze(mark.quote)
        if placed.state == "check":
            kept_words = (placed.quote, placed.prefix, placed.suffix, placed.path)
            assert kept_words == (mark.quote, mark.prefix, mark.suffix, mark.path)
        else:
            assert after.text[placed.start : placed.end] == placed.quote
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
    assert placed.state != "unplaced"


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
