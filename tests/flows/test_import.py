"""Files come in: by the menu, by dropping them, damaged ones, twice, cancelled."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.dialogs import file_choice
from desktop.dialogs.import_report import ImportReportDialog
from desktop.models.library_tree import NODE_ROLE
from storage.sources.formats import KNOWN_SUFFIXES
from tests.flows.conftest import Desk


def drop(desk: Desk, *paths: Path) -> None:
    """Drop files on the middle of the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, buttons = QPoint(300, 300), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(desk.window, event)


def test_an_empty_library_says_what_to_do(desk: Desk):
    empty = desk.reader.empty
    assert empty.isVisible()
    assert "资料库里还没有文件" in empty.title.text()
    assert empty.button.isVisible()


def test_import_by_the_menu_fills_the_tree(desk: Desk, sample: Path, monkeypatch):
    monkeypatch.setattr(file_choice, "files_to_open", lambda *_: [str(sample)])
    desk.window.actions_["import"].trigger()
    report = desk.dialog(ImportReportDialog)
    assert "新增 1 个" in report.summary.text()
    assert desk.app.settings.import_folder == str(sample.parent)
    desk.until(desk.titles)
    model = desk.window.library.model
    assert model.find("gazette/霁川市人民政府公报").isValid()
    issue = next(node for node in model.nodes() if node.kind == "issue")
    assert model.index_of(issue).data() == "第2期（总第62期）"
    assert any(node.kind == "section" for node in model.nodes())
    report.close()


def test_a_document_of_the_report_opens(desk: Desk, sample: Path):
    desk.window.files.import_files([sample])
    report = desk.dialog(ImportReportDialog)
    desk.until(desk.titles)
    top = report.tree.topLevelItem(0)
    groups = [top.child(at) for at in range(top.childCount())]
    documents = next(group for group in groups if group.text(0).startswith("文件"))
    report.tree.itemActivated.emit(documents.child(1), 0)
    desk.until(lambda: desk.reader.uuid)
    assert desk.reader.head.title.text() == documents.child(1).text(0)
    report.close()


def test_dropped_files_come_in_and_a_bad_one_stops_nothing(
    desk: Desk, sample: Path, tmp_path: Path
):
    picture = tmp_path / "照片.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 40)
    missing = tmp_path / "不在这里.txt"
    drop(desk, picture, missing, sample)
    report = desk.dialog(ImportReportDialog)
    assert "未导入 2 个" in report.summary.text()
    assert "新增 1 个" in report.summary.text()
    told = [report.tree.topLevelItem(at) for at in range(3)]
    for item in told[:2]:
        assert "未导入" in item.text(0)
        assert item.childCount() == 2  # what happened, and what to do
    assert "照片.txt" in told[0].text(0)
    desk.until(desk.titles)
    report.close()


def takes_files(widget: QWidget) -> bool:
    """Whether a widget takes a file that is dragged over it for itself."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile("/公报.txt")])
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    widget.dragEnterEvent(event)
    return event.isAccepted()


def test_no_part_of_the_window_takes_a_dropped_file_for_itself(full: Desk):
    full.open("充电")
    taking = [one for one in full.window.findChildren(QWidget) if one.acceptDrops()]
    viewports = [one for one in taking if one.parentWidget().acceptDrops()]
    assert [one for one in taking if one not in viewports and takes_files(one)] == []


def test_the_same_file_twice_changes_nothing(full: Desk, sample: Path, tmp_path: Path):
    titles = full.titles()
    full.window.files.import_files([sample])
    report = full.dialog(ImportReportDialog)
    assert "已有 1 个" in report.summary.text()
    assert full.titles() == titles
    report.close()


def test_a_single_document_stands_in_a_branch_of_its_own(desk: Desk, places):
    single = next(path for path in sorted(places.sample.glob("*.txt")) if "期" not in path.name)
    desk.import_and_close_report(single)
    model = desk.window.library.model
    folder = model.find("singles")
    assert folder.data() == "单篇文件"
    assert model.index(0, 0, folder).data(NODE_ROLE).value.number == "霁政办发〔2024〕20号"


def test_progress_is_shown_and_can_be_cancelled(desk: Desk, sample: Path, tmp_path: Path):
    copies = []
    for number in range(8):
        copy = tmp_path / f"公报{number}.txt"
        shutil.copy(sample, copy)
        with copy.open("a", encoding="utf-8") as file:
            file.write(f"\n第{number}份\n")
        copies.append(copy)
    desk.window.files.import_files(copies)
    desk.until(desk.window.progress.isVisible)
    desk.window.progress.cancel.click()
    desk.until(lambda: not desk.window.progress.isVisible())
    desk.until(lambda: desk.said() or desk._open(ImportReportDialog))
    for report in desk._open(ImportReportDialog):
        report.close()


def test_an_issue_is_deleted_after_asking(full: Desk):
    full.open("充电")
    full.mark("充电基础设施")
    full.window.actions_["delete-issue"].trigger()
    box = full.dialog(QMessageBox)
    assert "霁川市人民政府公报2024年第2期" in box.text()
    next(one for one in box.buttons() if one.text() == "删除(&D)").click()
    full.until(lambda: not full.titles())
    full.until(full.reader.empty.isVisible)
    full.window.marks.bar.scope.setCurrentIndex(2)
    full.until(lambda: full.window.mark_desks.list.board.arrangement.total == 1)


def test_keeping_an_issue_after_all(full: Desk):
    full.open("充电")
    full.window.actions_["delete-issue"].trigger()
    box = full.dialog(QMessageBox)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert full.titles()


def test_the_import_dialog_offers_every_format_that_can_be_read(desk: Desk, monkeypatch):
    offered: list[str] = []
    monkeypatch.setattr(
        file_choice, "files_to_open", lambda *given: offered.append(given[-1]) or []
    )
    desk.window.actions_["import"].trigger()
    patterns = offered[0].split("(")[1].split(")")[0].split()
    assert {pattern.lstrip("*") for pattern in patterns} == KNOWN_SUFFIXES


def test_a_folder_is_imported_by_the_menu(desk: Desk, sample: Path, tmp_path: Path, monkeypatch):
    folder = tmp_path / "公报" / "二〇二三"
    folder.mkdir(parents=True)
    shutil.copy(sample, folder)
    monkeypatch.setattr(file_choice, "folder_to_open", lambda *_: str(tmp_path / "公报"))
    desk.window.actions_["import-folder"].trigger()
    report = desk.dialog(ImportReportDialog)
    assert "新增 1 个" in report.summary.text()
    report.close()


def test_pictures_in_a_folder_are_told_quietly(desk: Desk, sample: Path, tmp_path: Path):
    folder = tmp_path / "公报"
    folder.mkdir()
    shutil.copy(sample, folder)
    (folder / "照片.png").write_bytes(b"\x89PNG")
    (folder / "表.xlsx").write_bytes(b"PK")
    drop(desk, folder)
    report = desk.dialog(ImportReportDialog)
    assert "其他格式未收入 2 个" in report.summary.text()
    assert "未导入" not in report.summary.text()
    rest = report.tree.topLevelItem(report.tree.topLevelItemCount() - 1)
    assert rest.text(0) == "其他格式的文件，未收入：2 个"
    assert [rest.child(at).text(0) for at in range(2)] == ["公报/照片.png", "公报/表.xlsx"]
    report.close()


def test_a_dropped_folder_is_imported(desk: Desk, sample: Path, tmp_path: Path):
    folder = tmp_path / "公报"
    folder.mkdir()
    shutil.copy(sample, folder)
    drop(desk, folder)
    report = desk.dialog(ImportReportDialog)
    assert "新增 1 个" in report.summary.text()
    report.close()
