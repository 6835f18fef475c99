"""Jobs on a real library for tests, with all that they tell written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.jobs import Jobs
from storage.types import ImportReport, Progress
from tests.desktop.places import places_in

PATIENCE = 30_000


class Bench:
    """Jobs on a library in a folder of its own; notes what is told."""

    def __init__(self, folder: Path, qtbot: Any) -> None:
        self.qtbot = qtbot
        self.places = places_in(folder)
        self.faults: list[BaseException] = []
        self.changed: list[str] = []
        self.busy: list[bool] = []
        self.progress: list[Progress] = []
        self.finished: list[list[ImportReport]] = []
        self.owner = QObject()
        self.jobs = Jobs(self.places, self.faults.append)
        self.jobs.library_changed.connect(self.changed.append)
        self.jobs.busy_changed.connect(self.busy.append)
        self.jobs.import_progress.connect(self.progress.append)
        self.jobs.import_finished.connect(self.finished.append)

    def ask(self, method: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call a use case and wait for its answer; its fault is raised."""
        answers: list[Any] = []
        errors: list[BaseException] = []
        method(*arguments, **named, done=answers.append, error=errors.append)
        self.qtbot.waitUntil(lambda: bool(answers or errors), timeout=PATIENCE)
        if errors:
            raise errors[0]
        return answers[0]

    def open(self) -> None:
        self.ask(self.jobs.open_library, self.places.library, create=True)

    def take_in(self, *paths: Path) -> list[ImportReport]:
        self.finished.clear()
        self.jobs.import_files(paths)
        self.qtbot.waitUntil(lambda: bool(self.finished), timeout=PATIENCE)
        return self.finished[0]

    @property
    def sample(self) -> list[Path]:
        return sorted(self.places.sample.glob("*.txt"))

    def first_notice(self) -> str:
        _, notices, _ = self.ask(self.jobs.load_tree, self.owner)
        return notices[0].uuid


def copies(bench: Bench, folder: Path, count: int) -> list[Path]:
    """Other gazettes made from the sample, each of its own year."""
    text = bench.sample[0].read_text(encoding="utf-8")
    paths = [folder / f"副本{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("2024", str(1900 + number)), encoding="utf-8")
    return paths
