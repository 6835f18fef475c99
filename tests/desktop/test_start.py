"""The library a start opens: the default with its sample, an asked one, the last one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.messages import Message, Messages
from desktop.paths import SETTINGS_NAME
from desktop.settings import Settings
from desktop.start import LibraryStart
from desktop.tasks.jobs import Jobs
from storage.errors import UserFault
from storage.types import IssueSummary
from tests.desktop.places import chinese, places_in

PATIENCE = 30_000


class Desk:
    """One start of the program without its window."""

    def __init__(self, folder: Path, qtbot: Any) -> None:
        self.qtbot = qtbot
        self.places = places_in(folder)
        self.faults: list[BaseException] = []
        self.shown: list[Message] = []
        self.opened: list[str] = []
        self.messages = Messages()
        self.messages.message.connect(self.shown.append)
        self.jobs = Jobs(self.places, self.faults.append)
        self.jobs.library_opened.connect(self.opened.append)
        self.settings = Settings.load(self.places.config / SETTINGS_NAME)
        self.start = LibraryStart(
            self.jobs, self.settings, self.messages, chinese(self.places), self.places
        )

    def open(self, asked: Path | None = None, *, sample: bool = False) -> None:
        self.start.open(asked, sample=sample)

    def wait_for_library(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.opened), timeout=PATIENCE)

    def wait_for_message(self) -> Message:
        self.qtbot.waitUntil(lambda: bool(self.shown), timeout=PATIENCE)
        return self.shown[0]

    def issues(self) -> list[IssueSummary]:
        trees: list[Any] = []
        self.jobs.load_tree(self.messages, trees.append)
        self.qtbot.waitUntil(lambda: bool(trees), timeout=PATIENCE)
        return trees[0][0]


@pytest.fixture
def desks(qtbot, tmp_path: Path) -> Iterator[Any]:
    made: list[Desk] = []

    def make() -> Desk:
        if made:
            made[-1].jobs.shutdown()
        made.append(Desk(tmp_path / "home", qtbot))
        return made[-1]

    yield make
    made[-1].jobs.shutdown()


def test_first_start_makes_the_library_with_the_sample(desks) -> None:
    desk = desks()
    with desk.qtbot.waitSignal(desk.start.sample_taken_in, timeout=PATIENCE):
        desk.open()
    assert desk.opened == [str(desk.places.library)]
    assert len(desk.issues()) == len(list(desk.places.sample.glob("*.txt")))
    assert desk.faults == []


def test_second_start_finds_it_and_imports_nothing(desks) -> None:
    first = desks()
    with first.qtbot.waitSignal(first.start.sample_taken_in, timeout=PATIENCE):
        first.open(sample=True)
    second = desks()
    second.open(sample=True)
    second.wait_for_library()
    assert len(second.issues()) == len(list(first.places.sample.glob("*.txt")))
    assert second.shown == []
    assert not second.jobs.busy


def test_deleted_sample_does_not_come_back_by_itself(desks) -> None:
    first = desks()
    with first.qtbot.waitSignal(first.start.sample_taken_in, timeout=PATIENCE):
        first.open()
    for issue in first.issues():
        first.jobs.delete_issue(issue.id)
    second = desks()
    second.open()
    second.wait_for_library()
    assert second.issues() == []


def test_asked_library_that_is_missing_is_offered_to_be_made(desks, tmp_path: Path) -> None:
    desk = desks()
    path = tmp_path / "新库.antoudb"
    desk.open(path)
    message = desk.wait_for_message()
    assert str(path) in message.text
    assert not path.exists()
    assert message.action is not None
    label, make = message.action
    assert label == "新建资料库"
    make()
    desk.wait_for_library()
    assert path.exists()
    assert desk.issues() == []


def test_last_library_is_opened_again(desks, tmp_path: Path) -> None:
    path = tmp_path / "工作.antoudb"
    first = desks()
    first.jobs.open_library(path, create=True)
    first.wait_for_library()
    second = desks()
    second.open()
    second.wait_for_library()
    assert second.opened == [str(path)]
    assert not second.places.library.exists()


def test_last_library_on_a_drive_that_is_gone(desks, tmp_path: Path) -> None:
    path = tmp_path / "U盘.antoudb"
    first = desks()
    first.jobs.open_library(path, create=True)
    first.wait_for_library()
    first.jobs.shutdown()
    path.unlink()
    second = desks()
    second.open()
    assert "U盘.antoudb" in second.wait_for_message().text
    second.wait_for_library()
    assert second.opened == [str(second.places.library)]
    assert not path.exists()


def test_last_library_that_is_damaged(desks, tmp_path: Path) -> None:
    path = tmp_path / "坏了.antoudb"
    path.write_text("this is no library")
    first = desks()
    first.settings.last_library = str(path)
    first.settings.save()
    second = desks()
    second.open()
    second.wait_for_library()
    assert second.opened == [str(second.places.library)]
    (fault,) = second.faults
    assert isinstance(fault, UserFault)
    assert path.read_text() == "this is no library"


def test_settings_that_cannot_be_saved_are_told(desks, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config").write_text("a file where the folder should be")
    desk = desks()
    desk.open()
    assert "设置没有保存" in desk.wait_for_message().text
