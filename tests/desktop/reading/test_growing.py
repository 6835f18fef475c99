"""A page set from any place outwards is the same page as one set from its start."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock, QTextDocument

from desktop.reading.document import Typesetter
from desktop.reading.holding import JOINER
from desktop.reading.look import Look
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Block, Notice
from tests.desktop.pages import of_blocks, table
from tests.factories import notice
from tests.shared_texts import gazettes, needs_shared

pytestmark = pytest.mark.usefixtures("qapp")
LONG_TABLE = table(("序号", "事项"), *((str(at), f"第{at}项𠮷") for at in range(90)))
PARTS = (
    Block("paragraph", "为加快充电桩建设，现将有关事项通知如下。", (1, 1)),
    Block("heading", "一、总体要求", (2, 2), 1),
    Block("paragraph", "𠮷野" * 30, (3, 3)),
    table(("甲", "乙"), ("丙", "丁")),
    LONG_TABLE,
    Block("signature", "霁川市人民政府", (9, 9)),
    Block("paragraph", "", (10, 10)),
)
BLOCKS = st.lists(st.sampled_from(PARTS), max_size=6)


def seen(document: QTextDocument) -> list[tuple[str, float, float]]:
    """Every paragraph and cell in its order: its text, its indent, the room above it."""
    document.setTextWidth(700)
    found: list[tuple[str, float, float]] = []
    block: QTextBlock = document.begin()
    while block.isValid():
        form = block.blockFormat()
        # An empty line of one pixel before a table is there or not; nobody sees it.
        if block.text() or form.lineHeight() != 1.0:
            found.append((block.text(), form.textIndent(), form.topMargin()))
        block = block.next()
    return found


def set_from(notices: Sequence[Notice], offset: int, look: Look) -> Typesetter:
    """Set from an offset, one item at a time, below and above by turns."""
    setter = Typesetter(notices, look)
    setter.begin(offset, 0, 0)
    while not setter.complete:
        setter.grow_above(0)
        setter.grow_below(0)
    return setter


def assert_same(notices: Sequence[Notice], offset: int) -> None:
    look = Look()
    grown, whole = set_from(notices, offset, look), Typesetter(notices, look)
    whole.begin(0, 0, float("inf"))
    assert seen(grown.document) == seen(whole.document)
    text = "\n".join(one.text for one in notices)
    for at in range(0, len(text), 7):
        assert text[at].isspace() or shown(grown, at) == shown(whole, at)
        position = grown.positions.position(at)
        assert grown.positions.offset(position) == whole.positions.offset(
            whole.positions.position(at)
        )


def shown(setter: Typesetter, offset: int) -> str:
    return setter.document.characterAt(setter.positions.position(offset))


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=3), st.floats(0, 1))
def test_a_page_set_from_any_place_is_the_same_page(made: list[list[Block]], part: float):
    notices = [of_blocks(*blocks) for blocks in made]
    length = sum(len(one.text) + 1 for one in notices)
    assert_same(notices, int(part * length))


@pytest.mark.parametrize("part", [0.0, 0.35, 0.8, 1.0])
def test_a_long_table_is_begun_in_its_middle(part: float):
    made = of_blocks(PARTS[0], LONG_TABLE, PARTS[0])
    assert_same([made], int(part * len(made.text)))


def test_positions_are_right_at_every_moment():
    notices = [notice(), of_blocks(*PARTS), notice()]
    text = "\n".join(one.text for one in notices)
    setter = Typesetter(notices, Look())
    setter.begin(len(text) // 2, 0, 0)
    while not setter.complete:
        first, last = setter.positions.reach
        for at in range(first, last, 5):
            if text[at] not in "\t\n" and text[at] <= "\uffff":
                assert shown(setter, at) in (text[at], JOINER)
        assert setter.covers(first)
        assert setter.covers(last)
        assert setter.covers(first - 1) != setter.has_above
        setter.grow_above(0)
        setter.grow_below(0)
    assert setter.covers(0)
    assert setter.covers(len(text))


def test_two_notices_stand_apart():
    made, look = notice(), Look()
    setter = Typesetter([made, made], look)
    setter.begin(0, 0, float("inf"))
    setter.document.setTextWidth(700)
    layout, positions = setter.document.documentLayout(), setter.positions

    def top(offset: int) -> float:
        block = setter.document.findBlock(positions.position(offset))
        return layout.blockBoundingRect(block).top()

    base = len(made.text) + 1
    assert top(base) - top(base - 2) > 5 * look.em()


@needs_shared
@pytest.mark.parametrize("part", [0.1, 0.5, 0.93])
def test_a_shared_gazette_is_the_same_page(part: float):
    notices = parse_source(read_source(gazettes()[0])).notices[:8]
    assert_same(notices, int(part * sum(len(one.text) + 1 for one in notices)))
