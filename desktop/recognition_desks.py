"""The desks about what the recogniser made of the sources, built together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.correcting_desks import CorrectingDesks
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.desk_reading_again import ReadingAgainDesk
from desktop.desk_view import ViewDesk
from desktop.messages import Messages
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.words import Words


class RecognitionDesks:
    """Holds the desks and connects their actions."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        actions: Actions,
        panels: tuple[LibraryPanel, ReaderPanel],
        desks: tuple[ReadingDesk, MarkingDesk],
        check_marks: Callable[[], None],
        view: ViewDesk,
        parent: QWidget,
    ) -> None:
        """`check_marks` leads through the doubtful marks."""
        library, _ = panels
        reading, _ = desks
        self.reading_again = ReadingAgainDesk(
            jobs, messages, words, library, reading, check_marks, view, parent
        )
        actions["read-again"].triggered.connect(self.reading_again.ask_all)
        self.correcting = CorrectingDesks(
            jobs, messages, words, actions, panels, desks, view, parent
        )
