"""What a user changes in marks and tags is made and taken back as one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import Edit, Mark, MarkChange, TagCount, TagsChange
from tests import factories


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
        yield library


@pytest.fixture
def notice(library: Library) -> str:
    return library.notices()[0].uuid


def marked(library: Library, notice: str, quote: str, **fields: object) -> Mark:
    start = library.notice(notice).notice.text.index(quote)
    made = library.new_mark(notice, start, start + len(quote), quote=quote)
    if not fields:
        return made
    edit = library.apply(Edit("edit-mark", (MarkChange(made, replace(made, **fields)),)))
    return edit.marks[0].after


def change(library: Library, *changes: tuple[Mark, dict[str, object]]) -> Edit:
    pairs = tuple(MarkChange(mark, replace(mark, **fields)) for mark, fields in changes)
    return library.apply(Edit("edit-style", pairs))


def test_a_change_of_many_marks_is_taken_back_and_done_again_as_one(library, notice):
    first, second = (marked(library, notice, quote) for quote in ("专项资金", "日常督查"))
    edit = change(library, (first, {"style": "red"}), (second, {"style": "red"}))
    assert {mark.style for mark in library.marks()} == {"red"}
    again = library.take_back(edit)
    assert {mark.style for mark in library.marks()} == {"yellow"}
    library.take_back(again)
    assert {mark.style for mark in library.marks()} == {"red"}


def test_a_new_mark_is_taken_back_into_the_bin_and_comes_again(library, notice):
    made = marked(library, notice, "专项资金", note="批注", tags=("资金",))
    again = library.take_back(Edit("edit-mark", (MarkChange(None, made),)))
    assert library.marks() == []
    assert [mark.note for mark in library.deleted_marks()] == ["批注"]
    library.take_back(again)
    (back,) = library.marks()
    assert (back.uuid, back.note, back.tags) == (made.uuid, "批注", ("资金",))


def test_a_deletion_is_taken_back(library, notice):
    made = marked(library, notice, "专项资金")
    edit = change(library, (made, {"deleted": "2024-01-01T00:00:00+00:00"}))
    assert library.marks() == []
    library.take_back(edit)
    assert [mark.uuid for mark in library.marks()] == [made.uuid]


def test_a_mark_out_of_the_bin_is_restored_by_an_edit(library, notice):
    library.delete_mark(marked(library, notice, "专项资金").uuid)
    (gone,) = library.deleted_marks()
    change(library, (gone, {"deleted": None}))
    assert [mark.uuid for mark in library.marks()] == [gone.uuid]


def test_taking_back_leaves_what_another_window_wrote(library, notice):
    made = marked(library, notice, "专项资金")
    edit = change(library, (made, {"style": "blue", "tags": ("资金",)}))
    now = edit.marks[0].after
    change(library, (now, {"note": "另一窗口", "tags": ("资金", "督办")}))
    library.take_back(edit)
    (mark,) = library.marks()
    assert (mark.style, mark.note, mark.tags) == ("yellow", "另一窗口", ("督办",))


def test_taking_a_wider_place_back_after_an_import_finds_the_words(library, notice):
    made = marked(library, notice, "专项资金")
    wide = {"start": made.start - 2, "quote": "安排专项资金", "prefix": made.prefix[:-2]}
    edit = change(library, (made, wide))
    longer = factories.changed_text(factories.notice(), "为贯彻落实", "为全面深入贯彻落实")
    factories.take_in(library, longer)
    library.take_back(edit)
    (mark,) = library.marks()
    text = library.notice(notice).notice.text
    assert (mark.quote, text[mark.start : mark.end]) == ("专项资金", "专项资金")


def test_a_mark_that_was_emptied_out_of_the_bin_is_passed_over(library, notice):
    first, second = (marked(library, notice, quote) for quote in ("专项资金", "日常督查"))
    stamp = {"deleted": "2024-01-01T00:00:00+00:00"}
    edit = change(library, (first, stamp), (second, stamp))
    assert library.empty_bin([first.uuid]) == 1
    library.take_back(edit)
    assert [mark.uuid for mark in library.marks()] == [second.uuid]
    assert library.deleted_marks() == []


def test_nothing_of_an_edit_is_written_where_one_change_is_refused(library, notice):
    first, second = (marked(library, notice, quote) for quote in ("专项资金", "日常督查"))
    library.delete_mark(second.uuid)
    with pytest.raises(UserFault, match="mark-deleted-elsewhere"):
        change(library, (first, {"style": "red"}), (second, {"style": "red"}))
    assert [mark.style for mark in library.marks()] == ["yellow"]


def test_tags_are_cleaned_counted_and_renamed_wherever_they_are(library, notice):
    marked(library, notice, "专项资金", tags=(" 资金 ", "资金,", "督\u200b办"))
    library.apply(Edit("edit-tags", notices=(TagsChange(notice, (), ("资金",)),)))
    assert library.tags() == [TagCount("督 办", 1, 0), TagCount("资金", 1, 1)]
    edit = library.retag(["资金", "督 办"], "经费")
    assert library.tags() == [TagCount("经费", 1, 1)]
    assert library.notice_tags() == {notice: ("经费",)}
    library.take_back(edit)
    assert library.tags() == [TagCount("督 办", 1, 0), TagCount("资金", 1, 1)]


def test_a_tag_is_taken_away_everywhere(library, notice):
    marked(library, notice, "专项资金", tags=("资金", "督办"))
    library.retag(["资金"], "")
    assert [count.tag for count in library.tags()] == ["督办"]


def test_tags_and_notes_of_a_deleted_issue_stay_with_its_marks(library, notice):
    marked(library, notice, "专项资金", tags=("资金",), due="2024-03-01")
    library.delete_issue(library.issues()[0].id)
    (mark,) = library.marks()
    assert (mark.tags, mark.due) == (("资金",), "2024-03-01")


def test_a_note_on_the_whole_notice_stays_sure_through_a_new_text(library, notice):
    library.new_mark(notice, 0, 0, note="全文", kind="note")
    factories.take_in(library, factories.changed_text(factories.notice(), "贯彻落实", "认真落实"))
    (note,) = library.marks()
    assert (note.state, note.start, note.end, note.quote) == ("sure", 0, 0, "")


def test_names_of_the_colours_are_kept(library):
    library.set_style_names({"yellow": "重点", "red": "", "nonsense": "x"})
    assert library.style_names() == {"yellow": "重点"}
    library.set_state("style-names", "no json")
    assert library.style_names() == {}


# ---- moving a mark by hand


def test_a_mark_is_moved_to_other_words_and_back(library, notice):
    made = marked(library, notice, "专项资金", note="批注", tags=("资金",))
    text = library.notice(notice).notice.text
    start = text.index("日常督查")
    edit = library.move_mark(made, start, start + 4, "日常督查")
    (moved,) = library.marks()
    assert (moved.quote, moved.start, moved.state) == ("日常督查", start, "sure")
    assert (moved.uuid, moved.note, moved.tags) == (made.uuid, "批注", ("资金",))
    assert text[start - 32 : start] == moved.prefix
    assert edit.key == "edit-place"
    again = library.take_back(edit)
    assert library.marks()[0].quote == "专项资金"
    library.take_back(again)
    assert library.marks()[0].quote == "日常督查"


def test_a_mark_is_not_moved_to_words_that_are_no_longer_there(library, notice):
    made = marked(library, notice, "专项资金")
    with pytest.raises(UserFault, match="mark-text-changed"):
        library.move_mark(made, 0, 4, "别的文字")
    assert library.marks() == [made]


def test_a_colour_from_a_window_that_saw_the_mark_elsewhere_does_not_move_it_back(library, notice):
    made = marked(library, notice, "专项资金")
    library.move_mark(made, made.start, made.end - 2, "专项")
    change(library, (made, {"style": "red"}))
    (mark,) = library.marks()
    assert (mark.quote, mark.style) == ("专项", "red")


def test_a_mark_stands_in_the_text_as_another_window_has_just_changed_it(library, notice, tmp_path):
    marked(library, notice, "专项资金")  # the notice is known from now on
    old = library.notice(notice).notice
    with factories.open_library(tmp_path, create=False) as other:
        factories.take_in(other, factories.changed_text(old, "安排专项资金", "安排足够的专项资金"))
    start = old.text.index("专项资金")
    with pytest.raises(UserFault, match="mark-text-changed"):
        library.new_mark(notice, start, start + 4, quote="专项资金")
    assert marked(library, notice, "足够的专项资金").quote == "足够的专项资金"
