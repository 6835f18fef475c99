"""Making a mark, and saying by hand where one belongs."""

from __future__ import annotations

import uuid
from dataclasses import replace

from storage.anchors.marked_text import MarkedText
from storage.citations import cited_title
from storage.errors import ProgramFault
from storage.moments import now
from storage.text import text_hash
from storage.types import Mark, Notice, StoredNotice


class MarkMaker:
    """Makes marks on one notice; what all of them want of its text is worked out once."""

    def __init__(self, stored: StoredNotice) -> None:
        self._summary = stored.summary
        self._text = MarkedText(stored.notice)

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


def place_at(mark: Mark, notice: Notice, start: int, end: int) -> Mark:
    """The mark made sure on characters of its notice.

    Raises ProgramFault where the span is empty or outside the text.
    """
    return replace(mark, **MarkedText(notice).place(start, end), state="sure")
