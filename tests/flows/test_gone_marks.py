"""Marks whose document is gone are found too, and shown in the list of marks."""

from __future__ import annotations

from desktop.models.hits import GONE_ROLE, HIT_ROLE, NOTICE_ROLE
from tests.flows.conftest import Desk

WORDS = "应当"


def test_a_mark_of_a_deleted_document_is_found_and_shown(full: Desk):
    desk = full
    desk.open("充电")
    desk.mark(WORDS)
    (mark,) = desk.page.painter.marks
    issue = next(one for one in desk.window.library.model.issues() if one.is_issue)
    desk.app.jobs.delete_issue(issue.id)
    desk.until(lambda: not desk.titles())
    desk.search(f'"{WORDS}"')
    results = desk.window.results
    desk.until(lambda: results.model.result.complete and results.model.rowCount() == 1)
    row = results.model.index(0, 0)
    assert row.data(GONE_ROLE)
    assert "充电" in row.data(NOTICE_ROLE).summary.title
    hit = results.model.index(0, 0, row)
    assert (hit.data(HIT_ROLE).kind, hit.data(HIT_ROLE).text) == ("quote", WORDS)
    assert not results.export.isEnabled()
    results.tree.activated.emit(hit)
    desk.until(lambda: desk.window.marks.list.current_mark() is not None)
    assert desk.window.marks.list.current_mark().uuid == mark.uuid
    assert desk.window.right.currentWidget() is desk.window.marks
