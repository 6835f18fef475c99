"""The window for those who do not see it or use no mouse: names, focus, keys, scaling."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QScrollBar,
    QWidget,
)

from tests.flows.conftest import Desk

_DIALOGS = ("preferences", "shortcuts", "about", "export")


def focusable(top: QWidget) -> list[QWidget]:
    """The shown widgets that the keyboard can reach."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisibleTo(top)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not isinstance(widget, QScrollBar)
        and not (isinstance(widget.parent(), QAbstractScrollArea) and widget.objectName() == "")
    ]


def nameless(top: QWidget) -> list[str]:
    """What a screen reader would call by no name."""
    found = []
    for widget in focusable(top):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} in {widget.parent()!r}")
    return found


def test_every_part_of_the_window_has_a_name(full: Desk):
    full.window.resize(1280, 800)
    full.open("充电")
    full.mark("充电设施")
    full.search("充电")
    full.reader.marking.open_card(full.page.painter.marks[0], write=True)
    full.reader.open_find()
    for at in range(full.window.right.count()):
        full.window.right.setCurrentIndex(at)
        assert nameless(full.window) == []


@pytest.mark.parametrize("name", _DIALOGS)
def test_every_part_of_a_dialog_has_a_name(full: Desk, name: str):
    full.open("充电")
    full.window.actions_[name].trigger()
    dialog = full.dialog(QDialog)
    assert nameless(dialog) == []
    dialog.close()


def test_no_two_actions_have_the_same_key(full: Desk):
    keys = defaultdict(set)
    for _, actions in full.window.actions_.groups:
        for action in actions:
            for sequence in action.shortcuts():
                keys[sequence.toString(QKeySequence.SequenceFormat.PortableText)].add(action.text())
    assert {key: names for key, names in keys.items() if len(names) > 1} == {}


def test_no_two_entries_of_a_menu_have_the_same_letter(full: Desk):
    for menu in full.window.menuBar().actions():
        letters = defaultdict(list)
        for action in menu.menu().actions():
            place = action.text().replace("&&", "").find("&")
            if place >= 0:
                letters[action.text()[place + 1].lower()].append(action.text())
        assert {key: names for key, names in letters.items() if len(names) > 1} == {}, menu.text()


def test_tab_goes_round_through_all_parts(full: Desk):
    full.open("市人民政府令")
    full.window.resize(1280, 800)
    full.window.activateWindow()
    full.window.search_box.setFocus()
    full.until(full.window.search_box.hasFocus)
    seen: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert full.window.library.tree in seen
    assert full.page in seen
    assert full.window.outline.list in seen
