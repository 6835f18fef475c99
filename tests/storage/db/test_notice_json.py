"""Notices come back from their stored form as they were, whatever they hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.db.notice_json import pack_notice, unpack_notice
from storage.db.values import from_column, to_column
from storage.types import Attachment, Block, Heading, Notice, Part, Relation, Span
from tests import factories

TEXTS = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)
MAYBE = st.none() | TEXTS
NUMBERS = st.integers(0, 9999)
ROWS = st.none() | st.lists(st.lists(TEXTS, min_size=1).map(tuple), min_size=1, max_size=3).map(
    tuple
)
BLOCKS = st.builds(
    Block,
    TEXTS,
    TEXTS,
    st.tuples(NUMBERS, NUMBERS),
    NUMBERS,
    ROWS,
    st.lists(st.builds(Span, NUMBERS, NUMBERS, TEXTS), max_size=2).map(tuple),
)


def some(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=3).map(tuple)


NOTICES = st.builds(
    Notice,
    TEXTS,
    NUMBERS,
    NUMBERS,
    MAYBE,
    MAYBE,
    MAYBE,
    MAYBE,
    MAYBE,
    MAYBE,
    st.none() | NUMBERS,
    some(st.builds(Attachment, TEXTS, st.booleans())),
    some(st.builds(Part, TEXTS, NUMBERS)),
    MAYBE,
    st.none() | st.floats(0, 99),
    some(st.builds(Relation, TEXTS, TEXTS, NUMBERS)),
    some(st.builds(Heading, NUMBERS, NUMBERS, TEXTS)),
    some(st.tuples(NUMBERS, NUMBERS)),
    some(BLOCKS),
)


@given(NOTICES)
def test_any_notice_comes_back_as_it_was(notice: Notice):
    assert unpack_notice(pack_notice(notice)) == notice


def test_a_plain_table_is_kept_once():
    packed = pack_notice(factories.notice()).decode()
    assert packed.count("牵头单位") == 1


@given(MAYBE)
def test_any_text_goes_through_a_column(text: str | None):
    assert from_column(to_column(text)) == text
