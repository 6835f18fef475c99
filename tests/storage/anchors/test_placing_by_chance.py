"""Marks in real text that is changed by chance: put back right, and never silently wrong.

`python -m tests.storage.anchors.tallies` prints the figures for every kind of edit.
"""

from __future__ import annotations

import pytest

from tests.shared_texts import gazettes
from tests.storage.anchors.cases import case
from tests.storage.anchors.drafts import EDITS
from tests.storage.anchors.tallies import Tallies

SHARDS = 20
CASES_A_SHARD = 500
MISREAD = "misread 6 %"
# Without the old text nothing tells which of several places with the same words is meant where
# all that stood about the marked one was deleted.
UNDECIDED = ("surroundings deleted", "repeated words, a line gone", "repeated lines, a line gone")


def tallied(first: int, count: int, *, shared: bool) -> Tallies:
    tallies = Tallies()
    for seed in range(first, first + count):
        tallies.add(case(seed, shared=shared))
    return tallies


def check(tallies: Tallies, whole: float, misread: float) -> None:
    assert tallies.forbidden == []
    for known in (True, False):
        kinds = [kind for kind in EDITS if known or kind not in UNDECIDED]
        assert tallies.share(["whole"], known, kinds) >= whole
        assert tallies.share(["whole", "part"], known, [MISREAD]) >= misread


def test_marks_in_the_sample_are_put_back() -> None:
    check(tallied(0, 500, shared=False), 0.995, 0.95)


@pytest.mark.fuzz
@pytest.mark.parametrize("shard", range(SHARDS))
def test_very_many_marks_are_put_back(shard: int) -> None:
    """A shard has some 850 marks with whole quotes: two wrong ones more or less are chance."""
    first = 1_000_000 + shard * CASES_A_SHARD
    check(tallied(first, CASES_A_SHARD, shared=bool(gazettes())), 0.99, 0.95)


def test_a_seed_gives_the_same_case_each_time() -> None:
    for seed in range(len(EDITS)):
        one, again = case(seed, shared=False), case(seed, shared=False)
        assert one.after == again.after
        assert [wanted.place for wanted in one.wanted] == [wanted.place for wanted in again.wanted]
