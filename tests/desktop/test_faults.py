"""Every fault ends in one place: a message, or a report and the crash dialog."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from desktop.faults import Faults
from desktop.messages import Message, Messages
from desktop.tasks.task import WorkerFault
from storage.errors import Cancelled, ProgramFault, UserFault
from storage.types import Places
from tests.desktop.places import chinese, places_in


class Desk:
    """Faults with their messages written down."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.shown: list[Message] = []
        self.messages = Messages()
        self.messages.message.connect(self.shown.append)
        self.faults = Faults(self.messages, chinese(places), places)

    @property
    def reports(self) -> list[str]:
        return [
            file.read_text(encoding="utf-8")
            for file in sorted(self.places.log.glob("report-*.txt"))
        ]


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(places_in(tmp_path))
    made.faults.install()
    yield made
    made.faults.uninstall()
    if made.faults.dialog is not None:
        made.faults.dialog.go_on.click()


def test_fault_of_the_world_is_a_message_with_advice(desk: Desk) -> None:
    desk.faults.handle(UserFault("library-not-there", path="/媒体/资料库.antoudb"))
    (message,) = desk.shown
    assert message.level == "error"
    assert "/媒体/资料库.antoudb" in message.text
    assert "U盘" in message.advice
    assert desk.faults.dialog is None
    assert desk.reports == []


def test_fault_after_the_window_closed_is_said_in_a_box(desk: Desk, monkeypatch) -> None:
    boxes: list[tuple[object, ...]] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *told: boxes.append(told))
    desk.faults.window_is_gone()
    desk.faults.handle(UserFault("library-not-there", path="/u.antoudb"))
    assert desk.shown == []
    assert "/u.antoudb" in str(boxes)


def test_cancelling_says_nothing(desk: Desk) -> None:
    desk.faults.handle(Cancelled())
    assert desk.shown == []
    assert desk.faults.dialog is None


def test_fault_of_ours_is_a_report_and_a_dialog(desk: Desk, expect_log) -> None:
    expect_log("Fault of the program")
    desk.faults.handle(ProgramFault("a state never reached"))
    dialog = desk.faults.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert "a state never reached" in dialog.details.toPlainText()
    assert len(desk.reports) == 1
    dialog.go_on.click()
    assert desk.faults.dialog is None


def test_only_one_dialog_at_a_time(desk: Desk, expect_log) -> None:
    expect_log("Fault of the program")
    for _ in range(5):
        desk.faults.handle(ProgramFault("again and again"))
    assert len(desk.reports) == 1
    assert desk.faults.dialog is not None


def test_exception_in_a_slot_reaches_the_dialog(desk: Desk, qtbot, expect_log) -> None:
    expect_log("Fault of the program")
    with qtbot.captureExceptions():  # pytest-qt takes the hook for itself otherwise
        desk.faults.install()
        sys.excepthook = desk.faults._uncaught
        QTimer.singleShot(0, lambda: 1 / 0)
        qtbot.waitUntil(lambda: desk.faults.dialog is not None)
    assert "ZeroDivisionError" in desk.reports[0]


def test_exception_in_a_thread_reaches_the_dialog(desk: Desk, qtbot, expect_log) -> None:
    expect_log("Fault of the program")
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: desk.faults.dialog is not None)
    assert "ZeroDivisionError" in desk.reports[0]


def test_fault_of_the_worker_is_a_message_with_its_report(desk: Desk, expect_log) -> None:
    expect_log("Worker process")
    desk.faults.handle(WorkerFault("died", "Fatal Python error: Segmentation fault"))
    (message,) = desk.shown
    assert message.level == "error"
    assert str(desk.places.log) in message.advice
    assert message.action is not None
    assert desk.faults.dialog is None
    assert "Segmentation fault" in desk.reports[0]


def test_worker_fault_without_a_place_for_its_report(desk: Desk, expect_log) -> None:
    expect_log("Worker process")
    expect_log("The report could not be saved")
    desk.places.log.write_text("a file where the folder should be")
    desk.faults.handle(WorkerFault("died", "why"))
    assert len(desk.shown) == 1
    assert desk.shown[0].action is None


def test_hooks_are_given_back(qtbot, tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    desk = Desk(places_in(tmp_path))
    desk.faults.install()
    assert sys.excepthook != before[0]
    desk.faults.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
