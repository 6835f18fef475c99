"""The menu of the page offers what fits what is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.panels.floating import style_name
from desktop.panels.reader_panel import ReaderPanel
from tests.desktop.pages import mark, sheet
from tests.desktop.panels.test_mark_ends import reader as reader  # noqa: PLC0414
from tests.desktop.panels.test_reader import show


def over(reader: ReaderPanel, offset: int) -> QMenu:
    place = reader.page.rectangle(offset).center() - reader.page.viewport().pos()
    return reader.menu.menu_at(place + QPoint(4, 0))


def told(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_over_plain_text_it_offers_a_note_and_a_bookmark(reader: ReaderPanel, qtbot):
    page = sheet()
    show(reader, page, [])
    at = page.text.index("日常督查")
    menu = over(reader, at)
    assert told(menu) == ["Note on this paragraph", "Bookmark this paragraph"]
    with qtbot.waitSignal(reader.menu.paragraph_note_wanted) as asked:
        choose(menu, "Note on this paragraph")
    assert abs(asked.args[0] - at) <= 1


def test_over_a_mark_it_offers_what_a_mark_can_become(reader: ReaderPanel, qtbot):
    page = sheet()
    one = mark(page.notices[0].notice, "专项资金")
    show(reader, page, [one])
    menu = over(reader, one.start + 1)
    assert told(menu)[:2] == ["Open the mark", style_name("yellow")]
    with qtbot.waitSignal(reader.card.style_chosen) as asked:
        choose(menu, style_name("blue"))
    assert asked.args == ["m1", "blue"]
    with qtbot.waitSignal(reader.card.deletion_wanted) as gone:
        choose(menu, "Delete mark")
    assert gone.args == ["m1"]
    choose(menu, "Tags…")
    assert reader.card.mark == one


def test_marks_over_one_another_have_menus_of_their_own(reader: ReaderPanel):
    page = sheet()
    made = page.notices[0].notice
    marks = [mark(made, "专项资金", "a"), mark(made, "安排专项资金", "b", style="red")]
    show(reader, page, marks)
    menu = over(reader, marks[0].start + 1)
    assert told(menu)[:2] == [
        f"{style_name('yellow')} “专项资金”",
        f"{style_name('red')} “安排专项资金”",
    ]


def test_over_a_selection_it_offers_colours_and_a_search(reader: ReaderPanel, qtbot):
    page = sheet()
    show(reader, page, [])
    copy = QAction("Copy", reader)
    colour = QAction("Yellow", reader)
    reader.menu.set_actions({"copy": copy, "mark-yellow": colour})
    start = page.text.index("专项资金")
    reader.page.select_span(start, start + 4)
    menu = over(reader, start)
    assert told(menu)[:3] == ["Yellow", "Copy", "Search the library for these words"]
    with qtbot.waitSignal(reader.menu.search_wanted) as asked:
        choose(menu, "Search the library for these words")
    assert asked.args == ['"专项资金"']


def test_where_nothing_can_be_written_no_change_is_offered(reader: ReaderPanel):
    page = sheet()
    one = mark(page.notices[0].notice, "专项资金")
    show(reader, page, [one])
    reader.menu.set_read_only(True)
    assert told(over(reader, one.start + 1)) == ["Open the mark", "Copy with citation"]


def test_the_menu_key_opens_it_at_the_caret(reader: ReaderPanel, qtbot):
    page = sheet()
    one = mark(page.notices[0].notice, "专项资金")
    show(reader, page, [one])
    reader.page.put_caret(one.start + 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(reader.page, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Open the mark" in told(menu)
    menu.close()
