"""The bin: deleted marks come back, one, many or all, also after a restart; or go for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop.dialogs.mark_bin import MarkBinDialog
from tests.flows.conftest import Desk

WORDS = ("充电基础设施", "三年行动方案", "充电基础设施信息服务平台")


def with_bin(desk: Desk) -> MarkBinDialog:
    """Three marks are made and deleted; the bin is opened."""
    desk.open("充电")
    for words in WORDS:
        desk.mark(words)
    desk.window.marking.delete_all(list(desk.window.marking.shelf.marks()))
    desk.until(lambda: not desk.page.painter.marks)
    return opened(desk)


def opened(desk: Desk) -> MarkBinDialog:
    desk.window.actions_["bin"].trigger()
    dialog = desk.dialog(MarkBinDialog)
    desk.until(lambda: dialog._model.total == 3)
    return dialog


def test_one_mark_comes_back_onto_the_page_and_can_be_undone(full: Desk):
    dialog = with_bin(full)
    row = [mark.quote for mark in dialog._model.marks].index(WORDS[1])
    dialog.table.selectRow(row)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    full.until(lambda: [mark.quote for mark in full.page.painter.marks] == [WORDS[1]])
    full.until(lambda: dialog._model.total == 2)
    assert "恢复标注" in full.window.actions_["undo"].text()
    full.window.actions_["undo"].trigger()
    full.until(lambda: not full.page.painter.marks)
    full.until(lambda: dialog._model.total == 3)


def test_all_come_back_after_a_restart(start: Callable[[], Desk], sample: Path):
    first = start()
    first.import_and_close_report(sample)
    with_bin(first)
    again = start()
    again.until(lambda: again.reader.uuid)
    dialog = opened(again)
    dialog.words.setText("平台")
    again.until(lambda: len(dialog._model.marks) == 1)
    dialog.words.clear()
    again.until(lambda: len(dialog._model.marks) == 3)
    dialog.restore_all.click()
    again.until(lambda: len(again.page.painter.marks) == 3)
    assert not dialog.restore_all.isEnabled()
    assert dialog.state.text() == "回收站是空的。"


def test_for_good_after_a_question(full: Desk):
    dialog = with_bin(full)
    dialog.table.selectRow(0)
    dialog.purge.click()
    full.dialog(QMessageBox).button(QMessageBox.StandardButton.Cancel).click()
    assert dialog._model.total == 3
    dialog.purge_all.click()
    box = full.dialog(QMessageBox)
    assert "3" in box.text()
    next(one for one in box.buttons() if "删除" in one.text()).click()
    full.until(lambda: dialog._model.total == 0)
    full.until(lambda: "3" in full.said())
    full.window.actions_["undo"].trigger()  # what is gone for good stays gone
    full.until(lambda: not full.window.actions_["undo"].text().endswith("删除标注 (3)"))
    assert not full.page.painter.marks
