"""Doubtful marks after an import: led to, accepted, refused, put by hand, all with undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage.types import Mark, MarkChange
from tests.flows.conftest import Desk

CHANGED = "充电基础设施信息服务平台"
GONE = "三年行动方案"


def marks(desk: Desk) -> dict[str, Mark]:
    return {mark.uuid: mark for mark in desk.window.marking.shelf.marks()}


@pytest.fixture
def doubtful(full: Desk) -> Desk:
    """Two marks of the open notice, as an import might have left them."""
    full.open("充电")
    for words in (CHANGED, GONE):
        full.mark(words)
    first, second = sorted(marks(full).values(), key=lambda mark: mark.quote == GONE)
    full.window.marking.change(
        "edit-x",
        [
            MarkChange(first, replace(first, quote="充电设施信息平台", state="check")),
            MarkChange(second, replace(second, quote="早已不在的话", state="unplaced")),
        ],
    )
    full.until(lambda: {mark.state for mark in marks(full).values()} == {"check", "unplaced"})
    full.window.actions_["go-marks"].trigger()
    full.until(lambda: "1 处" in full.window.marks.checking.told.text())
    return full


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.window.marks.checking, key)


def states(desk: Desk) -> list[str]:
    return sorted(mark.state for mark in marks(desk).values())


def test_accepted_by_one_key_and_taken_back(doubtful: Desk):
    doubtful.window.actions_["check-marks"].trigger()
    bar = doubtful.window.marks.checking
    assert doubtful.window.focusWidget() is bar
    assert "充电" in bar.texts.text()
    assert "underline" in bar.texts.text()
    press(doubtful, Qt.Key.Key_Return)
    doubtful.until(lambda: states(doubtful) == ["sure", "unplaced"])
    sure = next(mark for mark in marks(doubtful).values() if mark.state == "sure")
    assert sure.quote == CHANGED
    doubtful.until(lambda: "早已不在的话" in bar.texts.text())
    assert not bar.accept.isVisible()
    doubtful.window.actions_["undo"].trigger()
    doubtful.until(lambda: states(doubtful) == ["check", "unplaced"])


def test_refused_and_put_by_hand(doubtful: Desk):
    doubtful.window.marks.checking.start.click()
    bar = doubtful.window.marks.checking
    press(doubtful, Qt.Key.Key_U)
    doubtful.until(lambda: states(doubtful) == ["unplaced", "unplaced"])
    doubtful.until(lambda: "早已不在的话" in bar.texts.text())
    press(doubtful, Qt.Key.Key_H)
    doubtful.until(lambda: "选中" in doubtful.said())
    at = doubtful.reader.text.index(GONE)
    doubtful.page.select_span(at, at + len(GONE))
    doubtful.window.actions_["put-here"].trigger()
    doubtful.until(lambda: states(doubtful) == ["sure", "unplaced"])
    placed = next(mark for mark in marks(doubtful).values() if mark.state == "sure")
    assert (placed.start, placed.quote) == (at, GONE)
    doubtful.until(lambda: "充电设施信息平台" in bar.texts.text())
    press(doubtful, Qt.Key.Key_Escape)
    assert not bar.is_checking
    assert bar.isVisible()


def test_an_import_that_leaves_doubt_leads_there(full: Desk, sample: Path, tmp_path: Path):
    full.open("充电")
    full.mark(CHANGED)
    text = sample.read_text(encoding="utf-8").replace(CHANGED, "充电设施综合信息平台")
    changed = tmp_path / "改.txt"
    changed.write_text(text, encoding="utf-8")
    full.import_and_close_report(changed)
    full.until(lambda: states(full) != ["sure"])
    full.until(lambda: "1" in full.said() and "位置" in full.said())
    full.window.message_bar.action.click()
    full.until(lambda: full.window.marks.checking.is_checking)
