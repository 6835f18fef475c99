"""Text over a few lines, cut anywhere as Chinese is, the last line elided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter

_NO_START = "，。、；：？！）》」』〉】〕”’%"


def wrapped(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """The text in at most `lines` lines of a width in pixels."""
    rest = " ".join(text.split())
    made: list[str] = []
    while rest and len(made) < lines - 1:
        at = _fitting(rest, metrics, width)
        if at < len(rest) and rest[at] in _NO_START and at > 1:
            at -= 1
        made.append(rest[:at])
        rest = rest[at:]
    if rest:
        made.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return made or [""]


def draw_lines(painter: QPainter, lines: Sequence[str], left: int, top: int) -> int:
    """Draw lines below each other; gives where the next would begin."""
    metrics = painter.fontMetrics()
    for line in lines:
        painter.drawText(left, top + metrics.ascent(), line)
        top += line_height(metrics)
    return top


def line_height(metrics: QFontMetrics) -> int:
    """From one line to the next; families differ in the height they claim, Chinese needs air."""
    return max(round(metrics.horizontalAdvance("国") * 1.42), metrics.ascent() + 3)


def _fitting(text: str, metrics: QFontMetrics, width: int) -> int:
    """How many characters fit into a width, at least one."""
    if metrics.horizontalAdvance(text) <= width:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
