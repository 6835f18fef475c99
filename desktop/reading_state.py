"""What was read last and how far, kept in the library."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject

from desktop.tasks.jobs import Jobs

_RECENT = 12
_MOST = 400
"""Notices whose reading place is kept."""


class ReadingState(QObject):
    """The notices read last, and how far each was read; offsets are those of its text."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.recent: list[str] = []
        self._places: dict[str, int] = {}

    def load(self) -> None:
        """Take over what the open library has kept."""
        self._jobs.state("recent", self, self._take_recent, "[]")
        self._jobs.state("places", self, self._take_places, "{}")

    def keep(self) -> None:
        """Keep it in the library."""
        if self._jobs.read_only:
            return
        recent = {uuid: self._places.get(uuid, 0) for uuid in self.recent}
        self._places = {**self._places, **recent}
        kept = dict(list(self._places.items())[-_MOST:])
        self._jobs.set_state("recent", json.dumps(self.recent))
        self._jobs.set_state("places", json.dumps(kept))

    def read(self, uuid: str) -> None:
        """A notice was opened."""
        self.recent = [uuid, *(one for one in self.recent if one != uuid)][:_RECENT]

    def place_of(self, uuid: str) -> int:
        """Where a notice was left, 0 for one never read."""
        return self._places.get(uuid, 0)

    def remember(self, uuid: str, offset: int) -> None:
        """A notice is read up to an offset."""
        self._places[uuid] = offset

    def _take_recent(self, value: str) -> None:
        found = _loaded(value)
        kept = found if isinstance(found, list) else []
        self.recent = [one for one in kept if isinstance(one, str)]

    def _take_places(self, value: str) -> None:
        found = _loaded(value)
        kept = found if isinstance(found, dict) else {}
        self._places = {str(key): at for key, at in kept.items() if isinstance(at, int)}


def _loaded(value: str) -> object:
    """A kept value; None where it is no JSON."""
    try:
        return json.loads(value)
    except ValueError:
        return None
