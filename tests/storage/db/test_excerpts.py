"""What goes out: marked passages, and blocks or rows where a search stands."""

from __future__ import annotations

from dataclasses import replace

from storage.db.excerpts import found_excerpts
from storage.library import Library
from storage.types import Hit, StoredNotice
from tests import factories


def hits_of(stored: StoredNotice, *quotes: str) -> list[Hit]:
    text, hits = stored.notice.text, list[Hit]()
    for quote in quotes:
        at = text.find(quote)
        while at >= 0:
            hits.append(Hit(at, at + len(quote), quote, "", ""))
            at = text.find(quote, at + 1)
    return hits


def imported(library: Library) -> StoredNotice:
    return library.notice(factories.take_in(library, factories.notice()).notices[0].uuid)


def mark(library: Library, stored: StoredNotice, quote: str, note: str = ""):
    start = stored.notice.text.index(quote)
    return library.new_mark(stored.summary.uuid, start, start + len(quote), note=note)


def test_marks_come_in_reading_order_with_note_and_path(library: Library):
    stored = imported(library)
    mark(library, stored, "日常督查", "谁督查？")
    mark(library, stored, "充电桩建设的要求")
    excerpts = library.excerpts(notice=stored.summary.uuid)
    assert [(one.text, one.note, one.path) for one in excerpts] == [
        ("充电桩建设的要求", "", "一、总体要求"),
        ("日常督查", "谁督查？", "一、总体要求"),
    ]
    assert library.excerpts(issue_id=stored.summary.issue_id) == excerpts


def test_marks_of_a_deleted_issue_still_go_out(library: Library):
    stored = imported(library)
    mark(library, stored, "日常督查")
    library.delete_issue(stored.summary.issue_id)
    (excerpt,) = library.excerpts()
    assert excerpt.text == "日常督查"
    assert excerpt.summary == stored.summary


def test_only_the_marks_that_are_chosen_and_no_bookmarks(library: Library):
    stored = imported(library)
    first = mark(library, stored, "专项资金")
    mark(library, stored, "日常督查")
    bookmark = library.new_mark(stored.summary.uuid, 0, 2, kind="bookmark")
    chosen = library.excerpts(marks=[bookmark.uuid, first.uuid])
    assert [excerpt.text for excerpt in chosen] == ["专项资金"]
    assert len(library.excerpts()) == 2


def test_hits_bring_their_block_once_and_in_bold(library: Library):
    stored = imported(library)
    excerpts = found_excerpts(stored, [], hits_of(stored, "市", "人民政府"), marked_only=False)
    block = stored.notice.blocks[5]
    (last,) = [one for one in excerpts if one.text == block.text]
    assert [last.text[start:end] for start, end in last.bold] == ["市", "市人民政府"]
    assert len({one.start for one in excerpts}) == len(excerpts)
    assert excerpts == sorted(excerpts, key=lambda one: one.start)


def test_a_hit_in_a_table_brings_its_row(library: Library):
    stored = imported(library)
    (excerpt,) = found_excerpts(stored, [], hits_of(stored, "2024年6月"), marked_only=False)
    assert excerpt.text == "1\t市财政局\t2024年6月"
    assert excerpt.path == "二、任务分工"
    assert excerpt.text[slice(*excerpt.bold[0])] == "2024年6月"


def test_a_hit_over_two_blocks_brings_both(library: Library):
    stored = imported(library)
    (excerpt,) = found_excerpts(stored, [], hits_of(stored, "下。\n各县"), marked_only=False)
    assert excerpt.text == "\n".join(block.text for block in stored.notice.blocks[3:5])
    assert excerpt.text[slice(*excerpt.bold[0])] == "下。\n各县"


def test_a_hit_inside_a_mark_is_bold_there(library: Library):
    stored = imported(library)
    made = mark(library, stored, "财政局要安排专项资金")
    hits = hits_of(stored, "专项资金")
    (excerpt,) = found_excerpts(stored, [made], hits, marked_only=False)
    assert (excerpt.kind, excerpt.bold) == ("mark", ((6, 10),))


def test_only_marks_where_only_marks_are_wanted(library: Library):
    stored = imported(library)
    made = mark(library, stored, "日常督查")
    hits = hits_of(stored, "专项资金")
    assert [one.text for one in found_excerpts(stored, [made], hits, marked_only=True)] == [
        "日常督查"
    ]


def test_a_mark_without_a_place_comes_last_with_its_quote(library: Library):
    stored = imported(library)
    made = replace(mark(library, stored, "充电桩"), state="unplaced", start=0, end=3)
    excerpts = found_excerpts(stored, [made], hits_of(stored, "专项资金"), marked_only=False)
    assert [(one.kind, one.state) for one in excerpts] == [("hit", "sure"), ("mark", "unplaced")]
    assert excerpts[1].text == "充电桩"


def test_a_mark_to_be_checked_comes_with_what_was_marked_and_hides_no_hit(library: Library):
    stored = imported(library)
    made = replace(mark(library, stored, "专项资金"), state="check", quote="专项经费和其他")
    excerpts = found_excerpts(stored, [made], hits_of(stored, "专项资金"), marked_only=False)
    assert sorted((one.kind, one.state) for one in excerpts) == [("hit", "sure"), ("mark", "check")]
    (checked,) = [one for one in excerpts if one.kind == "mark"]
    assert (checked.text, checked.bold) == ("专项经费和其他", ())
