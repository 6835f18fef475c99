"""The head of a notice: where it starts, its title and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from storage.parse import patterns
from storage.parse.lines import Line
from storage.parse.names import core_of, issuer_in

_ALIKE = 90
# As many lines above an attachment are searched for its name.
_SPOKEN = 2000


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


def is_attached(lines: Sequence[Line], head: Head, floor: int) -> bool:
    """附件1 stands right above; or 附件 alone, and the text from `floor` on names the document."""
    above = reversed(lines[max(0, head.start - 4) : head.start - 1])
    before = next((line for line in above if line.key), None)
    if before is None or not patterns.ATTACHMENT_MARK.match(before.key):
        return False
    if before.key.strip("附件录表:").strip():
        return True
    title = core_of("".join(lines[at - 1].key for at in head.titles))
    spoken = "".join(line.key for line in lines[max(floor, before.at - _SPOKEN) : before.at - 1])
    return fuzz.partial_ratio(title[issuer_in(title) :], spoken) >= _ALIKE
