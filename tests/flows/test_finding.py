"""The find bar: whole words, exact characters, and finding on after a search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.flows.conftest import Desk


def find(desk: Desk, words: str) -> str:
    """Look for words; what the bar says of them, once it is known."""
    bar = desk.reader.find_bar
    if not bar.isVisible():
        desk.window.actions_["find"].trigger()
    bar.words.setText(words)
    desk.until(lambda: bar.count.text() != "…")
    return bar.count.text()


def found(desk: Desk) -> list[str]:
    text = desk.reader.text
    return [text[slice(*span)] for span in desk.page.painter.hits]


@pytest.fixture
def water(full: Desk) -> Desk:
    full.open("霁川市人民政府令")
    return full


def test_whole_words_are_found_once_the_words_are_known(water: Desk):
    bar = water.reader.find_bar
    find(water, "用水")
    everywhere = len(found(water))
    bar.whole_words.click()
    assert bar.count.text() == "…"
    assert found(water) == []
    water.until(lambda: bar.count.text() != "…")
    whole = len(found(water))
    assert 0 < whole <= everywhere
    assert find(water, "民政府") == "没有找到"
    bar.whole_words.click()
    assert "共" in find(water, "民政府")


def test_the_choices_stay_for_the_next_document(water: Desk):
    bar = water.reader.find_bar
    bar.whole_words.click()
    bar.exact.click()
    assert find(water, "民政府") == "没有找到"
    water.open("充电")
    water.until(lambda: bar.count.text() == "没有找到")
    assert bar.whole_words.isChecked()
    assert bar.exact.isChecked()
    assert find(water, "充电桩") != "没有找到"


def test_exact_characters_count_width_and_blanks(water: Desk):
    bar = water.reader.find_bar
    assert find(water, "（一） 注册水表") != "没有找到"
    bar.exact.click()
    assert bar.count.text() == "没有找到"
    assert find(water, "（一）注册水表") != "没有找到"
    assert find(water, "(一)注册水表") == "没有找到"


def test_a_failing_finder_is_told_and_parts_of_words_are_found(water: Desk, monkeypatch):
    def refuse(uuids, owner, done, error):
        error(ValueError("no words"))

    monkeypatch.setattr(water.app.jobs, "word_borders", refuse)
    told: list[BaseException] = []
    monkeypatch.setattr(water.app.jobs, "tell_fault", told.append)
    find(water, "民政府")
    water.reader.find_bar.whole_words.click()
    assert not water.reader.find_bar.whole_words.isChecked()
    assert "共" in water.reader.find_bar.count.text()
    assert len(told) == 1


def test_the_bar_begins_with_the_words_one_searched_for(full: Desk):
    full.open("大事记")
    full.search("充电桩 建设")
    full.until(lambda: full.window.results.model.result.notices)
    full.window.searching.next_hit()
    full.until(lambda: full.reader.stored and "充电" in full.reader.stored.summary.title)
    full.until(lambda: full.page.painter.hits)
    bar = full.reader.find_bar
    full.window.actions_["find"].trigger()
    assert bar.words.text() == "充电桩"
    # What was looked for since comes back, not the search's words again.
    bar.words.setText("财政奖补")
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert found(full)  # the search's hits are shown again
    full.window.actions_["find"].trigger()
    assert bar.words.text() == "财政奖补"
    # And what is selected goes before both.
    start = full.reader.text.index("总体要求")
    full.page.select_span(start, start + 4)
    full.window.actions_["find"].trigger()
    assert bar.words.text() == "总体要求"


def test_f3_finds_on_with_the_words_of_the_bar_where_nothing_was_searched(water: Desk):
    find(water, "供水企业")
    water.reader.find_bar.dismiss()
    assert found(water) == []
    water.window.actions_["next-hit"].trigger()
    assert water.reader.find_bar.isVisible()
    assert set(found(water)) == {"供水企业"}
    first = water.reader.find_bar.count.text()
    water.window.actions_["next-hit"].trigger()
    assert water.reader.find_bar.count.text() != first
