"""What is shown of a source beside the text that was recognised in it. Lines count from 1."""

from __future__ import annotations

from dataclasses import dataclass, field

CONTENTS, LEFT_OUT = "contents", "left out"
"""Reasons of ours beside those of Furniture: a printed table of contents; no reason known."""


PageRectangle = tuple[float, float, float, float]
"""Left, top, right, bottom on a page, in parts of its width and height (0 to 1)."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page, counted from 1, of so many `pages`: rows of `stride` bytes, blue, green, red, -."""

    page: int
    pages: int
    width: int
    height: int
    stride: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SourceNotice:
    """A notice that came from a source, and its first and last line there."""

    uuid: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ProofSource:
    """The source that a notice came from, as the proof view shows it.

    `pages` has the page of each line, 0 where it is not known, or is empty. `unshown` says of
    lines that no notice shows why: as in Furniture, CONTENTS or LEFT_OUT. `repeats` are the words
    at the head of a line that stand before it already and are shown once. `notices` are those
    that came from it, in the order of their lines. `has_pictures`: its pages can be rendered.
    `is_current`: no later source has taken its place, and the issue's warnings are about it.
    """

    id: int
    issue_id: int
    name: str
    lines: tuple[str, ...]
    pages: tuple[int, ...] = ()
    unshown: dict[int, str] = field(default_factory=dict[int, str])
    repeats: dict[int, str] = field(default_factory=dict[int, str])
    notices: tuple[SourceNotice, ...] = ()
    has_pictures: bool = False
    is_current: bool = True

    def page(self, line: int) -> int:
        """The page that a line stands on, of a blank line that of the one before; 0: not known."""
        for at in range(min(line, len(self.pages)) - 1, -1, -1):
            if self.pages[at]:
                return self.pages[at]
        return 0

    def holds(self, notice: str) -> bool:
        """Whether a notice came from this source."""
        return any(one.uuid == notice for one in self.notices)

    def notice_at(self, line: int) -> SourceNotice | None:
        """The notice that a line belongs to."""
        return next((one for one in self.notices if one.start <= line <= one.end), None)
