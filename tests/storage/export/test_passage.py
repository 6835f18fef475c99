from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from storage.export.escape import plain
from storage.export.passage import Paragraph, Run, Table, pieces
from tests.storage.export.samples import excerpt


def test_lines_become_paragraphs_and_rows_a_table():
    found = pieces(excerpt("首段\n\n单位\t时限\n甲局\n乙局\t6月\t备注\n丙局\t7月"))
    assert found == [
        Paragraph((Run("首段"),)),
        Table((((Run("单位"),), (Run("时限"),)),)),
        Paragraph((Run("甲局"),)),
        Table(
            (
                ((Run("乙局"),), (Run("6月"),), (Run("备注"),)),
                ((Run("丙局"),), (Run("7月"),), ()),
            )
        ),
    ]


def test_bold_is_cut_at_lines_and_cells():
    (first, table) = pieces(excerpt("充电\n桩建\t设", bold=((1, 4), (4, 7))))
    assert first == Paragraph((Run("充"), Run("电", bold=True)))
    assert table == Table((((Run("桩建", bold=True),), (Run("设", bold=True),)),))


def test_bold_outside_the_text_or_overlapping_is_mended():
    (only,) = pieces(excerpt("充电桩", bold=((-5, 1), (0, 2), (9, 12), (2, 2))))
    assert only == Paragraph((Run("充电", bold=True), Run("桩")))


@given(
    some.text(alphabet="充电\t\n ab\x00", max_size=30),
    some.lists(some.tuples(some.integers(-2, 32), some.integers(-2, 32)), max_size=4),
)
def test_no_character_is_lost_or_invented(text, bold):
    shown = ""
    for piece in pieces(excerpt(text, bold=tuple(bold))):
        rows = [[piece.runs]] if isinstance(piece, Paragraph) else piece.rows
        shown += "".join(run.text for row in rows for cell in row for run in cell)
    assert "".join(shown.split()) == "".join(plain(text).split())
