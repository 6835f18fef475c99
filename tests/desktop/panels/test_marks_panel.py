"""The panel of marks: what it lists, what keys and clicks ask for, what stays through changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.models.mark_board import MarkBoard
from desktop.models.mark_filter import MarkFilter
from desktop.models.mark_rows import GroupHead
from desktop.models.mark_shelf import MarkShelf
from desktop.panels.marks_panel import MarksPanel
from desktop.theme import THEMES, Dress
from storage.types import Edit, Mark, MarkChange
from tests.desktop.models.many_marks import marks, notices
from tests.desktop.places import places_in

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Shown:
    """A panel on the screen with a board behind it."""

    def __init__(self, qtbot, tmp_path, some: list[Mark], scope: str = "library") -> None:
        self.shelf = MarkShelf()
        self.board = MarkBoard(self.shelf)
        self.panel = MarksPanel()
        self.list, self.model, self.bar = self.panel.list, self.panel.model, self.panel.bar
        qtbot.addWidget(self.panel)
        self.panel.set_dress(Dress(THEMES["dark"], places_in(tmp_path).resources / "styles"))
        self.panel.resize(250, 600)
        self.board.arranged.connect(self.show)
        for signal, slot in (
            (self.bar.filter_changed, self.board.set_filter),
            (self.bar.scope_changed, self.board.set_scope),
            (self.bar.grouping_changed, self.board.set_grouping),
            (self.bar.order_changed, self.board.set_order),
        ):
            signal.connect(slot)
        self.shelf.load(some, {})
        self.board.set_notices(notices(30))
        self.board.set_open("n0")
        self.bar.scope.setCurrentIndex(self.bar.scope.findData(scope))
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.panel.activateWindow()

    def show(self) -> None:
        board = self.board
        self.panel.show_arrangement(
            board.arrangement, board.shown_grouping, with_source=board.names_notices
        )

    def change(self, uuid: str, **fields: object) -> None:
        mark = self.shelf.mark(uuid)
        self.shelf.take(Edit("edit-x", (MarkChange(mark, replace(mark, **fields)),)))

    def chosen(self) -> list[str]:
        return [mark.uuid for mark in self.panel.selected()]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(self.list, key, modifier)

    def click(self, row: int, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        place = self.list.visualRect(self.model.index(row, 0)).center()
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    def uuid(self, row: int) -> str:
        return self.model.rows[row].mark.uuid


@pytest.fixture
def shown(qtbot, tmp_path) -> Shown:
    return Shown(qtbot, tmp_path, marks(300, 30))


def test_no_mark_says_what_to_do(qtbot, tmp_path):
    empty = Shown(qtbot, tmp_path, [])
    assert empty.panel.hint.isVisible()
    assert not empty.list.isVisible()
    assert not empty.panel.clear.isVisible()


def test_marks_are_counted_and_the_filter_says_of_how_many(shown, qtbot):
    assert shown.bar.count.text() == "300 marks"
    QTest.keyClicks(shown.bar.words, "nothing like this")
    qtbot.waitUntil(lambda: shown.bar.count.text() == "0 of 300")
    assert shown.panel.hint.isVisible()
    shown.panel.clear.click()
    assert shown.bar.count.text() == "300 marks"
    assert shown.bar.words.text() == ""


def test_the_form_filters_and_chips_take_it_back(shown):
    shown.bar.more.click()
    form = shown.bar.form
    assert form.isVisible()
    form.colours["red"].click()
    form.kinds["highlight"].click()
    left = shown.board.arrangement.shown
    assert 0 < left < 300
    assert {
        mark.style
        for group in shown.board.arrangement.groups
        for mark in (one.mark for one in group.entries)
    } == {"red"}
    chips = [one for one in shown.bar.chips.children() if one.objectName() == "chip"]
    chips[0].click()
    assert shown.bar.filter == MarkFilter(kinds=frozenset({"highlight"}))
    assert not form.colours["red"].isChecked()
    form.show_facets(shown.board.facets())
    form.choices["tags"].activated.emit(form.choices["tags"].findData("财政"))
    assert shown.bar.filter.tags == {"财政"}
    form.made.activated.emit(form.made.findData("range"))
    assert form.range.isVisible()
    assert shown.bar.filter.first < shown.bar.filter.last
    shown.list.setFocus()
    shown.press(Key.Key_Escape)
    assert not shown.bar.filter
    assert shown.board.arrangement.shown == 300
    assert not shown.bar.chips.isVisible()


def test_a_click_asks_for_the_place_and_turns_a_head_over(shown, qtbot):
    with qtbot.waitSignal(shown.panel.mark_wanted) as asked:
        shown.click(1)
    assert asked.args[0].uuid == shown.uuid(1)
    count = len(shown.model.rows)
    shown.click(0)
    assert len(shown.model.rows) < count
    shown.click(0)
    assert len(shown.model.rows) == count


def test_more_are_selected_with_shift_and_ctrl(shown, qtbot):
    with qtbot.assertNotEmitted(shown.panel.mark_wanted, wait=10):
        shown.list.setCurrentIndex(shown.model.index(1, 0))
        shown.click(3, Modifier.ShiftModifier)
        assert shown.chosen() == [shown.uuid(row) for row in (1, 2, 3)]
        shown.click(2, Modifier.ControlModifier)
        assert shown.chosen() == [shown.uuid(row) for row in (1, 3)]
    assert shown.panel.bulk.isVisible()
    assert shown.panel.bulk.count.text() == "2 selected"
    shown.press(Key.Key_Escape)
    assert len(shown.chosen()) == 1
    assert not shown.panel.bulk.isVisible()
    shown.press(Key.Key_A, Modifier.ControlModifier)
    assert len(shown.chosen()) == 300
    shown.board.set_grouping("tag")
    assert shown.panel.bulk.count.text() == "300 selected"


def test_keys_move_select_close_and_open(shown, qtbot):
    shown.list.setFocus()
    shown.list.setCurrentIndex(shown.model.index(1, 0))
    shown.press(Key.Key_Down, Modifier.ShiftModifier)
    assert shown.chosen() == [shown.uuid(1), shown.uuid(2)]
    shown.press(Key.Key_Left)
    assert isinstance(shown.model.rows[shown.list.currentIndex().row()], GroupHead)
    shown.press(Key.Key_Left)
    assert isinstance(shown.model.rows[1], GroupHead)
    shown.press(Key.Key_Right)
    shown.press(Key.Key_Right)
    assert shown.list.currentIndex().row() == 1
    shown.press(Key.Key_End)
    assert shown.list.currentIndex().row() == len(shown.model.rows) - 1
    last = shown.list.visualRect(shown.list.currentIndex())
    assert shown.list.viewport().rect().contains(last.center())
    shown.press(Key.Key_PageUp)
    assert 0 < shown.list.currentIndex().row() < len(shown.model.rows) - 2
    with qtbot.waitSignal(shown.panel.note_wanted) as asked:
        shown.press(Key.Key_Return)
    assert asked.args[0].uuid == shown.uuid(shown.list.currentIndex().row())


def test_keys_ask_for_changes_of_all_that_are_selected(shown, qtbot):
    shown.list.setFocus()
    shown.panel.list.select_only([shown.uuid(1), shown.uuid(2)])
    wanted = shown.chosen()
    panel = shown.panel
    for key, signal, more in (
        (Key.Key_Delete, panel.deletion_wanted, []),
        (Key.Key_4, panel.style_wanted, ["red"]),
        (Key.Key_T, panel.tags_wanted, []),
        (Key.Key_D, panel.due_wanted, ["choose"]),
        (Key.Key_X, panel.done_wanted, [True]),
    ):
        with qtbot.waitSignal(signal) as asked:
            shown.press(key)
        assert [mark.uuid for mark in asked.args[0]] == wanted
        assert asked.args[1:] == more
    with qtbot.waitSignal(panel.copy_wanted):
        shown.press(Key.Key_C, Modifier.ControlModifier)
    panel.set_read_only(True)
    with qtbot.assertNotEmitted(panel.deletion_wanted, wait=10):
        shown.press(Key.Key_Delete)


def test_menus_ask_for_what_can_be_done(shown, qtbot):
    shown.panel.list.select_only([shown.uuid(1)])
    menu = shown.panel.menu_for(shown.panel.selected())
    labels = [one.text().split("\t")[0] for one in menu.actions()]
    assert {"Go to this mark", "Open the note", "Export…", "Delete"} <= set(labels)
    with qtbot.waitSignal(shown.panel.style_wanted) as asked:
        menu.actions()[labels.index("Colour")].menu().actions()[0].trigger()
    assert asked.args[1] == "yellow"
    with qtbot.waitSignal(shown.panel.due_wanted) as asked:
        menu.actions()[labels.index("Due")].menu().actions()[1].trigger()
    assert asked.args[1] == "tomorrow"
    menu.deleteLater()


def test_selection_and_place_stay_through_changes(shown, qtbot):
    bar = shown.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = shown.list.indexAt(QPoint(5, 5)).row()
    name, shift = shown.model.rows[top].name, shown.list.visualRect(shown.model.index(top, 0)).top()
    chosen = [shown.uuid(1), shown.uuid(3)]
    shown.list.select_only(chosen)
    shown.change(shown.uuid(2), deleted="2026")
    shown.change(shown.uuid(1), note="批注" * 40)
    shown.shelf.load([mark for mark in shown.shelf.marks() if mark.uuid != "m5"], {})
    qtbot.waitUntil(lambda: bar.value() > 0)
    rows = {row.name: at for at, row in enumerate(shown.model.rows)}
    qtbot.waitUntil(lambda: shown.list.visualRect(shown.model.index(rows[name], 0)).top() == shift)
    assert shown.chosen() == chosen


def test_a_recoloured_mark_stays_selected_under_its_new_colour(shown):
    shown.board.set_grouping("colour")
    shown.list.setCurrentIndex(shown.model.index(1, 0))
    (uuid,) = shown.chosen()
    shown.change(uuid, style="red")
    assert shown.chosen() == [uuid]
    head = shown.model.rows[shown.model.head_above(shown.model.row_of(uuid))]
    assert head.key == "red"
    assert shown.list.currentIndex().row() == shown.model.row_of(uuid)


def test_from_the_words_into_the_list(shown, qtbot):
    shown.bar.words.setFocus()
    shown.bar.words.setText("督查")
    QTest.keyClick(shown.bar.words, Key.Key_Down)
    assert shown.list.hasFocus()
    assert "督查" in shown.panel.selected()[0].quote + shown.panel.selected()[0].note or (
        "督查" in shown.panel.selected()[0].tags
    )


def test_rows_are_as_high_as_their_words_need(shown, qtbot):
    rows = [at for at, row in enumerate(shown.model.rows) if not isinstance(row, GroupHead)]
    tall = max(
        rows, key=lambda at: len(shown.model.rows[at].note) * 100 + shown.model.rows[at].extra
    )
    low = shown.list.visualRect(shown.model.index(0, 0)).height()
    high = shown.list.visualRect(shown.model.index(tall, 0)).height()
    assert high > 2 * low
    shown.panel.resize(500, 600)
    qtbot.waitUntil(lambda: shown.list.visualRect(shown.model.index(tall, 0)).height() < high)
    hint = shown.list.sizeHintForRow(tall)
    assert hint == shown.list.visualRect(shown.model.index(tall, 0)).height()


def test_a_mark_is_shown_though_its_group_is_closed(shown):
    shown.model.set_all_open(is_open=False)
    shown.panel.select("m9")
    assert shown.chosen() == ["m9"]
