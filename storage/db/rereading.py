"""A kept source read again: what would change, and the change in one short transaction."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from storage.anchors import place_marks
from storage.citations import issue_label
from storage.db import (
    correcting,
    corrections,
    handing_on,
    importing,
    issue_correcting,
    issues,
    marks,
    notices,
    revisions,
    sources,
    tombstones,
)
from storage.db.identity import KnownNotice
from storage.db.importing import Outcome, shown
from storage.db.notice_json import unpack_notice
from storage.db.notices import PackedNotice
from storage.db.same_lines import Lines, match_again, overlap
from storage.db.store import Store
from storage.db.values import stored_values
from storage.errors import UserFault
from storage.types import (
    Correction,
    FieldChange,
    Issue,
    IssueReading,
    IssueSummary,
    Mark,
    Notice,
    NoticeReading,
    ParsedSource,
    ReadingReport,
)

_HEAD = (
    *("title", "number", "issuer", "date", "addressees", "section", "genre"),
    *("effective", "validity_years"),
)
_MASTHEAD = ("name", "year", "number", "serial", "published", "publisher")


@dataclass(slots=True)
class Reading:
    """A source read again, beside what is stored of its issue as of a change counter.

    `known` has for each notice of `packed` the stored one it is; `gone` are those of this source,
    or of the one that it takes the place of, that are none any more, `before` all stored ones as
    they are. `after` is what the corrections by hand make of the new reading, for the notices that
    have some, `unfit` how many of them fit no more.
    """

    counter: int
    issue: IssueSummary
    source_id: int
    masthead: Issue
    parsed: ParsedSource
    recogniser: int
    packed: list[PackedNotice]
    known: list[KnownNotice | None]
    gone: list[KnownNotice]
    before: dict[str, Notice]
    same_source: set[str]
    after: dict[str, Notice]
    unfit: dict[str, int]


def compare(
    store: Store, issue_id: int, source_id: int, parsed: ParsedSource, recogniser: int
) -> Reading:
    """Put a source's new reading beside what is stored. Raises UserFault("issue-missing")."""
    counter = revisions.change_counter(store)
    found = issues.issues(store, issue_id)
    if not found:
        raise UserFault("issue-missing")
    masthead = issue_correcting.known_name(store, parsed.issue)
    parsed = replace(parsed, issue=issue_correcting.corrected(store, issue_id, masthead))
    packed = [notices.pack(notice) for notice in parsed.notices]
    old = importing.known_notices(store, issue_id)
    rows = store.rows_for(
        "SELECT uuid, source_id, body FROM notices WHERE uuid IN ({})", [each.uuid for each in old]
    )
    with stored_values(store.path):
        before = {key: unpack_notice(body) for key, _, body in rows}
    same_source = {key for key, of_source, _ in rows if of_source == source_id}
    lines = {key: _lines(before[key]) for key in same_source}
    known, left = match_again(old, lines, packed)
    # What came from neither this source nor the one whose place it takes stays, as in an import:
    # another file of the issue had it, or it was moved here by hand.
    replaced = same_source | _from_current(store, issue_id)
    gone = [each for each in left if each.uuid in replaced]
    after: dict[str, Notice] = {}
    unfit: dict[str, int] = {}
    for each, new in zip(known, packed, strict=True):
        if each is not None and each.corrected is not None:
            old_fold = correcting.folded(store, each.uuid)
            new_fold = old_fold.over(new.notice)
            after[each.uuid] = new_fold.notice
            unfit[each.uuid] = len(new_fold.misfits - old_fold.misfits)
    return Reading(
        counter,
        found[0],
        source_id,
        masthead,
        parsed,
        recogniser,
        packed,
        known,
        gone,
        before,
        same_source,
        after,
        unfit,
    )


def _from_current(store: Store, issue_id: int) -> set[str]:
    """The notices that came from the issue's current source."""
    found = store.rows(
        "SELECT uuid FROM notices WHERE source_id = ?", [sources.current_source(store, issue_id)]
    )
    return {uuid for (uuid,) in found}


def _lines(notice: Notice) -> Lines:
    return notice.start_line, notice.end_line


# ---------------------------------------------------------------- what would change


def preview(store: Store, reading: Reading) -> IssueReading:
    """What writing the reading would change; the library stays as it is."""
    by_notice: dict[str, list[Mark]] = defaultdict(list)
    for mark in _marks_before(store, reading):
        if mark.deleted is None:
            by_notice[mark.notice].append(mark)
    told = [
        _notice_reading(known, packed.notice, reading, by_notice)
        for known, packed in zip(reading.known, reading.packed, strict=True)
    ]
    told += [_gone_reading(known, reading, by_notice) for known in reading.gone]
    masthead = tuple(
        replace(change, name="issue_number") if change.name == "number" else change
        for change in field_changes(reading.issue.issue, reading.parsed.issue, _MASTHEAD)
    )  # a document's number is another thing, and called otherwise
    return IssueReading(
        reading.issue, reading.parsed.issue, tuple(told), masthead, reading.source_id
    )


def field_changes(
    before: Notice | Issue, after: Notice | Issue, names: Sequence[str]
) -> tuple[FieldChange, ...]:
    """Those fields of a head that differ."""
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in names]
    return tuple(
        FieldChange(name, _plain(old), _plain(new)) for name, old, new in pairs if old != new
    )


def _plain(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _notice_reading(
    known: KnownNotice | None,
    after: Notice,
    reading: Reading,
    by_notice: dict[str, list[Mark]],
) -> NoticeReading:
    if known is None:
        return NoticeReading("new", "", None, after, text_changed=True)
    before, own = reading.before[known.uuid], by_notice[known.uuid]
    after = reading.after.get(known.uuid, after)
    if shown(before) == shown(after):
        kept = NoticeReading("same", known.uuid, before, after, marks=len(own))
        fields = field_changes(before, after, _HEAD)
        return replace(kept, kind="changed", fields=fields) if fields else kept
    to_check, unplaced = _doubtful(own, after, before)
    text_changed = before.text != after.text
    blocks = [[(block.kind, block.level) for block in one.blocks] for one in (before, after)]
    return NoticeReading(
        "changed",
        known.uuid,
        before,
        after,
        field_changes(before, after, _HEAD),
        text_changed,
        blocks[0] != blocks[1],
        len(own),
        to_check,
        unplaced,
        reading.unfit.get(known.uuid, 0),
    )


def _gone_reading(
    known: KnownNotice, reading: Reading, by_notice: dict[str, list[Mark]]
) -> NoticeReading:
    before, own = reading.before[known.uuid], by_notice[known.uuid]
    heirs = _heirs(known.uuid, reading)
    placed = list(handing_on.claims(own, before, heirs))
    kind, unplaced = "absorbed" if heirs else "gone", len(own) - len(placed)
    return NoticeReading(
        kind, known.uuid, before, None, marks=len(own), unplaced=unplaced, text_changed=True
    )


def _doubtful(own: Sequence[Mark], after: Notice, before: Notice) -> tuple[int, int]:
    """How many marks would have a doubtful place in a notice's new text, and how many none."""
    placed = place_marks(own, after, before) if own else []
    states = [mark.state for mark in placed]
    return states.count("check"), states.count("unplaced")


def _heirs(key: str, reading: Reading) -> list[Notice]:
    """The new notices that cover lines of a stored one, the one with most of them first."""
    if key not in reading.same_source:
        return []
    lines = _lines(reading.before[key])
    found = [
        (overlap(lines, _lines(packed.notice)), packed.notice)
        for known, packed in zip(reading.known, reading.packed, strict=True)
        if known is None or known.uuid != key
    ]
    some = [(shared, notice) for shared, notice in found if shared]
    return [notice for _, notice in sorted(some, key=lambda pair: -pair[0])]


# ---------------------------------------------------------------- the change


def write(store: Store, reading: Reading, only: str | None = None) -> ReadingReport:
    """Write what was read, all of it or the notice `only`, in one transaction.

    Raises UserFault: reading-outdated where the library was changed since it was compared (read
    again then), reading-issue-there where another stored issue has the masthead that was read,
    notice-missing where `only` is none of the notices.
    """
    with store.writing():
        if revisions.change_counter(store) != reading.counter:
            raise UserFault("reading-outdated", name=name_of(reading.issue))
        if only is not None:
            return _write_one(store, reading, only)
        twin = issues.find_issue(store, reading.parsed.issue)
        if twin not in (None, reading.issue.id):
            label = issue_label(reading.parsed.issue)
            raise UserFault("reading-issue-there", name=name_of(reading.issue), there=label)
        return _write_all(store, reading)


def name_of(issue: IssueSummary) -> str:
    """What an issue is called in messages: as its cover has it, else its file."""
    return issue_label(issue.issue) or issue.source_name


def _write_one(store: Store, reading: Reading, only: str) -> ReadingReport:
    outcome = Outcome()
    for known, packed in zip(reading.known, reading.packed, strict=True):
        if known is not None and known.uuid == only:
            ids = reading.source_id, revisions.raise_counter(store)
            did_not_fit = _unfit(store, reading)
            importing.write_known(store, packed, known, ids, outcome)
            report = _report(reading, outcome, outcome.doubtful_marks, 0)
            return replace(report, unfit=_newly_unfit(store, reading, did_not_fit))
    title = reading.before[only].title if only in reading.before else only
    raise UserFault("reading-notice-gone", title=title)


def _write_all(store: Store, reading: Reading) -> ReadingReport:
    issue_id = reading.issue.id
    stood, did_not_fit = _marks_before(store, reading), _unfit(store, reading)
    old_order = [summary.uuid for summary in notices.summaries(store, issue_id)]
    issues.update_reading(store, issue_id, reading.parsed, reading.recogniser)
    issue_correcting.note_reading(store, issue_id, reading.masthead)
    sources.make_current(store, issue_id, reading.source_id)
    revision = revisions.raise_counter(store)
    gone = [known.uuid for known in reading.gone]
    for summary in notices.summaries_of(store, gone):
        tombstones.bury_notice(store, summary, revision)
        notices.remove_notice(store, summary.uuid)
        for kept in corrections.kept(store, summary.uuid):
            corrections.write_change(store, kept.uuid, kept.change, "correction-notice-gone")
    outcome = _write_notices(store, reading, revision)
    if reading.parsed.issue != reading.issue.issue:
        store.run("UPDATE notices SET revision = ? WHERE issue_id = ?", [revision, issue_id])
    importing.order_in_issue(store, issue_id, importing.merged_order(old_order, outcome.uuids))
    lines = sources.source_lines(store, issue_id)
    importing.note_borders(store, issue_id, lines)
    _hand_on(store, reading, outcome.uuids, stood)
    told = [now for each in stood if (now := marks.mark(store, each.uuid)) and not now.deleted]
    before = {each.uuid: each.state for each in stood}
    newly = [mark for mark in told if mark.notice in gone or _newly_doubtful(mark, before)]
    report = _report(reading, outcome, newly, len(gone))
    return replace(report, unfit=_newly_unfit(store, reading, did_not_fit))


def _unfit(store: Store, reading: Reading) -> dict[str, Correction]:
    """The corrections of the issue's notices that have no place, those of gone notices too."""
    every = corrections.listed(store, issue_id=reading.issue.id)
    return {each.uuid: each for each in every if each.undone is None and each.state != "applied"}


def _newly_unfit(
    store: Store, reading: Reading, before: dict[str, Correction]
) -> tuple[Correction, ...]:
    now = _unfit(store, reading)
    return tuple(each for uuid, each in now.items() if uuid not in before)


def _newly_doubtful(mark: Mark, before: dict[str, str]) -> bool:
    return mark.state in marks.DOUBTFUL and before[mark.uuid] != mark.state


def _marks_before(store: Store, reading: Reading) -> list[Mark]:
    """All marks of the notices that are read again, deleted ones too, as they stand now.

    Also of those that were moved to another issue: they are read from this one's source.
    """
    own = (mark for uuid in reading.before for mark in marks.all_of(store, uuid))
    return sorted(own, key=lambda mark: (mark.notice, mark.start, mark.end))


def _write_notices(store: Store, reading: Reading, revision: int) -> Outcome:
    outcome = Outcome()
    for position, (known, packed) in enumerate(zip(reading.known, reading.packed, strict=True)):
        if known is not None:
            key, ids = known.uuid, (reading.source_id, revision)
            importing.write_known(store, packed, known, ids, outcome)
        else:
            raised = tombstones.raise_up(store, packed, reading.parsed.issue)
            key, before = raised or (str(uuid.uuid4()), None)
            place = reading.issue.id, reading.source_id, position
            notices.add_notice(store, packed, place, key, revision)
            if raised:
                made = correcting.reapply(store, key, packed, revision)
                marks.place_again(store, key, made, before)
            outcome.added += 1
        outcome.uuids.append(key)
    return outcome


def _hand_on(store: Store, reading: Reading, uuids: Sequence[str], stood: list[Mark]) -> None:
    """Give marks whose words are in another notice now to that notice."""
    for key, own in marks.by_notice(sorted(stood, key=lambda mark: mark.notice)):
        heirs = [id(notice) for notice in _heirs(key, reading)]
        if not heirs:
            continue
        is_gone = any(known.uuid == key for known in reading.gone)
        lost = own if is_gone else handing_on.lost_marks(store, own)
        by_notice = {
            id(packed.notice): uuid for uuid, packed in zip(uuids, reading.packed, strict=True)
        }
        others = notices.notices_of(store, [by_notice[heir] for heir in heirs]) if lost else []
        handing_on.hand_on(store, lost, reading.before[key], others)


def _report(
    reading: Reading, outcome: Outcome, doubtful: Sequence[Mark], gone: int
) -> ReadingReport:
    return ReadingReport(
        reading.issue.id,
        name_of(reading.issue),
        outcome.added,
        outcome.updated,
        outcome.unchanged,
        gone,
        tuple(mark for mark in doubtful if mark.state != "check"),
        tuple(mark for mark in doubtful if mark.state == "check"),
    )
