"""Issues put right: fields, gazettes with two spellings, files without a masthead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import FieldCorrection, Issue
from tests import factories
from tests.storage.correcting.hands import mark

FOURTH = Issue("云州市人民政府公报", 2023, 4, 40)
FIFTH = Issue("云州市人民政府公报", 2023, 5, 41)


def taken(library: Library, issue: Issue, title: str = "云州市人民政府关于甲的通知") -> int:
    report = factories.take_in(library, factories.notice(title, title), issue=issue)
    assert report.issue_id is not None
    return report.issue_id


def test_fields_of_an_issue_are_corrected_and_taken_back(library: Library):
    issue_id = taken(library, FOURTH)
    changes = [
        FieldCorrection("number", "4", "第六"),
        FieldCorrection("number", "4", "６"),
        FieldCorrection("published", None, "2023年12月31日"),
    ]
    with pytest.raises(UserFault) as caught:
        library.correct_issue(issue_id, changes[:1])
    assert caught.value.key == "correction-no-number"
    report = library.correct_issue(issue_id, changes[1:], "王科长")
    issue = library.issues()[0].issue
    assert (issue.number, issue.published) == (6, "2023-12-31")
    assert library.notices()[0].issue == issue
    assert [each.what for each in library.corrections(issue_id=issue_id)] == [
        "number",
        "published",
    ]
    library.undo_correction(report.corrections[0].uuid)
    assert library.issues()[0].issue == FOURTH
    library.redo_correction(report.corrections[0].uuid)
    assert library.issues()[0].issue == issue


def test_two_issues_never_become_one(library: Library):
    issue_id = taken(library, FOURTH)
    taken(library, FIFTH, "云州市人民政府关于乙的通知")
    with pytest.raises(UserFault) as caught:
        library.correct_issue(issue_id, [FieldCorrection("number", "4", "5")])
    assert caught.value.key == "correction-issue-there"
    assert [each.issue for each in library.issues()] == [FOURTH, FIFTH]
    assert library.corrections() == []


def test_the_file_again_keeps_the_corrected_number(library: Library):
    issue_id = taken(library, FOURTH)
    library.correct_issue(issue_id, [FieldCorrection("number", "4", "6")])
    known = factories.notice("云州市人民政府关于甲的通知", "云州市人民政府关于甲的通知")
    report = factories.take_in(
        library, factories.changed_text(known, "每季度", "每个季度"), issue=FOURTH
    )
    assert (report.issue_id, report.updated) == (issue_id, 1)
    assert [each.issue.number for each in library.issues()] == [6]
    # The true fourth issue has nothing in common with it.
    assert taken(library, FOURTH, "云州市人民政府关于丙的通知") != issue_id
    assert [each.issue.number for each in library.issues()] == [4, 6]


def test_an_issue_deleted_and_taken_in_again_is_corrected_as_before(library: Library):
    issue_id = taken(library, FOURTH)
    library.correct_issue(issue_id, [FieldCorrection("year", "2023", "2022")])
    library.delete_issue(issue_id)
    taken(library, FOURTH)
    assert [each.issue.year for each in library.issues()] == [2022]


@pytest.mark.parametrize("read", [FOURTH, Issue()])
def test_marks_come_back_with_an_issue_that_was_called_otherwise(library: Library, read: Issue):
    """Its notices are gone under the corrected name, and known again by the one that is read."""
    report = factories.take_in(library, factories.notice(), issue=read)
    made = mark(library, report.notices[0].uuid, "专项资金")
    changes = [("name", read.name, "云州市人民政府公报"), ("year", read.year, "2023")]
    changes.append(("number", read.number, "6"))
    wanted = [FieldCorrection(field, str(old or ""), new) for field, old, new in changes]
    issue_id = library.issues()[0].id
    step = library.correct_issue(issue_id, wanted)
    corrected = library.issues()[0].issue
    library.delete_issue(issue_id)
    again = factories.take_in(library, factories.notice(), issue=read)
    assert library.issues()[0].issue == corrected
    assert [each.uuid for each in library.marks(again.notices[0].uuid)] == [made.uuid]
    library.undo_correction(step.corrections[0].uuid)
    assert library.issues()[0].issue == read


def test_another_issue_is_not_taken_for_the_deleted_one(library: Library):
    issue_id = taken(library, FOURTH)
    library.correct_issue(issue_id, [FieldCorrection("number", "4", "6")])
    library.delete_issue(issue_id)
    taken(library, FOURTH, "云州市人民政府关于丙的通知")
    assert [each.issue.number for each in library.issues()] == [4]
    taken(library, replace(FOURTH, number=6), "云州市人民政府关于丁的通知")
    assert [each.issue.number for each in library.issues()] == [4, 6]


def test_a_file_without_masthead_gets_its_place(library: Library):
    issue_id = taken(library, Issue())
    assert not library.issues()[0].is_issue
    changes = [FieldCorrection("name", "", "云州市人民政府公报")]
    changes += [FieldCorrection("year", "", "2023"), FieldCorrection("number", None, "7")]
    report = library.correct_issue(issue_id, changes)
    summary = library.issues()[0]
    assert summary.is_issue
    assert (summary.issue.year, summary.issue.number) == (2023, 7)
    library.undo_correction(report.step and report.corrections[0].uuid)
    assert not library.issues()[0].is_issue


def test_two_spellings_of_a_gazette_become_one(library: Library):
    wrong = "云洲市人民政府公报"
    taken(library, FOURTH)
    taken(library, Issue(wrong, 2023, 5), "云州市人民政府关于乙的通知")
    taken(library, Issue(wrong, 2022, 1), "云州市人民政府关于丙的通知")
    assert library.gazette_names() == {"云州市人民政府公报": 1, wrong: 2}
    report = library.rename_gazette(wrong, "云州市人民政府公报", "王科长")
    assert library.gazette_names() == {"云州市人民政府公报": 3}
    assert len(report.corrections) == 2
    library.undo_correction(report.corrections[1].uuid)
    assert library.gazette_names()[wrong] == 2
    library.redo_correction(report.corrections[1].uuid)
    assert library.gazette_names() == {"云州市人民政府公报": 3}


def test_a_spelling_is_remembered_for_later_files(library: Library, tmp_path):
    first = tmp_path / "一.txt"
    first.write_text(printed("云洲市人民政府公报", 1), encoding="utf-8")
    factories.run(library.import_file(first))
    assert library.gazette_names() == {"云洲市人民政府公报": 1}
    library.rename_gazette("云洲市人民政府公报", "云州市人民政府公报")
    second = tmp_path / "二.txt"
    second.write_text(printed("云洲市人民政府公报", 2), encoding="utf-8")
    factories.run(library.import_file(second))
    assert library.gazette_names() == {"云州市人民政府公报": 2}


def test_a_renaming_that_would_make_two_of_one_issue_is_refused(library: Library):
    taken(library, FOURTH)
    taken(library, Issue("云洲市人民政府公报", 2023, 4), "云州市人民政府关于乙的通知")
    with pytest.raises(UserFault) as caught:
        library.rename_gazette("云洲市人民政府公报", "云州市人民政府公报")
    assert caught.value.key == "correction-issue-there"
    assert len(library.gazette_names()) == 2
    for key, name in (("correction-no-gazette", "没有的公报"), ("correction-no-name", "")):
        with pytest.raises(UserFault) as caught:
            library.rename_gazette("没有的公报" if name else "云洲市人民政府公报", name)
        assert caught.value.key == key


def printed(name: str, number: int) -> str:
    return (
        f"{name}\n2023年第{number}期\n（总第{number}期）\n\n目    录\n\n市政府文件\n"
        f"云州市人民政府关于建桥的通知（{number}）………………1\n\n"
        f"云州市人民政府关于建桥的通知\n云政发〔2023〕{number}号\n\n各县（市、区）人民政府：\n"
        f"    为建桥，现将有关事项通知如下。第{number}座桥要如期建成。\n\n"
        "云州市人民政府\n2023年7月5日\n"
    )


def test_a_gazette_renamed_and_read_again_has_its_old_name_back(library: Library, tmp_path):
    """What the source says is kept as it is printed, not as the spelling is read by then."""
    path = tmp_path / "一.txt"
    path.write_text(printed("云洲市人民政府公报", 1), encoding="utf-8")
    factories.run(library.import_file(path))
    report = library.rename_gazette("云洲市人民政府公报", "云州市人民政府公报")
    issue_id = library.issues()[0].id
    (read,) = factories.run(library.read_again([issue_id]))
    assert read.fault_key == ""
    assert library.gazette_names() == {"云州市人民政府公报": 1}
    library.delete_issue(issue_id)
    factories.run(library.import_file(path))
    assert library.gazette_names() == {"云州市人民政府公报": 1}
    library.undo_correction(report.corrections[0].uuid)
    assert library.gazette_names() == {"云洲市人民政府公报": 1}
    library.redo_correction(report.corrections[0].uuid)
    assert library.gazette_names() == {"云州市人民政府公报": 1}


def test_of_two_renamings_the_second_is_taken_back_alone(library: Library, tmp_path):
    for number, name in ((1, "一.txt"), (2, "二.txt")):
        (tmp_path / name).write_text(printed("云洲市人民政府公报", number), encoding="utf-8")
    factories.run(library.import_file(tmp_path / "一.txt"))
    library.rename_gazette("云洲市人民政府公报", "云州市人民政府公报")
    second = library.rename_gazette("云州市人民政府公报", "云州市政府公报")
    library.undo_correction(second.corrections[0].uuid)
    factories.run(library.import_file(tmp_path / "二.txt"))
    assert library.gazette_names() == {"云州市人民政府公报": 2}
