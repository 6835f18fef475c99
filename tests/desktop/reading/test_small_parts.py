"""History, finding, typefaces."""

from __future__ import annotations

import pytest

from desktop.reading.finding import Finder, nearest
from desktop.reading.fonts import FACES, font, installed_families
from desktop.reading.history import History, Place


def test_history_goes_back_and_forward_and_forgets_what_lay_ahead():
    history = History()
    for uuid in "abc":
        history.visit(Place(uuid))
    history.leave(77)
    assert history.back() == Place("b")
    assert history.forward() == Place("c", 77)
    history.back()
    history.back()
    assert not history.can_back
    history.visit(Place("d"))
    assert history.back() == Place("a")
    assert history.forward() == Place("d")
    assert history.forward() is None


def test_history_drops_notices_that_are_gone():
    history = History()
    for uuid in "abc":
        history.visit(Place(uuid))
    history.forget({"a", "c"})
    assert history.back() == Place("a")
    history.forget(set())
    assert history.current is None
    assert history.back() is None


def test_a_place_of_the_same_notice_is_a_step_of_its_own_where_it_was_gone_to():
    history = History()
    history.visit(Place("a", 3))
    history.leave(10)
    history.add(Place("a", 500))
    assert history.back() == Place("a", 10)
    assert history.forward() == Place("a", 500)
    history.visit(Place("a", 700))
    assert history.back() == Place("a", 10)


def test_finding_does_not_count_white_space_and_width():
    text = "市工\n业 和　信息化局（ＡＢＣ）"
    finder = Finder(text)
    (span,) = finder.spans("工业和信息化局")
    assert text[slice(*span)] == "工\n业 和　信息化局"
    assert len(finder.spans("abc")) == 1
    assert finder.spans("  ") == []
    assert finder.spans("没有") == []


def test_nearest_is_the_first_from_an_offset_on():
    spans = [(3, 4), (8, 9)]
    assert nearest(spans, 5) == 1
    assert nearest(spans, 9) == 0
    assert nearest([], 0) == -1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("face", [*FACES, "unknown"])
def test_every_face_has_a_family(face: str):
    assert installed_families(face)
    assert font(face, 16).families() == installed_families(face)
