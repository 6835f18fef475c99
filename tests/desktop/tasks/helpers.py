"""What the tests of the runners share: a note of all that a task told."""

from __future__ import annotations

from typing import Any

from storage.types import Progress


class Told:
    """Notes each callback of one task."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.errors: list[BaseException] = []
        self.progress: list[Progress] = []
        self.parts: list[Any] = []
        self.cancelled = 0

    @property
    def callbacks(self) -> dict[str, Any]:
        return {
            "done": self.done.append,
            "error": self.errors.append,
            "progress": self.progress.append,
            "cancelled": self.note_cancelled,
        }

    def note_cancelled(self) -> None:
        self.cancelled += 1

    @property
    def ends(self) -> int:
        """How many ends were told: must be 1 after a task."""
        return len(self.done) + len(self.errors) + self.cancelled
