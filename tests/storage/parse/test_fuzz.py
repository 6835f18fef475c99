"""No text makes the recogniser fail, hang, lose or invent a character.

A case is its seed (tests/odd_texts.py). What fails is printed as small as it can be made; once
the fault is mended, it is kept in FORMER_FAULTS.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.types import SourceText
from tests.odd_texts import PIECES, odd_text
from tests.wholeness import check_whole, complaint, shrunk

SHARDS = 200
CASES_A_SHARD = 1000

FORMER_FAULTS = {
    "a blank at the end of a subscript": ("<sup>\u30002</sub>",),
    "a figure too long for a character": ("&#" + "1" * 1990,),
    "a row that rules could explode on": ("|" + "-" * 1990 + "x|",),
}


def _tell(source: SourceText, wrong: str) -> str:
    """The smallest text found with the same fault, ready to be copied into FORMER_FAULTS."""
    small = shrunk(source, lambda other: complaint(other)[:30] == wrong[:30])
    return f"seed {source.name}: {wrong}\n{small.lines!r}\n{small.hints!r}"


def _check_shard(first: int, count: int) -> None:
    for seed in range(first, first + count):
        source = odd_text(seed)
        wrong = complaint(source)
        assert not wrong, _tell(source, wrong)


@pytest.mark.parametrize("shard", range(4))
def test_odd_texts_are_kept_whole_in_no_time(shard: int) -> None:
    _check_shard(shard * 600, 600)


@pytest.mark.fuzz
@pytest.mark.parametrize("shard", range(SHARDS))
def test_very_many_odd_texts_are_kept_whole_in_no_time(shard: int) -> None:
    _check_shard(10_000_000 + shard * CASES_A_SHARD, CASES_A_SHARD)


@pytest.mark.parametrize("lines", FORMER_FAULTS.values(), ids=FORMER_FAULTS)
def test_what_once_went_wrong_goes_well(lines: tuple[str, ...]) -> None:
    check_whole(SourceText("x.txt", lines, ""))


_LINE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(max_examples=200, deadline=2000)
@given(st.lists(_LINE, min_size=1, max_size=30))
def test_what_the_patterns_look_for_is_kept_in_any_order(lines: list[str]) -> None:
    check_whole(SourceText("x.txt", tuple("\n".join(lines).split("\n")), ""))


def test_a_seed_gives_the_same_text_each_time() -> None:
    assert [odd_text(seed) for seed in range(20)] == [odd_text(seed) for seed in range(20)]


def test_a_faulty_text_is_made_small() -> None:
    source = SourceText("x.txt", ("甲乙", "丙丁戊", "己庚"), "")
    small = shrunk(source, lambda other: any("丁" in line for line in other.lines))
    assert small.lines == ("丁",)
