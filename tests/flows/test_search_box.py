"""The search box: completions, what is wrong with a query, help, and input methods."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.panels.query_help import QueryHelp
from tests.flows.conftest import Desk


def write(desk: Desk, text: str) -> None:
    """Put the keyboard into the box and type, as an input method does."""
    box = desk.window.search_box
    desk.window.activateWindow()
    desk.window.actions_["search"].trigger()
    desk.until(box.hasFocus)
    box.clear()
    commit(desk, text)


def commit(desk: Desk, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(desk.window.search_box, event)


def compose(desk: Desk, letters: str) -> None:
    QApplication.sendEvent(desk.window.search_box, QInputMethodEvent(letters, []))


def offered(desk: Desk) -> list[str]:
    tree = desk.window.search_box.popup.list
    return [tree.topLevelItem(at).text(0) for at in range(tree.topLevelItemCount())]


def listed(desk: Desk) -> bool:
    popup = desk.window.search_box.popup
    return popup.isVisible() and popup.list.isVisible()


def press(desk: Desk, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(desk.window.search_box, key)


def marked(desk: Desk) -> bool:
    return desk.window.search_box._marked


def test_a_field_and_its_value_are_completed_by_keyboard(full: Desk):
    box = full.window.search_box
    write(full, "标题")
    full.until(lambda: listed(full))
    assert offered(full)[0] == "标题:"
    press(full, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert box.text() == "标题:"
    write(full, "充电 发文机关:霁川")
    full.until(lambda: listed(full) and "霁川市人民政府" in offered(full))
    press(full, Qt.Key.Key_Down)
    chosen = offered(full)[0]
    press(full, Qt.Key.Key_Return)
    assert box.text() == f"充电 发文机关:{chosen}"
    assert not listed(full)
    full.until(lambda: full.window.results.model.result.query == box.text())
    assert QApplication.focusWidget() is box
    press(full, Qt.Key.Key_Return)
    full.until(lambda: QApplication.focusWidget() is full.window.results.tree)


def test_escape_closes_the_list_and_enter_without_a_choice_searches(full: Desk):
    write(full, "标题")
    full.until(lambda: listed(full))
    press(full, Qt.Key.Key_Escape)
    assert not listed(full)
    assert full.window.search_box.text() == "标题"
    write(full, "标题")
    full.until(lambda: listed(full))
    press(full, Qt.Key.Key_Return)
    full.until(lambda: full.window.searching.settled and full.window.searching.query == "标题")
    assert not listed(full)


def test_nothing_is_listed_while_one_composes(full: Desk):
    write(full, "标题")
    full.until(lambda: listed(full))
    compose(full, "chong")
    assert not listed(full)
    box = full.window.search_box
    full.until(lambda: not box._pause.isActive())
    box.show_completions("标题", 2, [])
    assert box.text() == "标题"
    assert not listed(full)
    commit(full, "充")
    assert box.text() == "标题充"


def test_what_was_searched_before_is_offered_in_the_empty_box(full: Desk):
    full.search("充电")
    full.search("财政")
    write(full, "")
    press(full, Qt.Key.Key_Down)
    assert offered(full) == ["财政", "充电"]
    press(full, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert full.window.search_box.text() == "充电"


def test_a_wrong_query_is_explained_at_its_place(full: Desk):
    write(full, "充电 AND")
    full.until(lambda: full.window.results.model.result.query == "充电 AND")
    box, panel = full.window.search_box, full.window.results
    assert panel.model.result.total_hits > 0  # something sensible is searched
    assert "AND" in panel.problem.text()
    assert marked(full)
    before = box.grab().toImage()
    full.until(lambda: box.popup.isVisible())
    assert "AND" in box.popup.reason.text()
    commit(full, " 设施")
    assert not marked(full)
    assert not box.popup.isVisible()
    assert box.grab().toImage() != before
    assert box.text() == "充电 AND 设施"
    full.until(lambda: full.window.results.model.result.query == "充电 AND 设施")
    assert not panel.problem.isVisible()


def test_marking_a_query_leaves_composing_alone(full: Desk):
    write(full, "充电 AND")
    compose(full, "she")
    box = full.window.search_box
    box.show_problems("充电 AND", [(3, 6)], "缺少")
    assert not marked(full)
    commit(full, "设")
    assert box.text() == "充电 AND设"


def test_another_query_is_offered_where_nothing_is_found(full: Desk):
    full.search("“充电基础设旋”")
    panel = full.window.results
    assert "充电基础设施" in panel.meant.text()
    panel.meant.linkActivated.emit(panel.model.result.meant[0])
    full.until(lambda: full.window.searching.settled)
    assert panel.model.result.total_hits > 0
    assert full.window.search_box.text() == "“充电基础设施”"


def test_help_puts_an_example_into_the_box(full: Desk):
    write(full, "充电")
    full.window.actions_["search-help"].trigger()
    guide = full.dialog(QueryHelp)
    example = next(one for one in guide.examples if one.text() == "种类:通知")
    example.click()
    box = full.window.search_box
    assert box.text() == "充电 种类:通知"
    full.until(lambda: full.window.results.model.result.query == "充电 种类:通知")
    assert full.window.results.model.result.total_notices > 0


def test_every_example_of_the_help_is_a_sound_query(full: Desk):
    guide = QueryHelp(full.window.search_box)
    examples = [one.text() for one in guide.examples]
    guide.deleteLater()
    for example in examples:
        full.search(example)
        keys = {one.key for one in full.window.results.model.result.problems}
        assert keys <= {"search-loosened"}, example
