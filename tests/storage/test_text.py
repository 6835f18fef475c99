"""Chinese numbers, dates and document numbers; widths and white space with the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.text import (
    chinese_number,
    fold,
    iso_date,
    normal_number,
    squeeze,
    squeeze_with_offsets,
    text_hash,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("２１", 21),
        ("十", 10),
        ("十二", 12),
        ("二十一", 21),
        ("一百零三", 103),
        ("一百一十", 110),
        ("二〇二〇", 2020),
        ("二○二O", 2020),
        ("两", 2),
        ("一 千 二 百", 1200),
        ("三万五千", 35000),
        ("", None),
        ("第三", None),
        ("甲", None),
    ],
)
def test_chinese_number(text: str, number: int | None):
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020年5月6日", "2020-05-06"),
        ("2020 年 5 月 6 日", "2020-05-06"),
        ("二〇二〇年五月六日", "2020-05-06"),
        ("二○○四年十二月三十一日", "2004-12-31"),
        ("二零二三年十月一日", "2023-10-01"),
        ("二OO四年五月一日", "2004-05-01"),
        ("（2023年4月12日）", "2023-04-12"),
        ("２０２１年０７月０８日", "2021-07-08"),
        ("2O23年12月l日", "2023-12-01"),
        ("2023年12月4目", "2023-12-04"),
        ("2023-04-07", "2023-04-07"),
        ("2023/4/7", "2023-04-07"),
        ("2023年5月", "2023-05"),
        ("2023年2月30日", None),
        ("2023年13月1日", None),
        ("5月6日", None),
        ("2020年5月6日印发", None),
        ("", None),
    ],
)
def test_iso_date(text: str, date: str | None):
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("某政办发〔2020〕44号", "某政办发〔2020〕44号"),
        ("某政办发[2020]44号", "某政办发〔2020〕44号"),
        ("某文(2019)10 号", "某文〔2019〕10号"),
        ("某政发【2021】 ７号", "某政发〔2021〕7号"),
        ("某政发〔2O23〕85号", "某政发〔2023〕85号"),
        ("第707号", "第707号"),
    ],
)
def test_normal_number(printed: str, normal: str):
    assert normal_number(printed) == normal


@given(st.text())
def test_folding_keeps_every_offset(text: str):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_squeezing_keeps_the_way_back(text: str):
    squeezed = squeeze_with_offsets(text)
    assert squeezed.text == squeeze(text)
    for at, character in enumerate(squeezed.text):
        start, end = squeezed.source_span(at, at + 1)
        assert text[start:end] == character


@given(st.text(), st.text())
def test_the_hash_looks_at_words_only(first: str, second: str):
    assert text_hash(first + " \u3000\n" + second) == text_hash(first + second)


@given(st.text(max_size=20))
def test_any_text_is_a_number_and_a_date_or_none(text: str):
    assert chinese_number(text) is None or isinstance(chinese_number(text), int)
    date = iso_date(text)
    assert date is None or len(date) in (7, 10)
