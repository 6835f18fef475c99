"""What the recogniser doubts: stepped through by key, shown in text and source, and listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.findings import FindingsDialog
from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless
from tests.flows.test_proofreading import framed, source

NOTICE = "关于做好防汛工作的通知\n\n各单位：\n\n请做好{}工作。\n\n某市防汛办\n\n2024年5月1日"
LATIN, COUNT = "完整 and 准确、全面贯彻", "第二十七条"


@pytest.fixture
def doubtful(desk: Desk, sample: Path, tmp_path: Path) -> Desk:
    """The sample with an English word in one document and a wrong number in another."""
    text = sample.read_text(encoding="utf-8")
    text = text.replace("完整、准确、全面贯彻", LATIN, 1).replace("第二十二条", COUNT, 1)
    file = tmp_path / "霁川市人民政府公报2024年第2期.txt"
    file.write_text(text, encoding="utf-8")
    desk.import_and_close_report(file)
    desk.window.resize(1280, 800)
    desk.open("市人民政府令")
    desk.until(lambda: desk.window.warnings._findings)
    return desk


def bar(desk: Desk):
    return desk.reader.warning


def press_next(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    QTest.keyClick(desk.window, Qt.Key.Key_F5)


def pointed(desk: Desk) -> str:
    span = desk.page.painter.pointed
    return desk.reader.text[slice(*span)] if span else ""


def test_a_key_shows_a_warning_in_text_and_source(doubtful: Desk):
    desk = doubtful
    press_next(desk)
    assert bar(desk).isVisible()
    assert COUNT in bar(desk).words.text()
    desk.until(lambda: COUNT in framed(desk))
    line = desk.reader.source.lines.shown.current
    assert COUNT in source(desk).lines[line - 1]
    assert COUNT in pointed(desk)
    assert line in desk.reader.source.lines.shown.doubts
    assert bar(desk).hasFocus()
    assert nameless(desk.window) == []


def test_the_next_one_opens_its_document(doubtful: Desk):
    desk = doubtful
    press_next(desk)
    desk.until(lambda: COUNT in framed(desk))
    count = len(desk.window.warnings._findings)
    for _ in range(count):
        QTest.keyClick(bar(desk), Qt.Key.Key_N)
        if "and" in bar(desk).words.text():
            break
    desk.until(lambda: "and" in framed(desk) and pointed(desk) == "and")
    assert desk.reader.source.lines.shown.found == "and"
    QTest.keyClick(bar(desk), Qt.Key.Key_P)
    QTest.keyClick(bar(desk), Qt.Key.Key_Escape)
    assert not bar(desk).isVisible()
    assert desk.reader.source.isVisible()


def test_the_head_says_how_many_there_are(doubtful: Desk):
    desk = doubtful
    signs = desk.reader.head.signs
    desk.until(lambda: signs.warnings.isVisible())
    assert int(signs.warnings.text()) >= 1
    signs.warnings.click()
    assert bar(desk).isVisible()
    desk.open("双随机")
    desk.until(lambda: not signs.warnings.isVisible())


def test_the_list_leads_to_each_of_them(doubtful: Desk):
    desk = doubtful
    press_next(desk)
    QTest.keyClick(bar(desk), Qt.Key.Key_L)
    dialog = desk.dialog(FindingsDialog)
    row = next(at for at in range(dialog.list.count()) if "and" in dialog.list.item(at).text())
    dialog.list.setCurrentRow(row)
    dialog.list.itemActivated.emit(dialog.list.item(row))
    desk.until(lambda: "and" in framed(desk))
    assert bar(desk).place.text().startswith(f"{row + 1} / {dialog.list.count()}")
    dialog.close()


def test_an_issue_that_is_not_open_is_opened_at_its_warning(doubtful: Desk, tmp_path: Path):
    desk = doubtful
    other = tmp_path / "通知.txt"
    other.write_text(NOTICE.format("值班、巡查 and 报告"), encoding="utf-8")
    desk.import_and_close_report(other)
    desk.until(lambda: any("防汛" in one for one in desk.titles()))
    notice = next(one for one in desk.window.library.model.notices() if "防汛" in one.title)
    desk.window.warnings.show_list(desk.window.library.model.issue(notice.issue_id))
    dialog = desk.dialog(FindingsDialog)
    dialog.list.itemActivated.emit(dialog.list.item(0))
    desk.until(lambda: desk.reader.uuid == notice.uuid and "值班" in framed(desk))
    dialog.close()


def test_no_warning_is_said(desk: Desk, tmp_path: Path):
    file = tmp_path / "通知.txt"
    text = (
        "关于做好防汛工作的通知\n\n各单位：\n\n请做好值班工作。\n\n某市防汛办公室\n\n2024年5月1日"
    )
    file.write_text(text, encoding="utf-8")
    desk.import_and_close_report(file)
    desk.open("防汛")
    desk.until(lambda: desk.window.warnings._issue is not None)
    desk.window.actions_["next-warning"].trigger()
    assert "没有" in desk.said()
    assert not bar(desk).isVisible()


def count_open(desk: Desk) -> int:
    return sum(not one.how for one in desk.window.warnings._findings)


def test_an_answer_settles_a_warning_and_goes_on(doubtful: Desk):
    desk = doubtful
    desk.app.jobs.marking.author = "王明"
    before = count_open(desk)
    press_next(desk)
    words, line = bar(desk).words.text(), desk.window.warnings._findings[0].finding.line
    assert not bar(desk).reopen.isVisible()
    QTest.keyClick(bar(desk), Qt.Key.Key_A)
    desk.until(lambda: count_open(desk) == before - 1)
    desk.until(lambda: not bar(desk).isVisible() or bar(desk).words.text() != words)
    assert line not in desk.reader.source.lines.shown.doubts
    desk.window.warnings._list_open()
    dialog = desk.dialog(FindingsDialog)
    desk.until(lambda: dialog.list.count())
    settled = next(at for at in range(dialog.list.count()) if "王明" in dialog.list.item(at).text())
    assert "无误" in dialog.list.item(settled).text()
    dialog.list.setCurrentRow(settled)
    dialog.reopen.click()
    desk.until(lambda: "王明" not in dialog.list.item(settled).text())
    assert count_open(desk) == before
    dialog.close()


def test_all_answered_and_the_last_answer_taken_back(doubtful: Desk):
    desk = doubtful
    press_next(desk)
    while count_open(desk) > 1:
        before = count_open(desk)
        QTest.keyClick(bar(desk), Qt.Key.Key_I)
        desk.until(lambda before=before: count_open(desk) == before - 1)
    words = bar(desk).words.text()
    assert bar(desk).reopen.isVisible()
    QTest.keyClick(bar(desk), Qt.Key.Key_Z)
    desk.until(lambda: count_open(desk) == 2 and bar(desk).words.text() != words)
    QTest.keyClick(bar(desk), Qt.Key.Key_I)
    desk.until(lambda: count_open(desk) == 1)
    QTest.keyClick(bar(desk), Qt.Key.Key_I)
    desk.until(lambda: not bar(desk).isVisible())
    assert "都已处理" in desk.said()
    desk.until(lambda: not desk.reader.head.signs.warnings.isVisible())
    press_next(desk)
    assert not bar(desk).isVisible()


def test_correcting_settles_a_warning(doubtful: Desk):
    desk, box = doubtful, doubtful.reader.correction_box
    press_next(desk)
    desk.until(lambda: COUNT in pointed(desk))
    before = count_open(desk)
    QTest.keyClick(bar(desk), Qt.Key.Key_C)
    desk.until(box.isVisible)
    assert COUNT in box.edit.words
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert count_open(desk) == before
    QTest.keyClick(bar(desk), Qt.Key.Key_C)
    desk.until(box.edit.hasFocus)
    QTest.keyClicks(box.edit, "EV")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    desk.until(lambda: "corrected" in {one.how for one in desk.window.warnings._findings})
    assert count_open(desk) == before - 1


def test_answers_outlive_the_program(doubtful: Desk, start):
    press_next(doubtful)
    before = count_open(doubtful)
    QTest.keyClick(bar(doubtful), Qt.Key.Key_I)
    doubtful.until(lambda: count_open(doubtful) == before - 1)
    again = start()
    again.open("市人民政府令")
    again.until(lambda: again.window.warnings._findings)
    assert count_open(again) == before - 1
