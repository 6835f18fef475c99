"""Marks in groups and in order; what follows an edit is what a new look at all would give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.mark_entries import GONE, SINGLE
from desktop.models.mark_filter import MarkFilter
from desktop.models.mark_groups import GROUPINGS, ORDERS
from desktop.models.mark_listing import Listing
from tests.desktop.models.many_marks import book, entry, marks

TODAY = "2026-02-09"
FILTERS = (
    MarkFilter(),
    MarkFilter(colours=frozenset({"red", "blue"})),
    MarkFilter(words="督查"),
    MarkFilter(tags=frozenset({"财政"}), with_note=True),
    MarkFilter(due="overdue"),
)


def told(listing: Listing) -> list[tuple[str, list[str]]]:
    """The groups by key, with the marks of each."""
    return [(group.key, [one.mark.uuid for one in group.entries]) for group in listing.groups]


def arranged(entries, grouping="none", order="place", wanted=MarkFilter()) -> Listing:  # noqa: B008
    listing = Listing(entries)
    listing.arrange(wanted, grouping, order, TODAY)
    return listing


def keys(grouping: str) -> list[str]:
    made = book()
    listing = arranged([made.entry(mark) for mark in marks(400, 30)], grouping)
    return [group.key for group in listing.groups]


def test_groups_come_in_their_order():
    assert keys("none") == [""]
    assert keys("notice") == [*(f"n{at}" for at in range(30)), "《云州市人民政府关于旧事的通知》"]
    assert keys("colour") == ["yellow", "green", "blue", "red", "purple", "underline", ""]
    assert keys("tag") == ["充电", "督查", "财政", ""]
    assert keys("gazette") == ["云州市人民政府公报", SINGLE, GONE]
    assert keys("issuer") == ["云州市人民政府", "云州市财政局", ""]
    assert keys("day") == sorted(keys("day"), reverse=True)


def test_a_mark_with_two_tags_stands_under_both_and_counts_once():
    listing = arranged([entry(book(), tags=("充电", "财政"))], "tag")
    assert told(listing) == [("充电", ["m"]), ("财政", ["m"])]
    assert listing.shown == 1


def test_orders():
    made = book()
    days = {
        "a": {"created": "2026-01-01", "changed": "2026-01-09", "due": "2026-03-01", "start": 5},
        "b": {"created": "2026-01-03", "changed": "2026-01-03", "start": 3},
        "c": {"created": "2026-01-02", "changed": "2026-01-05", "due": "2026-02-01", "start": 4},
        "d": {"created": "2026-01-01", "changed": "2026-01-01", "due": "2026-01-01", "done": "x"},
    }
    entries = [entry(made, uuid=uuid, **fields) for uuid, fields in days.items()]
    orders = {order: "".join(told(arranged(entries, order=order))[0][1]) for order in ORDERS}
    assert orders == {"place": "dbca", "made": "bcad", "changed": "acbd", "due": "cabd"}


def test_marks_without_a_place_come_last_in_their_notice():
    made = book()
    lost = entry(made, uuid="lost", state="unplaced", start=1)
    entries = [lost, entry(made, uuid="later", start=9), entry(made, uuid="next", notice="n1")]
    assert told(arranged(entries))[0][1] == ["later", "lost", "next"]


def test_marks_of_a_notice():
    made = book()
    entries = [made.entry(mark) for mark in marks(300, 30)]
    listing = arranged(entries)
    for notice in ("n0", "n29", "gone"):
        wanted = {one.mark.uuid for one in entries if one.mark.notice == notice}
        found = listing.of_notice(notice, made.place(notice).rank)
        assert {one.mark.uuid for one in found} == wanted


@pytest.mark.parametrize("grouping", GROUPINGS)
@settings(max_examples=40, deadline=None)
@given(
    order=st.sampled_from(ORDERS),
    wanted=st.sampled_from(FILTERS),
    changes=st.lists(
        st.tuples(st.integers(0, 79), st.sampled_from(("red", "delete", "tag", "move", "done"))),
        max_size=12,
    ),
)
def test_a_few_changes_give_what_a_new_look_would(grouping, order, wanted, changes):
    made = book()
    now = {mark.uuid: made.entry(mark) for mark in marks(80, 30)}
    listing = arranged(now.values(), grouping, order, wanted)
    for number, what in changes:
        old = now.pop(f"m{number}", None)
        if old is None:
            continue
        if what == "delete":
            listing.replace([old], [])
            continue
        fields = {
            "red": {"style": "red"},
            "tag": {"tags": ("财政", "新")},
            "move": {"notice": "n3", "state": "moved", "start": 1},
            "done": {"done": "2026-02-01", "changed": "2026-02-02"},
        }[what]
        new = made.entry(replace(old.mark, **fields))
        now[new.mark.uuid] = new
        listing.replace([old], [new])
    fresh = arranged(now.values(), grouping, order, wanted)
    assert [(key, sorted(uuids)) for key, uuids in told(listing)] == [
        (key, sorted(uuids)) for key, uuids in told(fresh)
    ]
    if order == "place":
        assert told(listing) == told(fresh)
    assert (listing.shown, +listing.states) == (fresh.shown, +fresh.states)
