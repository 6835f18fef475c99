"""The dialogs: what they say and what they hand on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTreeWidgetItem

from desktop.dialogs.about import AboutDialog
from desktop.dialogs.export import ExportDialog, Scope
from desktop.dialogs.findings import FindingsDialog
from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.preferences import PreferencesDialog
from desktop.settings import Settings
from desktop.theme import THEMES, Dress
from storage.types import CheckedFinding, Doubt, Finding, ImportReport
from tests.desktop.pages import mark, summary
from tests.desktop.places import chinese, places_in
from tests.factories import ISSUE, notice


def lines(item: QTreeWidgetItem, depth: int = 0) -> list[str]:
    """An item and all below it, indented."""
    found = ["  " * depth + " ".join(filter(None, (item.text(0), item.text(1))))]
    for at in range(item.childCount()):
        found += lines(item.child(at), depth + 1)
    return found


@pytest.fixture
def report(qtbot, tmp_path):
    places = places_in(tmp_path)
    made = summary(notice(), "a")
    reports = [
        ImportReport(
            "/u/公报.txt",
            "new",
            7,
            ISSUE,
            True,
            added=1,
            notices=(made,),
            warnings=(Finding(216, "unknown-finding", "附件"),),
            unplaced=(mark(notice(), "专项"),),
            to_check=(mark(notice(), "督查"),),
            doubtful=(Doubt("云州市人民政府关于加快充电桩建设的通知", "unknown-doubt", "a", "b"),),
        ),
        ImportReport("/u/公报.txt", "same", 7),
        ImportReport("/u/机密.txt", "classified", warnings=(Finding(1, "unknown-finding"),)),
        ImportReport(
            "/u/图片.jpg",
            "failed",
            fault_key="not-text",
            fault_arguments=(("path", "/u/图片.jpg"),),
        ),
        ImportReport("来文/表.xlsx", "skipped", fault_key="source-format"),
        ImportReport("来文/图.png", "skipped", fault_key="source-format"),
    ]
    dress = Dress(THEMES["light"], places.resources / "styles")
    dialog = ImportReportDialog(reports, chinese(places), dress)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_report_says_what_became_of_each_file(report: ImportReportDialog):
    assert report.summary.text() == (
        "Files: 6 (new: 1, already there: 1, left out for their mark of secrecy: 1,"
        " not imported: 1, of other formats, left out: 2)"
    )
    new, same, secret, failed = (report.tree.topLevelItem(at) for at in range(4))
    told = lines(new)
    assert told[0] == "公报.txt: 云州市人民政府公报2023年第4期, documents new: 1"
    assert "    云州市人民政府关于加快充电桩建设的通知 云政发〔2023〕12号" in told
    assert any(line.strip().startswith("Line 216") for line in told)
    assert told[told.index("  Marks whose place is to be checked: 1") + 1] == "    督查"
    assert any("whose words are gone" in line for line in told)
    assert any("another version" in line for line in told)
    assert "mark of secrecy" in secret.text(0)
    assert "already in the library" in same.text(0)
    assert "图片.jpg: not imported" in failed.text(0)
    assert failed.childCount() >= 1
    assert report.tree.topLevelItemCount() == 5
    skipped = report.tree.topLevelItem(4)
    assert not skipped.isExpanded()
    assert lines(skipped)[0] == "Files of other formats, left out: 2"
    assert [line.strip() for line in lines(skipped)[1:]] == ["来文/表.xlsx", "来文/图.png"]


def test_the_report_leads_to_documents_and_lines(report: ImportReportDialog, qtbot):
    (new,) = (report.tree.topLevelItem(0),)
    items = {child.text(0): child for at in range(new.childCount()) for child in [new.child(at)]}
    documents = next(item for label, item in items.items() if label.startswith("Documents"))
    with qtbot.waitSignal(report.notice_wanted) as asked:
        report.tree.itemActivated.emit(documents.child(0), 0)
    assert asked.args == ["a"]
    remarks = next(item for label, item in items.items() if label.startswith("Worth a look"))
    with qtbot.waitSignal(report.line_wanted) as asked:
        report.tree.itemActivated.emit(remarks.child(0), 0)
    assert asked.args == [7, 216]


def test_findings_lead_to_their_line(qtbot, tmp_path):
    words = chinese(places_in(tmp_path))
    dialog = FindingsDialog(
        [
            CheckedFinding(Finding(12, "unknown-finding", "甲")),
            CheckedFinding(Finding(19, "b"), "ignored", "王", "2026-01-02T03:04:05+00:00"),
        ],
        words,
    )
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.finding_wanted) as asked:
        dialog.list.itemActivated.emit(dialog.list.item(1))
    assert asked.args == [1]
    assert not dialog.reopen.isEnabled()
    dialog.list.setCurrentRow(1)
    assert "王" in dialog.list.item(1).text()
    assert "2026-01-02" in dialog.list.item(1).text()
    with qtbot.waitSignal(dialog.reopen_wanted) as asked:
        dialog.reopen.click()
    assert asked.args == [1]


SCOPES = [
    Scope("本文件的标注", "《通知》", notice="a"),
    Scope("检索的结果", "检索：充电桩", query="充电桩"),
]


def test_export_hands_scope_format_and_heading_on(qtbot):
    dialog = ExportDialog(SCOPES, "md")
    qtbot.addWidget(dialog)
    dialog.show()
    choice = dialog.choice()
    assert (choice.scope.notice, choice.format, choice.heading) == ("a", "md", "《通知》")
    assert choice.marked_only
    assert not dialog.marked_only.isVisible()
    dialog.scopes.button(1).click()
    assert dialog.marked_only.isVisible()
    assert dialog.heading.text() == "检索：充电桩"
    assert not dialog.choice().marked_only
    dialog.formats.button(0).click()
    with qtbot.waitSignal(dialog.chosen) as asked:
        dialog.go.click()
    assert asked.args[0].format == "docx"
    assert asked.args[0].scope.query == "充电桩"


def test_preferences_are_taken_over_at_once(qtbot):
    settings = Settings()
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.changed):
        dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    assert settings.theme == "dark"
    dialog.measure.setCurrentIndex(dialog.measure.findData(0))
    assert settings.line_characters == 0
    dialog.spacing.setCurrentIndex(dialog.spacing.findData(200))
    assert settings.line_spacing == 200
    dialog.author.setText(" 王科长 ")
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    assert dialog.restart.isVisible()
    dialog.close()
    assert settings.author == "王科长"


def test_preferences_show_what_is_set(qtbot):
    settings = Settings(
        theme="sepia", font_family="kaiti", font_size=19, line_characters=31, line_spacing=160
    )
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.theme.currentData() == "sepia"
    assert dialog.face.currentData() == "kaiti"
    assert dialog.font_size.currentData() == 19
    assert dialog.measure.currentData() == 31
    assert dialog.spacing.currentData() == 160


def test_about_names_the_library(qtbot, tmp_path):
    dialog = AboutDialog("0.1.0", "/u/library.antoudb", places_in(tmp_path))
    qtbot.addWidget(dialog)
    told = " ".join(label.text() for label in dialog.findChildren(type(dialog.children()[1])))
    assert "/u/library.antoudb" in told
