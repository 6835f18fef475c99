"""Pairs of characters: they may propose too much, and never too little."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from storage.search.grams import asked_pairs, document_pairs, match_expression
from storage.text import fold, squeeze

texts = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("工信局ab1(\"'*^:-\x00\ud800\uf8ff ")),
    max_size=40,
).map(lambda text: squeeze(fold(text)))


def proposes(text, phrases):
    """Ask SQLite itself whether the phrases' pairs are in the text's."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE pairs USING fts5 (t, content='', detail=none, tokenize='ascii')"
    )
    connection.execute("INSERT INTO pairs (rowid, t) VALUES (1, ?)", (document_pairs(text),))
    asked = connection.execute(
        "SELECT rowid FROM pairs WHERE pairs MATCH ?", (match_expression(phrases),)
    ).fetchall()
    connection.close()
    return bool(asked)


@given(texts.filter(bool), st.data())
def test_a_text_is_proposed_for_every_part_of_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert proposes(text, [text[start:end]])
    assert proposes(text, [text[start:end], text[-1], text[0]])


@given(texts.filter(bool))
def test_a_pair_that_is_not_there_is_not_proposed(text):
    assert not proposes(text, ["\u9fa0\u9fa1"])


def test_a_very_long_phrase_asks_for_few_pairs():
    phrase = "".join(map(chr, range(0x4E00, 0x7000)))
    assert len(asked_pairs(phrase)) <= 48
    assert proposes(phrase, [phrase])
    assert proposes(phrase, [phrase, phrase[1:], phrase[2:]])


def test_one_character_is_found_at_the_very_end():
    assert proposes("工信局", ["局"])
    assert not proposes("工信局", ["厅"])
