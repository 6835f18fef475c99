"""Outline, marks and hits as models."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.hits import HIT_ROLE, NOTICE_ROLE, HitsModel
from desktop.models.outline import LEVEL_ROLE, OFFSET_ROLE, OutlineModel, outline_entries
from desktop.models.targets import TARGET_ROLE, Target, TargetModel
from desktop.models.times import local_time
from desktop.models.titles import short_title, shortened
from storage.types import Block, Heading, Hit, NoticeHits, SearchResult
from tests.desktop.pages import of_blocks, stored, summary
from tests.factories import notice

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_targets_are_read_aloud_with_where_they_stand():
    model = TargetModel()
    QAbstractItemModelTester(model, FATAL)
    model.set_targets([Target("n1", 4, "第三条 监督", "办法 / 第二章"), Target("n2", None, "标题")])
    first, second = model.index(0, 0), model.index(1, 0)
    assert first.data() == "第三条 监督"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "第三条 监督\n办法 / 第二章"
    assert second.data(Qt.ItemDataRole.AccessibleTextRole) == "标题"
    assert second.data(TARGET_ROLE).offset is None
    assert QModelIndex().data() is None
    model.set_targets([])
    assert model.rowCount() == 0


# ---------------------------------------------------------------- outline


def test_outline_has_heads_parts_and_heads_that_run_into_their_paragraph():
    made = of_blocks(
        Block("title", "关于印发方案的通知", (1, 1)),
        Block("part_title", "实施方案", (5, 5)),
        Block("heading", "一、总体要求", (6, 6), 1),
        Block("paragraph", "（一）加强领导。各县要成立专班。", (7, 8)),
        outline=[
            Heading(5, 0, "实施方案"),
            Heading(6, 1, "一、总体要求"),
            Heading(7, 2, "（一）加强领导。"),
        ],
    )
    entries = outline_entries(made)
    assert [(one.level, one.text) for one in entries] == [
        (0, "实施方案"),
        (1, "一、总体要求"),
        (2, "（一）加强领导。"),
    ]
    assert all(made.text[one.offset :].startswith(one.text) for one in entries)


def test_outline_follows_an_offset(qtmodeltester):
    made = notice()
    model = OutlineModel()
    model.set_entries(outline_entries(made))
    qtmodeltester.check(model)
    assert model.row_at(0) == -1
    assert model.row_at(made.text.index("二、任务分工") + 2) == 1
    index = model.index(1, 0)
    assert index.data() == "二、任务分工"
    assert index.data(LEVEL_ROLE) == 1
    assert made.text[index.data(OFFSET_ROLE) :].startswith("二、")


# ---------------------------------------------------------------- hits


def result(*counts: int) -> SearchResult:
    """An answer with notices n0, n1 … of so many hits each."""
    notices = tuple(
        NoticeHits(
            replace(summary(notice()), uuid=f"n{row}"),
            tuple(Hit(at, at + 2, "充电", "前", "后") for at in range(count)),
        )
        for row, count in enumerate(counts)
    )
    return SearchResult("充电", notices, len(counts), sum(counts))


@pytest.fixture
def hits(qtmodeltester) -> HitsModel:
    model = HitsModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_result(result(2, 0, 1))
    qtmodeltester.check(model)
    return model


def test_hits_stand_below_their_notice(hits: HitsModel):
    assert [hits.rowCount(hits.index(row, 0)) for row in range(3)] == [2, 0, 1]
    index = hits.index(1, 0, hits.index(0, 0))
    assert index.data(HIT_ROLE).start == 1
    assert index.data(NOTICE_ROLE).summary.uuid == "n0"
    assert index.data() == "前充电后"
    assert hits.index(0, 0).data(HIT_ROLE) is None
    assert len(hits.hits_of("n0")) == 2
    assert hits.hits_of("other") == ()


def walk(hits: HitsModel, uuid: str, at: int, step: int) -> tuple[str, int] | None:
    index: QModelIndex = hits.next_hit(uuid, at, step)
    return (index.data(NOTICE_ROLE).summary.uuid, index.row()) if index.isValid() else None


def test_next_hit_goes_on_into_the_next_notice(hits: HitsModel):
    assert walk(hits, "n0", 0, 1) == ("n0", 1)
    assert walk(hits, "n0", 1, 1) == ("n2", 0)
    assert walk(hits, "n2", 0, 1) is None
    assert walk(hits, "n2", 0, -1) == ("n0", 1)
    assert walk(hits, "n0", 0, -1) is None
    assert walk(hits, "n2", -1, 1) == ("n2", 0)
    assert walk(hits, "n0", -1, -1) == ("n0", 1)
    assert walk(hits, "elsewhere", -1, 1) == ("n0", 0)
    assert walk(hits, "elsewhere", -1, -1) == ("n2", 0)


def test_no_hits_no_next_hit():
    assert not HitsModel().next_hit("n0", 0, 1).isValid()


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("title", "issuer", "short"),
    [
        ("云州市人民政府关于防汛的通知", "云州市人民政府", "关于防汛的通知"),
        ("云州市高新区关于奖励的通知", "云州市高新区管理委员会", "关于奖励的通知"),
        ("云州市教育局公告", None, "云州市教育局公告"),
        ("转发省政府关于防汛的通知", "云州市人民政府", "转发省政府关于防汛的通知"),
        ("云州市人民政府令", "云州市人民政府", "云州市人民政府令"),
    ],
)
def test_short_title(title: str, issuer: str | None, short: str):
    assert short_title(stored(notice(title, issuer=issuer)).summary) == short


def test_shortened():
    assert shortened("一二三", 3) == "一二三"
    assert shortened("一二三四", 3) == "一二…"


def test_times_are_those_of_this_computer(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        assert local_time("2026-01-02T20:04:05+00:00") == "2026-01-03 04:04"
        assert local_time("2026-01-02T20:04:05") == "2026-01-03 04:04"
    finally:
        monkeypatch.undo()
        time.tzset()
    assert local_time("早上") == "早上"
