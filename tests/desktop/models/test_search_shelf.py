"""The order of kept searches: whatever is done, nothing is lost and the order is as wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from desktop.models.search_shelf import SearchShelf
from storage.types import SavedSearch, SearchChange

GROUP = SavedSearch("new", "新分组", is_group=True, position=99)


def shelf_of(*names: str) -> SearchShelf:
    """Names with "+" are groups, with a blank in front stand in the group above."""
    made: list[SavedSearch] = []
    group = ""
    for at, name in enumerate(names):
        if name.startswith("+"):
            group = name
        inside = group if name.startswith(" ") else ""
        search = SavedSearch(name.strip(), name.strip(), "x", "", group=inside, position=at)
        made.append(replace(search, is_group=name.startswith("+")))
    return SearchShelf(made)


def after(shelf: SearchShelf, changes: Sequence[SearchChange]) -> SearchShelf:
    known = {one.uuid: one for one in shelf.searches}
    known |= {change.after.uuid: change.after for change in changes}
    left = [one for one in known.values() if one.deleted is None]
    return SearchShelf(sorted(left, key=lambda one: one.position))


def told(shelf: SearchShelf) -> list[str]:
    lines: list[str] = []
    for one in shelf.inside(""):
        lines.append(one.uuid)
        lines += [f" {inside.uuid}" for inside in shelf.inside(one.uuid) if one.is_group]
    return lines


def test_steps_go_out_of_a_group_at_its_ends():
    shelf = shelf_of("a", "+g", " b", " c", "d")
    assert told(after(shelf, shelf.stepped("b", -1))) == ["a", "b", "+g", " c", "d"]
    assert told(after(shelf, shelf.stepped("c", 1))) == ["a", "+g", " b", "c", "d"]
    assert told(after(shelf, shelf.stepped("b", 1))) == ["a", "+g", " c", " b", "d"]
    assert shelf.stepped("a", -1) == []
    assert shelf.stepped("d", 1) == []
    assert shelf.stepped("gone", 1) == []


def test_a_new_group_stands_where_its_search_stood():
    shelf = shelf_of("a", "+g", " b", "d")
    assert told(after(shelf, shelf.grouped(GROUP, "a"))) == ["new", " a", "+g", " b", "d"]
    assert told(after(shelf, shelf.grouped(GROUP, "b"))) == ["a", "+g", "new", " b", "d"]
    assert told(after(shelf, shelf.grouped(GROUP))) == ["a", "+g", " b", "d", "new"]


def test_what_names_a_group_that_is_gone_stands_at_the_top():
    shelf = SearchShelf([SavedSearch("a", "a", "x", group="gone")])
    assert [one.uuid for one in shelf.inside("")] == ["a"]
    assert told(after(shelf, shelf.stepped("a", 1))) == ["a"]


def test_a_group_goes_into_no_group():
    assert shelf_of("+g", " a", "+h").placed("+h", "+g", 0) == []


@given(
    some.lists(
        some.tuples(
            some.sampled_from(["placed", "stepped", "dissolved", "grouped"]),
            some.sampled_from(["a", "b", "c", "d", "+g", "+h", "new"]),
            some.sampled_from(["", "+g", "+h", "new"]),
            some.integers(-1, 5),
        ),
        max_size=8,
    )
)
def test_no_search_is_lost_whatever_is_moved(steps: list[tuple[str, str, str, int]]):
    shelf = shelf_of("a", "+g", " b", " c", "+h", "d")
    for name, uuid, group, at in steps:
        if name == "placed":
            there = shelf.find(group)
            changes = shelf.placed(uuid, group, at) if there or not group else []
        elif name == "stepped":
            changes = shelf.stepped(uuid, 1 if at > 2 else -1)
        elif name == "dissolved":
            one = shelf.find(uuid)
            changes = shelf.dissolved(uuid, "now") if one and one.is_group else []
        else:
            changes = [] if shelf.find("new") else shelf.grouped(GROUP, uuid)
        shelf = after(shelf, changes)
        lines = [line.strip() for line in told(shelf)]
        assert {"a", "b", "c", "d"} <= set(lines)
        assert len(lines) == len(set(lines)) == len(shelf.searches)
