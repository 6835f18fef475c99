"""From the squeezed text back to the notice's, and the words around a hit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.search.snippets import SourceText
from storage.text import squeeze_with_offsets

texts = st.text(alphabet=st.sampled_from("工信局 \n\t\u3000\u2028\x1c。A𠮷"), max_size=40)


@given(texts, st.data())
def test_every_span_leads_back_to_where_it_came_from(text, data):
    squeezed = squeeze_with_offsets(text)
    if not squeezed.text:
        return
    start = data.draw(st.integers(0, len(squeezed.text) - 1))
    end = data.draw(st.integers(start + 1, len(squeezed.text)))
    hit = SourceText(text).hit(start, end)
    assert (hit.start, hit.end) == squeezed.source_span(start, end)
    assert hit.text == text[hit.start : hit.end]


def test_every_white_space_is_known_to_both():
    everything = "".join(map(chr, range(0x3100)))
    squeezed = squeeze_with_offsets(everything)
    source = SourceText(everything)
    last = len(squeezed.text)
    assert source.hit(0, last).end == squeezed.source_span(0, last)[1]
    middle = last // 2
    assert source.hit(middle, last).start == squeezed.source_span(middle, last)[0]


def test_the_words_around_stand_on_one_line():
    hit = SourceText("标题\n一\t二\n\n工信局\n三").hit(4, 7)
    assert (hit.before, hit.text, hit.after) == ("标题 一 二  ", "工信局", " 三")


def test_a_hit_over_a_line_break_keeps_it():
    assert SourceText("市工\n信局").hit(1, 3).text == "工\n信"


def test_the_context_is_24_characters_at_most():
    hit = SourceText("前" * 30 + "中" + "后" * 30).hit(30, 31)
    assert (hit.before, hit.after) == ("前" * 24, "后" * 24)
