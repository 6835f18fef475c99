"""The desks of the panel of marks, built together: the list, the checking, tags, the bin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.desk_bin import BinDesk
from desktop.desk_checking import CheckingDesk
from desktop.desk_copying import CopyingDesk
from desktop.desk_files import FilesDesk
from desktop.desk_folders import FoldersDesk
from desktop.desk_mark_list import MarkListDesk
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.desk_tags import TagsDesk
from desktop.messages import Messages
from desktop.models.mark_filter import MarkFilter
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.marks_panel import MarksPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs


class MarkDesks:
    """Holds the desks and connects their actions."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        actions: Actions,
        panels: tuple[LibraryPanel, MarksPanel, ReaderPanel],
        desks: tuple[ReadingDesk, MarkingDesk, CopyingDesk, FilesDesk],
        show_panel: Callable[[], None],
        parent: QWidget,
    ) -> None:
        """`show_panel` brings the panel to the front."""
        library, panel, reader = panels
        reading, marking, copying, files = desks
        self._show_panel, self._panel = show_panel, panel
        self.list = MarkListDesk(jobs, panel, reading, marking, copying, files, parent)
        self.checking = CheckingDesk(
            jobs, messages, panel, reader, reading, marking, self.list, parent
        )
        self.bin = BinDesk(jobs, messages, marking, parent)
        self.tags = TagsDesk(jobs, marking, self.list, show_panel, parent)
        self.folders = FoldersDesk(library, marking, self.tags.show_marks, parent)
        actions["tags"].triggered.connect(self.tags.show)
        actions["bin"].triggered.connect(self.bin.show)
        actions["check-marks"].triggered.connect(self.check)
        actions["put-here"].triggered.connect(self.checking.put_here)

    def show_mark(self, uuid: str) -> None:
        """Show the panel with all marks of the library, one of them chosen."""
        self._show_panel()
        self.list.show_filtered(MarkFilter())
        self._panel.select(uuid)

    def check(self) -> None:
        """Show the panel and begin with the first doubtful mark."""
        self._show_panel()
        self.checking.start()
