"""Notices divided and put together: rows, corrections and marks, so that undoing is exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from storage.citations import cited_title
from storage.correcting.changes import anchors_of
from storage.correcting.folding import Fold, Step
from storage.correcting.regrouping import regroup
from storage.db import correcting, corrections, kept_places, marks, notices, tombstones
from storage.db.correcting import Work
from storage.db.notice_json import unpack_notice
from storage.db.notices import PackedNotice
from storage.db.store import Store
from storage.db.values import from_json, now, stored_values, to_json
from storage.errors import UserFault
from storage.types import Mark, Notice


@dataclass(frozen=True, slots=True)
class Shape:
    """A notice as it was recognised, and where it stands: ids of issue and source, position."""

    uuid: str
    recognised: PackedNotice
    place: tuple[int, int, int]

    def packed(self) -> dict[str, Any]:
        """The shape as plain values."""
        return {
            "uuid": self.uuid,
            "place": list(self.place),
            "notice": from_json(self.recognised.body),
        }


def unpacked(fields: dict[str, Any]) -> Shape:
    """The shape that `Shape.packed` packed."""
    issue_id, source_id, position = fields["place"]
    notice = notices.pack(unpack_notice(to_json(fields["notice"])))
    return Shape(fields["uuid"], notice, (issue_id, source_id, position))


def shape_of(store: Store, uuid: str) -> Shape:
    """A stored notice's shape. Raises UserFault("notice-missing")."""
    row = store.row(
        "SELECT coalesce(recognised, body), issue_id, source_id, position FROM notices"
        " WHERE uuid = ?",
        [uuid],
    )
    if row is None:
        raise UserFault("notice-missing", notice=uuid)
    with stored_values(store.path):
        return Shape(uuid, notices.pack(unpack_notice(row[0])), (row[1], row[2], row[3]))


def reshape(store: Store, old: Sequence[Shape], new: Sequence[Shape], work: Work) -> None:
    """Put notices in the place of others, inside a transaction.

    Corrections go to the notice where their words are, marks likewise; a notice that is no more
    is noted as gone. Raises UserFault("correction-rests") where a correction has no place.
    """
    folds = {shape.uuid: correcting.folded(store, shape.uuid) for shape in old}
    before = [(uuid, each.notice) for uuid, each in folds.items()]
    made, owners = _divided(store, folds, [(shape.uuid, shape.recognised.notice) for shape in new])
    there = {shape.uuid for shape in old}
    for shape in new:
        if shape.uuid not in there:
            store.run("DELETE FROM tombstones WHERE uuid = ?", [shape.uuid])
            notices.add_notice(store, shape.recognised, shape.place, shape.uuid, work.revision)
        correcting.write_notice(store, shape.uuid, made[shape.uuid], work.revision)
    _carry_marks(store, before, [(uuid, each.notice) for uuid, each in made.items()], work)
    for uuid, owner in owners.items():
        store.run("UPDATE corrections SET notice = ? WHERE uuid = ?", [owner, uuid])
    for each in made.values():
        for step in each.steps:
            corrections.write_change(store, step.uuid, step.change, step.reason)
    gone = there - set(made)
    for summary in notices.summaries_of(store, gone):
        tombstones.bury_notice(store, summary, work.revision)
        notices.remove_notice(store, summary.uuid)
    work.notices += [*made, *sorted(gone)]


def _divided(
    store: Store, folds: dict[str, Fold], new: Sequence[tuple[str, Notice]]
) -> tuple[dict[str, Fold], dict[str, str]]:
    """All corrections over the new notices; and who has each that changed its notice."""
    order = {kept.uuid: kept.sequence for uuid in folds for kept in corrections.kept(store, uuid)}
    steps = sorted(
        ((uuid, step) for uuid, each in folds.items() for step in each.steps),
        key=lambda pair: order[pair[1].uuid],
    )
    made = {uuid: Fold(notice) for uuid, notice in new}
    owners: dict[str, str] = {}
    for owner, step in steps:
        if not anchors_of(step.change):
            if owner in made:
                made[owner] = made[owner].with_step(step)
            elif step.live:
                _refuse(store, step)
            continue
        chosen = _home(made, owner, step)
        if chosen is None:
            if step.live and not step.reason:
                _refuse(store, step)
            chosen = owner if owner in made else next(iter(made))
        made[chosen] = made[chosen].with_step(step)
        if chosen != owner:
            owners[step.uuid] = chosen
    return made, owners


def _home(made: dict[str, Fold], owner: str, step: Step) -> str | None:
    """The notice where a correction's words are: its own first."""
    for uuid in sorted(made, key=lambda each: each != owner):
        if not made[uuid].with_step(replace(step, live=True)).steps[-1].reason:
            return uuid
    return None


def _refuse(store: Store, step: Step) -> None:
    told = corrections.of_uuid(store, step.uuid)
    words = f"“{told.before}→{told.after}”" if told else ""
    raise UserFault("correction-rests", count=1, words=words)


def _carry_marks(
    store: Store,
    old: Sequence[tuple[str, Notice]],
    new: Sequence[tuple[str, Notice]],
    work: Work,
) -> None:
    """Give each mark to the notice where its words are; where they stood before, if they did."""
    known: list[list[Mark]] = [marks.all_of(store, uuid) for uuid, _ in old]
    for (uuid, notice), own in zip(old, known, strict=True):
        for mark in own:
            kept_places.remember(store, mark, kept_places.text_state(uuid, notice))
    placed = regroup(known, [notice for _, notice in old], [notice for _, notice in new])
    every = {mark.uuid: mark for own in known for mark in own}
    cited = {uuid: cited_title(notices.notice(store, uuid).summary) for uuid, _ in new}
    states = [kept_places.text_state(uuid, notice) for uuid, notice in new]
    for number, plain in placed:
        earlier = [kept_places.as_it_was(store, plain, state) for state in states]
        there = next((each for each in earlier if each is not None), None)
        mark = there or replace(plain, notice=new[number][0])
        mark = replace(mark, citation=cited[mark.notice])
        at = next(at for at, (uuid, _) in enumerate(new) if uuid == mark.notice)
        kept_places.keep(store, mark, states[at])
        if mark != every[mark.uuid]:
            mark = replace(mark, changed=now())
            marks.write(store, mark)
            work.marks.append(mark)
