"""What was changed by hand is known by its place, with what the source has there."""

from __future__ import annotations

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import FieldCorrection
from tests.storage.correcting.hands import block_of, correct, text_of


def test_changed_words_stand_in_the_text_with_what_was_recognised(library: Library, uuid: str):
    before = library.notice(uuid).notice
    assert library.changed_words(uuid) == []
    assert library.recognised(uuid) == before
    correct(library, uuid, "安排专项资金", "足额安排专项经费")
    text = text_of(library, uuid)
    told = [(text[each.start : each.end], each.before) for each in library.changed_words(uuid)]
    assert told == [("足额", ""), ("经费", "资金")]
    assert library.recognised(uuid) == before


def test_deleted_words_leave_an_empty_place_and_undone_ones_none(library: Library, uuid: str):
    report = correct(library, uuid, "专项", "")
    (gone,) = library.changed_words(uuid)
    assert (gone.end - gone.start, gone.before) == (0, "专项")
    assert text_of(library, uuid)[gone.start :].startswith("资金")
    library.undo_correction(report.corrections[0].uuid)
    assert library.changed_words(uuid) == []


def test_a_cut_paragraph_has_no_changed_words(library: Library, uuid: str):
    seen = library.notice(uuid)
    block = block_of(library, uuid, "财政局")
    library.cut_block(seen, block, seen.notice.blocks[block].text.index("财政局"))
    assert library.changed_words(uuid) == []


def test_a_notice_that_is_gone_is_refused(library: Library):
    with pytest.raises(UserFault, match="notice-missing"):
        library.changed_words("none")


def test_the_place_of_a_correction_is_known_after_later_ones(library: Library, uuid: str):
    report = correct(library, uuid, "安排专项资金", "足额安排专项经费")
    first = library.notice(uuid).notice.text[:3]
    correct(library, uuid, first, "很长的" + first)
    made = report.corrections[0].uuid
    notice, start, end = library.correction_place(made)
    assert (notice, text_of(library, uuid)[start:end]) == (uuid, "足额安排专项经费")


def test_a_correction_of_the_head_stands_nowhere_in_the_text(library: Library, uuid: str):
    section = library.notice(uuid).notice.section
    report = library.correct_fields(uuid, [FieldCorrection("section", section, "文件")])
    assert library.correction_place(report.corrections[0].uuid) == (uuid, 0, 0)
    with pytest.raises(UserFault, match="correction-missing"):
        library.correction_place("none")
