"""The list of marks as rows: heads and marks, changed with as few steps as can be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.mark_board import MarkBoard
from desktop.models.mark_filter import MarkFilter
from desktop.models.mark_rows import GroupHead, steps_between
from desktop.models.mark_shelf import MarkShelf
from desktop.models.marks import MARK_ROLE, SOURCE_ROLE, MarksModel
from storage.types import Edit, Mark, MarkChange
from tests.desktop.models.many_marks import book, entry, marks, notices

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Listed:
    """A shelf with its board and model, and what the model tells."""

    def __init__(self, some: list[Mark], scope: str = "library", open_notice: str = "n0") -> None:
        self.shelf = MarkShelf()
        self.board = MarkBoard(self.shelf)
        self.model = MarksModel()
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.resets: list[None] = []
        self.model.modelReset.connect(lambda: self.resets.append(None))
        self.board.arranged.connect(self.show)
        self.shelf.load(some, {})
        self.board.set_notices(notices(30))
        self.board.set_open(open_notice)
        self.board.set_scope(scope)
        self.resets.clear()

    def show(self) -> None:
        board = self.board
        self.model.set_groups(
            board.arrangement.groups, board.shown_grouping, with_source=board.names_notices
        )

    def names(self) -> list[str]:
        return [
            f"{row.label} {row.count}" if isinstance(row, GroupHead) else row.mark.uuid
            for row in self.model.rows
        ]

    def change(self, uuid: str, **fields: object) -> None:
        mark = self.shelf.mark(uuid)
        self.shelf.take(Edit("edit-x", (MarkChange(mark, replace(mark, **fields)),)))


def some(*fields: dict[str, object]) -> list[Mark]:
    made = book()
    return [entry(made, uuid=f"m{at}", start=at, **one).mark for at, one in enumerate(fields)]


def test_marks_stand_below_the_head_of_their_group():
    listed = Listed(some({}, {"notice": "n1"}, {"notice": "n1"}))
    assert listed.names() == ["关于第0项工作的通知 1", "m0", "关于第1项工作的通知 2", "m1", "m2"]
    listed.model.set_open("n1", is_open=False)
    assert listed.names() == ["关于第0项工作的通知 1", "m0", "关于第1项工作的通知 2"]
    listed.model.open_group_of("m2")
    assert listed.model.row_of("m2") == 4
    listed.model.set_all_open(is_open=False)
    assert len(listed.names()) == 2
    assert listed.resets == []


def test_an_edit_changes_its_row_alone():
    listed = Listed(marks(300, 30))
    told = []
    listed.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    row = listed.model.row_of("m7")
    listed.change("m7", note="改了")
    assert told == [(row, row)]
    assert listed.model.rows[row].mark.note == "改了"
    listed.board.set_grouping("colour")
    listed.resets.clear()
    style = "red" if listed.shelf.mark("m7").style != "red" else "blue"
    listed.change("m7", style=style, kind="highlight")
    assert listed.resets == []
    assert listed.model.rows[listed.model.head_above(listed.model.row_of("m7"))].key == style


def test_deleted_and_restored_marks_go_and_come():
    listed = Listed(some({}, {}, {"notice": "n1"}))
    listed.change("m2", deleted="2026")
    assert listed.names() == ["关于第0项工作的通知 2", "m0", "m1"]
    listed.shelf.take(Edit("edit-restore", (MarkChange(None, some({}, {}, {})[2]),)))
    assert listed.names()[-1] == "m2"
    assert listed.board.arrangement.total == 3
    assert listed.resets == []


def test_scopes_and_filters():
    made = some({}, {"notice": "n1", "style": "red"}, {"notice": "n20"}, {"state": "check"})
    listed = Listed(made, "notice")
    assert listed.names() == ["m0", "m3"]
    assert listed.board.arrangement.to_check == 1
    listed.board.set_scope("issue")
    assert [one for one in listed.names() if one[0] == "m"] == ["m0", "m3", "m1"]
    listed.board.set_filter(MarkFilter(colours=frozenset({"red"})))
    assert listed.names() == ["关于第1项工作的通知 1", "m1"]
    assert (listed.board.arrangement.shown, listed.board.arrangement.total) == (1, 3)
    listed.board.set_scope("library")
    listed.change("m2", style="red")
    assert [one for one in listed.names() if one[0] == "m"] == ["m1", "m2"]
    listed.board.set_filter(MarkFilter())
    listed.board.set_open("n20")
    assert listed.board.arrangement.total == 4
    listed.board.set_scope("notice")
    assert listed.names() == ["m2"]
    assert [mark.uuid for mark in listed.board.doubtful()] == []


def test_a_mark_of_another_notice_is_nothing_to_the_open_one():
    listed = Listed(some({}, {"notice": "n1"}), "notice")
    told = []
    listed.board.arranged.connect(lambda: told.append(1))
    listed.change("m1", style="red")
    assert told == []


def test_what_rows_say():
    made = {"note": "请核对", "tags": ("财政",), "due": "2026-01-02", "state": "unplaced"}
    listed = Listed(some(made, {"kind": "bookmark"}))
    index = listed.model.index(2, 0)
    assert index.data(MARK_ROLE).uuid == "m0"
    assert index.data(SOURCE_ROLE) == ""
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("督查", "yellow", "note: 请核对", "tags: 财政", "due 2026-01-02", "not placed"):
        assert part in spoken
    assert "bookmark" in listed.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    head = listed.model.index(0, 0)
    assert not listed.model.flags(head) & Qt.ItemFlag.ItemIsSelectable
    assert "2 marks, open" in head.data(Qt.ItemDataRole.AccessibleTextRole)
    listed.board.set_grouping("tag")
    assert listed.model.index(1, 0).data(SOURCE_ROLE) == "关于第0项工作的通知"


def test_many_marks_are_made_ready_in_slices(qtbot):
    shelf = MarkShelf()
    board = MarkBoard(shelf)
    board.set_scope("library")
    shelf.load(marks(3000, 30), {})
    assert board.arrangement.total == 0
    shelf.take(Edit("edit-x", (MarkChange(None, some({})[0]),)))
    qtbot.waitUntil(lambda: board.arrangement.total == 3000)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 30), unique=True, max_size=20),
    st.lists(st.integers(0, 30), unique=True, max_size=20),
    st.sets(st.integers(0, 30)),
)
def test_steps_turn_rows_into_others(old, new, changed):
    """Entries of equal name may be other objects: those rows are changed, not moved."""
    made = book()
    first = {at: entry(made, uuid=f"m{at}") for at in range(31)}
    second = {
        at: entry(made, uuid=f"m{at}", note="x") if at in changed else first[at] for at in range(31)
    }
    before, after = [first[at] for at in old], [second[at] for at in new]
    steps = steps_between(before, after)
    if steps is None:
        kept = [at for at in old if at in new and at not in changed]
        assert kept != [at for at in new if at in old and at not in changed]
        return
    rows = list(before)
    for step in steps:
        rows[step.at : step.at + step.gone] = step.come
    assert rows == after
