"""Marks and the text they stand in: making one, and putting it back after the text changed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property

from storage.citations import cited_title
from storage.errors import ProgramFault
from storage.text import Squeezed, squeeze, squeeze_with_offsets, text_hash
from storage.types import Block, Heading, Mark, Notice, StoredNotice

CONTEXT = 32
# A quote as long as this, found once, is its own proof; a shorter one wants a neighbour.
SPEAKS_FOR_ITSELF = 24
NEIGHBOURS = 4


def make_mark(
    stored: StoredNotice,
    start: int,
    end: int,
    style: str = "yellow",
    note: str = "",
    author: str = "",
    kind: str = "highlight",
) -> Mark:
    """A new mark on characters `start` to `end` of the notice's text.

    A note or bookmark with the span 0 to 0 belongs to the notice as a whole.
    Raises ProgramFault where the span is empty otherwise, or outside the text.
    """
    text = stored.notice.text
    whole = kind != "highlight" and start == end == 0
    if not (whole or 0 <= start < end <= len(text)):
        raise ProgramFault(f"mark {start}-{end} in a text of {len(text)} characters")
    moment = datetime.now(UTC).isoformat(timespec="microseconds")
    return Mark(
        uuid=str(uuid.uuid4()),
        notice=stored.summary.uuid,
        start=start,
        end=end,
        quote=text[start:end],
        prefix="" if whole else text[max(0, start - CONTEXT) : start],
        suffix="" if whole else text[end : end + CONTEXT],
        text_hash=text_hash(text),
        path="" if whole else path_at(stored.notice, start),
        style=style,
        note=note,
        author=author,
        created=moment,
        changed=moment,
        citation=cited_title(stored.summary),
        kind=kind,
    )


def path_at(notice: Notice, offset: int) -> str:
    """The heads above a place, outermost first, joined by " / "."""
    block = _block_at(notice.blocks, offset)
    if block is None:
        return ""
    above: list[Heading] = []
    for head in _heads(notice):
        if head.line > block.lines[0]:
            break
        above = [upper for upper in above if upper.level < head.level]
        above.append(head)
    return " / ".join(" ".join(head.text.split()) for head in above)


def _heads(notice: Notice) -> tuple[Heading, ...]:
    if notice.outline:
        return notice.outline
    return tuple(
        Heading(block.lines[0], block.level, block.text)
        for block in notice.blocks
        if block.kind == "heading"
    )


def _block_at(blocks: Iterable[Block], offset: int) -> Block | None:
    end = -1
    for block in blocks:
        end += len(block.text) + 1
        if offset <= end:
            return block
    return None


def place_mark(mark: Mark, notice: Notice, before: Notice | None = None) -> Mark:
    """Put a mark into its notice's new text; `before` is the text it stood in, where known.

    The same squeezed text: the same characters, with the state it had. Else the exact quote
    with all its context found once, or the quote alone found once beside a neighbour it had
    (or long enough to need none): moved. Else unplaced: quote, context, offsets and hash stay.
    White space never counts.
    """
    return place_marks([mark], notice, before)[0]


def place_marks(marks: Iterable[Mark], notice: Notice, before: Notice | None = None) -> list[Mark]:
    """Put marks of one notice into its new text, as `place_mark` does."""
    ground = _Ground(notice, before)
    return [_place(mark, ground) for mark in marks]


@dataclass
class _Ground:
    """The new text, and the old one where it is known, squeezed once for all marks."""

    notice: Notice
    before: Notice | None

    @cached_property
    def text(self) -> str:
        return self.notice.text

    @cached_property
    def squeezed(self) -> Squeezed:
        return squeeze_with_offsets(self.text)

    @cached_property
    def hash(self) -> str:
        return text_hash(self.text)

    @cached_property
    def before_text(self) -> str:
        return self.before.text if self.before else ""

    @cached_property
    def before_squeezed(self) -> str:
        return squeeze(self.before_text)

    def was_repeated(self, squeezed: str) -> bool:
        """Say whether the old text is known to hold these characters more than once."""
        return len(_places(self.before_squeezed, squeezed)) > 1


def _place(mark: Mark, ground: _Ground) -> Mark:
    if mark.whole_notice:
        return replace(mark, text_hash=ground.hash, state="sure")
    if mark.text_hash == ground.hash:
        return _place_in_same_text(mark, ground)
    found = _moved_span(mark, ground)
    if found is None:
        return replace(mark, state="unplaced")
    stays = found == (mark.start, mark.end) and mark.state != "unplaced"
    return _at(mark, ground, found, mark.state if stays else "moved")


def _place_in_same_text(mark: Mark, ground: _Ground) -> Mark:
    """Only white space can have changed: count the characters before it."""
    state = "sure" if mark.state == "unplaced" else mark.state
    quote = squeeze(mark.quote)
    shifted = ground.before is not None and ground.before_text != ground.text
    if not shifted and ground.text[mark.start : mark.end] == mark.quote:
        return replace(mark, state=state, path=path_at(ground.notice, mark.start))
    if quote and ground.before_text[mark.start : mark.end] == mark.quote:
        first = len(squeeze(ground.before_text[: mark.start]))
        span = ground.squeezed.source_span(first, first + len(quote))
        return _at(mark, ground, span, state)
    found = _moved_span(mark, ground)
    return _at(mark, ground, found, state) if found else replace(mark, state="unplaced")


def _moved_span(mark: Mark, ground: _Ground) -> tuple[int, int] | None:
    """Where the quote now stands, None where that is not certain."""
    quote = squeeze(mark.quote)
    if not quote:
        return None
    prefix, suffix = squeeze(mark.prefix), squeeze(mark.suffix)
    text = ground.squeezed.text
    whole = prefix + quote + suffix
    places = _places(text, whole)
    if len(places) == 1 and not ground.was_repeated(whole):
        first = places[0] + len(prefix)
        return ground.squeezed.source_span(first, first + len(quote))
    places = _places(text, quote)
    if len(places) != 1 or ground.was_repeated(quote):
        return None
    first, last = places[0], places[0] + len(quote)
    if len(quote) < SPEAKS_FOR_ITSELF and not _has_neighbour(text, (first, last), prefix, suffix):
        return None
    return ground.squeezed.source_span(first, last)


def _has_neighbour(text: str, span: tuple[int, int], prefix: str, suffix: str) -> bool:
    """Say whether the characters next to the quote are, on one side, those it had."""
    before, after = prefix[-NEIGHBOURS:], suffix[:NEIGHBOURS]
    return (len(before) == NEIGHBOURS and text[: span[0]].endswith(before)) or (
        len(after) == NEIGHBOURS and text.startswith(after, span[1])
    )


def _places(text: str, wanted: str) -> list[int]:
    """Up to two places of characters in a text: one, none, or not the only one."""
    places: list[int] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0 and len(places) < 2:
        places.append(at)
        at = text.find(wanted, at + 1)
    return places


def _at(mark: Mark, ground: _Ground, span: tuple[int, int], state: str) -> Mark:
    """The mark at a place of the new text, all that describes the place taken from there."""
    start, end = span
    text = ground.text
    return replace(
        mark,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        text_hash=ground.hash,
        path=path_at(ground.notice, start),
        state=state,
    )
