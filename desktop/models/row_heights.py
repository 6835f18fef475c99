"""How high the rows of marks are: reckoned, not measured, so that thousands cost nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.mark_entries import MarkEntry
from desktop.models.mark_rows import Row

MOST_LINES = 3
"""Lines that a quote, and a note, are shown with at most."""
GAP = 1
"""Pixels between the parts of a row."""
_LOST = 10
"""Tenths of a character that a line may lose, where none may begin the next line."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a row has: a line's width and height, a character's width, all in pixels.

    `pad` is the air above and below a mark, `head` the height of a group's head; `with_source`:
    a line says where the mark stands.
    """

    width: int
    character: int
    line: int
    pad: int
    head: int
    with_source: bool


def heights(rows: Iterable[Row], room: Room) -> list[int]:
    """The height of each row in pixels; reckoned anew only for another room."""
    found: list[int] = []
    for row in rows:
        if not isinstance(row, MarkEntry):
            found.append(room.head)
            continue
        if row.room is not room:
            row.room, row.height = room, _height(row, room)
        found.append(row.height)
    return found


def _height(row: MarkEntry, room: Room) -> int:
    tenths = max(room.width * 10 // max(room.character, 1) - _LOST, 10)
    high = 2 * room.pad + (row.extra + room.with_source) * (room.line + GAP)
    for width in (row.quote_width, row.note_width):
        if width:
            high += min(-(-width // tenths), MOST_LINES) * room.line + GAP
    return high
