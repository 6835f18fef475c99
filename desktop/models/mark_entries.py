"""Marks as the panel lists them, each with all that it is filtered, grouped and sorted by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.models.times import local_day
from desktop.models.titles import short_title
from storage.text import fold, squeeze
from storage.types import Mark, NoticeSummary

SINGLE = "\0single"
"""Stands for the gazette of a document that came alone."""
GONE = "\0gone"
"""Stands for the gazette of a document that is no longer in the library."""
_BEHIND = 1 << 40
_SHOWN = 240
"""Characters of a quote or note that a row can show at most."""
_WIDE, _NARROW = 10, 6


@dataclass(frozen=True, slots=True)
class NoticePlace:
    """Where a notice stands: its rank in reading order, and what its marks are grouped by."""

    rank: int
    title: str
    gazette: str
    issuer: str
    issue_id: int | None


class MarkEntry:
    """One mark with what is asked of it again and again, worked out once.

    `kind` is highlight, underline, note or bookmark, `style` the colour ("" for a bookmark),
    `notice_key` the notice, or the citation of one that is gone, `day` the day of marking on
    this computer's calendar, `words` all its words folded and without white space. `quote` and
    `note` are as a row shows them, `quote_width` and `note_width` what they take in one line, in
    tenths of a Chinese character; `extra` is the number of lines below them: tags and day,
    state, the heads above a doubtful place. `height` is that of its row in the `room` where it
    was reckoned last.
    """

    __slots__ = (
        "day",
        "extra",
        "height",
        "kind",
        "mark",
        "name",
        "note",
        "note_width",
        "notice",
        "notice_key",
        "order",
        "quote",
        "quote_width",
        "room",
        "style",
        "words",
    )

    def __init__(self, mark: Mark, notice: NoticePlace) -> None:
        self.mark = mark
        self.name = mark.uuid
        self.height = 0
        self.room: object = None
        self.notice = notice
        underlined = mark.kind == "highlight" and mark.style == "underline"
        self.kind = "underline" if underlined else mark.kind
        self.style = "" if mark.kind == "bookmark" else mark.style
        self.day = local_day(mark.created)
        gone = mark.citation if notice.gazette == GONE else ""
        self.notice_key = gone or mark.notice
        unplaced = mark.state == "unplaced"
        self.order = (notice.rank, gone, unplaced, mark.start, mark.end, mark.created)
        self.words = fold(squeeze("\0".join((mark.quote, mark.note, *mark.tags))))
        self.quote = _one_line(mark.quote) or notice.title
        self.note = _one_line(mark.note)
        self.quote_width, self.note_width = width_of(self.quote), width_of(self.note)
        self.extra = bool(mark.tags or mark.due or mark.done)
        if mark.state in ("check", "unplaced"):
            self.extra += 1 + bool(mark.path)

    def is_overdue(self, today: str) -> bool:
        """Whether its day is past and it is not ticked off; `today` is ISO 8601."""
        return bool(self.mark.due) and not self.mark.done and self.mark.due < today


def _one_line(text: str) -> str:
    return " ".join(text[: _SHOWN * 2].split())[:_SHOWN]


def width_of(text: str) -> int:
    """How much room a text takes in one line, in tenths of a Chinese character, about."""
    wide = len(text.encode("gbk", "replace")) - len(text)
    return wide * _WIDE + (len(text) - wide) * _NARROW


class EntryBook:
    """Keeps the entries of marks, and makes one anew where its mark or the library changed."""

    def __init__(self) -> None:
        self._summaries: dict[str, tuple[int, NoticeSummary]] = {}
        self._places: dict[str, NoticePlace] = {}
        self._entries: dict[str, MarkEntry] = {}

    def set_notices(self, notices: Sequence[NoticeSummary]) -> None:
        """Take over the library's notices, in reading order."""
        self._summaries = {notice.uuid: (at, notice) for at, notice in enumerate(notices)}
        self._places, self._entries = {}, {}

    def summary(self, notice: str) -> NoticeSummary | None:
        """What lists show of a notice, None where it is gone."""
        found = self._summaries.get(notice)
        return found[1] if found else None

    def notices_of(self, issue_id: int) -> list[str]:
        """The uuids of the notices of an issue, in reading order."""
        return [uuid for uuid, (_, found) in self._summaries.items() if found.issue_id == issue_id]

    def knows(self, mark: Mark) -> bool:
        """Whether the entry of a mark is made already."""
        known = self._entries.get(mark.uuid)
        return known is not None and known.mark is mark

    def entry(self, mark: Mark) -> MarkEntry:
        """The entry of a mark."""
        known = self._entries.get(mark.uuid)
        if known is None or known.mark is not mark:
            known = self._entries[mark.uuid] = MarkEntry(mark, self.place(mark.notice, mark))
        return known

    def entries(self, marks: Iterable[Mark]) -> list[MarkEntry]:
        """The entries of marks, in their order."""
        return [self.entry(mark) for mark in marks]

    def place(self, notice: str, mark: Mark | None = None) -> NoticePlace:
        """Where a notice stands; of one that is gone, the mark still knows the citation."""
        known = self._places.get(notice)
        if known is None:
            known = self._places[notice] = self._find_place(notice, mark)
        return known

    def _find_place(self, notice: str, mark: Mark | None) -> NoticePlace:
        found = self._summaries.get(notice)
        if found is None:
            return NoticePlace(_BEHIND, mark.citation if mark else "", GONE, "", None)
        rank, summary = found
        gazette = (summary.issue.name or "") if summary.is_issue else SINGLE
        issuer = squeeze(summary.issuer or "")
        return NoticePlace(rank, short_title(summary), gazette, issuer, summary.issue_id)
