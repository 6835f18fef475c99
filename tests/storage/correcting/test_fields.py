"""Fields of the head put right: refused where they are none, found again by the search."""

from __future__ import annotations

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import FieldCorrection


def test_fields_are_corrected_in_one_step_and_taken_back(library: Library, uuid: str):
    before = library.notice(uuid)
    changes = [
        FieldCorrection("title", before.summary.title, "云州市人民政府关于充电桩建设的意见"),
        FieldCorrection("number", "云政发〔2023〕12号", "云政发[2023] 21号"),
        FieldCorrection("date", "2023-07-05", "二〇二三年七月六日"),
        FieldCorrection("issuer", "云州市人民政府", ""),
        FieldCorrection("section", "市政府文件", "市政府文件"),
    ]
    report = library.correct_fields(uuid, changes, "王科长")
    summary = library.notice(uuid).summary
    assert (summary.title, summary.number) == (
        "云州市人民政府关于充电桩建设的意见",
        "云政发〔2023〕21号",
    )
    assert (summary.date, summary.issuer, summary.genre) == ("2023-07-06", None, "意见")
    assert len(report.corrections) == 4
    assert [found.uuid for found in library.find_notices("云政发〔2023〕21号")] == [uuid]
    assert library.find_notices("云政发〔2023〕12号") == []
    library.undo_correction(report.corrections[2].uuid)
    assert library.notice(uuid) == before


def test_a_correction_that_says_nothing_new_is_none(library: Library, uuid: str):
    report = library.correct_fields(uuid, [FieldCorrection("date", "2023-07-05", "2023年7月5日")])
    assert (report.corrections, report.step) == ((), "")


@pytest.mark.parametrize(
    ("field", "before", "after", "fault"),
    [
        ("date", "2023-07-05", "2023-02-30", "correction-no-date"),
        ("date", "2023-07-05", "去年", "correction-no-date"),
        ("date", "2023-07-05", "2023-13", "correction-no-date"),
        ("title", "云州市人民政府关于加快充电桩建设的通知", " \n", "correction-no-title"),
        ("genre", "通知", "意见", "correction-field-unknown"),
        ("section", "市政府文件", "栏" * 3000, "correction-field-long"),
        ("number", "云政发〔2023〕99号", "云政发〔2023〕98号", "correction-elsewhere"),
    ],
)
def test_what_cannot_be_is_refused(
    library: Library, uuid: str, field: str, before: str, after: str, fault: str
):
    before_all = library.notice(uuid)
    with pytest.raises(UserFault) as caught:
        library.correct_fields(
            uuid,
            [
                FieldCorrection("addressees", "各县（市、区）人民政府：", "各区人民政府："),
                FieldCorrection(field, before, after),
            ],
        )
    assert caught.value.key == fault
    assert library.notice(uuid) == before_all
    assert library.corrections() == []


def test_a_month_is_date_enough(library: Library, uuid: str):
    library.correct_fields(uuid, [FieldCorrection("date", "2023-07-05", "2023-07")])
    assert library.notice(uuid).summary.date == "2023-07"
