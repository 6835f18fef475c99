"""After an upgrade the window offers to read sources again; what changes is seen before."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt

from desktop.dialogs.reading_again import ReadingAgainDialog
from desktop.models.library_tree import NODE_ROLE
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless
from tests.storage.command_line import SAMPLES

WORDS = "应当"


def make_old(desk: Desk) -> None:
    """Turn the library into one of an older program, which found no numbers and cut the titles."""
    with sqlite3.connect(desk.library) as file:
        file.execute("UPDATE issues SET recogniser = 0")
        file.execute(
            "UPDATE notices SET number = NULL, body = CAST(replace(CAST(body AS TEXT),"
            " '\"number\"', '\"nothing\"') AS BLOB) WHERE number IS NOT NULL"
        )
    file.close()


def reopen(desk: Desk) -> None:
    opened: list[str] = []
    desk.app.jobs.open_library(desk.library, done=opened.append)
    desk.until(lambda: opened)


@pytest.fixture
def upgraded(full: Desk) -> Desk:
    """The sample with a mark, as an older program left it, opened by this one."""
    full.open("充电")
    full.mark(WORDS)
    make_old(full)
    reopen(full)
    return full


def dialog_of(desk: Desk) -> ReadingAgainDialog:
    found = desk.dialog(ReadingAgainDialog)
    assert isinstance(found, ReadingAgainDialog)
    return found


def rows(dialog: ReadingAgainDialog) -> list[str]:
    """All that the tree of the dialog tells."""
    told: list[str] = []
    waiting = [dialog.tree.invisibleRootItem()]
    while waiting:
        item = waiting.pop(0)
        children = [item.child(at) for at in range(item.childCount())]
        told += [child.text(0) for child in children]
        waiting = children + waiting
    return told


def numbers(desk: Desk) -> list[str | None]:
    return [notice.number for notice in desk.window.library.model.notices()]


def test_the_offer_leads_to_the_preview_and_reading(upgraded: Desk):
    desk = upgraded
    desk.until(lambda: "旧版程序" in desk.said())
    assert not any(numbers(desk))
    desk.window.message_bar.action.click()
    dialog = dialog_of(desk)
    desk.until(dialog.read.isEnabled)
    assert nameless(dialog) == []
    assert any("新识别出" in row for row in rows(dialog))
    assert "文号 +" in dialog.fields.text()
    assert not any(numbers(desk))  # nothing is done yet
    dialog.read.click()
    desk.until(lambda: any(numbers(desk)))
    desk.until(lambda: "已重新识别" in desk.said())
    assert "标注都在原来的文字上" in desk.said()
    desk.open("充电")
    (mark,) = desk.page.painter.marks
    assert desk.reader.text[mark.start : mark.end] == WORDS
    desk.window.actions_["read-again"].trigger()
    desk.until(lambda: "都已由现在的识别程序" in desk.said())


def test_it_is_offered_once(upgraded: Desk):
    desk = upgraded
    desk.until(lambda: "旧版程序" in desk.said())
    desk.window.message_bar.dismiss()
    reopen(desk)
    asked: list[str] = []
    desk.app.jobs.state("reading-again-offered", desk.window, asked.append)
    desk.until(lambda: asked)
    assert asked[0]
    assert "旧版程序" not in desk.said()


def test_the_texts_are_shown_side_by_side(upgraded: Desk):
    desk = upgraded
    with sqlite3.connect(desk.library) as file:
        file.execute(
            "UPDATE notices SET text_hash = 'old', body = CAST(replace(CAST(body AS TEXT),"
            " '充电桩', '允电桩') AS BLOB)"
        )
    file.close()
    desk.window.actions_["read-again"].trigger()
    dialog = dialog_of(desk)
    desk.until(dialog.read.isEnabled)
    found = dialog.tree.findItems(
        "充电", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 0
    )
    dialog.tree.setCurrentItem(found[0])
    compared = dialog.right.widget(1)
    desk.until(lambda: dialog.right.currentWidget() is compared)
    assert compared.comparison.differences  # type: ignore[attr-defined]
    dialog.close()


def test_a_single_issue_by_its_menu_and_escape(full: Desk):
    desk = full
    model = desk.window.library.model
    issue = next(one for one in model.issues() if one.is_issue)
    node = model.find(f"issue/{issue.id}").data(NODE_ROLE)
    menu = desk.window.library.menu_for(node)
    next(one for one in menu.actions() if one.text().startswith("重新识别")).trigger()
    dialog = dialog_of(desk)
    desk.until(lambda: "不会有变化" in dialog.summary.text())
    assert not dialog.read.isEnabled()
    dialog.reject()
    desk.until(lambda: desk.window.recognition.reading_again._dialog is None)


def test_unticked_issues_stay_as_they_are(upgraded: Desk, tmp_path):
    desk = upgraded
    (single,) = [path for path in SAMPLES if "20号" in path.name]
    desk.import_and_close_report(single)
    make_old(desk)
    desk.window.actions_["read-again"].trigger()
    dialog = dialog_of(desk)
    desk.until(dialog.read.isEnabled)
    tops = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    assert len(tops) == 2
    tops[0].setCheckState(0, Qt.CheckState.Unchecked)
    dialog.read.click()
    desk.until(lambda: "已重新识别 1 期" in desk.said())
    found = numbers(desk)
    assert any(found)
    assert not all(found)
