"""Sets a page in slices, so that the window answers while a long notice is typeset."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reading.document import Typesetter
from desktop.reading.look import Look
from desktop.reading.sheet import Sheet

SLICE = 0.022
"""Seconds a slice may take; Qt's own work comes on top."""


class SlicedSetter(QObject):
    """Typesets one notice at a time; a new one takes the place of an unfinished one."""

    finished = Signal(object)  # Typesetter

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._run_slice)
        self._setter: Typesetter | None = None
        self._steps: Iterator[None] = iter(())

    @property
    def busy(self) -> bool:
        """Whether a page is still being set."""
        return self._timer.isActive()

    def start(self, sheet: Sheet, look: Look) -> None:
        """Set a page; a short one is finished before this returns."""
        self._setter = Typesetter(sheet.notices[0].notice, look)
        self._steps = self._setter.steps()
        self._timer.start()
        self._run_slice()

    def stop(self) -> None:
        """Give an unfinished page up."""
        self._timer.stop()
        self._setter, self._steps = None, iter(())

    def _run_slice(self) -> None:
        end = perf_counter() + SLICE
        for _ in self._steps:
            if perf_counter() >= end:
                return
        self._timer.stop()
        setter, self._setter = self._setter, None
        if setter is not None:
            self.finished.emit(setter)
