"""Ctrl+C and the system's request to end reach the event loop."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from desktop.signals import SignalWatch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_is_heard_and_given_back(qtbot, number: int) -> None:
    before = signal.getsignal(number)
    heard: list[str] = []
    watch = SignalWatch(lambda: heard.append("heard"))
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        watch.stop()
    assert heard == ["heard"]
    assert signal.getsignal(number) is before
    watch.stop()
