"""What is told of a kept source that is read again with the current recogniser."""

from __future__ import annotations

from dataclasses import dataclass

from storage.types.correcting import Correction
from storage.types.marking import Mark
from storage.types.recognised import Issue, Notice
from storage.types.stored import IssueSummary

READING_KINDS = ("same", "changed", "new", "absorbed", "gone")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a head as it is stored and as it would be; "" where it is not known."""

    name: str
    before: str
    after: str

    @property
    def kind(self) -> str:
        """What becomes of it: "gained", "lost" or "changed"."""
        if not self.before:
            return "gained"
        return "changed" if self.after else "lost"


@dataclass(frozen=True, slots=True)
class NoticeReading:
    """What reading its source again would make of a notice.

    `kind` is one of READING_KINDS; "new" has no uuid and nothing before; "absorbed" (its lines
    are in others then) and "gone" have nothing after.
    `text_changed` tells of the words, `layout_changed` of kinds, levels and joins of paragraphs.
    `marks` counts the marks in it, `to_check` and `unplaced` those that would have a doubtful
    place or none. `unfit` counts the corrections by hand that would not fit any more.
    """

    kind: str
    uuid: str
    before: Notice | None
    after: Notice | None
    fields: tuple[FieldChange, ...] = ()
    text_changed: bool = False
    layout_changed: bool = False
    marks: int = 0
    to_check: int = 0
    unplaced: int = 0
    unfit: int = 0

    @property
    def title(self) -> str:
        """The title it has, or would have."""
        known = self.before or self.after
        return known.title if known else ""


@dataclass(frozen=True, slots=True)
class IssueReading:
    """What reading its source again would make of an issue; `notices` in the new order.

    `issue` is what is stored, `after` the masthead as it would be; `source` the row of the source
    that is read.
    """

    issue: IssueSummary
    after: Issue
    notices: tuple[NoticeReading, ...]
    fields: tuple[FieldChange, ...] = ()
    source: int = 0

    @property
    def changes(self) -> tuple[NoticeReading, ...]:
        """The notices that would not stay as they are."""
        return tuple(each for each in self.notices if each.kind != "same")

    @property
    def changed(self) -> bool:
        """Whether anything would not stay as it is."""
        return bool(self.fields or self.changes)


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """What became of an issue whose source was read again, and the marks that want a look.

    `unfit` are the corrections by hand that were not applied, since nothing of the new reading
    fits them. `fault_key` and `fault_arguments` tell why nothing was done, "" where it was.
    """

    issue_id: int
    name: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    unplaced: tuple[Mark, ...] = ()
    to_check: tuple[Mark, ...] = ()
    unfit: tuple[Correction, ...] = ()
    fault_key: str = ""
    fault_arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptSource:
    """One of the sources that an issue was taken from, `current` the one that it shows now."""

    id: int
    name: str
    imported: str
    lines: int
    size: int
    current: bool
