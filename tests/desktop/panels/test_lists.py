"""Tree, results, marks, outline: what they show, and what they ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.outline import outline_entries
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.outline_panel import OutlinePanel
from desktop.panels.results_panel import ResultsPanel
from desktop.theme import THEMES, Dress
from storage.types import (
    Choice,
    Facet,
    FacetValue,
    Hit,
    NoticeHits,
    SavedSearch,
    SearchResult,
)
from tests.desktop.pages import issue_summary, summary
from tests.desktop.places import places_in
from tests.factories import notice

SEARCH = SavedSearch("s", "充电桩", "“充电桩”")


def library() -> tuple[list, list, list]:
    """One issue with two notices and a saved search."""
    second = notice("云州市人民政府关于电网规划的通知", "云政发〔2023〕14号")
    notices = [summary(notice(), "a", 4, 0), summary(second, "b", 4, 1)]
    return [issue_summary(4)], notices, [SEARCH]


def shown(qtbot, tmp_path, panel):
    """A panel, dressed and on the screen."""
    qtbot.addWidget(panel)
    panel.set_dress(Dress(THEMES["dark"], places_in(tmp_path).resources / "styles"))
    panel.resize(320, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


# ---------------------------------------------------------------- the tree


@pytest.fixture
def tree(qtbot, tmp_path) -> LibraryPanel:
    panel = shown(qtbot, tmp_path, LibraryPanel())
    panel.set_tree(library())
    return panel


def test_enter_and_click_open_a_notice(tree: LibraryPanel, qtbot):
    index = tree.model.find("notice/b")
    tree.tree.setCurrentIndex(index)
    with qtbot.waitSignal(tree.notice_wanted) as asked:
        QTest.keyClick(tree.tree, Qt.Key.Key_Return)
    assert asked.args == ["b"]
    place = tree.tree.visualRect(tree.model.find("notice/a")).center()
    with qtbot.waitSignal(tree.notice_wanted) as asked:
        QTest.mouseClick(tree.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["a"]


def test_a_saved_search_asks_to_be_run(tree: LibraryPanel, qtbot):
    tree.tree.setCurrentIndex(tree.model.find("search/s"))
    with qtbot.waitSignal(tree.saved_search_wanted) as asked:
        QTest.keyClick(tree.tree, Qt.Key.Key_Return)
    assert asked.args == [SEARCH]


def test_the_filter_opens_what_it_finds_and_gives_the_tree_back(tree: LibraryPanel, qtbot):
    year = tree.model.find("year/云州市人民政府公报/2023")
    tree.tree.collapse(year)
    tree.filter.setText("电网")
    qtbot.waitUntil(lambda: not tree.model.find("notice/a").isValid())
    found = tree.model.find("notice/b")
    assert found.isValid()
    assert tree.tree.visualRect(found).height() > 0
    assert not tree.model.find("notice/a").isValid()
    tree.filter.clear()
    qtbot.waitUntil(lambda: tree.model.find("notice/a").isValid())
    assert not tree.tree.isExpanded(tree.model.find("year/云州市人民政府公报/2023"))


def test_what_is_open_and_chosen_survives_a_reload(tree: LibraryPanel):
    tree.select_notice("b")
    tree.tree.setExpanded(tree.model.find("issue/4"), True)
    tree.set_tree(library())
    assert tree.tree.isExpanded(tree.model.find("issue/4"))
    assert tree.tree.currentIndex().data() == "云州市人民政府关于电网规划的通知"


@pytest.mark.parametrize(
    ("key", "signal", "label"),
    [
        ("issue/4", "export_issue_wanted", "Export…"),
        ("issue/4", "findings_wanted", "What was doubtful…"),
        ("issue/4", "delete_issue_wanted", "Delete this issue…"),
    ],
)
def test_menus_ask_for_what_can_be_done(tree: LibraryPanel, qtbot, key, signal, label):
    node = tree.model.node(tree.model.find(key))
    menu = tree.menu_for(node)
    action = next(one for one in menu.actions() if one.text() == label)
    with qtbot.waitSignal(getattr(tree, signal)) as asked:
        action.trigger()
    assert asked.args == [node.value]
    menu.deleteLater()


def test_a_folder_has_no_menu(tree: LibraryPanel):
    menu = tree.menu_for(tree.model.node(tree.model.find("searches")))
    assert menu.actions() == []
    menu.deleteLater()


# ---------------------------------------------------------------- results


@pytest.fixture
def results(qtbot, tmp_path) -> ResultsPanel:
    return shown(qtbot, tmp_path, ResultsPanel())


def answer() -> SearchResult:
    """Two notices, three hits."""
    hits = tuple(Hit(at, at + 3, "充电桩", "关于加快", "建设的通知") for at in (4, 40))
    found = (
        NoticeHits(summary(notice(), "a"), hits),
        NoticeHits(summary(notice(), "b"), hits[:1]),
    )
    return SearchResult("充电桩", found, 2, 3)


def test_results_are_counted_and_enter_opens_a_hit(results: ResultsPanel, qtbot):
    results.set_result(answer())
    assert results.count.text() == "3 places in 2 documents"
    results.focus_results()
    with qtbot.waitSignal(results.hit_wanted) as asked:
        QTest.keyClick(results.tree, Qt.Key.Key_Return)
    assert asked.args == ["a", 0]
    QTest.keyClick(results.tree, Qt.Key.Key_Down)
    QTest.keyClick(results.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(results.hit_wanted) as asked:
        QTest.keyClick(results.tree, Qt.Key.Key_Return)
    assert asked.args == ["a", 1]


def test_no_result_says_what_to_do(results: ResultsPanel):
    results.set_result(SearchResult("没有", (), 0, 0), told=["引号没有配对"])
    assert results.hint.isVisible()
    assert results.problem.text() == "引号没有配对"
    assert not results.export.isEnabled()


def test_more_than_shown_is_said(results: ResultsPanel):
    found = answer()
    results.set_result(SearchResult("充电桩", found.notices, 99, 300))
    assert "300 places in 99 documents" in results.count.text()
    assert "97" in results.more.text()
    assert results.more.isVisible()


def test_a_long_facet_is_listed_whole_when_one_asks(results: ResultsPanel, qtbot):
    values = tuple(FacetValue(f"机关{at}", 20 - at, at == 12) for at in range(15))
    facets = (Facet("issuer", values), Facet("year", values[:1]))
    results.set_result(replace(answer(), facets=facets))
    assert results.facets.topLevelItemCount() == 1  # one year narrows nothing
    head = results.facets.topLevelItem(0)
    shown = [head.child(at).text(0) for at in range(head.childCount())]
    assert shown == [*(f"机关{at}" for at in range(6)), "机关12", "8 more…"]
    results.facets.itemClicked.emit(head.child(7), 0)
    assert results.facets.topLevelItem(0).childCount() == 15
    with qtbot.waitSignal(results.narrowed) as asked:
        results.facets.itemClicked.emit(results.facets.topLevelItem(0).child(1), 0)
    assert asked.args == [(Choice("issuer", ("机关1",)),)]


def test_another_query_may_have_been_meant(results: ResultsPanel, qtbot):
    results.set_result(SearchResult("媒矿", (), 0, 0, meant=("煤矿", "<b>")))
    assert "煤矿" in results.meant.text()
    assert "<b>" not in results.meant.text()
    with qtbot.waitSignal(results.search_wanted) as asked:
        results.meant.linkActivated.emit("煤矿")
    assert asked.args == ["煤矿"]


def test_saving_and_exporting_hand_the_query_on(results: ResultsPanel, qtbot):
    results.set_result(answer())
    for button, signal in (
        (results.save, results.save_wanted),
        (results.export, results.export_wanted),
    ):
        with qtbot.waitSignal(signal) as asked:
            button.click()
        assert asked.args == ["充电桩"]


# ---------------------------------------------------------------- outline


def test_outline_follows_and_asks_for_places(qtbot, tmp_path):
    panel = shown(qtbot, tmp_path, OutlinePanel())
    made = notice()
    panel.set_entries(outline_entries(made))
    panel.follow(len(made.text))
    assert panel.list.currentIndex().data() == "二、任务分工"
    panel.follow(0)
    assert not panel.list.selectionModel().hasSelection()
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    with qtbot.waitSignal(panel.place_wanted) as asked:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [made.text.index("一、总体要求")]
    panel.set_entries([])
    assert panel.hint.isVisible()
