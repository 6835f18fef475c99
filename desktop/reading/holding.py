"""Where a line must not break although Unicode's rules would let it: within numbers and dates.

Qt breaks lines by UAX 14: no closing sign begins a line, no opening one ends it, —— and …… stay
whole. What Chinese rules (GB/T 15834, GB/T 9704) ask beyond that is held together by word joiners
on the page: 〔2020〕35号, 5月, 第3期, 1—3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

JOINER = "\u2060"
"""A character without width that no line breaks beside."""

# Each match ends where a joiner goes. It begins with one of few characters, which is fast.
_HELD = re.compile(
    r"""
    [\d第〕】\])）%％年月日时期号\ \u3000]
    (?: (?: (?<=\d) | (?<=\d[ \u3000]) ) (?=[年月日号时期条款项章节℃‰])   # 2020|年  76 |号
      | (?<=[〕】\])）]) (?=[ ]?第?\d+[ ]?号)                             # 〔2020〕|35号
      | (?<=第) (?=\d)                                                    # 第|3期
      | (?<=[\d%％年月日时期号]) (?=[—–～~](?![—–～~]))                    # 3月|—5月
      | (?<=[ \u3000]) (?=[，。；：、！？）》”])       # a blank that an OCR program put in
    )
    """,
    re.VERBOSE,
)


def held(text: str) -> list[int]:
    """The indexes of the characters that must not begin a line, beyond what Qt knows."""
    return [found.end() for found in _HELD.finditer(text)]


# 〔2020〕35号
_NUMBER = re.compile(r"[〔【\[（(]\d{4}[〕】\])）](?=[ ]?第?\d+[ ]?号)")
_LOOSE = 4.0
"""Characters that may be missing at the end of a line before a number is broken after all."""
_TRIES = 4


def has_number(text: str) -> bool:
    """Whether a document number stands in a text, so that `loosened` may change something."""
    return _NUMBER.search(text) is not None


def joined(text: str, places: Sequence[int]) -> str:
    """A text with joiners before the characters of these indexes."""
    return JOINER.join(text[first:last] for first, last in pairwise([0, *places, len(text)]))


def loosened(
    text: str, places: Sequence[int], font: QFont, widths: tuple[float, float]
) -> list[int]:
    """The places of joiners without those that would leave a line with wide gaps.

    `widths` are those of the first line and of the others, in pixels.
    """
    kept = list(places)
    numbers = {found.start(): found.end() for found in _NUMBER.finditer(text)}
    loose = _LOOSE * QFontMetricsF(font).horizontalAdvance("国")
    for _ in range(_TRIES):
        # A joiner before the line's first character would have held it: count those before only.
        begins = [
            at - _joiners(kept, at) for at in _after_loose(joined(text, kept), font, widths, loose)
        ]
        free = {numbers[at] for at in begins if at in numbers} & set(kept)
        if not free:
            break
        kept = [at for at in kept if at != min(free)]
    return kept


def _joiners(places: Sequence[int], position: int) -> int:
    """How many joiners stand before a position of the joined text."""
    return sum(at + before < position for before, at in enumerate(places))


def _after_loose(text: str, font: QFont, widths: tuple[float, float], loose: float) -> list[int]:
    """Where the lines begin that follow a line with wide gaps."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    found: list[int] = []
    gap = 0.0
    while (line := layout.createLine()).isValid():
        if gap > loose:
            found.append(line.textStart())
        width = widths[0] if not line.textStart() else widths[1]
        line.setLineWidth(width)
        gap = width - line.naturalTextWidth()
    layout.endLayout()
    return found
