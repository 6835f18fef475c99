"""Making a mark, and saying by hand where one belongs."""

from __future__ import annotations

import uuid
from bisect import bisect_left
from dataclasses import replace
from typing import TypedDict

from storage.anchors.paths import Paths
from storage.anchors.telling import Span, needed_after, needed_before
from storage.citations import cited_title
from storage.errors import ProgramFault
from storage.moments import now
from storage.text import Squeezed, squeeze_with_offsets, text_hash
from storage.types import Mark, Notice, StoredNotice

CONTEXT = 32
# Contexts grow until no other place of the text has the same words in them, but not further.
LONGEST_CONTEXT = 512


class MarkMaker:
    """Makes marks on one notice; what all of them want of its text is worked out once."""

    def __init__(self, stored: StoredNotice) -> None:
        self._summary = stored.summary
        self._text = _Text(stored.notice)

    def mark(
        self,
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
        whole = kind != "highlight" and start == end == 0
        moment = now()
        return Mark(
            uuid=str(uuid.uuid4()),
            notice=self._summary.uuid,
            **(self._text.nowhere() if whole else self._text.place(start, end)),
            style=style,
            note=note,
            author=author,
            created=moment,
            changed=moment,
            citation=cited_title(self._summary),
            kind=kind,
        )


def make_mark(
    stored: StoredNotice,
    start: int,
    end: int,
    style: str = "yellow",
    note: str = "",
    author: str = "",
    kind: str = "highlight",
) -> Mark:
    """One new mark, as MarkMaker makes many."""
    return MarkMaker(stored).mark(start, end, style, note, author, kind)


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


def surroundings(text: str, span: Span, squeezed: Squeezed, place: Span) -> tuple[str, str]:
    """The characters before and after a span, each enough to tell it from all of its text.

    `squeezed` is the text without white space, `place` the span in that.
    """
    start, end = span
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    if place[0] < place[1]:
        offsets = squeezed.offsets
        before = needed_before(squeezed.text, place, LONGEST_CONTEXT)
        earliest = place[0] - (LONGEST_CONTEXT if before is None else before)
        if earliest < place[0]:
            first = min(first, offsets[earliest] if earliest >= 0 else 0)
        behind = needed_after(squeezed.text, place, LONGEST_CONTEXT)
        latest = place[1] + (LONGEST_CONTEXT if behind is None else behind)
        if latest > place[1]:
            last = max(last, offsets[latest - 1] + 1 if latest <= len(offsets) else len(text))
    return text[first:start], text[end:last]


def place_at(mark: Mark, notice: Notice, start: int, end: int) -> Mark:
    """The mark made sure on characters of its notice.

    Raises ProgramFault where the span is empty or outside the text.
    """
    return replace(mark, **_Text(notice).place(start, end), state="sure")


class _Place(TypedDict):
    """What a mark keeps of its place."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    text_hash: str
    path: str


class _Text:
    """A notice's text, prepared once for all places in it."""

    def __init__(self, notice: Notice) -> None:
        self._text = notice.text
        self._squeezed = squeeze_with_offsets(self._text)
        self._hash = text_hash(self._text)
        self._paths = Paths(notice)

    def place(self, start: int, end: int) -> _Place:
        """Raises ProgramFault where the span is empty or outside the text."""
        text, offsets = self._text, self._squeezed.offsets
        if not 0 <= start < end <= len(text):
            raise ProgramFault(f"mark {start}-{end} in a text of {len(text)} characters")
        place = bisect_left(offsets, start), bisect_left(offsets, end)
        prefix, suffix = surroundings(text, (start, end), self._squeezed, place)
        return {
            "start": start,
            "end": end,
            "quote": text[start:end],
            "prefix": prefix,
            "suffix": suffix,
            "text_hash": self._hash,
            "path": self._paths.at(start),
        }

    def nowhere(self) -> _Place:
        """For what belongs to the notice as a whole."""
        return {
            "start": 0,
            "end": 0,
            "quote": "",
            "prefix": "",
            "suffix": "",
            "text_hash": self._hash,
            "path": "",
        }
