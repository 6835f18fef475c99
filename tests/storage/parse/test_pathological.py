"""Very long lines and very many lines: twice the text takes about twice the time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from storage.parse import parse_source
from storage.types import SourceText

# Characters in one line; lines of one text.
LENGTH = 50_000
COUNT = 1_600
MOST = 3.3
# Below this a machine's own moods count for more than the text.
SHORTEST = 0.1

_PIECES = """
    1 （ ） （a） 第 | |a 附件:1. 》 《 《ab》。 《某某办法》废止。 有效期5年
    自2021年5月6日起施行 - … . $ $a { _{ &#1 & \\ ** ` # <td> <sub>2</sub> 某政办发〔2021〕5号
    第一条 令 关于 一 。 ： 单位： 局 原某发〔2020〕1号废止 （bān） ，etc， 末县未县 ；1.某某
    １ 1.1. ![](
"""
ONE_LINE = (
    *_PIECES.split(),
    '<tr><td rowspan="40">a</td></tr>',
    *(" ", "\t", "\ta", "a ", "字 ", "某局 ", "\u0301", "<p ", "<!-- ", "![]("),
)  # fmt: skip
_HEAD = "某市人民政府关于某某的通知/某政办发〔2021〕5号/各单位："
MANY_LINES = {
    name: lines.split("/")
    for name, lines in {
        "blank": "",
        "attachment marks": "附件",
        "document numbers": "某政办发〔2021〕5号",
        "rows": "|a|b|1|",
        "rows of tabs": "甲\t乙",
        "rows of HTML": "<tr><td>a</td><td>b</td></tr>",
        "a title without an end": "某某市人民政府",
        "titles": "关于加强某某工作的通知",
        "figures": "1",
        "page numbers": "- 3 -/这是一个很长的句子，没有什么意思但是也没有结束的时候",
        "articles": "第一条　某某",
        "open quotations": "“第一条",
        "dates": "2021年5月6日",
        "broken lines": "这是一个很长的句子，没有什么意思但是也没有结束的时候",
        "addressees": "各县（区）人民政府：",
        "contents": "目录/【政府文件】/某市人民政府关于某某的通知……（5）",
        "contents, page first": "12　某市人民政府关于某某的通知",
        "lists of attachments": "附件：1.某某名单/2.某某表",
        "persons": "王璘  某局局长",
        "orders": "某市人民政府令/第5号",
        "numbers of orders": "第5号",
        "repeals": "废止《某某管理办法》（某发〔2020〕1号）。",
        "attachments": "附件1/某某名单/王璘  某局局长",
        "announcements": "某市财政局公告//某市财政局/2021年5月6日/",
        "notices": f"{_HEAD}/现通知如下。/某市人民政府/2021年5月6日",
        "titles with numbers": "某市人民政府关于某某的通知（某政办发〔2021〕5号）/",
        "sections": f"【政府文件】//{_HEAD}/现通知如下。/",
        "counted items": "1.某某名单",
        "fields of a page": "索引号：",
    }.items()
}


def _seconds(make: Callable[[int], list[str]], size: int) -> float:
    source = SourceText("x.txt", tuple(make(size)), "")
    gc.collect()
    start = time.process_time()
    parse_source(source)
    return time.process_time() - start


def _check_linear(make: Callable[[int], list[str]]) -> None:
    """Twice the text takes at most `MOST` times as long; a doubt is measured again."""
    for _ in range(3):
        once, twice = _seconds(make, 1), _seconds(make, 2)
        if twice < SHORTEST or twice < once * MOST:
            return
    pytest.fail(f"twice the text took {twice:.2f} s, not {once:.2f} s")


@pytest.mark.parametrize("piece", ONE_LINE, ids=ascii)
def test_one_very_long_line_takes_linear_time(piece: str) -> None:
    def make(size: int) -> list[str]:
        return [(piece * LENGTH)[: LENGTH * size]]

    _check_linear(make)


@pytest.mark.parametrize("lines", MANY_LINES.values(), ids=MANY_LINES)
def test_very_many_lines_take_linear_time(lines: list[str]) -> None:
    _check_linear(lambda size: lines * (COUNT * size // len(lines)))
