"""The filter of marks: criteria that combine, and that are told and taken away one by one."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from desktop.models.mark_entries import GONE, SINGLE, width_of
from desktop.models.mark_filter import MarkFilter, facets
from storage.types import Mark
from tests.desktop.models.many_marks import book, entry, marks

TODAY = "2026-02-09"


@pytest.fixture
def known(monkeypatch):
    """Marks m0 to m5, looked at from China."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    made = book()
    plain = Mark("m0", "n0", 0, 2, "市政府\n常务　会议", created="2026-02-09T01:00:00+00:00")
    fields = (
        {},
        {"style": "red", "note": "ＰＭ2.5 很重要", "tags": ("会议", "环保"), "notice": "n1"},
        {"style": "underline", "state": "check", "created": "2026-02-08T20:00:00+00:00"},
        {"kind": "note", "due": "2026-02-08", "tags": ("环保",), "notice": "n29"},
        {"kind": "bookmark", "state": "unplaced", "notice": "nowhere", "citation": "《旧》"},
        {"due": "2026-02-09", "created": "2026-01-31T10:00:00+00:00", "notice": "n2"},
    )
    yield [made.entry(replace(plain, uuid=f"m{at}", **one)) for at, one in enumerate(fields)]
    monkeypatch.undo()
    time.tzset()


def found(known, **fields: object) -> str:
    """The numbers of the marks that a filter lets through."""
    accepted = MarkFilter(**fields).accepted(known, TODAY)
    return "".join(one.mark.uuid[1:] for one in accepted)


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        ({}, "012345"),
        ({"words": "政府常务会议"}, "012345"),
        ({"words": "pm2.5"}, "1"),
        ({"words": "ＰＭ２ 环保"}, "1"),
        ({"words": "环保"}, "13"),
        ({"words": "没有"}, ""),
        ({"words": "会议pm"}, ""),
        ({"colours": {"red"}}, "1"),
        ({"colours": {"yellow"}}, "035"),
        ({"kinds": {"underline", "bookmark"}}, "24"),
        ({"kinds": {"highlight"}}, "015"),
        ({"kinds": {"note"}}, "3"),
        ({"tags": {"环保"}}, "13"),
        ({"tags": {"环保", "会议"}}, "1"),
        ({"gazettes": {SINGLE}}, "3"),
        ({"gazettes": {GONE}}, "4"),
        ({"gazettes": {"云州市人民政府公报", GONE}}, "01245"),
        ({"issuers": {"云州市财政局"}}, "1"),
        ({"states": {"check", "unplaced"}}, "24"),
        ({"with_note": True}, "1"),
        ({"due": "open"}, "35"),
        ({"due": "overdue"}, "3"),
        ({"made": "today"}, "01234"),
        ({"made": "week"}, "01234"),
        ({"made": "month"}, "01234"),
        ({"made": "range", "first": "2026-01-01", "last": "2026-01-31"}, "5"),
        ({"made": "range", "first": "2026-01-01"}, "012345"),
        ({"tags": {"环保"}, "due": "open"}, "3"),
    ],
)
def test_what_fits(known, fields, numbers):
    frozen = {name: frozenset(one) if isinstance(one, set) else one for name, one in fields.items()}
    assert found(known, **frozen) == numbers


def test_what_is_ticked_off_is_neither_open_nor_overdue():
    made = book()
    done = entry(made, due="2026-02-01", done="2026-02-02T00:00:00+00:00")
    fits = {due: bool(MarkFilter(due=due).accepted([done], TODAY)) for due in ("open", "overdue")}
    assert fits == {"open": False, "overdue": False}
    assert MarkFilter(due="done").accepted([done], TODAY) == [done]


def test_a_day_is_that_of_this_computers_calendar(known):
    assert known[2].day == "2026-02-09"  # four in the morning in China


def test_criteria_are_named_and_taken_away_one_by_one():
    full = MarkFilter(
        words="充电", colours=frozenset({"red", "blue"}), with_note=True, made="range", first="2026"
    )
    assert full.active() == [
        ("words", "充电"),
        ("colours", "blue"),
        ("colours", "red"),
        ("with_note", ""),
        ("made", "range"),
    ]
    left = full
    for name, value in full.active():
        assert left
        left = left.without(name, value)
    assert not left
    assert MarkFilter().toggled("tags", "财政").toggled("tags", "财政") == MarkFilter()


def test_what_there_is_to_choose_from_is_counted():
    made = book()
    counted = facets([made.entry(mark) for mark in marks(200, 30)])
    assert list(counted.tags) == sorted(counted.tags)
    assert sum(counted.gazettes.values()) == 200
    assert set(counted.issuers) == {"云州市人民政府", "云州市财政局"}
    assert GONE in counted.gazettes


def test_how_much_room_a_text_takes():
    assert width_of("充电桩") == 30
    assert width_of("2025") < 30
    assert width_of("") == 0
