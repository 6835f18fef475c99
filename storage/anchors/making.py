"""Making a mark, and saying by hand where one belongs."""

from __future__ import annotations

import uuid
from dataclasses import replace

from storage.anchors.paths import path_at
from storage.anchors.telling import Span, needed_after, needed_before
from storage.citations import cited_title
from storage.errors import ProgramFault
from storage.moments import now
from storage.text import squeeze, text_hash
from storage.types import Mark, Notice, StoredNotice

CONTEXT = 32
# Contexts grow until no other place of the text has the same words in them, but not further.
LONGEST_CONTEXT = 512


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
    if not whole:
        _check_span(text, start, end)
    prefix, suffix = ("", "") if whole else _surroundings(text, start, end)
    moment = now()
    return Mark(
        uuid=str(uuid.uuid4()),
        notice=stored.summary.uuid,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=prefix,
        suffix=suffix,
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


def accept_mark(mark: Mark, notice: Notice) -> Mark:
    """The mark made sure where it is proposed, with the words that stand there now.

    Raises ProgramFault where it has no place in this text.
    """
    if mark.state == "unplaced" or mark.text_hash != text_hash(notice.text):
        raise ProgramFault(f"mark {mark.uuid} has no place in this text")
    return mark if mark.whole_notice else place_at(mark, notice, mark.start, mark.end)


def put_by_hand(mark: Mark, stored: StoredNotice, start: int, end: int) -> Mark:
    """The mark made sure on characters that the user chose, of its notice or of another.

    Raises ProgramFault where the span is empty or outside the text.
    """
    placed = place_at(mark, stored.notice, start, end)
    return replace(placed, notice=stored.summary.uuid, citation=cited_title(stored.summary))


def surroundings(text: str, span: Span, squeezed: str, place: Span) -> tuple[str, str]:
    """The characters before and after a span, each enough to tell it from all of its text.

    `squeezed` is the text without white space, `place` the span in that.
    """
    start, end = span
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    if place[0] < place[1]:
        wanted = needed_before(squeezed, place, LONGEST_CONTEXT)
        first = min(first, _before(text, start, LONGEST_CONTEXT if wanted is None else wanted))
        wanted = needed_after(squeezed, place, LONGEST_CONTEXT)
        last = max(last, _behind(text, end, LONGEST_CONTEXT if wanted is None else wanted))
    return text[first:start], text[end:last]


def _before(text: str, at: int, count: int) -> int:
    """The place so many characters, without white space, before another."""
    while at > 0 and count > 0:
        at -= 1
        count -= not text[at].isspace()
    return at


def _behind(text: str, at: int, count: int) -> int:
    """The place so many characters, without white space, behind another."""
    while at < len(text) and count > 0:
        count -= not text[at].isspace()
        at += 1
    return at


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    first = len(squeeze(text[:start]))
    place = first, first + len(squeeze(text[start:end]))
    return surroundings(text, (start, end), squeeze(text), place)


def place_at(mark: Mark, notice: Notice, start: int, end: int) -> Mark:
    """The mark made sure on characters of its notice.

    Raises ProgramFault where the span is empty or outside the text.
    """
    text = notice.text
    _check_span(text, start, end)
    prefix, suffix = _surroundings(text, start, end)
    return replace(
        mark,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=prefix,
        suffix=suffix,
        text_hash=text_hash(text),
        path=path_at(notice, start),
        state="sure",
    )


def _check_span(text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise ProgramFault(f"mark {start}-{end} in a text of {len(text)} characters")
