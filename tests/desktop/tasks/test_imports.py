"""A batch of files goes on after a crash in one of them, and ends where nothing works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.imports import CRASHED, Import
from desktop.tasks.task import Task, WorkerFault
from desktop.tasks.work import worker_places
from storage.library import Library
from storage.types import ImportReport, Progress
from tests.desktop.places import places_in
from tests.desktop.tasks.sample_jobs import import_or_crash, import_with_bug

PATIENCE = 30_000


class Bench:
    """Batches in a real worker process whose job crashes on files named so."""

    def __init__(self, folder: Path) -> None:
        self.faults: list[BaseException] = []
        self.progress: list[Progress] = []
        self.ends: list[list[ImportReport]] = []
        self.runner = HeavyRunner({"import": import_or_crash}, folder, self.faults.append)
        self.owner = QObject()

    def submit(self, name: str, arguments: dict[str, object], **callbacks: object) -> Task:
        return self.runner.submit(name, arguments, self.owner, **callbacks)

    def batch(self, *names: str) -> Import:
        paths = [Path(name) for name in names]
        return Import(
            paths, self.submit, self.progress.append, self.faults.append, self.ends.append
        )


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.runner.shutdown()


@pytest.fixture
def ended(bench: Bench, qtbot) -> Callable[[], list[tuple[str, str]]]:
    def wait() -> list[tuple[str, str]]:
        qtbot.waitUntil(lambda: bool(bench.ends), timeout=PATIENCE)
        assert len(bench.ends) == 1
        return [(Path(report.path).name, report.status) for report in bench.ends[0]]

    return wait


def test_batch_ends_with_all_reports(bench: Bench, ended) -> None:
    bench.batch("a", "b").start()
    assert ended() == [("a", "new"), ("b", "new")]
    assert bench.faults == []


def test_crash_costs_only_its_file(bench: Bench, ended) -> None:
    bench.batch("a", "crash", "b", "crash too", "c").start()
    assert ended() == [
        ("a", "new"),
        ("crash", "failed"),
        ("b", "new"),
        ("crash too", "failed"),
        ("c", "new"),
    ]
    assert [report.fault_key for report in bench.ends[0] if report.fault_key] == [CRASHED] * 2
    assert [type(fault) for fault in bench.faults] == [WorkerFault] * 2
    assert bench.progress[-1] == Progress("importing", 4, 5)


def test_crash_in_the_last_file_ends_the_batch(bench: Bench, ended) -> None:
    bench.batch("a", "crash").start()
    assert ended() == [("a", "new"), ("crash", "failed")]


def test_worker_that_cannot_work_at_all_ends_the_batch(bench: Bench, ended) -> None:
    bench.batch("dead", "b").start()
    assert ended() == []
    assert len(bench.faults) == 1


def test_cancel_keeps_the_reports(bench: Bench, ended, qtbot) -> None:
    batch = bench.batch("a", "slow", "b")
    batch.start()
    qtbot.waitUntil(lambda: bool(batch.reports), timeout=PATIENCE)
    batch.cancel()
    assert ended() == [("a", "new")]


def test_cancel_before_the_start_does_nothing(bench: Bench, ended) -> None:
    batch = bench.batch("a")
    batch.cancel()
    batch.start()
    assert ended() == [("a", "new")]


def test_bug_on_one_file_is_logged_and_costs_only_it(qtbot, tmp_path: Path, expect_log) -> None:
    expect_log("The import of")
    places = places_in(tmp_path)
    (sample,) = places.sample.glob("*期.txt")
    bad = tmp_path / "bug.txt"
    bad.write_bytes(sample.read_bytes())
    Library.open(
        places.library, cache=places.cache, dictionary=places.dictionary, create=True
    ).close()
    paths = worker_places(places.library, places)
    faults: list[BaseException] = []
    ends: list[list[ImportReport]] = []
    runner = HeavyRunner({"import": import_with_bug}, places.log, faults.append)
    owner = QObject()

    def submit(name: str, arguments: dict[str, object], **callbacks: object) -> Task:
        return runner.submit(name, {**paths, **arguments}, owner, **callbacks)

    Import([bad, sample], submit, lambda _: None, faults.append, ends.append).start()
    qtbot.waitUntil(lambda: bool(ends), timeout=PATIENCE)
    runner.shutdown()
    assert [report.status for report in ends[0]] == ["failed", "new"]
    assert ends[0][0].fault_key == CRASHED
    assert faults == []
