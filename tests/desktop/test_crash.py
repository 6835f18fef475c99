"""The report of a fault of ours, and the dialog that shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desktop.crash import CrashDialog, report_text, save_report
from desktop.logs import LOG_NAME
from tests.desktop.places import chinese, places_in


def fault_with_traceback() -> BaseException:
    try:
        return [][1]
    except IndexError as fault:
        return fault


def test_report_tells_what_helps(qtbot, tmp_path: Path) -> None:
    (tmp_path / LOG_NAME).write_text("x" * 20_000 + "\nthe last line", encoding="utf-8")
    text = report_text(fault_with_traceback(), tmp_path, "left by the worker")
    for part in ("Antou ", "Python ", "PySide6 ", "IndexError", "test_crash.py"):
        assert part in text
    assert "left by the worker" in text
    assert text.endswith("the last line")
    assert len(text) < 15_000


def test_reports_are_saved_apart(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    first, second = save_report("one", folder), save_report("two", folder)
    assert first is not None
    assert second is not None
    assert (first.read_text(), second.read_text()) == ("one", "two")


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    saved = [save_report(str(number), tmp_path) for number in range(25)]
    left = sorted(tmp_path.iterdir())
    assert left == saved[-20:]


def test_report_that_cannot_be_saved_is_still_shown(qtbot, tmp_path: Path, expect_log) -> None:
    expect_log("The report could not be saved")
    (tmp_path / "log").write_text("a file where the folder should be")
    assert save_report("text", tmp_path / "log") is None
    words = chinese(places_in(tmp_path))
    dialog = CrashDialog(words, "text", None)
    qtbot.addWidget(dialog)
    assert dialog.details.toPlainText() == "text"


def test_report_can_be_copied(qtbot, tmp_path: Path) -> None:
    dialog = CrashDialog(chinese(places_in(tmp_path)), "the report", tmp_path / "report.txt")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "the report"
    assert dialog.isVisible()
    dialog.go_on.click()
    assert not dialog.isVisible()


def test_traceback_is_shown_only_when_asked_for(qtbot, tmp_path: Path) -> None:
    dialog = CrashDialog(chinese(places_in(tmp_path)), "the report", None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.details.isVisible()
    dialog.show_report.click()
    assert dialog.details.isVisible()
    dialog.show_report.click()
    assert not dialog.details.isVisible()
