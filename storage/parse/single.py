"""A text with no head of a notice that can be told for sure: it becomes one document."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.heads import Head
from storage.parse.lines import Line
from storage.parse.names import core_of, genre_of, number_on, title_like

_PARAGRAPH = 40
_FRONT = 80
_RED_HEAD_LINES = 6


def single_head(lines: Sequence[Line], title: str | None = None) -> Head:
    """The title nearest above the first paragraph; else the text's first line, without a title.

    `title` is what the page itself says that the title is.
    """
    solid = [line for line in lines if line.solid]
    if not solid:
        return Head(1)
    if title:
        named = [line.at for line in solid[:_FRONT] if line.key == key_of(title)]
        if named:
            return Head(named[-1], [named[-1]])
    body = next((index for index, line in enumerate(solid) if _is_paragraph(line)), len(solid))
    for index in range(min(body, len(solid)) - 1, -1, -1):
        line = solid[index]
        if (
            not title_like(line)
            or genre_of(line.key) is None
            or patterns.PAGE_WORD.search(line.key)
        ):
            continue
        first = index
        while first > 0 and _belongs_above(solid[first - 1], solid[first]):
            first -= 1
        start = solid[0] if _is_red_head(solid[:first]) else solid[first]
        return Head(start.at, [other.at for other in solid[first : index + 1]])
    numbered = solid[0].at if number_on(solid[0]) else None
    return Head(solid[0].at, [], numbered)


def _is_red_head(above: Sequence[Line]) -> bool:
    """A few lines above the title that no web page put there: what kind, number, office, date."""
    if not 0 < len(above) <= _RED_HEAD_LINES or any(len(line.key) > 40 for line in above):
        return False
    if any(patterns.PAGE_WORD.search(line.key) or "|" in line.key for line in above):
        return False
    return any(patterns.ORDER_NUMBER.match(line.key) or "期" in line.key for line in above)


def _is_paragraph(line: Line) -> bool:
    key = line.key
    if len(key) >= _PARAGRAPH and ("。" in key or "," in key):
        return True
    return len(key) >= 12 and key.endswith("。") or patterns.ADDRESSEES.match(key) is not None


def _belongs_above(line: Line, below: Line) -> bool:
    """The title began on the line above."""
    if below.at - line.at > 1 or not title_like(line) or patterns.PAGE_WORD.search(line.key):
        return False
    return genre_of(core_of(line.key)) is None
