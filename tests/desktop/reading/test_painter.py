"""Marks and hits on the page, seen as a user sees them: by their colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.reading.document import Typesetter, typeset
from desktop.reading.hitting import position_at
from desktop.reading.look import Look
from desktop.reading.painter import PagePainter, line_rectangles
from desktop.theme import THEMES
from storage.types import MARK_STYLES, Mark, Notice
from tests.desktop.pages import mark, sheet
from tests.factories import notice

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = QColor("#ffffff")


class Painted:
    """A page painted with its marks into a picture."""

    def __init__(self, made: Notice, *marks: Mark, hits: tuple = (), current: int = -1) -> None:
        self.setter: Typesetter = typeset(made, Look())
        self.setter.document.setTextWidth(700)
        self.painter = PagePainter(THEMES["light"])
        self.painter.set_page(self.setter.positions, sheet(made))
        self.painter.set_marks(marks)
        self.painter.set_hits(hits, current)
        height = int(self.setter.document.size().height())
        self.image = QImage(700, height, QImage.Format.Format_RGB32)
        self.image.fill(PAPER)
        painter = QPainter(self.image)
        self.painter.paint(painter, self.setter.document, QRectF(0, 0, 700, height))
        painter.end()

    def colour(self, offset: int) -> QColor:
        """The colour in the middle of a character."""
        return self.image.pixelColor(self.place(offset).center().toPoint())

    def place(self, offset: int) -> QRectF:
        """Where a character is."""
        at = self.setter.positions.position(offset)
        (place,) = line_rectangles(self.setter.document, at, at + 1)
        return place

    def column(self, offset: int) -> set[str]:
        """All colours from the top of a character down to the next line."""
        place = self.place(offset)
        across = round(place.center().x())
        rows = range(round(place.top()), round(place.bottom() + place.height() * 0.5))
        return {self.image.pixelColor(across, row).name() for row in rows}


def test_a_mark_colours_its_words_and_no_others():
    made = notice()
    painted = Painted(made, mark(made, "专项资金"))
    start = made.text.index("专项资金")
    assert painted.colour(start) != PAPER
    assert painted.colour(start + 3) == painted.colour(start)
    assert painted.colour(start - 1) == PAPER
    assert painted.colour(start + 4) == PAPER


def test_overlapping_marks_are_both_seen():
    made = notice()
    painted = Painted(
        made,
        mark(made, "安排专项资金", "long", style="yellow"),
        mark(made, "专项", "short", style="blue"),
    )
    start = made.text.index("专项")
    assert painted.colour(start) != painted.colour(start - 1) != PAPER
    position = painted.setter.positions.position(start)
    assert [one.uuid for one in painted.painter.marks_at(position)] == ["short", "long"]


def test_six_marks_on_the_same_words_are_all_seen():
    made = notice()
    marks = [
        mark(made, "专项", style, style=style, created=str(at))
        for at, style in enumerate(MARK_STYLES)
    ]
    painted = Painted(made, *marks)
    seen = painted.column(marks[0].start)
    theme = THEMES["light"]
    for style in MARK_STYLES[1:]:
        # Its line under the words (the uppermost one is paler), and its colour over them.
        assert QColor(theme.mark_edges[style]).name() in seen
    for style in theme.marks:
        alone = Painted(made, mark(made, "专项", style=style)).colour(marks[0].start)
        assert alone.name() in seen
    at = painted.setter.positions.position(marks[0].start)
    assert len(painted.painter.marks_at(at)) == 6


def test_crossing_and_nested_marks_have_lines_of_their_own():
    made = notice()
    left = mark(made, "要安排专项资金", "left", style="yellow")
    right = mark(made, "专项资金，确保", "right", style="blue")
    inner = mark(made, "专项", "inner", style="underline")
    painted = Painted(made, left, right, inner)
    edges = THEMES["light"].mark_edges
    both = painted.column(inner.start)
    assert {QColor(edges[style]).name() for style in ("blue", "underline")} <= both
    alone = painted.column(right.end - 1)
    assert QColor(edges["underline"]).name() not in alone
    assert QColor(edges["blue"]).name() in alone


def test_marks_over_one_another_in_a_table_are_all_seen():
    made = notice()
    whole = Mark("t", "n1", start := made.text.index("序号"), end := start + 24, "", style="green")
    cell = mark(made, "牵头单位", "cell", style="red")
    painted = Painted(made, whole, cell)
    assert end <= len(made.text)
    assert QColor(THEMES["light"].mark_edges["red"]).name() in painted.column(cell.start)
    assert painted.colour(made.text.index("市财政局\t")) == painted.colour(start)


def test_a_thousand_marks_over_the_same_words_are_painted():
    made = notice()
    marks = [mark(made, "专项", str(at), style=MARK_STYLES[at % 6]) for at in range(1000)]
    painted = Painted(made, *marks)
    assert painted.colour(marks[0].start) != PAPER


def test_a_mark_over_paragraphs_and_cells_colours_each():
    made = notice()
    start, end = made.text.index("市工业"), made.text.index("2024年6月")
    whole = Mark("m", "n1", start, end, made.text[start:end])
    painted = Painted(made, whole)
    for words in ("市工业", "二、任务分工", "序号", "市财政局\t"):
        assert painted.colour(made.text.index(words)) != PAPER


def test_unplaced_and_deleted_marks_are_not_painted():
    made = notice()
    painted = Painted(
        made,
        mark(made, "专项", "a", state="unplaced"),
        mark(made, "专项", "b", deleted="2026-01-01"),
    )
    assert painted.painter.marks == []
    assert painted.colour(made.text.index("专项")) == PAPER


def test_a_note_has_a_sign_that_can_be_clicked():
    made = notice()
    noted = mark(made, "专项", "noted", note="请核对")
    painted = Painted(made, noted)
    at = painted.setter.positions.position(noted.start)
    (line,) = line_rectangles(painted.setter.document, at, at + 1)
    sign = QRectF(700 - 32, line.top() + 4, 14, 10).center()
    assert painted.painter.signs.at(sign) == noted
    assert painted.painter.signs.at(line.center()) is None


def test_paragraph_notes_and_bookmarks_have_signs_before_the_paragraph():
    made = notice()
    start = made.text.index("各县（市、区）财政局")
    place = (start, start + 20, made.text[start : start + 20])
    noted = Mark("n", "n1", *place, kind="note", note="请核对")
    kept = Mark("b", "n1", *place, kind="bookmark")
    of_all = Mark("w", "n1", 0, 0, "", kind="note", note="整件")
    painted = Painted(made, noted, kept, of_all)
    line = painted.place(start)
    signs = {
        one.uuid
        for across in range(0, 44, 4)
        for down in range(0, 60, 4)
        if (one := painted.painter.signs.at(QPointF(across, line.top() + down))) is not None
    }
    assert signs == {"n", "b"}
    assert painted.colour(start) == PAPER  # the words themselves are not coloured
    assert painted.painter.marks_at(painted.setter.positions.position(start)) == []


def test_an_open_mark_has_a_handle_at_each_end():
    made = notice()
    painted = Painted(made, mark(made, "专项资金"))
    painted.painter.active_mark, painted.painter.with_handles = "m1", True
    painter = QPainter(painted.image)
    painted.painter.paint(painter, painted.setter.document, QRectF(0, 0, 700, 900))
    painter.end()
    first = painted.place(made.text.index("专项资金"))
    last = painted.place(made.text.index("专项资金") + 3)
    handles = painted.painter.handles
    assert handles.at(first.topLeft() - QPointF(0, 8)) == "start"
    assert handles.at(last.bottomRight() + QPointF(0, 8)) == "end"
    assert handles.at(first.center()) == ""


def test_the_current_hit_stands_out():
    made = notice()
    spans = tuple((at, at + 3) for at in (made.text.index("充电桩"), made.text.rindex("充电桩")))
    painted = Painted(made, hits=spans, current=1)
    assert painted.colour(spans[0][0]) != PAPER
    assert painted.colour(spans[1][0]) not in (PAPER, painted.colour(spans[0][0]))


def test_places_are_found_before_qt_has_laid_out_the_whole_page():
    made = notice(paragraphs=[f"第{at}段要加强组织领导。" * 3 for at in range(80)])
    setter = typeset(made, Look())
    setter.document.setTextWidth(700)
    lazy = [position_at(setter.document, QPointF(0, down)) for down in range(0, 700, 5)]
    setter.document.size()  # all of it is laid out
    known = [position_at(setter.document, QPointF(0, down)) for down in range(0, 700, 5)]
    assert lazy == known
    assert lazy == sorted(lazy)
