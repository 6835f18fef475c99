"""The bar beside the page: marks and hits in their places, a click goes there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.panels.page_view import PageView
from desktop.panels.place_bar import PlaceBar
from desktop.reading.look import Look
from desktop.reading.sheet import Sheet
from desktop.theme import THEMES
from tests.desktop.pages import mark, sheet
from tests.factories import notice

PARAGRAPHS = [f"第{at}段：各县（市、区）要落实工作责任，确保取得实效。" for at in range(200)]


@pytest.fixture
def page(qtbot) -> Iterator[PageView]:
    made = PageView(Look())
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    yield made
    made.close_sheet()


@pytest.fixture
def bar(page: PageView, qtbot) -> PlaceBar:
    made = PlaceBar(page)
    qtbot.addWidget(made)
    made.resize(14, 600)
    made.show()
    return made


def show(page: PageView, bar: PlaceBar) -> Sheet:
    made = sheet(notice(paragraphs=PARAGRAPHS))
    page.show_sheet(made, Look())
    bar.show_sheet(made)
    return made


def test_marks_and_hits_are_seen_where_they_are(page: PageView, bar: PlaceBar):
    made = show(page, bar)
    one = mark(made.notices[0].notice, "第150段", style="green")
    page.painter.set_marks([one])
    page.painter.set_hits([(made.text.index("第50段"), made.text.index("第50段") + 4)])
    page.repaint_marks()
    image = bar.grab().toImage()
    row = bar._row(one.start)
    assert image.pixelColor(4, row + 1) == QColor(THEMES["light"].mark_edges["green"])
    assert image.pixelColor(10, bar._row(made.text.index("第50段"))) != image.pixelColor(10, row)
    assert "1" in bar.told_at(row)
    assert bar.told_at(row + 40) == ""


def test_a_click_goes_to_what_is_near(page: PageView, bar: PlaceBar, qtbot):
    made = show(page, bar)
    one = mark(made.notices[0].notice, "第150段")
    page.painter.set_marks([one])
    with qtbot.waitSignal(bar.place_wanted) as wanted:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar._row(one.start) + 2))
    assert wanted.args == [one.start]
    with qtbot.waitSignal(bar.place_wanted) as wanted:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert abs(wanted.args[0] - len(made.text) // 2) < 40
