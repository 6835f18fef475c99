"""Where in a notice's text a correction was made, so that it is found again in another text."""

from __future__ import annotations

from dataclasses import dataclass

from storage.anchors import place_at, place_mark
from storage.text import text_hash
from storage.types import Mark, Notice

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters of a notice's text, kept as a mark keeps them."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    text_hash: str
    path: str

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


def anchor_at(notice: Notice, start: int, end: int) -> Anchor:
    """The anchor of a span that is not empty."""
    mark = place_at(Mark("", "", start, end, ""), notice, start, end)
    return Anchor(start, end, mark.quote, mark.prefix, mark.suffix, mark.text_hash, mark.path)


def find(anchor: Anchor, notice: Notice, before: Notice | None = None) -> Span | None:
    """Where an anchor's words stand for sure; None where that cannot be told.

    `before` is the text in which they stood, where it is known.
    """
    text = notice.text
    around = anchor.prefix + anchor.quote + anchor.suffix
    first = max(0, anchor.start - len(anchor.prefix))
    if text.startswith(around, first) and text_hash(text) == anchor.text_hash:
        return anchor.span
    mark = Mark(
        "",
        "",
        anchor.start,
        anchor.end,
        anchor.quote,
        anchor.prefix,
        anchor.suffix,
        anchor.text_hash,
        anchor.path,
    )
    placed = place_mark(mark, notice, before)
    if placed.state not in ("sure", "moved"):
        return None
    return placed.start, placed.end
