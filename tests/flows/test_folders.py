"""Bookmarks and tags in the library's tree: they follow what is marked, and are gone to."""

from __future__ import annotations

from dataclasses import replace

from storage.types import Edit, Mark, MarkChange, TagsChange
from tests.flows.conftest import Desk


def rows(desk: Desk, key: str) -> list[str]:
    """The rows below a folder of the tree."""
    model = desk.window.library.model
    return [child.label for child in model.node(model.find(key)).children]


def bookmark(desk: Desk, words: str) -> None:
    start = desk.reader.text.index(words)
    place = (desk.reader.uuid, start, start + len(words))
    desk.app.jobs.marking.make(place, kind="bookmark", quote=words)


def test_a_bookmark_stands_in_the_tree_and_leads_to_its_paragraph(full: Desk):
    marked = full.open("充电")
    words = full.reader.text[-60:-40]
    bookmark(full, words)
    full.until(lambda: rows(full, "bookmarks") == [" ".join(words.split())])
    full.open("供水突发事件")
    model = full.window.library.model
    node = model.node(model.find("bookmarks")).children[0]
    assert isinstance(node.value, Mark)
    full.window.library.tree.clicked.emit(model.index_of(node))
    full.until(lambda: full.reader.uuid == marked)
    full.until(lambda: full.page.shows(node.value.start))


def test_folders_follow_undo_and_stay_through_a_reload(full: Desk):
    notice = full.open("充电")
    tags = TagsChange(notice, (), ("督办",))
    push = full.window.marking.undo_stack.push
    full.app.jobs.marking.apply(Edit("edit-tags", notices=(tags,)), push)
    full.until(lambda: rows(full, "tags") == ["督办"])
    model = full.window.library.model
    below = model.node(model.find("tags")).children[0].children
    assert [node.value.uuid for node in below] == [notice]
    full.app.jobs.library_changed.emit("notices")
    full.until(lambda: rows(full, "tags") == ["督办"])
    full.window.actions_["undo"].trigger()
    full.until(lambda: rows(full, "tags") == [])


def test_a_tag_lists_its_marks(full: Desk):
    full.open("充电")
    full.mark("充电设施")
    mark = full.page.painter.marks[0]
    tagged = MarkChange(mark, replace(mark, tags=("督办",)))
    full.window.marking.change("edit-tags", [tagged])
    full.until(lambda: rows(full, "tags") == ["督办"])
    model = full.window.library.model
    full.window.library.tree.clicked.emit(
        model.index_of(model.node(model.find("tags")).children[0])
    )
    full.until(lambda: full.window.right.currentWidget() is full.window.marks)
    full.until(lambda: full.window.marks.model.row_of(mark.uuid) >= 0)
