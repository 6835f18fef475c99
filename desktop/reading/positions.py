"""Between a notice's text and its page: the only place that knows both ways of counting.

Offsets of a text count Python characters; Qt counts UTF-16 units, and puts characters of its
own between paragraphs, cells and tables. A page is therefore a row of pieces, each a run of the
notice's text that stands unbroken on the page. Within a piece the page may have characters of its
own too (a tab, a word joiner): each counts with the character of the notice that follows it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_WIDE = "\uffff"


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) if not text or max(text) <= _WIDE else len(text.encode("utf-16-le")) // 2


def characters(text: str, unit: int) -> int:
    """How many characters stand in the first UTF-16 units of a text."""
    if not text or max(text) <= _WIDE:
        return min(unit, len(text))
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * unit]
    return len(head.decode("utf-16-le", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the notice's text that stands unbroken on the page.

    `start` is its offset in the text, `position` its place in the document when it was set, `wide`
    the indexes of its characters that take two units, in order; one that takes three stands twice.
    """

    start: int
    position: int
    length: int
    wide: tuple[int, ...] = ()

    @classmethod
    def of(cls, start: int, position: int, text: str, added: Sequence[int] = ()) -> Piece:
        """The piece for a text put at a document position.

        `added` are the indexes of the characters before which the page has one of its own.
        """
        astral = text and max(text) > _WIDE
        wide = [at for at, one in enumerate(text) if one > _WIDE] if astral else []
        return cls(start, position, len(text), tuple(sorted([*wide, *added])))

    def unit(self, index: int) -> int:
        """Units before the character of an index; an index past the end counts as the end."""
        index = min(max(index, 0), self.length)
        return index + bisect_left(self.wide, index)

    def index(self, unit: int) -> int:
        """The index of the character a unit belongs to; past the end: the length."""
        low, high = 0, self.length
        while low < high:
            middle = (low + high + 1) // 2
            if self.unit(middle) <= unit:
                low = middle
            else:
                high = middle - 1
        return low


class Positions:
    """The way between offsets in the text of a page and positions in its document.

    A page is set from the middle: it answers for what is there, and for the rest with the nearest
    place that is. Positions are kept from where the setting began, so that what comes above moves
    one number and not all of them.
    """

    def __init__(self, pieces: Sequence[Piece] = ()) -> None:
        """Take the pieces in reading order: both `start` and `position` rise."""
        self._pieces: list[Piece] = []
        self._starts: list[int] = []
        self._places: list[int] = []
        self._origin = 0
        self.put_below(pieces)

    def clear(self) -> None:
        """Begin with an empty page."""
        self._pieces, self._starts, self._places, self._origin = [], [], [], 0

    def put_below(self, pieces: Sequence[Piece]) -> None:
        """Take over what has been set at the end of the document."""
        self._pieces += pieces
        self._starts += [piece.start for piece in pieces]
        self._places += [piece.position - self._origin for piece in pieces]

    def put_above(self, pieces: Sequence[Piece], growth: int) -> None:
        """Take over what has been set at its start; `growth` is how much longer it has become."""
        self._origin += growth
        self._pieces[:0] = pieces
        self._starts[:0] = [piece.start for piece in pieces]
        self._places[:0] = [piece.position - self._origin for piece in pieces]

    @property
    def reach(self) -> tuple[int, int]:
        """The offsets between which the page is set."""
        if not self._pieces:
            return 0, 0
        return self._starts[0], self._starts[-1] + self._pieces[-1].length

    def position(self, offset: int) -> int:
        """The document position of an offset; between two pieces it is the first one's end."""
        if not self._pieces:
            return 0
        at = max(bisect_right(self._starts, offset) - 1, 0)
        piece = self._pieces[at]
        return self._place(at) + piece.unit(offset - piece.start)

    def offset(self, position: int) -> int:
        """The offset of a document position; between two pieces it is the first one's end."""
        if not self._pieces:
            return 0
        at = max(bisect_right(self._places, position - self._origin) - 1, 0)
        piece = self._pieces[at]
        return piece.start + piece.index(max(position - self._place(at), 0))

    def ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """The document ranges (first, behind last) that show the characters start to end.

        One range a piece, so that none reaches over a cell's or a paragraph's border.
        """
        found: list[tuple[int, int]] = []
        for at in range(max(bisect_right(self._starts, start) - 1, 0), len(self._pieces)):
            piece, place = self._pieces[at], self._place(at)
            if piece.start >= end:
                break
            first = piece.unit(start - piece.start)
            last = piece.unit(end - piece.start)
            if first < last:
                found.append((place + first, place + last))
        return found

    def _place(self, at: int) -> int:
        return self._places[at] + self._origin

    def span(self, first: int, last: int, text: str) -> tuple[int, int] | None:
        """The offsets of a selection in the document, white space at its ends left out.

        None where no character of the notice's text is in it.
        """
        start, end = self.offset(min(first, last)), self.offset(max(first, last))
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return (start, end) if start < end else None
