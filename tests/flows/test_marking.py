"""Marks and notes: made, changed, deleted, taken back, and all there after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.models.mark_rows import marks_of as rows_marks
from storage.types import Mark
from tests.flows.conftest import Desk

WORDS = "充电基础设施"


def marks_of(desk: Desk) -> list[Mark]:
    return rows_marks(desk.window.marks.model.rows)


def test_marks_and_notes_are_there_after_a_restart(start: Callable[[], Desk], sample: Path):
    desk = start()
    desk.import_and_close_report(sample)
    uuid = desk.open("充电")
    desk.mark(WORDS, "green")
    start_of = desk.reader.text.index("三年行动方案")
    desk.page.select_span(start_of, start_of + 6)
    desk.window.actions_["note"].trigger()
    desk.until(lambda: desk.reader.card.isVisible())
    desk.reader.card.note.setPlainText("与去年对照\n第二行")
    desk.window.close()  # at once, while the note is still being typed

    again = start()
    again.until(lambda: again.reader.uuid == uuid)  # the last notice is open again
    again.until(lambda: len(again.page.painter.marks) == 2)
    by_style = {mark.style: mark for mark in again.page.painter.marks}
    assert by_style["green"].quote == WORDS
    assert by_style["yellow"].quote == "三年行动方案"
    assert by_style["yellow"].note == "与去年对照\n第二行"
    again.window.right.setCurrentWidget(again.window.marks)
    again.until(lambda: len(marks_of(again)) == 2)


def test_colour_and_note_are_changed_on_the_card(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(full.page.painter.marks[0])
    full.reader.card.styles["red"].click()
    full.until(lambda: full.page.painter.marks[0].style == "red")
    full.reader.card.note.setPlainText("请核对")
    full.until(lambda: full.page.painter.marks[0].note == "请核对")
    assert full.reader.card.isVisible()


def test_all_by_keyboard(full: Desk, qtbot):
    full.open("充电")
    window, page = full.window, full.page
    window.activateWindow()
    window.actions_["go-page"].trigger()
    full.until(page.hasFocus)
    window.actions_["caret"].trigger()
    page.put_caret(full.reader.text.index(WORDS))
    for _ in WORDS:
        QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    window.actions_["mark-purple"].trigger()
    full.until(lambda: page.painter.marks)
    assert page.painter.marks[0].quote == WORDS
    page.put_caret(page.painter.marks[0].start + 1)
    window.actions_["open-mark"].trigger()
    full.until(full.reader.card.note.hasFocus)
    full.reader.card.note.insertPlainText("键盘写的批注")
    QTest.keyClick(full.reader.card.note, Qt.Key.Key_Escape)
    full.until(lambda: page.painter.marks[0].note == "键盘写的批注")
    window.actions_["go-marks"].trigger()
    full.until(window.marks.list.hasFocus)
    window.marks.select(page.painter.marks[0].uuid)
    QTest.keyClick(window.marks.list, Qt.Key.Key_Delete)
    full.until(lambda: not page.painter.marks)
    for name, widget in (
        ("go-library", window.library.tree),
        ("go-outline", window.outline.list),
        ("filter", window.library.filter),
        ("search", window.search_box),
    ):
        window.actions_[name].trigger()
        full.until(widget.hasFocus)


def test_a_deleted_mark_can_be_taken_back(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(full.page.painter.marks[0])
    full.reader.card.delete.click()
    full.until(lambda: not full.page.painter.marks)
    full.until(lambda: "标注已删除" in full.said())
    full.window.message_bar.action.click()
    full.until(lambda: len(full.page.painter.marks) == 1)
    full.reader.marking.open_card(full.page.painter.marks[0])
    full.reader.card.delete.click()
    full.until(lambda: "标注已删除" in full.said())
    full.window.actions_["undo"].trigger()
    full.until(lambda: len(full.page.painter.marks) == 1)
    assert full.said() == ""


def test_a_mark_in_the_list_is_gone_to_from_another_notice(full: Desk):
    marked = full.open("充电")
    words = "充电基础设施信息服务平台"
    full.mark(words)
    full.open("供水突发事件")
    full.window.marks.bar.scope.setCurrentIndex(2)
    full.until(lambda: marks_of(full))
    assert "霁川市" in marks_of(full)[0].citation
    full.window.marks.mark_wanted.emit(marks_of(full)[0])
    full.until(lambda: full.reader.uuid == marked)
    full.until(lambda: full.page.shows(full.reader.text.index(words)))


def test_marks_over_each_other_over_tables_and_at_the_ends(full: Desk):
    full.open("充电")
    text = full.reader.text
    for start, end in ((0, 3), (len(text) - 3, len(text)), (0, len(text)), (5, 40)):
        full.page.select_span(start, end)
        before = len(full.page.painter.marks)
        full.window.actions_["mark-blue"].trigger()
        full.until(lambda before=before: len(full.page.painter.marks) == before + 1)
    assert {(mark.start, mark.end) for mark in full.page.painter.marks} >= {(0, 3), (5, 40)}
    assert all(mark.quote == text[mark.start : mark.end] for mark in full.page.painter.marks)


def test_a_deleted_document_is_closed_as_soon_as_the_tree_is_without_it(full: Desk):
    full.open("充电")
    open_then: list[str] = []
    full.window.reading.tree_loaded.connect(lambda _: open_then.append(full.reader.uuid))
    full.app.jobs.delete_issue(full.reader.stored.summary.issue_id)
    full.until(lambda: open_then)
    assert open_then == [""]


def test_a_mark_whose_document_is_gone_says_so(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.window.marks.bar.scope.setCurrentIndex(2)
    full.until(lambda: marks_of(full))
    full.app.jobs.delete_issue(full.reader.stored.summary.issue_id)
    full.until(lambda: not full.titles())
    full.until(lambda: marks_of(full))
    full.window.marks.mark_wanted.emit(marks_of(full)[0])
    full.until(full.said)
    assert full.reader.empty.isVisible()


def test_text_is_copied_with_its_citation(full: Desk):
    full.open("充电")
    start = full.reader.text.index(WORDS)
    full.page.select_span(start, start + len(WORDS))
    full.window.actions_["cite"].trigger()
    full.until(lambda: QApplication.clipboard().text().startswith(f"“{WORDS}”——《霁川市人民政府"))
    assert "（霁政发〔2024〕6号），霁川市人民政府公报2024年第2期" in QApplication.clipboard().text()
    full.window.actions_["copy"].trigger()
    assert QApplication.clipboard().text() == WORDS


def test_the_author_stands_beside_the_mark(full: Desk):
    full.app.settings.author = "王科长"
    full.window.apply_settings()
    full.open("充电")
    full.mark(WORDS)
    assert full.page.painter.marks[0].author == "王科长"
    full.reader.marking.open_card(full.page.painter.marks[0])
    assert "王科长" in full.reader.card.state.text()


def test_a_note_is_kept_that_is_written_before_the_lists_are_loaded(full: Desk):
    full.open("充电")
    full.mark(WORDS)
    full.reader.marking.open_card(full.page.painter.marks[0], write=True)
    full.reader.card.note.setPlainText("先写")
    full.window.marking.shelf.load([], {})  # as in the moment before all marks are loaded
    assert not full.reader.card.isVisible()
    full.window.marking.load()
    full.until(lambda: full.page.painter.marks and full.page.painter.marks[0].note == "先写")
