"""Tool tips of notes and titles are text, whatever stands in them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.models.mark_entries import EntryBook
from desktop.models.mark_groups import Group
from desktop.models.marks import MarksModel
from desktop.models.tips import notes_tip, plain_tip, wrapped_tip
from storage.types import Mark

TRICK = '<img src="file:///etc/hostname"> & <b>粗</b>'


def test_tags_in_a_text_are_shown_not_read():
    assert plain_tip("通知") == "通知"
    for tip in (plain_tip(TRICK), wrapped_tip(TRICK)):
        assert "<img" not in tip
        assert "&lt;img" in tip
        assert "&amp;" in tip


def test_a_long_note_is_cut():
    assert len(wrapped_tip("长" * 10_000)) < 800
    assert wrapped_tip("长" * 10_000).endswith("…</div>")


def test_the_notes_of_several_marks_stand_under_one_another():
    marks = [Mark(str(at), "n1", 0, 1, "甲", note=note) for at, note in enumerate(("一", "", "二"))]
    assert "一\n\n二" in notes_tip(marks)
    assert notes_tip(marks[1:2]) == ""


def test_the_list_of_marks_shows_a_note_as_text():
    model = MarksModel()
    entry = EntryBook().entry(Mark("m", "n1", 0, 1, "甲", note=TRICK))
    model.set_groups([Group("", [entry])], "none", with_source=False)
    assert "<img" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
