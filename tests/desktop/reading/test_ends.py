"""The ends of marks move by whole characters, and never too far."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as given_

from desktop.reading.ends import is_border, moved, stepped

TEXT = "甲乙\n　　丙𠮷e\u0301戊 己"
ALL = (0, len(TEXT))


def test_an_end_moves_to_where_it_is_dragged():
    assert moved(TEXT, (0, 1), "end", 2, ALL) == (0, 2)
    assert moved(TEXT, (5, 9), "start", 0, ALL) == (0, 9)


def test_a_mark_never_becomes_empty():
    assert moved(TEXT, (0, 2), "end", 0, ALL) == (0, 1)
    assert moved(TEXT, (0, 2), "start", 9, ALL) == (1, 2)
    assert stepped(TEXT, (0, 1), "end", -1, ALL) == (0, 1)
    assert stepped(TEXT, (0, 1), "start", 1, ALL) == (0, 1)


def test_white_space_is_stepped_over_and_never_an_end():
    assert stepped(TEXT, (0, 2), "end", 1, ALL) == (0, 6)
    assert stepped(TEXT, (0, 6), "end", -1, ALL) == (0, 2)
    assert stepped(TEXT, (5, 6), "start", -1, ALL) == (1, 6)
    assert moved(TEXT, (0, 6), "end", 4, ALL) == (0, 2)


def test_a_combined_character_is_one():
    assert stepped(TEXT, (5, 7), "end", 1, ALL) == (5, 9)
    assert stepped(TEXT, (5, 9), "end", -1, ALL) == (5, 7)
    assert moved(TEXT, (5, 7), "end", 8, ALL) == (5, 7)
    assert moved(TEXT, (7, 9), "end", 7, ALL) == (7, 9)


def test_no_end_goes_over_the_notices_border():
    assert moved(TEXT, (5, 6), "end", 99, (5, 7)) == (5, 7)
    assert moved(TEXT, (5, 6), "start", -3, (5, 7)) == (5, 6)
    assert stepped(TEXT, (5, 7), "end", 1, (5, 7)) == (5, 7)


_SIGNS = given_.sampled_from("甲乙𠮷 \n　e\u0301\u200d")


@given(given_.text(_SIGNS, min_size=2, max_size=12), given_.data())
def test_whatever_is_done_the_span_stays_good(text: str, data):
    spans = [
        (start, end)
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if not text[start].isspace() and not text[end - 1].isspace()
        if is_border(text, start) and is_border(text, end)
    ]
    if not spans:
        return
    span = data.draw(given_.sampled_from(spans))
    which = data.draw(given_.sampled_from(["start", "end"]))
    if data.draw(given_.booleans()):
        to = data.draw(given_.integers(-2, len(text) + 2))
        start, end = moved(text, span, which, to, (0, len(text)))
    else:
        step = data.draw(given_.sampled_from([-1, 1]))
        start, end = stepped(text, span, which, step, (0, len(text)))
    assert 0 <= start < end <= len(text)
    assert not text[start].isspace()
    assert not text[end - 1].isspace()
    assert is_border(text, start)
    assert is_border(text, end)
