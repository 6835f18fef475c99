"""The same document from two sources, in the running program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.link_version import LinkVersionDialog
from desktop.dialogs.report_answers import AnswerRow
from desktop.models.hits import OTHER_ROLE
from desktop.models.library_tree import VERSIONS_ROLE
from desktop.models.tree_nodes import Node
from storage.library import Library
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless
from tests.versions import TITLE, later_version, sample_text

# A document of the sample gazette, and where it ends.
_BEGIN, _END = "# 霁川市人民政府令", "同时废止。"
GAZETTE = "霁川市人民政府公报2024年第2期"


def red_head() -> str:
    """The gazette's first document as a file of its own, with some words read otherwise."""
    text = sample_text()
    text = text[text.index(_BEGIN) :]
    return text[: text.index(_END) + len(_END)].replace("应当", "应该") + "\n"


@pytest.fixture
def pair(full: Desk, tmp_path: Path) -> Desk:
    """The sample gazette, and its first document as a file of its own."""
    file = tmp_path / "第41号令.txt"
    file.write_text(red_head(), encoding="utf-8")
    full.import_and_close_report(file)
    full.until(lambda: len(full.window.versions._families) == 2)
    return full


def single_of(desk: Desk) -> str:
    return next(one.uuid for one in desk.window.library.model.notices() if not one.is_issue)


def main_of(desk: Desk) -> str:
    notices = desk.window.library.model.notices()
    return next(
        one.uuid for one in notices if one.issue.name == "霁川市人民政府公报" and one.title == TITLE
    )


def open_uuid(desk: Desk, uuid: str) -> None:
    desk.window.reading.open(uuid)
    desk.until(lambda: desk.reader.uuid == uuid and desk.page.toPlainText())


def entries(desk: Desk, uuid: str) -> dict[str, object]:
    """What the tree's menu of a notice offers to do with its versions."""
    model = desk.window.library.model
    node: Node = model.node(model.find(f"notice/{uuid}"))
    menu = desk.window.library.menu_for(node)
    below = next(one for one in menu.findChildren(QMenu) if one.title() == "其他版本")
    return {action.text(): action for action in below.actions() if action.text()}


def trigger(desk: Desk, uuid: str, words: str) -> None:
    entries(desk, uuid)[words].trigger()


def test_the_head_names_the_other_version_and_opens_it(pair: Desk):
    desk, head = pair, pair.reader.head
    open_uuid(desk, single_of(desk))
    desk.until(head.versions.isVisible)
    (button,) = head.versions.versions
    assert button.text() == f"{GAZETTE}（主版本）"
    assert nameless(desk.window) == []
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    desk.until(lambda: desk.reader.uuid == main_of(desk))
    (button,) = head.versions.versions
    assert button.text() == "单篇文件"
    button.click()
    desk.until(lambda: desk.reader.uuid == single_of(desk))
    other = next(one for one in desk.window.library.model.notices() if one.title != TITLE)
    open_uuid(desk, other.uuid)
    assert not head.versions.isVisible()
    assert not desk.window.actions_["compare-version"].isEnabled()


def test_the_tree_has_a_sign_and_says_it(pair: Desk):
    model = pair.window.library.model
    for uuid in (single_of(pair), main_of(pair)):
        index = model.find(f"notice/{uuid}")
        assert index.data(VERSIONS_ROLE) == 1
        assert "另有 1 个版本" in index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert "另有 1 个版本" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_one_key_compares_them(pair: Desk):
    desk = pair
    desk.window.resize(1280, 800)
    open_uuid(desk, main_of(desk))
    desk.window.actions_["compare-version"].trigger()
    desk.until(lambda: desk.window.comparing.is_open)
    texts = [side.stored.notice.text for side in desk.window.compared.sides]
    assert sorted("应该" in text for text in texts) == [False, True]
    # With two versions the key shows the same again.
    desk.window.actions_["compare-version"].trigger()
    assert desk.window.comparing.is_open


def test_three_versions_are_compared_in_turn(pair: Desk, tmp_path: Path):
    desk = pair
    file = tmp_path / "省公报.txt"
    province = sample_text().replace("霁川市人民政府公报", "河东省人民政府公报")
    file.write_text(province, encoding="utf-8")
    desk.import_and_close_report(file)
    desk.until(lambda: len(desk.window.versions.others(main_of(desk))) == 2)
    open_uuid(desk, single_of(desk))
    named = [one.text() for one in desk.reader.head.versions.versions]
    assert named == [f"{GAZETTE}（主版本）", "河东省人民政府公报2024年第2期"]
    seen: list[set[str]] = []
    for _ in range(3):
        desk.window.actions_["compare-version"].trigger()
        seen.append(set(desk.window.comparing.pair))
        desk.until(lambda: desk.window.comparing.is_open)
    assert seen[0] == seen[2] != seen[1]
    assert all(single_of(desk) in one for one in seen)


def test_a_search_finds_it_once_with_the_other_behind(pair: Desk):
    desk, model = pair, pair.window.results.model
    desk.search('"计划用水"')
    desk.until(lambda: model.result.notices and model.result.complete)
    assert len(model.result.notices) == model.result.total_notices
    row = model.row_of(main_of(desk))
    assert row >= 0
    assert model.row_of(single_of(desk)) == -1
    above = model.index(row, 0)
    last = model.index(model.rowCount(above) - 1, 0, above)
    assert last.data() == "其他版本：单篇文件"
    assert last.data(OTHER_ROLE).uuid == single_of(desk)
    desk.window.results.tree.activated.emit(last)
    desk.until(lambda: desk.reader.uuid == single_of(desk))


def test_unlinked_taken_back_and_another_main_one(pair: Desk):
    desk = pair
    main, single = main_of(desk), single_of(desk)
    trigger(desk, single, "不是同一文件，取消关联")
    desk.until(lambda: not desk.window.versions._families)
    desk.until(lambda: "不再自动关联" in desk.said())
    desk.window.message_bar.action.click()
    desk.until(lambda: len(desk.window.versions._families) == 2)
    trigger(desk, single, "设为主版本")
    desk.until(lambda: desk.window.versions._families[main][0] == single)
    desk.search('"计划用水"')
    desk.until(lambda: desk.window.results.model.row_of(single) >= 0)
    assert desk.window.results.model.row_of(main) == -1


def test_marks_move_to_the_main_one_and_back(pair: Desk):
    desk = pair
    open_uuid(desk, single_of(desk))
    desk.mark("计划用水")
    trigger(desk, single_of(desk), "把标注转到主版本")
    desk.until(lambda: "已转到主版本的标注：1 条" in desk.said())
    desk.until(lambda: not desk.page.painter.marks)
    open_uuid(desk, main_of(desk))
    desk.until(lambda: len(desk.page.painter.marks) == 1)
    mark = desk.page.painter.marks[0]
    assert desk.reader.text[mark.start : mark.end] == "计划用水"
    assert "转移标注到主版本" in desk.window.actions_["undo"].text()
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: not desk.page.painter.marks)
    open_uuid(desk, single_of(desk))
    desk.until(lambda: len(desk.page.painter.marks) == 1)


def test_two_documents_are_linked_by_hand(full: Desk, tmp_path: Path):
    desk = full
    file = tmp_path / "第52号令.txt"
    file.write_text(later_version(), encoding="utf-8")
    desk.import_and_close_report(file)
    desk.until(lambda: desk.titles().count(TITLE) == 2)
    assert not desk.window.versions._families
    open_uuid(desk, single_of(desk))
    desk.window.actions_["link-version"].trigger()
    dialog = desk.dialog(LinkVersionDialog)
    assert isinstance(dialog, LinkVersionDialog)
    assert nameless(dialog) == []
    dialog.filter.setText("第41号")
    desk.until(lambda: dialog.list.count() == 1)
    QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    desk.until(lambda: len(desk.window.versions._families) == 2)
    desk.until(lambda: "已互相关联" in desk.said())
    assert desk.reader.head.versions.isVisible()


def test_the_report_asks_and_links(full: Desk, tmp_path: Path):
    desk = full
    file = tmp_path / "节选.txt"
    lines = red_head().split("\n")
    file.write_text("\n".join(lines[: len(lines) // 2]) + "\n", encoding="utf-8")
    desk.window.files.import_files([file])
    report = desk.dialog(ImportReportDialog)
    desk.until(lambda: desk.titles().count(TITLE) == 2)
    (row,) = report.tree.findChildren(AnswerRow)
    assert [button.text() for button in row.buttons] == [
        *("是同一文件，合并…", "是同一文件，都保留并互相关联", "不是，都保留")
    ]
    row.buttons[1].click()
    desk.until(lambda: row.answer.text() == "已都保留并互相关联。")
    desk.until(lambda: len(desk.window.versions._families) == 2)
    report.close()


def test_a_link_made_in_another_window_shows_and_a_deleted_version_is_forgotten(pair: Desk):
    desk, places = pair, pair.app.jobs._places
    main, single = main_of(desk), single_of(desk)
    open_uuid(desk, main)
    desk.until(desk.reader.head.versions.isVisible)
    with Library.open(desk.library, cache=places.cache, dictionary=places.dictionary) as library:
        library.unlink_version(single)
        desk.app.jobs.look_elsewhere()
        desk.until(lambda: not desk.window.versions._families)
        assert not desk.reader.head.versions.isVisible()
        library.link_versions(single, main)
    desk.app.jobs.look_elsewhere()
    desk.until(desk.reader.head.versions.isVisible)
    issue = desk.window.library.model.notice(single).issue_id
    desk.app.jobs.delete_issue(issue)
    desk.until(lambda: not desk.window.versions._families)
    desk.until(lambda: not desk.reader.head.versions.isVisible())


def test_the_head_has_the_menu_too(pair: Desk):
    desk, head = pair, pair.reader.head
    open_uuid(desk, main_of(desk))
    desk.until(head.versions.isVisible)
    reason = QContextMenuEvent.Reason.Mouse
    head.contextMenuEvent(QContextMenuEvent(reason, QPoint(5, 5), head.mapToGlobal(QPoint(5, 5))))
    (menu,) = [one for one in head.findChildren(QMenu) if one.isVisible()]
    told = [action.text() for action in menu.actions() if action.text()]
    assert told == ["打开：单篇文件", "对照：单篇文件", "与其他版本关联…", "不是同一文件，取消关联"]
    menu.close()
    head.versions.more.click()
    desk.until(lambda: [one for one in head.versions.findChildren(QMenu) if one.isVisible()])
    head.versions.findChildren(QMenu)[0].close()
