"""Reading kept sources again: offered after an upgrade, previewed, done, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.desk_reading import ReadingDesk
from desktop.desk_view import ViewDesk
from desktop.dialogs.reading_again import ReadingAgainDialog
from desktop.messages import Messages
from desktop.models.tree_nodes import Node
from desktop.panels.compare_panel import ComparePanel
from desktop.panels.library_panel import LibraryPanel
from desktop.tasks.compare_jobs import Compared
from desktop.tasks.jobs import Jobs
from desktop.tasks.task import Task
from desktop.tasks.work import Tree
from storage.types import IssueSummary, KeptSource, NoticeSummary, ReadingReport
from storage.words import Words

_OFFERED = "reading-again-offered"
"""The key of the state that keeps for how many old issues it was last offered."""


class ReadingAgainDesk(QObject):
    """Offers to read sources again, shows what would change, and has it done."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        library: LibraryPanel,
        reading: ReadingDesk,
        check_marks: Callable[[], None],
        view: ViewDesk,
        parent: QWidget,
    ) -> None:
        """`check_marks` leads through the doubtful marks."""
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._words = words
        self._library = library
        self._check_marks = check_marks
        self._view = view
        self._window = parent
        self._dialog: ReadingAgainDialog | None = None
        self._preview: Task | None = None
        self._reports: list[ReadingReport] = []
        self._to_be_offered = False
        jobs.library_opened.connect(self._library_opened)
        reading.tree_loaded.connect(self._tree_loaded)
        library.menu_opening.connect(self._add_to_menu)

    # ---- the offer

    def _library_opened(self, _: str) -> None:
        self._to_be_offered = not self._jobs.read_only

    def _tree_loaded(self, _: Tree) -> None:
        """Once the tree stands there is time to look for what an older program has read."""
        if self._to_be_offered:
            self._to_be_offered = False
            self._jobs.reading_again.read_by_older(self, self._look_whether_offered)

    def _look_whether_offered(self, issues: list[int]) -> None:
        if issues:
            self._jobs.state(_OFFERED, self, partial(self._offer, issues), "")

    def _offer(self, issues: list[int], offered: str) -> None:
        """Say it once for the same issues; afterwards the menu is there."""
        if offered == str(len(issues)):
            return
        self._jobs.set_state(_OFFERED, str(len(issues)))
        self._messages.show(
            self.tr("{count} issues were read by an older version of the program.").format(
                count=len(issues)
            ),
            self.tr("Read again, more of them may be recognised; marks and corrections stay."),
            action=(self.tr("See what would change…"), partial(self.ask, issues)),
        )

    # ---- asking

    def _add_to_menu(self, menu: QMenu, node: Node) -> None:
        value = node.value
        if isinstance(value, IssueSummary):
            action = menu.addAction(self.tr("Read the source again…"))
            action.triggered.connect(partial(self._ask_one, value.id, None))
        elif isinstance(value, NoticeSummary):
            action = menu.addAction(self.tr("Read this document's source again…"))
            action.triggered.connect(partial(self._ask_one, value.issue_id, value.uuid))

    def ask_all(self) -> None:
        """Show what reading again would change in all that an older program has read."""
        self._jobs.reading_again.read_by_older(self, self._ask_for_all)

    def _ask_for_all(self, issues: list[int]) -> None:
        if issues:
            self.ask(issues)
        else:
            self._messages.show(
                self.tr("All issues were read by the current recogniser."),
                self.tr("A single issue can be read again by its menu in the tree."),
            )

    def _ask_one(self, issue_id: int, notice: str | None, _: bool = False) -> None:
        self._open([issue_id], notice)
        self._jobs.reading_again.kept_sources(issue_id, self, self._show_sources)

    def ask(self, issues: Sequence[int]) -> None:
        """Show what reading these issues again would change."""
        self._open(list(issues), None)

    def _open(self, issues: list[int], notice: str | None) -> None:
        if self._dialog is not None:
            self._dialog.close()
        compared = ComparePanel(self._view.look)
        compared.set_dress(self._view.dress)
        compared.shut.hide()
        compared.swap.hide()
        dialog = ReadingAgainDialog(issues, notice, self._words, compared, self._window)
        compared.closed.connect(dialog.tree.setFocus)
        dialog.texts_wanted.connect(self._load_texts)
        dialog.source_chosen.connect(self._load_preview)
        dialog.read_wanted.connect(self._read)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.show()
        self._load_preview()

    def _show_sources(self, kept: list[KeptSource]) -> None:
        if self._dialog is not None:
            self._dialog.set_sources(kept)

    def _closed(self, _: int) -> None:
        self._dialog = None
        self._stop_preview()

    def _stop_preview(self) -> None:
        task, self._preview = self._preview, None
        if task is not None:
            task.cancel()

    def _load_preview(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        self._stop_preview()
        dialog.begin()
        self._preview = self._jobs.reading_again.preview(
            dialog.issues,
            dialog.source,
            part=dialog.add_reading,
            done=self._previewed,
            error=self._failed,
        )

    def _previewed(self, _: object) -> None:
        self._preview = None
        if self._dialog is not None:
            self._dialog.end()

    def _failed(self, fault: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.close()
        self._jobs.tell_fault(fault)

    def _load_texts(self, issue_id: int, place: int) -> None:
        dialog = self._dialog
        if dialog is not None:
            self._jobs.reading_again.texts(
                issue_id, dialog.source, place, dialog, partial(self._show_texts, dialog)
            )

    def _show_texts(self, dialog: ReadingAgainDialog, answer: Compared) -> None:
        left, right = answer.notices
        compared = dialog.findChild(ComparePanel)
        if compared is not None:
            dialog.show_compared(left.summary.issue_id)
            compared.show_notices(
                (left, answer.marks[0]), (right, answer.marks[1]), answer.comparison
            )

    # ---- doing it

    def _read(self, issues: list[int]) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        notice, source = dialog.notice, dialog.source
        dialog.close()
        self._reports = []
        self._jobs.reading_again.read(issues, notice, source, self._reports.append, self._ended)

    def _ended(self, fault: BaseException | None) -> None:
        if fault is not None:
            self._jobs.tell_fault(fault)
        done = [report for report in self._reports if not report.fault_key]
        for report in self._reports:
            if report.fault_key:
                told = self._words.fault(report.fault_key, **dict(report.fault_arguments))
                self._messages.show(*told, level="error")
        if not done:
            return
        changed = sum(report.updated + report.added for report in done)
        told = self.tr("Issues read again: {issues}, documents changed: {count}.").format(
            issues=len(done), count=changed
        )
        unfit = sum(len(report.unfit) for report in done)
        if unfit:
            told += self.tr(" Corrections by hand that fit no more: {count}.").format(count=unfit)
        doubtful = sum(len(report.to_check) + len(report.unplaced) for report in done)
        if doubtful:
            asked = self.tr("Marks that want a look: {count}").format(count=doubtful)
            action = (self.tr("Check marks"), self._check_marks)
            self._messages.show(told, asked, "warning", action)
        else:
            self._messages.show(told, self.tr("All marks stand on their words."))
