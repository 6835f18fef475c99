"""Issues put right from the tree, gazettes' names merged, words spelt two ways, two windows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest

from desktop.dialogs.corrections import CorrectionsDialog
from desktop.dialogs.gazette_names import GazetteNamesDialog
from desktop.dialogs.issue_head import IssueHeadDialog
from desktop.dialogs.spellings import SpellingsDialog
from desktop.models.tree_nodes import Node
from storage.types import IssueSummary
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless
from tests.flows.test_correcting import begin, reads, write
from tests.flows.test_two_windows import second  # noqa: F401

NOTICE = "充电"
WORDS = "充电设施"


def node_of(desk: Desk, kind: str) -> Node:
    """The first row of a kind in the tree."""
    return next(node for node in desk.window.library.model.nodes() if node.kind == kind)


def offered(desk: Desk, kind: str) -> dict[str, QAction]:
    """What the tree's menu offers for the first row of a kind, by its label."""
    menu = desk.window.library.menu_for(node_of(desk, kind))
    return {action.text(): action for action in menu.actions()}


def issue(desk: Desk) -> IssueSummary:
    return next(one for one in desk.window.library.model.issues() if one.is_issue)


def test_an_issue_gets_another_number_and_a_bad_one_is_told_at_the_field(full: Desk):
    before = issue(full).issue
    offered(full, "issue")["更正刊名、年份、期号…"].trigger()
    dialog = full.dialog(IssueHeadDialog)
    assert isinstance(dialog, IssueHeadDialog)
    assert nameless(dialog) == []
    dialog.edits["number"].set_words("第五")
    dialog.ask()
    full.until(lambda: dialog.notes["number"].text() or dialog.fault.text())
    assert issue(full).issue == before
    dialog.edits["number"].set_words("5")
    QTest.keyClick(dialog.edits["number"], Qt.Key.Key_Return)
    full.until(lambda: issue(full).issue.number == 5)
    offered(full, "issue")["本期的更正记录…"].trigger()
    listed = full.dialog(CorrectionsDialog)
    full.until(lambda: listed.table.model().rowCount() == 1)
    model = listed.table.model()
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert "期号" in row
    listed.close()
    full.window.actions_["undo"].trigger()
    full.until(lambda: issue(full).issue == before)


def test_a_gazette_takes_another_name(full: Desk):
    before = issue(full).issue
    offered(full, "gazette")["更正刊名、合并两种写法…"].trigger()
    dialog = full.dialog(GazetteNamesDialog)
    assert isinstance(dialog, GazetteNamesDialog)
    assert nameless(dialog) == []
    assert not dialog.merge.isEnabled()
    dialog.words.setText("霁川公报")
    dialog.merge.click()
    full.until(lambda: issue(full).issue.name == "霁川公报")
    full.window.actions_["undo"].trigger()
    full.until(lambda: issue(full).issue == before)


def test_the_corrections_of_an_issue_are_listed_from_the_tree(full: Desk):
    full.open(NOTICE)
    begin(full, WORDS)
    write(full, "充电装置")
    reads(full, "充电装置")
    offered(full, "issue")["本期的更正记录…"].trigger()
    dialog = full.dialog(CorrectionsDialog)
    full.until(lambda: dialog.table.model().rowCount() == 1)
    dialog.close()


def test_words_spelt_two_ways_are_offered_after_an_import_and_corrected(desk: Desk, tmp_path: Path):
    often = "由霁川市财政局负责落实充电设施建设资金。"
    lines = [f"{number}.{often}" for number in range(1, 9)]
    lines.append("9.由霁川市财政局负责落实允电设施建设资金。")
    text = "\n\n".join(
        ["# 霁川市人民政府关于落实资金的通知", *lines, "霁川市人民政府", "2024年3月1日"]
    )
    file = tmp_path / "通知.md"
    file.write_text(text.replace("允电", "充申"), encoding="utf-8")
    desk.import_and_close_report(file)
    desk.until(lambda: "写法不一" in desk.said())
    desk.window.message_bar.action.click()
    dialog = desk.dialog(SpellingsDialog)
    assert isinstance(dialog, SpellingsDialog)
    assert nameless(dialog) == []
    assert not dialog.apply.isEnabled()
    above = dialog.tree.topLevelItem(0)
    assert "【申→电】" in above.child(0).text(0)
    above.setCheckState(0, Qt.CheckState.Checked)
    dialog.apply.click()
    desk.open("落实资金")
    desk.until(lambda: "充申" not in desk.reader.text)
    desk.until(lambda: dialog.tree.topLevelItemCount() == 0)
    desk.window.actions_["undo"].trigger()
    reads(desk, "充申")
    dialog.close()


# ---- two windows


@pytest.fixture
def both(full: Desk, second: Callable[[], Desk]) -> tuple[Desk, Desk]:  # noqa: F811
    """The same notice in two windows; words are being corrected in the second."""
    full.open(NOTICE)
    other = second()
    other.open(NOTICE)
    begin(other, WORDS)
    other.reader.correction_box.edit.insertPlainText("EV")
    return full, other


def test_what_is_typed_stays_in_the_box_when_another_window_changed_the_notice(
    both: tuple[Desk, Desk],
):
    first, other = both
    box = other.reader.correction_box
    begin(first, "应当")
    write(first, "必须")
    reads(first, "必须")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    reads(other, "必须")
    other.until(lambda: "别处" in box.fault.text())
    assert box.isVisible()
    assert box.words == "EV"
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    reads(other, "EV")
    assert "必须" in other.reader.text


def test_what_is_typed_is_in_the_clipboard_when_its_words_are_gone(both: tuple[Desk, Desk]):
    first, other = both
    QGuiApplication.clipboard().clear()
    box = other.reader.correction_box
    begin(first, WORDS)
    write(first, "供电设备")
    reads(first, "供电设备")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    reads(other, "供电设备")
    other.until(lambda: not box.isVisible())
    assert QGuiApplication.clipboard().text() == "EV"
    other.until(lambda: "剪贴板" in other.said())
    assert "EV" not in other.reader.text


def test_in_a_library_that_can_only_be_read_the_tree_says_why_nothing_is_offered(full: Desk):
    jobs = full.app.jobs
    jobs.read_only = True
    jobs.library_opened.emit(str(full.library))
    full.until(lambda: "只读" in full.said() and full.titles())
    for kind in ("gazette", "issue", "notice"):
        entries = [one for one in offered(full, kind).values() if "更正" in one.text()]
        off = [one for one in entries if "记录" not in one.text()]
        assert off
        assert not any(one.isEnabled() for one in off)
        assert all("只能读" in one.toolTip() for one in off)
