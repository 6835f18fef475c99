"""The library as its users see it: importing, reading, marking, keeping small things."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from storage.anchors import make_mark
from storage.errors import UserFault
from storage.library import Library
from storage.types import Issue
from tests import factories


@pytest.fixture
def library(tmp_path: Path):
    with factories.open_library(tmp_path) as opened:
        yield opened


def test_an_imported_notice_comes_back_whole(library: Library):
    wanted = factories.notice()
    report = factories.take_in(library, wanted)
    assert (report.status, report.added) == ("new", 1)
    stored = library.notice(report.notices[0].uuid)
    assert stored.notice == wanted
    assert stored.summary.issue == factories.ISSUE


def test_reading_order_is_gazette_year_number_then_single_documents(library: Library):
    for number, year in ((4, 2023), (2, 2023), (6, 2022)):
        issue = Issue("云州市人民政府公报", year, number)
        factories.take_in(library, factories.notice(f"通知{year}{number}"), issue=issue)
    factories.take_in(library, factories.notice("单行本"), issue=Issue())
    assert [summary.title for summary in library.notices()] == [
        "通知20226",
        "通知20232",
        "通知20234",
        "单行本",
    ]
    assert [summary.is_issue for summary in library.issues()] == [True, True, True, False]


def test_the_same_file_twice_changes_nothing(library: Library):
    first = factories.take_in(library, factories.notice())
    before = library.change_counter
    second = factories.take_in(library, factories.notice())
    assert second.status == "same"
    assert second.notices == first.notices
    assert library.change_counter == before


@pytest.mark.parametrize(
    "key",
    ["云政发〔2023〕12号", "云政发[2023]12号", " 云政发（２０２３）12 号", "云政发〔2023〕１２号"],
)
def test_a_notice_is_found_by_its_number_however_it_is_typed(library: Library, key: str):
    report = factories.take_in(library, factories.notice())
    assert [found.uuid for found in library.find_notices(key)] == [report.notices[0].uuid]


def test_a_notice_is_found_by_the_start_of_its_uuid(library: Library):
    uuid = factories.take_in(library, factories.notice()).notices[0].uuid
    assert library.find_notices(uuid[:6])[0].uuid == uuid
    assert library.find_notices(uuid.replace("-", "").upper())[0].uuid == uuid
    for length in (6, 8, 9, 12, 14, 20, 36):
        assert [found.uuid for found in library.find_notices(uuid[:length])] == [uuid]
    assert library.find_notices(uuid[:5]) == []
    assert library.find_notices("第号") == []


def test_a_mark_is_there_after_a_restart(tmp_path: Path):
    with factories.open_library(tmp_path) as library:
        uuid = factories.take_in(library, factories.notice()).notices[0].uuid
        text = library.notice(uuid).notice.text
        start = text.index("财政局")
        made = library.new_mark(uuid, start, start + 3, "green", "催办", author="王科长")
    with factories.open_library(tmp_path, create=False) as library:
        assert library.marks(uuid) == [made]
        assert (made.quote, made.path, made.state) == ("财政局", "一、总体要求", "sure")
        assert (made.style, made.note, made.author) == ("green", "催办", "王科长")


def test_a_deleted_mark_can_be_brought_back(library: Library):
    uuid = factories.take_in(library, factories.notice()).notices[0].uuid
    made = library.new_mark(uuid, 0, 3)
    library.delete_mark(made.uuid)
    assert library.marks(uuid) == []
    library.restore_mark(made.uuid)
    assert [mark.uuid for mark in library.marks(uuid)] == [made.uuid]


def test_a_notice_that_is_gone_is_a_clear_fault(library: Library):
    with pytest.raises(UserFault) as caught:
        library.notice("no-such-notice")
    assert caught.value.key == "notice-missing"


def test_an_update_keeps_the_notice_and_its_marks(library: Library):
    old = factories.notice()
    uuid = factories.take_in(library, old).notices[0].uuid
    start = old.text.index("市工业和信息化局")
    library.new_mark(uuid, start, start + 8)
    new = factories.changed_text(old, "安排专项资金", "足额安排市级专项资金")
    report = factories.take_in(library, new)
    assert (report.status, report.updated, report.added) == ("updated", 1, 0)
    (mark,) = library.marks(uuid)
    assert library.notice(uuid).notice.text[mark.start : mark.end] == "市工业和信息化局"
    assert mark.state == "moved"


def test_a_mark_whose_words_are_gone_is_listed(library: Library):
    old = factories.notice()
    uuid = factories.take_in(library, old).notices[0].uuid
    start = old.text.index("安排专项资金")
    made = library.new_mark(uuid, start, start + 6)
    report = factories.take_in(library, factories.changed_text(old, "安排专项资金", "落实经费"))
    assert [mark.uuid for mark in report.unplaced] == [made.uuid]
    assert library.marks(uuid, states=["unplaced"])[0].quote == "安排专项资金"


def test_a_mark_whose_words_changed_is_to_be_checked(library: Library):
    old = factories.notice()
    uuid = factories.take_in(library, old).notices[0].uuid
    start = old.text.index("确保按期完成建设任务")
    made = library.new_mark(uuid, start, start + 10, note="期限？")
    new = factories.changed_text(old, "确保按期完成", "确保如期完成")
    report = factories.take_in(library, new)
    assert (report.unplaced, [mark.uuid for mark in report.to_check]) == ((), [made.uuid])
    (mark,) = library.marks(uuid)
    assert (mark.state, mark.quote, mark.note) == ("check", made.quote, "期限？")
    text = library.notice(uuid).notice.text
    assert text[mark.start : mark.end] == "确保如期完成建设任务"
    # A note that is written on it leaves it where it is proposed.
    assert library.save_mark(replace(mark, note="已核")).state == "check"
    # As does a note written before its window knew of the import.
    assert library.save_mark(replace(made, note="再核"), made).start == mark.start


def test_deleting_an_issue_keeps_its_marks_with_quote_and_citation(library: Library):
    report = factories.take_in(library, factories.notice())
    made = library.new_mark(report.notices[0].uuid, 0, 6)
    assert report.issue_id is not None
    library.delete_issue(report.issue_id)
    assert library.notices() == []
    (mark,) = library.marks()
    assert mark == made
    assert mark.citation == "《云州市人民政府关于加快充电桩建设的通知》（云政发〔2023〕12号）"


def test_importing_a_deleted_issue_again_brings_its_marks_back(library: Library):
    report = factories.take_in(library, factories.notice())
    made = library.new_mark(report.notices[0].uuid, 0, 6)
    assert report.issue_id is not None
    library.delete_issue(report.issue_id)
    again = factories.take_in(library, factories.notice())
    assert [mark.uuid for mark in library.marks(again.notices[0].uuid)] == [made.uuid]


def test_a_deleted_issue_that_comes_back_corrected_takes_its_marks(library: Library):
    old = factories.notice()
    report = factories.take_in(library, old)
    uuid = report.notices[0].uuid
    for quote in ("市工业和信息化局", "安排专项资金"):
        start = old.text.index(quote)
        library.new_mark(uuid, start, start + len(quote))
    assert report.issue_id is not None
    library.delete_issue(report.issue_id)
    new = factories.changed_text(old, "要安排专项资金", "落实好经费")
    again = factories.take_in(library, new)
    assert again.notices[0].uuid == uuid
    assert [(mark.quote, mark.state) for mark in library.marks(uuid)] == [
        ("市工业和信息化局", "moved"),
        ("安排专项资金", "unplaced"),
    ]
    assert [mark.quote for mark in again.unplaced] == ["安排专项资金"]


def test_another_notice_never_takes_the_marks_of_a_deleted_one(library: Library):
    report = factories.take_in(library, factories.notice())
    mark = library.new_mark(report.notices[0].uuid, 0, 3)
    assert report.issue_id is not None
    library.delete_issue(report.issue_id)
    factories.take_in(library, factories.notice(paragraphs=["全是别的内容，与先前无关。"] * 20))
    factories.take_in(library, factories.notice(date="2023-07-06"), issue=Issue())
    assert library.marks() == [mark]
    assert mark.notice not in {summary.uuid for summary in library.notices()}


def test_small_values_are_kept(library: Library):
    library.set_state("place", "120")
    assert (library.state("place"), library.state("other", "0")) == ("120", "0")


def test_odd_characters_are_kept_as_they_are(library: Library):
    odd = factories.notice(
        "通\ud800知\x00一\u2028二", "云\udfff发〔2023〕1号", ["正\x00文\ud83d", "𠮷"]
    )
    uuid = factories.take_in(library, odd).notices[0].uuid
    assert library.notice(uuid).notice == odd
    assert library.notices()[0].title == odd.title
    made = library.new_mark(uuid, 0, 7, note="\ud800\x00")
    assert library.marks(uuid) == [made]
    assert made.quote == odd.title


def test_marks_are_not_put_on_a_text_the_user_did_not_see(library: Library):
    uuid = factories.take_in(library, factories.notice()).notices[0].uuid
    with pytest.raises(UserFault) as caught:
        library.new_mark(uuid, 0, 2, quote="别的")
    assert caught.value.key == "mark-text-changed"


def test_saving_a_note_keeps_the_place_an_import_gave_meanwhile(library: Library):
    old = factories.notice()
    uuid = factories.take_in(library, old).notices[0].uuid
    start = old.text.index("市工业和信息化局")
    shown = library.new_mark(uuid, start, start + 8)
    factories.take_in(library, factories.changed_text(old, "通知如下", "有关事项通知如下"))
    saved = library.save_mark(replace(shown, note="再看"))
    assert library.notice(uuid).notice.text[saved.start : saved.end] == shown.quote
    assert library.marks(uuid)[0].note == "再看"


def test_what_is_gone_is_a_clear_fault_each(library: Library):
    calls = {
        "issue-missing": lambda: library.delete_issue(7),
        "mark-missing": lambda: library.delete_mark("none"),
        "search-missing": lambda: library.count_search("none"),
    }
    for key, call in calls.items():
        with pytest.raises(UserFault) as caught:
            call()
        assert caught.value.key == key
    assert library.source_lines(7) == ()
    assert library.findings(7) == []
    assert library.excerpts(notice="none") == []


def test_a_mark_made_on_an_older_text_is_put_into_the_new_one(library: Library):
    old = factories.notice()
    uuid = factories.take_in(library, old).notices[0].uuid
    seen = library.notice(uuid)
    factories.take_in(library, factories.changed_text(old, "通知如下", "有关事项通知如下"))
    start = seen.notice.text.index("市工业和信息化局")
    saved = library.save_mark(make_mark(seen, start, start + 8))
    assert library.notice(uuid).notice.text[saved.start : saved.end] == "市工业和信息化局"
    assert library.marks(uuid) == [saved]


def test_a_notice_that_only_stands_on_other_lines_is_unchanged(library: Library):
    first, second = factories.notice("通知甲", "甲号"), factories.notice("通知乙", "乙号")
    before = factories.take_in(library, first, second)
    moved = factories.notice("通知乙", "乙号", first_line=90)
    report = factories.take_in(library, moved, first)
    assert (report.unchanged, report.updated, report.added) == (2, 0, 0)
    assert library.notice(before.notices[1].uuid).notice.start_line == 90
    assert [summary.title for summary in library.notices()] == ["通知乙", "通知甲"]
