"""For all tests: no display, and nothing may be left behind.

A test fails that leaves a thread, a process, a running timer or a shown widget, and one that logs
a warning it did not expect (`expect_log` in the test says which one it expects).
`--onscreen` shows the windows.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # No test may read or write the user's own folders by mistake.
    os.environ.setdefault("ANTOU_HOME", str(PROJECT / "build" / "tests-home"))


# ---------------------------------------------------------------- the log


class LogWatch(logging.Handler):
    """Collects warnings and worse; those the test expects are let pass."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []
        self._expected: list[str] = []

    def expect(self, part: str) -> None:
        """Let warnings pass that contain these words."""
        self._expected.append(part)

    def emit(self, record: logging.LogRecord) -> None:
        told = f"{record.levelname} {record.name}: {record.getMessage()}"
        if not any(part in told for part in self._expected):
            self.unexpected.append(told)


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[LogWatch]:
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    if watch.unexpected:
        pytest.fail("unexpected in the log:\n" + "\n".join(watch.unexpected))


@pytest.fixture
def expect_log(_log_watch: LogWatch) -> Callable[[str], None]:
    """Say which warning the test expects, by a part of its words."""
    return _log_watch.expect


# ---------------------------------------------------------------- what a test leaves behind


def _threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.is_alive()}


def _gone_soon(left: Callable[[], set], seconds: float = 2.0) -> set:
    """What is left after a short wait for ends that are on their way."""
    end = time.monotonic() + seconds
    while left() and time.monotonic() < end:
        for thread in list(left()):
            thread.join(0.05)
    return left()


@pytest.fixture(autouse=True, scope="session")
def _garbage_of_one_thread() -> Iterator[None]:
    """Collect garbage between tests alone, as the program does by a timer (desktop/garbage.py)."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    yield
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (0, 1) if counts[generation] > limits[generation]]
    if due:
        gc.collect(due[-1])


@pytest.fixture(autouse=True)
def _no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    threads = _threads()
    # Widgets are closed by qtbot after this fixture's test, so qtbot is set up before it.
    if "qtbot" in request.fixturenames:
        request.getfixturevalue("qtbot")
    yield
    left = _gone_soon(lambda: _threads() - threads)
    assert not left, f"threads left: {sorted(thread.name for thread in left)}"
    processes = multiprocessing.active_children()
    assert not processes, f"processes left: {processes}"


def _qt_leaks() -> list[str]:
    """Widgets still shown and timers still running, without a QApplication none."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return []
    # What qtbot has closed is deleted later; without a running event loop, later is now.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
    timers = [
        timer
        for timer in gc.get_objects()
        if type(timer) is QTimer and _is_alive(timer) and timer.isActive()
    ]
    return [f"shown widget {widget!r}" for widget in shown] + [
        f"running timer {timer!r} of {timer.parent()!r}" for timer in timers
    ]


def _is_alive(thing: object) -> bool:
    import shiboken6

    return shiboken6.isValid(thing)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Look for widgets and timers after qtbot has closed its own."""
    result = yield
    if "PySide6.QtWidgets" in sys.modules and "qtbot" in getattr(item, "fixturenames", ()):
        leaks = _qt_leaks()
        if leaks:
            pytest.fail("left behind: " + "; ".join(leaks), pytrace=False)
    return result
