"""The facade's side for what is put right by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from storage.correcting import making
from storage.correcting.changes import Change
from storage.db import (
    by_hand,
    correcting,
    corrections,
    issue_correcting,
    notices,
    settling,
    structure,
)
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import (
    ChangedWords,
    CheckedFinding,
    Correction,
    CorrectionReport,
    FieldCorrection,
    Finding,
    Notice,
    SpellingPlace,
    SpellingSuggestion,
    StoredNotice,
    TextCorrection,
)


class CorrectionsOfLibrary:
    """What the facade answers about corrections.

    Every change is one transaction with the marks that it moves. Each takes what its caller saw
    (`seen` is the notice as it was shown) and raises UserFault("correction-elsewhere") where the
    notice reads otherwise by now: nothing of what another window did is lost.
    """

    _store: Store

    def corrections(
        self, notice: str | None = None, issue_id: int | None = None
    ) -> list[Correction]:
        """Corrections of a notice, of an issue with its notices, or all, by age, undone too."""
        return corrections.listed(self._store, notice, issue_id)

    def recognised(self, notice: str) -> Notice:
        """A notice as it was recognised. Raises UserFault("notice-missing")."""
        return by_hand.recognised(self._store, notice)

    def changed_words(self, notice: str) -> list[ChangedWords]:
        """The words of a notice that were put by hand, and what was recognised in their place.

        Raises UserFault("notice-missing").
        """
        return by_hand.changed_words(self._store, notice)

    def correction_place(self, correction: str) -> tuple[str, int, int]:
        """The notice of a correction, and where in its text it stands; 0 to 0 for the head.

        Raises UserFault: correction-missing, notice-missing.
        """
        return by_hand.correction_place(self._store, correction)

    def correct_fields(
        self, notice: str, changes: Sequence[FieldCorrection], author: str = ""
    ) -> CorrectionReport:
        """Correct fields of a notice's head in one step; those that say so already are left out.

        Raises UserFault: correction-elsewhere, -no-title, -no-date, -field-long, -field-unknown.
        """
        wanted = [(notice, partial(_field, wanted=change)) for change in changes]
        return correcting.correct(self._store, wanted, author)

    def correct_text(
        self, seen: StoredNotice, changes: Sequence[TextCorrection], author: str = ""
    ) -> CorrectionReport:
        """Correct words of a notice's text at some places in one step.

        Raises UserFault: correction-elsewhere, -over-blocks, -over-cells, -line-break, -overlap,
        -blank, -nothing-left.
        """
        make = partial(_text, changes=changes, seen=seen.notice)
        return correcting.correct(self._store, [(seen.summary.uuid, make)], author)

    def set_kind(
        self, seen: StoredNotice, block: int, kind: str, level: int, author: str = ""
    ) -> CorrectionReport:
        """Make block number `block` (from 0) of another kind: one of BLOCK_KINDS.

        `level` is 1 to 3 for a heading, else 0.
        Raises UserFault: correction-elsewhere, -kind-unknown, -kind-table.
        """
        make = partial(_kind, block=block, wanted=(kind, level), seen=seen.notice)
        return correcting.correct(self._store, [(seen.summary.uuid, make)], author)

    def join_blocks(self, seen: StoredNotice, block: int, author: str = "") -> CorrectionReport:
        """Join a block with the next.

        Raises UserFault: correction-elsewhere, -join-last, -join-table.
        """
        make = partial(_join, block=block, seen=seen.notice)
        return correcting.correct(self._store, [(seen.summary.uuid, make)], author)

    def cut_block(
        self, seen: StoredNotice, block: int, offset: int, author: str = ""
    ) -> CorrectionReport:
        """Cut a block in two before a character of its text.

        Raises UserFault: correction-elsewhere, -cut-blank, -cut-table.
        """
        line = correcting.line_of(self._store, seen, block, offset)
        make = partial(_cut, block=block, offset=offset, line=line, seen=seen.notice)
        return correcting.correct(self._store, [(seen.summary.uuid, make)], author)

    def correct_cell(
        self,
        seen: StoredNotice,
        block: int,
        cell: tuple[int, int],
        before: str,
        after: str,
        author: str = "",
    ) -> CorrectionReport:
        """Write a cell (row, column, from 0) of the table in a block; it may become empty.

        Raises UserFault: correction-elsewhere, -no-cell, -line-break, -blank.
        """
        make = partial(_cell, block=block, cell=cell, words=(before, after), seen=seen.notice)
        return correcting.correct(self._store, [(seen.summary.uuid, make)], author)

    def undo_correction(self, uuid: str) -> CorrectionReport:
        """Take a correction back, with all that was made in the same step.

        Later ones follow where they can. Raises UserFault: correction-missing,
        correction-rests (with the words of those that rest on it).
        """
        return self._turn(uuid, undone=True)

    def redo_correction(self, uuid: str) -> CorrectionReport:
        """Make a correction again that was taken back, with all of its step, in its old order.

        Raises UserFault: correction-missing, correction-rests, correction-place-gone.
        """
        return self._turn(uuid, undone=False)

    def _turn(self, uuid: str, *, undone: bool) -> CorrectionReport:
        found = corrections.of_uuid(self._store, uuid)
        if found is None:
            raise UserFault("correction-missing")
        if found.kind == issue_correcting.KIND:
            return issue_correcting.turn(self._store, found.step, undone=undone)
        if found.kind in structure.KINDS:
            return structure.turn(self._store, found.step, undone=undone)
        turn = correcting.undo if undone else correcting.redo
        return turn(self._store, found.step)

    # ---- notices divided, put together, moved

    def split_notice(self, notice: str, line: int, author: str = "") -> CorrectionReport:
        """Make two notices of one; the second begins at a line of the source (from 1).

        The first keeps its uuid. Corrections and marks go where their words are.
        Raises UserFault: notice-missing, correction-split-border, -split-blank, -split-failed,
        -elsewhere, -rests.
        """
        return structure.split(self._store, notice, line, author)

    def merge_with_next(self, notice: str, author: str = "") -> CorrectionReport:
        """Make one notice of one and the next of its issue; the first keeps its uuid.

        Raises UserFault: notice-missing, correction-merge-last, -merge-source, -merge-failed,
        -elsewhere, -rests.
        """
        return structure.merge_with_next(self._store, notice, author)

    def move_notice(self, notice: str, issue_id: int, author: str = "") -> CorrectionReport:
        """Put a notice behind the others of another issue.

        Raises UserFault: notice-missing, issue-missing, correction-move-same.
        """
        return structure.move(self._store, notice, issue_id, author)

    # ---- issues and gazettes

    def correct_issue(
        self, issue_id: int, changes: Sequence[FieldCorrection], author: str = ""
    ) -> CorrectionReport:
        """Correct name, year, number, serial, published or publisher of an issue in one step.

        Values are told as text. A file without a masthead so becomes an issue of its gazette.
        Raises UserFault: issue-missing, correction-elsewhere, -issue-there, -no-date, -no-number,
        -field-long, -field-unknown.
        """
        return issue_correcting.correct(self._store, issue_id, changes, author)

    def gazette_names(self) -> dict[str, int]:
        """The names of the gazettes, each with the number of its issues."""
        return issue_correcting.gazette_names(self._store)

    def rename_gazette(self, old: str, new: str, author: str = "") -> CorrectionReport:
        """Give all issues of a gazette another name in one step, perhaps that of another one.

        Files that are imported later under the old name are read under the new one.
        Raises UserFault: correction-no-gazette, -no-name, -issue-there.
        """
        return issue_correcting.rename_gazette(self._store, old, new, author)

    # ---- likely slips

    def spelling_suggestions(self, issue_id: int) -> list[SpellingSuggestion]:
        """Words of an issue that may be misspelt, each place in its sentence; nothing is changed.

        Takes about half a second for 100,000 characters.
        """
        from storage.correcting.spellings import Text, suggest

        uuids = [each.uuid for each in notices.summaries(self._store, issue_id)]
        every = notices.notices_of(self._store, uuids)
        return suggest([Text(each.summary.uuid, each.notice.text) for each in every])

    def apply_suggestion(
        self, suggestion: SpellingSuggestion, places: Sequence[SpellingPlace], author: str = ""
    ) -> CorrectionReport:
        """Correct a misspelt word at some of its places, of any notices, in one step.

        Raises UserFault("correction-elsewhere") where a sentence reads otherwise by now.
        """
        by_notice: dict[str, list[SpellingPlace]] = {}
        for place in places:
            by_notice.setdefault(place.notice, []).append(place)
        wanted = [
            (uuid, partial(_respelt, suggestion=suggestion, places=some))
            for uuid, some in by_notice.items()
        ]
        return correcting.correct(self._store, wanted, author)

    # ---- the recogniser's warnings

    def checked_findings(self, issue_id: int) -> list[CheckedFinding]:
        """The recogniser's warnings about an issue, each with how it was settled."""
        return settling.checked_findings(self._store, issue_id)

    def settle(self, issue_id: int, finding: Finding, how: str, author: str = "") -> None:
        """Note that a warning was "accepted", "corrected" or "ignored"; "" opens it again.

        It stays so when another reading gives the same warning of the same words.
        """
        settling.settle(self._store, issue_id, finding, how, author)


def _respelt(
    notice: Notice, suggestion: SpellingSuggestion, places: Sequence[SpellingPlace]
) -> Change | None:
    for place in places:
        if not notice.text.startswith(place.sentence, place.start - place.offset):
            raise UserFault("correction-elsewhere", title=notice.title)
    wrong, right = suggestion.wrong, suggestion.right
    changes = [TextCorrection(place.start, place.end, wrong, right) for place in places]
    return making.text_edit(notice, changes)


def _field(notice: Notice, wanted: FieldCorrection) -> Change | None:
    return making.field_edit(notice, wanted)


def _as_seen(notice: Notice, seen: Notice) -> None:
    if notice.blocks != seen.blocks:
        raise UserFault("correction-elsewhere", title=notice.title)


def _text(notice: Notice, changes: Sequence[TextCorrection], seen: Notice) -> Change | None:
    _as_seen(notice, seen)
    return making.text_edit(notice, changes)


def _kind(notice: Notice, block: int, wanted: tuple[str, int], seen: Notice) -> Change | None:
    _as_seen(notice, seen)
    return making.kind_edit(notice, block, *wanted)


def _join(notice: Notice, block: int, seen: Notice) -> Change:
    _as_seen(notice, seen)
    return making.join_edit(notice, block)


def _cut(notice: Notice, block: int, offset: int, line: int, seen: Notice) -> Change:
    _as_seen(notice, seen)
    return making.cut_edit(notice, block, offset, line)


def _cell(
    notice: Notice, block: int, cell: tuple[int, int], words: tuple[str, str], seen: Notice
) -> Change | None:
    _as_seen(notice, seen)
    return making.cell_edit(notice, block, cell, *words)
