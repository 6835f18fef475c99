"""Kept searches shared with a colleague: written from the tree, looked through, taken in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.dialogs import file_choice
from desktop.dialogs.search_import import SearchImportDialog
from tests.flows.conftest import Desk
from tests.flows.test_saved_searches import keep, make_group, menu, outline


def take_in(desk: Desk, path: Path, monkeypatch) -> SearchImportDialog:
    monkeypatch.setattr(file_choice, "file_to_open", lambda *_: str(path))
    menu(desk, "searches", "导入…")
    return desk.dialog(SearchImportDialog)


def states(dialog: SearchImportDialog) -> list[str]:
    rows = range(dialog.list.topLevelItemCount())
    return [dialog.list.topLevelItem(row).text(3) for row in rows]


def test_a_group_goes_through_a_file_and_comes_in_beside_mine(
    full: Desk, tmp_path: Path, monkeypatch
):
    path = tmp_path / "督办.antou-searches.json"
    monkeypatch.setattr(file_choice, "file_to_write", lambda *_: str(path))
    keep(full, "充电", "充电桩")
    keep(full, "水", "用水")
    make_group(full, "督办", "水")
    menu(full, "督办", "导出…")
    full.until(lambda: str(path) in full.said())
    dialog = take_in(full, path, monkeypatch)
    assert states(dialog) == ["已有，不导入"]
    assert not dialog.go.isEnabled()
    dialog.reject()
    full.until(lambda: not full.window.findChildren(SearchImportDialog))
    path.write_text(path.read_text(encoding="utf-8").replace("用水", "节水"), encoding="utf-8")
    dialog = take_in(full, path, monkeypatch)
    assert states(dialog) == ["有同名的"]
    dialog.go.click()
    full.until(lambda: outline(full) == ["充电", "督办", "  水", "  水 (2)"])
    full.window.message_bar.action.click()
    full.until(lambda: outline(full) == ["充电", "督办", "  水"])


def test_mine_is_replaced_by_choice_and_what_is_not_ticked_stays_out(
    full: Desk, tmp_path: Path, monkeypatch
):
    path = tmp_path / "全部"
    monkeypatch.setattr(file_choice, "file_to_write", lambda *_: str(path))
    keep(full, "充电", "充电桩")
    keep(full, "水", "用水")
    menu(full, "searches", "全部导出…")
    written = tmp_path / "全部.antou-searches.json"
    full.until(lambda: str(written) in full.said())
    text = written.read_text(encoding="utf-8")
    text = text.replace("用水", "节水").replace("充电桩", "充电设施")
    written.write_text(text, encoding="utf-8")
    dialog = take_in(full, written, monkeypatch)
    dialog.replace.click()
    dialog.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.go.click()
    shelf = full.window.saved_searches
    full.until(lambda: [one.query for one in shelf.searches] == ["充电桩", "节水"])
    assert outline(full) == ["充电", "水"]


def test_a_bad_file_is_told_and_costs_nothing(full: Desk, tmp_path: Path, monkeypatch):
    keep(full, "充电", "充电桩")
    path = tmp_path / "坏.antou-searches.json"
    path.write_text("{", encoding="utf-8")
    monkeypatch.setattr(file_choice, "file_to_open", lambda *_: str(path))
    menu(full, "searches", "导入…")
    full.until(lambda: "不是常用检索文件" in full.said())
    assert outline(full) == ["充电"]
