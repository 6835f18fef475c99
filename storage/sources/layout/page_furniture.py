"""Running heads and page numbers: what comes back at the edge of page after page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from storage.sources.layout.glyphs import PageLine
from storage.text import squeeze

# 附件1   附表   第二章: at the top of pages, but of the document
_NO_HEAD = re.compile(r"^(?:附[件表录图]|第.{1,4}[章节条])")
_EDGE_LINES = 2
_EDGE = 0.13
_LONGEST = 60
_OFTEN = 3
_SHARE = 0.4
_LARGE = 1.15
_SAME_HEIGHT = 12.0

Shape = tuple[str, int]

_FIGURES = re.compile(r"[0-9０-９]+")
# 12   - 12 -   —12—   · 12 ·   第12页   第 3 页 共 10 页   3/10
_NUMBER = re.compile(
    r"^[-—–－·•.~～|]{0,3}(?:第)?[0-9０-９]{1,4}(?:页)?(?:[,，/]?(?:共)?[0-9]{1,4}(?:页)?)?[-—–－·•.~～|]{0,3}$"
)


def mark_furniture(pages: Sequence[Sequence[PageLine]], heights: Sequence[float]) -> None:
    """Mark the lines at the edges of pages that are running heads or page numbers."""
    edges = [_edge_lines(lines, height) for lines, height in zip(pages, heights, strict=True)]
    heads = _running_heads(edges, _usual_size(pages))
    numbers = sum(1 for lines in edges if any(map(_is_number, lines)))
    for line in (line for lines in edges for line in lines):
        if _is_number(line):
            dashed = not line.text.strip().isdigit()
            line.furniture = "page number" if dashed or numbers * 2 >= len(pages) else ""
        elif _shape(line) in heads:
            line.furniture = "running head"


def _usual_size(pages: Sequence[Sequence[PageLine]]) -> float:
    sizes = sorted(line.size for lines in pages for line in lines if line.cells is None)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _running_heads(edges: Sequence[Sequence[PageLine]], usual: float) -> set[Shape]:
    """What comes back at the same place of most pages, or of every other one.

    Titles that begin on new pages are in larger type, and come back less often.
    """
    places: dict[Shape, list[int]] = {}
    for page, lines in enumerate(edges):
        for shape in {_shape(line) for line in lines if line.size <= usual * _LARGE}:
            if not _NO_HEAD.match(shape[0]):
                places.setdefault(shape, []).append(page)
    often = min(_OFTEN, max(2, len(edges)))
    return {
        shape
        for shape, found in places.items()
        if len(found) >= often and len(found) >= (found[-1] - found[0] + 1) * _SHARE
    }


def _edge_lines(lines: Iterable[PageLine], height: float) -> list[PageLine]:
    """The outermost lines above and below, where they stand in the margin of the page."""
    plain = [
        line
        for line in lines
        if line.cells is None and not line.furniture and len(line.text) <= _LONGEST
    ]
    by_height = sorted(plain, key=lambda line: line.base)
    first = by_height[:_EDGE_LINES]
    last = by_height[-_EDGE_LINES:]
    edge = [line for line in first if line.base <= height * _EDGE]
    return edge + [line for line in last if line.top >= height * (1 - _EDGE) and line not in first]


def _is_number(line: PageLine) -> bool:
    return _NUMBER.match(squeeze(line.text)) is not None


def _shape(line: PageLine) -> Shape:
    """The line without its figures, and its height: the same on every page of a running head."""
    return _FIGURES.sub("0", squeeze(line.text)), round(line.base / _SAME_HEIGHT)
