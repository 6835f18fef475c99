"""Room for the text: narrow windows, cards beside the lines, libraries that can only be read."""

from __future__ import annotations

from tests.flows.conftest import Desk

WORDS = "充电基础设施"


def test_in_a_narrow_window_the_right_side_gives_way_and_comes_back(full: Desk):
    window = full.window
    window.resize(1280, 800)
    full.until(lambda: window.right.isVisible())
    window.resize(900, 600)
    full.until(lambda: not window.right.isVisible())
    full.until(lambda: full.reader.width() > 500)
    window.resize(1280, 800)
    full.until(lambda: window.right.isVisible())


def test_a_right_side_put_away_stays_away(full: Desk):
    window = full.window
    window.resize(1280, 800)
    full.until(lambda: window.right.isVisible())
    window.actions_["right-side"].setChecked(False)
    window.resize(900, 600)
    window.resize(1300, 800)
    full.until(lambda: window.width() == 1300)
    assert not window.right.isVisible()


def test_titles_are_set_anew_for_a_narrow_page_and_the_place_is_kept(full: Desk):
    full.window.resize(1280, 800)
    full.open("充电")
    wide = full.page.document()
    full.window.resize(760, 600)
    full.until(lambda: full.page.document() is not wide)
    assert full.reader.uuid
    assert full.page.positions.offset(full.page.positions.position(40)) == 40


def test_a_long_note_gets_a_higher_card_that_hides_no_marked_line(full: Desk):
    full.window.resize(1280, 900)
    full.open("充电")
    full.mark(WORDS)
    mark = full.page.painter.marks[0]
    full.reader.marking.open_card(mark, write=True)
    card = full.reader.card
    low = card.note.height()
    card.note.setPlainText("请核对任务分工与时间节点。" * 30)
    full.until(lambda: card.note.height() > low)
    assert not card.geometry().contains(full.page.rectangle(mark.start).center())


def test_a_library_that_can_only_be_read_says_so_at_once_and_offers_no_colours(full: Desk):
    jobs = full.app.jobs
    full.open("充电")
    jobs.read_only = True
    jobs.library_opened.emit(str(full.library))
    full.until(lambda: "只读" in full.said())
    full.open("充电")
    full.page.select_span(0, 6)
    bar = full.reader.selection_bar
    full.until(lambda: bar.isVisible())
    assert bar.copy.isVisible()
    assert not any(button.isVisible() for button in bar.styles.values())
    assert not full.window.actions_["mark-yellow"].isEnabled()
    assert full.window.actions_["copy"].isEnabled()
