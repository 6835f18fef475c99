"""Kept searches in the tree: live counts, what is new, groups, order, changes taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from desktop.dialogs.saved_search import SavedSearchDialog
from desktop.models.library_tree import COUNT_ROLE, NEW_ROLE
from desktop.models.tree_nodes import Node
from storage.types import Mark, Places
from tests.flows.conftest import Desk

FRESH = """霁川市人民政府公报

# 霁川市人民政府关于再建一批充电桩的通知

霁政发〔2024〕99号

各区县人民政府：

为方便群众，再建一批充电桩，请认真组织实施。

霁川市人民政府

2024年9月1日
"""


def keep(desk: Desk, name: str, query: str) -> None:
    """Search, and keep the search under a name."""
    desk.search(query)
    desk.window.results.save.click()
    dialog = desk.dialog(SavedSearchDialog)
    assert dialog.query.text() == query
    dialog.name.setText(name)
    dialog.accept()
    desk.until(lambda: find(desk, name))


def nodes(desk: Desk) -> list[Node]:
    model = desk.window.library.model
    return list(model.node(model.find("searches")).walk())[1:]


def find(desk: Desk, name: str) -> Node | None:
    return next((node for node in nodes(desk) if node.label == name), None)


def place(desk: Desk, name: str) -> QModelIndex:
    node = find(desk, name)
    assert node is not None
    return desk.window.library.model.index_of(node)


def outline(desk: Desk) -> list[str]:
    """The kept searches as the tree shows them, what stands in a group indented."""
    return ["  " * (node.parent.kind == "search-group") + node.label for node in nodes(desk)]


def choose(desk: Desk, name: str) -> None:
    tree = desk.window.library.tree
    tree.setCurrentIndex(place(desk, name))
    tree.setFocus()


def press(desk: Desk, name: str, key: Qt.Key, *, moving: bool = False) -> None:
    choose(desk, name)
    modifier = Qt.KeyboardModifier
    held = modifier.ControlModifier | modifier.ShiftModifier if moving else modifier.NoModifier
    QTest.keyClick(desk.window.library.tree, key, held)


def menu(desk: Desk, name: str, *labels: str) -> None:
    """Choose from the menu of a kept search, the last label maybe in a menu below."""
    library = desk.window.library
    shown = library.menu_for(find(desk, name) or library.model.node(library.model.find(name)))
    for label in labels[:-1]:
        shown = next(one for one in shown.findChildren(QMenu) if one.title() == label)
    next(one for one in shown.actions() if one.text() == labels[-1]).trigger()


def make_group(desk: Desk, name: str, search: str = "") -> None:
    if search:
        menu(desk, search, "移到分组", "新建分组…")
    else:
        menu(desk, "searches", "新建分组…")
    dialog = desk.dialog(QInputDialog)
    dialog.setTextValue(name)
    dialog.accept()
    desk.until(lambda: find(desk, name))


def counted(desk: Desk, name: str) -> tuple[int, int] | None:
    index = place(desk, name)
    return index.data(COUNT_ROLE), index.data(NEW_ROLE)


@pytest.fixture
def kept(full: Desk) -> Desk:
    """Three kept searches."""
    for name, query in (("充电", "充电桩"), ("水", "用水"), ("人事", "任命 OR 任免")):
        keep(full, name, query)
    return full


def test_what_is_new_is_told_until_the_search_is_opened(full: Desk, tmp_path: Path):
    keep(full, "充电", "充电桩")
    total = full.window.results.model.result.total_notices
    full.until(lambda: counted(full, "充电") == (total, 0))
    fresh = tmp_path / "新通知.txt"
    fresh.write_text(FRESH, encoding="utf-8")
    full.import_and_close_report(fresh)
    full.until(lambda: counted(full, "充电") == (total + 1, 1))
    told = place(full, "充电").data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == f"充电 {total + 1}, 新增 1 件"
    press(full, "充电", Qt.Key.Key_Return)
    full.until(lambda: full.window.results.model.result.total_notices == total + 1)
    full.until(lambda: counted(full, "充电") == (total + 1, 0))


def test_what_is_new_is_still_new_after_a_restart(
    start: Callable[[], Desk], sample: Path, tmp_path: Path
):
    desk = start()
    desk.import_and_close_report(sample)
    keep(desk, "充电", "充电桩")
    desk.until(lambda: (counted(desk, "充电") or (None, None))[0])
    total = counted(desk, "充电")[0]
    fresh = tmp_path / "新通知.txt"
    fresh.write_text(FRESH, encoding="utf-8")
    desk.import_and_close_report(fresh)
    desk.until(lambda: counted(desk, "充电") == (total + 1, 1))
    desk = start()
    desk.until(lambda: counted(desk, "充电") == (total + 1, 1))


def test_counts_follow_notes_and_tags(full: Desk):
    keep(full, "催办", "批注:催办")
    full.until(lambda: counted(full, "催办") == (0, 0))
    uuid = full.open("充电")
    full.app.jobs.marking.make((uuid, 0, 4), note="请催办")
    full.until(lambda: counted(full, "催办") == (1, 1))


def test_searches_are_moved_by_key_and_back_by_undo(kept: Desk):
    press(kept, "人事", Qt.Key.Key_Up, moving=True)
    kept.until(lambda: outline(kept) == ["充电", "人事", "水"])
    assert kept.window.library.tree.currentIndex().data() == "人事"
    press(kept, "充电", Qt.Key.Key_Down, moving=True)
    kept.until(lambda: outline(kept) == ["人事", "充电", "水"])
    kept.window.actions_["undo"].trigger()
    kept.until(lambda: outline(kept) == ["充电", "人事", "水"])
    kept.window.actions_["redo"].trigger()
    kept.until(lambda: outline(kept) == ["人事", "充电", "水"])


def test_groups_are_made_filled_left_and_dissolved(kept: Desk):
    make_group(kept, "督办", "水")
    assert outline(kept) == ["充电", "督办", "  水", "人事"]
    assert kept.window.library.tree.isExpanded(place(kept, "督办"))
    menu(kept, "人事", "移到分组", "督办")
    kept.until(lambda: outline(kept) == ["充电", "督办", "  水", "  人事"])
    press(kept, "人事", Qt.Key.Key_Down, moving=True)
    kept.until(lambda: outline(kept) == ["充电", "督办", "  水", "人事"])
    press(kept, "督办", Qt.Key.Key_Up, moving=True)
    kept.until(lambda: outline(kept) == ["督办", "  水", "充电", "人事"])
    menu(kept, "督办", "解散分组")
    kept.until(lambda: outline(kept) == ["水", "充电", "人事"])
    kept.window.actions_["undo"].trigger()
    kept.until(lambda: outline(kept) == ["督办", "  水", "充电", "人事"])


def test_a_group_is_deleted_with_its_searches_and_taken_back(kept: Desk):
    make_group(kept, "督办", "水")
    press(kept, "督办", Qt.Key.Key_Delete)
    kept.until(lambda: outline(kept) == ["充电", "人事"])
    kept.until(lambda: "督办" in kept.said())
    kept.window.message_bar.action.click()
    kept.until(lambda: outline(kept) == ["充电", "督办", "  水", "人事"])
    kept.until(lambda: counted(kept, "水")[0] is not None)


def drop(desk: Desk, name: str, onto: str, row: int) -> bool:
    """Drag a kept search to a row of a group, or of the folder of all."""
    model = desk.window.library.model
    target = model.find("searches") if onto == "searches" else place(desk, onto)
    data = model.mimeData([place(desk, name)])
    return model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, target)


def test_searches_are_dragged_to_rows_and_into_groups(kept: Desk):
    assert drop(kept, "充电", "searches", 3)
    kept.until(lambda: outline(kept) == ["水", "人事", "充电"])
    assert drop(kept, "充电", "searches", 0)
    kept.until(lambda: outline(kept) == ["充电", "水", "人事"])
    make_group(kept, "督办")
    assert drop(kept, "水", "督办", -1)
    kept.until(lambda: outline(kept) == ["充电", "人事", "督办", "  水"])
    make_group(kept, "别的")
    assert not drop(kept, "别的", "督办", -1)
    assert drop(kept, "水", "searches", 1)
    kept.until(lambda: outline(kept) == ["充电", "水", "人事", "督办", "别的"])


def test_name_query_order_and_group_are_changed_in_one_dialog(kept: Desk):
    make_group(kept, "督办")
    press(kept, "水", Qt.Key.Key_F2)
    dialog = kept.dialog(SavedSearchDialog)
    assert (dialog.name.text(), dialog.query.text()) == ("水", "用水")
    dialog.name.setText("桩")
    dialog.query.setText("充电桩")
    dialog.sort.setCurrentIndex(dialog.sort.findData("date"))
    dialog.group.setCurrentIndex(1)
    dialog.accept()
    kept.until(lambda: outline(kept) == ["充电", "人事", "督办", "  桩"])
    kept.until(lambda: counted(kept, "桩") == counted(kept, "充电"))
    assert find(kept, "桩").value.sort == "date"
    kept.window.actions_["undo"].trigger()
    kept.until(lambda: outline(kept) == ["充电", "水", "人事", "督办"])


def test_nothing_is_kept_without_a_name_or_a_query(kept: Desk):
    press(kept, "水", Qt.Key.Key_F2)
    dialog = kept.dialog(SavedSearchDialog)
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert ok.isEnabled()
    dialog.query.setText("  ")
    assert not ok.isEnabled()
    dialog.query.setText("用水")
    dialog.name.clear()
    assert not ok.isEnabled()
    dialog.reject()


def test_a_broken_query_is_counted_as_what_is_sensible_and_says_so(full: Desk):
    keep(full, "坏的", "充电桩 AND (")
    keep(full, "好的", "充电桩")
    full.until(lambda: counted(full, "坏的") == counted(full, "好的") != (None, 0))
    tip = place(full, "坏的").data(Qt.ItemDataRole.ToolTipRole)
    assert len(tip.splitlines()) == 2
    assert place(full, "好的").data(Qt.ItemDataRole.ToolTipRole) == "充电桩"


def test_the_filter_finds_searches_and_their_groups(kept: Desk, qtbot):
    make_group(kept, "督办", "水")
    kept.window.library.filter.setText("用水")
    kept.until(lambda: outline(kept) == ["督办", "  水"])
    kept.window.library.filter.clear()
    kept.until(lambda: len(outline(kept)) == 4)


def test_what_another_window_changes_is_seen(kept: Desk, places: Places):
    from storage.library import Library

    kept.until(lambda: counted(kept, "充电") == (counted(kept, "充电")[0], 0))
    other = Library.open(kept.library, cache=places.cache, dictionary=places.dictionary)
    with other:
        other.save_search("别处存的", "充电桩")
    kept.app.jobs.look_elsewhere()
    kept.until(lambda: find(kept, "别处存的"))
    kept.until(lambda: counted(kept, "别处存的") == counted(kept, "充电"))


def test_a_mark_is_no_kept_search(full: Desk):
    """Undo goes through both in the order in which they were made."""
    keep(full, "充电", "充电桩")
    full.open("充电")
    full.mark("充电")
    marks: list[Mark] = full.page.painter.marks
    assert marks
    full.window.actions_["undo"].trigger()
    full.until(lambda: not full.page.painter.marks)
    assert find(full, "充电")
    full.window.actions_["undo"].trigger()
    full.until(lambda: not nodes(full))
