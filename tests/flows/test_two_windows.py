"""The program twice on one library: said at the start, and nothing written is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from storage.types import Places
from storage.words import Words
from tests.flows.conftest import Desk


@pytest.fixture
def second(full: Desk, qapp, qtbot, places: Places) -> Iterator[Callable[[], Desk]]:
    """Starts the program once more on the library of `full`."""
    running: list[App] = []

    def build() -> Desk:
        app = App(qapp, places, Words(places.messages, "zh"))
        running.append(app)
        qtbot.addWidget(app.window)
        app.window.show()
        desk = Desk(app, qtbot, full.library)
        app.jobs.open_library(full.library)
        desk.until(desk.titles)
        return desk

    yield build
    for app in running:
        app.window.close()
        app.end()


def come_to(desk: Desk) -> None:
    """Bring a window up, as a click on it does."""
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))


def write(desk: Desk, note: str) -> None:
    """Open the card of the one mark, write a note, and end with Ctrl+Enter."""
    (mark,) = desk.page.painter.marks
    desk.reader.marking.open_card(mark, write=True)
    desk.reader.card.note.setPlainText(note)
    QTest.keyClick(desk.reader.card.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def notes(desk: Desk) -> list[str]:
    return [mark.note for mark in desk.page.painter.marks]


def test_the_second_window_says_so_and_the_first_does_not(full: Desk, second: Callable[[], Desk]):
    assert "另一个案头窗口" not in full.said()
    other = second()
    other.until(lambda: "另一个案头窗口" in other.said())


def test_what_a_killed_program_left_counts_for_nothing(
    start: Callable[[], Desk], places: Places, sample: Path
):
    first = start()
    (lock,) = (places.cache / "windows").iterdir()
    held = lock.read_text(encoding="utf-8").split("\n")
    first.window.close()
    first.app.end()
    assert not lock.exists()
    no_process = "4194399"
    lock.write_text("\n".join([no_process, *held[1:]]), encoding="utf-8")
    again = start()
    assert again.app.sharing.holds_lock
    assert "另一个案头窗口" not in again.said()


def test_notes_of_two_windows_are_both_kept_and_shown_on_coming_back(
    full: Desk, second: Callable[[], Desk]
):
    full.open("充电")
    full.mark("充电基础设施")
    other = second()
    other.open("充电")
    other.until(lambda: other.page.painter.marks)
    write(other, "乙的批注")
    other.until(lambda: notes(other) == ["乙的批注"])
    write(full, "甲的批注")
    full.until(lambda: "甲的批注" in notes(full)[0])
    assert "乙的批注" in notes(full)[0]
    full.until(lambda: "另一个窗口" in full.said())
    assert notes(other) == ["乙的批注"]
    come_to(other)
    other.until(lambda: notes(other) == notes(full))


def test_a_note_being_written_survives_the_deletion_in_another_window(
    full: Desk, second: Callable[[], Desk]
):
    full.open("充电")
    full.mark("充电基础设施")
    other = second()
    other.open("充电")
    other.until(lambda: other.page.painter.marks)
    full.reader.marking.open_card(full.page.painter.marks[0], write=True)
    full.reader.card.note.setPlainText("写到一半")
    (mark,) = other.page.painter.marks
    other.window.marking.delete(mark.uuid)
    other.until(lambda: not other.page.painter.marks)
    come_to(full)
    full.until(lambda: notes(full) == ["写到一半"] and full.page.painter.marks[0].uuid != mark.uuid)
    full.until(lambda: "已在另一个窗口中删除" in full.said())


def test_a_colour_for_a_mark_deleted_elsewhere_is_refused(full: Desk, second: Callable[[], Desk]):
    full.open("充电")
    full.mark("充电基础设施")
    other = second()
    other.open("充电")
    other.until(lambda: other.page.painter.marks)
    (mark,) = full.page.painter.marks
    full.window.marking.delete(mark.uuid)
    full.until(lambda: not full.page.painter.marks)
    other.reader.marking.open_card(other.page.painter.marks[0])
    other.reader.card.styles["red"].click()
    other.until(lambda: "已在另一个窗口中删除" in other.said())
    other.until(lambda: not other.page.painter.marks)


def test_a_step_that_a_busy_library_kept_from_being_undone_can_be_undone_later(full: Desk):
    """Another program holds the file: the message says so, and the step is still the next one."""
    full.open("充电")
    full.mark("应当")
    other = sqlite3.connect(full.library, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    full.window.actions_["undo"].trigger()
    full.until(lambda: "正被另一个程序占用" in full.said())
    assert full.window.actions_["undo"].isEnabled()
    other.execute("ROLLBACK")
    other.close()
    full.window.actions_["undo"].trigger()
    full.until(lambda: not full.page.painter.marks)
