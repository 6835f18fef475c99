"""How long the window keeps its user waiting: gaps between the turns of its event loop."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

TICK = 0.005
LIMIT = 0.050
"""A gap longer than this is seen as a jerk (DESIGN.md, Principles)."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one stretch of time, in seconds."""

    longest: float
    over_limit: int
    ticks: int

    def __str__(self) -> str:
        return f"longest {self.longest * 1000:.0f} ms, {self.over_limit} over 50 ms of {self.ticks}"


class FrameWatch(QObject):
    """Ticks every 5 ms and notes how late each tick is; scrolls a view up and down meanwhile."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._bar = view.verticalScrollBar()
        self._step = 23
        self._gaps: list[float] = []
        self._last = 0.0
        self._tick = self._timer(int(TICK * 1000), self._note)
        self._scroll = self._timer(16, self._move)

    def start(self) -> None:
        """Begin to watch."""
        self._gaps.clear()
        self._last = time.perf_counter()
        self._tick.start()
        self._scroll.start()

    def stop(self) -> Gaps:
        """End watching; what was seen."""
        self._tick.stop()
        self._scroll.stop()
        gaps = self._gaps or [0.0]
        return Gaps(max(gaps), sum(gap > LIMIT for gap in gaps), len(gaps))

    def count(self) -> int:
        """How many ticks have come since the start."""
        return len(self._gaps)

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self, interval=milliseconds, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(slot)
        return timer

    def _note(self) -> None:
        now = time.perf_counter()
        self._gaps.append(now - self._last)
        self._last = now

    def _move(self) -> None:
        """Scroll on, turning at both ends; the paint it asks for is real."""
        at = self._bar.value() + self._step
        if not self._bar.minimum() <= at <= self._bar.maximum():
            self._step = -self._step
        self._bar.setValue(at)
        self._view.viewport().update()
