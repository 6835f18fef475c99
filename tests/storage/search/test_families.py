"""Versions of one document are found, shown and counted once, also on a quick first page."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from storage.types import Query
from tests.storage.search.indexes import build
from tests.storage.search.texts import stored, view_of

_MANY = 1500
_HIT = "充电设施"


@pytest.fixture(scope="module")
def notices():
    """More than are looked through at once; every third lacks the words."""
    return [
        stored(
            f"n{number:04}",
            f"第{number}号通知",
            "水库" if number % 3 == 0 else _HIT * (1 + number % 4),
            date=f"20{number % 20:02}-01-01",
        )
        for number in range(_MANY)
    ]


@pytest.fixture(scope="module")
def index(tmp_path_factory, notices):
    built = build(tmp_path_factory.mktemp("index"), notices)
    yield built
    built.close()


def families_of(notices, chance: Random) -> list[list[str]]:
    """Families of two to five by chance, each with its main one first."""
    left = [one.summary.uuid for one in notices]
    chance.shuffle(left)
    families: list[list[str]] = []
    while len(left) > _MANY // 3:
        size = chance.randint(2, 5)
        families.append(left[:size])
        del left[:size]
    return families


@pytest.mark.parametrize("sort", ["relevance", "date", "number"])
@pytest.mark.parametrize("seed", [1, 2])
def test_all_pages_show_the_best_version_once_and_count_exactly(index, notices, seed, sort):
    families = families_of(notices, Random(seed))
    plain, folded = view_of(notices), replace(view_of(notices), families=lambda: families)
    query = Query(_HIT, sort=sort)
    everything = index.search(query, plain, _MANY).notices
    hits = {one.summary.uuid: len(one.hits) for one in everything}
    hidden = {uuid for family in families for uuid in [each for each in family if each in hits][1:]}
    wanted = [one.summary.uuid for one in everything if one.summary.uuid not in hidden]
    steps = index.steps(query, folded, _MANY)
    while True:
        try:
            page = next(steps)
        except StopIteration as end:
            result = end.value
            break
        assert {one.summary.uuid for one in page.notices} <= set(wanted)
    assert {one.summary.uuid for one in result.notices} == set(wanted)
    assert len(result.notices) == result.total_notices == len(wanted)
    assert result.total_hits == sum(hits[uuid] for uuid in wanted)
    if sort != "relevance":
        assert [one.summary.uuid for one in result.notices] == wanted
