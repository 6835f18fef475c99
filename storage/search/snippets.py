"""From places in the squeezed text back to the notice's text, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right

from storage.types import Hit

_CONTEXT = 24
_WHITE = re.compile(r"\s+")
_LAYOUT = re.compile(r"[\t\n\r\v\f\u2028\u2029\x85]")


class SourceText:
    """A notice's text with the way back from its squeezed form."""

    def __init__(self, text: str) -> None:
        self._text = text
        # White space is rare in Chinese, so its runs are kept instead of every character's place.
        self._places: list[int] = []
        self._taken_out: list[int] = []
        taken_out = 0
        for start, end in [white.span() for white in _WHITE.finditer(text)]:
            self._places.append(start - taken_out)
            taken_out += end - start
            self._taken_out.append(taken_out)

    def _offset(self, place: int) -> int:
        runs = bisect_right(self._places, place)
        return place + (self._taken_out[runs - 1] if runs else 0)

    def hit(self, start: int, end: int) -> Hit:
        """The hit for a non-empty span of the squeezed text."""
        text, first, last = self._text, self._offset(start), self._offset(end - 1) + 1
        return Hit(
            start=first,
            end=last,
            text=text[first:last],
            before=_on_one_line(text[max(0, first - _CONTEXT) : first]),
            after=_on_one_line(text[last : last + _CONTEXT]),
        )


def _on_one_line(text: str) -> str:
    return _LAYOUT.sub(" ", text)
