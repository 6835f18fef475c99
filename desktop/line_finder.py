"""Opens the notice that a line of a source stands in, at that line."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.desk_reading import ReadingDesk
from desktop.tasks.jobs import Jobs
from desktop.tasks.work import OpenedNotice, Tree
from storage.types import Notice


class LineFinder(QObject):
    """Halves an issue's notices until the line's own is found; they stand in reading order."""

    def __init__(self, jobs: Jobs, reading: ReadingDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reading = reading
        self._issue_id = 0
        self._line = 0
        self._uuids: list[str] = []

    def open_line(self, issue_id: int, line: int) -> None:
        """Open the notice of a line; a line between two notices opens the nearer one looked at."""
        self._issue_id, self._line = issue_id, line
        self._jobs.load_tree(self, self._tree_loaded)

    def _tree_loaded(self, tree: Tree) -> None:
        self._uuids = [one.uuid for one in tree[1] if one.issue_id == self._issue_id]
        self._ask()

    def _ask(self) -> None:
        if self._uuids:
            self._jobs.open_notice(self._uuids[len(self._uuids) // 2], self, self._looked)

    def _looked(self, answer: OpenedNotice) -> None:
        stored, _ = answer
        notice = stored.notice
        at = len(self._uuids) // 2
        before = self._line < notice.start_line
        found = not before and self._line <= notice.end_line
        rest = self._uuids[:at] if before else self._uuids[at + 1 :]
        if found or not rest:
            self._reading.open_at(stored.summary.uuid, offset_of_line(notice, self._line))
            return
        self._uuids = rest
        self._ask()


def offset_of_line(notice: Notice, line: int) -> int:
    """The offset of the first block that reaches to a line of the source."""
    offset = 0
    for block in notice.blocks:
        if block.lines[1] >= line:
            return offset
        offset += len(block.text) + 1
    return 0
