"""A query with its narrowing as one line of text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.library import Library
from storage.narrowing import read_query, write_query
from storage.types import FACETS, Choice, Query
from tests import factories

values = st.lists(st.text(max_size=12), min_size=1, max_size=4, unique=True).map(tuple)
choices = st.lists(st.builds(Choice, st.sampled_from(FACETS), values), max_size=3).map(tuple)


@given(st.sampled_from(["充电桩", "", "“甲|乙” OR 丙", "年=2023", 'x | 别的="1"']), choices)
def test_what_is_written_is_read_again(text: str, chosen: tuple[Choice, ...]):
    query = Query(text.strip(), chosen)
    assert read_query(write_query(query)) == query


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("充电桩", Query("充电桩")),
        ('充电桩 | 年="2023" ', Query("充电桩", (Choice("year", ("2023",)),))),
        ('桩|year="2023" , "2024"', Query("桩", (Choice("year", ("2023", "2024")),))),
        ('桩 | 标签=""', Query("桩", (Choice("tag", ("",)),))),
        ("桩 | 年=2023", Query("桩 | 年=2023")),
        ('桩 | 颜色="红"', Query('桩 | 颜色="红"')),
        ('桩 | 年="\\x"', Query('桩 | 年="\\x"')),
    ],
)
def test_what_a_line_means(line: str, query: Query):
    assert read_query(line) == query


def test_a_long_line_of_almost_narrowing_is_read_at_once():
    start = time.perf_counter()
    read_query(' |  年 = ""  ' * 900 + "x")
    read_query(" " * 10_000 + "x")
    assert time.perf_counter() - start < 1


def test_a_library_searches_and_exports_what_a_line_narrows(tmp_path):
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice("甲通知", "甲发〔2023〕1号", date="2023-01-01"))
        factories.take_in(library, factories.notice("乙通知", "乙发〔2023〕1号", date="2021-01-01"))
        factories.run(library.catch_up())
        assert _titles(library, "充电桩") == {"甲通知", "乙通知"}
        line = write_query(Query("充电桩", (Choice("year", ("2021",)),)))
        assert _titles(library, line) == {"乙通知"}
        assert {one.summary.title for one in library.excerpts(query=line)} == {"乙通知"}


def _titles(library: Library, query: str) -> set[str]:
    return {found.summary.title for found in library.search(query).notices}
