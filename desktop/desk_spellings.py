"""Words spelt two ways in an issue, offered from the tree and after an import."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.desk_correcting import CorrectingDesk
from desktop.desk_reading import ReadingDesk
from desktop.dialogs.spellings import SpellingsDialog
from desktop.messages import Messages
from desktop.models.tree_nodes import Node
from desktop.panels.library_panel import LibraryPanel
from desktop.tasks.jobs import Jobs
from storage.citations import issue_label
from storage.errors import UserFault
from storage.types import (
    CorrectionReport,
    ImportReport,
    IssueSummary,
    SpellingPlace,
    SpellingSuggestion,
)
from storage.words import Words

_MOST_LOOKED_AT = 3
"""Issues of an import that are looked through; more are left to the menu of the tree."""


class SpellingsDesk(QObject):
    """Looks for them beside the window, shows them, and corrects what the user ticks."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        library: LibraryPanel,
        desks: tuple[ReadingDesk, CorrectingDesk],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._words = words
        self._library = library
        self._reading, self._correcting = desks
        self._window = parent
        self._dialog: SpellingsDialog | None = None
        self._issue = 0
        library.menu_opening.connect(self._add_to_menu)
        jobs.import_finished.connect(self._look_at_new)
        jobs.library_opened.connect(self._close)

    def _add_to_menu(self, menu: QMenu, node: Node) -> None:
        if isinstance(node.value, IssueSummary):
            action = menu.addAction(self.tr("Words spelt two ways…"))
            action.triggered.connect(partial(self._ask, node.value.id))

    # ---- after an import

    def _look_at_new(self, reports: list[ImportReport]) -> None:
        new = [one.issue_id for one in reports if one.status == "new" and one.issue_id is not None]
        for issue_id in new[:_MOST_LOOKED_AT]:
            self._jobs.spellings(issue_id, self, partial(self._offer, issue_id))

    def _offer(self, issue_id: int, found: list[SpellingSuggestion]) -> None:
        if not found:
            return
        first = found[0]
        self._messages.show(
            self.tr("Spelt two ways: {often} ({count} times), {seldom} ({few})").format(
                often=first.after, count=first.often, seldom=first.before, few=len(first.places)
            ),
            self.tr("{count} words of the new issue want a look.").format(count=len(found)),
            action=(self.tr("Look at them…"), partial(self._ask, issue_id)),
        )

    # ---- the dialog

    def _ask(self, issue_id: int, _: bool = False) -> None:
        self._jobs.spellings(issue_id, self, partial(self._open, issue_id))

    def _open(self, issue_id: int, found: list[SpellingSuggestion]) -> None:
        summary = self._library.model.issue(issue_id)
        if not found or summary is None:
            self._messages.show(self.tr("No word of this issue is spelt two ways."))
            return
        self._close()
        name = issue_label(summary.issue) if summary.is_issue else summary.source_name
        dialog = SpellingsDialog(name, found, read_only=self._jobs.read_only, parent=self._window)
        dialog.apply_wanted.connect(self._apply)
        dialog.place_wanted.connect(self._go)
        dialog.finished.connect(self._closed)
        self._dialog, self._issue = dialog, issue_id
        dialog.show()

    def _close(self, _: str = "") -> None:
        if self._dialog is not None:
            self._dialog.close()

    def _closed(self, _: int) -> None:
        self._dialog = None

    def _go(self, place: SpellingPlace) -> None:
        self._reading.open_at(place.notice, span=(place.start, place.end))

    def _apply(self, suggestion: SpellingSuggestion, places: list[SpellingPlace]) -> None:
        self._jobs.correcting.respell(
            suggestion, places, partial(self._applied, len(places)), self._failed
        )

    def _applied(self, count: int, report: CorrectionReport) -> None:
        self._correcting.tell(report, count)
        if self._dialog is not None:
            self._jobs.spellings(self._issue, self._dialog, self._dialog.show_suggestions)

    def _failed(self, fault: BaseException) -> None:
        if self._dialog is None or not isinstance(fault, UserFault):
            self._jobs.tell_fault(fault)
            return
        self._dialog.tell(" ".join(self._words.fault(fault.key, **fault.arguments)))
