"""Running heads and page numbers: what comes back at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from storage.sources.layout.glyphs import PageLine
from storage.text import squeeze

# 附件1   附表   第二章: at the top of pages, but of the document
_NO_HEAD = re.compile(r"^(?:附[件表录图]|第.{1,4}[章节条])")
_EDGE_LINES = 2
_EDGE = 0.13
_LONGEST = 60
_OFTEN = 3
_FIGURES = re.compile(r"[0-9０-９]+")
# 12   - 12 -   —12—   · 12 ·   第12页   第 3 页 共 10 页   3/10
_NUMBER = re.compile(
    r"^[-—–－·•.~～|]{0,3}(?:第)?[0-9０-９]{1,4}(?:页)?(?:[,，/]?(?:共)?[0-9]{1,4}(?:页)?)?[-—–－·•.~～|]{0,3}$"
)


def mark_furniture(pages: Sequence[Sequence[PageLine]], heights: Sequence[float]) -> None:
    """Mark the lines at the edges of pages that are running heads or page numbers."""
    edges = [_edge_lines(lines, height) for lines, height in zip(pages, heights, strict=True)]
    heads: Counter[str] = Counter()
    for lines in edges:
        heads.update({_shape(line) for line in lines})
    often = min(_OFTEN, max(2, len(pages)))
    numbers = sum(1 for lines in edges if any(map(_is_number, lines)))
    for lines in edges:
        for line in lines:
            if _is_number(line):
                dashed = not line.text.strip().isdigit()
                line.furniture = "page number" if dashed or numbers * 2 >= len(pages) else ""
            elif heads[_shape(line)] >= often and not _NO_HEAD.match(squeeze(line.text)):
                line.furniture = "running head"


def _edge_lines(lines: Iterable[PageLine], height: float) -> list[PageLine]:
    """The outermost lines above and below, where they stand in the margin of the page."""
    plain = [line for line in lines if line.cells is None and len(line.text) <= _LONGEST]
    by_height = sorted(plain, key=lambda line: line.base)
    first = by_height[:_EDGE_LINES]
    last = by_height[-_EDGE_LINES:]
    edge = [line for line in first if line.base <= height * _EDGE]
    return edge + [line for line in last if line.top >= height * (1 - _EDGE) and line not in first]


def _is_number(line: PageLine) -> bool:
    return _NUMBER.match(squeeze(line.text)) is not None


def _shape(line: PageLine) -> str:
    """The line without its figures: the same on every page where it is a running head."""
    return _FIGURES.sub("0", squeeze(line.text))
