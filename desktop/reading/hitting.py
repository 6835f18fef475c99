"""Which position of a document is at a point of its page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextDocument

_BELOW = (0, 10, 20, 40, 80)
"""Pixels below a point where a line is looked for, if the point is between two paragraphs."""


def position_at(document: QTextDocument, point: QPointF) -> int:
    """The position next to a point, in the line there or in the next one below.

    Qt lays a long document out bit by bit, and until it is through says of a point between two
    paragraphs that it is at the end of everything.
    """
    layout = document.documentLayout()
    found = (
        layout.hitTest(point + QPointF(0, below), Qt.HitTestAccuracy.FuzzyHit) for below in _BELOW
    )
    known = [position for position in found if position >= 0]
    return min(known, default=max(document.characterCount() - 1, 0))
