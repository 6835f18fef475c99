"""Columns by their content: dates and short names whole, one alignment a column."""

from __future__ import annotations

import pytest

from desktop.reading.columns import measure_columns, width_of

HEAD = ("序号", "单位", "2023年更新情况", "最近更新日期")
ROWS = [
    HEAD,
    ("1", "平川县人民政府", "未更新", "2022 年 12 月 27 日"),
    ("2", "云县人民政府", "更新 10 条，其中有五条不合要求，已责令限期整改", "2023 年 1 月 29 日"),
]


def room(rows: list[tuple[str, ...]], line: float, column: int) -> float:
    """How many characters fit a line of a column's cells."""
    found = measure_columns(rows, line, 1)
    return found.shares[column] / 100 * line / found.size - 0.59


@pytest.mark.parametrize("line", [20, 24, 28, 40])
def test_dates_and_short_names_are_not_broken(line: float):
    assert room(ROWS, line, 1) >= width_of("平川县人民政府")
    assert room(ROWS, line, 3) >= width_of("2022 年 12 月 27 日")
    assert room(ROWS, line, 0) >= width_of("序号")


def test_a_table_of_many_columns_has_smaller_type():
    wide = [("序号", *("考核单位名称" for _ in range(6))), ("1", *("平川县政府" for _ in range(6)))]
    assert measure_columns(wide, 28, 1).size < 0.8
    assert measure_columns(ROWS, 28, 1).size > 0.8


def test_figures_and_dates_stand_in_the_middle_and_names_from_the_left():
    found = measure_columns(ROWS, 28, 1)
    assert found.centred == (True, False, False, True)


def test_shares_are_the_whole_width():
    for rows in (ROWS, [("",)], [("甲" * 90, "乙")], [("1", "2", "3")]):
        shares = measure_columns(rows, 28, 0).shares
        assert sum(shares) == pytest.approx(100)
        assert min(shares) > 0
