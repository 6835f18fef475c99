"""The import report's questions are answered in their rows; what is grave is asked once more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.report_answers import AnswerRow
from desktop.theme import THEMES, Dress
from storage.types import Doubt, Finding, ImportReport
from tests.desktop.places import chinese, places_in
from tests.factories import ISSUE

DOUBT = Doubt("关于加快充电桩建设的通知", "doubtful-text", "new", "old")
COPY = Doubt("关于做好防汛工作的通知", "doubtful-copy", "copy", "printed", keeps_old=True)
LINKED = Doubt("关于做好防旱工作的通知", "linked-copy", "one", "other", linked=True)
TWO_ISSUES = replace(LINKED, title="关于做好防雷工作的通知", can_merge=False)
LACKING = Doubt("关于做好防火工作的通知", "doubtful-not-in-new-file", "", "lacking")

DOUBTS = (DOUBT, COPY, LACKING, LINKED, TWO_ISSUES)


@pytest.fixture
def report(qtbot, tmp_path) -> ImportReportDialog:
    places = places_in(tmp_path)
    mark = Finding(2, "secrecy-mark", "机密★1年")
    named = Finding(0, "secrecy-mark-in-name", "秘密")
    reports = [
        ImportReport("/u/公报.txt", "updated", 7, ISSUE, True, doubtful=DOUBTS),
        ImportReport("/u/来文.txt", "classified", warnings=(mark,)),
        ImportReport("/u/【秘密】来文.txt", "classified", warnings=(named,)),
    ]
    dress = Dress(THEMES["light"], places.resources / "styles")
    dialog = ImportReportDialog(reports, chinese(places), dress)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(report: ImportReportDialog) -> list[AnswerRow]:
    """The rows of answers, from the top."""
    return report.tree.findChildren(AnswerRow)


def box() -> QMessageBox:
    """The box that asks once more."""
    (found,) = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QMessageBox) and one.isVisible()
    ]
    return found


def test_each_question_has_its_answers_and_a_statement_has_none(report: ImportReportDialog):
    labels = [[button.text() for button in row.buttons] for row in rows(report)]
    both = ["One document: merge…", "Two documents: keep both"]
    merge, keep = both
    assert labels == [
        *(both, [merge, "One document: keep both, linked", keep]),
        *([merge, "Two documents: unlink"], ["Two documents: unlink"]),
        *(["Import anyway…"], ["Import anyway…"]),
    ]
    # What is linked already wants no answer, and is folded away.
    asked = [*rows(report)[:2], *rows(report)[4:]]
    assert all(button.isVisible() for row in asked for button in row.buttons)
    assert not any(row.isVisible() for row in rows(report)[2:4])


def test_two_documents_are_kept_without_more_ado(report: ImportReportDialog):
    row = rows(report)[0]
    row.buttons[1].click()
    assert row.answer.text() == "Both are kept."
    assert row.answer.isVisible()
    assert not row.buttons[0].isVisible()


def test_two_copies_are_kept_and_linked_or_kept_apart(report: ImportReportDialog):
    linked: list[Doubt] = []
    apart: list[Doubt] = []
    report.answers.link_wanted.connect(linked.append)
    report.answers.apart_wanted.connect(apart.append)
    rows(report)[1].buttons[1].click()
    rows(report)[2].buttons[1].click()
    rows(report)[3].buttons[0].click()
    assert (linked, apart) == ([COPY], [LINKED, TWO_ISSUES])
    assert not rows(report)[1].buttons[2].isEnabled()
    report.answers.show_answered(COPY, "Both are kept and linked.")
    assert rows(report)[1].answer.text() == "Both are kept and linked."
    report.answers.show_answered(LINKED, "")
    assert rows(report)[2].buttons[1].isEnabled()


def test_merging_asks_first_and_tells_what_goes(report: ImportReportDialog, qtbot):
    asked: list[Doubt] = []
    report.answers.merge_wanted.connect(asked.append)
    for row, doubt, words in (
        (rows(report)[0], DOUBT, "The new one stays"),
        (rows(report)[1], COPY, "The one that was here stays"),
    ):
        row.buttons[0].click()
        assert doubt.title in box().text()
        assert words in box().informativeText()
        assert box().defaultButton() is box().button(QMessageBox.StandardButton.Cancel)
        box().button(QMessageBox.StandardButton.Cancel).click()
        assert row.buttons[0].isVisible()
    assert asked == []
    rows(report)[0].buttons[0].click()
    next(one for one in box().buttons() if one.text() == "Merge").click()
    assert asked == [DOUBT]
    assert not rows(report)[0].buttons[0].isEnabled()
    report.answers.show_merged(DOUBT, True)
    assert rows(report)[0].answer.text() == "Merged."


def test_a_merge_that_failed_can_be_tried_again(report: ImportReportDialog):
    row = rows(report)[0]
    row.buttons[0].click()
    next(one for one in box().buttons() if one.text() == "Merge").click()
    report.answers.show_merged(DOUBT, False)
    assert row.buttons[0].isEnabled()


def test_a_classified_file_says_why_it_was_left_out(report: ImportReportDialog):
    top = report.tree.topLevelItem(1)
    told = [top.child(at).text(0) for at in range(3)]
    assert told[0] == "Classified documents do not belong on an ordinary computer."
    assert told[1] == "Line 2: 标有密级“机密★1年”"
    assert "Nothing of it was stored" in told[2]
    assert report.tree.topLevelItem(2).child(1).text(0) == "文件名标有密级“秘密”"


def test_a_classified_file_is_imported_only_after_asking(report: ImportReportDialog):
    asked: list[str] = []
    report.answers.confirmed.connect(asked.append)
    row = rows(report)[4]
    row.buttons[0].click()
    assert "来文.txt" in box().text()
    assert box().defaultButton() is box().button(QMessageBox.StandardButton.Cancel)
    box().reject()
    assert asked == []
    row.buttons[0].click()
    next(one for one in box().buttons() if one.text() == "Import anyway").click()
    assert asked == ["/u/来文.txt"]
    assert "new report" in row.answer.text()
    assert rows(report)[5].buttons[0].isVisible()


def test_no_tag_of_a_title_is_read_as_html(qtbot, tmp_path):
    """A tip that loads a picture from elsewhere would tell who reads it."""
    places = places_in(tmp_path)
    title = "关于<img src='//x/y.png'>的通知"
    warning = Finding(2, "secrecy-mark", title)
    told = replace(DOUBT, title=title)
    reports = [ImportReport("/u/<b>.txt", "updated", 7, warnings=(warning,), doubtful=(told,))]
    dress = Dress(THEMES["light"], places.resources / "styles")
    dialog = ImportReportDialog(reports, chinese(places), dress)
    qtbot.addWidget(dialog)
    flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    tips = [item.toolTip(0) for item in dialog.tree.findItems("", flags)]
    assert any("&lt;img" in tip for tip in tips)
    assert not any("<img" in tip or "<b>" in tip for tip in tips)
