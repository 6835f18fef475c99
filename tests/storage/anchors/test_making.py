"""Marks are made with what tells their place, accepted, and put by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.anchors import accept_mark, make_mark, path_at, place_mark, put_by_hand
from storage.errors import ProgramFault
from storage.types import Heading
from tests import factories
from tests.storage.anchors.notices import mark_on, of, stored


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


def test_words_that_stand_elsewhere_too_are_made_with_more_about_them():
    row = "市财政局\t负责安排专项资金并监督使用，年底前完成\t每季度报告一次进展情况\n"
    notice = of("责任分工", *[row.strip()] * 3, "附则")
    second = notice.text.index("专项资金", notice.text.index("专项资金") + 4)
    mark = make_mark(stored(notice), second, second + 4)
    assert notice.text.count(mark.prefix + mark.quote) == 1
    assert notice.text.count(mark.quote + mark.suffix) == 1


def test_a_very_long_repetition_is_not_kept_whole():
    notice = of("甲" * 20_000)
    mark = make_mark(stored(notice), 9_000, 9_001)
    assert len(mark.prefix) == len(mark.suffix) == 512
    # What it keeps proves nothing then.
    assert place_mark(mark, of("甲" * 19_000)).state != "moved"


def test_an_accepted_mark_has_the_words_that_stand_there_now():
    before = of("由市财政局安排专项资金，确保按期完成建设任务。", "其他事项照旧。")
    after = of("由市财政局安排专项经费，确保按期完成建设任务。", "其他事项照旧。")
    doubtful = place_mark(mark_on(before, "安排专项资金，确保按期完成"), after, before)
    assert doubtful.state == "check"
    sure = accept_mark(doubtful, after)
    assert sure == replace(
        mark_on(after, "安排专项经费，确保按期完成"),
        uuid=doubtful.uuid,
        created=doubtful.created,
        changed=doubtful.changed,
    )
    assert place_mark(sure, after, after) == sure


def test_a_mark_is_accepted_only_in_the_text_it_was_proposed_for():
    before = of("由市财政局安排专项资金，确保按期完成建设任务。")
    mark = mark_on(before, "专项资金")
    other = of("由市财政局安排专项资金，确保按期完成。")
    with pytest.raises(ProgramFault):
        accept_mark(mark, other)
    with pytest.raises(ProgramFault):
        accept_mark(replace(mark, state="unplaced"), before)


def test_an_unplaced_mark_is_put_by_hand_with_all_the_user_wrote():
    before = of("由市财政局安排专项资金。")
    mark = replace(mark_on(before, "专项资金"), note="请核对", tags=("急",), style="red")
    after = factories.notice()
    lost = place_mark(mark, after, before)
    assert lost.state in ("check", "unplaced")
    start = after.text.index("建设任务")
    placed = put_by_hand(lost, stored(after), start, start + 4)
    assert (placed.state, placed.quote, placed.path) == ("sure", "建设任务", "一、总体要求")
    assert (placed.uuid, placed.note, placed.tags, placed.style) == (
        mark.uuid,
        "请核对",
        ("急",),
        "red",
    )
    assert placed.citation == mark_on(after, "建设任务").citation
    assert place_mark(placed, after, after) == placed
    with pytest.raises(ProgramFault):
        put_by_hand(lost, stored(after), start, start)


def test_a_note_on_a_whole_notice_is_always_sure():
    note = make_mark(stored(of("甲", "乙")), 0, 0, note="全文", kind="note")
    for after in (of("全是别的"), of(), of("甲 乙")):
        placed = place_mark(note, after, of("甲", "乙"))
        assert (placed.state, placed.start, placed.end, placed.quote) == ("sure", 0, 0, "")
    assert accept_mark(note, of("甲", "乙")) == note
    with pytest.raises(ProgramFault):
        make_mark(stored(of("甲")), 0, 0)
