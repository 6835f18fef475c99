"""Sets the rest of a page in slices, so that the window answers and scrolls meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reading.document import Typesetter

SLICE = 0.012
"""Seconds a slice may take, with its layout; painting comes on top."""


class SlicedSetter(QObject):
    """Grows one page at a time, downwards and upwards by turns."""

    finished = Signal()

    def __init__(
        self, hold: Callable[[Callable[[], None]], None], parent: QObject | None = None
    ) -> None:
        """`hold` calls what lets the page grow, and keeps what is seen in its place."""
        super().__init__(parent)
        self._hold = hold
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._run_slice)
        self._setter: Typesetter | None = None
        self._upwards = False

    @property
    def busy(self) -> bool:
        """Whether a page is still being set."""
        return self._timer.isActive()

    def start(self, setter: Typesetter) -> None:
        """Set the rest of a page that has been begun."""
        self._setter, self._upwards = setter, True
        self._timer.start()

    def stop(self) -> None:
        """Give an unfinished page up."""
        self._timer.stop()
        self._setter = None

    def _run_slice(self) -> None:
        setter = self._setter
        if setter is None or setter.complete:
            self.stop()
            self.finished.emit()
        else:
            self._upwards = setter.has_above and not (self._upwards and setter.has_below)
            self._hold(self._grow)

    def _grow(self) -> None:
        if self._setter is None:
            return
        if self._upwards:
            self._setter.grow_above(SLICE)
        else:
            self._setter.grow_below(SLICE)
