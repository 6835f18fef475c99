"""What a notice would say without its corrections, and which of its words were put by hand."""

from __future__ import annotations

from storage.anchors.carrying import difference, shifted
from storage.correcting.changes import TextEdit, anchors_of
from storage.db import correcting, corrections
from storage.db.notice_json import unpack_notice
from storage.db.store import Store
from storage.db.values import stored_values
from storage.errors import UserFault
from storage.types import ChangedWords, Notice


def recognised(store: Store, uuid: str) -> Notice:
    """A notice as the recogniser read it. Raises UserFault("notice-missing")."""
    return correcting.folded(store, uuid).recognised


def changed_words(store: Store, uuid: str) -> list[ChangedWords]:
    """Where a notice's text differs from what was recognised, in its order; white space aside.

    Raises UserFault("notice-missing").
    """
    row = store.row("SELECT recognised, body FROM notices WHERE uuid = ?", [uuid])
    if row is None:
        raise UserFault("notice-missing", notice=uuid)
    if row[0] is None:
        return []
    with stored_values(store.path):
        read, now = unpack_notice(row[0]), unpack_notice(row[1])
    found: list[ChangedWords] = []
    before, after, grown = read.text, now.text, 0
    for each in difference(before, after):
        gone = before[each.start : each.end]
        if gone.strip() or each.after.strip():
            start = each.start + grown
            found.append(ChangedWords(start, start + len(each.after), gone))
        grown += each.growth
    return found


def correction_place(store: Store, uuid: str) -> tuple[str, int, int]:
    """The notice of a correction, and where in its text the correction stands now.

    0 to 0 for one of the head, "" for one of an issue; one that changes nothing (any more)
    stands where it was made.
    Raises UserFault: correction-missing, notice-missing.
    """
    known = corrections.of_uuid(store, uuid)
    if known is None:
        raise UserFault("correction-missing")
    if not known.notice:
        return "", 0, 0  # of an issue
    folded = correcting.folded(store, known.notice)
    every = corrections.kept(store, known.notice)
    kept = next((each for each in every if each.uuid == uuid), None)
    if kept is None:
        return known.notice, 0, 0  # of the notice as a whole
    steps = [each.uuid for each in folded.steps]
    at = steps.index(uuid) if uuid in steps else len(steps)
    step = folded.steps[at] if at < len(steps) else None
    change = step.change if step else kept.change
    anchors = anchors_of(change)
    if not anchors:
        return known.notice, 0, 0
    span = anchors[0].span
    if step is not None and step.script and isinstance(change, TextEdit):
        span = span[0], span[0] + len(change.afters[0])
    elif step is not None and step.script:
        span = step.script[0].start, step.script[0].start + len(step.script[0].after)
    for later in folded.steps[at + 1 :]:
        span = shifted(span, later.script) or span
    end = len(folded.notice.text)
    return known.notice, min(span[0], end), min(span[1], end)
