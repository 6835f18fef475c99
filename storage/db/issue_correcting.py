"""What an issue is called, put right by hand: a field, or a gazette's name in all its issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, replace
from itertools import groupby
from typing import Any
from uuid import uuid4

from storage.citations import issue_label
from storage.correcting.fields import read_date
from storage.db import correcting, corrections, issues, revisions
from storage.db.correcting import Work
from storage.db.notices import PackedNotice
from storage.db.store import Store
from storage.db.values import from_column, from_json, stored_values, to_column, to_json
from storage.errors import UserFault
from storage.text import chinese_number
from storage.types import CorrectionReport, FieldCorrection, Issue, IssueSummary

KIND = "issue"
_TEXTS = ("name", "publisher")
_NUMBERS = ("year", "number", "serial")
_KNOWN_BY = ("text_hash", "identity")
_LONGEST = 200
_LARGEST = 99_999
_YEARS = range(1900, 2200)

Value = str | int | None


def correct(
    store: Store, issue_id: int, wanted: Sequence[FieldCorrection], author: str
) -> CorrectionReport:
    """Correct fields of an issue in one step; those that say so already are left out.

    Raises UserFault: issue-missing, correction-elsewhere, -field-unknown, -field-long,
    -no-date, -no-number, -issue-there.
    """
    step = str(uuid4())
    with store.writing():
        known = _issue(store, issue_id).issue
        for each in wanted:
            after = _value(each.field, each.after)
            before: Value = getattr(known, each.field)
            if str(before or "") != (each.before or ""):
                raise UserFault("correction-elsewhere", title=_name(store, issue_id))
            if before != after:
                _add(store, issue_id, (each.field, before, after), step, author)
        work = Work(0, [], [])
        if corrections.of_step(store, step):
            _write(store, issue_id, work)
        return correcting.report(store, step, work)


def rename_gazette(store: Store, old: str, new: str, author: str) -> CorrectionReport:
    """Give all issues of a gazette another name, in one step; later imports follow.

    Raises UserFault: correction-no-gazette, -no-name, -issue-there.
    """
    step = str(uuid4())
    with store.writing():
        name = _value("name", new)
        if not isinstance(name, str):
            raise UserFault("correction-no-name")
        rows = store.rows("SELECT id FROM issues WHERE name = ? ORDER BY id", [to_column(old)])
        if not rows:
            raise UserFault("correction-no-gazette", name=old)
        work = Work(0, [], [])
        if name != old:
            for (issue_id,) in rows:
                _add(store, issue_id, ("name", old, name), step, author, alias=True)
            _remember(store, old, name)
            for (issue_id,) in rows:
                _write(store, issue_id, work)
        return correcting.report(store, step, work)


def gazette_names(store: Store) -> dict[str, int]:
    """The names of the gazettes with the number of their issues, by name."""
    found = store.rows(
        "SELECT name, count(*) FROM issues WHERE name IS NOT NULL GROUP BY name ORDER BY name"
    )
    return {from_column(name) or "": count for name, count in found}


def known_name(store: Store, issue: Issue) -> Issue:
    """The issue with its gazette's name as the user wants that spelling read."""
    if issue.name is None:
        return issue
    found = store.row("SELECT name FROM gazette_names WHERE spelling = ?", [to_column(issue.name)])
    return replace(issue, name=from_column(found[0])) if found else issue


def turn(store: Store, step: str, *, undone: bool) -> CorrectionReport:
    """Take such a step back, or make it again. Raises UserFault: correction-issue-there."""
    with store.writing():
        mine = [each for each in corrections.of_step(store, step) if bool(each.undone) != undone]
        corrections.set_undone(store, [each.uuid for each in mine], undone=undone)
        work = Work(0, [], [])
        _remember_all(store)
        for each in mine:
            if issues.issues(store, each.issue_id):
                _write(store, each.issue_id, work)
        return correcting.report(store, step, work)


def corrected(store: Store, issue_id: int, recognised: Issue) -> Issue:
    """What the corrections of an issue make of what a source says of it."""
    made = recognised
    for each in _live(store, issue_id):
        made = replace(made, **{each["field"]: each["after"]})
    return made


def note_reading(store: Store, issue_id: int, recognised: Issue) -> None:
    """Keep what a new source says of an issue that is corrected, inside a transaction."""
    _, was_issue = _recognised(store, issue_id)
    said = _as_printed(store, issue_id, recognised)
    kept = to_json([*astuple(said), was_issue]) if _live(store, issue_id) else None
    store.run("UPDATE issues SET recognised = ? WHERE id = ?", [kept, issue_id])


def _as_printed(store: Store, issue_id: int, known: Issue) -> Issue:
    """What a source says, with the spelling of the gazette's name that `known_name` replaced."""
    for each in _live(store, issue_id):
        if each["alias"] and known_name(store, replace(known, name=each["before"])) == known:
            return replace(known, name=each["before"])
    return known


def take_up(store: Store, issue_id: int, packed: Sequence[PackedNotice]) -> None:
    """Give a new issue the corrections of the same one that was deleted, in a transaction.

    Only with a notice in common, and not where another issue is called so by now.
    """
    hashes, identities = ({getattr(one, name) for one in packed} for name in _KNOWN_BY)
    gone = gone_issues(store, _issue(store, issue_id).issue)
    same = next((old for old, its in gone.items() if its[0] & hashes or its[1] & identities), None)
    if same is None:
        return
    made = issues.issue_key(corrected(store, same, _issue(store, issue_id).issue))
    if made and store.row("SELECT 1 FROM issues WHERE issue_key = ? AND id <> ?", [made, issue_id]):
        return
    for table in ("corrections", "settled"):
        store.run(f"UPDATE {table} SET issue_id = ? WHERE issue_id = ?", [issue_id, same])
    if _live(store, issue_id):
        note_reading(store, issue_id, _issue(store, issue_id).issue)
        _write(store, issue_id, Work(0, [], []))


def gone_issues(store: Store, issue: Issue) -> dict[int, tuple[set[str], set[str]]]:
    """The issues that were called so, or read so, and are gone, the last one first.

    Of those that something was put right in: the hashes of the texts and the identities of their
    notices, by the ids that they had.
    """
    key = issues.issue_key(issue)
    rows = store.rows(
        "SELECT issue_id FROM corrections WHERE issue_id NOT IN (SELECT id FROM issues)"
        " UNION SELECT issue_id FROM settled WHERE issue_id NOT IN (SELECT id FROM issues)"
        " ORDER BY issue_id DESC"
    )
    if not rows:
        return {}
    found: dict[int, tuple[set[str], set[str]]] = {old: (set(), set()) for (old,) in rows}
    named = {old for old in found if any(each["key"] == key for each in _live(store, old))}
    buried = store.rows("SELECT summary, text_hash, identity FROM tombstones")
    with stored_values(store.path):
        told = [(from_json(summary), *rest) for summary, *rest in buried]
    for summary, text_hash, identity in told:
        old = summary["issue_id"]
        if old in found:
            found[old][0].add(text_hash)
            found[old][1].add(identity)
            if issues.issue_key(Issue(**summary["issue"])) == key:
                named.add(old)
    return {old: its for old, its in found.items() if old in named}


def read_as(store: Store, issue: Issue) -> list[int]:
    """The corrected issues of which a source said this, whatever they are called now."""
    key = issues.issue_key(issue)
    if key is None:
        return []
    found = store.rows("SELECT id FROM issues WHERE recognised IS NOT NULL ORDER BY id")
    return [each for (each,) in found if issues.issue_key(_recognised(store, each)[0]) == key]


# ---------------------------------------------------------------- values


def _value(field: str, written: str | None) -> Value:
    """A field as it is kept; None where nothing was written."""
    plain = " ".join((written or "").split())
    if len(plain) > _LONGEST:
        raise UserFault("correction-field-long", count=_LONGEST)
    if field not in (*_TEXTS, *_NUMBERS, "published"):
        raise UserFault("correction-field-unknown", field=field)
    if not plain:
        return None
    if field == "published":
        return read_date(plain)
    if field in _TEXTS:
        return plain
    number = chinese_number(plain)
    if number is None or not 0 < number <= _LARGEST or (field == "year" and number not in _YEARS):
        raise UserFault("correction-no-number", number=plain[:40])
    return number


def _issue(store: Store, issue_id: int) -> IssueSummary:
    found = issues.issues(store, issue_id)
    if not found:
        raise UserFault("issue-missing")
    return found[0]


def _name(store: Store, issue_id: int) -> str:
    known = _issue(store, issue_id)
    return issue_label(known.issue) or known.source_name


def _remember(store: Store, spelling: str, name: str) -> None:
    """Read a spelling as a name from now on, and what was read as that spelling too."""
    old, new = to_column(spelling), to_column(name)
    store.run("DELETE FROM gazette_names WHERE spelling IN (?, ?)", [old, new])
    store.run("UPDATE gazette_names SET name = ? WHERE name = ?", [new, old])
    store.run("INSERT INTO gazette_names (spelling, name) VALUES (?, ?)", [old, new])


def _remember_all(store: Store) -> None:
    """Read spellings as those corrections have it that are not taken back, and no others."""
    rows = store.rows(
        "SELECT payload FROM corrections WHERE kind = ? AND undone IS NULL ORDER BY sequence",
        [KIND],
    )
    with stored_values(store.path):
        told = [from_json(payload) for (payload,) in rows]
    store.run("DELETE FROM gazette_names")
    pairs = ((each["before"], each["after"]) for each in told if each["alias"])
    for (before, after), _ in groupby(pairs):  # one of many issues each
        _remember(store, before, after)


# ---------------------------------------------------------------- rows


def _add(
    store: Store,
    issue_id: int,
    change: tuple[str, Value, Value],
    step: str,
    author: str,
    *,
    alias: bool = False,
) -> None:
    field, before, after = change
    recognised, _ = _recognised(store, issue_id)
    told = [field, str(before or ""), str(after or "")]
    payload = {
        "field": field,
        "before": before,
        "after": after,
        "alias": alias,
        "key": issues.issue_key(recognised),
        "told": told,
    }
    corrections.add_packed(store, (issue_id, ""), (KIND, payload), step, author)


def _live(store: Store, issue_id: int) -> list[dict[str, Any]]:
    """What the corrections of an issue that are not undone change, in their order."""
    found = store.rows(
        "SELECT payload FROM corrections WHERE issue_id = ? AND kind = ? AND undone IS NULL"
        " ORDER BY sequence",
        [issue_id, KIND],
    )
    with stored_values(store.path):
        return [from_json(payload) for (payload,) in found]


def _recognised(store: Store, issue_id: int) -> tuple[Issue, bool]:
    """What the source says of an issue, and whether it is one."""
    known = _issue(store, issue_id)
    found = store.rows("SELECT recognised FROM issues WHERE id = ?", [issue_id])[0][0]
    if found is None:
        return known.issue, known.is_issue
    with stored_values(store.path):
        *fields, is_issue = from_json(found)
    return Issue(*fields), bool(is_issue)


def _write(store: Store, issue_id: int, work: Work) -> None:
    """Write an issue as its corrections make it."""
    recognised, was_issue = _recognised(store, issue_id)
    made = corrected(store, issue_id, recognised)
    key = issues.issue_key(made)
    twin = store.row("SELECT id FROM issues WHERE issue_key = ? AND id <> ?", [key, issue_id])
    if key is not None and twin:
        raise UserFault("correction-issue-there", there=issue_label(made))
    work.revision = work.revision or revisions.raise_counter(store)
    told = any(part is not None for part in (made.name, made.year, made.number))
    values = [to_column(each) if isinstance(each, str) else each for each in astuple(made)]
    kept = to_json([*astuple(recognised), was_issue]) if _live(store, issue_id) else None
    store.run(
        "UPDATE issues SET name = ?, year = ?, number = ?, serial = ?, published = ?,"
        " publisher = ?, issue_key = ?, is_issue = ?, recognised = ? WHERE id = ?",
        [*values, key, int(was_issue or told), kept, issue_id],
    )
    store.run("UPDATE notices SET revision = ? WHERE issue_id = ?", [work.revision, issue_id])
    found = store.rows("SELECT uuid FROM notices WHERE issue_id = ? ORDER BY position", [issue_id])
    work.notices += [uuid for (uuid,) in found if uuid not in work.notices]
