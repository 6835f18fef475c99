"""Attachments as linked parts: from the list to the printed part and back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.flows.conftest import Desk

LINE = "1.霁川市充电基础设施建设重点任务分工表"


def click(desk: Desk, words: str) -> None:
    """Click on the first character of some words of the page."""
    offset = desk.reader.text.index(words)
    desk.page.scroll_to(offset, 0.3)
    place = desk.page.rectangle(offset).center() - desk.page.viewport().pos()
    button = Qt.MouseButton.LeftButton
    QTest.mouseClick(desk.page.viewport(), button, pos=place + QPoint(6, 0))


def test_a_click_on_the_list_goes_to_the_part_and_back(full: Desk):
    full.open("充电基础设施")
    text = full.reader.text
    part = text.index("附件1", text.index(LINE))
    full.until(lambda: LINE in full.page.toPlainText())
    click(full, LINE)
    full.until(lambda: full.page.shows(part))
    assert full.page.positions.offset(full.page.textCursor().position()) == part
    click(full, text[part : part + 3] + text[part + 3 :].split("\n")[0])
    full.until(lambda: full.page.shows(text.index(LINE)))
    full.window.actions_["back"].trigger()
    full.until(lambda: full.page.shows(part))


def test_enter_follows_the_link_at_the_caret_and_nothing_elsewhere(full: Desk):
    full.open("充电基础设施")
    text = full.reader.text
    part = text.index("附件1", text.index(LINE))
    full.until(lambda: LINE in full.page.toPlainText())
    full.page.go_to(text.index("四、保障措施"), text.index("四、保障措施") + 1)
    QTest.keyClick(full.page, Qt.Key.Key_Return)
    assert full.page.textCursor().block().text().startswith("四、保障措施")
    full.page.go_to(text.index(LINE), text.index(LINE) + 1)
    QTest.keyClick(full.page, Qt.Key.Key_Return)
    full.until(lambda: full.page.textCursor().block().text().startswith("附件1"))
    assert full.page.shows(part)
