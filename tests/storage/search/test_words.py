"""Unquoted terms: a place counts where a word begins at its start or ends at its end."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from storage.search import SearchIndex
from storage.search.prepare import cuts_of
from storage.search.segmenter import Segmenter, jieba_cutter, own_terms, rjieba_cutter
from storage.search.words import Cuts, words_of
from storage.text import fold, squeeze
from tests.shared_texts import all_texts, needs_shared
from tests.storage.search.indexes import NOTICES, ask, build, found
from tests.storage.search.texts import (
    DICTIONARY,
    notices_of_shared_texts,
    stored,
)

# Each place of a term is bracketed and judged by hand: [..] counts, (..) does not. (困难|人|社会:
# 人 begins a word, so the place counts beside better ones; alone it would not be found.)
JUDGED = {
    "工信": """由市[工信]局牵头，各县[工信]部门配合。市[工信]局、省[工信]厅、[工信]部发文。
        发改、[工信]、财政三家会商。联系人：[工信]科。职(工信)箱设在一楼。加(工信)息填报。
        市[工信]和商务两局。重(工信)心足。县区[工信]、住建、林业等单位。""",
    "人社": """市[人社]局、省[人社]厅、[人社]部门负责。财政、[人社]、医保三家。个(人社)保缴费。
        本(人社)会关系良好。工(人社)区服务站。县[人社]、工信两局。私(人社)团备案。
        困难[人社]会救助归口办理。""",
    "民政": """人(民政)府印发。市[民政]局、省[民政]厅会同市人(民政)府办公室。[民政]部门审核。
        农(民政)策明白卡。县人(民政)府、各乡镇人(民政)府。由[民政]、残联、卫健核对。
        基层[民政]工作。区[民政]、教育两局。居(民政)务公开。""",
    "市政": """[市政]设施维护。[市政]府常务会议。[市政]府办公室转发。[市政]道路改造。
        城(市政)务服务。全(市政)法队伍。[市政]工程验收。""",
}


def judged(text):
    """The text without brackets, and the spans that count."""
    plain, spans, start = [], set(), 0
    for character in text:
        if character in "[(":
            start = len(plain)
        elif character == "]":
            spans.add((start, len(plain)))
        elif character != ")":
            plain.append(character)
    return "".join(plain), spans


@pytest.mark.parametrize("word", JUDGED)
def test_words_are_found_at_word_borders_and_not_across_them(tmp_path, word):
    text, expected = judged(JUDGED[word])
    notices = [stored("one", "题目", text)]
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    for pending in (notices, []):
        result = ask(index, word, notices, pending)
        hits = result.notices[0].hits
        shift = len("题目\n")
        assert {(hit.start - shift, hit.end - shift) for hit in hits} == expected
        list(index.update(notices, [], 1))


def test_whole_words_come_first_then_parts_then_places_across_words(tmp_path):
    notices = [
        stored("across", "救助", "困难人社会救助归口办理，困难人社会救助归口办理。"),
        stored("whole", "救助", "由人社局办理。"),
        stored("part", "市政府", "市政府，市政府，市政府"),
        stored("whole too", "设施", "市政设施"),
    ]
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    list(index.update(notices, [], 1))

    def order(query):
        found = ask(index, query, notices).notices
        return [one.summary.uuid for one in found]

    assert order("人社") == ["whole"]
    # What stands beside a better place is shown; so few are no reason to find it alone.
    index_of_one = build(tmp_path / "one", notices[:1])
    assert ask(index_of_one, "人社", notices).notices == ()
    assert order("人社会救") == ["across"]
    assert order("市政") == ["whole too", "part"]


def test_a_word_of_the_dictionary_is_known_though_no_text_has_it(tmp_path):
    cut_through = stored("cut", "通知", "由市民政局办理")
    index = build(tmp_path, [cut_through])
    assert ask(index, "民政局", [cut_through]).notices
    assert ask(index, "市民", [cut_through]).notices == ()
    assert ask(index, "“市民”", [cut_through]).notices


def test_all_words_must_be_in_the_notice_and_a_quoted_term_mixes_in(tmp_path):
    notices = [
        stored("both", "通知", "工信和人社部门", "市人民政府"),
        stored("one", "通知", "工信部门", "人民政府"),
    ]
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    list(index.update(notices, [], 1))

    def found(query):
        result = ask(index, query, notices)
        return {one.summary.uuid: [hit.text for hit in one.hits] for one in result.notices}

    assert found("工信 人社") == {"both": ["工信", "人社"]}
    assert found("民政") == {}
    assert found('工信 "民政"') == {"both": ["工信", "民政"], "one": ["工信", "民政"]}
    assert found('部门 人社 "民政府"') == {"both": ["人社", "部门", "民政府"]}


def test_latin_words_end_at_blanks_and_chinese_ones_do_not(tmp_path):
    notices = [stored("one", "Data Center Park", "ＡＩ data  center\n2020 35，工 信 局")]
    index = build(tmp_path, notices)
    for query, hits in (("center", 2), ("CENTER", 2), ("ente", 0), ("35", 1), ("工信局", 1)):
        assert ask(index, query, notices).total_hits == hits, query
    assert ask(index, '"enterp"', notices).total_hits == 1


def test_a_document_number_is_found_with_any_brackets_in_query_and_text(tmp_path):
    notices = [
        stored("a", "通知", "某政办发〔2020〕44 号"),
        stored("b", "通知", "根据（某政办发\n[2020]44号）"),
        stored("c", "通知", "某政办发（2020）4号，某政办发〔2020〕441号"),
    ]
    index = SearchIndex(tmp_path, "library", DICTIONARY)
    list(index.update(notices, [], 1))
    for query in ("某政办发〔2020〕44号", "某政办发[2020]44", "某政办发 （2020） 44 号"):
        result = ask(index, query, notices)
        assert sorted(one.summary.uuid for one in result.notices) == ["a", "b"], query
        assert {squeeze(fold(hit.text)) for one in result.notices for hit in one.hits} == {
            "某政办发[2020]44号"
        }


def cutters(tmp_path):
    terms = own_terms(DICTIONARY)
    return rjieba_cutter(terms), jieba_cutter(terms, tmp_path)


def test_rjieba_and_jieba_cut_our_own_terms_alike(tmp_path):
    fast, slow = cutters(tmp_path)
    for word, _ in own_terms(DICTIONARY):
        sentence = [f"各级{word}要落实2020-2025年{word}工作PM2.5"]
        assert words_of(sentence, fast) == words_of(sentence, slow)
    assert (tmp_path / "jieba.cache").is_file(), "jieba's cache belongs in our own folder"


@needs_shared
def test_rjieba_and_jieba_cut_the_shared_texts_alike(tmp_path):
    fast, slow = cutters(tmp_path)
    for path in all_texts():
        lines = [fold(squeeze(line)) for line in path.read_text(encoding="utf-8").split("\n")]
        assert words_of(lines, fast) == words_of(lines, slow), path.name


def test_words_joined_are_the_text_again():
    text = "二〇二〇年，PM2.5≤35µg/m³；㐂𠮷 abc-123\u200b。"
    cut = Segmenter(DICTIONARY, DICTIONARY).cut
    pieces = [fold(squeeze(text)), "", "工信局"]
    assert "".join(words_of(pieces, cut)) == "".join(pieces)
    assert words_of([], cut) == []


def test_abbreviations_that_officials_type_are_words():
    cut = Segmenter(DICTIONARY, DICTIONARY).cut
    text = "深化放管服改革，推行双随机一公开和标准地，由市发改委、市工信局、县文旅局牵头。"
    words = words_of([fold(text)], cut)
    for word in ("双随机", "标准地", "发改委", "工信局", "文旅局"):
        assert any(word in found for found in words), (word, words)


def test_cuts_remember_both_ends_of_every_word():
    words = ["市", "人民政府", "工信局", "x"]
    cuts = Cuts.of_words(words)
    text = "".join(words)
    assert [place for place in range(len(text) + 1) if place in cuts] == [0, 1, 5, 8, 9]
    assert cuts.split(text, 0, 9) == words
    assert cuts.split(text, 2, 6) == ["民政府", "工"]
    assert cuts.flags == Cuts.of_lengths([1, 4, 3, 1]).flags
    assert 0 in Cuts.of_words([])


def test_a_search_without_pending_notices_needs_no_segmenter(tmp_path):
    build(tmp_path).close()
    asked = """
import sys
from pathlib import Path
from tests.storage.search.indexes import NOTICES, found
from tests.storage.search.texts import DICTIONARY
from storage.search import SearchIndex
index = SearchIndex(Path(sys.argv[1]), "library", DICTIONARY)
assert len(found(index, "工信")) == 30
assert not {"jieba", "rjieba"} & set(sys.modules)
assert found(index, "人民政府", pending=NOTICES) == set()
assert "rjieba" not in sys.modules, "no notice holds the word, so none is cut"
assert len(found(index, "工信", pending=NOTICES)) == 30
assert "jieba" not in sys.modules
"""
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", asked, str(tmp_path)], cwd=root, check=True)


def test_jieba_stands_in_where_rjieba_has_no_wheel(tmp_path, monkeypatch):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "rjieba" else find_spec(name)
    )
    index = build(tmp_path / "cache")
    assert len(found(index, "工信")) == 30
    assert found(index, "信局") == {one.summary.uuid for one in NOTICES}
    assert (tmp_path / "cache" / "jieba.cache").is_file()


def places_by_the_rule(word, text, cuts):
    """Where a word begins or ends, unless each takes but one character of the word beside."""
    ends = {at: at + len(word) for at in range(len(text)) if text.startswith(word, at)}
    places = [at for at, end in ends.items() if at in cuts or end in cuts]
    cut_through = [
        at
        for at in places
        if (at in cuts) != (ends[at] in cuts) and (ends[at] - 1 if at in cuts else at + 1) in cuts
    ]
    return [] if places == cut_through else places


@needs_shared
def test_words_in_the_index_are_those_of_a_plain_scan(tmp_path):
    notices = notices_of_shared_texts()
    index = build(tmp_path, notices)
    cut = Segmenter(DICTIONARY, tmp_path).cut
    cuts = {one.summary.uuid: cuts_of(one.notice, cut) for one in notices}
    texts = {one.summary.uuid: fold(squeeze(one.notice.text)) for one in notices}
    for word in (
        "工信",
        "人社",
        "民政",
        "市政",
        "发改委",
        "放管服",
        "标准地",
        "污染",
        "行政",
        "有限公司",
    ):
        expected = {
            uuid: count
            for uuid, text in texts.items()
            if (count := len(places_by_the_rule(word, text, cuts[uuid])))
        }
        found_there = ask(index, word, notices, limit=len(notices)).notices
        assert {one.summary.uuid: len(one.hits) for one in found_there} == expected, word
