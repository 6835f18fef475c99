"""Terms near each other: what is found quickly is what looking at every place would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.search.language import Kind, Near, Reach, Term
from storage.search.layout import ARTICLE, BODY, HEADING, ROW, Layout
from storage.search.matching import Place, places_of
from storage.search.nearness import places_near
from storage.search.store import IndexedNotice
from storage.search.words import Cuts

_WORDS = ["安全", "安", "全", "安全生产", "煤矿", "煤", "矿", "人人", "人", "。", "!", "?", "，"]
_KINDS = st.sampled_from([BODY, HEADING, ARTICLE, ROW])
_BLOCKS = st.lists(st.tuples(_KINDS, st.lists(st.sampled_from(_WORDS), max_size=12)), max_size=8)
_TERMS = st.builds(
    Term,
    st.sampled_from(["安全", "煤矿", "人", "人人", "安", "产煤", "。"]),
    st.sampled_from([Kind.WORD, Kind.LITERAL]),
    known=st.booleans(),
)
_PARTS = st.lists(st.lists(_TERMS, min_size=1, max_size=2).map(tuple), min_size=2, max_size=3)


def _notice(blocks: list[tuple[int, list[str]]]) -> IndexedNotice:
    words = [word for _, words in blocks for word in words]
    lengths = [len("".join(words)) for _, words in blocks]
    layout = Layout.of_lengths(lengths, bytes(kind for kind, _ in blocks))
    return IndexedNotice(0, "".join(words), Cuts.of_words(words), layout)


def _stretch(notice: IndexedNotice, reach: Reach, place: int) -> int:
    """Where the stretch starts that holds a place, found by walking back from it."""
    starts, kinds = list(notice.layout.starts), notice.layout.kinds
    at = max(number for number, start in enumerate(starts) if start <= place)
    if reach is Reach.ARTICLE:
        dividing = {ARTICLE, HEADING} if ARTICLE in kinds else {HEADING}
        while at and kinds[at] not in dividing:
            at -= 1
    start = starts[at]
    if reach is Reach.SENTENCE:
        while place > start and notice.text[place - 1] not in "。!?":
            place -= 1
        return place
    return start


@given(_BLOCKS, _PARTS, st.sampled_from([Reach.SENTENCE, Reach.PARAGRAPH, Reach.ARTICLE]))
def test_the_places_in_one_stretch(
    blocks: list[tuple[int, list[str]]], parts: list[tuple[Term, ...]], reach: Reach
):
    notice = _notice(blocks)
    held: list[dict[int, set[Place]]] = []
    for choice in parts:
        stretches: dict[int, set[Place]] = {}
        for term in choice:
            for place in places_of(term, notice.text, notice.cuts):
                stretches.setdefault(_stretch(notice, reach, place[0]), set()).add(place)
        held.append(stretches)
    common = set(held[0]).intersection(*held[1:])
    expected = {place for stretches in held for start in common for place in stretches[start]}
    assert places_near(Near(tuple(parts), reach), notice) == sorted(expected)
