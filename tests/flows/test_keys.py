"""What is reached by the keyboard alone: from the filter, from input boxes, from the marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow

from desktop.actions import Actions
from desktop.models.library_tree import NODE_ROLE
from storage.types import NoticeSummary
from tests.flows.conftest import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


class GreedyBox(QLineEdit):
    """A box that claims each key for itself, as Qt's do on X11 with Ctrl+E."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.mark.parametrize(
    ("key", "name", "works"),
    [
        (Qt.Key.Key_E, "export", True),
        (Qt.Key.Key_K, "search", True),
        (Qt.Key.Key_C, "copy", False),
        (Qt.Key.Key_Z, "undo", False),
    ],
)
def test_shortcuts_work_from_an_input_box(qtbot, key: Qt.Key, name: str, works: bool):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions, box = Actions(window), GreedyBox()
    window.setCentralWidget(box)
    actions.keep_keys_from([box])
    done: list[str] = []
    actions[name].triggered.connect(lambda: done.append(name))
    window.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, key, CONTROL)
    assert done == ([name] if works else [])


def test_export_is_asked_from_every_box(desk: Desk):
    desk.window.activateWindow()
    for box in (desk.window.search_box, desk.window.library.filter):
        box.setFocus()
        desk.until(box.hasFocus)
        QTest.keyClick(box, Qt.Key.Key_E, CONTROL)
        desk.until(lambda: "导出" in desk.said())
        desk.window.message_bar.dismiss()


def current(desk: Desk) -> object:
    index = desk.window.library.tree.currentIndex()
    return index.data(NODE_ROLE).value if index.isValid() else None


def test_enter_in_the_filter_opens_the_only_document(full: Desk):
    full.window.activateWindow()
    full.window.actions_["filter"].trigger()
    box = full.window.library.filter
    full.until(box.hasFocus)
    box.setText("供水突发事件")
    QTest.keyClick(box, Qt.Key.Key_Return)
    full.until(lambda: full.reader.stored and "供水突发事件" in full.reader.stored.summary.title)
    full.until(full.page.hasFocus)


def test_down_in_the_filter_goes_to_the_first_document(full: Desk):
    full.window.activateWindow()
    full.window.actions_["filter"].trigger()
    box, tree = full.window.library.filter, full.window.library.tree
    full.until(box.hasFocus)
    box.setText("通知")
    QTest.keyClick(box, Qt.Key.Key_Down)
    full.until(tree.hasFocus)
    first = current(full)
    assert isinstance(first, NoticeSummary)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    full.until(lambda: full.reader.uuid == first.uuid)


def test_enter_with_several_documents_goes_to_the_first_and_opens_none(full: Desk):
    full.window.activateWindow()
    full.window.actions_["filter"].trigger()
    box = full.window.library.filter
    full.until(box.hasFocus)
    box.setText("通知")
    QTest.keyClick(box, Qt.Key.Key_Return)
    full.until(full.window.library.tree.hasFocus)
    assert isinstance(current(full), NoticeSummary)
    assert full.reader.uuid == ""


def with_note(desk: Desk) -> str:
    """Mark words of the open notice with a note; the mark's uuid."""
    desk.mark("充电基础设施")
    (mark,) = desk.page.painter.marks
    desk.reader.card.note_written.emit(mark.uuid, "请核对", "")
    desk.until(lambda: desk.page.painter.marks[0].note)
    return mark.uuid


def test_a_click_on_a_mark_shows_its_note_and_a_key_goes_into_it(full: Desk):
    full.window.activateWindow()
    full.open("充电")
    with_note(full)
    marks = full.page.painter.marks
    full.page.mark_pressed.emit(marks, full.page.rectangle(marks[0].start))
    assert full.reader.card.box.view.isVisible()
    full.window.actions_["open-mark"].trigger()
    full.until(full.reader.card.note.hasFocus)
    assert full.reader.card.note.textCursor().atEnd()
    QTest.keyClicks(full.reader.card.note, " ok")
    full.reader.card.dismiss()
    full.until(lambda: full.page.painter.marks[0].note == "请核对 ok")


def test_enter_in_the_list_of_marks_opens_the_note(full: Desk):
    full.window.activateWindow()
    marked = full.open("充电")
    uuid = with_note(full)
    panel = full.window.marks
    panel.bar.scope.setCurrentIndex(panel.bar.scope.findData("library"))
    for other in (False, True):
        if other:
            full.reader.card.dismiss()
            full.open("供水突发事件")
        full.window.actions_["go-marks"].trigger()
        full.until(lambda: panel.model.row_of(uuid) >= 0 and panel.list.hasFocus())
        panel.select(uuid)
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
        full.until(lambda: full.reader.uuid == marked)
        full.until(full.reader.card.note.hasFocus)
        assert full.reader.card.note.toPlainText() == "请核对"


def test_the_first_window_fits_the_screen(desk: Desk):
    """The screen of these tests is a small one, so the window takes all of it."""
    screen = QGuiApplication.primaryScreen()
    assert screen.size().width() <= 1440
    assert desk.window.isMaximized()
    room = screen.availableGeometry()
    assert desk.window.normalGeometry().size().expandedTo(QSize(1, 1)).height() < room.height()
