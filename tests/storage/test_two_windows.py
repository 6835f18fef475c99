"""Two windows on one library: what one writes the other never takes away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.library import Library
from storage.types import Mark
from tests import factories


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[tuple[Library, Library, Mark]]:
    """Two connections to one library, and a mark that both have read."""
    with factories.open_library(tmp_path) as one, factories.open_library(tmp_path) as two:
        report = factories.take_in(one, factories.notice())
        seen = one.new_mark(report.notices[0].uuid, 2, 8, note="原来的")
        one.changed_elsewhere()
        two.changed_elsewhere()
        yield one, two, seen


def only_mark(library: Library) -> Mark:
    (mark,) = library.marks()
    return mark


@pytest.mark.parametrize("told", [True, False], ids=["with-before", "by-time"])
def test_notes_that_both_changed_are_both_kept(windows: tuple[Library, Library, Mark], told: bool):
    one, two, seen = windows
    before = seen if told else None
    two.save_mark(replace(seen, note="原来的，乙补充"), before)
    saved = one.save_mark(replace(seen, note="原来的，甲补充"), before)
    assert saved == only_mark(two)
    lines = saved.note.split("\n")
    assert lines[0] == "原来的，甲补充"
    assert lines[-1] == "原来的，乙补充"
    assert any("另一窗口的批注" in line for line in lines)


def test_writing_on_after_the_notes_were_joined_repeats_nothing(
    windows: tuple[Library, Library, Mark],
):
    one, two, seen = windows
    two.save_mark(replace(seen, note="乙"), seen)
    one.save_mark(replace(seen, note="甲"), seen)
    # Each goes on typing before it has seen the joined note.
    one.save_mark(replace(seen, note="甲和更多"), replace(seen, note="甲"))
    two.save_mark(replace(seen, note="乙也更多"), replace(seen, note="乙"))
    lines = only_mark(one).note.split("\n")
    assert (lines[0], lines[-1]) == ("甲和更多", "乙也更多")
    assert only_mark(one).note.count("甲") == only_mark(one).note.count("乙") == 1


def test_a_colour_and_a_note_from_two_windows_go_together(windows: tuple[Library, Library, Mark]):
    one, two, seen = windows
    two.save_mark(replace(seen, note="乙写的"), seen)
    saved = one.save_mark(replace(seen, style="red"), seen)
    assert (saved.note, saved.style) == ("乙写的", "red")


def test_the_later_colour_wins(windows: tuple[Library, Library, Mark]):
    one, two, seen = windows
    two.save_mark(replace(seen, style="green"), seen)
    assert one.save_mark(replace(seen, style="red"), seen).style == "red"


def test_a_note_that_holds_the_other_is_not_doubled(windows: tuple[Library, Library, Mark]):
    one, two, seen = windows
    two.save_mark(replace(seen, note="原来的，乙补充"), seen)
    assert one.save_mark(replace(seen, note="原来的，乙补充，核对过"), seen).note == (
        "原来的，乙补充，核对过"
    )


def test_a_mark_that_was_deleted_elsewhere_does_not_come_back(
    windows: tuple[Library, Library, Mark],
):
    one, two, seen = windows
    two.delete_mark(seen.uuid)
    with pytest.raises(UserFault) as fault:
        one.save_mark(replace(seen, style="green"), seen)
    assert fault.value.key == "mark-deleted-elsewhere"
    with pytest.raises(UserFault):
        one.save_mark(replace(seen, style="green"))
    assert one.marks() == []


def test_a_note_on_a_mark_that_was_deleted_elsewhere_is_kept_as_a_new_mark(
    windows: tuple[Library, Library, Mark],
):
    one, two, seen = windows
    two.delete_mark(seen.uuid)
    saved = one.save_mark(replace(seen, note="写了很久的批注"), seen)
    assert saved.uuid != seen.uuid
    assert only_mark(two) == saved
    assert (saved.note, saved.quote) == ("写了很久的批注", seen.quote)
    two.restore_mark(seen.uuid)
    assert {mark.note for mark in one.marks()} == {"写了很久的批注", "原来的"}


def test_a_library_tells_what_another_window_changed(windows: tuple[Library, Library, Mark]):
    one, two, seen = windows
    assert one.changed_elsewhere() == ()
    one.save_mark(replace(seen, style="red"), seen)
    assert one.changed_elsewhere() == ()  # its own change is no news
    assert two.changed_elsewhere() == ("marks",)
    assert two.changed_elsewhere() == ()
    factories.take_in(two, factories.notice("另一件", "云政发〔2023〕99号"))
    assert one.changed_elsewhere() == ("notices",)
    kept = two.save_search("充电桩", "充电桩")
    assert two.changed_elsewhere() == ()
    assert one.changed_elsewhere() == ("marks", "searches")
    one.search_opened(kept.uuid, one.count_search(kept.uuid).found)
    assert two.changed_elsewhere() == ("marks", "searches")
    assert one.changed_elsewhere() == ()
