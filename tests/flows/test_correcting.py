"""Words and paragraphs put right by hand: typed, saved at once, taken back, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from storage.types import TextCorrection
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless

NOTICE = "充电"
WORDS = "充电设施"


def select(desk: Desk, words: str) -> None:
    """Select the first place of words."""
    start = desk.reader.text.index(words)
    desk.page.select_span(start, start + len(words))


def begin(desk: Desk, words: str) -> None:
    """Select words and press the key of correcting."""
    select(desk, words)
    desk.page.setFocus()
    desk.window.actions_["correct"].trigger()
    assert desk.reader.correction_box.isVisible()


def write(desk: Desk, words: str) -> None:
    """Type words over what stands selected in the box, and press Enter."""
    edit = desk.reader.correction_box.edit
    edit.insertPlainText(words)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def reads(desk: Desk, words: str) -> None:
    desk.until(lambda: words in desk.reader.text)


@pytest.fixture
def reading(full: Desk) -> Desk:
    full.open(NOTICE)
    full.window.activateWindow()
    return full


def test_selected_words_are_corrected_and_the_mark_beside_them_stays(reading: Desk):
    desk, box = reading, reading.reader.correction_box
    desk.mark("应当")
    begin(desk, WORDS)
    assert box.edit.words == WORDS
    assert nameless(box) == []
    desk.until(box.edit.hasFocus)
    QTest.keyClicks(box.edit, "EV")
    assert ">EV</b>" in box.preview.text()
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    reads(desk, "EV")
    assert not box.isVisible()
    assert desk.page.hasFocus()
    (mark,) = desk.page.painter.marks
    assert desk.reader.text[mark.start : mark.end] == "应当"


def test_escape_leaves_all_as_it_is(reading: Desk):
    before = reading.reader.text
    begin(reading, WORDS)
    edit = reading.reader.correction_box.edit
    QTest.keyClicks(edit, "EV")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not reading.reader.correction_box.isVisible()
    assert reading.reader.text == before
    assert reading.page.hasFocus()


def test_without_a_selection_the_paragraph_is_corrected_with_the_caret_in_its_place(reading: Desk):
    desk, box = reading, reading.reader.correction_box
    at = desk.reader.text.index("应当")
    desk.page.clear_selection()
    desk.page.go_to(at, at + 1)
    desk.page.setFocus()
    desk.window.actions_["correct"].trigger()
    paragraph = box.edit.words
    assert "应当" in paragraph
    assert "\n" not in paragraph
    assert paragraph[box.edit.textCursor().position() :].startswith("应当")
    QTest.keyClicks(box.edit, "X")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    reads(desk, "X应当")
    (listed,) = corrections(desk)
    assert listed.after.endswith("X")
    assert len(listed.after) == 2  # the character before it goes along, not the whole paragraph


def corrections(desk: Desk) -> list:
    found: list[list] = []
    desk.app.jobs.correcting.listed(desk.reader.uuid, None, desk.window, found.append)
    desk.until(lambda: found)
    return found[0]


def test_nothing_written_deletes_the_words(reading: Desk):
    desk, box = reading, reading.reader.correction_box
    before = desk.reader.text
    begin(desk, WORDS)
    QTest.keyClick(box.edit, Qt.Key.Key_Delete)
    assert box.apply.text() == "删去这些文字"
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    desk.until(lambda: desk.reader.text == before.replace(WORDS, "", 1))


def test_equal_places_are_corrected_at_once_and_taken_back_as_one(reading: Desk):
    desk, box = reading, reading.reader.correction_box
    before = desk.reader.text
    count = before.count(WORDS)
    assert count > 2
    begin(desk, WORDS)
    assert f"{count - 1} 处" in box.alike.text()
    box.alike.setChecked(True)
    assert box.places.count() == count - 1
    assert f"【{WORDS}】" in box.places.item(0).text()
    box.places.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert f"{count - 1} 处" in box.apply.text()
    write(desk, "充电桩")
    desk.until(lambda: desk.reader.text.count(WORDS) == 1)
    desk.until(lambda: f"{count - 1} 处" in desk.said())
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: desk.reader.text == before)
    desk.window.actions_["redo"].trigger()
    desk.until(lambda: desk.reader.text.count(WORDS) == 1)


def test_steps_of_marks_and_corrections_are_taken_back_in_their_order(reading: Desk):
    desk = reading
    before = desk.reader.text
    desk.mark("应当")
    begin(desk, WORDS)
    write(desk, "充电桩充电桩")
    reads(desk, "充电桩充电桩")
    desk.mark("充电桩充电桩", "green")
    assert "标注" in desk.window.actions_["undo"].text()
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: "更正文字" in desk.window.actions_["undo"].text())
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: desk.reader.text == before)
    (mark,) = desk.page.painter.marks
    assert desk.reader.text[mark.start : mark.end] == "应当"
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: not desk.page.painter.marks)
    for _ in range(3):
        desk.window.actions_["redo"].trigger()
    desk.until(lambda: len(desk.page.painter.marks) == 2)
    reads(desk, "充电桩充电桩")


def test_the_page_stays_where_it_is(reading: Desk):
    desk = reading
    desk.until(lambda: not desk.page.busy)
    desk.page.scroll_to(len(desk.reader.text) // 2)
    desk.page.verticalScrollBar().setValue(desk.page.verticalScrollBar().value() + 9)
    top = desk.page.top_offset()
    word = desk.reader.text[top + 60 : top + 64]
    height = desk.page.rectangle(desk.page.top_offset()).top()
    begin(desk, word)
    write(desk, "很长很长的一些别的字")
    reads(desk, "很长很长的一些别的字")
    assert desk.page.top_offset() == top
    assert abs(desk.page.rectangle(top).top() - height) <= 1
    # Above what is seen, too.
    seen = desk.reader.text[top : top + 20]
    first = desk.reader.sheet.notices[0]
    start = first.notice.text.index("充")
    change = TextCorrection(start, start + 1, "充", "充了又充")
    desk.app.jobs.correcting.words(first, [change])
    reads(desk, "充了又充")
    assert desk.page.top_offset() == top + 3
    assert desk.reader.text[top + 3 : top + 23] == seen
    assert abs(desk.page.rectangle(top + 3).top() - height) <= 1


def test_a_selection_over_two_paragraphs_is_refused_with_a_reason(reading: Desk):
    desk = reading
    at = desk.reader.text.index("\n")
    desk.page.select_span(at - 2, at + 3)
    desk.window.actions_["correct"].trigger()
    assert not desk.reader.correction_box.isVisible()
    desk.until(lambda: "同一段" in desk.said())


def test_pasted_lines_become_one(reading: Desk):
    begin(reading, WORDS)
    QGuiApplication.clipboard().setText("充电\n设备")
    reading.reader.correction_box.edit.paste()
    assert reading.reader.correction_box.words == "充电设备"


def test_what_was_typed_is_in_the_clipboard_when_another_notice_is_opened(reading: Desk):
    desk = reading
    QGuiApplication.clipboard().clear()
    begin(desk, WORDS)
    QTest.keyClicks(desk.reader.correction_box.edit, "EV")
    desk.open("市人民政府令")
    assert not desk.reader.correction_box.isVisible()
    assert QGuiApplication.clipboard().text() == "EV"
    assert "剪贴板" in desk.said()


# ---- paragraphs


def block_of(desk: Desk, words: str):
    return next(one for one in desk.reader.stored.notice.blocks if words in one.text)


def menu_at(desk: Desk, words: str) -> QMenu:
    at = desk.reader.text.index(words)
    desk.page.go_to(at, at + 1)
    near = desk.page.rectangle(at).translated(-desk.page.viewport().pos())
    return desk.reader.menu.menu_at(QPoint(near.left() + 1, near.center().y()))


def test_kind_and_level_of_a_paragraph_by_key_and_menu(reading: Desk):
    desk = reading
    block = block_of(desk, "应当")
    at = desk.reader.text.index(block.text)
    desk.page.go_to(at, at + 1)
    desk.window.actions_["kind-heading-2"].trigger()
    desk.until(lambda: block_of(desk, block.text).kind == "heading")
    assert block_of(desk, block.text).level == 2
    menu = menu_at(desk, block.text)
    (below,) = [one.menu() for one in menu.actions() if one.text() == "段落"]
    (chosen,) = [one for one in below.actions() if one.isChecked()]
    assert chosen.text() == "二级标题"
    next(one for one in below.actions() if one.text() == "正文段落").trigger()
    menu.deleteLater()
    desk.until(lambda: block_of(desk, block.text).kind == "paragraph")
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: block_of(desk, block.text).kind == "heading")


def test_a_paragraph_is_cut_at_the_caret_and_joined_again(reading: Desk):
    desk = reading
    before = desk.reader.text
    at = before.index("应当")
    desk.page.go_to(at, at + 1)
    desk.window.actions_["cut-paragraph"].trigger()
    desk.until(lambda: "\n应当" in desk.reader.text)
    desk.page.put_caret(at - 1)
    desk.window.actions_["join-paragraphs"].trigger()
    desk.until(lambda: desk.reader.text == before)


def test_the_last_paragraph_has_nothing_to_be_joined_with(reading: Desk):
    desk = reading
    at = len(desk.reader.text) - 1
    desk.page.go_to(at, at + 1)
    desk.window.actions_["join-paragraphs"].trigger()
    desk.until(lambda: "后面没有段落" in desk.said())


def test_in_a_library_that_can_only_be_read_nothing_is_offered(reading: Desk):
    desk, jobs = reading, reading.app.jobs
    jobs.read_only = True
    jobs.library_opened.emit(str(desk.library))
    desk.until(lambda: "只读" in desk.said())
    desk.open(NOTICE)
    assert not desk.window.actions_["correct"].isEnabled()
    assert "只能读" in desk.window.actions_["correct"].toolTip()
    menu = menu_at(desk, "应当")
    offered = [one for one in menu.actions() if "更正" in one.text() or one.text() == "段落"]
    assert offered
    assert not any(one.isEnabled() for one in offered)
    menu.deleteLater()


def test_corrected_words_are_shown_with_what_was_recognised(reading: Desk):
    desk, page = reading, reading.page
    begin(desk, WORDS)
    write(desk, "充电桩群")
    reads(desk, "充电桩群")
    at = desk.reader.text.index("充电桩群")
    changed = page.painter.changed
    desk.until(lambda: changed.at(at + 2) is not None)
    assert changed.at(at + 2).before == "设施"
    assert changed.at(at) is None
    middle = page.rectangle(at + 2).center().toPointF() - page.viewport().pos().toPointF()
    middle.setX(middle.x() + 6)
    assert "设施" in page.changed_tip(middle)
    desk.app.settings.show_corrected = False
    desk.window.view.save()
    assert page.changed_tip(middle) == ""
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: WORDS in desk.reader.text[at : at + 4])
    desk.app.settings.show_corrected = True
    desk.window.view.save()
    desk.until(lambda: changed.at(at + 2) is None)


def test_deleted_words_leave_a_sign(reading: Desk):
    desk = reading
    begin(desk, WORDS)
    at = desk.reader.text.index(WORDS)
    QTest.keyClick(desk.reader.correction_box.edit, Qt.Key.Key_Delete)
    QTest.keyClick(desk.reader.correction_box.edit, Qt.Key.Key_Return)
    changed = desk.page.painter.changed
    desk.until(lambda: changed.at(at) is not None)
    assert changed.at(at).before == WORDS


# ---- tables


def test_the_cell_at_the_caret_is_corrected_and_may_become_empty(reading: Desk):
    desk, box = reading, reading.reader.correction_box
    before = desk.reader.text
    cell = "出台充电设施用电价格和运营补贴政策"
    at = before.index(cell) + 2
    desk.page.go_to(at, at + 1)
    desk.window.actions_["correct"].trigger()
    assert box.title.text() == "更正单元格"
    assert box.edit.words == cell
    box.edit.selectAll()
    write(desk, "出台补贴政策")
    reads(desk, "\t出台补贴政策\t")
    at = desk.reader.text.index("出台补贴政策")
    desk.page.go_to(at, at + 1)
    desk.window.actions_["correct"].trigger()
    box.edit.selectAll()
    QTest.keyClick(box.edit, Qt.Key.Key_Delete)
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    desk.until(lambda: "出台补贴政策" not in desk.reader.text)
    assert desk.reader.text.count("\t") == before.count("\t")
    for _ in range(2):
        desk.window.actions_["undo"].trigger()
    desk.until(lambda: desk.reader.text == before)


def test_a_notice_of_one_paragraph_cannot_be_emptied(desk: Desk, tmp_path):
    file = tmp_path / "短.md"
    file.write_text("# 霁川市水务局公告\n", encoding="utf-8")
    desk.import_and_close_report(file)
    desk.open("水务局公告")
    before = desk.reader.text
    box = desk.reader.correction_box
    desk.page.go_to(0, 1)
    desk.window.actions_["correct"].trigger()
    box.edit.selectAll()
    QTest.keyClick(box.edit, Qt.Key.Key_Delete)
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    desk.until(lambda: "一个字也不剩" in box.fault.text())
    assert box.isVisible()
    assert desk.reader.text == before


def test_taking_back_in_another_document_says_where(reading: Desk):
    desk = reading
    title = desk.reader.stored.summary.title
    begin(desk, WORDS)
    write(desk, "充电装置")
    reads(desk, "充电装置")
    desk.open("市人民政府令")
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: "已撤销" in desk.said() and title in desk.said())


def test_what_is_taken_back_comes_into_sight(reading: Desk):
    desk = reading
    begin(desk, WORDS)
    at = desk.reader.text.index(WORDS)
    write(desk, "充电装置")
    reads(desk, "充电装置")
    desk.until(lambda: not desk.page.busy)
    desk.page.scroll_to(len(desk.reader.text))
    assert not desk.page.shows(at)
    desk.window.actions_["undo"].trigger()
    reads(desk, WORDS)
    desk.until(lambda: desk.page.shows(at))
