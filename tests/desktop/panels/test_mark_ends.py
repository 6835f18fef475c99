"""The ends of a mark, dragged and moved by key on a real page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.look import Look
from desktop.theme import THEMES, Dress
from storage.types import Block, Mark
from tests.desktop.pages import mark, of_blocks, sheet, table
from tests.desktop.panels.test_reader import LONG, show
from tests.desktop.places import places_in
from tests.factories import notice

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def reader(qtbot, tmp_path) -> Iterator[ReaderPanel]:
    panel = ReaderPanel(Look())
    qtbot.addWidget(panel)
    panel.set_dress(Dress(THEMES["light"], places_in(tmp_path).resources / "styles"))
    panel.resize(900, 700)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.close_notice(library_empty=True)


class Hand:
    """Takes hold of a handle of the open mark and moves it over characters."""

    def __init__(self, reader: ReaderPanel, which: str) -> None:
        self.reader, self.page = reader, reader.page
        self.page.grab()  # the handles are where they were painted
        knob = self.page.painter.handles.knobs()[which]
        scrolled = self.page.verticalScrollBar().value()
        self.at = QPoint(round(knob.x()), round(knob.y()) - scrolled)
        QTest.mousePress(self.page.viewport(), LEFT, pos=self.at)

    def over(self, offset: int) -> None:
        """Move to the left edge of a character."""
        self.at = self.page.rectangle(offset).center() - self.page.viewport().pos()
        QTest.mouseMove(self.page.viewport(), self.at + QPoint(1, 0))

    def let_go(self) -> None:
        QTest.mouseRelease(self.page.viewport(), LEFT, pos=self.at)


def opened(reader: ReaderPanel, words: str, *made) -> tuple[str, Mark]:
    page = sheet(*made)
    one = mark(page.notices[0].notice, words)
    show(reader, page, [one])
    reader.marking.open_card(one)
    return page.text, one


def test_an_end_is_dragged_with_a_live_preview(reader: ReaderPanel, qtbot):
    text, one = opened(reader, "专项资金")
    hand = Hand(reader, "end")
    assert not reader.card.isVisible()
    to = text.index("，确保") + 3
    hand.over(to)
    assert reader.page.painter.place_of(one) == (one.start, to)
    assert reader.page.painter.marks_at(reader.page.positions.position(to - 1)) == [one]
    with qtbot.waitSignal(reader.marking.place_wanted) as asked:
        hand.let_go()
    assert asked.args == ["m1", one.start, to, False]
    assert reader.card.isVisible()
    assert not reader.page.textCursor().hasSelection()


def test_the_start_is_dragged_over_paragraphs_and_into_a_table(reader: ReaderPanel, qtbot):
    text, one = opened(reader, "市财政局")
    hand = Hand(reader, "start")
    hand.over(text.index("督查"))
    with qtbot.waitSignal(reader.marking.place_wanted) as asked:
        hand.let_go()
    assert asked.args == ["m1", text.index("督查"), one.end, False]


def test_escape_puts_a_dragged_end_back(reader: ReaderPanel, qtbot):
    text, one = opened(reader, "专项资金")
    hand = Hand(reader, "end")
    hand.over(text.index("督查"))
    with qtbot.assertNotEmitted(reader.marking.place_wanted):
        QTest.keyClick(reader.page, Qt.Key.Key_Escape)
        assert reader.page.painter.place_of(one) == (one.start, one.end)
        hand.let_go()
    assert reader.card.isVisible()


def test_an_end_dragged_over_the_other_leaves_a_character(reader: ReaderPanel, qtbot):
    _, one = opened(reader, "专项资金")
    hand = Hand(reader, "end")
    hand.over(0)
    with qtbot.waitSignal(reader.marking.place_wanted) as asked:
        hand.let_go()
    assert asked.args == ["m1", one.start, one.start + 1, False]


def test_no_end_leaves_its_notice(reader: ReaderPanel, qtbot):
    first = of_blocks(table(("甲", "乙")))
    second = notice("另一件", None, paragraphs=["丙丁戊。"])
    text, one = opened(reader, "甲", first, second)
    hand = Hand(reader, "end")
    hand.over(text.index("丁"))
    with qtbot.waitSignal(reader.marking.place_wanted) as asked:
        hand.let_go()
    assert asked.args == ["m1", 0, len(first.text), False]


def test_the_page_scrolls_while_an_end_is_dragged_over_its_edge(reader: ReaderPanel, qtbot):
    _, one = opened(reader, "第3段", notice(paragraphs=LONG))
    hand = Hand(reader, "end")
    below = QPoint(300, reader.page.viewport().height() + 30)
    QTest.mouseMove(reader.page.viewport(), below)
    qtbot.waitUntil(lambda: reader.page.verticalScrollBar().value() > 200)
    assert reader.page.painter.place_of(one)[1] > one.end + 100
    QTest.keyClick(reader.page, Qt.Key.Key_Escape)
    hand.let_go()


def test_keys_move_the_ends_by_characters(reader: ReaderPanel):
    text, one = opened(reader, "专项资金")
    asked: list[tuple] = []
    reader.marking.place_wanted.connect(lambda *given: asked.append(given))
    reader.marking.move_end("end", 1)
    reader.marking.move_end("end", 1)
    reader.marking.move_end("start", -1)
    assert asked[-1] == ("m1", one.start - 1, one.end + 2, True)
    assert reader.page.painter.place_of(one) == (one.start - 1, one.end + 2)
    reader.marking.ends.forget_preview()
    assert reader.page.painter.place_of(one) == (one.start, one.end)


def test_keys_move_the_end_of_the_mark_at_the_caret(reader: ReaderPanel, qtbot):
    page = sheet()
    one = mark(page.notices[0].notice, "专项资金")
    show(reader, page, [one])
    reader.page.put_caret(one.start + 1)
    with qtbot.waitSignal(reader.marking.place_wanted) as asked:
        reader.marking.move_end("end", -1)
    assert asked.args == ["m1", one.start, one.end - 1, True]


def test_rare_characters_are_never_cut(reader: ReaderPanel, qtbot):
    made = of_blocks(Block("paragraph", "甲乙𠮷e\u0301丙丁", (1, 1)))
    text, one = opened(reader, "乙", made)
    for end in (3, 5, 6):
        with qtbot.waitSignal(reader.marking.place_wanted) as asked:
            reader.marking.move_end("end", 1)
        assert asked.args[2] == end
    assert text[1:5] == "乙𠮷e\u0301"


def test_there_are_no_handles_in_a_library_that_can_only_be_read(reader: ReaderPanel):
    reader.marking.set_read_only(True)
    opened(reader, "专项资金")
    reader.page.grab()
    assert reader.page.painter.handles.knobs() == {}


def test_no_end_of_a_note_or_bookmark_is_moved(reader: ReaderPanel):
    page = sheet()
    one = Mark("m1", "n1", 0, 5, page.text[:5], kind="note", note="甲")
    show(reader, page, [one])
    reader.marking.open_card(one)
    reader.page.grab()
    assert reader.page.painter.handles.knobs() == {}


def test_a_mark_deleted_while_its_end_is_dragged_is_let_go(reader: ReaderPanel, qtbot):
    text, _ = opened(reader, "专项资金")
    hand = Hand(reader, "end")
    hand.over(text.index("督查"))
    with qtbot.assertNotEmitted(reader.marking.place_wanted):
        reader.marking.set_marks([])
        hand.let_go()
    assert not reader.card.isVisible()


def test_the_card_steps_through_marks_over_the_same_words(reader: ReaderPanel):
    page = sheet()
    made = page.notices[0].notice
    styles = ("yellow", "blue", "underline")
    marks = [mark(made, "专项资金", style, style=style, created=style) for style in styles]
    show(reader, page, marks)
    reader.marking.open_card(marks[0])
    seen = [reader.card.mark.uuid]
    assert reader.card.count.isVisible()
    for _ in range(3):
        QTest.keyClick(reader.card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(reader.card.mark.uuid)
    assert set(seen) == set(styles)
    assert seen[0] == seen[3]
    before = seen[-2]
    reader.card.before.click()
    assert reader.card.mark.uuid == before


def test_a_colour_key_recolours_the_open_mark(reader: ReaderPanel, qtbot):
    opened(reader, "专项资金")
    with qtbot.waitSignal(reader.card.style_chosen) as asked:
        reader.marking.mark_selection("green")
    assert asked.args == ["m1", "green"]
