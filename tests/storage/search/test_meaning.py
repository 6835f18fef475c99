"""What a query finds: operators, nearness, fields, notes and tags, facets, order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.types import Choice, Issue, MarkText
from tests.storage.search.indexes import ask, build
from tests.storage.search.texts import stored


def notice(uuid, *pieces, year=None, number=None, gazette="霁川市人民政府公报", issue=1, **known):
    """A notice of an issue; `known` are fields of its summary."""
    made = stored(uuid, *pieces, number=number, date=known.pop("date", ""))
    told = Issue(gazette or None, year, issue)
    return replace(made, summary=replace(made.summary, issue=told, **known))


LIBRARY = [
    notice(
        *("coal", "霁川市人民政府关于煤矿安全的通知", "煤矿要抓好安全生产。各县落实责任。"),
        *(("heading", "第一条 总则"), "培训煤矿职工。", "安全检查。"),
        **{"year": 2022, "number": "霁政发〔2022〕35号", "date": "2022-03-15"},
        **{"issuer": "霁川市人民政府", "section": "市政府文件", "genre": "通知"},
    ),
    notice(
        *("charging", "关于充电桩建设的意见", "建设充电桩，安全第一。", "换电站由住建局负责。"),
        ("table", "序号\t单位\n1\t市财政局\n2\t市住建局"),
        **{"year": 2023, "number": "霁政办发〔2023〕135号", "date": "2023-06-01", "issue": 2},
        **{"issuer": "霁川市住建局、霁川市财政局", "section": "部门文件", "genre": "意见"},
    ),
    notice(
        *("single", "关于民政工作的批复", "民政局：同意。", "人民政府另行通知。"),
        **{"gazette": "", "issue": None, "genre": "批复", "date": "2021-12-31"},
    ),
]
MARKS = [
    MarkText("coal", "m1", "yellow", "highlight", "需要催办财政拨款", ("重要", "催办"), 0, 4),
    MarkText("charging", "m2", "red", "highlight", "", (), 3, 6),
    MarkText("single", "", "", "", "", ("重要",), 0, 0),
]


@pytest.fixture(scope="module", params=["indexed", "pending"])
def search(request, tmp_path_factory):
    """Asks the library, indexed or all of it waiting for the index."""
    pending = LIBRARY if request.param == "pending" else []
    index = build(tmp_path_factory.mktemp("index"), [] if pending else LIBRARY)
    yield lambda query, **more: ask(index, query, LIBRARY, pending, marks=MARKS, **more)
    index.close()


def found(result):
    return {one.summary.uuid for one in result.notices}


@pytest.mark.parametrize(
    ("query", "uuids"),
    [
        ("煤矿 安全", {"coal"}),
        ("煤矿 OR 充电桩", {"coal", "charging"}),
        ("安全 NOT 煤矿", {"charging"}),
        ("NOT 安全", {"single"}),
        ("(煤矿 OR 充电桩) 检查", {"coal"}),
        ("“民政”", {"single", "coal"}),
        ("民政", {"single"}),
        ("人民政府 -没有", set()),
        # nearness
        ("煤矿 同句 安全", {"coal"}),
        ("煤矿 同句 责任", set()),
        ("煤矿 同段 责任", {"coal"}),
        ("培训 同段 检查", set()),
        ("培训 同条 检查", {"coal"}),
        ("总则 同条 责任", set()),
        ("建设 NEAR/6 安全", {"charging"}),
        ("建设 NEAR/3 安全", set()),
        ("市财政局 同段 市住建局", set()),
        ("(煤矿 OR 充电桩) 同句 安全", {"coal", "charging"}),
        ("NOT (煤矿 同句 安全)", {"charging", "single"}),
        # wildcards
        ("煤*产", {"coal"}),
        ("住?局", {"charging"}),
        # fields
        ("标题:煤矿", {"coal"}),
        ("标题:安全", {"coal"}),
        ("标题:民政", {"single"}),
        ("标题:府关", set()),
        ("标题:“府关”", {"coal"}),
        ("标题:(煤矿 OR 充电桩) NOT 标题:意见", {"coal"}),
        ("文号:35号", {"coal"}),
        ("文号:35", {"coal"}),
        ("文号:霁政发(2022)35", {"coal"}),
        ("文号:霁政发2022-35", {"coal"}),
        ("文号:霁政办发", {"charging"}),
        ("发文机关:财政局", {"charging"}),
        ("栏目:部门", {"charging"}),
        ("种类:通知 OR 种类:批复", {"coal", "single"}),
        ("公报:霁川", {"coal", "charging"}),
        ("期:2", {"charging"}),
        ("期:2022-1", {"coal"}),
        ("期:1..2", {"coal", "charging"}),
        ("年:2022", {"coal"}),
        ("年:>2021", {"coal", "charging"}),
        ("日期:2021..2022-03", {"coal", "single"}),
        ("日期:2022-04..2023-05", set()),
        ("日期:<2022", {"single"}),
        # what the user wrote
        ("催办", {"coal"}),
        ("批注:拨款", {"coal"}),
        ("批注:政拨", set()),
        ("批注:*", {"coal"}),
        ("标签:重要", {"coal", "single"}),
        ("标签:重要 煤矿", {"coal"}),
        ("标签:*", {"coal", "single"}),
        ("NOT 标签:*", {"charging"}),
        ("标注:黄", {"coal"}),
        ("标注:red", {"charging"}),
        ("标注:*", {"coal", "charging"}),
        ("重要 民政", {"single"}),
    ],
)
def test_a_query_finds(search, query, uuids):
    result = search(query)
    assert found(result) == uuids
    assert result.total_notices == len(uuids)
    assert result.total_hits == sum(len(one.hits) for one in result.notices)


def test_hits_tell_the_heads_above_them_and_what_they_stand_in(search):
    (one,) = search("催办").notices
    assert [(hit.kind, hit.mark, hit.text, hit.start, hit.end) for hit in one.hits] == [
        ("note", "m1", "催办", 0, 4),
        ("tag", "m1", "催办", 0, 4),
    ]
    (one,) = search("培训").notices
    assert [(hit.kind, hit.path) for hit in one.hits] == [("text", "第一条 总则")]
    (one,) = search("标注:黄").notices
    assert [(hit.kind, hit.text) for hit in one.hits] == [("mark", "霁川市人")]


def test_near_terms_are_hits_only_where_they_stand_together(search):
    (one,) = search("煤矿 同句 培训").notices
    assert [hit.text for hit in one.hits] == ["培训", "煤矿"]


def facets(result):
    return {
        facet.name: {value.value: value.count for value in facet.values} for facet in result.facets
    }


def test_facets_count_each_value(search):
    counted = facets(search("安全 OR 民政"))
    assert counted["year"] == {"2023": 1, "2022": 1, "2021": 1}
    assert counted["gazette"] == {"霁川市人民政府公报": 2, "": 1}
    assert counted["issuer"] == {"霁川市人民政府": 1, "霁川市住建局": 1, "霁川市财政局": 1, "": 1}
    assert counted["section"] == {"市政府文件": 1, "部门文件": 1, "": 1}
    assert counted["genre"] == {"通知": 1, "意见": 1, "批复": 1}
    assert counted["tag"] == {"重要": 2, "催办": 1, "": 1}


def test_facets_are_counted_with_all_choices_but_their_own(search):
    result = search("安全 OR 民政", chosen=(Choice("year", ("2022", "2023")),))
    assert found(result) == {"coal", "charging"}
    assert result.total_notices == 2
    counted = facets(result)
    assert counted["year"] == {"2023": 1, "2022": 1, "2021": 1}
    assert counted["genre"] == {"通知": 1, "意见": 1}
    both = (Choice("year", ("2022", "2023")), Choice("tag", ("重要",)))
    result = search("安全 OR 民政", chosen=both)
    assert found(result) == {"coal"}
    assert facets(result)["year"] == {"2022": 1, "2021": 1, "2023": 0}
    assert facets(result)["tag"] == {"重要": 1, "催办": 1, "": 1}
    chosen = next(facet for facet in result.facets if facet.name == "tag").values
    assert [value.value for value in chosen if value.chosen] == ["重要"]
    joint = search("安全", chosen=(Choice("issuer", ("霁川市财政局",)),))
    assert found(joint) == {"charging"}
    assert found(search("安全 OR 民政", chosen=(Choice("section", ("",)),))) == {"single"}


def test_results_are_sorted_by_date_and_by_number(search):
    order = [one.summary.uuid for one in search("安全 OR 民政", sort="date").notices]
    assert order == ["charging", "coal", "single"]
    order = [one.summary.uuid for one in search("安全 OR 民政", sort="number").notices]
    assert order == ["charging", "coal", "single"]


def test_a_long_unknown_term_is_found_by_its_words_too_where_it_stands_nowhere(search):
    result = search("煤矿职工安全检查")
    assert found(result) == {"coal"}
    assert [one.key for one in result.problems] == ["search-loosened"]
    assert {hit.text for hit in result.notices[0].hits} == {"煤矿", "职工", "安全", "检查"}
    assert search("煤矿职工火箭检查").problems == ()


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("煤广", "煤矿"),
        ("充电椿", "充电桩"),
        ("“安全生严”", "“安全生产”"),
        ("标题:煤广 安全", "标题:煤矿 安全"),
    ],
)
def test_a_query_that_finds_nothing_is_told_what_may_be_meant(search, query, meant):
    result = search(query)
    assert result.total_notices == 0
    assert meant in result.meant
