"""A hundred terms that officials type, over the shared texts: none missed, none drowned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage.search.prepare import cuts_of
from storage.search.segmenter import Segmenter
from storage.text import fold, squeeze
from tests.shared_texts import needs_shared
from tests.storage.search.indexes import ask, build
from tests.storage.search.texts import DICTIONARY, notices_of_shared_texts, stored

TERMS = (Path(__file__).parent / "hundred_terms.txt").read_text(encoding="utf-8").split()

# The words that hold a term's characters and mean something else: such places are false.
FALSE = {
    "工信": ["分工信息", "职工信", "加工信"],
    "民政": ["人民政府", "农民政策", "居民政务"],
    "市政": ["市政府", "市政务", "市政策"],
    "燃气": ["可燃气体"],
    "养老": ["赡养老人"],
    "药品": ["用药品种"],
    "交通": ["公交通行"],
}
# These may be found all the same, but behind the true ones.
MAY_BE_FOUND = {"市政"}


def places(text, term):
    return [found.start() for found in re.finditer(f"(?={re.escape(term)})", text)]


def false_places(text, term):
    return {
        start + word.index(term) for word in FALSE.get(term, ()) for start in places(text, word)
    }


@pytest.fixture(scope="module")
def notices():
    return notices_of_shared_texts()


@pytest.fixture(scope="module")
def index(notices, tmp_path_factory):
    opened = build(tmp_path_factory.mktemp("quality"), notices)
    yield opened
    opened.close()


def hit_places(one, source):
    """The places of its hits in the squeezed text."""
    return {len(squeeze(source[: hit.start])) for hit in one.hits}


@needs_shared
def test_a_hundred_terms_are_found_where_they_are_meant(notices, index):
    assert len(TERMS) >= 100
    sources = {one.summary.uuid: one.notice.text for one in notices}
    texts = {uuid: fold(squeeze(source)) for uuid, source in sources.items()}
    true = missed = found_false = found_all = 0
    for term in TERMS:
        result = ask(index, term, notices, limit=len(notices))
        found = {
            one.summary.uuid: hit_places(one, sources[one.summary.uuid]) for one in result.notices
        }
        for uuid, text in texts.items():
            wrong = false_places(text, term)
            right = set(places(text, term)) - wrong
            true += len(right)
            missed += len(right - found.get(uuid, set()))
            found_all += len(found.get(uuid, ()))
            found_false += len(wrong & found.get(uuid, set()))
        for one in result.notices[:50]:
            wrong = false_places(texts[one.summary.uuid], term)
            assert term in MAY_BE_FOUND or found[one.summary.uuid] - wrong, (term, one.summary)
    print(f"{true} true places, {missed} missed; of {found_all} found {found_false} are false")
    assert missed / true <= 0.01


@needs_shared
def test_places_at_the_borders_of_words_are_not_missed(notices, index):
    cut = Segmenter(DICTIONARY, DICTIONARY).cut
    at_border = missed = 0
    sources = {one.summary.uuid: one for one in notices}
    texts = {uuid: fold(squeeze(one.notice.text)) for uuid, one in sources.items()}
    all_cuts = {uuid: cuts_of(one.notice, cut) for uuid, one in sources.items()}
    for term in TERMS:
        result = ask(index, term, notices, limit=len(notices))
        hits = {
            one.summary.uuid: hit_places(one, sources[one.summary.uuid].notice.text)
            for one in result.notices
        }
        for uuid, text in texts.items():
            if term in text:
                cuts = all_cuts[uuid]
                wanted = {at for at in places(text, term) if at in cuts or at + len(term) in cuts}
                at_border += len(wanted)
                missed += len(wanted - hits.get(uuid, set()))
    print(f"{at_border} places at a border of words, {missed} missed")
    assert missed / at_border <= 0.005


def test_what_may_be_found_comes_behind_what_is_meant(tmp_path):
    notices = [
        *(stored(f"city {n}", "市政府通知", "市政府要求", "市政府办公室") for n in range(60)),
        stored("meant", "通知", "市政设施"),
        stored("people", "通知", "人民政府"),
    ]
    index = build(tmp_path, notices)
    found = [one.summary.uuid for one in ask(index, "市政", notices).notices]
    assert found[0] == "meant"
    assert "people" not in {one.summary.uuid for one in ask(index, "民政", notices).notices}
    index.close()
