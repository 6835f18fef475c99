"""Pairs of characters: they may propose too much, and never too little."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.search.grams import Pairs
from storage.text import fold, squeeze

texts = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("工信局ab15(\"'*^:-\x00\ud800\uf8ff\uf8fe ")
    ),
    max_size=40,
).map(lambda text: squeeze(fold(text)))


def proposes(text, phrases, pairs):
    """Ask SQLite itself whether the phrases' pairs are in the text's."""
    expression = pairs.expression(phrases)
    if not expression:
        return True
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE pairs USING fts5 (t, content='', detail=none, tokenize='ascii')"
    )
    connection.execute("INSERT INTO pairs (rowid, t) VALUES (1, ?)", (pairs.of_text(text),))
    asked = connection.execute(
        "SELECT rowid FROM pairs WHERE pairs MATCH ?", (expression,)
    ).fetchall()
    connection.close()
    return bool(asked)


@given(texts.filter(bool), st.data())
def test_a_text_is_proposed_for_every_part_of_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    learnt = Pairs.learnt([text] * 20 + ["工信局"] * 20)
    for pairs in (Pairs(), learnt):
        assert proposes(text, [text[start:end]], pairs)
        assert proposes(text, [text[start:end], text[-1], text[0]], pairs)


@given(st.lists(texts, max_size=30), texts.filter(bool), st.data())
def test_what_is_counted_or_common_still_proposes_every_part(others, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    counted = data.draw(st.sets(st.sampled_from([text[at : at + 2] for at in range(len(text))])))
    # A pair that is counted is one that many notices have, as its first character is.
    learnt = Pairs.learnt([*others, *[text] * 30], {pair for pair in counted if len(pair) == 2})
    assert proposes(text, [text[start:end]], learnt)


@given(texts.filter(bool))
def test_a_pair_that_is_not_there_is_not_proposed(text):
    assert not proposes(text, ["\u9fa0\u9fa1"], Pairs())


def test_a_very_long_phrase_asks_for_few_pairs():
    phrase = "".join(map(chr, range(0x4E00, 0x7000)))
    assert len(Pairs().asked(phrase)) <= 48
    assert proposes(phrase, [phrase], Pairs())
    assert proposes(phrase, [phrase, phrase[1:], phrase[2:]], Pairs())


def test_one_character_is_found_at_the_very_end():
    assert proposes("工信局", ["局"], Pairs())
    assert not proposes("工信局", ["厅"], Pairs())


def test_what_very_many_notices_have_is_not_entered():
    texts = [f"本市通知{chr(0x5000 + number)}事" for number in range(40)]
    pairs = Pairs.learnt(texts)
    assert "本" in pairs.common
    assert pairs.expression(["通知"]) == ""
    assert proposes(texts[3], ["知\u5003事"], pairs)
    assert not proposes(texts[3], ["知\u5004事"], pairs)


def test_what_begins_a_counted_pair_is_not_asked_for_by_its_pairs():
    texts = [f"通知{chr(0x5000 + number * 40)}" for number in range(35)]
    pairs = Pairs.learnt([*texts, "发展"], ["发展"])
    assert proposes("发展", ["发"], pairs)


def test_rare_pairs_are_told_apart_where_all_that_begin_alike_are_common():
    signs = [chr(0x5000 + number) for number in range(200)]
    texts = ["".join(f"本{sign}" for sign in signs[at:] + signs[:at])[:8] for at in range(200)]
    pairs = Pairs.learnt(texts)
    expressions = [pairs.expression([text[:2]]) for text in texts]
    assert all(expressions)
    assert len(set(expressions)) > 30
    assert all(proposes(text, [text[:2]], pairs) for text in texts)


@pytest.mark.parametrize("signs", ["，。", "—(", "％；"])
def test_signs_are_taken_for_one_another_and_digits_by_halves(signs):
    assert proposes(f"甲{signs[0]}乙", [f"甲{signs[1]}乙"], Pairs())
    assert proposes("甲3乙", ["甲1乙"], Pairs())
    assert not proposes("甲3乙", ["甲7乙"], Pairs())
