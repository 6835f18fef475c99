"""One notice made two, two made one, and one moved to another issue; taken back by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from desktop.dialogs.issue_choice import IssueChoiceDialog
from desktop.models.library_tree import NODE_ROLE
from desktop.models.tree_nodes import Node
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless

NOTICE = "充电"


@pytest.fixture
def reading(full: Desk) -> Desk:
    full.open(NOTICE)
    return full


def node_of(desk: Desk, uuid: str) -> Node:
    found = desk.window.library.model.find(f"notice/{uuid}")
    return found.data(NODE_ROLE)


def offered(desk: Desk, uuid: str) -> dict[str, QAction]:
    """What the tree's menu offers for a notice, by its label."""
    menu = desk.window.library.menu_for(node_of(desk, uuid))
    return {action.text(): action for action in menu.actions()}


def test_a_notice_is_split_at_a_paragraph_and_put_together_again(reading: Desk):
    desk = reading
    before, text, uuid = desk.titles(), desk.reader.text, desk.reader.uuid
    at = text.index("二、重点任务")
    desk.page.go_to(at, at + 1)
    desk.window.actions_["split-notice"].trigger()
    desk.until(lambda: len(desk.titles()) == len(before) + 1)
    desk.until(lambda: "二、重点任务" not in desk.reader.text)
    desk.until(lambda: "拆成两件" in desk.said())
    desk.window.message_bar.action.click()
    desk.until(lambda: desk.reader.uuid != uuid)
    assert "二、重点任务" in desk.reader.text
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: desk.titles() == before)
    desk.open(NOTICE)
    assert desk.reader.text == text


def test_a_notice_is_merged_with_the_next_from_the_tree(reading: Desk):
    desk = reading
    before, text = desk.titles(), desk.reader.text
    offered(desk, desk.reader.uuid)["与下一件文件合并"].trigger()
    desk.until(lambda: len(desk.titles()) == len(before) - 1)
    desk.until(lambda: len(desk.reader.text) > len(text))
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: desk.titles() == before)
    desk.until(lambda: desk.reader.text == text)


def test_splitting_at_the_first_line_is_refused_with_a_reason(reading: Desk):
    desk = reading
    before = desk.titles()
    desk.page.go_to(0, 1)
    desk.window.actions_["split-notice"].trigger()
    desk.until(lambda: "第一行或最后一行" in desk.said())
    assert desk.titles() == before


def test_a_notice_is_moved_to_another_issue_chosen_by_its_name(reading: Desk, tmp_path):
    desk = reading
    single = tmp_path / "单篇.md"
    single.write_text(
        "# 霁川市水务局关于公布节水名录的公告\n\n现公布节水名录。\n\n霁川市水务局\n2024年3月1日\n",
        encoding="utf-8",
    )
    desk.import_and_close_report(single)
    desk.until(lambda: any("节水" in title for title in desk.titles()))
    desk.open("节水")
    moved = desk.reader.uuid
    desk.window.actions_["move-notice"].trigger()
    dialog = desk.dialog(IssueChoiceDialog)
    assert isinstance(dialog, IssueChoiceDialog)
    assert nameless(dialog) == []
    QTest.keyClicks(dialog.words, "2024")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)

    def issue() -> int:
        notices = desk.window.library.model.notices()
        return next(one.issue_id for one in notices if one.uuid == moved)

    gazette = next(one.id for one in desk.window.library.model.issues() if one.is_issue)
    desk.until(lambda: issue() == gazette)
    desk.window.actions_["undo"].trigger()
    desk.until(lambda: issue() != gazette)
