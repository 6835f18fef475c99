"""A query asked again, narrowed or for more: the same answer as if it were asked anew."""

from __future__ import annotations

import pytest

from storage.types import Choice, Query
from tests.storage.search.indexes import build
from tests.storage.search.texts import stored, view_of

_TEXTS = ["市工信局牵头", "充电桩由市工信局建设", "人民政府", "工信局。充电桩"]
NOTICES = [
    stored(
        f"n{number}",
        f"第{number}号通知",
        f"{_TEXTS[number % 4]}{number}",
        date=f"20{10 + number % 3}-01-01",
    )
    for number in range(80)
]
_QUERIES = [
    "工信",
    "“充电桩”",
    "工信 NOT 充电桩",
    "人民政府 OR (工信 充电桩)",
    "工信 同句 充电桩",
    "充电桩 NEAR/9 工信",
    "标题:通知 工信",
    "充?桩",
    "没有的词",
]


def _asked(index, query, notices, stamp, pending=()):
    """The answer but for the scores, which may be of another order of adding."""
    result = index.search(query, view_of(notices, pending, stamp=stamp), 20)
    hits = [(one.summary.uuid, one.hits) for one in result.notices]
    return hits, result.total_notices, result.total_hits, result.facets


@pytest.mark.parametrize("text", _QUERIES)
def test_narrowed_widened_and_sorted(tmp_path, text):
    index = build(tmp_path, NOTICES)
    queries = [
        Query(text),
        Query(text, (Choice("year", ("2011",)),)),
        Query(text, sort="date"),
        Query(text),
        Query(text, (Choice("year", ("2010", "2012")),), sort="number"),
    ]
    again = [_asked(index, query, NOTICES, "one library") for query in queries]
    anew = [_asked(index, query, NOTICES, None) for query in queries]
    assert again == anew


@pytest.mark.parametrize("text", _QUERIES)
def test_a_library_that_changed_in_between(tmp_path, text):
    index = build(tmp_path, NOTICES)
    _asked(index, Query(text), NOTICES, "before")
    changed = stored("n1", "第1号通知", "人民政府不建设")
    library = [NOTICES[0], changed, *NOTICES[2:70]]
    waiting = _asked(index, Query(text), library, "waiting", [changed])
    assert waiting == _asked(index, Query(text), library, None, [changed])
    list(index.update([changed], [f"n{number}" for number in range(70, 80)], 6))
    indexed = _asked(index, Query(text), library, "indexed")
    assert indexed == _asked(index, Query(text), library, None)
    assert indexed[1:3] == waiting[1:3]


@pytest.mark.parametrize(
    "text", ["鱀豚 OR (梨树 发展)", "(梨树 发展) OR 鱀豚", "鱀豚 OR (梨树 同句 发展)"]
)
def test_places_are_counted_alike_whether_indexed_or_not(tmp_path, text):
    known = [stored(f"m{number}", "通知", f"发展改革{number}") for number in range(60)]
    index = build(tmp_path, known)
    new = stored("x", "通知", "鱀豚和发展")
    waiting = _asked(index, Query(text), [*known, new], None, [new])
    list(index.update([new], [], 6))
    indexed = _asked(index, Query(text), [*known, new], None)
    assert waiting[1:3] == indexed[1:3]
    assert indexed[2] == len(indexed[0][0][1])


def test_all_notices_replaced_under_an_open_index(tmp_path):
    old = [stored(f"a{number}", "通知", f"发展{number}") for number in range(40)]
    new = [stored(f"b{number}", "通知", f"改革{chr(0x6100 + number)}") for number in range(40)]
    index = build(tmp_path, old)
    assert _asked(index, Query("发展"), old, None)[1] == 40
    list(index.update([], [one.summary.uuid for one in old], 6))
    assert _asked(index, Query("发展"), [], None)[1] == 0
    list(index.update(new, [], 7))
    if index.revision == 0:
        list(index.update(new, [], 7))
    for text, count in (("改革", 40), ("“改革”", 40), ("\u6105", 1), ("发展", 0)):
        assert _asked(index, Query(text), new, None)[1] == count, text


def test_the_first_notices_of_an_index_that_was_opened_empty(tmp_path):
    index = build(tmp_path, [], 3)
    assert _asked(index, Query("工信"), [], None)[1] == 0
    list(index.update(NOTICES, [], 5))
    if index.revision == 0:
        list(index.update(NOTICES, [], 5))
    assert index.revision == 5
    assert _asked(index, Query("工信"), NOTICES, None)[1] == 60
