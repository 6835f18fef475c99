"""Frequent terms: counted when a notice is taken in as they are counted in its text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.search.counts import FrequentCounts
from storage.search.frequent import FrequentTerms, squeeze_row, stretch_row
from storage.search.language import Kind, Term
from storage.search.layout import Layout
from storage.search.matching import tally
from storage.search.store import IndexedNotice
from storage.search.words import Cuts

_WORDS = [
    "发展",
    "发",
    "展",
    "发展改革",
    "改革",
    "革",
    "人民政府",
    "人民",
    "政府",
    "民",
    "政",
    "。",
    "12",
    "人人",
    "人",
    "\0",
]
_NOTICE = st.lists(st.sampled_from(_WORDS), max_size=40)


def _read(number: int, words: list[str]) -> tuple[int, IndexedNotice]:
    text = "".join(words)
    return number, IndexedNotice(
        0, text, Cuts.of_words(words), Layout.of_lengths([len(text)], b"\0")
    )


def _counts(terms: FrequentTerms, notices: list[list[str]]) -> FrequentCounts:
    counts = FrequentCounts(terms)
    rows = [stretch_row(squeeze_row(terms.row_of(words))) for words in notices]
    half = len(rows) // 2
    counts.add(enumerate(rows[:half], start=1))
    counts.add(enumerate(rows[half:], start=half + 1))
    return counts


@given(st.lists(_NOTICE, min_size=1, max_size=20), st.data())
def test_counted_as_in_the_text(notices: list[list[str]], data: st.DataObject):
    terms = FrequentTerms.learnt(notices * 40)
    terms = FrequentTerms.of_bytes(terms.to_bytes())
    others = data.draw(st.lists(_NOTICE, max_size=5))
    notices = [*notices, *others]
    counts = _counts(terms, notices)
    read = [_read(number, words) for number, words in enumerate(notices, start=1)]
    for text in terms.terms:
        for kind in (Kind.WORD, Kind.LITERAL):
            found, looked = counts.tallied(text, literal=kind is Kind.LITERAL)
            told = dict(tally(Term(text, kind), read))
            assert found == {number: told[number] for number in looked & told.keys()}
        holding = {number for number, notice in read if text in notice.text}
        assert counts.lacking([text]) == {number for number, _ in read} - holding


@given(
    st.lists(_NOTICE, min_size=1, max_size=20), st.text("发展改革人民政府", min_size=1, max_size=6)
)
def test_what_is_said_to_lack_a_text_lacks_it(notices: list[list[str]], text: str):
    counts = _counts(FrequentTerms.learnt(notices * 40), notices)
    lacking = counts.lacking([text])
    assert all(text not in "".join(notices[number - 1]) for number in lacking)


def test_pairs_of_a_sixth_and_longer_ones_of_a_third_are_frequent():
    shares = {"甲乙": 16, "丙丁戊": 17, "12": 30, "辛壬癸子丑": 37}
    notices = [[word] for word, times in shares.items() for _ in range(times)]
    random.Random(1).shuffle(notices)
    longer = {"辛壬", "壬癸", "癸子", "子丑", "辛壬癸", "壬癸子", "癸子丑", "辛壬癸子", "壬癸子丑"}
    assert set(FrequentTerms.learnt(notices).terms) == {"丙丁", "丁戊", *longer}


def test_few_notices_teach_nothing():
    terms = FrequentTerms.learnt([["发展"]] * 5)
    assert terms.terms == ()
    assert FrequentTerms.of_bytes(terms.to_bytes()).terms == ()
    assert _counts(terms, [["发展"]]).tallied("发展", literal=True) == ({}, set())
    assert _counts(terms, [["发展"]]).lacking(["发展"]) == set()


def test_what_has_no_code_is_to_be_read():
    terms = FrequentTerms.learnt([["发展"]] * 40)
    counts = _counts(terms, [["发展"], ["发展"] * 7, ["改革"]])
    found, looked = counts.tallied("发展", literal=False)
    assert looked == {1, 3}
    assert set(found) == {1}


def test_a_row_of_another_index_is_refused():
    with pytest.raises(ValueError, match="counts"):
        FrequentCounts(FrequentTerms(["发展"])).add([(1, b"")])
