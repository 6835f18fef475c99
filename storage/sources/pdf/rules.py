"""The ruling lines of a page: thin rectangles, and the straight parts of paths."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from storage.sources.layout import Rule
from storage.sources.pdf.document import pdfium, raw
from storage.sources.pdf.turns import Turn

_THIN = 3.0
_SHORTEST = 6.0
_MOST_OBJECTS = 8_000
_MOST_SEGMENTS = 200

Point = tuple[float, float]


def read_rules(page: Any, turn: Turn) -> list[Rule]:
    """The ruling lines of a page, as they are seen; none where a drawing has too many paths."""
    rules: list[Rule] = []
    try:
        for at, thing in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
            if at >= _MOST_OBJECTS:
                return []
            rules += _rules_of(thing, turn)
    except pdfium.PdfiumError:
        return []
    return rules


def _rules_of(thing: Any, turn: Turn) -> list[Rule]:
    count = raw.FPDFPath_CountSegments(thing)
    if not 2 <= count <= _MOST_SEGMENTS:
        return []
    points = [_seen(point, thing, turn) for point in _points(thing, count)]
    if not all(math.isfinite(value) for _, (x, y) in points for value in (x, y)):
        return []
    if not points:
        return []
    across = [x for _, (x, _) in points]
    down = [y for _, (_, y) in points]
    whole = _thin(min(across), min(down), max(across), max(down))
    if whole is not None:
        return [whole]
    if not _is_stroked(thing):
        return []
    sides = (
        _thin(*_box(before[1], after[1]))
        for before, after in zip(points, points[1:], strict=False)
        if after[0] != raw.FPDF_SEGMENT_MOVETO
    )
    return [side for side in sides if side is not None]


def _box(one: Point, other: Point) -> tuple[float, float, float, float]:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )


def _thin(left: float, top: float, right: float, bottom: float) -> Rule | None:
    """A long thin box is a line; other boxes are none."""
    wide, high = right - left, bottom - top
    if high <= _THIN and wide >= _SHORTEST:
        return Rule(left, (top + bottom) / 2, right, (top + bottom) / 2)
    if wide <= _THIN and high >= _SHORTEST:
        return Rule((left + right) / 2, top, (left + right) / 2, bottom)
    return None


def _is_stroked(thing: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(thing, fill, stroke)) and bool(stroke.value)


def _points(thing: Any, count: int) -> Iterator[tuple[int, Point]]:
    """The ends of the path's parts with their kinds; a closed path ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first: Point | None = None
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(thing, at)
        if not segment or not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        kind = raw.FPDFPathSegment_GetType(segment)
        point = (x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO or first is None:
            first = point
        yield kind, point
        if raw.FPDFPathSegment_GetClose(segment):
            yield raw.FPDF_SEGMENT_LINETO, first


def _seen(part: tuple[int, Point], thing: Any, turn: Turn) -> tuple[int, Point]:
    kind, (x, y) = part
    x, y = thing.get_matrix().on_point(x, y)
    return kind, turn.point(x, y)
