"""Notices by a half-typed number, or by words of their title."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.library import Library
from tests.factories import notice, open_library, take_in

TITLES = {
    "云州市人民政府关于加快充电桩建设的通知": "云政发〔2023〕4号",
    "云州市人民政府关于节约用水的通知（试行）": "云政发〔2023〕44号",
    "云州市人民政府关于２０２４年植树的意见": "云政函（2023）第144号",
    "云州市人民政府令": "第12号",
    "云州市大事记": None,
}


@pytest.fixture
def library(tmp_path: Path):
    with open_library(tmp_path) as opened:
        made = [
            notice(title, number, first_line=1 + 20 * at)
            for at, (title, number) in enumerate(TITLES.items())
        ]
        take_in(opened, *made)
        yield opened


def numbers(library: Library, typed: str) -> list[str | None]:
    return [found.number for found in library.look_up(typed)]


def titles(library: Library, typed: str) -> list[str]:
    return [found.title for found in library.look_up(typed)]


def test_the_exact_number_comes_before_those_that_begin_with_it(library: Library):
    assert numbers(library, "云政发〔2023〕4") == ["云政发〔2023〕4号", "云政发〔2023〕44号"]
    assert numbers(library, "云政发[2023]44号") == ["云政发〔2023〕44号"]


@pytest.mark.parametrize(
    "typed", ["2023 144", "〔2023〕144", "云政函2023-144", "（2023）第１４４号"]
)
def test_a_number_is_found_in_any_form(library: Library, typed: str):
    assert numbers(library, typed) == ["云政函（2023）第144号"]


def test_words_of_the_title_are_found_in_any_order_and_width(library: Library):
    assert titles(library, "用水 云州") == ["云州市人民政府关于节约用水的通知（试行）"]
    assert titles(library, "(试行)") == ["云州市人民政府关于节约用水的通知（试行）"]
    assert titles(library, "2024年植树") == ["云州市人民政府关于２０２４年植树的意见"]
    assert titles(library, "植树") == ["云州市人民政府关于２０２４年植树的意见"]


def test_words_may_be_of_the_number(library: Library):
    assert titles(library, "令 第12号") == ["云州市人民政府令"]


def test_signs_of_a_pattern_are_plain_characters(library: Library):
    for typed in ("*", "?", "[", "]", "[2", "^", "-", "云*水", "%", "_"):
        assert all("云州" in title for title in titles(library, typed))
    assert titles(library, "云*水") == []
    assert titles(library, "") == []
    assert len(library.look_up("云州", most=2)) == 2
