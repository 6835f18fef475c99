"""Wrapping by arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.wrapped_lines import WrappedLines, wrap


def test_chinese_characters_fill_a_row():
    assert wrap("一二三四五六七", 4) == ["一二三四", "五六七"]
    assert wrap("", 4) == [""]


def test_latin_letters_take_less_room():
    rows = wrap("abcdefghijkl", 6)
    assert rows == ["abcdefghi", "jkl"]


@given(st.text(st.sampled_from("国a1 ，𠮷"), max_size=200), st.integers(4, 40))
def test_nothing_is_lost_and_no_row_is_too_wide(text: str, characters: int):
    rows = wrap(text, characters)
    assert "".join(rows) == text
    for row in rows:
        wide = sum(6 if one.isascii() else 10 for one in row)
        assert wide <= characters * 10 or len(text) <= characters


def test_places_go_there_and_back():
    wrapped = WrappedLines(["一二三四五", "", "六"], 4)
    assert [wrapped.top(line) for line in (1, 2, 3)] == [0, 2, 2.5]
    assert wrapped.rows == 3.5
    for line in (1.0, 1.5, 2.0, 3.25):
        assert wrapped.line_at(wrapped.top(line)) == pytest.approx(line)
    assert int(wrapped.line_at(99)) == 3
    assert wrapped.rows_of(1) == ["一二三四", "五"]


def test_nothing_has_no_lines():
    assert WrappedLines((), 10).line_at(3) == 0
    assert WrappedLines((), 10).top(3) == 0
