"""Numbers at the heads of paragraphs."""

from __future__ import annotations

import pytest

from storage.numbering import Number, number_of


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("第一编 总则", "book", (1,)),
        ("第三章 总 则", "chapter", (3,)),
        ("第 二 节 监督", "section", (2,)),
        ("第二十一条 本办法所称…", "article", (21,)),
        ("第九百九十九条　施行日期。", "article", (999,)),
        ("第21条 本办法", "article", (21,)),
        ("　　三、工作要求", "one", (3,)),
        ("十二．附则", "one", (12,)),
        ("三 整治步骤", "one", (3,)),
        ("（二）加强领导。各县…", "paren", (2,)),
        ("(十一) 加强领导", "paren", (11,)),
        ("㈢加强领导", "paren", (3,)),
        ("1.摸清底数。", "dot", (1,)),
        ("１２、摸清底数", "dot", (12,)),
        ("3）摸清底数", "dot", (3,)),
        ("（1）监测。", "small", (1,)),
        ("②扬尘源", "circle", (2,)),
        ("1 总则", "figure", (1,)),
        ("3.2.1 预警分级", "decimal", (3, 2, 1)),
    ],
)
def test_a_number_at_the_head_is_read(text: str, form: str, value: tuple[int, ...]):
    assert number_of(text) == Number(form, value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "为贯彻落实",
        "第三条的规定",
        "“第三条 修改为",
        "2024年5月",
        "3.5公里",
        "一是加强领导",
        "第一，加强领导",
        "一、",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str):
    assert number_of(text) is None
