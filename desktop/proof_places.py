"""Where the paragraphs of a page stand in the source that is shown beside it."""

from __future__ import annotations

from desktop.reading.sheet import Sheet
from desktop.reading.source_places import SourcePlaces
from storage.types.proofreading import ProofSource


class ProofPlaces:
    """The notices of a page that came from a source, and their lines in it."""

    def __init__(self, sheet: Sheet, source: ProofSource) -> None:
        self.sheet = sheet
        self.source = source
        known = {one.uuid for one in source.notices}
        self._of = {
            one.summary.uuid: SourcePlaces(one.notice, source.lines)
            for one in sheet.notices
            if one.summary.uuid in known
        }

    def holds(self, notice: str) -> bool:
        """Whether a notice is on the page and came from the source."""
        return notice in self._of

    def of(self, notice: str) -> SourcePlaces:
        """The places of a notice that is held."""
        return self._of[notice]

    def own_lines(self) -> set[int]:
        """The lines from the first to the last one of the page's notices."""
        return {
            line
            for one in self.source.notices
            if one.uuid in self._of
            for line in range(one.start, one.end + 1)
        }

    def groups(self) -> dict[int, tuple[int, int]]:
        """For the lines of paragraphs of several lines, and those between, the first and last."""
        found: dict[int, tuple[int, int]] = {}
        for places in self._of.values():
            for lines in places.paragraphs():
                if len(lines) > 1:
                    span = lines[0], lines[-1]
                    found.update(dict.fromkeys(range(lines[0], lines[-1] + 1), span))
        return found

    def joins_over_others(self) -> set[int]:
        """The lines that go on a paragraph over lines that are not its own."""
        lines, found = self.source.lines, set[int]()
        for stored in self.sheet.notices:
            if stored.summary.uuid in self._of:
                for first, second in stored.notice.joins:
                    low, high = sorted((first, second))
                    if any(lines[at - 1].strip() for at in range(low + 1, high)):
                        found.add(second)
        return found

    def neighbour(self, notice: str, block: int, by: int) -> tuple[str, int] | None:
        """The paragraph a step on (1) or back (-1), also in the next notice of the page."""
        order = [uuid for uuid in self.sheet.uuids if uuid in self._of]
        at = block + by
        if notice in self._of and 0 <= at < self._of[notice].count:
            return notice, at
        place = order.index(notice) + by if notice in order else -1
        if not 0 <= place < len(order) or not self._of[order[place]].count:
            return None
        return order[place], 0 if by > 0 else self._of[order[place]].count - 1
