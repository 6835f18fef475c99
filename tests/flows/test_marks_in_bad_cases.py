"""Marks where things are odd: documents gone or changed meanwhile, long notes, nothing to mark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage.types import Mark
from tests.flows.conftest import Desk

WORDS = "充电基础设施"


def only(desk: Desk) -> Mark:
    (mark,) = desk.window.marking.shelf.marks()
    return mark


def test_a_note_being_written_on_a_document_that_is_deleted_is_kept(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(only(full), write=True)
    full.reader.card.note.setPlainText("写到一半")
    full.app.jobs.delete_issue(full.reader.stored.summary.issue_id)
    full.until(lambda: not full.titles())
    full.until(lambda: only(full).note == "写到一半")
    assert only(full).quote == WORDS


def test_marking_a_document_that_is_just_being_deleted_says_so(full: Desk):
    full.open("充电")
    start = full.reader.text.index(WORDS)
    full.app.jobs.delete_issue(full.reader.stored.summary.issue_id)
    full.reader.marking.mark_wanted.emit(start, start + 4, "yellow", False)
    full.until(lambda: "没有这份文件" in full.said())
    assert not list(full.window.marking.shelf.marks())


def test_an_end_dragged_in_a_text_that_was_just_corrected_says_so_and_stays(
    full: Desk, sample: Path, tmp_path: Path
):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(only(full))
    before = only(full)
    sheet = full.reader.sheet
    stored = sheet.notices[0]
    text = sheet.text
    changed = replace(stored.notice, blocks=stored.notice.blocks[1:])
    sheet.notices = (replace(stored, notice=changed),)  # the page has another text than the library
    sheet.text = "字" + text[1:].replace(WORDS, "已经改过的文字")
    full.reader.marking.place_wanted.emit(before.uuid, before.start, before.end + 1, False)
    full.until(lambda: "刚刚更新过" in full.said())
    assert only(full).quote == WORDS
    assert full.page.painter.place_of(before) == (before.start, before.end)


def test_a_selection_of_white_space_is_nothing_to_mark(full: Desk):
    full.open("充电")
    text = full.reader.text
    at = text.index("\n")
    full.page.select_span(at, at + 1)
    full.window.actions_["mark-yellow"].trigger()
    assert not full.reader.selection_bar.isVisible()
    assert not full.page.painter.marks


def test_a_note_of_ten_thousand_characters_is_kept(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    note = ("请核对第一季度的数据，" * 1_000)[:10_000]
    full.reader.marking.open_card(only(full), write=True)
    full.reader.card.note.setPlainText(note)
    QTest.keyClick(full.reader.card.note, Qt.Key.Key_Escape)
    full.until(lambda: only(full).note == note)
    full.reader.marking.open_card(only(full))
    assert full.reader.card.box.view.toPlainText() == note


def test_marks_at_the_very_start_and_end_can_be_extended_no_further(full: Desk):
    full.open("充电")
    length = len(full.reader.text)
    full.page.select_span(0, length)
    full.window.actions_["mark-blue"].trigger()
    full.until(lambda: full.page.painter.marks)
    before = only(full)
    full.reader.marking.open_card(before)
    full.window.actions_["mark-longer"].trigger()
    full.window.actions_["mark-earlier"].trigger()
    assert full.page.painter.place_of(before) == (0, length)
    assert full.window.marking.undo_stack.undo_step.key == "edit-highlight"
