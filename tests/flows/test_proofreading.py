"""Proofreading: the source beside the text, each leading to its place in the other."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.flows.conftest import Desk
from tests.flows.test_accessible import nameless

OLD = Path(__file__).parents[1] / "fixtures" / "libraries" / "v001.antoudb"
NOTICE = "供水用水管理办法"


def proofread(desk: Desk) -> None:
    """Press the key, and wait for the source of the open document."""
    desk.window.activateWindow()
    desk.until(desk.window.isActiveWindow)
    QTest.keyClick(desk.window, Qt.Key.Key_F4)
    desk.until(lambda: source(desk) and desk.page.painter.framed and not desk.page.busy)


def source(desk: Desk):
    return desk.reader.source.lines.source


def framed(desk: Desk) -> str:
    """The words of the paragraph that is framed in the text."""
    span = desk.page.painter.framed
    return desk.reader.text[slice(*span)] if span else ""


def in_hand(desk: Desk) -> str:
    """The words of the lines that are marked in the source."""
    lines = source(desk).lines
    return "".join(lines[at - 1] for at in desk.reader.source.lines.shown.in_hand)


def line_of(desk: Desk, words: str) -> int:
    """The last line of the source with some words; the first ones are in the contents."""
    lines = source(desk).lines
    return max(at for at, line in enumerate(lines, 1) if words in line)


def click_line(desk: Desk, line: int) -> None:
    view = desk.reader.source.lines
    view.scroll_line(line, 120)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, round(view.height_of(line)) + 8)
    )


def level(desk: Desk, line: int) -> int:
    """How far a line of the source stands below its paragraph, in pixels."""
    view, page = desk.reader.source.lines, desk.page
    lines = view.viewport().mapTo(desk.window, QPoint(0, round(view.height_of(line)))).y()
    height = page.height_of(page.painter.framed[0])
    return lines - page.viewport().mapTo(desk.window, QPoint(0, round(height))).y()


@pytest.fixture
def open_desk(full: Desk) -> Desk:
    """The sample, one of its documents open with its source beside it."""
    full.window.resize(1280, 800)
    full.open("充电基础设施")
    proofread(full)
    return full


def test_a_key_shows_the_source_beside_the_text(open_desk: Desk):
    desk = open_desk
    assert desk.reader.source.isVisible()
    assert in_hand(desk).strip("# ")[:8] == framed(desk)[:8]
    assert nameless(desk.window) == []
    QTest.keyClick(desk.window, Qt.Key.Key_F4)
    assert not desk.reader.source.isVisible()
    assert not framed(desk)
    assert desk.window.actions_["right-side"].isChecked()


def test_escape_in_the_source_goes_back_to_the_text(open_desk: Desk):
    view = open_desk.reader.source.lines
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not open_desk.reader.source.isVisible()
    assert open_desk.page.hasFocus()
    assert not open_desk.window.actions_["proofread"].isChecked()


def test_a_click_on_a_line_frames_what_came_from_it(open_desk: Desk):
    desk = open_desk
    line = line_of(desk, "指导思想")
    click_line(desk, line)
    assert "指导思想" in framed(desk)
    assert line in desk.reader.source.lines.shown.in_hand
    assert abs(level(desk, line)) < 30


def test_a_click_into_the_text_marks_its_lines(open_desk: Desk):
    desk = open_desk
    start = desk.reader.text.index("基本原则")
    desk.page.scroll_to(start, 0.4)
    place = desk.page.cursorRect(desk.page._cursor(start + 1)).center()
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "基本原则" in in_hand(desk)
    assert abs(level(desk, line_of(desk, "基本原则"))) < 30


def test_both_scroll_together(open_desk: Desk):
    desk, view = open_desk, open_desk.reader.source.lines
    desk.until(lambda: not desk.page.busy)  # the source beside it made the page narrower
    desk.page.verticalScrollBar().setValue(2400)
    first = desk.reader.source.lines.shown.in_hand[0]
    middle = view.viewport().height() / 2
    assert abs(view.height_of(first) - middle) < middle
    before = desk.page.verticalScrollBar().value()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 900)
    assert desk.page.verticalScrollBar().value() > before + 300
    assert in_hand(desk).strip("# ")[:6] == framed(desk)[:6]


def test_the_keyboard_goes_from_paragraph_to_paragraph(open_desk: Desk):
    desk = open_desk
    seen = []
    for _ in range(12):
        QTest.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        seen.append(desk.page.painter.framed)
        height = desk.page.height_of(desk.page.painter.framed[0])
        assert 0 <= height < desk.page.viewport().height() * 0.7
    assert seen == sorted(set(seen))
    QTest.keyClick(desk.window, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.painter.framed == seen[-2]
    view = desk.reader.source.lines
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert desk.page.painter.framed == seen[-1]


def test_what_no_document_shows_is_said(open_desk: Desk):
    view, shown = open_desk.reader.source.lines, source(open_desk)
    remarks = {view.remark(line) for line in shown.unshown}
    assert "目录" in remarks
    assert remarks & {"封面", "页眉", "页码", "版权页"}
    assert not any(view.remark(line) for line in view.shown.in_hand)


def test_a_line_of_another_document_opens_it(open_desk: Desk):
    desk = open_desk
    line = line_of(desk, "建制镇的供水用水管理")
    click_line(desk, line)
    desk.until(lambda: "建制镇的供水用水管理" in framed(desk))
    assert desk.reader.stored.notice.start_line <= line <= desk.reader.stored.notice.end_line


def test_a_whole_issue_is_proofread_too(open_desk: Desk):
    desk = open_desk
    desk.window.actions_["whole-issue"].trigger()
    desk.until(lambda: desk.reader.sheet.issue_id is not None)
    for words in ("建制镇的供水用水管理", "指导思想"):
        click_line(desk, line_of(desk, words))
        desk.until(lambda words=words: words in framed(desk))


def test_the_width_is_remembered(open_desk: Desk):
    desk = open_desk
    desk.reader.sides.setSizes([600, 480])
    width = desk.reader.source.width()
    for _ in range(2):
        QTest.keyClick(desk.window, Qt.Key.Key_F4)
    assert desk.reader.source.isVisible()
    assert abs(desk.reader.source.width() - width) < 4


def test_a_library_of_the_first_version_has_lines_too(start, tmp_path: Path):
    shutil.copy(OLD, tmp_path / "library.antoudb")
    desk = start()
    desk.open(desk.titles()[0])
    proofread(desk)
    assert source(desk).pages == ()
    desk.window.actions_["next-paragraph"].trigger()
    assert in_hand(desk)


def test_a_source_that_is_gone_is_said(full: Desk):
    """A damaged file: the row of the source is no longer there."""
    import sqlite3

    full.open("充电基础设施")
    connection = sqlite3.connect(full.library)
    with connection:
        connection.execute("DELETE FROM sources")
    connection.close()
    full.window.actions_["proofread"].trigger()
    full.until(lambda: "没有保存" in full.reader.source.hint.text())
    full.window.actions_["next-paragraph"].trigger()


def test_comparing_and_proofreading_do_not_disturb_each_other(open_desk: Desk):
    desk = open_desk
    uuids = [one.uuid for one in desk.window.library.model.notices()]
    desk.window.comparing.compare(*uuids[:2])
    desk.until(lambda: desk.window.comparing.is_open)
    desk.window.comparing.close()
    assert desk.reader.source.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_F4)
    assert desk.window.actions_["left-side"].isChecked()


def test_a_long_source_opens_at_once(desk: Desk, tmp_path: Path):
    """Thousands of lines: nothing of the window's takes longer than a frame."""
    articles = (f"第{at}条　" + "各单位应当按照职责分工做好有关工作，" * 3 for at in range(1, 4001))
    file = tmp_path / "长.txt"
    file.write_text("关于印发长办法的通知\n\n" + "\n\n".join(articles), encoding="utf-8")
    desk.import_and_close_report(file)
    desk.open(desk.titles()[0])
    proofread(desk)
    proof = desk.window.proofreading
    begin = time.thread_time()
    proof._places = None
    desk.reader.source.show_source(source(desk))
    proof._show()
    desk.reader.source.lines.grab()
    assert time.thread_time() - begin < 0.1  # of 8000 lines; of a machine with other work
