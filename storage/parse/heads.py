"""The head of a notice: where it starts, its title and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.parse import patterns
from storage.parse.lines import Line


@dataclass(slots=True)
class Head:
    """The head of a notice: its first line, the lines of its title, the line of its number.

    Title and number can stand on one line (某省人民政府令第380号).
    """

    start: int
    titles: list[int] = field(default_factory=list[int])
    number: int | None = None


def last_of(head: Head) -> int:
    """The last line of a head."""
    return max([head.start, *head.titles, head.number or 0])


def is_attached(lines: Sequence[Line], start: int, floor: int) -> bool:
    """附件1 stands right above, and the document before speaks of an attachment."""
    above = reversed(lines[max(0, start - 4) : start - 1])
    before = next((line for line in above if line.key), None)
    if before is None or not patterns.ATTACHMENT_MARK.match(before.key):
        return False
    if before.key.strip("附件录表:").strip():
        return True
    spoken = lines[floor : before.at - 1]
    return any("附件" in line.key or "转发" in line.key for line in spoken)
