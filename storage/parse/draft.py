"""A notice while it is recognised: its lines, and what the stages found out about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storage.parse.heads import Head
from storage.parse.lines import Line
from storage.types import Attachment, Heading, Part, Relation


@dataclass(slots=True)
class Draft:
    """One notice from `head.start` to `end`; `roles` says which kind of block a line belongs to.

    `cuts` divides a line whose tail belongs elsewhere: line to offsets in its text, each with the
    role of what follows. `joins` are pairs of lines of one paragraph.
    """

    lines: Sequence[Line]
    head: Head
    end: int
    roles: dict[int, str] = field(default_factory=dict[int, str])
    levels: dict[int, int] = field(default_factory=dict[int, int])
    cuts: dict[int, list[tuple[int, str]]] = field(default_factory=dict[int, list[tuple[int, str]]])
    entry: int | None = None
    title: str = ""
    number: str | None = None
    addressees: str | None = None
    issuer: str | None = None
    date: str | None = None
    body_start: int = 0
    cover_end: int = 0
    attachments: list[Attachment] = field(default_factory=list[Attachment])
    parts: list[Part] = field(default_factory=list[Part])
    outline: list[Heading] = field(default_factory=list[Heading])
    joins: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    repeats: dict[int, int] = field(default_factory=dict[int, int])
    quoted: set[int] = field(default_factory=set[int])
    relations: list[Relation] = field(default_factory=list[Relation])
    effective: str | None = None
    validity_years: float | None = None

    def line(self, at: int) -> Line:
        """The line with this number."""
        return self.lines[at - 1]

    def solid(self, first: int | None = None, last: int | None = None) -> Iterator[Line]:
        """The lines that hold something of the notice, from `first` to `last`."""
        begin = self.head.start if first is None else first
        for line in self.lines[begin - 1 : self.end if last is None else min(last, self.end)]:
            if line.solid:
                yield line

    def free(self, line: Line) -> bool:
        """No stage has said yet what the line is."""
        return line.at not in self.roles

    def mark(self, at: int, role: str) -> None:
        """Say what a line is."""
        self.roles[at] = role
