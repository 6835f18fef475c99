"""Corrections made, undone and redone: text, marks and rows together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from storage.anchors.carrying import Script, inverse
from storage.correcting.changes import Change
from storage.correcting.folding import Fold, Step, fold, likely_script, script_between
from storage.db import corrections, kept_places, marks, notices, revisions, sources
from storage.db.notice_json import unpack_notice
from storage.db.notices import PackedNotice
from storage.db.store import Store
from storage.db.values import stored_values
from storage.errors import UserFault
from storage.text import squeeze
from storage.types import CorrectionReport, Mark, Notice, StoredNotice

Maker = Callable[[Notice], Change | None]


@dataclass(slots=True)
class Work:
    """What was written so far in one step, by which revision (0: nothing yet)."""

    revision: int
    notices: list[str]
    marks: list[Mark]


def correct(store: Store, wanted: Sequence[tuple[str, Maker]], author: str) -> CorrectionReport:
    """Make corrections of one or more notices in one step.

    Each is made by a function from the notice as it reads then; one that gives None changes
    nothing. Raises UserFault: notice-missing, and what says that it cannot be done.
    """
    step = str(uuid4())
    with store.writing():
        work = Work(0, [], [])
        for uuid, make in wanted:
            _correct_one(store, uuid, make, (step, author), work)
        return report(store, step, work)


def _correct_one(store: Store, uuid: str, make: Maker, step: tuple[str, str], work: Work) -> None:
    summary = notices.notice(store, uuid).summary
    old = folded(store, uuid)
    change = make(old.notice)
    if change is None:
        return
    new = old.with_last("", change)
    made = new.steps[-1]
    if made.reason:
        raise UserFault(made.reason, title=summary.title)
    key = corrections.add(store, (summary.issue_id, uuid), change, *step)
    named = Fold(new.recognised, (*old.steps, _named(made, key)))
    write(store, uuid, (old, named), made.script, work)


def _named(step: Step, uuid: str) -> Step:
    return replace(step, uuid=uuid)


def undo(store: Store, step: str) -> CorrectionReport:
    """Take back all corrections of a step; what was made later follows where it can.

    Raises UserFault: correction-missing, correction-rests where a later one rests on it.
    """
    return _turn(store, step, undone=True)


def redo(store: Store, step: str) -> CorrectionReport:
    """Make all corrections of a step again, in their old place among the others.

    Raises UserFault: correction-missing, correction-rests, correction-place-gone.
    """
    return _turn(store, step, undone=False)


def _turn(store: Store, step: str, *, undone: bool) -> CorrectionReport:
    with store.writing():
        mine = corrections.of_step(store, step)
        if not mine:
            raise UserFault("correction-missing")
        work = Work(0, [], [])
        todo = [each for each in mine if bool(each.undone) != undone]
        for each in reversed(todo) if undone else todo:
            _turn_one(store, each.notice, each.uuid, work, undone=undone)
            corrections.set_undone(store, [each.uuid], undone=undone)
        return report(store, step, work)


def _turn_one(store: Store, notice: str, uuid: str, work: Work, *, undone: bool) -> None:
    if not notices.summaries_of(store, [notice]):
        return  # of a notice that is gone only the row is turned
    old = folded(store, notice)
    new = old.turned(uuid, live=not undone)
    misfits = new.misfits - old.misfits
    if misfits:
        _refuse(store, uuid, misfits)
    likely = likely_script(old, new, uuid) if undone else likely_script(new, old, uuid)
    if undone and likely is not None:
        likely = inverse(new.notice.text, likely)
    write(store, notice, (old, new), likely, work)


def _refuse(store: Store, uuid: str, misfits: Iterable[str]) -> None:
    if uuid in misfits:
        raise UserFault("correction-place-gone")
    told = [corrections.of_uuid(store, each) for each in misfits]
    named = sorted((each for each in told if each), key=lambda each: each.sequence)
    words = "、".join(f"“{each.before}→{each.after}”" for each in named)
    raise UserFault("correction-rests", count=len(named), words=words)


def line_of(store: Store, seen: StoredNotice, number: int, offset: int) -> int:
    """On which line of the source the character at an offset of a block stands; 0 if not known.

    The lines of the block are read until they hold what is before it: told only where a line
    begins there.
    """
    block = seen.notice.blocks[number]
    before = squeeze(block.text[:offset])
    lines = sources.source_lines(store, seen.summary.issue_id, seen.summary.uuid)
    read = ""
    for line in range(block.lines[0], min(block.lines[1], len(lines)) + 1):
        if read == before:
            return line
        words = squeeze(lines[line - 1])
        if before.startswith(read + words):
            read += words
    return 0


def folded(store: Store, uuid: str) -> Fold:
    """A stored notice with its corrections that are not undone, one after the other."""
    found = store.row("SELECT recognised, body FROM notices WHERE uuid = ?", [uuid])
    if found is None:
        raise UserFault("notice-missing", notice=uuid)
    with stored_values(store.path):
        recognised = unpack_notice(found[0] if found[0] is not None else found[1])
    return fold(recognised, _wanted(store, uuid))


def _wanted(store: Store, uuid: str) -> list[tuple[str, Change, bool]]:
    every = corrections.kept(store, uuid)
    return [(each.uuid, each.change, not each.undone) for each in every]


def reapply(
    store: Store, uuid: str, packed: PackedNotice, revision: int, earlier: Fold | None = None
) -> Notice:
    """Apply a notice's corrections to a new reading of it, inside a transaction; the result.

    The row holds that reading already. What no longer fits is noted and not applied. `earlier`
    is how they were applied before, where that is known.
    """
    made = earlier.over(packed.notice) if earlier else fold(packed.notice, _wanted(store, uuid))
    if not made.steps:
        return packed.notice  # the row is just that
    write_notice(store, uuid, made, revision)
    for step in made.steps:
        corrections.write_change(store, step.uuid, step.change, step.reason)
    return made.notice


def write(
    store: Store, uuid: str, folds: tuple[Fold, Fold], likely: Script | None, work: Work
) -> None:
    """Write a notice as its corrections make it, its marks, and where its corrections stand."""
    old, new = folds
    work.revision = work.revision or revisions.raise_counter(store)
    write_notice(store, uuid, new, work.revision)
    script = script_between(old.notice, new.notice, likely)
    read = old.notice, new.notice
    turned = _turned(folds) if script is likely else None
    work.marks += kept_places.carry(store, uuid, read, script, turned)
    if cited(old.notice) != cited(new.notice):
        marks.cite_again(store, notices.notice(store, uuid).summary)
    earlier = {step.uuid: step for step in old.steps}
    for step in new.steps:
        known = earlier.get(step.uuid)
        if known is None or (known.change, known.reason) != (step.change, step.reason):
            corrections.write_change(store, step.uuid, step.change, step.reason)
    if uuid not in work.notices:
        work.notices.append(uuid)


def _turned(folds: tuple[Fold, Fold]) -> tuple[str, bool]:
    """The correction that was made or taken back, and whether it was made."""
    old, new = ({step.uuid for step in each.steps if step.live} for each in folds)
    (uuid,) = old ^ new
    return uuid, uuid in new


def cited(notice: Notice) -> tuple[str, str | None]:
    """What a mark cites of its notice."""
    return notice.title, notice.number


def write_notice(store: Store, uuid: str, made: Fold, revision: int) -> None:
    """Write a notice's row: what is read, and what was recognised where that differs.

    It is known again in other files by what was recognised.
    """
    recognised = notices.pack(made.recognised)
    packed = notices.pack(made.notice) if made.is_corrected else recognised
    source = store.rows("SELECT source_id FROM notices WHERE uuid = ?", [uuid])[0][0]
    notices.update_notice(
        store,
        PackedNotice(packed.notice, recognised.identity, packed.text_hash, packed.body),
        source,
        uuid,
        revision,
    )
    kept = recognised.body if made.is_corrected else None
    store.run("UPDATE notices SET recognised = ? WHERE uuid = ?", [kept, uuid])


def report(store: Store, step: str, work: Work) -> CorrectionReport:
    """What was written in one step."""
    last = {mark.uuid: mark for mark in work.marks}.values()
    shown = [mark for mark in last if mark.deleted is None]
    return CorrectionReport(
        tuple(corrections.of_step(store, step)),
        tuple(work.notices),
        len(shown),
        tuple(mark for mark in shown if mark.state == "unplaced"),
    )
