"""Notes and bookmarks on paragraphs and documents, and the tags of documents."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.panels.notice_tags import NoticeTagsDialog
from storage.types import Mark
from tests.flows.conftest import Desk

WORDS = "充电基础设施"


def of_kind(desk: Desk, kind: str) -> list[Mark]:
    return [mark for mark in desk.window.marking.shelf.marks() if mark.kind == kind]


def test_a_note_on_a_paragraph_is_written_and_opened_again(full: Desk):
    uuid = full.open("充电")
    full.window.activateWindow()
    at = full.reader.text.index(WORDS, 200)
    full.page.go_to(at, at)
    full.window.actions_["note"].trigger()
    full.until(full.reader.card.note.hasFocus)
    full.reader.card.note.insertPlainText("本段请财政局核对")
    QTest.keyClick(full.reader.card.note, Qt.Key.Key_Escape)
    full.until(lambda: [mark.note for mark in of_kind(full, "note")] == ["本段请财政局核对"])
    (note,) = of_kind(full, "note")
    text = full.reader.text
    assert note.notice == uuid
    assert note.start <= at < note.end
    assert "\n" not in note.quote.strip("\n")
    assert text[note.start : note.end] == note.quote
    full.page.put_caret(note.end - 1)
    full.window.actions_["note"].trigger()
    assert full.reader.card.mark.uuid == note.uuid
    assert full.reader.card.box.view.toPlainText() == "本段请财政局核对"
    assert len(of_kind(full, "note")) == 1
    full.reader.card.dismiss()
    full.window.actions_["undo"].trigger()
    full.window.actions_["undo"].trigger()
    full.until(lambda: not of_kind(full, "note"))


def test_a_key_sets_a_bookmark_and_takes_it_away(full: Desk):
    full.open("充电")
    at = full.reader.text.index(WORDS, 200)
    full.page.go_to(at, at)
    full.window.actions_["bookmark"].trigger()
    full.until(lambda: len(of_kind(full, "bookmark")) == 1)
    (made,) = of_kind(full, "bookmark")
    assert made.start <= at < made.end
    assert "书签" in full.window.actions_["undo"].text()
    full.until(lambda: "已加书签" in full.said())
    full.window.message_bar.action.click()  # a name for it
    full.until(full.reader.card.note.isVisible)
    full.reader.card.note.setPlainText("从这里读起")
    full.reader.card.dismiss()
    full.until(lambda: of_kind(full, "bookmark")[0].note == "从这里读起")
    full.window.actions_["bookmark"].trigger()
    full.until(lambda: not of_kind(full, "bookmark"))
    assert "删除书签" in full.window.actions_["undo"].text()
    full.window.actions_["undo"].trigger()
    full.until(lambda: of_kind(full, "bookmark"))


def test_the_document_has_a_note_and_a_bookmark_of_its_own(full: Desk):
    uuid = full.open("充电")
    signs = full.reader.head.signs
    signs.bookmark.click()
    full.until(lambda: of_kind(full, "bookmark"))
    assert of_kind(full, "bookmark")[0].whole_notice
    assert signs.bookmark.isChecked()
    full.window.activateWindow()
    full.window.actions_["note-notice"].trigger()
    full.until(full.reader.card.note.hasFocus)
    full.reader.card.note.insertPlainText("与省里的办法对照")
    full.reader.card.dismiss()
    full.until(lambda: of_kind(full, "note") and of_kind(full, "note")[0].note)
    (note,) = of_kind(full, "note")
    assert (note.notice, note.start, note.end) == (uuid, 0, 0)
    assert "与省里的办法对照" in signs.note.toolTip()
    signs.note.click()
    assert full.reader.card.mark.uuid == note.uuid
    full.open("供水突发事件")
    full.until(lambda: not signs.bookmark.isChecked())
    assert "与省里的办法对照" not in signs.note.toolTip()


def test_tags_of_a_document_are_edited_and_taken_back(full: Desk):
    uuid = full.open("充电")
    full.window.actions_["notice-tags"].trigger()
    dialog = full.dialog(NoticeTagsDialog)
    dialog.box.line.setText("重点，督查")
    QTest.keyClick(dialog.box.line, Qt.Key.Key_Return)
    shelf = full.window.marking.shelf
    full.until(lambda: set(shelf.notice_tags(uuid)) == {"重点", "督查"})
    dialog.box.line.setText("还在写")
    dialog.close()
    full.until(lambda: "还在写" in shelf.notice_tags(uuid))
    assert "#重点" in full.reader.head.signs.words.text()
    full.window.actions_["undo"].trigger()
    full.until(lambda: set(shelf.notice_tags(uuid)) == {"重点", "督查"})
    full.window.actions_["undo"].trigger()
    full.until(lambda: not shelf.notice_tags(uuid))
    full.until(lambda: not full.reader.head.signs.words.isVisible())
