"""Radicals that fonts name instead of the characters that look the same: ⺠ is 民, ⼀ is 一."""

from __future__ import annotations

import unicodedata

# The supplement has no decomposition in Unicode; those that stand alone as simple characters.
_SUPPLEMENT = (
    "⺒巳⺓幺⺔彑⺛旡⺝月⺟母⺠民⺢水⺩王⺬示⺸羊⺻聿⺼月⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风"
    "⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)
_CHARACTERS = dict(zip(_SUPPLEMENT[0::2], _SUPPLEMENT[1::2], strict=True))


def character_of(text: str) -> str:
    """The character that a radical or a compatibility form stands for; others as they are."""
    if "\u2e80" <= text <= "\u2fdf":
        return _CHARACTERS.get(text) or unicodedata.normalize("NFKC", text)
    if "\uf900" <= text <= "\ufaff":
        return unicodedata.normalize("NFKC", text)
    return "-" if text in "\u2010\u2011" else text
