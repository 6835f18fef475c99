"""Going through what the recogniser doubts: one warning after the other, in text and source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QMetaMethod, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.desk_proofreading import ProofreadingDesk
from desktop.desk_reading import ReadingDesk
from desktop.dialogs.findings import FindingsDialog
from desktop.line_finder import LineFinder
from desktop.messages import Messages
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.types import CheckedFinding, IssueSummary
from storage.words import Words

_KEYS = ("next-warning", "previous-warning")


class WarningsDesk(QObject):
    """Knows the warnings of the open notice's issue, and shows the one the user is at."""

    correct_wanted = Signal(str, int, int)  # a notice, where its text is doubtful

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
        self._findings: list[CheckedFinding] = []
        self._at = -1
        self._last: tuple[int, CheckedFinding] | None = None
        self._correcting = False
        self._actions = actions
        actions.enable(_KEYS, False)
        actions["next-warning"].triggered.connect(self.next)
        actions["previous-warning"].triggered.connect(self.previous)
        self._bar.step_wanted.connect(self.step)
        self._bar.list_wanted.connect(self._list_open)
        self._bar.answered.connect(self.settle)
        self._bar.correct_wanted.connect(self._ask_correct)
        self._bar.reopen_wanted.connect(self._reopen)
        self._bar.closed.connect(self._closed)
        reader.head.signs.warnings_wanted.connect(self.next)
        reading.opened.connect(self._opened)
        jobs.correcting.corrected.connect(self._corrected)
        jobs.library_opened.connect(self._forget)
        jobs.library_changed.connect(self._library_changed)

    # ---- what there is

    def _forget(self, _: object = None) -> None:
        self._issue, self._findings, self._at, self._last = None, [], -1, None
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
        self._jobs.proof.checked_findings(issue, self, partial(self._loaded, issue))

    def _loaded(self, issue: int, findings: list[CheckedFinding]) -> None:
        if issue != self._issue:
            return
        same = [one.finding for one in findings] == [one.finding for one in self._findings]
        self._findings = findings
        if not same:
            self._at = -1
            self._bar.dismiss()
        self._show_count()

    def _show_count(self) -> None:
        """Say at the head how many there are in the notice, and in the source where."""
        stored = self._reader.stored
        lines = [one.finding.line for one in self._findings if not one.how]
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
        count = len(self._findings)
        if not any(not one.how for one in self._findings):
            self._bar.dismiss()
            told = self.tr("All warnings of this issue have been looked at.")
            self._messages.show(told if count else self.tr("Nothing was doubtful in this issue."))
            return
        at = self._nearest(by) if self._at < 0 else self._at + by
        while self._findings[at % count].how:
            at += by
        self._show(at % count)

    def _nearest(self, by: int) -> int:
        stored = self._reader.stored
        line = self._proof.line_in_hand or (stored.notice.start_line if stored else 0)
        lines = [one.finding.line for one in self._findings]
        if by > 0:
            return next((at for at, one in enumerate(lines) if one >= line), 0)
        before = (at for at in reversed(range(len(lines))) if lines[at] < line)
        return next(before, len(lines) - 1)

    def _show(self, at: int) -> None:
        if self._issue is None:
            return
        self._at, self._correcting = at, False
        finding, count = self._findings[at].finding, len(self._findings)
        place = self.tr("Line {line}").format(line=finding.line)
        told = self._words.say(finding.key, text=finding.text, line=finding.line)
        self._bar.show_warning(told, place, at, count)
        self._offer()
        self._proof.go_to(self._issue, finding.line, finding.text.partition(" / ")[0])
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- answers

    def _offer(self) -> None:
        read_only = self._jobs.read_only
        settled = bool(self._findings[self._at].how)
        correct = self.isSignalConnected(QMetaMethod.fromSignal(self.correct_wanted))
        last = self._last is not None
        taken_back = (settled or last) and not read_only
        self._bar.offer(settled=settled or read_only, taken_back=taken_back, correct=correct)

    def settle(self, how: str) -> None:
        """Settle the warning that is shown, "accepted", "corrected" or "ignored", and go on."""
        if self._issue is not None and 0 <= self._at < len(self._findings):
            checked = self._findings[self._at]
            self._last = self._issue, checked
            self._write(self._issue, checked, how, partial(self._settled, self._at))

    def _settled(self, at: int, findings: list[CheckedFinding]) -> None:
        if self._at == at and at < len(findings):
            self.step(1)

    def _write(
        self,
        issue: int,
        checked: CheckedFinding,
        how: str,
        then: Callable[[list[CheckedFinding]], object],
    ) -> None:
        """Note an answer, and look at the warnings anew."""
        proof, author = self._jobs.proof, self._jobs.marking.author

        def loaded(findings: list[CheckedFinding]) -> None:
            self._loaded(issue, findings)
            then(findings)

        def written(_: None) -> None:
            proof.checked_findings(issue, self, loaded)

        proof.settle(issue, checked.finding, how, author, written)

    def _reopen(self) -> None:
        """Take back the answer to the warning that is shown, else the last one given."""
        if self._issue is None or not 0 <= self._at < len(self._findings):
            return
        checked = self._findings[self._at]
        if not checked.how and self._last is not None:
            issue, checked = self._last
            if issue != self._issue:
                return
        at = next(
            (at for at, one in enumerate(self._findings) if one.finding == checked.finding), -1
        )
        self._last = None
        self._write(self._issue, checked, "", partial(self._reopened, at))

    def _reopened(self, at: int, findings: list[CheckedFinding]) -> None:
        if 0 <= at < len(findings):
            self._show(at)

    def _ask_correct(self) -> None:
        """Ask for an editor at the words that are doubtful, else at their paragraph."""
        page, sheet = self._reader.page.painter, self._reader.sheet
        span = page.pointed or page.framed
        if span is not None and sheet is not None:
            self._correcting = True
            uuid, start = sheet.place(span[0])
            self.correct_wanted.emit(uuid, start, start + span[1] - span[0])

    def _corrected(self, _: object) -> None:
        """What was asked for at this warning is done."""
        if self._correcting and self._at >= 0:
            self._correcting = False
            self.settle("corrected")

    def _closed(self) -> None:
        self._at, self._correcting = -1, False
        self._reader.page.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the list

    def show_list(self, issue: IssueSummary) -> None:
        """Show all warnings of an issue."""
        self._ask_list(issue.id)

    def _list_open(self) -> None:
        if self._issue is not None:
            self._ask_list(self._issue)

    def _ask_list(self, issue: int) -> None:
        self._jobs.proof.checked_findings(issue, self, partial(self._list_loaded, issue))

    def _list_loaded(self, issue: int, findings: list[CheckedFinding]) -> None:
        dialog = FindingsDialog(findings, self._words, self._window)
        dialog.finding_wanted.connect(partial(self._go, issue, findings))
        dialog.reopen_wanted.connect(partial(self._reopen_listed, dialog, issue, findings))
        dialog.show()

    def _reopen_listed(
        self, dialog: FindingsDialog, issue: int, findings: list[CheckedFinding], at: int
    ) -> None:
        def shown(fresh: list[CheckedFinding]) -> None:
            if shiboken6.isValid(dialog):
                dialog.show_findings(fresh)

        self._write(issue, findings[at], "", shown)

    def _go(self, issue: int, findings: list[CheckedFinding], at: int) -> None:
        """Show a warning of the list, also one of an issue that is not open."""
        stored = self._reader.stored
        elsewhere = stored is None or stored.summary.issue_id != issue
        if elsewhere or issue != self._issue:
            self._issue, self._findings = issue, findings
        self._show(at)
        if elsewhere:
            self._finder.open_line(issue, findings[at].finding.line)
