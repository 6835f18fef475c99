"""Back and forward through what was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a notice; `offset` counts characters of its text.

    `issue_id` is set where the whole issue was read.
    """

    notice: str
    offset: int = 0
    issue_id: int | None = None

    def is_on_page_of(self, other: Place) -> bool:
        """Whether both are places of one page: of the same notice, or the same whole issue."""
        if self.issue_id is not None or other.issue_id is not None:
            return self.issue_id == other.issue_id
        return self.notice == other.notice


class History:
    """The places that were read, and where among them the reader is."""

    def __init__(self, longest: int = 200) -> None:
        self._longest = longest
        self._places: list[Place] = []
        self._at = -1

    @property
    def current(self) -> Place | None:
        """Where the reader is, None before the first notice."""
        return self._places[self._at] if self._at >= 0 else None

    def visit(self, place: Place) -> None:
        """Go to a new place; what lay forward is forgotten. The same page is one place."""
        if self.current is not None and self.current.is_on_page_of(place):
            self._places[self._at] = place
        else:
            self.add(place)

    def add(self, place: Place) -> None:
        """Go to another place of the same notice, so that back leads to the one before."""
        self._places = [*self._places[: self._at + 1], place][-self._longest :]
        self._at = len(self._places) - 1

    def leave(self, place: Place) -> None:
        """Remember how far the current page was read."""
        if self.current is not None and self.current.is_on_page_of(place):
            self._places[self._at] = place

    @property
    def can_back(self) -> bool:
        """Whether there is something before."""
        return self._at > 0

    @property
    def can_forward(self) -> bool:
        """Whether there is something after."""
        return self._at < len(self._places) - 1

    def back(self) -> Place | None:
        """Go one back; None at the first."""
        if not self.can_back:
            return None
        self._at -= 1
        return self.current

    def forward(self) -> Place | None:
        """Go one forward; None at the last."""
        if not self.can_forward:
            return None
        self._at += 1
        return self.current

    def forget(self, known: set[str]) -> None:
        """Drop the places of notices that are gone; `known` are the uuids still there."""
        current = self.current
        self._places = [place for place in self._places if place.notice in known]
        kept = [at for at, place in enumerate(self._places) if place == current]
        self._at = kept[-1] if kept else len(self._places) - 1
