"""The head of a notice put right, and the list of corrections."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.dialogs.corrections import CorrectionsDialog
from desktop.dialogs.notice_head import NoticeHeadDialog
from storage.types import NoticeSummary
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless
from tests.flows.test_correcting import begin, reads, write

NOTICE = "充电"


@pytest.fixture
def reading(full: Desk) -> Desk:
    full.open(NOTICE)
    full.window.activateWindow()
    return full


def head_of(desk: Desk) -> NoticeHeadDialog:
    desk.window.actions_["correct-head"].trigger()
    dialog = desk.dialog(NoticeHeadDialog)
    assert isinstance(dialog, NoticeHeadDialog)
    return dialog


def summary(desk: Desk) -> NoticeSummary:
    found = desk.window.library.model.notices()
    return next(one for one in found if one.uuid == desk.reader.uuid)


def fill(dialog: NoticeHeadDialog, field: str, words: str) -> None:
    """Type over what a field has."""
    edit = dialog.edits[field]
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words) if words.isascii() else edit.insertPlainText(words)


def test_fields_are_saved_in_one_step_and_shown_everywhere(reading: Desk):
    desk = reading
    before = summary(desk)
    dialog = head_of(desk)
    assert nameless(dialog) == []
    assert dialog.edits["number"].words == before.number
    assert not dialog.notes["number"].isVisible()
    fill(dialog, "number", "霁政发[2024]60号")
    fill(dialog, "section", "更正的栏目")
    assert "识别为" in dialog.notes["number"].text()
    assert before.number in dialog.notes["number"].text()
    QTest.keyClick(dialog.edits["section"], Qt.Key.Key_Return)
    desk.until(lambda: summary(desk).number == "霁政发〔2024〕60号")
    assert summary(desk).section == "更正的栏目"
    desk.until(lambda: "〔2024〕60号" in desk.reader.head.details.text())
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: summary(desk) == before)


def test_a_date_that_is_none_is_told_at_the_field_and_nothing_is_saved(reading: Desk):
    desk = reading
    before = summary(desk)
    dialog = head_of(desk)
    fill(dialog, "date", "2024-13-45")
    QTest.keyClick(dialog.edits["date"], Qt.Key.Key_Return)
    desk.until(lambda: "不是日期" in dialog.notes["date"].text())
    assert dialog.notes["date"].objectName() == "fault"
    assert dialog.isVisible()
    fill(dialog, "date", "2024-03-05")
    assert "不是日期" not in dialog.notes["date"].text()
    QTest.keyClick(dialog.edits["date"], Qt.Key.Key_Return)
    desk.until(lambda: summary(desk).date == "2024-03-05")
    assert summary(desk).title == before.title


def test_an_empty_title_is_told_at_its_field(reading: Desk):
    dialog = head_of(reading)
    fill(dialog, "title", " ")
    dialog.save.click()
    reading.until(lambda: "标题不能空着" in dialog.notes["title"].text())
    QTest.keyClick(dialog.edits["title"], Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_double_click_on_the_head_card_opens_it(reading: Desk):
    head = reading.reader.head
    QTest.mouseDClick(head, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert reading.dialog(NoticeHeadDialog).isVisible()


def corrections_of(desk: Desk, count: int) -> CorrectionsDialog:
    desk.window.actions_["corrections"].trigger()
    dialog = desk.dialog(CorrectionsDialog)
    assert isinstance(dialog, CorrectionsDialog)
    desk.until(lambda: dialog.table.model().rowCount() == count)
    return dialog


def row(dialog: CorrectionsDialog, at: int) -> list[str]:
    model = dialog.table.model()
    return [model.data(model.index(at, column)) for column in range(model.columnCount())]


def test_corrections_are_listed_gone_to_taken_back_and_made_again(reading: Desk):
    desk = reading
    desk.app.jobs.marking.author = "王科长"
    before = desk.reader.text
    begin(desk, "充电设施")
    write(desk, "充电装置")
    reads(desk, "充电装置")
    place = desk.reader.text.index("充电装置")
    dialog = corrections_of(desk, 1)
    assert nameless(dialog) == []
    assert row(dialog, 0)[1:] == [
        "王科长",
        desk.reader.stored.summary.title,
        "文字",
        "充电设施 → 充电装置",
        "已生效",
    ]
    desk.open("市人民政府令")
    dialog.table.selectRow(0)
    dialog.go.click()
    desk.until(lambda: NOTICE in desk.reader.stored.summary.title)
    desk.until(lambda: desk.page.shows(place))
    assert desk.page.caret() == place
    dialog.turn.click()
    desk.until(lambda: desk.reader.text == before)
    desk.until(lambda: row(dialog, 0)[-1] == "已撤销")
    assert dialog.turn.text().startswith("重做")
    desk.window.actions_["undo"].trigger()  # taking back is a step, too
    reads(desk, "充电装置")
    desk.until(lambda: row(dialog, 0)[-1] == "已生效")
    dialog.close()


def test_the_list_says_why_a_correction_cannot_be_taken_back(reading: Desk):
    desk = reading
    begin(desk, "充电设施")
    write(desk, "充电装置")
    reads(desk, "充电装置")
    begin(desk, "电装")
    write(desk, "电桩")
    reads(desk, "充电桩置")
    dialog = corrections_of(desk, 2)
    dialog.table.selectRow(1)
    dialog.turn.click()
    desk.until(lambda: "为基础" in dialog.told.text())
    dialog.close()
