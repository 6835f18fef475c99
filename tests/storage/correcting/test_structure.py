"""Notices split, merged and moved; marks and corrections go along, and come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import FieldCorrection, Mark
from tests import factories
from tests.storage.correcting.hands import block_of, correct, mark, text_of

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"


@pytest.fixture
def sample(library: Library) -> Library:
    for path in sorted(SAMPLE.glob("*.txt")):
        factories.run(library.import_file(path))
    return library


def places(library: Library) -> dict[str, Mark]:
    return {each.uuid: replace(each, changed="") for each in library.marks()}


def everything(library: Library) -> dict[str, object]:
    return {each.uuid: library.notice(each.uuid) for each in library.notices()}


def long_one(library: Library) -> str:
    """A notice of the sample with many paragraphs."""
    found = max(library.notices(), key=lambda each: len(library.notice(each.uuid).notice.blocks))
    return found.uuid


def middle(library: Library, uuid: str) -> tuple[int, int]:
    """The number of a paragraph in the middle and its line."""
    blocks = library.notice(uuid).notice.blocks
    at = len(blocks) // 2
    return at, blocks[at].lines[0]


def test_a_split_gives_two_notices_and_is_taken_back(sample: Library):
    uuid = long_one(sample)
    before = everything(sample)
    at, line = middle(sample, uuid)
    blocks = sample.notice(uuid).notice.blocks
    mark(sample, uuid, blocks[at - 2].text[:12])
    behind = mark(sample, uuid, blocks[at + 2].text[:12])
    whole = sample.new_mark(uuid, 0, 0, kind="note", note="全文")
    stood = places(sample)
    report = sample.split_notice(uuid, line, "王科长")
    first, second = report.notices
    assert first == uuid
    order = [each.uuid for each in sample.notices()]
    assert order.index(second) == order.index(uuid) + 1
    assert sample.notice(second).notice.start_line == line
    now = places(sample)
    assert now[behind.uuid].notice == second
    assert now[whole.uuid].notice == uuid
    for each in now.values():
        if not each.whole_notice:
            assert text_of(sample, each.notice)[each.start : each.end] == each.quote
            assert each.state == "sure"
    assert sample.search(f'"{blocks[at + 2].text[:12]}"').notices[0].summary.uuid == second
    (listed,) = sample.corrections()
    assert (listed.kind, listed.author) == ("split", "王科长")
    sample.undo_correction(listed.uuid)
    assert everything(sample) == before
    assert places(sample) == stood
    sample.redo_correction(listed.uuid)
    assert places(sample) == now
    assert sample.notice(second).summary.uuid == second


def test_corrections_go_with_their_words_and_come_back(sample: Library):
    uuid = long_one(sample)
    at, line = middle(sample, uuid)
    blocks = sample.notice(uuid).notice.blocks
    correct(sample, uuid, blocks[at - 2].text[4:8], "改前面")
    correct(sample, uuid, blocks[at + 2].text[4:8], "改后面")
    before = everything(sample)
    split = sample.split_notice(uuid, line)
    second = split.notices[1]
    assert "改前面" in text_of(sample, uuid)
    assert "改后面" in text_of(sample, second)
    assert [each.after for each in sample.corrections(second)] == ["改后面"]
    later = correct(sample, second, "改后面", "又改后面")
    sample.undo_correction(split.corrections[0].uuid)
    assert "又改后面" in text_of(sample, uuid)
    sample.undo_correction(later.corrections[0].uuid)
    assert everything(sample) == before


def test_a_head_corrected_in_the_second_part_keeps_the_split(sample: Library):
    uuid = long_one(sample)
    split = sample.split_notice(uuid, middle(sample, uuid)[1])
    second = sample.notice(split.notices[1]).summary
    sample.correct_fields(second.uuid, [FieldCorrection("title", second.title, "另一份文件")])
    with pytest.raises(UserFault) as caught:
        sample.undo_correction(split.corrections[0].uuid)
    assert caught.value.key == "correction-rests"


def test_two_notices_are_merged_and_come_back(sample: Library):
    order = [each.uuid for each in sample.notices()]
    one, two = order[0], order[1]
    before = everything(sample)
    first = mark(sample, one, sample.notice(one).notice.blocks[4].text[:10])
    second = mark(sample, two, sample.notice(two).notice.blocks[4].text[:10])
    stood = places(sample)
    report = sample.merge_with_next(one)
    assert [each.uuid for each in sample.notices()] == [one, *order[2:]]
    now = places(sample)
    assert {now[each.uuid].notice for each in (first, second)} == {one}
    for each in now.values():
        assert text_of(sample, one)[each.start : each.end] == each.quote
    factories.run(sample.catch_up())
    sample.undo_correction(report.corrections[0].uuid)
    assert everything(sample) == before
    assert places(sample) == stood
    found = sample.search(f'"{second.quote}"').notices
    assert two in [each.summary.uuid for each in found]


def test_the_same_file_in_other_words_keeps_split_and_merge(sample: Library, tmp_path: Path):
    order = [each.uuid for each in sample.notices()]
    uuid = long_one(sample)
    at = order.index(uuid)
    merged = order[at + 1] if at + 2 < len(order) else order[at - 2]
    sample.merge_with_next(merged)
    split = sample.split_notice(uuid, middle(sample, uuid)[1])
    shape = [(each.uuid, each.title) for each in sample.notices()]
    (path,) = [path for path in SAMPLE.glob("*.txt") if "第2期" in path.name]
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.insert(lines.index(next(line for line in lines if "公报" in line)) + 1, "")
    lines[-40] += "另加一句。"
    other = tmp_path / "另一来源.txt"
    other.write_text("\n".join(lines), encoding="utf-8")
    report = factories.run(sample.import_file(other))
    assert report.added == 0
    assert [(each.uuid, each.title) for each in sample.notices()] == shape
    assert {each.state for each in sample.corrections()} == {"applied"}
    sample.undo_correction(split.corrections[0].uuid)
    assert len(sample.notices()) == len(shape) - 1
    assert split.notices[1] not in [each.uuid for each in sample.notices()]


def test_a_notice_moves_to_another_issue_and_back(sample: Library):
    gazette, single = sample.issues()
    one = sample.notices(gazette.id)[1]
    made = mark(sample, one.uuid, sample.notice(one.uuid).notice.blocks[3].text[:8])
    before = everything(sample)
    report = sample.move_notice(one.uuid, single.id)
    assert sample.notice(one.uuid).summary.issue_id == single.id
    assert len(sample.notices(gazette.id)) == gazette.notice_count - 1
    assert sample.marks(issue_id=single.id)[0].uuid == made.uuid
    assert sample.source(single.id, one.uuid).lines == sample.source(gazette.id).lines
    sample.undo_correction(report.corrections[0].uuid)
    assert everything(sample) == before
    sample.redo_correction(report.corrections[0].uuid)
    sample.delete_issue(gazette.id)
    assert sample.notice(one.uuid).notice == before[one.uuid].notice  # type: ignore[attr-defined]
    assert sample._store.rows("PRAGMA foreign_key_check") == []


def test_a_moved_notice_is_not_taken_in_a_second_time(sample: Library, tmp_path: Path):
    gazette, single = sample.issues()
    one = sample.notices(gazette.id)[1]
    sample.move_notice(one.uuid, single.id)
    (path,) = [path for path in SAMPLE.glob("*.txt") if "第2期" in path.name]
    other = tmp_path / "再来.txt"
    other.write_text(path.read_text(encoding="utf-8") + "\n末尾。\n", encoding="utf-8")
    report = factories.run(sample.import_file(other))
    assert report.added == 0
    assert sample.notice(one.uuid).summary.issue_id == single.id


def test_what_cannot_be_done_is_refused(sample: Library):
    gazette, single = sample.issues()
    order = [each.uuid for each in sample.notices(gazette.id)]
    notice = sample.notice(order[0]).notice
    lines = sample.source_lines(gazette.id)
    inside = range(notice.start_line + 1, notice.end_line)
    blank = next(at for at in inside if not lines[at - 1].strip())
    tries = {
        "correction-split-border": lambda: sample.split_notice(order[0], notice.start_line),
        "correction-split-blank": lambda: sample.split_notice(order[0], blank),
        "correction-merge-last": lambda: sample.merge_with_next(order[-1]),
        "correction-move-same": lambda: sample.move_notice(order[0], gazette.id),
        "issue-missing": lambda: sample.move_notice(order[0], 999),
        "notice-missing": lambda: sample.split_notice("keine", 3),
    }
    before = everything(sample)
    for key, attempt in tries.items():
        with pytest.raises(UserFault) as caught:
            attempt()
        assert caught.value.key == key
    with pytest.raises(UserFault) as caught:
        sample.split_notice(order[0], notice.end_line)
    assert caught.value.key == "correction-split-border"
    sample.move_notice(order[0], single.id)
    with pytest.raises(UserFault) as caught:
        sample.merge_with_next(sample.notices(single.id)[0].uuid)
    assert caught.value.key == "correction-merge-source"
    sample.undo_correction(sample.corrections()[0].uuid)
    assert everything(sample) == before
    assert block_of(sample, order[0], notice.blocks[0].text) == 0


def test_a_split_issue_deleted_and_taken_in_again_is_split_as_before(sample: Library):
    uuid = long_one(sample)
    whole = sample.notice(uuid).notice
    at, line = middle(sample, uuid)
    blocks = whole.blocks
    mark(sample, uuid, blocks[at - 2].text[:12])
    mark(sample, uuid, blocks[at + 2].text[:12])
    correct(sample, uuid, blocks[at + 3].text[:4], "改后面")
    split = sample.split_notice(uuid, line)
    stood = places(sample)
    texts = [text_of(sample, each) for each in split.notices]
    sample.delete_issue(sample.notice(uuid).summary.issue_id)
    for path in sorted(SAMPLE.glob("*.txt")):
        factories.run(sample.import_file(path))
    assert [text_of(sample, each) for each in split.notices] == texts
    assert places(sample) == stood
    issue_id = sample.notice(uuid).summary.issue_id
    assert [each.kind for each in sample.corrections(issue_id=issue_id)] == ["text", "split"]
    for each in reversed(sample.corrections()):
        sample.undo_correction(each.uuid)
    assert sample.notice(uuid).notice == whole
    assert {each.notice for each in sample.marks()} == {uuid}
