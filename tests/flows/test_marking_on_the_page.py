"""Marks changed on the page: their ends, tags, tasks and notes, all of it saved and taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage.types import Mark
from tests.desktop.panels.test_mark_ends import Hand
from tests.flows.conftest import Desk

WORDS = "充电基础设施"


def only(desk: Desk) -> Mark:
    (mark,) = desk.page.painter.marks
    return mark


def test_a_dragged_end_is_saved_and_taken_back(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(only(full))
    before = only(full)
    hand = Hand(full.reader, "end")
    hand.over(before.end + 4)
    hand.let_go()
    full.until(lambda: only(full).end == before.end + 4)
    moved = only(full)
    assert moved.quote == full.reader.text[moved.start : moved.end]
    assert full.page.painter.place_of(moved) == (moved.start, moved.end)
    assert "调整标注范围" in full.window.actions_["undo"].text()
    full.window.actions_["undo"].trigger()
    full.until(lambda: only(full).quote == WORDS)
    full.window.actions_["redo"].trigger()
    full.until(lambda: only(full).quote == moved.quote)


def test_keys_pressed_one_after_the_other_are_one_step_back(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(only(full))
    for _ in range(3):
        full.window.actions_["mark-longer"].trigger()
    full.window.actions_["mark-earlier"].trigger()
    text = full.reader.text
    start = text.index(WORDS)
    full.until(lambda: (only(full).start, only(full).end) == (start - 1, start + len(WORDS) + 3))
    full.until(lambda: full.window.marking.undo_stack.undo_step.key == "edit-place")
    full.until(lambda: not full.window.marking._moving)
    full.window.actions_["undo"].trigger()
    full.until(lambda: only(full).quote == WORDS)


def test_tags_day_and_tick_are_saved_and_taken_back(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(only(full))
    card = full.reader.card
    card.tags.line.setText("督查，资金")
    QTest.keyClick(card.tags.line, Qt.Key.Key_Return)
    full.until(lambda: set(only(full).tags) == {"督查", "资金"})
    card.with_due.click()
    card.due.day.setText("2030-06-30")
    QTest.keyClick(card.due.day, Qt.Key.Key_Return)
    card.due.done.click()
    full.until(lambda: only(full).due == "2030-06-30" and only(full).done)
    assert full.window.marking.shelf.tags() == {"督查": 1, "资金": 1}
    for told in ("勾选任务", "更改期限", "更改标签"):
        assert told in full.window.actions_["undo"].text()
        full.window.actions_["undo"].trigger()
        full.until(lambda told=told: told not in full.window.actions_["undo"].text())
    assert (only(full).tags, only(full).due, only(full).done) == ((), "", "")


def test_tags_of_the_library_are_offered(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(only(full))
    card = full.reader.card
    card.tags.line.setText("督查")
    QTest.keyClick(card.tags.line, Qt.Key.Key_Return)
    full.until(lambda: only(full).tags)
    completer = card.tags.line.completer()
    completer.setCompletionPrefix("查")
    full.until(lambda: completer.completionCount() == 1)


def test_the_key_opens_the_card_for_reading_and_then_for_writing(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(only(full), write=True)
    full.reader.card.note.setPlainText("**重点**")
    full.reader.card.dismiss()
    full.until(lambda: only(full).note)
    full.page.put_caret(only(full).start + 1)
    full.window.activateWindow()
    full.window.actions_["open-mark"].trigger()
    full.until(full.reader.card.box.view.hasFocus)
    assert full.reader.card.box.view.toPlainText() == "重点"
    full.window.actions_["open-mark"].trigger()
    full.until(full.reader.card.note.hasFocus)
