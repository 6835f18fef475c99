"""The list of results: all that was found can be reached, and the page shows no older search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from storage.types import NoticeSummary
from tests import factories
from tests.flows.conftest import Desk

COUNT = 70


@pytest.fixture
def many(start: Callable[[], Desk], tmp_path: Path) -> Desk:
    """The program on a library with more notices than a search lists at first."""
    with factories.open_library(tmp_path) as library:
        made = [
            factories.notice(f"云州市人民政府关于第{at}件事项的通知", f"云政发〔2023〕{at}号")
            for at in range(1, COUNT + 1)
        ]
        factories.take_in(library, *made)
        factories.run(library.catch_up())
    desk = start()
    desk.until(desk.titles)
    return desk


def listed(desk: Desk) -> list[NoticeSummary]:
    return [found.summary for found in desk.window.results.model.result.notices]


def test_more_than_the_first_fifty_can_be_listed(many: Desk):
    many.search("充电桩")
    panel = many.window.results
    assert len(listed(many)) == 50
    first = listed(many)
    button = next(one for one in panel.findChildren(QPushButton) if "显示更多" in one.text())
    assert "20" in button.text()
    panel.tree.setCurrentIndex(panel.model.index(3, 0))
    button.click()
    many.until(lambda: len(listed(many)) == COUNT)
    assert listed(many)[:50] == first
    assert panel.tree.currentIndex().row() == 3  # where the keyboard was
    assert not button.isVisible()
    assert "最相关" not in panel.count.text()


def test_scrolling_to_the_end_lists_more(many: Desk):
    many.search("充电桩")
    bar = many.window.results.tree.verticalScrollBar()
    many.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    many.until(lambda: len(listed(many)) == COUNT)


def test_f3_goes_on_into_what_is_not_listed_yet(many: Desk):
    many.search("充电桩")
    result = many.window.results.model.result
    last = result.notices[-1]
    many.window.searching.open_hit(last.summary.uuid, len(last.hits) - 1)
    many.until(lambda: many.reader.uuid == last.summary.uuid)
    many.window.actions_["next-hit"].trigger()
    many.until(lambda: many.reader.uuid not in ("", last.summary.uuid))
    assert len(listed(many)) == COUNT
    assert many.reader.uuid == listed(many)[50].uuid


def test_an_export_of_a_search_holds_what_is_not_listed(many: Desk, tmp_path: Path):
    many.search("充电桩")
    target, written = tmp_path / "摘录.md", []
    many.app.jobs.export(target, "md", "充电桩", query="充电桩", done=written.append)
    many.until(lambda: written)
    text = target.read_text(encoding="utf-8")
    assert all(f"第{at}件事项" in text for at in range(1, COUNT + 1))


def test_a_new_search_takes_the_old_hits_from_the_open_page(many: Desk):
    many.search("充电桩")
    first = many.window.results.model.result.notices[0]
    many.window.searching.open_hit(first.summary.uuid, 0)
    many.until(lambda: many.reader.uuid == first.summary.uuid and many.page.painter.hits)
    many.search("财政局")
    text = many.reader.text
    assert {text[start:end] for start, end in many.page.painter.hits} == {"财政局"}
    many.search("“没有的词语”")
    assert many.page.painter.hits == []


def test_hits_of_a_search_are_seen_on_the_bar_beside_the_page(many: Desk):
    many.search("财政局")
    first = many.window.results.model.result.notices[0]
    many.window.searching.open_hit(first.summary.uuid, 0)
    many.until(lambda: many.reader.uuid == first.summary.uuid and many.page.painter.hits)
    bar = many.reader.place_bar
    assert "命中" in bar.told_at(bar._row(first.hits[0].start))
    bar.grab()
    assert bar._hits == {bar._row(hit.start) for hit in first.hits}
    many.search("“没有的词语”")
    bar.grab()
    assert bar._hits == set()


def test_hits_show_their_heads_and_the_users_own_words_are_named(many: Desk):
    uuid = many.window.library.model.notices()[3].uuid
    many.window.library.notice_wanted.emit(uuid)
    many.until(lambda: many.reader.uuid == uuid and many.page.toPlainText())
    many.mark("专项资金")
    (mark,) = many.page.painter.marks
    many.reader.card.note_written.emit(mark.uuid, "向局长汇报拨付进度", "")
    many.until(lambda: many.page.painter.marks[0].note)
    many.open("第7件")
    many.search("拨付进度")
    panel = many.window.results
    (found,) = panel.model.result.notices
    (hit,) = found.hits
    assert hit.kind == "note"
    index = panel.model.index(0, 0, panel.model.index(0, 0))
    assert panel._delegate._told_above(index, hit) == "批注　一、总体要求"
    panel.tree.activated.emit(index)
    many.until(lambda: many.reader.uuid == uuid)
    many.until(lambda: many.page.shows(mark.start))
    many.search("财政局")
    notice = panel.model.index(0, 0)
    told = [
        panel._delegate._told_above(panel.model.index(at, 0, notice), hit)
        for at, hit in enumerate(panel.model.result.notices[0].hits)
    ]
    assert told == ["一、总体要求", "二、任务分工"]


def test_more_can_be_wanted_before_the_complete_answer_is_there(many: Desk):
    searching, panel = many.window.searching, many.window.results
    asked: list[int] = []
    searching.results_shown.connect(searching.fetch_more)  # at the first page, as F3 at its end
    searching.results_shown.connect(lambda: asked.append(len(listed(many))))
    many.search("充电桩")
    many.until(lambda: len(listed(many)) == COUNT)
    assert asked == [20]
    assert not panel.has_more
