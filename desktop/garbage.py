"""Python's garbage of cycles is collected in the window's thread alone.

A collection runs in whatever thread happens to need it. In a worker thread it could destroy Qt
objects that belong to the window's thread, and the program with them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1000  # milliseconds


def collect_what_is_due() -> None:
    """Collect as Python would by itself, the oldest generation that is due."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return


class GarbageCollector(QObject):
    """Collects in its own thread from its making until `stop`; Python itself no longer does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        gc.disable()
        # What is there at the start stays: later collections need not look at it.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again; may be called twice."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_automatic:
            gc.enable()
