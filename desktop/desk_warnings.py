"""Going through what the recogniser doubts: one warning after the other, in text and source."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.desk_proofreading import ProofreadingDesk
from desktop.desk_reading import ReadingDesk
from desktop.dialogs.findings import FindingsDialog
from desktop.line_finder import LineFinder
from desktop.messages import Messages
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.types import Finding, IssueSummary
from storage.words import Words

_KEYS = ("next-warning", "previous-warning")


class WarningsDesk(QObject):
    """Knows the warnings of the open notice's issue, and shows the one the user is at."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        words: Words,
        reader: ReaderPanel,
        reading: ReadingDesk,
        proof: ProofreadingDesk,
        actions: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._messages, self._words = jobs, messages, words
        self._reader, self._reading, self._proof = reader, reading, proof
        self._bar = reader.warning
        self._window = parent
        self._finder = LineFinder(jobs, reading, self)
        self._issue: int | None = None
        self._findings: list[Finding] = []
        self._at = -1
        self._actions = actions
        actions.enable(_KEYS, False)
        actions["next-warning"].triggered.connect(self.next)
        actions["previous-warning"].triggered.connect(self.previous)
        self._bar.step_wanted.connect(self.step)
        self._bar.list_wanted.connect(self._list_open)
        self._bar.closed.connect(self._closed)
        reader.head.signs.warnings_wanted.connect(self.next)
        reading.opened.connect(self._opened)
        jobs.library_opened.connect(self._forget)
        jobs.library_changed.connect(self._library_changed)

    # ---- what there is

    def _forget(self, _: object = None) -> None:
        self._issue, self._findings, self._at = None, [], -1
        self._bar.dismiss()
        self._show_count()

    def _library_changed(self, what: str) -> None:
        if what == "notices" and self._issue is not None:
            self._load(self._issue)

    def _opened(self, stored: object) -> None:
        here = self._reader.stored
        if stored is None or here is None:
            self._forget()
        elif here.summary.issue_id != self._issue:
            self._findings, self._at = [], -1
            self._issue = here.summary.issue_id
            self._load(self._issue)
        self._show_count()

    def _load(self, issue: int) -> None:
        self._jobs.findings(issue, self, partial(self._loaded, issue))

    def _loaded(self, issue: int, findings: list[Finding]) -> None:
        if issue != self._issue:
            return
        if findings != self._findings:
            self._findings, self._at = findings, -1
            self._bar.dismiss()
        self._show_count()

    def _show_count(self) -> None:
        """Say at the head how many there are in the notice, and in the source where."""
        stored = self._reader.stored
        lines = [one.line for one in self._findings]
        if stored is not None:
            first, last = stored.notice.start_line, stored.notice.end_line
            self._reader.head.signs.show_warnings(sum(first <= line <= last for line in lines))
        self._actions.enable(_KEYS, stored is not None)
        self._proof.set_doubts(frozenset(lines))

    # ---- going through them

    def next(self) -> None:
        """Show the next warning, the first one at or behind what is open to begin with."""
        self.step(1)

    def previous(self) -> None:
        """Show the warning before."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go on or back by a warning, round at the end."""
        if not self._findings:
            self._messages.show(self.tr("Nothing was doubtful in this issue."))
            return
        if self._at < 0:
            self._show(self._nearest(by))
        else:
            self._show((self._at + by) % len(self._findings))

    def _nearest(self, by: int) -> int:
        stored = self._reader.stored
        line = self._proof.line_in_hand or (stored.notice.start_line if stored else 0)
        count = len(self._findings)
        if by > 0:
            return next((at for at in range(count) if self._findings[at].line >= line), 0)
        before = (at for at in reversed(range(count)) if self._findings[at].line < line)
        return next(before, count - 1)

    def _show(self, at: int) -> None:
        if self._issue is None:
            return
        self._at = at
        finding, count = self._findings[at], len(self._findings)
        place = self.tr("Line {line}").format(line=finding.line)
        self._bar.show_warning(self._told(finding), place, at, count)
        self._proof.go_to(self._issue, finding.line, finding.text.partition(" / ")[0])
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, finding: Finding) -> str:
        return self._words.say(finding.key, text=finding.text, line=finding.line)

    def _closed(self) -> None:
        self._at = -1
        self._reader.page.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the list

    def show_list(self, issue: IssueSummary) -> None:
        """Show all warnings of an issue."""
        self._ask_list(issue.id)

    def _list_open(self) -> None:
        if self._issue is not None:
            self._ask_list(self._issue)

    def _ask_list(self, issue: int) -> None:
        self._jobs.findings(issue, self, partial(self._list_loaded, issue))

    def _list_loaded(self, issue: int, findings: list[Finding]) -> None:
        dialog = FindingsDialog(findings, self._words, self._window)
        dialog.finding_wanted.connect(partial(self._go, issue, findings))
        dialog.show()

    def _go(self, issue: int, findings: list[Finding], at: int) -> None:
        """Show a warning of the list, also one of an issue that is not open."""
        stored = self._reader.stored
        elsewhere = stored is None or stored.summary.issue_id != issue
        self._issue, self._findings = issue, findings
        self._show(at)
        if elsewhere:
            self._finder.open_line(issue, findings[at].line)
