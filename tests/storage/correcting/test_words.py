"""Words put right: the text, what depends on it, the marks, and all of it taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import FieldCorrection, TextCorrection
from tests.storage.correcting.hands import block_of, correct, mark, text_of


def test_words_are_replaced_listed_and_taken_back(library: Library, uuid: str):
    before = library.notice(uuid)
    report = correct(library, uuid, "安排专项资金", "足额安排专项经费")
    assert report.notices == (uuid,)
    assert "财政局要足额安排专项经费，确保" in text_of(library, uuid)
    (listed,) = library.corrections(uuid)
    assert (listed.kind, listed.before, listed.after) == (
        "text",
        "安排专项资金",
        "足额安排专项经费",
    )
    assert (listed.author, listed.undone, listed.state) == ("王科长", None, "applied")
    assert listed.title == before.summary.title
    library.undo_correction(listed.uuid)
    assert library.notice(uuid) == before
    assert library.corrections(uuid)[0].undone
    library.redo_correction(listed.uuid)
    assert "足额安排专项经费" in text_of(library, uuid)


def test_the_search_finds_the_new_words_and_not_the_old(library: Library, uuid: str):
    correct(library, uuid, "专项资金", "专门款项")
    assert library.search('"专门款项"').total_notices == 1
    assert library.search('"专项资金"').total_notices == 0


def test_a_mark_beside_the_words_stays_on_its_own(library: Library, uuid: str):
    behind = mark(library, uuid, "市工业和信息化局")
    ahead = mark(library, uuid, "电动汽车")
    correct(library, uuid, "安排专项资金", "足额安排专项经费及设备")
    text = text_of(library, uuid)
    for each in library.marks(uuid):
        assert text[each.start : each.end] == each.quote
        assert each.state == "sure"
    assert {each.quote for each in library.marks(uuid)} == {behind.quote, ahead.quote}


@pytest.mark.parametrize(
    ("marked", "before", "after", "quote"),
    [
        ("安排专项资金", "专项资金", "专项经费", "安排专项经费"),
        ("专项资金", "安排专项资金，", "足额安排专项经费，", "专项经费"),
        ("资金", "资金", "经费和设备", "经费和设备"),
        ("专项", "专项资金", "资金", "专项"),
        ("财政局要", "局要安", "厅应安", "财政厅应"),
    ],
)
def test_a_mark_on_corrected_words_stays_on_them(
    library: Library, uuid: str, marked: str, before: str, after: str, quote: str
):
    made = mark(library, uuid, marked)
    report = correct(library, uuid, before, after)
    (now,) = library.marks(uuid)
    if now.state == "unplaced":
        assert (marked, report.unplaced) == ("专项", (now,))
    else:
        assert (now.quote, now.state) == (quote, "sure")
        assert text_of(library, uuid)[now.start : now.end] == quote
    library.undo_correction(report.corrections[0].uuid)
    assert replace(library.marks(uuid)[0], changed="") == replace(made, changed="")


def test_a_mark_moved_by_hand_since_is_not_thrown_back(library: Library, uuid: str):
    made = mark(library, uuid, "专项资金")
    report = correct(library, uuid, "专项资金", "经费")
    text = text_of(library, uuid)
    at = text.index("信息化局")
    library.move_mark(library.marks(uuid)[0], at, at + 4, "信息化局")
    library.undo_correction(report.step and report.corrections[0].uuid)
    (now,) = library.marks(uuid)
    assert (now.uuid, now.quote) == (made.uuid, "信息化局")


def test_a_heading_is_corrected_in_the_outline_too(library: Library, uuid: str):
    correct(library, uuid, "一、总体要求", "一、总的要求")
    notice = library.notice(uuid).notice
    assert [head.text for head in notice.outline] == ["一、总的要求", "二、任务分工"]
    made = mark(library, uuid, "充电桩建设的要求")
    assert made.path == "一、总的要求"


def test_a_title_corrected_in_the_text_is_the_title(library: Library, uuid: str):
    mark(library, uuid, "电动汽车")
    correct(library, uuid, "加快充电桩建设的通知", "加快充电桩建设的意见")
    summary = library.notice(uuid).summary
    assert (summary.title, summary.genre) == ("云州市人民政府关于加快充电桩建设的意见", "意见")
    assert "意见" in library.marks(uuid)[0].citation


def test_a_cell_is_corrected_with_its_row(library: Library, uuid: str):
    table = block_of(library, uuid, "牵头单位")
    made = mark(library, uuid, "2024年6月")
    report = library.correct_cell(library.notice(uuid), table, (1, 1), "市财政局", "市财政厅办")
    block = library.notice(uuid).notice.blocks[table]
    assert block.rows == (("序号", "牵头单位", "完成时限"), ("1", "市财政厅办", "2024年6月"))
    assert block.text.endswith("1\t市财政厅办\t2024年6月")
    assert library.marks(uuid)[0].quote == made.quote
    library.correct_cell(library.notice(uuid), table, (1, 0), "1", "")
    assert library.notice(uuid).notice.blocks[table].rows[1][0] == ""
    correct(library, uuid, "财政厅办", "财政局")
    assert library.notice(uuid).notice.blocks[table].rows[1][1] == "市财政局"
    for each in reversed(library.corrections(uuid)):
        library.undo_correction(each.uuid)
    assert report.notices == (uuid,)
    assert library.notice(uuid).notice.blocks[table].rows[1] == ("1", "市财政局", "2024年6月")


def test_all_words_of_a_paragraph_can_go(library: Library, uuid: str):
    before = library.notice(uuid)
    words = "各县（市、区）财政局要安排专项资金，确保按期完成建设任务。"
    correct(library, uuid, words, "")
    notice = library.notice(uuid).notice
    assert len(notice.blocks) == len(before.notice.blocks) - 1
    assert "\n\n" not in notice.text
    correct(library, uuid, before.summary.title, "")
    assert library.notice(uuid).notice.text.startswith("云政发")
    for each in reversed(library.corrections(uuid)):
        library.undo_correction(each.uuid)
    assert library.notice(uuid) == before


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("建设任务。\n市工业", "建设任务。市工业", "correction-over-blocks"),
        ("序号\t牵头", "序号牵头", "correction-over-cells"),
        ("建设任务", "建设\n任务", "correction-line-break"),
    ],
)
def test_what_cannot_be_done_is_refused(
    library: Library, uuid: str, before: str, after: str, fault: str
):
    with pytest.raises(UserFault) as caught:
        correct(library, uuid, before, after)
    assert caught.value.key == fault
    assert library.corrections(uuid) == []


def test_what_another_window_changed_is_not_overwritten(library: Library, uuid: str):
    seen = library.notice(uuid)
    correct(library, uuid, "专项资金", "专项经费")
    at = seen.notice.text.index("电动汽车")
    with pytest.raises(UserFault) as caught:
        library.correct_text(seen, [TextCorrection(at, at + 4, "电动汽车", "电瓶车")])
    assert caught.value.key == "correction-elsewhere"
    with pytest.raises(UserFault):
        library.correct_fields(
            uuid, [FieldCorrection("number", "云政发〔2022〕1号", "云政发〔2022〕2号")]
        )
    assert "专项经费" in text_of(library, uuid)


def test_one_on_which_another_rests_is_not_undone_before_it(library: Library, uuid: str):
    first = correct(library, uuid, "专项资金", "专项经费和设备")
    second = correct(library, uuid, "经费和", "款项、")
    beside = correct(library, uuid, "确保按期", "确保如期")
    with pytest.raises(UserFault) as caught:
        library.undo_correction(first.corrections[0].uuid)
    assert caught.value.key == "correction-rests"
    assert "经费和→款项、" in str(caught.value.arguments["words"])
    library.undo_correction(second.corrections[0].uuid)
    library.undo_correction(first.corrections[0].uuid)
    assert "安排专项资金，确保如期" in text_of(library, uuid)
    library.redo_correction(first.corrections[0].uuid)
    library.redo_correction(second.corrections[0].uuid)
    library.undo_correction(beside.corrections[0].uuid)
    assert "安排专项款项、设备，确保按期" in text_of(library, uuid)


def test_nothing_is_kept_of_a_mark_that_is_gone_for_good(library: Library, uuid: str):
    made = mark(library, uuid, "专项资金")
    correct(library, uuid, "专项资金", "专项经费")
    library.delete_mark(made.uuid)
    assert library.empty_bin() == 1
    assert not library._store.rows("SELECT 1 FROM kept_places")
