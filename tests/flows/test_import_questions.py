"""The import report's questions in the running program: classified files, and documents twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.report_answers import AnswerRow
from tests.flows.conftest import Desk


@pytest.fixture
def single(places) -> Path:
    """The single document of the sample."""
    return next(path for path in places.sample.glob("*.txt") if "20号" in path.name)


def row_of(report: ImportReportDialog) -> AnswerRow:
    (row,) = report.tree.findChildren(AnswerRow)
    return row


def press(box: QMessageBox, label: str) -> None:
    next(one for one in box.buttons() if one.text() == label).click()


def test_a_classified_file_comes_in_only_when_confirmed(desk: Desk, single: Path, tmp_path: Path):
    secret = tmp_path / "来文.txt"
    secret.write_text("机密★1年\n" + single.read_text(encoding="utf-8"), encoding="utf-8")
    desk.window.files.import_files([secret])
    report = desk.dialog(ImportReportDialog)
    top = report.tree.topLevelItem(0)
    told = [top.child(at).text(0) for at in range(3)]
    assert told[0] == "涉密文件不应存放在非涉密计算机上。"
    assert told[1] == "第 1 行：标有密级“机密★1年”"
    assert desk.titles() == []
    row = row_of(report)
    assert [button.text() for button in row.buttons] == ["仍要导入…"]
    row.buttons[0].click()
    box = desk.dialog(QMessageBox)
    assert "来文.txt" in box.text()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert desk.titles() == []
    row.buttons[0].click()
    press(desk.dialog(QMessageBox), "仍要导入")
    desk.until(desk.titles)
    desk.until(lambda: len(desk._open(ImportReportDialog)) == 2)
    for one in desk._open(ImportReportDialog):
        one.close()
    assert len(desk.titles()) == 1


@pytest.fixture
def asked(desk: Desk, single: Path, tmp_path: Path) -> ImportReportDialog:
    """The report on a corrected copy of a document that is in the library, with a mark on it."""
    desk.import_and_close_report(single)
    desk.open("充电")
    desk.mark("充电基础设施")
    copy = tmp_path / "更正.txt"
    copy.write_text(single.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    copy.write_text(copy.read_text(encoding="utf-8").replace("应当", "应该"), encoding="utf-8")
    desk.window.files.import_files([copy])
    report = desk.dialog(ImportReportDialog)
    desk.until(lambda: len(desk.titles()) == 2)
    return report


def test_two_documents_become_one_with_its_marks(desk: Desk, asked: ImportReportDialog):
    row = row_of(asked)
    assert [button.text() for button in row.buttons] == ["是同一文件，合并…", "不是，取消关联"]
    row.buttons[0].click()
    press(desk.dialog(QMessageBox), "合并")
    desk.until(lambda: len(desk.titles()) == 1)
    desk.until(lambda: row.answer.text() == "已合并。")
    assert "转入标注" in desk.said()
    asked.close()
    desk.window.marks.bar.scope.setCurrentIndex(2)
    desk.until(lambda: desk.window.mark_desks.list.board.arrangement.total == 1)
    desk.open("充电")
    desk.until(lambda: len(desk.page.painter.marks) == 1)
    mark = desk.page.painter.marks[0]
    assert desk.reader.text[mark.start : mark.end] == "充电基础设施"


def test_a_document_that_went_meanwhile_is_told(desk: Desk, asked: ImportReportDialog):
    from storage.library import Library

    places = desk.app.jobs._places
    with Library.open(desk.library, cache=places.cache, dictionary=places.dictionary) as library:
        doubt = next(iter(asked.answers._rows))
        library.merge_notices(doubt.keep, doubt.gone)
    row = row_of(asked)
    row.buttons[0].click()
    press(desk.dialog(QMessageBox), "合并")
    desk.until(desk.said)
    assert row.buttons[0].isEnabled()
    asked.close()
