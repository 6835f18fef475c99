"""A file that comes again does not undo what was put right by hand."""

from __future__ import annotations

from dataclasses import replace

from storage.library import Library
from storage.types import FieldCorrection
from tests import factories
from tests.storage.correcting.hands import block_of, correct, mark, text_of


def corrected_field(library: Library, uuid: str) -> None:
    library.correct_fields(
        uuid, [FieldCorrection("number", "云政发〔2023〕12号", "云政发〔2023〕21号")]
    )


def test_a_better_source_keeps_corrections_and_marks(library: Library, uuid: str):
    made = mark(library, uuid, "专项资金")
    corrected_field(library, uuid)
    correct(library, uuid, "安排专项资金", "安排专项经费")
    better = factories.changed_text(factories.notice(), "每季度", "每个季度")
    report = factories.take_in(library, better)
    assert (report.updated, report.added, report.doubtful) == (1, 0, ())
    text = text_of(library, uuid)
    assert "安排专项经费" in text
    assert "每个季度" in text
    assert library.notice(uuid).summary.number == "云政发〔2023〕21号"
    now = library.marks(uuid)[0]
    assert (now.uuid, now.quote) == (made.uuid, "专项经费")
    assert text[now.start : now.end] == "专项经费"
    for each in reversed(library.corrections(uuid)):
        library.undo_correction(each.uuid)
    assert library.notice(uuid).notice == better


def test_a_source_that_says_it_already_needs_no_correction(library: Library, uuid: str):
    correct(library, uuid, "安排专项资金", "安排专项经费")
    better = factories.changed_text(factories.notice(), "安排专项资金", "安排专项经费")
    factories.take_in(library, better)
    assert [each.state for each in library.corrections(uuid)] == ["applied"]
    assert text_of(library, uuid) == better.text
    library.undo_correction(library.corrections(uuid)[0].uuid)
    assert text_of(library, uuid) == better.text


def test_what_no_longer_fits_is_listed_and_not_applied(library: Library, uuid: str):
    correct(library, uuid, "安排专项资金", "安排专项经费")
    correct(library, uuid, "每季度", "每个季度")
    better = factories.changed_text(factories.notice(), "要安排专项资金，确保", "须足额拨款，务必")
    factories.take_in(library, better)
    states = {each.before: (each.state, each.reason) for each in library.corrections(uuid)}
    assert states == {
        "安排专项资金": ("unfit", "correction-place-gone"),
        "每季度": ("applied", ""),
    }
    assert "须足额拨款，务必" in text_of(library, uuid)
    assert "每个季度" in text_of(library, uuid)


def test_a_file_with_the_corrected_head_is_the_same_notice(library: Library, uuid: str):
    corrected_field(library, uuid)
    better = replace(factories.notice(), number="云政发〔2023〕21号")
    better = factories.changed_text(better, "每季度", "每个季度")
    report = factories.take_in(library, better)
    assert (report.added, [one.uuid for one in report.notices]) == (0, [uuid])


def test_a_notice_deleted_and_taken_in_again_is_corrected_as_before(library: Library, uuid: str):
    made = mark(library, uuid, "专项资金")
    corrected_field(library, uuid)
    correct(library, uuid, "安排专项资金", "安排专项经费")
    before = library.notice(uuid).notice
    library.delete_issue(library.issues()[0].id)
    report = factories.take_in(library, factories.notice())
    assert [one.uuid for one in report.notices] == [uuid]
    assert library.notice(uuid).notice == before
    assert [(each.uuid, each.quote) for each in library.marks(uuid)] == [(made.uuid, "专项经费")]
    assert len(library.corrections(issue_id=report.issue_id)) == 2


def test_blocks_and_cells_are_corrected_again(library: Library, uuid: str):
    seen = library.notice(uuid)
    library.correct_cell(seen, block_of(library, uuid, "牵头单位"), (1, 1), "市财政局", "市发改委")
    library.join_blocks(library.notice(uuid), block_of(library, uuid, "通知如下"))
    cut_at = block_of(library, uuid, "市工业和信息化局")
    library.cut_block(library.notice(uuid), cut_at, len("市工业和信息化局负责日常督查，"))
    library.set_kind(library.notice(uuid), 0, "other", 0)
    shape = [block.kind for block in library.notice(uuid).notice.blocks]
    better = factories.changed_text(factories.notice(), "电动汽车", "新能源汽车")
    factories.take_in(library, better)
    notice = library.notice(uuid).notice
    assert [block.kind for block in notice.blocks] == shape
    assert "新能源汽车" in notice.text
    assert "如下。各县（市、区）财政局" in notice.text
    assert "负责日常督查，\n每季度" in notice.text
    assert "市发改委" in notice.text
    assert {each.state for each in library.corrections(uuid)} == {"applied"}
