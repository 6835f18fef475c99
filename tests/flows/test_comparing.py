"""Two notices read beside each other: chosen, compared, walked through, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.beside import BesideDialog
from desktop.models.library_tree import NODE_ROLE
from storage.types.comparing import LEFT, RIGHT
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless
from tests.versions import NAME, TITLE, later_version

AMENDING = "修改“高效办成一件事”"
AMENDED = "推进“高效办成一件事”深化"


@pytest.fixture
def versions(full: Desk, tmp_path: Path) -> Desk:
    """The sample, and in another file a later version of its first document."""
    file = tmp_path / NAME
    file.write_text(later_version(), encoding="utf-8")
    full.import_and_close_report(file)
    full.until(lambda: full.titles().count(TITLE) == 2)
    full.window.resize(1280, 800)
    return full


def shown(desk: Desk) -> bool:
    return desk.window.comparing.is_open


def choose_beside(desk: Desk, words: str = "") -> None:
    """Open the dialog for the open document and take the first row that holds the words."""
    desk.window.actions_["beside"].trigger()
    dialog = desk.dialog(BesideDialog)
    assert isinstance(dialog, BesideDialog)
    if words:
        QTest.keyClicks(dialog.filter, words)
    wanted = words or "其他版本"
    desk.until(lambda: dialog.list.count() and wanted in dialog.list.item(0).text())
    assert nameless(dialog) == []
    QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    desk.until(lambda: shown(desk))


def words(desk: Desk, side: int, kind: str = "words") -> list[str]:
    """The words of a side that are shown as changed."""
    panel = desk.window.compared
    text = panel.sides[side].stored.notice.text
    return [text[slice(*span)] for span in panel.comparison.spans(side, kind)]


def test_choose_a_version_walk_through_and_go_back(versions: Desk):
    desk, panel = versions, versions.window.compared
    desk.open(TITLE)
    desk.page.scroll_to(desk.reader.text.index("第十二条"))
    top = desk.page.top_offset()
    choose_beside(desk)
    assert "计划用水" in words(desk, LEFT)
    assert "节水优先" in words(desk, RIGHT)
    assert not any("第六条" in one for one in words(desk, RIGHT))
    assert "第六条" in words(desk, RIGHT, "number")
    assert nameless(desk.window) == []
    count = len(panel.comparison.differences)
    for at in range(count):
        desk.window.actions_["next-difference"].trigger()
        assert panel.count.text() == f"第 {at + 1} 处不同，共 {count} 处"
    QTest.keyClick(panel.sides[RIGHT].page, Qt.Key.Key_Escape)
    assert not desk.window.comparing.is_open
    assert desk.page.isVisible()
    assert desk.page.top_offset() == top
    assert not desk.window.actions_["next-difference"].isEnabled()


def test_the_sides_of_a_small_window_make_room_and_come_back(versions: Desk):
    desk = versions
    desk.open(TITLE)
    before = desk.window.splitter.sizes()
    choose_beside(desk)
    assert not desk.window.left.isVisible()
    assert not desk.window.right.isVisible()
    desk.window.compared.shut.click()
    assert desk.window.left.isVisible()
    assert desk.window.right.isVisible()
    assert desk.window.splitter.sizes() == before


def test_swapping_the_sides(versions: Desk):
    desk, panel = versions, versions.window.compared
    desk.open(TITLE)
    choose_beside(desk)
    left, right = panel.uuids()
    panel.swap.click()
    desk.until(lambda: panel.uuids() == (right, left) and shown(desk))
    assert "节水优先" in words(desk, LEFT)


def test_from_the_tree_beside_the_open_document(full: Desk):
    full.open(AMENDING)
    model = full.window.library.model
    summary = next(one for one in model.notices() if AMENDED in one.title)
    node = model.find(f"notice/{summary.uuid}").data(NODE_ROLE)
    menu = full.window.library.menu_for(node)
    action = next(one for one in menu.actions() if "对照" in one.text())
    action.trigger()
    full.until(lambda: shown(full))
    panel = full.window.compared
    assert panel.comparison.amending == RIGHT
    assert panel.sides[LEFT].stored.summary.uuid == summary.uuid
    assert panel.count.text() == "3 处修改"
    assert "2024年8月底" in words(full, LEFT)
    assert "2024年6月底" in words(full, RIGHT)


def test_what_amends_the_document_is_offered_first(full: Desk):
    full.open(AMENDED)
    full.window.actions_["beside"].trigger()
    dialog = full.dialog(BesideDialog)
    full.until(lambda: "\n修改本文件" in dialog.list.item(0).text())
    assert AMENDING in dialog.list.item(0).text()
    dialog.close()


def test_a_document_opened_from_the_tree_ends_the_comparison(versions: Desk):
    desk = versions
    desk.open(TITLE)
    choose_beside(desk)
    desk.open("充电")
    assert not desk.window.comparing.is_open
    assert desk.page.isVisible()


def test_marks_made_before_are_seen_beside_each_other(versions: Desk):
    desk = versions
    desk.open(TITLE)
    desk.mark("实行水源统一调度")
    choose_beside(desk)
    marks = desk.window.compared.sides[LEFT].page.painter.marks
    assert [one.quote for one in marks] == ["实行水源统一调度"]
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: not desk.window.compared.sides[LEFT].page.painter.marks)


def test_a_document_that_is_deleted_meanwhile_ends_the_comparison(versions: Desk):
    desk = versions
    desk.open(TITLE)
    choose_beside(desk)
    panel = desk.window.compared
    issue = panel.sides[RIGHT].stored.summary.issue_id
    desk.app.jobs.delete_issue(issue)
    desk.until(lambda: not desk.window.comparing.is_open)
    assert desk.page.isVisible()


def test_the_window_closes_while_a_page_is_being_set(versions: Desk):
    desk = versions
    desk.open(TITLE)
    desk.window.actions_["beside"].trigger()
    dialog = desk.dialog(BesideDialog)
    desk.until(lambda: "其他版本" in dialog.list.item(0).text())
    QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.comparing.is_open)
    desk.window.close()
    assert not desk.window.comparing.is_open
