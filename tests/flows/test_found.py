"""All of a result at once: tagged and marked in one step that can be taken back."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

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


# ---- while it lasts


class WhenShown(QObject):
    """Does something the moment a widget comes up: at the next look it may be gone again."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self.times = 0
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.times += 1
            self._then()
        return False


def test_that_places_are_collected_is_told_until_the_question_comes(many: Desk):
    strip, said = many.window.collecting, []
    WhenShown(strip, lambda: said.append(strip.label.text()))
    many.search("财政局")
    box = mark_all(many)
    assert [one.split("\u3000")[0] for one in said] == ["正在汇集要标记的位置"]
    assert not strip.isVisible()
    answer(box, QMessageBox.ButtonRole.RejectRole)


def test_collecting_can_be_cancelled(many: Desk):
    strip = many.window.collecting
    watch = WhenShown(strip, strip.cancel.click)
    many.search("财政局")
    many.window.results.bar.styles["green"].trigger()
    many.until(lambda: watch.times and not strip.isVisible())
    many.search("专项资金")  # the same process answers this behind it
    assert many._open(QMessageBox) == []
    assert marks(many) == []
    strip.removeEventFilter(watch)
    many.search("财政局")
    box = mark_all(many)
    assert "120" in box.text()
    answer(box, QMessageBox.ButtonRole.RejectRole)


def test_of_two_colours_the_later_one_is_asked_about(many: Desk):
    strip = many.window.collecting
    many.search("财政局")
    many.window.results.bar.styles["green"].trigger()
    box = mark_all(many, "red")
    assert "红色" in box.text()
    answer(box, QMessageBox.ButtonRole.RejectRole)
    many.search("专项资金")
    assert many._open(QMessageBox) == []
    assert not strip.isVisible()


def test_nothing_is_asked_about_a_library_that_is_not_open_any_more(many: Desk, tmp_path: Path):
    strip, jobs, opened = many.window.collecting, many.app.jobs, []
    jobs.library_opened.connect(opened.append)
    other = tmp_path / "other.antoudb"
    WhenShown(strip, lambda: jobs.open_library(other, create=True))
    many.search("财政局")
    many.window.results.bar.styles["green"].trigger()
    many.until(lambda: opened)
    assert not strip.isVisible()
    many.search("财政局")
    assert many._open(QMessageBox) == []


def test_the_question_goes_with_its_library(many: Desk, tmp_path: Path):
    many.search("财政局")
    mark_all(many)
    many.app.jobs.open_library(tmp_path / "other.antoudb", create=True)
    many.until(lambda: not many._open(QMessageBox))
    assert many.app.jobs.library_path == tmp_path / "other.antoudb"


def test_where_collecting_fails_nothing_stays(many: Desk, expect_log: Callable[[str], None]):
    expect_log("marks-of-found")
    strip = many.window.collecting
    watch = WhenShown(strip, end_processes)
    many.search("财政局")
    many.until(lambda: not many.window.results.model.result.behind)  # then only this runs
    many.window.results.bar.styles["green"].trigger()
    many.until(lambda: watch.times and not strip.isVisible())
    # Where the answer was on its way already, it is the question that comes.
    many.until(lambda: many.said() or many._open(QMessageBox))
    for box in many._open(QMessageBox):
        answer(box, QMessageBox.ButtonRole.RejectRole)
    assert marks(many) == []
    many.search("财政局")
    assert many.window.results.model.result.total_notices == COUNT


def end_processes() -> None:
    """What a system does that has no memory left."""
    for process in multiprocessing.active_children():
        process.kill()
