"""Garbage that holds Qt objects is never collected in a worker thread."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from desktop.garbage import GarbageCollector


class Looped(QObject):
    """A Qt object in a cycle, that notes the thread in which it goes."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


@pytest.fixture
def collector(qapp):
    made = GarbageCollector()
    yield made
    made.stop()


def test_a_busy_thread_collects_nothing_and_the_window_does(collector, qtbot):
    gone: list[int] = []
    for _ in range(50):
        Looped(gone)
    made: list[object] = []
    thread = threading.Thread(target=lambda: made.extend([{}] for _ in range(200_000)))
    thread.start()
    thread.join()
    assert gone == []
    qtbot.waitUntil(lambda: len(gone) == 50)
    assert set(gone) == {threading.get_ident()}


def test_python_collects_again_afterwards(qapp):
    was = gc.isenabled()
    made = GarbageCollector()
    assert not gc.isenabled()
    made.stop()
    made.stop()
    assert gc.isenabled() == was
