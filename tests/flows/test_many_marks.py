"""Many marks at once from the panel: changed, tagged, exported, copied, each one step to undo."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.dialogs.due_day import DueDayDialog
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.mark_tags import MarkTagsDialog
from storage.types import Mark
from tests.flows.conftest import Desk

WORDS = ("充电基础设施", "三年行动方案", "充电基础设施信息服务平台")


@pytest.fixture
def marked(full: Desk) -> Desk:
    """Three marks in one notice, all selected in the panel."""
    full.open("充电")
    for words in WORDS:
        full.mark(words)
    full.window.right.setCurrentWidget(full.window.marks)
    full.until(lambda: len(shelf(full)) == 3)
    full.window.marks.list.selectAll()
    return full


def shelf(desk: Desk) -> list[Mark]:
    return list(desk.window.marking.shelf.marks())


def press(desk: Desk, key: Qt.Key) -> None:
    desk.window.marks.list.setFocus()
    QTest.keyClick(desk.window.marks.list, key)


def test_recoloured_at_once_and_taken_back_at_once(marked: Desk):
    press(marked, Qt.Key.Key_4)
    marked.until(lambda: {mark.style for mark in shelf(marked)} == {"red"})
    marked.until(lambda: {mark.style for mark in marked.page.painter.marks} == {"red"})
    assert len(marked.window.marks.selected()) == 3
    assert "更改标注样式" in marked.window.actions_["undo"].text()
    marked.window.actions_["undo"].trigger()
    marked.until(lambda: {mark.style for mark in shelf(marked)} == {"yellow"})
    marked.window.actions_["redo"].trigger()
    marked.until(lambda: {mark.style for mark in shelf(marked)} == {"red"})


def test_tags_are_added_and_taken_off(marked: Desk):
    press(marked, Qt.Key.Key_T)
    dialog = marked.dialog(MarkTagsDialog)
    dialog.entry.setText("民生，年度 总结")
    dialog.add.click()
    dialog.entry.setText("还在输入")
    dialog.accept()
    tags = ("年度 总结", "民生", "还在输入")
    marked.until(lambda: {mark.tags for mark in shelf(marked)} == {tuple(sorted(tags))})
    press(marked, Qt.Key.Key_T)
    dialog = marked.dialog(MarkTagsDialog)
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    next(item for item in items if item.text() == "#民生").setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    marked.until(lambda: all("民生" not in mark.tags for mark in shelf(marked)))
    marked.window.actions_["undo"].trigger()
    marked.until(lambda: all("民生" in mark.tags for mark in shelf(marked)))


def test_due_and_done(marked: Desk):
    marked.window.marks.actions_.due_wanted.emit("tomorrow")
    tomorrow = (datetime.date.today() + datetime.timedelta(1)).isoformat()
    marked.until(lambda: {mark.due for mark in shelf(marked)} == {tomorrow})
    press(marked, Qt.Key.Key_D)
    dialog = marked.dialog(DueDayDialog)
    assert dialog.calendar.selectedDate().toString(Qt.DateFormat.ISODate) == tomorrow
    dialog.none.click()
    marked.until(lambda: {mark.due for mark in shelf(marked)} == {""})
    press(marked, Qt.Key.Key_X)
    marked.until(lambda: all(mark.done for mark in shelf(marked)))
    press(marked, Qt.Key.Key_X)
    marked.until(lambda: not any(mark.done for mark in shelf(marked)))


def test_deleted_at_once(marked: Desk):
    press(marked, Qt.Key.Key_Delete)
    marked.until(lambda: not shelf(marked))
    marked.until(lambda: "3" in marked.said())
    marked.window.message_bar.action.click()
    marked.until(lambda: len(shelf(marked)) == 3)


def test_copied_with_citations(marked: Desk):
    marked.window.marks.list.select_only([shelf(marked)[0].uuid, shelf(marked)[2].uuid])
    marked.window.marks.bulk.copy.click()
    marked.until(lambda: WORDS[2] in QApplication.clipboard().text())  # its page is looked up
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("”")[0] for line in lines] == [f"“{WORDS[0]}", f"“{WORDS[2]}"]
    assert all("霁川市人民政府公报2024年第2期" in line for line in lines)


def test_exported_alone(marked: Desk, tmp_path: Path, monkeypatch):
    target = tmp_path / "摘录.md"
    monkeypatch.setattr("desktop.dialogs.file_choice.file_to_write", lambda *_: str(target))
    marked.window.marks.list.select_only([mark.uuid for mark in shelf(marked)[:1]])
    marked.window.marks.bulk.export.click()
    dialog = marked.dialog(ExportDialog)
    assert "1" in dialog.scopes.button(0).text()
    dialog.formats.button(1).setChecked(True)
    dialog.accept()
    marked.until(target.exists)
    text = target.read_text(encoding="utf-8")
    assert WORDS[0] in text
    assert "信息服务平台" not in text
