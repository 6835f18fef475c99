"""An import: compared with what is there, then written in one short transaction or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace

from storage.db import (
    correcting,
    corrections,
    issue_correcting,
    issues,
    marks,
    notices,
    reports,
    revisions,
    sources,
    tombstones,
)
from storage.db.borders import Borders, borders_of
from storage.db.finding_versions import Kin, kin_of
from storage.db.identity import KnownNotice, Matching, Question, match
from storage.db.known import COLUMNS, known_from
from storage.db.notice_json import unpack_notice
from storage.db.notices import PackedNotice
from storage.db.sources import PackedSource
from storage.db.store import Store
from storage.db.versions import link_found, settled
from storage.errors import UserFault
from storage.types import Doubt, ImportReport, Mark, Notice, ParsedSource, Progress, SourceText


@dataclass(frozen=True, slots=True)
class Parcel:
    """All of an import that can be made ready without the library."""

    path: str
    source: PackedSource
    parsed: ParsedSource
    notices: list[PackedNotice]
    recogniser: int
    lines: tuple[str, ...]


@dataclass(slots=True)
class _Plan:
    """What an import will do to the library as it stood at a change counter.

    `kin` are for each of the file's notices those of other issues that are the same document.
    """

    counter: int
    issue_id: int | None
    matching: Matching
    kin: list[list[Kin]] = field(default_factory=list[list[Kin]])


@dataclass(slots=True)
class Outcome:
    """What the writing did, for the report."""

    uuids: list[str] = field(default_factory=list[str])
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    doubtful_marks: list[Mark] = field(default_factory=list[Mark])


def import_parsed(
    store: Store, path: str, source: SourceText, parsed: ParsedSource, recogniser: int
) -> Generator[Progress, None, ImportReport]:
    """Take a recognised source into the library; closing the generator leaves nothing behind.

    Nothing is yielded while the transaction is open: a mark never waits for a listener.
    """
    yield Progress("import-comparing", 2, reports.STEPS, source.name)
    packed = [notices.pack(notice) for notice in parsed.notices]
    parcel = Parcel(path, sources.pack_source(source), parsed, packed, recogniser, source.lines)
    plan = _plan(store, parcel)
    yield Progress("import-writing", 3, reports.STEPS, source.name)
    with store.writing():
        if revisions.change_counter(store) != plan.counter:
            # Someone else imported meanwhile.
            same = reports.known_already(store, path, source)
            if same is not None:
                return same
            plan = _plan(store, parcel)
        report = _write(store, parcel, plan)
    return report


def _plan(store: Store, parcel: Parcel) -> _Plan:
    counter = revisions.change_counter(store)
    issue_id = _find_issue(store, parcel)
    old = [] if issue_id is None else known_notices(store, issue_id)
    matching = match(old, parcel.notices)
    plan = _Plan(counter, issue_id, matching)
    plan.kin = _kin(store, parcel, plan)
    return plan


def _find_issue(store: Store, parcel: Parcel) -> int | None:
    """The stored issue that a file is: of its masthead, or read so before that was corrected.

    The latter only with a notice in common: another issue may bear the wrong number by right.
    """
    found = issues.find_issue(store, parcel.parsed.issue)
    if found is not None:
        return found
    for candidate in issue_correcting.read_as(store, parcel.parsed.issue):
        if any(match(known_notices(store, candidate), parcel.notices).known):
            return candidate
    return None


def known_notices(store: Store, issue_id: int) -> list[KnownNotice]:
    """The notices that came from an issue's sources, as the comparison with a file sees them.

    In their order, those that were moved to another issue too.
    """
    found = store.rows(
        f"SELECT {COLUMNS} FROM notices n JOIN sources s ON s.id = n.source_id"
        " WHERE s.issue_id = ? ORDER BY n.position",
        [issue_id],
    )
    return [known_from(store, row) for row in found]


def _kin(store: Store, parcel: Parcel, plan: _Plan) -> list[list[Kin]]:
    """For each notice of the file that is new, those of other issues that it is a version of."""
    return [
        [] if known is not None else kin_of(store, packed, plan.issue_id)
        for packed, known in zip(parcel.notices, plan.matching.known, strict=True)
    ]


def _link(store: Store, parcel: Parcel, plan: _Plan, uuids: list[str]) -> list[Doubt]:
    """Link new notices to what they surely are, inside the transaction; what is to be asked.

    Of each the surest is asked about. An issue stays whole: a single document may go into it,
    not the other way round.
    """
    asked: list[Doubt] = []
    single = not issues.is_issue(parcel.parsed)
    for place, kin in enumerate(plan.kin):
        new = uuids[place]
        open_ones = [one for one in kin if not settled(store, new, one.uuid)]
        linked = [one for one in open_ones if one.sure and link_found(store, new, one.uuid)]
        for one in (linked or open_ones)[:1]:
            question = Question(
                place,
                parcel.notices[place].notice.title,
                "linked-copy" if linked else "doubtful-copy",
                one.uuid,
                keeps_old=single and one.of_issue,
                linked=bool(linked),
                can_merge=single or not one.of_issue,
            )
            asked.append(question.put(uuids))
    return asked


def _write(store: Store, parcel: Parcel, plan: _Plan) -> ImportReport:
    status = "new" if plan.issue_id is None else "updated"
    if plan.issue_id is None:
        issue_id = issues.add_issue(store, parcel.parsed, parcel.recogniser)
        masthead_changed = False
        issue_correcting.take_up(store, issue_id, parcel.notices)
    else:
        issue_id = plan.issue_id
        read = parcel.parsed.issue
        made = issue_correcting.corrected(store, issue_id, read)
        masthead_changed = issues.issues(store, issue_id)[0].issue != made
        parsed = replace(parcel.parsed, issue=made)
        issues.update_issue(store, issue_id, parsed, parcel.recogniser)
        issue_correcting.note_reading(store, issue_id, read)
    source_id = sources.keep_source(store, issue_id, parcel.source)
    old_order = [summary.uuid for summary in notices.summaries(store, issue_id)]
    revision = revisions.raise_counter(store)
    outcome = _write_notices(store, parcel, plan, (issue_id, source_id, revision))
    if masthead_changed:
        store.run("UPDATE notices SET revision = ? WHERE issue_id = ?", [revision, issue_id])
    order_in_issue(store, issue_id, merged_order(old_order, outcome.uuids))
    note_borders(store, issue_id, parcel.lines)
    doubts = [question.put(outcome.uuids) for question in plan.matching.doubtful]
    doubts += _link(store, parcel, plan, outcome.uuids)
    summary = issues.issues(store, issue_id)[0]
    return ImportReport(
        parcel.path,
        status,
        issue_id,
        summary.issue,
        summary.is_issue,
        outcome.added,
        outcome.updated,
        outcome.unchanged,
        tuple(notices.summaries_of(store, outcome.uuids)),
        parcel.parsed.warnings,
        tuple(mark for mark in outcome.doubtful_marks if mark.state == "unplaced"),
        tuple(mark for mark in outcome.doubtful_marks if mark.state == "check"),
        tuple(doubts),
    )


def _write_notices(store: Store, parcel: Parcel, plan: _Plan, ids: tuple[int, int, int]) -> Outcome:
    """Write each notice and put its marks back; `ids` are issue, source and revision."""
    issue_id, source_id, revision = ids
    issue = issues.issues(store, issue_id)[0].issue  # as corrected: so its gone notices are kept
    outcome = Outcome()
    for position, packed in enumerate(parcel.notices):
        known = plan.matching.known[position]
        if known is None:
            gone = tombstones.raise_up(store, packed, issue)
            key, before = gone or (str(uuid.uuid4()), None)
            notices.add_notice(store, packed, (issue_id, source_id, position), key, revision)
            outcome.added += 1
            if gone:
                made = correcting.reapply(store, key, packed, revision)
                outcome.doubtful_marks += marks.place_again(store, key, made, before)
        else:
            key = known.uuid
            write_known(store, packed, known, (source_id, revision), outcome)
        outcome.uuids.append(key)
    return outcome


def write_known(
    store: Store,
    packed: PackedNotice,
    known: KnownNotice,
    ids: tuple[int, int],
    outcome: Outcome,
) -> None:
    """Write a notice that is stored already, inside a transaction; `ids`: source and revision."""
    source_id, revision = ids
    row = store.rows("SELECT recognised, body FROM notices WHERE uuid = ?", [known.uuid])[0]
    if (row[0] or row[1]) == packed.body:
        store.run("UPDATE notices SET source_id = ? WHERE uuid = ?", [source_id, known.uuid])
        outcome.unchanged += 1
        return
    earlier = correcting.folded(store, known.uuid)
    before = unpack_notice(row[1])
    notices.update_notice(store, packed, source_id, known.uuid, revision)
    made = correcting.reapply(store, known.uuid, packed, revision, earlier)
    outcome.doubtful_marks += marks.place_again(store, known.uuid, made, before)
    if correcting.cited(before) != correcting.cited(made):
        marks.cite_again(store, notices.notice(store, known.uuid).summary)
    if shown(before) == shown(made):
        outcome.unchanged += 1
    else:
        outcome.updated += 1


def shown(notice: Notice) -> tuple[object, ...]:
    """What a reader sees of a notice, wherever it stands in its source."""
    head = (notice.title, notice.number, notice.section, notice.issuer, notice.date)
    blocks = tuple((block.kind, block.level, block.text, block.rows) for block in notice.blocks)
    return (*head, notice.addressees, notice.genre, notice.attachments, blocks)


def order_in_issue(store: Store, issue_id: int, uuids: Sequence[str]) -> None:
    """Number the notices of an issue in this order; those that were moved away stay as they are."""
    inside = {summary.uuid for summary in notices.summaries(store, issue_id)}
    notices.set_positions(store, [uuid for uuid in uuids if uuid in inside])


def note_borders(store: Store, issue_id: int, lines: Sequence[str]) -> None:
    """Note which borders set by hand the lines of an issue's new source have no place for."""
    for key, reason in borders_of(store, issue_id, lines)[1]:
        corrections.set_reason(store, key, reason)


def read(store: Store, source: SourceText) -> ParsedSource:
    """Recognise a source as the user wants his library's issues read.

    That is with the borders of notices that he set in this issue, also before it was deleted,
    and with the name that he gave to the spelling of its gazette.
    """
    from storage.parse import parse_source

    parsed = parse_source(source)
    issue = issue_correcting.known_name(store, parsed.issue)
    found = issues.find_issue(store, issue)
    stored = [found] if found is not None else issue_correcting.read_as(store, issue)
    known = stored[:1] or issue_correcting.gone_issues(store, issue)
    found_borders = (borders_of(store, each, source.lines)[0] for each in known)
    borders = next((each for each in found_borders if each.known), Borders())
    if borders.known:
        parsed = parse_source(source, borders.starts, borders.not_starts)
    return replace(parsed, issue=issue)


def merged_order(old: list[str], new: list[str]) -> list[str]:
    """The new file's order; a notice that it lacks stays behind the one it stood behind."""
    merged, place = list(new), set(new)
    for position, key in enumerate(old):
        if key not in place:
            before = next((old[at] for at in range(position - 1, -1, -1) if old[at] in place), None)
            merged.insert(merged.index(before) + 1 if before else 0, key)
            place.add(key)
    return merged


def delete_issue(store: Store, issue_id: int) -> None:
    """Delete an issue; its notices are noted as gone, its marks stay. Raises "issue-missing"."""
    with store.writing():
        if not issues.issues(store, issue_id):
            raise UserFault("issue-missing")
        tombstones.bury(store, issue_id, revisions.raise_counter(store))
        issues.remove_issue(store, issue_id)
