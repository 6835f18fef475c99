"""The worker process: results, progress, faults, crashes, cancel, the queue, the end."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desktop.tasks.heavy import HeavyRunner
from desktop.tasks.task import WorkerFault
from storage.errors import UserFault
from storage.types import ImportReport, Progress
from tests.desktop.tasks.helpers import Told
from tests.desktop.tasks.sample_jobs import JOBS, idle


class Bench:
    """A runner of the sample jobs."""

    def __init__(self, folder: Path) -> None:
        self.faults: list[BaseException] = []
        self.busy: list[bool] = []
        self.runner = HeavyRunner(JOBS, folder / "log", self.faults.append, grace_seconds=0.3)
        self.runner.busy_changed.connect(self.busy.append)
        self.owner = QObject()

    def submit(self, name: str, **arguments: object) -> tuple[Told, object]:
        told = Told()
        task = self.runner.submit(
            name, arguments, self.owner, part=told.parts.append, **told.callbacks
        )
        return told, task


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.runner.shutdown()


@pytest.fixture
def ended(qtbot) -> Callable[[Told], None]:
    def wait(told: Told) -> None:
        qtbot.waitUntil(lambda: told.ends > 0, timeout=20_000)
        assert told.ends == 1

    return wait


def rows(database: Path) -> int:
    """How many rows were kept; 0 where there is no table."""
    with sqlite3.connect(database) as connected:
        found = connected.execute("select count(*) from sqlite_master").fetchone()[0]
        count = connected.execute("select count(*) from rows").fetchone()[0] if found else 0
    connected.close()
    return count


def test_result_progress_and_parts(bench: Bench, ended) -> None:
    told, _ = bench.submit("count", to=300)
    ended(told)
    assert told.done == [300]
    assert told.progress[-1] == Progress("counting", 300, 300)
    assert told.parts == [ImportReport(path="counted.txt", status="new")]
    assert bench.busy == [True, False]


def test_jobs_run_one_at_a_time_in_order_in_one_process(bench: Bench, ended, tmp_path) -> None:
    first, _ = bench.submit("fill", database=str(tmp_path / "a.db"), rows=20)
    second, _ = bench.submit("fill", database=str(tmp_path / "a.db"), rows=20)
    third, _ = bench.submit("modules")
    assert bench.runner.busy
    ended(third)
    assert first.done == second.done == [20]
    assert rows(tmp_path / "a.db") == 40
    assert bench.busy == [True, False]


def test_worker_knows_no_qt(bench: Bench, ended) -> None:
    told, _ = bench.submit("modules")
    ended(told)
    assert not [name for name in told.done[0] if name.startswith(("PySide6", "shiboken"))]


def test_fault_of_the_world_keeps_its_key(bench: Bench, ended) -> None:
    told, _ = bench.submit("fault", path="公报.txt")
    ended(told)
    (fault,) = told.errors
    assert isinstance(fault, UserFault)
    assert (fault.key, fault.arguments) == ("missing", {"path": "公报.txt"})


def test_bug_comes_with_its_traceback_and_the_next_job_runs(bench: Bench, ended) -> None:
    told, _ = bench.submit("bug")
    after, _ = bench.submit("count", to=1)
    ended(after)
    (fault,) = told.errors
    assert isinstance(fault, WorkerFault)
    assert "a bug in the job" in str(fault)
    assert "sample_jobs.py" in fault.report
    assert after.done == [1]


def test_unknown_job_is_a_fault(bench: Bench, ended) -> None:
    told, _ = bench.submit("nothing")
    ended(told)
    assert "KeyError" in str(told.errors[0])


@pytest.mark.parametrize(("job", "code"), [("crash", "-11"), ("leave", "7")])
def test_crash_is_a_report_and_a_new_process_goes_on(
    bench: Bench, ended, job: str, code: str
) -> None:
    told, _ = bench.submit(job)
    after, _ = bench.submit("count", to=2)
    ended(after)
    (fault,) = told.errors
    assert isinstance(fault, WorkerFault)
    assert f"exit code {code}" in str(fault)
    if job == "crash":
        assert "sample_jobs.py" in fault.report
    assert after.done == [2]


def test_fault_without_handler_goes_to_the_one_place(bench: Bench, qtbot) -> None:
    task = bench.runner.submit("bug", {}, bench.owner)
    qtbot.waitUntil(lambda: task.outcome is not None, timeout=20_000)
    assert [type(fault) for fault in bench.faults] == [WorkerFault]


def test_cancel_rolls_back_and_keeps_the_process(bench: Bench, ended, qtbot, tmp_path) -> None:
    database = tmp_path / "a.db"
    before, _ = bench.submit("own_pid")
    told, task = bench.submit("fill", database=str(database), rows=10_000_000)
    qtbot.waitUntil(lambda: bool(told.progress), timeout=20_000)
    task.cancel()
    ended(told)
    assert told.cancelled == 1
    assert rows(database) == 0
    after, _ = bench.submit("own_pid")
    ended(after)
    assert before.done == after.done


def test_cancel_kills_what_does_not_stop(bench: Bench, ended, qtbot, tmp_path) -> None:
    database = tmp_path / "a.db"
    told, task = bench.submit("hang", database=str(database))
    qtbot.waitUntil(lambda: bool(told.progress), timeout=20_000)
    task.cancel()
    ended(told)
    assert told.cancelled == 1
    assert rows(database) == 0
    after, _ = bench.submit("count", to=1)
    ended(after)
    assert after.done == [1]


def test_cancelled_in_the_queue_never_runs(bench: Bench, ended, tmp_path) -> None:
    first, _ = bench.submit("count", to=5)
    told, task = bench.submit("touch", path=str(tmp_path / "made"))
    task.cancel()
    ended(told)
    assert told.cancelled == 1
    assert first.done == [5]
    assert not (tmp_path / "made").exists()


def test_log_of_the_worker_reaches_the_window(bench: Bench, ended, expect_log, caplog) -> None:
    expect_log("[worker] seen in the worker")
    told, _ = bench.submit("warn")
    ended(told)
    assert "[worker] seen in the worker" in caplog.text


def test_idle_process_ends_and_comes_back(qtbot, tmp_path: Path) -> None:
    runner = HeavyRunner(JOBS, tmp_path, pytest.fail, idle_seconds=0.1)
    owner = QObject()
    pids: list[int] = []
    runner.submit("own_pid", {}, owner, pids.append)
    qtbot.waitUntil(lambda: bool(pids), timeout=20_000)
    qtbot.waitUntil(lambda: not is_running(pids[0]), timeout=20_000)
    runner.submit("own_pid", {}, owner, pids.append)
    qtbot.waitUntil(lambda: len(pids) == 2, timeout=20_000)
    runner.shutdown()
    assert pids[0] != pids[1]
    assert not is_running(pids[1])


def test_shutdown_ends_a_running_job_and_tells_it(bench: Bench, qtbot, tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    told, _ = bench.submit("hang", database=str(database))
    waiting, _ = bench.submit("count", to=1)
    qtbot.waitUntil(lambda: bool(told.progress), timeout=20_000)
    bench.runner.shutdown()
    assert (told.cancelled, told.ends) == (1, 1)
    assert (waiting.cancelled, waiting.ends) == (1, 1)
    assert rows(database) == 0
    late, _ = bench.submit("count", to=1)
    qtbot.waitUntil(lambda: late.ends > 0)
    assert late.cancelled == 1


def test_owner_that_is_gone_gets_no_answer(bench: Bench, ended) -> None:
    import shiboken6

    told, _ = bench.submit("count", to=1)
    shiboken6.delete(bench.owner)
    bench.owner = QObject()
    after, _ = bench.submit("count", to=1)
    ended(after)
    assert told.ends == 0


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_idle_work_is_done_behind_a_job_until_nothing_is_left(qtbot, tmp_path: Path) -> None:
    runner = HeavyRunner(JOBS, tmp_path / "log", lambda _: None, idle=idle)
    told: list[int] = []
    owner = QObject()

    def ask() -> int:
        runner.submit("turns", {}, owner, done=told.append)
        count = len(told)
        qtbot.waitUntil(lambda: len(told) > count, timeout=20_000)
        return told[-1]

    assert ask() == 0
    qtbot.waitUntil(lambda: ask() == 3, timeout=20_000)
    runner.shutdown()
