"""Marks and hits on the page, seen as a user sees them: by their colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.reading.document import Typesetter, typeset
from desktop.reading.look import Look
from desktop.reading.painter import PagePainter, line_rectangles
from desktop.theme import THEMES
from storage.types import Mark, Notice
from tests.desktop.pages import mark
from tests.factories import notice

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = QColor("#ffffff")


class Painted:
    """A page painted with its marks into a picture."""

    def __init__(self, made: Notice, *marks: Mark, hits: tuple = (), current: int = -1) -> None:
        self.setter: Typesetter = typeset(made, Look())
        self.setter.document.setTextWidth(700)
        self.painter = PagePainter(THEMES["light"])
        self.painter.set_page(self.setter.positions)
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
        at = self.setter.positions.position(offset)
        (place,) = line_rectangles(self.setter.document, at, at + 1)
        return self.image.pixelColor(place.center().toPoint())


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
    assert painted.painter.sign_at(sign) == "noted"
    assert painted.painter.sign_at(line.center()) == ""
    assert painted.painter.mark_rectangle(painted.setter.document, "noted").isValid()


def test_the_current_hit_stands_out():
    made = notice()
    spans = tuple((at, at + 3) for at in (made.text.index("充电桩"), made.text.rindex("充电桩")))
    painted = Painted(made, hits=spans, current=1)
    assert painted.colour(spans[0][0]) != PAPER
    assert painted.colour(spans[1][0]) not in (PAPER, painted.colour(spans[0][0]))
