"""Tags of the library: renamed, merged and removed, each taken back in one step."""

from __future__ import annotations

from dataclasses import replace

from desktop.dialogs.tags import TagsDialog
from storage.types import MarkChange
from tests.flows.conftest import Desk


def test_tags_are_merged_taken_back_and_filtered_by(full: Desk):
    full.open("充电")
    full.mark("充电基础设施")
    full.mark("三年行动方案")
    shelf = full.window.marking.shelf
    tags = iter((("资金",), ("经费", "督查")))
    changes = [MarkChange(mark, replace(mark, tags=next(tags))) for mark in list(shelf.marks())]
    full.window.marking.change("edit-tags", changes)
    full.until(lambda: len(shelf.tags()) == 3)
    full.window.actions_["tags"].trigger()
    dialog = full.dialog(TagsDialog)
    for row in range(dialog.list.count()):
        item = dialog.list.item(row)
        item.setSelected("资金" in item.text() or "经费" in item.text())
    dialog.name.setText("财政资金")
    dialog.rename.click()
    full.until(lambda: shelf.tags() == {"督查": 1, "财政资金": 2})
    full.window.actions_["undo"].trigger()
    full.until(lambda: len(shelf.tags()) == 3)
    full.until(lambda: dialog.list.count() == 3)
    row = next(at for at in range(3) if "督查" in dialog.list.item(at).text())
    dialog.list.clearSelection()
    dialog.list.item(row).setSelected(True)
    dialog.show_marks.click()
    full.until(lambda: full.window.mark_desks.list.board.arrangement.shown == 1)
    dialog.remove.click()
    full.until(lambda: "督查" not in shelf.tags())
