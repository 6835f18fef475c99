"""One notice made two, two made one, a notice moved to another issue: by hand, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from storage.citations import issue_label
from storage.db import correcting, corrections, issues, notices, revisions, sources
from storage.db.borders import Borders, borders_of, line_key
from storage.db.correcting import Work
from storage.db.reshaping import Shape, reshape, shape_of, unpacked
from storage.db.store import Store
from storage.errors import UserFault
from storage.types import CorrectionReport, IssueSummary, Notice, SourceText

KINDS = ("split", "merge", "move")


@dataclass(frozen=True, slots=True)
class _Plan:
    """Notices and those that take their place, as of a change counter."""

    counter: int
    old: list[Shape]
    new: list[Shape]


# ---------------------------------------------------------------- dividing and putting together


def split(store: Store, uuid: str, line: int, author: str) -> CorrectionReport:
    """Make two notices of one: the second begins at a line of the source.

    Raises UserFault: notice-missing, correction-split-border, -split-blank, -split-failed,
    correction-rests.
    """
    counter = revisions.change_counter(store)
    shape = shape_of(store, uuid)
    source = sources.source_text(store, shape.place[0], uuid)
    first, last = _lines(shape)
    if not first < line < last:
        raise UserFault("correction-split-border")
    if not source.lines[line - 1].strip():
        raise UserFault("correction-split-blank")
    borders = borders_of(store, shape.place[0], source.lines)[0].with_start(line)
    parts = _parts(source, borders, first, last)
    if len(parts) < 2 or all(part.start_line != line for part in parts):
        raise UserFault("correction-split-failed")
    new = [
        Shape(str(uuid4()) if number else uuid, notices.pack(part), shape.place)
        for number, part in enumerate(parts)
    ]
    second = next(part for part in parts if part.start_line == line)
    payload = _payload(source, line, (parts[0].title, second.title))
    return _make(store, "split", _Plan(counter, [shape], new), payload, author)


def merge_with_next(store: Store, uuid: str, author: str) -> CorrectionReport:
    """Make one notice of one and the next in its issue.

    Raises UserFault: notice-missing, correction-merge-last, -merge-source, -merge-failed,
    correction-rests.
    """
    counter = revisions.change_counter(store)
    shape = shape_of(store, uuid)
    order = _order(store, shape.place[0])
    at = order.index(uuid)
    if at + 1 >= len(order):
        raise UserFault("correction-merge-last")
    following = shape_of(store, order[at + 1])
    line = _lines(following)[0]
    if following.place[1] != shape.place[1] or line <= _lines(shape)[0]:
        raise UserFault("correction-merge-source")
    source = sources.source_text(store, shape.place[0], uuid)
    borders = borders_of(store, shape.place[0], source.lines)[0].without_start(line)
    parts = _parts(source, borders, _lines(shape)[0], _lines(following)[1])
    if len(parts) != 1:
        raise UserFault("correction-merge-failed")
    new = [Shape(uuid, notices.pack(parts[0]), shape.place)]
    titles = shape.recognised.notice.title, following.recognised.notice.title
    payload = _payload(source, line, titles)
    return _make(store, "merge", _Plan(counter, [shape, following], new), payload, author)


def _lines(shape: Shape) -> tuple[int, int]:
    notice = shape.recognised.notice
    return notice.start_line, notice.end_line


def _parts(source: SourceText, borders: Borders, first: int, last: int) -> list[Notice]:
    """The notices that begin within some lines of a source, read with borders set by hand."""
    from storage.parse import parse_source

    parsed = parse_source(source, borders.starts, borders.not_starts)
    return [notice for notice in parsed.notices if first <= notice.start_line <= last]


def _payload(source: SourceText, line: int, titles: tuple[str, str]) -> dict[str, Any]:
    return {"line": line, "words": line_key(source.lines, line), "told": ["", *titles]}


def _make(
    store: Store, kind: str, plan: _Plan, payload: dict[str, Any], author: str
) -> CorrectionReport:
    step = str(uuid4())
    with store.writing():
        if revisions.change_counter(store) != plan.counter:
            raise UserFault("correction-elsewhere", title=plan.old[0].recognised.notice.title)
        work = Work(revisions.raise_counter(store), [], [])
        _reshape(store, plan.old, plan.new, work)
        place = plan.old[0].place[0], plan.old[0].uuid
        kept = payload | {
            "before": [shape.packed() for shape in plan.old],
            "after": [shape.packed() for shape in plan.new],
        }
        corrections.add_packed(store, place, (kind, kept), step, author)
        return correcting.report(store, step, work)


def _reshape(store: Store, old: Sequence[Shape], new: Sequence[Shape], work: Work) -> None:
    """Put notices in the place of others, in the order of their issue too."""
    issue_id = old[0].place[0]
    order = _order(store, issue_id)
    at = order.index(old[0].uuid)
    gone = {shape.uuid for shape in old}
    reshape(store, old, new, work)
    left = [uuid for uuid in order if uuid not in gone]
    at -= sum(uuid in gone for uuid in order[:at])
    notices.set_positions(store, [*left[:at], *(shape.uuid for shape in new), *left[at:]])


# ---------------------------------------------------------------- moving


def move(store: Store, uuid: str, issue_id: int, author: str) -> CorrectionReport:
    """Put a notice behind the others of another issue.

    Raises UserFault: notice-missing, issue-missing, correction-move-same.
    """
    step = str(uuid4())
    with store.writing():
        summary = notices.notice(store, uuid).summary
        target = _issue(store, issue_id)
        if summary.issue_id == issue_id:
            raise UserFault("correction-move-same", title=summary.title)
        work = Work(revisions.raise_counter(store), [uuid], [])
        names = _name(_issue(store, summary.issue_id)), _name(target)
        payload = {
            "from": summary.issue_id,
            "to": issue_id,
            "position": _order(store, summary.issue_id).index(uuid),
            "told": [summary.title, *names],
        }
        _put_into(store, uuid, issue_id, None, work)
        place = summary.issue_id, uuid
        corrections.add_packed(store, place, ("move", payload), step, author)
        return correcting.report(store, step, work)


def _issue(store: Store, issue_id: int) -> IssueSummary:
    found = issues.issues(store, issue_id)
    if not found:
        raise UserFault("issue-missing")
    return found[0]


def _name(issue: IssueSummary) -> str:
    return issue_label(issue.issue) or issue.source_name


def _order(store: Store, issue_id: int) -> list[str]:
    """The notices of an issue in reading order."""
    return [summary.uuid for summary in notices.summaries(store, issue_id)]


def _put_into(store: Store, uuid: str, issue_id: int, position: int | None, work: Work) -> None:
    """Put a notice into an issue, at a position or behind all others."""
    order = [each for each in _order(store, issue_id) if each != uuid]
    order.insert(len(order) if position is None else min(position, len(order)), uuid)
    store.run(
        "UPDATE notices SET issue_id = ?, revision = ? WHERE uuid = ?",
        [issue_id, work.revision, uuid],
    )
    notices.set_positions(store, order)


# ---------------------------------------------------------------- back, and again


def turn(store: Store, step: str, *, undone: bool) -> CorrectionReport:
    """Take a correction of these kinds back, or make it again.

    Raises UserFault: correction-reread where the notices were read anew since and do not give
    what it needs, correction-rests, issue-missing, notice-missing.
    """
    (mine,) = corrections.of_step(store, step)
    payload = corrections.payload_of(store, mine.uuid)
    plan = None
    if mine.kind != "move" and bool(mine.undone) != undone:
        plan = _plan_of_turn(store, mine.uuid, payload, undone=undone)
    with store.writing():
        work = Work(0, [], [])
        if bool(mine.undone) != undone:
            work = Work(revisions.raise_counter(store), [], [])
            if plan is None:
                work.notices.append(mine.notice)
                _turn_move(store, mine.notice, payload, work, undone=undone)
            else:
                _reshape(store, plan.old, plan.new, work)
            corrections.set_undone(store, [mine.uuid], undone=undone)
        return correcting.report(store, step, work)


def _turn_move(
    store: Store, uuid: str, payload: dict[str, Any], work: Work, *, undone: bool
) -> None:
    summary = notices.notice(store, uuid).summary
    here, there = ("to", "from") if undone else ("from", "to")
    if summary.issue_id != payload[here]:
        raise UserFault("correction-reread", title=summary.title)
    _issue(store, payload[there])
    _put_into(store, uuid, payload[there], payload["position"] if undone else None, work)


def _plan_of_turn(store: Store, uuid: str, payload: dict[str, Any], *, undone: bool) -> _Plan:
    counter = revisions.change_counter(store)
    before = [unpacked(each) for each in payload["before"]]
    after = [unpacked(each) for each in payload["after"]]
    old, new = (after, before) if undone else (before, after)
    current = [shape_of(store, shape.uuid) for shape in old]
    same = all(
        one.recognised.body == other.recognised.body
        for one, other in zip(current, old, strict=True)
    )
    if same:
        placed = [Shape(shape.uuid, shape.recognised, current[0].place) for shape in new]
        return _Plan(counter, current, placed)
    return _Plan(counter, current, _read_anew(store, uuid, payload, current, new, undone=undone))


def _read_anew(
    store: Store,
    uuid: str,
    payload: dict[str, Any],
    current: Sequence[Shape],
    new: Sequence[Shape],
    *,
    undone: bool,
) -> list[Shape]:
    """The notices of the source as it is read now, with or without this correction."""
    place = current[0].place
    source = sources.source_text(store, place[0], current[0].uuid)
    borders, _ = borders_of(store, place[0], source.lines, uuid)
    if not undone:
        line = int(payload["line"])
        is_split = len(new) > len(current)
        borders = borders.with_start(line) if is_split else borders.without_start(line)
    parts = _parts(source, borders, _lines(current[0])[0], _lines(current[-1])[1])
    if len(parts) != len(new):
        raise UserFault("correction-reread", title=current[0].recognised.notice.title)
    return [
        Shape(shape.uuid, notices.pack(part), place) for shape, part in zip(new, parts, strict=True)
    ]
