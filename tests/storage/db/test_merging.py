"""Two stored notices that are one document become one, and no mark is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import Edit, Issue, TagsChange
from tests import factories
from tests.storage.db.test_identity import LONG

TITLE = "云州市人民政府关于充电桩建设的通知"


@pytest.fixture
def pair(library: Library):
    """The uuids of a stored notice and of its later version with another title."""
    old = factories.notice(paragraphs=LONG)
    first = factories.take_in(library, old)
    new = replace(factories.changed_text(old, "抓好", "切实抓好"), title=TITLE)
    report = factories.take_in(library, new)
    (doubt,) = report.doubtful
    assert (doubt.keep, doubt.gone) == (report.notices[0].uuid, first.notices[0].uuid)
    return doubt.keep, doubt.gone


def mark_words(library: Library, uuid: str, words: str, note: str = ""):
    start = library.notice(uuid).notice.text.index(words)
    return library.new_mark(uuid, start, start + len(words), note=note)


def test_marks_move_to_the_notice_that_stays(library: Library, pair):
    keep, gone = pair
    table = mark_words(library, gone, "市财政局", "请核对")
    changed = mark_words(library, gone, "要按照职责分工抓好第3项工作的落实")
    own = mark_words(library, keep, "二、任务分工")
    deleted = library.delete_mark(mark_words(library, gone, "一、总体要求").uuid)
    report = library.merge_notices(keep, gone)
    assert (report.kept.uuid, report.gone.uuid, report.moved) == (keep, gone, 2)
    assert report.unplaced == ()
    assert [mark.quote for mark in report.to_check] == [changed.quote]
    marks = {mark.uuid: mark for mark in library.marks(keep)}
    assert set(marks) == {table.uuid, changed.uuid, own.uuid}
    text = library.notice(keep).notice.text
    moved = marks[table.uuid]
    assert text[moved.start : moved.end] == "市财政局"
    assert moved.note == "请核对"
    assert TITLE in moved.citation
    assert library.restore_mark(deleted.uuid).notice == keep
    (doubtful,) = library.marks(states=["check"])
    assert doubtful.quote == changed.quote
    assert text[doubtful.start : doubtful.end] == "要按照职责分工切实抓好第3项工作的落实"


def test_tags_of_both_stay(library: Library, pair):
    keep, gone = pair
    changes = (TagsChange(keep, (), ("督办",)), TagsChange(gone, (), ("充电桩", "督办")))
    library.apply(Edit("edit-tags", notices=changes))
    library.merge_notices(keep, gone)
    assert library.notice_tags()[keep] == ("充电桩", "督办")


def test_the_other_notice_is_gone_from_tree_search_and_index(library: Library, pair):
    keep, gone = pair
    factories.run(library.catch_up())
    assert library.search("职责分工").total_notices == 2
    before = library.change_counter
    library.merge_notices(keep, gone)
    assert library.change_counter > before
    assert [notice.uuid for notice in library.notices()] == [keep]
    assert [notice.position for notice in library.notices()] == [0]
    assert library.search("职责分工").total_notices == 1
    factories.run(library.catch_up())
    assert library.search("职责分工").total_notices == 1
    with pytest.raises(UserFault, match="notice-missing"):
        library.notice(gone)


def test_the_old_file_brings_the_notice_back(library: Library, pair):
    keep, gone = pair
    mark_words(library, gone, "市财政局")
    library.merge_notices(keep, gone)
    factories.take_in(library, factories.notice(paragraphs=LONG))
    assert {notice.uuid for notice in library.notices()} == {keep, gone}
    assert len(library.marks(keep)) == 1


def test_a_single_document_goes_into_the_issue_that_prints_it(library: Library):
    printed = factories.take_in(library, factories.notice(paragraphs=LONG)).notices[0].uuid
    loose = factories.notice(paragraphs=[*LONG, "此件公开发布。"])
    report = factories.take_in(library, loose, issue=Issue())
    (doubt,) = report.doubtful
    single = report.notices[0].uuid
    assert (doubt.reason, doubt.new, doubt.old) == ("linked-copy", single, printed)
    assert doubt.linked
    assert doubt.can_merge
    assert (doubt.keep, doubt.gone) == (printed, single)
    mark_words(library, single, "市财政局")
    library.merge_notices(doubt.keep, doubt.gone)
    assert [issue.issue.name for issue in library.issues()] == [factories.ISSUE.name]
    assert [mark.notice for mark in library.marks()] == [printed]
    # Its file went with it, so it can be taken in again.
    assert factories.take_in(library, loose, issue=Issue()).status == "new"


def test_a_note_written_on_the_old_view_stays_with_the_notice_that_stays(library: Library, pair):
    keep, gone = pair
    seen = mark_words(library, gone, "市财政局")
    library.merge_notices(keep, gone)
    (moved,) = library.marks(keep)
    saved = library.save_mark(replace(seen, note="请核对"))
    assert (saved.notice, saved.note, saved.start) == (keep, "请核对", moved.start)
    assert library.marks(keep) == [saved]


def test_what_cannot_be_merged_changes_nothing(library: Library, pair):
    keep, gone = pair
    before = library.change_counter
    for one, other, key in (
        (keep, keep, "merge-same"),
        (keep, "不在", "notice-missing"),
        ("不在", gone, "notice-missing"),
    ):
        with pytest.raises(UserFault, match=key):
            library.merge_notices(one, other)
    assert library.change_counter == before
    assert len(library.notices()) == 2


def test_a_broken_merge_leaves_all_as_it_was(library: Library, pair, monkeypatch):
    keep, gone = pair
    mark = mark_words(library, gone, "市财政局")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("storage.db.notices.remove_notice", fail)
    with pytest.raises((OSError, UserFault)):
        library.merge_notices(keep, gone)
    assert library.marks() == [mark]
    assert len(library.notices()) == 2
