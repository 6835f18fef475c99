"""Marks where one does not expect them: tables, borders, rare characters, everything, nothing."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from storage.anchors import accept_mark, make_mark, place_mark, place_marks
from storage.text import squeeze
from storage.types import Block, Notice
from tests import factories
from tests.storage.anchors.notices import of, stored

RARE = "𠮷县\u3000与㐂县cafe\u0301\u2028同治理\u000c\ue000区，e\u0301\u0302 A\u00a0B。"
NOTICE = replace(
    factories.notice(),
    blocks=(*factories.notice().blocks, Block("paragraph", RARE, (20, 20)), *of("附则。").blocks),
)
TEXT = NOTICE.text
TABLE_START = TEXT.index("序号")
SPANS = {
    "over a table": (TABLE_START, TEXT.index("2024年6月") + 7),
    "a cell": (TEXT.index("市财政局", TABLE_START), TEXT.index("市财政局", TABLE_START) + 4),
    "from a paragraph into the table": (TEXT.index("任务分工"), TABLE_START + 5),
    "over several paragraphs": (TEXT.index("专项资金"), TEXT.index("每季度")),
    "the very start": (0, 4),
    "the very end": (len(TEXT) - 3, len(TEXT)),
    "a character outside the first plane": (TEXT.index("𠮷"), TEXT.index("𠮷") + 1),
    "a letter and its combining mark": (TEXT.index("e\u0301"), TEXT.index("e\u0301") + 2),
    "a combining mark alone": (TEXT.index("\u0301"), TEXT.index("\u0301") + 1),
    "over a full-width blank": (TEXT.index("𠮷"), TEXT.index("㐂") + 1),
    "over a line separator": (TEXT.index("cafe"), TEXT.index("同治理") + 2),
    "over a form feed": (TEXT.index("治理"), TEXT.index("\ue000") + 1),
    "one character": (TEXT.index("督"), TEXT.index("督") + 1),
    "a character of many": (TEXT.index("市"), TEXT.index("市") + 1),
    "with blanks at its ends": (TEXT.index("\u3000"), TEXT.index(" A") + 1),
    "the whole text": (0, len(TEXT)),
}


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("known", [True, False])
def test_it_is_found_where_something_was_put_in_elsewhere(span: tuple[int, int], known: bool):
    mark = make_mark(stored(NOTICE), *span)
    added = of("关于另一件事情的说明，与下文没有关系。")
    for after, shift in (
        (replace(NOTICE, blocks=(*added.blocks, *NOTICE.blocks)), len(added.text) + 1),
        (replace(NOTICE, blocks=(*NOTICE.blocks, *added.blocks)), 0),
    ):
        placed = place_mark(mark, after, NOTICE if known else None)
        assert placed.state != "unplaced"
        assert placed.start == span[0] + shift + (TEXT[span[0]].isspace())
        assert squeeze(after.text[placed.start : placed.end]) == squeeze(mark.quote)


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS)
def test_it_is_found_where_only_white_space_changed(span: tuple[int, int]):
    mark = make_mark(stored(NOTICE), *span)
    joined = of("　".join(block.text.replace("\t", "\u2028") for block in NOTICE.blocks))
    placed = place_mark(mark, joined, NOTICE)
    assert placed.state == "sure"
    assert squeeze(placed.quote) == squeeze(mark.quote)
    assert squeeze(joined.text[: placed.start]) == squeeze(TEXT[: span[0]])


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("after", [of(), of(""), of(" \u3000\n"), of("甲"), of("全是别的内容" * 9)])
def test_it_keeps_its_quote_where_the_text_is_another(span: tuple[int, int], after: Notice):
    mark = make_mark(stored(NOTICE), *span)
    for known in (NOTICE, None):
        lost = place_mark(mark, after, known)
        assert lost == replace(mark, state="unplaced")
        # And it comes back with its text.
        assert place_mark(lost, NOTICE, after) == mark


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS)
def test_it_can_be_changed_letter_by_letter(span: tuple[int, int]):
    """Whatever becomes of it, it is never silently on other words."""
    chance = random.Random(span[0])
    mark, before = make_mark(stored(NOTICE), *span), NOTICE
    for _ in range(30):
        text = before.text
        at = chance.randrange(len(text))
        after = of(
            *(text[:at] + chance.choice(("", "甲", "𠮷", "\n")) + text[at + 1 :]).split("\n")
        )
        placed = place_mark(mark, after, before)
        if placed.state in ("sure", "moved"):
            assert squeeze(placed.quote) == squeeze(mark.quote)
            assert after.text[placed.start : placed.end] == placed.quote
        elif placed.state == "check":
            assert (placed.quote, placed.prefix) == (mark.quote, mark.prefix)
            accepted = accept_mark(placed, after)
            assert accepted.quote == after.text[placed.start : placed.end]
        mark, before = placed, after


def test_two_thousand_marks_of_a_long_notice_are_placed_in_no_time():
    chance = random.Random(1)
    characters = [chr(0x4E00 + at) for at in range(3000)]
    sentences = ["".join(chance.choices(characters, k=39)) + "。" for _ in range(500)]
    before = of(*sentences)
    text = before.text
    marks = []
    for _ in range(2000):
        start = chance.randrange(len(text) - 60)
        marks.append(make_mark(stored(before), start, start + chance.choice((2, 8, 20, 60))))
    changed = "".join("改" if chance.random() < 0.06 and sign != "\n" else sign for sign in text)
    after = of(*changed.split("\n"))
    place_marks(marks[:1], after, before)
    began = time.process_time()
    placed = place_marks(marks, after, before)
    took = time.process_time() - began
    right = sum(
        new.state != "unplaced" and abs(new.start - old.start) <= 2
        for old, new in zip(marks, placed, strict=True)
    )
    assert right >= 0.95 * len(marks)
    assert took < 1.0  # 0.3 s on two idle cores
