"""Texts as no press prints them, made by chance from a seed: the same seed, the same text.

The texts are pieces of real ones with lines dropped, doubled, exchanged, torn and joined, and odd
characters put in; or nothing but such characters, and the words that the recogniser looks for.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

from storage.types import LineHint, SourceText
from tests.labels import SAMPLE, TEXTS
from tests.shared_texts import all_texts

LONGEST = 2000
# Each group by itself, so that a case holds much of few things rather than little of all.
_SIGNS = (
    "()（）[]〔〕【】《》〈〉{}“”‘’\"'",
    "0123456789０１２３①⑳㈠²½٣〇○",
    "一二三四五六七八九十百千万两零",
    " \t\u3000\xa0\u2003\u200b\u200d\ufeff",
    "#*-_+=~`>|:",
    "$\\{}^_%&",
    "<>/=\"'",
    "\x00\x01\x07\x08\x0b\x0c\x1b\x1c\x1d\x1e\x1f\x7f\x85\r",
    "\ud800\udc00\udfff\ue000\ue001\ue002\ue003\ue004\ue005\ue006\uffff",
    "\u2028\u2029\u0301\u20dd\u3099\ufe0f\u202e",
    "，。：；、！？…·.,:;!?",
    "号第条章节附件页年月日令的关于县市局办",
    "ABCxyzOolⅠİıßﬁ",
    "繁體號關於發𠀀𪚥",
)
_PLAIN_WORDS = """
    附件 附件1 附件： 附件：1. 附件:1.附件:1. 附表2 附录 （略） （此件公开发布） 抄送： 印发
    主送： 目录 目 录 【政府文件】 ……（5） .....12 第3期 总第03期 第三章 第二节 第十二条
    第百条 一、 （一） 1. 1.1 1.1.1 （1） ① 一是 首先， 组长： 副组长： 成员： 联系人：
    签发人： 密级： 特急 文号： 索引号： 某政办发〔2021〕5号 〔2021〕 [2021] 〔 〕 号 第5号
    2021年第1号 第1-300号 公告 令 通知 决定 关于 各县（区）人民政府： 某市人民政府 办公室
    某市财政局 关于印发《 》的通知 《 》 废止 同时废止 修改为 2021年5月6日 二〇二一年五月六日
    2021-05-06 2021.5 2021年5月 2021年13月45日 0000年00月00日 自2021年5月6日起施行
    自印发之日起施行 有效期5年 有效期五年 试行期 本办法 现予公布 以本办法为准 -5- —5— 第3页
    第3页共10页 3/10 ## # **粗** - * | |---|---| |a|b| ||| ------ ====== **** <p> </p> <br> <td>
    </td> <tr> </tr> <table> </table> <sub>2</sub> <sup> &nbsp; &lt; &#65; &#x4e00; &#xe004;
    &#57344; &#xd800; &frac12 &notit; &amp &#99999999999; $ $\\geq 55\\%$ $PM_{2.5}$ m^{3} \\text{
    \\frac{1}{2} $_{ }$ \\( \\) CO_{2} \\\\ \\% etc of —— ………… 。 ： ；
"""
# Those that hold blanks or line breaks.
_WORDS = (
    *_PLAIN_WORDS.split(),
    "\t\t", "<td colspan=\"99\">", "<td rowspan=\"99\">", "<!-- -->",
    "![](", "![](images/1.jpg)", "</td></tr>", "王 璘 某局局长", "一 总则", "1 总则",
    "目  录", "关 于",
    "\n", "\n\n", "\n\n\n", "\n附件\n", "\n第一条\n", "\n一、\n", "\n|", "\n\u3000\u3000",
)  # fmt: skip
PIECES = (*_WORDS, *dict.fromkeys("".join(_SIGNS)))


@cache
def _pool() -> tuple[tuple[str, ...], ...]:
    paths = [*sorted(TEXTS.rglob("*.txt")), *sorted(SAMPLE.glob("*.txt")), *all_texts()]
    return tuple(tuple(path.read_text("utf-8-sig").split("\n")) for path in paths)


def odd_text(seed: int) -> SourceText:
    """The text of a seed, at most 2,000 characters long; at times with a format's hints."""
    chance = random.Random(seed)
    if chance.random() < 0.2:
        lines = _made_up(chance).split("\n")
    else:
        lines = _window(chance)
        for _ in range(chance.choice((0, 1, 2, 3, 5, 8, 13))):
            chance.choice(_CHANGES)(chance, lines)
    text = "\n".join(lines)[:LONGEST]
    lines = text.split("\n")
    hints = _hints(chance, lines) if chance.random() < 0.15 else ()
    return SourceText(f"{seed}.txt", tuple(lines), "", hints=hints)


def _window(chance: random.Random) -> list[str]:
    """Some lines of a text; at times from two or three places or texts."""
    lines: list[str] = []
    room = chance.choice((LONGEST, LONGEST, chance.randint(50, LONGEST)))
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(_pool())
        at = chance.randrange(len(text))
        while at < len(text) and sum(map(len, lines)) < room:
            lines.append(text[at][:LONGEST])
            at += 1
        room += 300
    return lines or [""]


def _made_up(chance: random.Random) -> str:
    """Only signs and words, each of them once, some times, or very often."""
    pieces = [_odd(chance) for _ in range(chance.randint(1, 30))]
    return chance.choice(("", "", "\n", "　")).join(pieces)


def _odd(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        signs = chance.choice(_SIGNS)
        return "".join(chance.choices(signs, k=chance.choice((1, 2, 3, 8, 20))))
    if kind < 0.75:
        return chance.choice(_WORDS)
    if kind < 0.9:
        few = "".join(chance.choices(_WORDS, k=chance.randint(1, 3)))
        return few * chance.choice((2, 3, 5, 20, 60))
    sign = chance.choice(chance.choice(_SIGNS))
    return sign * chance.choice((10, 50, 200, 1000, 1900))


def _place(chance: random.Random, lines: Sequence[str]) -> int:
    return chance.randrange(len(lines))


def _drop(chance: random.Random, lines: list[str]) -> None:
    if len(lines) > 1:
        del lines[_place(chance, lines)]


def _double(chance: random.Random, lines: list[str]) -> None:
    lines.insert(_place(chance, lines), lines[_place(chance, lines)])


def _repeat(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    lines[at:at] = lines[at : at + chance.randint(1, 4)] * chance.choice((2, 3, 10, 40))


def _exchange(chance: random.Random, lines: list[str]) -> None:
    first, second = _place(chance, lines), _place(chance, lines)
    lines[first], lines[second] = lines[second], lines[first]


def _tear(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    cut = chance.randint(0, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], *[""] * chance.randint(0, 2), lines[at][cut:]]


def _join(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    if at + 1 < len(lines):
        lines[at : at + 2] = [lines[at] + chance.choice(("", "", " ", "\t")) + lines[at + 1]]


def _join_all(chance: random.Random, lines: list[str]) -> None:
    lines[:] = [chance.choice(("", " ", "　", "\t", "|")).join(lines)]


def _insert(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    cut = chance.choice((0, chance.randint(0, len(lines[at])), len(lines[at])))
    lines[at : at + 1] = (lines[at][:cut] + _odd(chance) + lines[at][cut:]).split("\n")


def _insert_line(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    lines[at:at] = _odd(chance).split("\n")


def _lose_part(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    start, end = sorted((chance.randint(0, len(lines[at])), chance.randint(0, len(lines[at]))))
    lines[at] = lines[at][:start] + lines[at][end:]


def _no_blanks(chance: random.Random, lines: list[str]) -> None:
    lines[:] = [line for line in lines if line.strip()] or [""]


def _other_way(chance: random.Random, lines: list[str]) -> None:
    chance.choice((list.reverse, chance.shuffle, list.sort))(lines)


_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}


def _other_width(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    table = chance.choice((_WIDE, _NARROW))
    lines[at : at + 5] = [line.translate(table) for line in lines[at : at + 5]]


def _wrap(chance: random.Random, lines: list[str]) -> None:
    width = chance.randint(5, 40)
    text = list(lines)
    lines.clear()
    for line in text:
        lines += [line[at : at + width] for at in range(0, max(len(line), 1), width)]


def _as_rows(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    end = at + chance.randint(1, 6)
    sign = chance.choice(("|", "\t", "td"))
    if sign == "td":
        lines[at:end] = [f"<tr><td>{line}</td><td>{line[:9]}</td></tr>" for line in lines[at:end]]
    else:
        lines[at:end] = [f"{sign}{line.replace('，', sign)}{sign}" for line in lines[at:end]]


_CHANGES: tuple[Callable[[random.Random, list[str]], None], ...] = (
    *(_drop, _double, _exchange, _tear, _tear, _join, _join, _insert, _insert, _insert),
    *(_insert_line, _insert_line, _lose_part, _repeat, _no_blanks, _wrap, _as_rows),
    *(_join_all, _other_way, _other_width),
)


def _hints(chance: random.Random, lines: list[str]) -> tuple[LineHint | None, ...]:
    """What a format could know: pages, bold type, cells, page furniture."""
    hints: list[LineHint | None] = []
    for at, line in enumerate(lines):
        kind = chance.random()
        if kind < 0.3:
            hints.append(None)
        elif kind < 0.4 and "\t" not in line:
            cells = tuple(line.split(chance.choice(("，", "、", " ", "　"))))
            lines[at] = "\t".join(cells)
            hints.append(LineHint(page=at // 20 + 1, cells=cells))
        else:
            furniture = "running head" if kind > 0.97 else ""
            hints.append(LineHint(at // 20 + 1, kind > 0.8, furniture=furniture))
    return tuple(hints)
