"""The tree of the library: its order, its filter, and Qt's own checks of the model."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.library_tree import NODE_ROLE, LibraryTreeModel
from storage.types import Issue, IssueSummary, NoticeSummary, SavedCount, SavedSearch
from tests.desktop.pages import issue_summary, summary
from tests.factories import notice

pytestmark = pytest.mark.usefixtures("qapp")


def library() -> tuple[list[IssueSummary], list[NoticeSummary], list[SavedSearch]]:
    """Three issues of two years, a single document, a saved search."""
    issues = [
        issue_summary(3),
        issue_summary(4),
        issue_summary(1, year=2024),
        issue_summary(9, is_issue=False),
    ]
    plan = notice("云州市人民政府关于电网规划的通知", "云政发〔2023〕14号")
    notices = [
        summary(notice(section="市政府文件"), "a", 4, 0),
        summary(plan, "b", 4, 1),
        replace(summary(notice("云州市教育局公告", None), "c", 4, 2), section="部门文件"),
        replace(summary(notice("大事记", None), "d", 4, 3), section=None),
        summary(notice("云州市人民政府关于防汛的通知"), "e", 1, 0),
        replace(summary(notice("单篇的通知"), "f", 9, 0), is_issue=False, issue=Issue()),
    ]
    return issues, notices, [SavedSearch("s", "充电桩", "充电桩")]


@pytest.fixture
def model(qtmodeltester) -> LibraryTreeModel:
    made = LibraryTreeModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_tree(library())
    qtmodeltester.check(made)
    return made


def outline(
    model: LibraryTreeModel, parent: QModelIndex | None = None, depth: int = 0
) -> list[str]:
    """The tree as indented lines."""
    parent = parent or QModelIndex()
    lines = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        lines.append("  " * depth + index.data())
        lines += outline(model, index, depth + 1)
    return lines


def test_gazette_year_issue_section_notice(model: LibraryTreeModel):
    lines = outline(model)
    folders = ["Recently read", "Bookmarks", "Tags", "Saved searches", "  充电桩"]
    assert lines[:5] == folders
    assert lines[5:7] == ["云州市人民政府公报", "  2024"]
    at = lines.index("    No. 4 (serial 40)")
    assert lines[at : at + 7] == [
        "    No. 4 (serial 40)",
        "      市政府文件",
        "        云州市人民政府关于加快充电桩建设的通知",
        "        云州市人民政府关于电网规划的通知",
        "      部门文件",
        "        云州市教育局公告",
        "      大事记",
    ]
    assert lines[-2:] == ["Single documents", "  单篇的通知"]


def test_newest_years_and_numbers_come_first(model: LibraryTreeModel):
    lines = outline(model)
    assert lines.index("  2024") < lines.index("  2023")
    assert lines.index("    No. 4 (serial 40)") < lines.index("    No. 3 (serial 39)")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("电网", ["b"]),
        ("２０２３〕14", ["b"]),
        ("[2023]14", ["b"]),
        ("教育 公告", ["c"]),
        ("云州市 不在其中", []),
    ],
)
def test_filter_shows_the_branches_that_hold_all_words(
    model: LibraryTreeModel, words: str, found: list[str]
):
    model.set_filter(words)
    shown = [node.value.uuid for node in model.nodes() if node.kind == "notice"]
    assert shown == found
    model.set_filter("")
    assert len(outline(model)) > 10


def test_filter_on_a_section_keeps_all_of_it(model: LibraryTreeModel):
    model.set_filter("市政府文件")
    shown = [node.value.uuid for node in model.nodes() if node.kind == "notice"]
    assert "a" in shown
    assert "b" in shown
    assert "c" not in shown


def test_recent_notices_and_counts(model: LibraryTreeModel):
    model.set_recent(["b", "gone", "a"])
    recent = model.find("recent")
    assert [model.index(row, 0, recent).data(NODE_ROLE).value.uuid for row in range(2)] == [
        "b",
        "a",
    ]
    changed: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first))
    model.set_count("s", SavedCount(7, 2, b""), "引号没有配对")
    assert changed[0].data(Qt.ItemDataRole.AccessibleTextRole) == "充电桩 7, 2 new"
    assert changed[0].data(Qt.ItemDataRole.ToolTipRole) == "充电桩\n引号没有配对"


def test_keys_find_their_rows(model: LibraryTreeModel):
    assert model.find("notice/b").data() == "云州市人民政府关于电网规划的通知"
    assert not model.find("notice/gone").isValid()
    assert model.find("notice/b").parent().data() == "市政府文件"


def test_tool_tips_say_more(model: LibraryTreeModel):
    role = Qt.ItemDataRole.ToolTipRole
    assert "云政发〔2023〕14号" in model.find("notice/b").data(role)
    assert "公报.txt" in model.find("issue/4").data(role)
    assert model.find("search/s").data(role) == "充电桩"


def test_a_library_of_thousands_is_filtered_at_once():
    issues = [issue_summary(4)]
    notices = [
        summary(notice(f"云州市人民政府关于第{at}件事的通知"), str(at), 4, at) for at in range(5000)
    ]
    model = LibraryTreeModel()
    model.set_tree((issues, notices, []))
    start = time.perf_counter()
    model.set_filter("第4999件")
    assert time.perf_counter() - start < 0.5
    assert [node.value.uuid for node in model.nodes() if node.kind == "notice"] == ["4999"]
