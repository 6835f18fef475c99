"""A whole issue read as one text: places, marks, outline and copying stay with their notices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.models.outline import OFFSET_ROLE
from tests.flows.conftest import Desk


def open_issue(desk: Desk) -> None:
    """Read the whole issue, as its context menu does."""
    notice = next(one for one in desk.window.library.model.notices() if one.is_issue)
    desk.window.library.issue_wanted.emit(notice.issue_id)
    desk.until(lambda: desk.reader.sheet and desk.reader.sheet.issue_id == notice.issue_id)
    desk.until(lambda: not desk.page.busy)


def test_all_notices_stand_on_one_page_and_the_window_follows(full: Desk):
    open_issue(full)
    sheet = full.reader.sheet
    assert len(sheet.notices) == len(full.window.reading.notices_of_issue()) > 2
    assert full.window.actions_["whole-issue"].isChecked()
    second = sheet.notices[1].summary
    full.window.actions_["next-notice"].trigger()
    full.until(lambda: full.reader.uuid == second.uuid)
    assert second.title in full.window.windowTitle()
    assert "".join(second.title.split())[:8] in "".join(full.reader.head.title.text().split())
    assert full.window.library.tree.currentIndex().data() == second.title
    outline = full.window.outline
    titles = [
        outline.model.index(row, 0).data(OFFSET_ROLE) for row in range(outline.model.rowCount())
    ]
    assert set(sheet.bases) <= set(titles)
    full.window.actions_["back"].trigger()
    full.until(lambda: full.reader.uuid == sheet.uuids[0])
    full.window.actions_["whole-issue"].trigger()
    full.until(lambda: full.reader.sheet.issue_id is None)
    assert full.reader.uuid == sheet.uuids[0]
    assert not full.window.actions_["whole-issue"].isChecked()
    full.window.actions_["back"].trigger()
    full.until(lambda: full.reader.sheet.issue_id is not None)


def test_a_notice_is_widened_to_its_issue_and_back_at_its_place(full: Desk):
    uuid = full.open("充电")
    full.page.scroll_to(1500)
    place = full.page.top_offset()
    full.window.actions_["whole-issue"].trigger()
    full.until(lambda: full.reader.sheet.issue_id is not None)
    assert full.reader.uuid == uuid
    top = full.reader.sheet.place(full.page.top_offset())
    assert top[0] == uuid
    assert abs(top[1] - place) < 80
    full.window.actions_["whole-issue"].trigger()
    full.until(lambda: full.reader.sheet.issue_id is None)
    assert abs(full.page.top_offset() - place) < 80


def test_a_mark_belongs_to_its_notice(full: Desk):
    open_issue(full)
    sheet = full.reader.sheet
    border = sheet.bases[1]
    full.page.select_span(border - 6, border + 6)
    full.window.actions_["mark-green"].trigger()
    full.until(lambda: len(full.page.painter.marks) == 2)
    for mark in full.page.painter.marks:
        text = sheet.at(sheet.base(mark.notice)).notice.text
        assert text[mark.start : mark.end] == mark.quote
    assert {mark.notice for mark in full.page.painter.marks} == set(sheet.uuids[:2])
    full.page.select_span(border, border + 8)
    full.window.actions_["cite"].trigger()
    full.until(lambda: sheet.notices[1].summary.title in QApplication.clipboard().text())


def test_hits_of_all_notices_are_shown_and_gone_through(full: Desk):
    open_issue(full)
    full.search("工作")
    full.until(lambda: full.page.painter.hits)
    text = full.reader.text
    assert len({full.reader.sheet.place(start)[0] for start, _ in full.page.painter.hits}) > 1
    assert all("工作" in "".join(text[slice(*hit)].split()) for hit in full.page.painter.hits)
    full.window.searching.next_hit()
    full.until(lambda: full.page.painter._current >= 0)
    assert full.reader.sheet.issue_id is not None
    assert full.page.shows(full.page.painter.hits[full.page.painter._current][0])


def test_an_issue_opens_where_it_was_left(start: Callable[[], Desk], sample: Path):
    desk = start()
    desk.import_and_close_report(sample)
    open_issue(desk)
    third = desk.reader.sheet.uuids[2]
    desk.window.library.notice_wanted.emit(third)
    desk.until(lambda: desk.reader.uuid == third)
    desk.window.actions_["whole-issue"].trigger()
    desk.until(lambda: desk.reader.sheet.issue_id is None)
    assert desk.reader.uuid == third
    open_issue(desk)
    assert desk.reader.uuid == third
