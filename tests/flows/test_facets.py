"""Narrowing what was found, sorting it, and searching while one types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from desktop.dialogs import file_choice
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.saved_search import SavedSearchDialog
from desktop.models.library_tree import COUNT_ROLE
from storage.types import Edit, Issue, TagsChange
from tests import factories
from tests.flows.conftest import Desk

CITY, COUNTY = "云州市人民政府", "白石县人民政府"


@pytest.fixture
def desk(start: Callable[[], Desk], tmp_path: Path) -> Desk:
    """The program on a library of two bodies and three years; one notice has a tag."""
    with factories.open_library(tmp_path) as library:
        for year in (2021, 2022, 2023):
            made = [
                factories.notice(
                    f"{body}关于{year}年第{at}件事项的通知",
                    f"{body[:1]}政发〔{year}〕{at}号",
                    issuer=body,
                    date=f"{year}-0{at}-05",
                )
                for body, count in ((CITY, 3), (COUNTY, 2))
                for at in range(1, count + 1)
            ]
            factories.take_in(library, *made, issue=Issue("云州市人民政府公报", year, 1))
        uuid = library.notices()[0].uuid
        library.apply(Edit("edit-tags", notices=(TagsChange(uuid, (), ("重要",)),)))
        factories.run(library.catch_up())
    made = start()
    made.until(made.titles)
    return made


def values(desk: Desk) -> dict[str, dict[str, str]]:
    """The facets as they are seen: by name, the values and counts."""
    tree, found = desk.window.results.facets, dict[str, dict[str, str]]()
    for row in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(row)
        children = [head.child(at) for at in range(head.childCount())]
        found[head.text(0)] = {one.text(0): one.text(1) for one in children}
    return found


def item(desk: Desk, facet: str, value: str) -> QTreeWidgetItem:
    tree = desk.window.results.facets
    (head,) = tree.findItems(facet, Qt.MatchFlag.MatchExactly)
    return next(one for at in range(head.childCount()) if (one := head.child(at)).text(0) == value)


def click(desk: Desk, facet: str, value: str) -> None:
    """Click on a value, as a user does."""
    tree = desk.window.results.facets
    found = item(desk, facet, value)
    found.parent().setExpanded(True)
    tree.scrollToItem(found)
    place = tree.visualItemRect(found).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.until(lambda: desk.window.searching.settled)


def chips(desk: Desk) -> list[str]:
    return [chip.text() for chip in desk.window.results.chips.chips if chip.isVisible()]


def listed(desk: Desk) -> list[str]:
    return [one.summary.number or "" for one in desk.window.results.model.result.notices]


def test_a_click_narrows_and_every_facet_counts_without_its_own_choice(desk: Desk):
    desk.search("充电桩")
    assert values(desk)["年份"] == {"2023": "5", "2022": "5", "2021": "5"}
    assert values(desk)["发文机关"] == {CITY: "9", COUNTY: "6"}
    assert "公报" not in values(desk)  # there is only one
    click(desk, "年份", "2023")
    assert len(listed(desk)) == 5
    assert "，5 件" in desk.window.results.count.text()
    assert values(desk)["年份"] == {"2023": "5", "2022": "5", "2021": "5"}
    assert values(desk)["发文机关"] == {CITY: "3", COUNTY: "2"}
    click(desk, "年份", "2021")  # one or the other
    assert len(listed(desk)) == 10
    click(desk, "发文机关", COUNTY)
    assert len(listed(desk)) == 4
    assert chips(desk) == ["年份：2023 ×", "年份：2021 ×", f"发文机关：{COUNTY} ×", "全部清除"]
    assert item(desk, "年份", "2021").checkState(0) == Qt.CheckState.Checked
    desk.window.results.chips.chips[0].click()
    desk.until(lambda: desk.window.searching.settled)
    assert len(listed(desk)) == 2
    desk.window.results.chips.chips[-1].click()
    desk.until(lambda: desk.window.searching.settled)
    assert len(listed(desk)) == 15
    assert chips(desk) == []


def test_facets_are_chosen_with_the_keyboard(desk: Desk):
    desk.search("充电桩")
    tree = desk.window.results.facets
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(0))
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    desk.until(lambda: desk.window.searching.settled)
    assert len(listed(desk)) == 5
    assert QApplication.focusWidget() is tree
    assert tree.currentItem().text(0) == "2023"
    QTest.keyClick(tree, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.searching.settled)
    assert len(listed(desk)) == 15


def test_notices_without_a_tag_can_be_asked_for(desk: Desk):
    desk.search("充电桩")
    click(desk, "标签", "（无）")
    assert len(listed(desk)) == 14
    assert item(desk, "标签", "（无）").parent().isExpanded()


def test_a_saved_search_keeps_its_narrowing(desk: Desk):
    desk.search("充电桩")
    click(desk, "年份", "2022")
    click(desk, "发文机关", COUNTY)
    desk.window.results.save.click()
    dialog = desk.dialog(SavedSearchDialog)
    dialog.name.setText("县里 2022")
    dialog.accept()
    model = desk.window.library.model
    desk.until(lambda: [node for node in model.nodes() if node.kind == "search"])
    (node,) = [node for node in model.nodes() if node.kind == "search"]
    desk.search("财政局")
    assert chips(desk) == []
    desk.window.library.saved_search_wanted.emit(node.value)
    desk.until(lambda: desk.window.searching.settled)
    assert desk.window.search_box.text() == "充电桩"
    assert len(listed(desk)) == 2
    assert len(chips(desk)) == 3
    count = desk.window.library.model.index_of(node)
    desk.until(lambda: count.data(COUNT_ROLE) == 2)


def test_an_export_holds_what_is_narrowed_alone(desk: Desk, tmp_path: Path, monkeypatch):
    target = tmp_path / "检索.md"
    monkeypatch.setattr(file_choice, "file_to_write", lambda *_: str(target))
    desk.search("充电桩")
    click(desk, "年份", "2022")
    desk.window.results.export.click()
    dialog = desk.dialog(ExportDialog)
    dialog.formats.button(1).click()
    dialog.go.click()
    desk.until(lambda: str(target) in desk.said())
    text = target.read_text(encoding="utf-8")
    assert "2022年第1件事项" in text
    assert "2023年第" not in text


def test_results_are_sorted_and_the_order_is_remembered(desk: Desk, start: Callable[[], Desk]):
    desk.search("充电桩")
    sort = desk.window.results.bar.sort
    sort.setCurrentIndex(1)
    sort.activated.emit(1)
    desk.until(lambda: desk.window.searching.settled)
    assert listed(desk)[0] == "云政发〔2023〕3号"
    assert listed(desk)[-1].endswith("〔2021〕1号")
    sort.setCurrentIndex(2)
    sort.activated.emit(2)
    desk.until(lambda: desk.window.searching.settled)
    assert listed(desk)[:2] == ["云政发〔2021〕1号", "云政发〔2021〕2号"]
    desk.window.results.bar.facets.click()
    assert not desk.window.results.facets.isVisible()
    again = start()
    again.search("充电桩")
    assert again.window.results.bar.sort.currentIndex() == 2
    assert listed(again)[0] == "云政发〔2021〕1号"
    assert not again.window.results.facets.isVisible()


def test_results_come_while_one_types_and_the_keyboard_stays_in_the_box(desk: Desk):
    box, window = desk.window.search_box, desk.window
    window.activateWindow()
    box.setFocus()
    for text in ("充", "充电", "充电桩"):
        box.setText(text)
        box.textEdited.emit(text)
    desk.until(lambda: window.results.model.result.query == "充电桩")
    desk.until(lambda: window.searching.settled)
    assert window.left.currentWidget() is window.results
    assert QApplication.focusWidget() is box
    assert len(listed(desk)) == 15
    assert "充电桩" not in box.earlier()  # it may be on the way to something else
    QTest.keyClick(box, Qt.Key.Key_Return)
    desk.until(lambda: QApplication.focusWidget() is window.results.tree)
    assert box.earlier()[0] == "充电桩"


def test_one_character_waits_for_enter(desk: Desk):
    box = desk.window.search_box
    box.setText("桩")
    box.textEdited.emit("桩")
    typed = desk.window.searching._typed
    desk.until(lambda: not typed.isActive())
    assert desk.window.searching.settled
    assert desk.window.results.model.result.query == ""
    desk.search("桩")
    assert len(listed(desk)) == 15


def test_at_least_is_said_until_all_is_counted(desk: Desk):
    desk.search("充电桩")
    panel = desk.window.results
    result = panel.model.result
    from dataclasses import replace

    first = replace(result, notices=result.notices[:3], complete=False, facets=())
    panel.set_result(first, panel.asked)
    assert panel.count.text().startswith("至少")
    assert panel.facets.isVisible()  # those of before stay until they are counted anew
    panel.tree.setCurrentIndex(panel.model.index(2, 0))
    panel.add_result(result)
    assert "至少" not in panel.count.text()
    assert panel.tree.currentIndex().row() == 2
    assert len(listed(desk)) == 15
