"""A long page: there at once at any place, still while the rest comes, whole in the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.panels.page_view import PageView
from desktop.reading.look import Look
from desktop.reading.sheet import Sheet
from desktop.theme import THEMES
from storage.text import squeeze
from storage.types import Block
from tests.desktop.pages import mark, of_blocks, sheet, table
from tests.factories import notice

PARAGRAPHS = [f"第{at}段：各县（市、区）要落实工作责任，确保取得实效。" * 2 for at in range(400)]
ROWS = table(("序号", "事项"), *((str(at), f"第{at}项工作") for at in range(120)))


def long_sheet() -> Sheet:
    """Three notices: long, short, and long with a long table."""
    blocks = [Block("paragraph", text, (1, 1)) for text in PARAGRAPHS]
    last = of_blocks(*blocks[:150], ROWS, *blocks[150:300])
    return sheet(notice(paragraphs=PARAGRAPHS), notice(), last)


@pytest.fixture
def page(qtbot) -> Iterator[PageView]:
    made = PageView(Look())
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_sheet()


def settle(page: PageView, qtbot) -> None:
    """Wait until all of the page is set."""
    qtbot.waitUntil(lambda: not page.busy, timeout=30_000)


def picture(page: PageView) -> QImage:
    """What the reader sees of the text; the scroll bar may settle."""
    return page.viewport().grab().toImage()


@pytest.mark.parametrize("part", [0.0, 0.3, 0.72, 1.0])
def test_what_is_seen_stays_while_the_rest_comes(page: PageView, qtbot, part: float):
    made = long_sheet()
    offset = int(part * len(made.text))
    page.show_sheet(made, Look(), offset)
    assert page.busy
    seen, top = picture(page), page.top_offset()
    moved: list[int] = []
    page.scrolled.connect(lambda: moved.append(1))
    settle(page, qtbot)
    assert picture(page) == seen
    assert page.top_offset() == top
    assert not moved
    assert squeeze(page.toPlainText().replace("\u2060", "")) == squeeze(made.text)
    page.scroll_to(offset)
    assert page.top_offset() == top


def test_the_start_and_the_end_of_a_page_are_where_they_belong(page: PageView, qtbot):
    made = long_sheet()
    page.show_sheet(made, Look(), len(made.text))
    bar = page.verticalScrollBar()
    assert bar.value() == bar.maximum()
    settle(page, qtbot)
    assert bar.value() == bar.maximum()
    page.show_sheet(made, Look())
    assert bar.value() == 0


@pytest.mark.parametrize("part", [0.02, 0.6, 0.99])
def test_a_place_not_yet_set_is_gone_to_at_once(page: PageView, qtbot, part: float):
    made = long_sheet()
    page.show_sheet(made, Look(), len(made.text) // 3)
    offset = int(part * len(made.text))
    page.go_to(offset, offset + 4)
    assert page.shows(offset)
    assert page.busy
    settle(page, qtbot)
    assert page.shows(offset)
    page.scroll_to(0)
    assert page.verticalScrollBar().value() == 0


def test_marks_and_hits_are_painted_where_they_stand_at_every_moment(page: PageView, qtbot):
    made = long_sheet()
    one = mark(made.notices[0].notice, "第200段")
    start, end = made.span_of(one)
    page.show_sheet(made, Look(), start, 0.5)
    page.painter.set_marks([one])
    page.painter.set_hits([(start + 5, start + 9)], 0)
    seen = picture(page)
    place = page.rectangle(start).center() - page.viewport().pos()
    assert seen.pixelColor(place.x() + 8, place.y()) != seen.pixelColor(4, place.y())
    settle(page, qtbot)
    assert picture(page) == seen
    assert page.rectangle(start).center() - page.viewport().pos() == place
    assert page.painter.marks_at(page.positions.position(start)) == [one]
    page.select_span(start, end)
    assert page.selected_span() == (start, end)


def test_a_selection_stays_while_the_rest_comes(page: PageView, qtbot):
    made = long_sheet()
    start = len(made.text) // 2
    page.show_sheet(made, Look(), start)
    page.select_span(start, start + 40)
    settle(page, qtbot)
    assert page.selected_span() == (start, start + 40)


def test_all_is_selected_though_it_is_still_coming(page: PageView, qtbot):
    made = long_sheet()
    page.show_sheet(made, Look(), len(made.text) // 2)
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    assert page.selected_span() == (0, len(made.text))


def test_the_keys_for_both_ends_do_not_wait(page: PageView, qtbot):
    made = long_sheet()
    bar = page.verticalScrollBar()
    page.show_sheet(made, Look(), len(made.text) // 2)
    QTest.keyClick(page, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == bar.maximum()
    assert page.shows(len(made.text) - 3)
    QTest.keyClick(page, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert page.top_offset() == 0
    settle(page, qtbot)
    assert bar.value() == 0


def test_a_narrower_window_and_another_look_keep_the_place(page: PageView, qtbot):
    made = long_sheet()
    offset = made.text.index("第250段")
    page.show_sheet(made, Look(), offset)
    page.resize(500, 600)
    qtbot.waitUntil(lambda: page.lineWrapColumnOrWidth() < 500)
    assert abs(page.top_offset() - offset) < 60
    assert page.viewport().width() == page.lineWrapColumnOrWidth()
    page.show_sheet(made, Look(size=22, theme=THEMES["dark"]), page.top_offset())
    settle(page, qtbot)
    assert abs(page.top_offset() - offset) < 90


def test_a_page_without_a_measure_fills_the_window_also_when_it_grows(page: PageView, qtbot):
    page.show_sheet(long_sheet(), Look(measure=0))
    page.resize(1200, 700)
    qtbot.waitUntil(lambda: page.lineWrapColumnOrWidth() > 1100)
    assert page.document().textWidth() == page.viewport().width()


def test_a_closed_page_is_set_no_further(page: PageView):
    page.show_sheet(long_sheet(), Look())
    page.close_sheet()
    assert not page.busy
    page.resize(400, 400)
    assert not page._refitting.isActive()


def test_an_empty_page_is_no_trouble(page: PageView, qtbot):
    page.show_sheet(sheet(of_blocks()), Look())
    settle(page, qtbot)
    page.go_to(0, 0)
    page.selectAll()
    assert page.selected_span() is None
