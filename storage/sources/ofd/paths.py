"""The ruling lines of an OFD page: the straight parts of its paths."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storage.sources.safe_xml import local

_THIN = 1.0
_SHORTEST = 2.0
_MOST_WORDS = 2_000
# How many numbers follow each sign of a path.
_TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}

Box = tuple[float, float, float, float]
Point = tuple[float, float]


def rules_of(element: Element, matrix: tuple[float, ...], corner: Point) -> Iterator[Box]:
    """Left, top, right, bottom (mm) of each long line that runs straight across or down."""
    data = next((inner.text for inner in element if local(inner) == "AbbreviatedData"), "") or ""
    points = list(_points(data.split()[:_MOST_WORDS]))
    if not points:
        return
    a, b, c, d, e, f = matrix
    seen = [
        (move, (a * x + c * y + e + corner[0], b * x + d * y + f + corner[1]))
        for move, (x, y) in points
    ]
    whole = _thin([point for _, point in seen])
    if whole is not None:
        yield whole
        return
    for (_, before), (moved, after) in zip(seen, seen[1:], strict=False):
        side = None if moved else _thin([before, after])
        if side is not None:
            yield side


def _thin(points: list[Point]) -> Box | None:
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if bottom - top <= _THIN and right - left >= _SHORTEST:
        return left, (top + bottom) / 2, right, (top + bottom) / 2
    if right - left <= _THIN and bottom - top >= _SHORTEST:
        return (left + right) / 2, top, (left + right) / 2, bottom
    return None


def _points(words: list[str]) -> Iterator[tuple[bool, Point]]:
    """The ends of the path's parts; whether the pen was lifted on the way."""
    start: Point | None = None
    at = 0
    while at < len(words):
        sign = words[at]
        count = _TAKES.get(sign)
        if count is None:
            at += 1
            continue
        values = _numbers(words[at + 1 : at + 1 + count])
        at += 1 + count
        if sign == "C" and start is not None:
            yield False, start
        elif count and len(values) == count:
            point = (values[-2], values[-1])
            if sign in "SM" or start is None:
                start = point
            yield sign in "SM", point


def _numbers(words: list[str]) -> list[float]:
    try:
        values = [float(word) for word in words]
    except ValueError:
        return []
    return values if all(abs(value) < 1e6 for value in values) else []
