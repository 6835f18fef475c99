"""Going to an address: the box over the page, its list, and where Enter leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.flows.conftest import Desk

WATER = "霁川市人民政府令"


def ask(desk: Desk, typed: str) -> list[str]:
    """Press Ctrl+G and type an address; the words of what is offered, once all is there."""
    box, address = desk.reader.address_box, desk.window.address
    desk.window.activateWindow()
    desk.window.actions_["go-to"].trigger()
    desk.until(lambda: box.isVisible() and box.address.hasFocus())
    box.address.clear()
    box.address.insert(typed)  # QTest types ASCII only
    desk.until(lambda: address._found is not None and address._known_pages is not None)
    return [target.words for target in box.model.targets]


def enter(desk: Desk) -> None:
    QTest.keyClick(desk.reader.address_box.address, Qt.Key.Key_Return)


def text_at_top(desk: Desk) -> str:
    """What stands at the caret: where an address leads to."""
    offset = desk.page.positions.offset(desk.page.textCursor().position())
    return desk.reader.text[offset:].split("\n")[0]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("第十七条", "第十七条 园林绿化"),
        ("17条", "第十七条 园林绿化"),
        ("九（三）", "（三）尚未移交"),
        ("第四条第二款", "发展改革、财政"),
        ("第三章", "第三章 供水与服务"),
        ("水源与设施", "第二章 水源与设施"),
    ],
)
def test_enter_goes_to_the_place(full: Desk, typed: str, text: str):
    full.open(WATER)
    assert ask(full, typed)
    enter(full)
    assert not full.reader.address_box.isVisible()
    assert text_at_top(full).startswith(text)
    assert full.page.shows(full.page.positions.offset(full.page.textCursor().position()))
    full.until(full.page.hasFocus)


def test_arrows_choose_among_the_places_and_escape_closes(full: Desk):
    full.open("充电")
    words = ask(full, "（一）")
    assert len(words) == 4
    box = full.reader.address_box
    paths = [target.detail for target in box.model.targets]
    assert any("一、总体要求" in path for path in paths)
    QTest.keyClick(box.address, Qt.Key.Key_Down)
    QTest.keyClick(box.address, Qt.Key.Key_Down)
    QTest.keyClick(box.address, Qt.Key.Key_Up)
    enter(full)
    assert text_at_top(full).startswith(words[1][:8])
    ask(full, "二")
    QTest.keyClick(box.address, Qt.Key.Key_Escape)
    assert not box.isVisible()
    full.until(full.page.hasFocus)


def test_a_click_in_the_list_goes_there(full: Desk):
    full.open(WATER)
    ask(full, "第五章")
    view = full.reader.address_box.list
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert text_at_top(full).startswith("第五章 法律责任")


def test_back_leads_to_where_the_reader_was(full: Desk):
    full.open(WATER)
    before = full.page.top_offset()
    ask(full, "第十八条")
    enter(full)
    full.until(lambda: full.page.top_offset() > before)
    assert full.window.actions_["back"].isEnabled()
    full.window.actions_["back"].trigger()
    full.until(lambda: full.page.top_offset() == before)
    assert full.window.actions_["forward"].isEnabled()


def test_an_attachment_that_is_not_printed_is_said_to_be_so(full: Desk):
    full.open("充电")
    ask(full, "附件2")
    (target,) = full.reader.address_box.model.targets
    assert "未刊登" in target.detail
    enter(full)
    assert "建设计划分解表（略）" in text_at_top(full)


def test_what_is_nowhere_is_said_clearly(full: Desk):
    full.open(WATER)
    told = full.reader.address_box.told
    assert ask(full, "第九十九条") == []
    assert "没有“第九十九条”" in told.text()
    assert "第二十三条" in told.text()
    enter(full)
    assert full.reader.address_box.isVisible()  # there is nowhere to go
    assert ask(full, "九（九）") == []
    assert "第九条" in told.text()
    assert ask(full, "没有这样的话") == []
    assert "没有这样的标题" in told.text()
    ask(full, "")
    assert "第十七条" in told.text()


def test_a_document_number_in_any_form_opens_the_document(full: Desk):
    full.open(WATER)
    assert ask(full, "霁政发2024 6")
    enter(full)
    full.until(
        lambda: full.reader.stored and full.reader.stored.summary.number == "霁政发〔2024〕6号"
    )
    # A number that the library lacks is found where the open document names it.
    ask(full, "澜政发〔2023〕19")
    (target,) = full.reader.address_box.model.targets
    assert "提及" in target.detail
    enter(full)
    assert text_at_top(full).startswith("澜政发〔2023〕19号")


def test_words_of_a_title_open_the_document_also_where_none_is_open(desk: Desk, full: Desk):
    full.window.reading._gone(ValueError())
    box = full.reader.address_box
    full.window.actions_["go-to"].trigger()
    full.until(box.isVisible)
    box.address.setText("大事记")
    full.until(lambda: box.model.targets)
    enter(full)
    full.until(lambda: full.reader.stored and "大事记" in full.reader.stored.summary.title)


def test_a_page_leads_to_its_document(full: Desk):
    full.open(WATER)
    assert ask(full, "第12页") == ["第12页"]
    enter(full)
    full.until(lambda: full.reader.stored and "废止" in full.reader.stored.summary.title)
    # Page 9 lies within the document that begins on page 5; where in it is not known.
    (words,) = ask(full, "p9")
    assert "第5页起" in words
    assert ask(full, "第77页") == []
    assert "第1—39页" in full.reader.address_box.told.text()


def test_what_is_selected_is_an_address_to_begin_with(full: Desk):
    full.open("充电")
    start = full.reader.text.index("澜政发〔2023〕19号")
    full.page.select_span(start, start + len("澜政发〔2023〕19号"))
    full.window.actions_["go-to"].trigger()
    assert full.reader.address_box.address.text() == "澜政发〔2023〕19号"
    full.reader.address_box.dismiss()


def test_the_box_closes_when_the_keyboard_goes_elsewhere(full: Desk):
    full.open(WATER)
    ask(full, "第三条")
    full.window.search_box.setFocus()
    full.until(lambda: not full.reader.address_box.isVisible())


def test_the_box_fits_its_list_in_a_narrow_page(full: Desk):
    full.open(WATER)
    ask(full, "第三条")
    full.window.resize(700, 500)
    full.until(lambda: full.reader.address_box.width() <= full.reader.width())
    box = full.reader.address_box
    assert box.geometry().right() <= full.reader.width()
    assert box.list.height() >= box.list.sizeHintForRow(0)
    QApplication.focusWidget().clearFocus()
