"""From a PDF's own coordinates (y upwards, page maybe turned) to ours (y downwards)."""

from __future__ import annotations


class Turn:
    """Turns points and boxes of a page by quarters, clockwise.

    `box` is left, bottom, right, top of the page before it is turned.
    """

    def __init__(self, box: tuple[float, float, float, float], quarters: int) -> None:
        self._left, self._bottom, self._right, self._top = box
        self._quarters = quarters % 4
        width, height = self._right - self._left, self._top - self._bottom
        self.width, self.height = (height, width) if self._quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as it is seen."""
        if self._quarters == 0:
            return x - self._left, self._top - y
        if self._quarters == 1:
            return y - self._bottom, x - self._left
        if self._quarters == 2:
            return self._right - x, y - self._bottom
        return self._top - y, self._right - x

    def box(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a box as it is seen."""
        one, other = self.point(left, bottom), self.point(right, top)
        return (
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )
