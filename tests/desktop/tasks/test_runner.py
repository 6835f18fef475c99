"""The worker thread: values, order, faults, cancel, owners that are gone, the end."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
import sqlite_utils
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from desktop.tasks.runner import Runner
from desktop.tasks.task import ENDS, Task
from storage.errors import UserFault
from storage.types import Progress
from tests.desktop.tasks.helpers import Told


class Store:
    """Stands for a Library: a real database file, held open by the thread."""

    def __init__(self, path: Path) -> None:
        self.opened_in = threading.get_ident()
        self.database = sqlite_utils.Database(sqlite3.connect(path, check_same_thread=False))
        self.closed = False

    def close(self) -> None:
        self.database.close()
        self.closed = True


class Bench:
    """A runner with an open store."""

    def __init__(self, path: Path) -> None:
        self.faults: list[BaseException] = []
        self.runner = Runner(self.faults.append)
        self.path = path
        self.owner = QObject()
        self.owners: list[QObject] = []


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "store.db")
    yield made
    made.runner.shutdown()


def open_store(bench: Bench, qtbot) -> Store:
    stores: list[Store] = []
    bench.runner.open(lambda: Store(bench.path), lambda store: store, bench.owner, stores.append)
    qtbot.waitUntil(lambda: bool(stores))
    return stores[0]


def test_value_comes_to_the_window_thread(bench: Bench, qtbot) -> None:
    store = open_store(bench, qtbot)
    told = Told()
    threads: list[int] = []

    def work(library: Store) -> int:
        threads.append(threading.get_ident())
        return 42

    def done(value: int) -> None:
        threads.append(threading.get_ident())
        told.done.append(value)

    task = bench.runner.run(work, bench.owner, done)
    qtbot.waitUntil(lambda: task.outcome is not None)
    assert told.done == [42]
    assert threads == [store.opened_in, threading.get_ident()]
    assert store.opened_in != threading.get_ident()


def test_answers_keep_the_order_of_asking(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    answers: list[int] = []
    for number in range(300):
        bench.runner.run(lambda _, number=number: number, bench.owner, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 300)
    assert answers == list(range(300))


def test_generator_tells_progress_and_value(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    told = Told()

    def work(library: Store) -> Generator[Progress, None, str]:
        yield Progress("stage", 1, 2)
        yield Progress("stage", 2, 2)
        return "ready"

    bench.runner.run(work, bench.owner, **told.callbacks)
    qtbot.waitUntil(lambda: told.ends > 0)
    assert told.done == ["ready"]
    assert told.progress[-1] == Progress("stage", 2, 2)
    assert told.ends == 1


def test_fault_comes_as_error_and_nothing_else(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    told = Told()

    def work(library: Store) -> None:
        raise UserFault("missing", path="a.txt")

    bench.runner.run(work, bench.owner, **told.callbacks)
    qtbot.waitUntil(lambda: told.ends > 0)
    assert [str(fault) for fault in told.errors] == ["missing (path=a.txt)"]
    assert told.ends == 1
    assert bench.faults == []


def test_fault_without_handler_goes_to_the_one_place(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    task = bench.runner.run(lambda _: 1 / 0, bench.owner)
    qtbot.waitUntil(lambda: task.outcome is not None)
    assert task.outcome == "error"
    assert [type(fault) for fault in bench.faults] == [ZeroDivisionError]


def test_without_library_says_so(bench: Bench, qtbot) -> None:
    told = Told()
    bench.runner.run(lambda library: library.path, bench.owner, **told.callbacks)
    qtbot.waitUntil(lambda: told.ends > 0)
    assert isinstance(told.errors[0], UserFault)
    assert told.errors[0].key == "no-library"


def test_cancel_inside_a_transaction_leaves_nothing(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    told = Told()
    started = threading.Event()

    def work(store: Store) -> Generator[Progress, None, None]:
        with store.database.atomic():
            store.database["rows"].insert({"number": 1})
            yield Progress("writing")
            started.set()
            while True:
                yield Progress("writing")

    task = bench.runner.run(work, bench.owner, **told.callbacks)
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: told.ends > 0)
    assert told.cancelled == 1
    assert told.ends == 1
    names: list[list[str]] = []
    bench.runner.run(lambda store: store.database.table_names(), bench.owner, names.append)
    qtbot.waitUntil(lambda: bool(names))
    assert names == [[]]


def test_cancel_before_the_start_never_runs(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    gate = threading.Event()
    ran: list[str] = []
    told = Told()
    bench.runner.run(lambda _: gate.wait(5), bench.owner)
    task = bench.runner.run(lambda _: ran.append("ran"), bench.owner, **told.callbacks)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: told.ends > 0)
    assert told.cancelled == 1
    assert ran == []


def test_cancel_after_the_work_still_tells_cancelled_only(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    told = Told()
    ran = threading.Event()
    task = bench.runner.run(lambda _: ran.set(), bench.owner, **told.callbacks)
    assert ran.wait(5)
    task.cancel()  # its answer waits in the inbox now
    qtbot.waitUntil(lambda: told.ends > 0)
    assert (told.done, told.errors, told.cancelled) == ([], [], 1)


def test_owner_that_is_gone_gets_no_answer_but_its_fault_is_told(bench: Bench, qtbot) -> None:
    import shiboken6

    open_store(bench, qtbot)
    told, late = Told(), Told()
    gate = threading.Event()
    owner = QObject()
    bench.runner.run(lambda _: gate.wait(5), owner, **told.callbacks)
    bench.runner.run(lambda _: 1 / 0, owner, **late.callbacks)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: bool(bench.faults))
    assert told.ends == late.ends == 0
    assert [type(fault) for fault in bench.faults] == [ZeroDivisionError]


def test_opening_another_closes_the_first(bench: Bench, qtbot) -> None:
    first = open_store(bench, qtbot)
    second = open_store(bench, qtbot)
    assert first.closed
    assert not second.closed


def test_failed_opening_keeps_the_open_one(bench: Bench, qtbot) -> None:
    first = open_store(bench, qtbot)
    told = Told()

    def factory() -> Store:
        raise UserFault("missing", path="b.antoudb")

    bench.runner.open(
        factory, lambda store: store, bench.owner, told.done.append, told.errors.append
    )
    qtbot.waitUntil(lambda: told.ends > 0)
    assert len(told.errors) == 1
    assert not first.closed


def test_failed_description_closes_the_new_one(bench: Bench, qtbot) -> None:
    first = open_store(bench, qtbot)
    made: list[Store] = []
    told = Told()

    def factory() -> Store:
        made.append(Store(bench.path))
        return made[0]

    bench.runner.open(factory, lambda _: 1 / 0, bench.owner, told.done.append, told.errors.append)
    qtbot.waitUntil(lambda: told.ends > 0)
    assert made[0].closed
    assert not first.closed


def test_shutdown_keeps_what_must_be_kept(bench: Bench, qtbot) -> None:
    store = open_store(bench, qtbot)
    gate = threading.Event()
    written: list[str] = []
    search, mark = Told(), Told()
    bench.runner.run(lambda _: gate.wait(0.2), bench.owner)
    bench.runner.run(lambda _: written.append("search"), bench.owner, **search.callbacks)
    bench.runner.run(lambda _: written.append("mark"), bench.owner, **mark.callbacks, keep=True)
    bench.runner.shutdown()
    assert written == ["mark"]
    assert (len(mark.done), mark.ends) == (1, 1)
    assert (search.cancelled, search.ends) == (1, 1)
    assert store.closed


def test_after_shutdown_tasks_are_cancelled(bench: Bench, qtbot) -> None:
    bench.runner.shutdown()
    told = Told()
    bench.runner.run(lambda _: 1, bench.owner, **told.callbacks)
    qtbot.waitUntil(lambda: told.ends > 0)
    assert told.cancelled == 1


def test_library_that_does_not_close_is_logged(bench: Bench, qtbot, expect_log) -> None:
    expect_log("The library did not close")
    store = open_store(bench, qtbot)
    really_close, store.close = store.close, lambda: 1 / 0
    bench.runner.shutdown()
    really_close()


def test_many_steps_leave_the_window_its_turns(bench: Bench, qtbot) -> None:
    """Slow answers are told in slices: other events of the window come in between."""
    from PySide6.QtCore import QTimer

    open_store(bench, qtbot)
    order: list[str] = []

    def slow(_: object) -> None:
        end = threading.Event()
        end.wait(0.01)
        order.append("answer")

    gate = threading.Event()
    bench.runner.run(lambda _: gate.wait(5), bench.owner)
    tasks = [bench.runner.run(lambda _: None, bench.owner, slow) for _ in range(20)]
    gate.set()
    bench.runner._executor.submit(lambda: None).result()  # all answers wait now
    QTimer.singleShot(0, lambda: order.append("turn"))
    qtbot.waitUntil(lambda: tasks[-1].outcome is not None)
    assert "turn" in order[:10]


def test_fault_in_a_callback_is_told_and_keeps_nothing_back(bench: Bench, qtbot) -> None:
    open_store(bench, qtbot)
    answers: list[int] = []
    gate = threading.Event()
    bench.runner.run(lambda _: gate.wait(5), bench.owner)
    first = bench.runner.run(lambda _: 1, bench.owner, lambda _: 1 / 0)
    bench.runner.run(lambda _: 2, bench.owner, answers.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [2]
    assert first.outcome == "done"
    assert [type(fault) for fault in bench.faults] == [ZeroDivisionError]


ACTIONS = ("value", "fault", "steps", "cancel", "cancel first", "leave", "keep", "callback fault")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(actions=st.lists(st.sampled_from(ACTIONS), max_size=12))
def test_every_task_ends_exactly_once(qtbot, tmp_path: Path, actions: list[str]) -> None:
    """Whatever is asked for in whatever order, and the program closed at once."""
    bench = Bench(tmp_path / "store.db")
    open_store(bench, qtbot)
    tasks: list[tuple[str, Task, Told]] = []
    for action in actions:
        tasks.append(ask(bench, action))
    bench.runner.shutdown()
    for action, task, told in tasks:
        assert task.outcome in ENDS
        assert told.ends == (0 if action == "leave" else 1)
        if action == "keep":
            assert told.done == ["kept"]
        if action in ("cancel", "cancel first"):
            assert (told.done, told.errors) == ([], [])


def ask(bench: Bench, action: str) -> tuple[str, Task, Told]:
    """One of ACTIONS: a task, perhaps cancelled or left by its owner at once."""
    import shiboken6

    def steps(_: object) -> Generator[Progress, None, str]:
        for number in range(5):
            yield Progress("steps", number, 5)
        return "stepped"

    def fail(_: object) -> None:
        raise UserFault("missing", path="a")

    told, owner = Told(), QObject()
    bench.owners.append(owner)
    works = {"fault": fail, "steps": steps, "cancel": steps, "keep": lambda _: "kept"}
    task = bench.runner.run(
        works.get(action, lambda _: 1), owner, **told.callbacks, keep=action == "keep"
    )
    if action.startswith("cancel"):
        task.cancel()
    if action == "leave":
        shiboken6.delete(owner)
    if action == "callback fault":
        task.ended.append(lambda: 1 / 0)
    return action, task, told
