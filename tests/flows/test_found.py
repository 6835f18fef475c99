"""All of a result at once: tagged and marked in one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox

from tests import factories
from tests.flows.conftest import Desk

COUNT = 60


@pytest.fixture
def many(start: Callable[[], Desk], tmp_path: Path) -> Desk:
    """The program on a library with more notices than a search lists at first."""
    with factories.open_library(tmp_path) as library:
        made = [
            factories.notice(f"云州市人民政府关于第{at}件事项的通知", f"云政发〔2023〕{at}号")
            for at in range(1, COUNT + 1)
        ]
        factories.take_in(library, *made)
        factories.run(library.catch_up())
    desk = start()
    desk.until(desk.titles)
    return desk


def marks(desk: Desk) -> list[str]:
    return [mark.quote for mark in desk.window.marking.shelf.marks()]


def mark_all(desk: Desk, style: str = "green") -> QMessageBox:
    desk.window.results.bar.styles[style].trigger()
    return desk.dialog(QMessageBox)


def answer(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    next(one for one in box.buttons() if box.buttonRole(one) == role).click()


def test_all_places_are_marked_in_one_step_after_their_number_was_told(many: Desk):
    many.search("财政局")
    box = mark_all(many)
    assert "120" in box.text()
    assert "60" in box.text()
    assert "绿色" in box.text()
    answer(box, QMessageBox.ButtonRole.AcceptRole)
    many.until(lambda: len(marks(many)) == 120)
    assert set(marks(many)) == {"财政局"}
    assert "120" in many.said()
    many.window.actions_["undo"].trigger()
    many.until(lambda: not marks(many))
    many.window.actions_["redo"].trigger()
    many.until(lambda: len(marks(many)) == 120)


def test_cancel_marks_nothing_and_what_is_marked_is_not_marked_twice(many: Desk):
    many.search("财政局")
    answer(mark_all(many), QMessageBox.ButtonRole.RejectRole)
    assert marks(many) == []
    many.open("第7件")
    many.mark("财政局", "green")
    many.search("财政局")
    box = mark_all(many)
    assert "119" in box.text()
    answer(box, QMessageBox.ButtonRole.AcceptRole)
    many.until(lambda: len(marks(many)) == 120)
    many.window.results.bar.styles["green"].trigger()
    many.until(lambda: "已经" in many.said())


def test_what_is_narrowed_is_marked_alone(many: Desk):
    many.search("财政局 标题:第7件")
    box = mark_all(many)
    assert "1 件文件中的 3 处" in box.text()
    answer(box, QMessageBox.ButtonRole.RejectRole)


def test_all_documents_are_tagged_in_one_step(many: Desk):
    many.search("财政局")
    many.window.results.bar.tag_all.trigger()
    dialog = many.dialog(QInputDialog)
    assert "60" in dialog.labelText()
    dialog.setTextValue("督办，专项资金")
    dialog.accept()
    shelf = many.window.marking.shelf
    many.until(lambda: shelf.tags() == {"督办": COUNT, "专项资金": COUNT})
    many.search("标签:督办")
    assert many.window.results.model.result.total_notices == COUNT
    many.window.actions_["undo"].trigger()
    many.until(lambda: not shelf.tags())
