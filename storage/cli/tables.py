"""Tables for a terminal: columns in line, long cells broken over lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from storage.cli.describe import one_line
from storage.cli.width import columns, pad, wrap

_NARROWEST = 8
_RULE = "─┼─"
_BAR = " │ "


def table_lines(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of a table that fits `width` where its columns can be made so narrow."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    count = max(len(row) for row in cells)
    cells = [row + [""] * (count - len(row)) for row in cells]
    wanted = [max(columns(row[place]) for row in cells) for place in range(count)]
    widths = fitted(wanted, width - len(_BAR) * (count - 1))
    tall = widths != wanted
    for place, row in enumerate(cells):
        # Rows of several lines need a rule between them; the first row is mostly the head.
        if place and (tall or place == 1):
            yield _RULE.join("─" * width for width in widths)
        broken = [wrap(cell, size, hanging=0) for cell, size in zip(row, widths, strict=True)]
        for line in zip_longest(*broken, fillvalue=""):
            padded = [pad(piece, size) for piece, size in zip(line, widths, strict=True)]
            yield _BAR.join(padded).rstrip()


def fitted(wanted: Sequence[int], room: int) -> list[int]:
    """Widths of at most `room` in all: narrow columns as they want, the rest shares alike."""
    widths = list(wanted)
    if sum(widths) <= room:
        return widths
    left, open_places = room, sorted(range(len(widths)), key=lambda place: wanted[place])
    while open_places:
        share = max(_NARROWEST, left // len(open_places))
        place = open_places.pop(0)
        widths[place] = min(wanted[place], share)
        left -= widths[place]
    return widths
