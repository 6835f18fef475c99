"""Quoted terms: every place with exactly these characters, and no other."""

from __future__ import annotations

import itertools
import random

import pytest

from storage.text import fold, squeeze
from storage.types import SearchResult
from tests.shared_texts import needs_shared
from tests.storage.search.indexes import ask, build
from tests.storage.search.texts import (
    notices_of_shared_texts,
    pieces_of_shared_texts,
    stored,
)


def scan(notices, phrase):
    """What a plain scan finds: {uuid: [(start, end) in the notice's text]}, overlapping too."""
    wanted, found = fold(squeeze(phrase)), {}
    for one in notices:
        text = one.notice.text
        places = [at for at, character in enumerate(text) if not character.isspace()]
        squeezed = fold(squeeze(text))
        for start in range(len(squeezed) - len(wanted) + 1):
            if squeezed.startswith(wanted, start):
                span = (places[start], places[start + len(wanted) - 1] + 1)
                found.setdefault(one.summary.uuid, []).append(span)
    return found


def spans(result: SearchResult):
    return {one.summary.uuid: [(hit.start, hit.end) for hit in one.hits] for one in result.notices}


@pytest.fixture
def notices():
    return [
        stored("a", "关于推进煤矿智能化的通知", "加快煤矿智\n能化建设。", "煤矿", "智能化改造"),
        stored("b", "关于表格的通知", ("table", "序号\t单位\n1\t市煤\t矿智\n能化\t局")),
        stored("c", "ＰＭ2.5 与 pm２．５", "aaaa，Ａ级", "２０２０年"),
        stored("d", "与此无关"),
    ]


@pytest.fixture
def index(tmp_path, notices):
    opened = build(tmp_path, notices)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "places"),
    [
        # in a title, over a line break, over two blocks, over cells and rows
        ('"煤矿智能化"', {"a": 3, "b": 1}),
        ("“煤矿智能化”", {"a": 3, "b": 1}),
        ("「煤矿智能化」", {"a": 3, "b": 1}),
        # blanks and line breaks aside
        ('"煤矿 智能　化"', {"a": 3, "b": 1}),
        # width and case
        ('"PM2.5"', {"c": 2}),
        ('"ｐｍ２.5"', {"c": 2}),
        # overlapping places are places
        ('"aa"', {"c": 3}),
        # over a block's border, a title and what follows
        ('"5aaaa,"', {"c": 1}),
        # one character; the last one of a text
        ('"煤"', {"a": 3, "b": 1}),
        ('"关"', {"a": 1, "b": 1, "d": 1}),
        ('"年"', {"c": 1}),
        ('"没有的"', {}),
        # two terms: both must be there
        ('"煤矿" "改造"', {"a": 4}),
        ('"煤矿" "表格"', {"b": 2}),
    ],
)
def test_every_literal_place_is_found(index, notices, query, places):
    result = ask(index, query, notices)
    assert {one.summary.uuid: len(one.hits) for one in result.notices} == places
    assert result.total_notices == len(places)
    assert result.total_hits == sum(places.values())
    assert result.problem is None


def test_a_hit_carries_its_place_and_the_words_around_it(index, notices):
    found = ask(index, '"智能化建设"', notices).notices[0]
    hit = found.hits[0]
    assert found.summary.title == "关于推进煤矿智能化的通知"
    assert notices[0].notice.text[hit.start : hit.end] == hit.text == "智\n能化建设"
    assert hit.before == "关于推进煤矿智能化的通知 加快煤矿"
    assert hit.after == "。 煤矿 智能化改造"


def test_the_limit_cuts_the_list_but_not_the_totals(index, notices):
    result = ask(index, '"煤"', notices, limit=1)
    assert (len(result.notices), result.total_notices, result.total_hits) == (1, 2, 4)
    none = ask(index, '"煤"', notices, limit=0)
    assert (none.notices, none.total_notices, none.total_hits) == ((), 2, 4)


def test_odd_characters_are_found_like_any_other(tmp_path):
    odd = "甲\x00乙\x07丙😀丁\ud800戊�己'\"*()^庚\ue000\uf8ff"
    notices = [stored("odd", "题", odd)]
    index = build(tmp_path, notices)
    for start in range(len(odd)):
        for end in range(start + 1, len(odd) + 1):
            phrase = odd[start:end]
            if '"' not in phrase:
                found = spans(ask(index, f"「{phrase}」", notices))
                assert found == scan(notices, phrase), repr(phrase)


@needs_shared
@pytest.mark.parametrize("texts", [pieces_of_shared_texts, notices_of_shared_texts])
def test_recall_and_precision_are_one_over_all_shared_texts(tmp_path, texts):
    notices = texts()
    index = build(tmp_path, notices)
    chance = random.Random(4)
    by_uuid = {one.summary.uuid: one for one in notices}
    squeezed = [(one.summary.uuid, fold(squeeze(one.notice.text))) for one in notices]
    for number in range(400):
        uuid, text = chance.choice(squeezed)
        length = 1 + number % 30
        borders = borders_of(by_uuid[uuid])
        start = chance.randrange(max(1, len(text) - length))
        if number % 2 and borders:
            # Every other phrase lies across the border of two blocks.
            start = max(0, chance.choice(borders) - chance.randrange(1, length + 1))
        phrase = text[start : start + length]
        if any(quote in phrase for quote in "「」"):
            continue
        result = ask(index, f"「{phrase}」", notices, limit=len(notices))
        counted = {
            uuid: sum(whole.startswith(phrase, at) for at in places(whole, phrase))
            for uuid, whole in squeezed
            if phrase in whole
        }
        assert {one.summary.uuid: len(one.hits) for one in result.notices} == counted, phrase
        for one in result.notices:
            assert all(fold(squeeze(hit.text)) == phrase for hit in one.hits)
        assert result.total_hits == sum(counted.values())


def borders_of(stored_notice):
    """Where in the squeezed text a block ends and another begins."""
    ends = itertools.accumulate(len(squeeze(one.text)) for one in stored_notice.notice.blocks)
    return list(ends)[:-1]


def places(text, phrase):
    return (at for at in range(len(text)) if text[at] == phrase[0])
