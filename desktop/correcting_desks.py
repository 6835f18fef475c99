"""The desks of correcting by hand, built together."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import Actions
from desktop.desk_corrected_words import CorrectedWordsDesk
from desktop.desk_correcting import CorrectingDesk
from desktop.desk_correcting_head import HeadDesk
from desktop.desk_correcting_issue import IssuesDesk
from desktop.desk_correcting_notices import NoticesDesk
from desktop.desk_correcting_paragraphs import ParagraphsDesk
from desktop.desk_corrections import CorrectionListDesk
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.desk_spellings import SpellingsDesk
from desktop.desk_view import ViewDesk
from desktop.messages import Messages
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.types import StoredNotice
from storage.words import Words

OF_NOTICE = (
    *("correct", "kind-paragraph", "kind-heading-1", "kind-heading-2", "kind-heading-3"),
    *("correct-head", "join-paragraphs", "cut-paragraph"),
    *("split-notice", "merge-notice", "move-notice"),
)
"""Actions that correct the notice where the reader is."""


class CorrectingDesks:
    """Holds the desks, and switches their actions off where nothing can be corrected."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        actions: Actions,
        panels: tuple[LibraryPanel, ReaderPanel],
        desks: tuple[ReadingDesk, MarkingDesk],
        view: ViewDesk,
        parent: QWidget,
    ) -> None:
        library, reader = panels
        reading, marking = desks
        self._jobs = jobs
        self._actions = actions
        self.words = CorrectingDesk(jobs, messages, words, reader, reading, marking, parent)
        self.paragraphs = ParagraphsDesk(jobs, words, actions, reader, self.words, parent)
        self.head = HeadDesk(jobs, words, library, reader, parent)
        self.list = CorrectionListDesk(jobs, words, reader, reading, parent)
        self.notices = NoticesDesk(jobs, messages, words, actions, panels, desks, parent)
        self.issues = IssuesDesk(jobs, words, library, self.list.show_issue, parent)
        self.spellings = SpellingsDesk(
            jobs, messages, words, library, (reading, self.words), parent
        )
        self.shown = CorrectedWordsDesk(jobs, reader, view, parent)
        actions["correct-head"].triggered.connect(self.head.correct_here)
        actions["corrections"].triggered.connect(self.list.show)
        actions.enable(("corrections",), False)
        jobs.library_opened.connect(self._library_opened)
        reading.opened.connect(self._opened)
        self._opened(None)

    def _library_opened(self, _: str) -> None:
        self._actions.enable(("corrections",), True)

    def _opened(self, stored: StoredNotice | None) -> None:
        self._actions.enable(OF_NOTICE, stored is not None and not self._jobs.read_only)
        for name in OF_NOTICE:
            self._tell_reason(name)

    def _tell_reason(self, name: str) -> None:
        """Say in the menu why an action is off, where the library can only be read."""
        action = self._actions[name]
        usual = str(action.property("usualTip") or action.toolTip())
        action.setProperty("usualTip", usual)
        action.setToolTip(self.paragraphs.reason or usual)
        for menu in action.associatedObjects():
            if isinstance(menu, QMenu):
                menu.setToolTipsVisible(bool(self.paragraphs.reason))
