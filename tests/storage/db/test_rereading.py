"""Kept sources are read again with the current recogniser, and no mark loses its words.

The libraries here hold the sample as an older recogniser might have read it: two notices taken for
one, one notice taken for two, a title cut short.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.db import importing
from storage.errors import UserFault
from storage.library import Library
from storage.parse import RECOGNISER_VERSION, parse_source
from storage.sources import read_source
from storage.text import squeeze
from storage.types import FieldCorrection, Notice, ParsedSource, TextCorrection
from tests import factories
from tests.storage.command_line import SAMPLES

(GAZETTE,) = [path for path in SAMPLES if "公报" in path.name]
(SINGLE,) = [path for path in SAMPLES if "20号" in path.name]
SOURCE = read_source(GAZETTE)
RIGHT = parse_source(SOURCE)
JOINED, CUT, RETITLED = 1, 4, 6
"""Places of notices in the sample: one with the next, one in two, one with half a title."""
SHORT = RIGHT.notices[RETITLED].title[:6]


def joined(first: Notice, second: Notice) -> Notice:
    """Two notices taken for one."""
    return replace(first, end_line=second.end_line, blocks=first.blocks + second.blocks)


def cut(whole: Notice) -> tuple[Notice, Notice]:
    """One notice taken for two."""
    at = len(whole.blocks) // 2
    rest = whole.blocks[at:]
    line = rest[0].lines[0]
    return (
        replace(whole, end_line=line - 1, blocks=whole.blocks[:at]),
        Notice(rest[0].text[:20], line, whole.end_line, blocks=rest),
    )


def as_read_before() -> ParsedSource:
    """The sample as an older recogniser might have read it."""
    some = list(RIGHT.notices)
    some[RETITLED] = replace(some[RETITLED], title=some[RETITLED].title[:6], number=None)
    some[CUT : CUT + 1] = cut(some[CUT])
    some[JOINED : JOINED + 2] = [joined(some[JOINED], some[JOINED + 1])]
    return replace(RIGHT, notices=tuple(some))


def take_in_old(library: Library, recogniser: int = 0) -> int:
    task = importing.import_parsed(
        library._store, str(GAZETTE), SOURCE, as_read_before(), recogniser
    )
    issue_id = factories.run(task).issue_id
    assert issue_id is not None
    return issue_id


def mark_everywhere(library: Library) -> dict[str, str]:
    """A mark at the start, in the middle and at the end of each notice; the words by uuid."""
    made: dict[str, str] = {}
    for summary in library.notices():
        text = library.notice(summary.uuid).notice.text
        for at in (0, len(text) // 2, len(text) - 15):
            quote = text[at : at + 15]
            made[library.new_mark(summary.uuid, at, at + 15, quote=quote).uuid] = quote
    return made


def line_of(library: Library, uuid: str, at: int) -> int:
    """The source line that a place of a notice's text came from."""
    for block in library.notice(uuid).notice.blocks:
        if at <= len(block.text):
            return block.lines[0]
        at -= len(block.text) + 1
    raise AssertionError("no such place")


def test_the_preview_tells_gains_and_losses_and_changes_nothing(library):
    issue_id = take_in_old(library)
    before = [library.notice(each.uuid) for each in library.notices()]
    told = library.preview_reading(issue_id)
    kinds = [each.kind for each in told.notices]
    assert (kinds.count("new"), kinds.count("absorbed")) == (1, 1)
    retitled = RIGHT.notices[RETITLED]
    (found,) = [one for one in told.changes if one.after and one.after.title == retitled.title]
    assert {(one.name, one.kind) for one in found.fields} == {
        ("title", "changed"),
        ("number", "gained"),
    }
    assert not found.text_changed
    assert [library.notice(each.uuid) for each in library.notices()] == before
    assert library.issues_read_by_older() == [issue_id]


def test_reading_again_gives_what_the_recogniser_says_today(library):
    issue_id = take_in_old(library)
    before = {each.title: each.uuid for each in library.notices()}
    (report,) = factories.run(library.read_again([issue_id]))
    assert (report.added, report.gone, report.fault_key) == (1, 1, "")
    assert [library.notice(one.uuid).notice for one in library.notices()] == list(RIGHT.notices)
    assert library.issues_read_by_older() == []
    assert not library.preview_reading(issue_id).changed
    # A notice with another head is still the same one: its lines are.
    after = {each.title: each.uuid for each in library.notices()}
    right = RIGHT.notices[RETITLED].title
    assert after[right] == before[right[:6]]


def test_marks_go_with_their_words_from_notice_to_notice(library):
    issue_id = take_in_old(library)
    made = mark_everywhere(library)
    lines = {one.uuid: line_of(library, one.notice, one.start) for one in library.marks()}
    (report,) = factories.run(library.read_again([issue_id]))
    assert (report.unplaced, report.to_check) == ((), ())
    found = {mark.uuid: mark for mark in library.marks()}
    assert found.keys() == made.keys()
    for uuid, mark in found.items():
        text = library.notice(mark.notice).notice.text
        assert squeeze(text[mark.start : mark.end]) == squeeze(made[uuid])
        assert mark.state in ("sure", "moved")
        assert abs(line_of(library, mark.notice, mark.start) - lines[uuid]) <= 1


def test_deleted_marks_and_notes_on_whole_notices_go_along(library):
    issue_id = take_in_old(library)
    gone = [one for one in library.notices() if one.uuid not in _kept(library, issue_id)]
    (second_half,) = gone
    text = library.notice(second_half.uuid).notice.text
    thrown = library.new_mark(second_half.uuid, 5, 25, quote=text[5:25])
    library.delete_mark(thrown.uuid)
    bookmark = library.new_mark(second_half.uuid, 0, 0, kind="bookmark")
    factories.run(library.read_again([issue_id]))
    back = library.restore_mark(thrown.uuid)
    whole = library.notice(back.notice).notice
    assert whole.text[back.start : back.end] == back.quote == text[5:25]
    (kept,) = [mark for mark in library.marks() if mark.uuid == bookmark.uuid]
    assert (kept.notice, kept.whole_notice) == (back.notice, True)


def _kept(library: Library, issue_id: int) -> set[str]:
    told = library.preview_reading(issue_id)
    return {each.uuid for each in told.notices if each.kind in ("same", "changed")}


def test_one_notice_alone(library):
    issue_id = take_in_old(library)
    title = RIGHT.notices[RETITLED].title
    (uuid,) = [one.uuid for one in library.notices() if one.title == title[:6]]
    count = len(library.notices())
    (report,) = factories.run(library.read_again([issue_id], notice=uuid))
    assert (report.updated, report.added) == (1, 0)
    assert library.notice(uuid).notice == RIGHT.notices[RETITLED]
    assert len(library.notices()) == count
    assert library.issues_read_by_older() == [issue_id]  # the rest is still to be read


def test_a_notice_that_would_be_none_is_not_read_alone(library):
    issue_id = take_in_old(library)
    (gone,) = [
        one.uuid for one in library.preview_reading(issue_id).notices if one.kind == "absorbed"
    ]
    (report,) = factories.run(library.read_again([issue_id], notice=gone))
    assert report.fault_key == "reading-notice-gone"
    assert gone in {one.uuid for one in library.notices()}


def test_marks_cite_the_title_that_was_read_at_last(library):
    issue_id = take_in_old(library)
    (uuid,) = [one.uuid for one in library.notices() if one.title == SHORT]
    text = library.notice(uuid).notice.text
    library.new_mark(uuid, 0, 10, quote=text[:10])
    factories.run(library.read_again([issue_id]))
    (mark,) = library.marks(uuid)
    assert RIGHT.notices[RETITLED].title in mark.citation


def test_stopping_keeps_the_issues_that_are_done(library):
    first = take_in_old(library)
    single = parse_source(read_source(SINGLE))
    task = importing.import_parsed(library._store, str(SINGLE), read_source(SINGLE), single, 0)
    second = factories.run(task).issue_id
    steps = library.read_again(library.issues_read_by_older())
    next(steps), next(steps)
    steps.close()
    left = library.issues_read_by_older()
    assert left in ([first], [second])
    factories.run(library.read_again(left))
    assert library.issues_read_by_older() == []


def test_another_issue_with_that_masthead_is_not_overwritten(library):
    twin = replace(as_read_before(), issue=replace(RIGHT.issue, number=99))
    task = importing.import_parsed(library._store, str(GAZETTE), SOURCE, twin, 0)
    misread = factories.run(task).issue_id
    other = replace(SOURCE, lines=("前言", *SOURCE.lines), sha256="0" * 64)
    factories.run(importing.import_parsed(library._store, "另一份", other, RIGHT, 0))
    before = library.notices(misread)
    (report,) = factories.run(library.read_again([misread or 0]))
    assert report.fault_key == "reading-issue-there"
    assert dict(report.fault_arguments)["there"]
    assert library.notices(misread) == before


def test_a_change_meanwhile_is_seen(library):
    from storage.db import rereading

    issue_id = take_in_old(library)
    reading = library._read(issue_id, None)
    factories.take_in(library, factories.notice())
    with pytest.raises(UserFault, match="reading-outdated"):
        rereading.write(library._store, reading)


def test_an_older_source_is_brought_back(library):
    """A better source takes the place of the first one; the first one can be had again."""
    damaged = SOURCE.lines[0:1] + tuple(line.replace("充电", "允电") for line in SOURCE.lines[1:])
    worse = replace(SOURCE, name="扫描.txt", lines=damaged, sha256="1" * 64, data=b"")
    parsed = parse_source(worse)
    task = importing.import_parsed(library._store, "扫描.txt", worse, parsed, RECOGNISER_VERSION)
    issue_id = factories.run(task).issue_id
    assert issue_id is not None
    first = [library.notice(one.uuid) for one in library.notices()]
    made = mark_everywhere(library)
    factories.run(library.import_file(GAZETTE))
    assert [kept.current for kept in library.kept_sources(issue_id)] == [True, False]
    older = library.kept_sources(issue_id)[1]
    told = library.preview_reading(issue_id, older.id)
    assert told.changed
    factories.run(library.read_again([issue_id], source_id=older.id))
    assert [library.notice(one.uuid) for one in library.notices()] == first
    for mark in library.marks():
        assert mark.state in ("sure", "moved")
        text = library.notice(mark.notice).notice.text
        assert squeeze(text[mark.start : mark.end]) == squeeze(made[mark.uuid])
    assert library.source_lines(issue_id) == damaged


def test_notices_of_the_issues_other_files_stay(library):
    """A file with fewer notices came later: reading it again does not take the others away."""
    whole = parse_source(SOURCE)
    task = importing.import_parsed(library._store, "a", SOURCE, whole, RECOGNISER_VERSION)
    issue_id = factories.run(task).issue_id
    made = mark_everywhere(library)
    order = [one.uuid for one in library.notices(issue_id)]
    first = whole.notices[1]
    part = replace(SOURCE, name="节选.txt", sha256="2" * 64, data=b"")
    part = replace(part, lines=SOURCE.lines[: first.end_line])
    task = importing.import_parsed(
        library._store, "b", part, parse_source(part), RECOGNISER_VERSION
    )
    assert factories.run(task).issue_id == issue_id
    assert [one.uuid for one in library.notices(issue_id)] == order
    assert not [one for one in library.preview_reading(issue_id).notices if one.kind == "absorbed"]
    (report,) = factories.run(library.read_again([issue_id]))
    assert (report.gone, report.fault_key) == (0, "")
    assert [one.uuid for one in library.notices(issue_id)] == order
    assert {mark.uuid for mark in library.marks(issue_id=issue_id)} == set(made)


def test_a_moved_notice_stays_when_its_old_issue_is_deleted(library):
    for path in (GAZETTE, SINGLE):
        factories.run(library.import_file(path))
    here, there = (each.id for each in library.issues())
    moved = library.notices(here)[1].uuid
    made = library.new_mark(moved, 0, 5)
    library.move_notice(moved, there)
    library.delete_issue(here)
    order = [one.uuid for one in library.notices(there)]
    factories.run(library.read_again([there]))
    assert [one.uuid for one in library.notices(there)] == order
    assert [mark.uuid for mark in library.marks(moved)] == [made.uuid]


def test_a_notice_deleted_with_the_issue_it_was_moved_to_comes_back(library):
    for path in (GAZETTE, SINGLE):
        factories.run(library.import_file(path))
    here, there = (each.id for each in library.issues())
    moved = library.notices(here)[1].uuid
    made = library.new_mark(moved, 0, 5)
    library.move_notice(moved, there)
    library.delete_issue(there)
    factories.run(library.read_again([here]))
    assert library.notices(here)[1].uuid == moved
    assert [mark.uuid for mark in library.marks(moved)] == [made.uuid]


def test_the_number_of_an_issue_is_not_called_that_of_a_document(library):
    wrong = replace(RIGHT, issue=replace(RIGHT.issue, number=9))
    task = importing.import_parsed(library._store, str(GAZETTE), SOURCE, wrong, 0)
    issue_id = factories.run(task).issue_id
    assert issue_id is not None
    told = library.preview_reading(issue_id)
    assert [(one.name, one.before) for one in told.fields] == [("issue_number", "9")]


def test_marks_of_a_notice_that_the_older_source_lacks_are_told(library):
    part = replace(SOURCE, name="节选.txt", sha256="2" * 64, data=b"")
    part = replace(part, lines=SOURCE.lines[: RIGHT.notices[1].end_line])
    for name, source in (("a", part), ("b", SOURCE)):
        read = parse_source(source)
        task = importing.import_parsed(library._store, name, source, read, RECOGNISER_VERSION)
        issue_id = factories.run(task).issue_id
    last = library.notices()[-1].uuid
    made = library.new_mark(last, 0, 5)
    older = library.kept_sources(issue_id)[1]
    (report,) = factories.run(library.read_again([issue_id], source_id=older.id))
    assert [mark.uuid for mark in report.unplaced] == [made.uuid]
    (newer, _) = library.kept_sources(issue_id)
    (report,) = factories.run(library.read_again([issue_id], source_id=newer.id))
    assert report.unplaced == ()
    assert [mark.uuid for mark in library.marks(last)] == [made.uuid]


def test_marks_of_a_moved_notice_that_is_part_of_another_go_along(library):
    """Two that were one notice: the first was moved before its source was read again."""
    issue_id = take_in_old(library)
    factories.run(library.import_file(SINGLE))
    first = library.notices(issue_id)[CUT - 1]
    text = library.notice(first.uuid).notice.text
    made = library.new_mark(first.uuid, 0, 15, quote=text[:15])
    library.move_notice(first.uuid, library.issues()[-1].id)
    (report,) = factories.run(library.read_again([issue_id]))
    assert report.gone == 1
    (now,) = library.marks()
    assert (now.uuid, now.quote, report.unplaced) == (made.uuid, made.quote, ())
    assert now.notice in {each.uuid for each in library.notices(issue_id)}


def test_unknown_issues_and_sources(library):
    with pytest.raises(UserFault, match="issue-missing"):
        library.preview_reading(7)
    issue_id = take_in_old(library)
    with pytest.raises(UserFault, match="kept-source-missing"):
        library.preview_reading(issue_id, 99)
    reports = factories.run(library.read_again([7, issue_id]))
    assert [report.fault_key for report in reports] == ["issue-missing", ""]


def test_corrections_by_hand_stay_and_those_that_fit_no_more_are_listed(library):
    """A correction of words that only the older reading had is told of; the others are applied."""
    issue_id = take_in_old(library)
    uuid = next(one.uuid for one in library.notices() if one.title == SHORT)
    before = library.notice(uuid)
    library.correct_fields(uuid, [FieldCorrection("number", None, "霁改〔2024〕1号")], "王科长")
    words = before.notice.text[40:44]
    made = TextCorrection(40, 44, words, "改动过的字")
    library.correct_text(library.notice(uuid), [made], "王科长")
    second_half = next(
        each.uuid for each in library.preview_reading(issue_id).notices if each.kind == "absorbed"
    )
    cell = library.notice(second_half).notice.text[:3]
    library.correct_text(
        library.notice(second_half), [TextCorrection(0, 3, cell, "不再有")], "王科长"
    )
    (report,) = factories.run(library.read_again([issue_id]))
    assert library.notice(uuid).summary.number == "霁改〔2024〕1号"
    assert "改动过的字" in library.notice(uuid).notice.text
    assert library.notice(uuid).summary.title == RIGHT.notices[RETITLED].title
    assert {each.state for each in library.corrections(uuid)} == {"applied"}
    assert [(each.after, each.reason) for each in report.unfit] == [
        ("不再有", "correction-notice-gone")
    ]
    assert "不再有" not in "".join(
        library.notice(one.uuid).notice.text for one in library.notices()
    )
