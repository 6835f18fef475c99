"""Recognising takes linear time, whatever the text is."""

from __future__ import annotations

import random
import time

import pytest

from storage.parse import parse_source
from storage.types import SourceText
from tests.labels import TEXTS
from tests.storage.parse.test_conserved import check_conserved

_MARKS = (
    "（ ） 《 》 “ ” 〔2020〕 ： 。 ； ， | --- # ** $ \\geq { } _{a ^ <td> </tr> <table> &nbsp;"
)
_WORDS = """
    关于 印发 的通知 附件：1. 第一条 一、 （一） 1.1.1. 号 2020年5月6日 人民政府 办公室 自 起施行
    有效期5年 同时废止 修改为 目录 公报 令 公告 大事记 组长： 【 】 附件1 …… 12
"""
_PIECES = (
    *_MARKS.split(),
    *_WORDS.split(),
    "\t",
    " ",
    "\u3000",
    "\x0c",
    "\u2028",
    "王五 局长 ",
    "某市财政局 ",
    "《甲》废止",
)


def _seconds(lines: list[str]) -> float:
    start = time.process_time()
    parse_source(SourceText("x", tuple(lines), ""))
    return time.process_time() - start


@pytest.mark.parametrize("piece", _PIECES, ids=ascii)
def test_no_pattern_explodes_on_a_long_line(piece: str):
    line = (piece * 8000)[:8000]
    assert _seconds([line, "正文。", f"附件：{line}", f"（{line}", f"{line}号"]) < 1.0


def test_ten_times_the_text_takes_about_ten_times_the_time():
    text = max(TEXTS.rglob("*.txt"), key=lambda path: path.stat().st_size)
    lines = text.read_text(encoding="utf-8").split("\n") * 3
    # On a busy machine one measurement of a few says little; a rule that is not linear fails all.
    ratios: list[float] = []
    while len(ratios) < 5 and min(ratios, default=99.0) >= 15:
        once = min(_seconds(lines) for _ in range(5))
        ratios.append(_seconds(lines * 10) / once)
    assert min(ratios) < 15, ratios


def _made_up(chance: random.Random) -> list[str]:
    if chance.random() < 0.3:
        pair = chance.choice(_PIECES) + chance.choice(_PIECES)
        lines = [pair * chance.randint(1, 300)]
        return lines + [chance.choice(_PIECES) * chance.randint(0, 99) for _ in range(6)]
    return [
        "".join(chance.choices(_PIECES, k=chance.choice([0, 3, 8, 40])))
        for _ in range(chance.randint(1, 40))
    ]


@pytest.mark.parametrize("seed", range(8))
def test_made_up_texts_are_kept_whole_in_no_time(seed: int):
    chance = random.Random(seed)
    for _ in range(60):
        lines = _made_up(chance)
        start = time.process_time()
        parsed = parse_source(SourceText("x", tuple(lines), ""))
        assert time.process_time() - start < 1.0
        assert parsed.notices
        if not any(sign in line for line in lines for sign in "<$&\\"):
            check_conserved(lines, parsed)
