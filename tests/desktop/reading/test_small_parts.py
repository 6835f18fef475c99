"""History, finding, typefaces."""

from __future__ import annotations

import pytest

from desktop.reading.finding import Finder, first_term, nearest
from desktop.reading.fonts import FACES, font, installed_families
from desktop.reading.history import History, Place


def test_history_goes_back_and_forward_and_forgets_what_lay_ahead():
    history = History()
    for uuid in "abc":
        history.visit(Place(uuid))
    history.leave(Place("c", 77))
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
    history.leave(Place("a", 10))
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


def found(text: str, words: str, **how) -> list[str]:
    return [text[slice(*span)] for span in Finder(text).spans(words, **how)]


def test_exact_finding_counts_white_space_width_and_case():
    text = "PM2.5、pm2.5、ＰＭ2.5，市 工信局、市工信局"
    assert len(found(text, "pm2.5")) == 3
    assert found(text, "pm2.5", exact=True) == ["pm2.5"]
    assert found(text, "市工信局", exact=True) == ["市工信局"]
    assert found(text, "市 工信局", exact=True) == ["市 工信局"]
    assert found(text, " ", exact=True) == []


def test_whole_words_begin_and_end_where_words_do():
    text = "民 政局与人民政府的民政工作"
    borders = {0, 2, 3, 4, 6, 8, 9, 11, 13}  # 民政 局 与 人民 政府 的 民政 工作
    assert found(text, "民政") == ["民 政", "民政", "民政"]
    assert found(text, "民政", borders=borders) == ["民 政", "民政"]
    assert Finder(text).spans("民政", borders=borders)[1] == (10, 12)
    assert found(text, "民政", borders=borders, exact=True) == ["民政"]
    assert found(text, "民政局", borders=borders) == ["民 政局"]
    assert found(text, "政府的", borders=borders) == ["政府的"]
    assert found(text, "府的", borders=borders) == []


def test_places_that_overlap_are_found_once_but_none_is_missed():
    assert Finder("高高高高高").spans("高高") == [(0, 2), (2, 4)]
    assert Finder("高高高低").spans("高高", borders={0, 1, 3, 4}) == [(1, 3)]


def test_the_first_term_is_the_one_that_stands_first_in_the_query():
    assert first_term("充电桩 “建设 任务”", ["建设任务", "充电\n桩"]) == "充电桩"
    assert first_term("建设任务 建设", ["建设", "建设任务"]) == "建设任务"
    assert first_term("云政发（2023）12", ["云政发〔2023〕12号"]) == "云政发〔2023〕12号"
    assert first_term("没有", []) == ""


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
