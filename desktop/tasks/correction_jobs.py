"""What the window can ask about corrections by hand. See Jobs for the callbacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.tasks.changes import LibraryChanges
from desktop.tasks.mark_jobs import MarkJobs
from desktop.tasks.task import OnError, Task
from storage.types import (
    ChangedWords,
    Correction,
    CorrectionReport,
    FieldCorrection,
    Notice,
    SpellingPlace,
    SpellingSuggestion,
    StoredNotice,
    TextCorrection,
)

OnReport = Callable[[CorrectionReport], object] | None


@dataclass(frozen=True, slots=True)
class CorrectionStep:
    """A correction as a step of undo and redo.

    `key` says in the message catalogue what was done, `undone` whether that took the correction
    back. `report` is what the library said when it was done.
    """

    key: str
    uuid: str
    report: CorrectionReport
    undone: bool = False

    @property
    def size(self) -> int:
        """How many things were put right at once."""
        return len(self.report.corrections)


class CorrectionJobs(QObject):
    """Every correction is one step; who keeps the steps listens to `corrected`."""

    corrected = Signal(object)  # CorrectionStep, as it was written

    def __init__(
        self, changes: LibraryChanges, marking: MarkJobs, parent: QObject | None = None
    ) -> None:
        """`marking` knows the name of the user."""
        super().__init__(parent)
        self._changes = changes
        self._marking = marking

    # ---- what there is

    def listed(
        self,
        notice: str | None,
        issue_id: int | None,
        owner: QObject,
        done: Callable[[list[Correction]], object],
        error: OnError = None,
    ) -> Task:
        """The corrections of a notice, of an issue, or all of the library."""
        return self._changes.ask(
            lambda library: library.corrections(notice, issue_id), owner, done, error
        )

    def recognised(
        self,
        notice: str,
        owner: QObject,
        done: Callable[[tuple[StoredNotice, Notice]], object],
        error: OnError = None,
    ) -> Task:
        """A notice as it reads now, and as it was recognised."""
        return self._changes.ask(
            lambda library: (library.notice(notice), library.recognised(notice)),
            owner,
            done,
            error,
        )

    def changed_words(
        self,
        notices: Sequence[str],
        owner: QObject,
        done: Callable[[dict[str, list[ChangedWords]]], object],
    ) -> Task:
        """Which words of notices were put by hand, by the notices' uuids."""
        wanted = tuple(notices)
        return self._changes.ask(
            lambda library: {uuid: library.changed_words(uuid) for uuid in wanted}, owner, done
        )

    def place(
        self,
        correction: str,
        owner: QObject,
        done: Callable[[tuple[str, int, int]], object],
        error: OnError = None,
    ) -> Task:
        """The notice of a correction, and where in its text it stands."""
        return self._changes.ask(
            lambda library: library.correction_place(correction), owner, done, error
        )

    # ---- putting right

    def fields(
        self,
        notice: str,
        changes: Sequence[FieldCorrection],
        done: OnReport = None,
        error: OnError = None,
    ) -> Task:
        """Correct fields of a notice's head."""
        return self._correct(
            "edit-correct-fields",
            lambda library, author: library.correct_fields(notice, changes, author),
            done,
            error,
        )

    def words(
        self,
        seen: StoredNotice,
        changes: Sequence[TextCorrection],
        done: OnReport = None,
        error: OnError = None,
    ) -> Task:
        """Correct words at one or more places of a notice."""
        return self._correct(
            "edit-correct-words",
            lambda library, author: library.correct_text(seen, changes, author),
            done,
            error,
        )

    def cell(
        self,
        seen: StoredNotice,
        cell: tuple[int, int, int],
        words: tuple[str, str],
        done: OnReport = None,
        error: OnError = None,
    ) -> Task:
        """Write a cell (block, row, column) of a table; `words` are those before and after."""
        block, row, column = cell
        return self._correct(
            "edit-correct-cell",
            lambda library, author: library.correct_cell(
                seen, block, (row, column), *words, author
            ),
            done,
            error,
        )

    def kind(
        self, seen: StoredNotice, block: int, kind: str, level: int, done: OnReport = None
    ) -> Task:
        """Make a paragraph of another kind."""
        return self._correct(
            "edit-correct-kind",
            lambda library, author: library.set_kind(seen, block, kind, level, author),
            done,
        )

    def join(self, seen: StoredNotice, block: int, done: OnReport = None) -> Task:
        """Join a paragraph with the next."""
        return self._correct(
            "edit-correct-join",
            lambda library, author: library.join_blocks(seen, block, author),
            done,
        )

    def cut(self, seen: StoredNotice, block: int, offset: int, done: OnReport = None) -> Task:
        """Cut a paragraph in two before one of its characters."""
        return self._correct(
            "edit-correct-cut",
            lambda library, author: library.cut_block(seen, block, offset, author),
            done,
        )

    def split(self, notice: str, line: int, done: OnReport = None, error: OnError = None) -> Task:
        """Make two notices of one; the second begins at a line of the source."""
        return self._correct(
            "edit-correct-split",
            lambda library, author: library.split_notice(notice, line, author),
            done,
            error,
        )

    def merge(self, notice: str, done: OnReport = None, error: OnError = None) -> Task:
        """Make one notice of one and the next of its issue."""
        return self._correct(
            "edit-correct-merge",
            lambda library, author: library.merge_with_next(notice, author),
            done,
            error,
        )

    def move(
        self, notice: str, issue_id: int, done: OnReport = None, error: OnError = None
    ) -> Task:
        """Put a notice behind the others of another issue."""
        return self._correct(
            "edit-correct-move",
            lambda library, author: library.move_notice(notice, issue_id, author),
            done,
            error,
        )

    def gazette_names(self, owner: QObject, done: Callable[[dict[str, int]], object]) -> Task:
        """The names of the gazettes, each with the number of its issues."""
        return self._changes.ask(lambda library: library.gazette_names(), owner, done)

    def issue(
        self,
        issue_id: int,
        changes: Sequence[FieldCorrection],
        done: OnReport = None,
        error: OnError = None,
    ) -> Task:
        """Correct what an issue says of itself."""
        return self._correct(
            "edit-correct-issue",
            lambda library, author: library.correct_issue(issue_id, changes, author),
            done,
            error,
        )

    def rename_gazette(
        self, old: str, new: str, done: OnReport = None, error: OnError = None
    ) -> Task:
        """Give all issues of a gazette another name."""
        return self._correct(
            "edit-correct-gazette",
            lambda library, author: library.rename_gazette(old, new, author),
            done,
            error,
        )

    def respell(
        self,
        suggestion: SpellingSuggestion,
        places: Sequence[SpellingPlace],
        done: OnReport = None,
        error: OnError = None,
    ) -> Task:
        """Correct a misspelt word at some of its places."""
        return self._correct(
            "edit-correct-words",
            lambda library, author: library.apply_suggestion(suggestion, places, author),
            done,
            error,
        )

    def _correct(
        self,
        key: str,
        action: Callable[[Any, str], CorrectionReport],
        done: OnReport = None,
        error: OnError = None,
    ) -> Task:
        """Have something put right under the name that the user has now."""
        author = self._marking.author

        def written(report: CorrectionReport) -> None:
            if report.step:
                self.corrected.emit(CorrectionStep(key, report.corrections[0].uuid, report))
            if done is not None:
                done(report)

        return self._changes.change(
            "notices", lambda library: action(library, author), written, error
        )

    # ---- taking back

    def turn(
        self,
        correction: Correction,
        done: Callable[[CorrectionStep], object] | None = None,
        error: OnError = None,
    ) -> Task:
        """Take a correction back, or make it again where it was taken back: a step of its own."""
        undone = correction.undone is None

        def turned(step: CorrectionStep) -> None:
            self.corrected.emit(step)
            if done is not None:
                done(step)

        key = "edit-correction-undone" if undone else "edit-correction-redone"
        step = CorrectionStep(key, correction.uuid, CorrectionReport((correction,)), not undone)
        return self.take_back(step, turned, error)

    def take_back(
        self,
        step: CorrectionStep,
        done: Callable[[CorrectionStep], object],
        error: OnError = None,
    ) -> Task:
        """Undo a step; `done` gets the one that does it again."""
        uuid, redo = step.uuid, step.undone

        def turned(report: CorrectionReport) -> None:
            done(replace(step, report=report, undone=not redo))

        return self._changes.change(
            "notices",
            lambda library: (library.redo_correction if redo else library.undo_correction)(uuid),
            turned,
            error,
        )
