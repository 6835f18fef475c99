"""Reading: tree, page, outline, back and forward, neighbours, places, how it looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget

from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.models.outline import OFFSET_ROLE
from tests.flows.conftest import Desk


def test_a_notice_is_read_by_its_outline(full: Desk):
    full.open("充电")
    outline = full.window.outline
    assert outline.model.rowCount() > 5
    last = outline.model.index(outline.model.rowCount() - 2, 0)
    outline.list.clicked.emit(last)
    full.until(lambda: full.page.shows(last.data(OFFSET_ROLE)))
    full.until(lambda: outline.list.currentIndex().row() >= last.row() - 1)
    # While the page is being set, the bar's top is that of what is set, not the page's.
    full.until(lambda: not full.page.busy)
    full.page.verticalScrollBar().setValue(0)
    full.until(lambda: not outline.list.currentIndex().isValid())


def test_back_forward_and_neighbours(full: Desk):
    first = full.open("充电")
    second = full.open("供水突发事件")
    actions = full.window.actions_
    assert actions["back"].isEnabled()
    assert not actions["forward"].isEnabled()
    actions["back"].trigger()
    full.until(lambda: full.reader.uuid == first)
    actions["forward"].trigger()
    full.until(lambda: full.reader.uuid == second)
    order = [notice.uuid for notice in full.window.library.model.notices()]
    actions["next-notice"].trigger()
    full.until(lambda: full.reader.uuid == order[order.index(second) + 1])
    actions["previous-notice"].trigger()
    full.until(lambda: full.reader.uuid == second)


def test_each_notice_opens_where_it_was_left(start: Callable[[], Desk], sample: Path):
    desk = start()
    desk.import_and_close_report(sample)
    desk.open("充电")
    desk.page.scroll_to(1500)
    place = desk.page.top_offset()
    assert place > 1000
    desk.open("供水突发事件")
    uuid = desk.open("充电")
    desk.until(lambda: abs(desk.page.top_offset() - place) < 80)
    again = start()
    again.until(lambda: again.reader.uuid == uuid)
    again.until(lambda: abs(again.page.top_offset() - place) < 80)
    recent = again.window.library.model.find("recent")
    assert again.window.library.model.rowCount(recent) == 2


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_preferences_change_the_page_at_once(full: Desk, theme: str):
    full.open("充电")
    full.window.actions_["preferences"].trigger()
    dialog = full.dialog(PreferencesDialog)
    dialog.theme.setCurrentIndex(dialog.theme.findData(theme))
    dialog.font_size.setCurrentIndex(dialog.font_size.findData(24))
    full.until(lambda: full.page.document().defaultFont().pointSize() == 24)
    height = full.page.document().size().height()
    dialog.spacing.setCurrentIndex(dialog.spacing.findData(230))
    full.until(lambda: full.page.document().size().height() > height * 1.15)
    dark = full.page.grab().toImage().pixelColor(20, 200).lightness() < 100
    assert dark == (theme == "dark")
    dialog.close()
    assert full.app.settings.theme == theme


def test_a_dialog_is_opened_once_and_closed_with_the_window(full: Desk):
    for _ in range(2):
        full.window.actions_["preferences"].trigger()
    assert len(full._open(PreferencesDialog)) == 1
    dialog = full.dialog(PreferencesDialog)
    dialog.author.setText("李主任")
    full.window.close()
    assert full.app.settings.author == "李主任"
    assert full._open(PreferencesDialog) == []


def test_zoom_by_key(full: Desk):
    full.open("充电")
    before = full.page.document().defaultFont().pointSize()
    full.window.actions_["larger"].trigger()
    full.until(lambda: full.page.document().defaultFont().pointSize() > before)
    full.window.actions_["usual-size"].trigger()
    full.until(lambda: full.page.document().defaultFont().pointSize() == before)


def test_every_part_that_takes_the_keyboard_has_a_name(full: Desk):
    full.open("充电")
    full.window.actions_["find"].trigger()
    kinds = (QLineEdit, QTextEdit, QAbstractItemView, QAbstractButton)
    nameless = [
        widget
        for widget in full.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_every_shortcut_is_listed_and_none_is_given_twice(full: Desk):
    seen: dict[str, str] = {}
    for _, actions in full.window.actions_.groups:
        for action in actions:
            for keys in action.shortcuts():
                assert keys.toString() not in seen, (keys.toString(), action.text())
                seen[keys.toString()] = action.text()
    full.window.actions_["shortcuts"].trigger()
    dialog = full.dialog(ShortcutsDialog)
    listed = " ".join(dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount()))
    assert "F3" in listed
    assert "Ctrl+K" in listed
    dialog.close()


def test_english_can_be_chosen(start: Callable[..., Desk]):
    desk = start("en")
    assert desk.window.left.tabText(0) == "Library"
    desk = start("zh")
    assert desk.window.left.tabText(0) == "资料库"


def test_the_window_remembers_how_it_stood(start: Callable[[], Desk]):
    desk = start()
    desk.window.resize(780, 600)
    desk.window.splitter.setSizes([330, 250, 200])
    sizes = desk.window.splitter.sizes()
    again = start()
    assert (again.window.width(), again.window.height()) == (780, 600)
    assert again.window.splitter.sizes() == sizes


def test_a_closed_window_shows_no_page_any_more(full: Desk):
    shown: list[str] = []
    full.reader.shown.connect(shown.append)
    notice = max(full.window.library.model.notices(), key=lambda one: one.title)
    full.window.library.notice_wanted.emit(notice.uuid)
    full.until(lambda: full.reader.uuid == notice.uuid)
    shown.clear()
    full.window.close()
    full.window.actions_["larger"].trigger()
    full.reader.page.resize(500, 500)
    full.until(lambda: not full.app.jobs.busy)
    assert shown == []
    assert full.reader.uuid == ""
