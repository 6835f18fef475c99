"""Which notice of a file is which of the library, and what the report asks."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from storage.library import Library
from storage.types import Doubt, Issue, Notice
from tests import factories

LONG = [f"第{line}条 各级各部门要按照职责分工抓好第{line}项工作的落实。" for line in range(1, 41)]


def as_text(known: Notice, share_changed: float) -> Notice:
    """The notice with a share of its paragraphs' characters made others."""
    blocks = list(known.blocks)
    left = int(len(known.text) * share_changed)
    for place, block in enumerate(blocks):
        if block.kind == "paragraph" and left > 0:
            taken = min(left, len(block.text))
            blocks[place] = replace(block, text="改" * taken + block.text[taken:])
            left -= taken
    return replace(known, blocks=tuple(blocks))


def test_a_fifth_of_the_text_may_change(library: Library):
    known = factories.notice(paragraphs=LONG)
    first = factories.take_in(library, known)
    report = factories.take_in(library, as_text(known, 0.15))
    assert (report.updated, report.added, report.doubtful) == (1, 0, ())
    assert report.notices[0].uuid == first.notices[0].uuid


def test_more_than_a_fifth_makes_it_another_notice_and_asks(library: Library):
    known = factories.notice(paragraphs=LONG)
    old = factories.take_in(library, known).notices[0].uuid
    report = factories.take_in(library, as_text(known, 0.3))
    assert (report.updated, report.added) == (0, 1)
    new = report.notices[0].uuid
    assert report.doubtful == (Doubt(known.title, "doubtful-text", new, old),)
    assert len(library.notices()) == 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"title": "云州市人民政府关于充电桩建设的通知"}, "doubtful-title"),
        ({"number": "云政发〔2023〕21号"}, "doubtful-number"),
        ({"number": None}, "doubtful-number"),
        ({"issuer": "云州市人民政府办公室"}, "doubtful-issuer"),
        ({"date": "2023-07-06"}, "doubtful-date"),
        ({"date": None, "issuer": None}, "doubtful-head"),
    ],
)
def test_a_head_that_differs_makes_it_another_notice_and_asks(
    library: Library, change: dict[str, str | None], reason: str
):
    known = factories.notice(paragraphs=LONG)
    old = factories.take_in(library, known).notices[0].uuid
    new = replace(factories.changed_text(known, "抓好", "切实抓好"), **change)  # type: ignore[arg-type]
    report = factories.take_in(library, new)
    assert (report.added, report.updated) == (1, 0)
    assert report.doubtful == (Doubt(new.title, reason, report.notices[0].uuid, old),)


def test_width_and_brackets_of_the_head_do_not_count(library: Library):
    known = factories.notice(paragraphs=LONG)
    factories.take_in(library, known)
    new = replace(
        factories.changed_text(known, "抓好", "切实抓好"),
        title=known.title.replace("的", " 的"),
        number="云政发[２０２３]12 号",
    )
    report = factories.take_in(library, new)
    assert (report.updated, report.added, report.doubtful) == (1, 0, ())


def test_notices_that_the_new_file_lacks_stay_with_their_marks(library: Library):
    first, second, third = (
        factories.notice(f"通知{place}", f"{place}号", [f"{place}处负责。" * 40])
        for place in "甲乙丙"
    )
    report = factories.take_in(library, first, second, third)
    mark = library.new_mark(report.notices[1].uuid, 0, 3)
    again = factories.take_in(library, first, third, factories.notice("通知丁", "丁号"))
    assert (again.added, again.unchanged) == (1, 2)
    lacking = report.notices[1].uuid
    assert again.doubtful == (Doubt("通知乙", "doubtful-not-in-new-file", "", lacking),)
    assert [summary.title for summary in library.notices()] == [
        "通知甲",
        "通知乙",
        "通知丙",
        "通知丁",
    ]
    assert library.marks() == [mark]
    lacking = library.notices()[1]
    assert "通知丁" in library.source_lines(lacking.issue_id)
    assert "通知乙" in library.source_lines(lacking.issue_id, lacking.uuid)


def test_the_old_file_can_be_taken_in_again(library: Library):
    old = factories.notice(paragraphs=LONG)
    new = factories.changed_text(old, "抓好", "切实抓好")
    uuid = factories.take_in(library, old).notices[0].uuid
    factories.take_in(library, new)
    report = factories.take_in(library, old)
    assert (report.status, report.updated) == ("updated", 1)
    assert library.notice(uuid).notice == old


@pytest.mark.parametrize(
    "issue",
    [Issue(), Issue("云州公报", 2023, None), Issue(None, 2023, 4), Issue("云州公报", None, 4)],
)
def test_without_name_year_and_number_each_file_is_an_issue_of_its_own(
    library: Library, issue: Issue
):
    known = factories.notice(paragraphs=LONG)
    old = factories.take_in(library, known, issue=issue).notices[0].uuid
    report = factories.take_in(library, factories.changed_text(known, "抓好", "抓"), issue=issue)
    assert (report.status, report.added) == ("new", 1)
    new = report.notices[0].uuid
    linked, can_merge = True, issue == Issue()
    assert report.doubtful == (
        Doubt(known.title, "linked-copy", new, old, False, linked, can_merge),
    )
    assert len(library.issues()) == 2


def test_two_notices_with_one_head_keep_apart(library: Library):
    # Two appointments of one day without a number.
    first = factories.notice("任免通知", None, ["任命甲为局长。"] * 9)
    second = factories.notice("任免通知", None, ["免去乙的主任职务。"] * 9)
    report = factories.take_in(library, first, second)
    uuids = [summary.uuid for summary in report.notices]
    again = factories.take_in(library, factories.changed_text(second, "乙的", "乙同志的"), first)
    assert (again.updated, again.unchanged, again.added) == (1, 1, 0)
    assert [summary.uuid for summary in again.notices] == uuids[::-1]


def test_a_masthead_that_changed_is_taken_over(library: Library):
    known = factories.notice()
    factories.take_in(library, known, issue=replace(factories.ISSUE, serial=None))
    before = library.change_counter
    factories.take_in(library, known, factories.notice("另一份", None))
    assert library.issues()[0].issue.serial == factories.ISSUE.serial
    assert library.change_counter > before


@pytest.mark.parametrize(("times", "length"), [(60, 60_000), (1000, 1_000_000)])
def test_a_long_notice_is_compared_quickly(library: Library, times: int, length: int):
    long = factories.notice(paragraphs=LONG * times)
    assert len(long.text) > length
    factories.take_in(library, long)
    begun = time.perf_counter()
    report = factories.take_in(library, as_text(long, 0.17))
    assert time.perf_counter() - begun < 3
    assert report.updated == 1
