"""Marks, notes and bookmarks, and the changes that a user makes to them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from storage.types.saved import SearchChange

MARK_STATES = ("sure", "moved", "check", "unplaced")
MARK_STYLES = ("yellow", "green", "blue", "red", "purple", "underline")
MARK_KINDS = ("highlight", "note", "bookmark")


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight or underline with its note, a note on a paragraph or notice, or a bookmark.

    `kind` tells them apart. `start` and `end` count characters of the notice's text; `quote` is
    the text between them, `prefix` and `suffix` 32 characters each side, or more where the same
    words stand elsewhere in the notice too, `text_hash` the hash of the squeezed notice, `path`
    the heads above it joined by " / ". A note or bookmark of a whole notice has the empty span 0
    to 0. In the state "check", quote, prefix, suffix and path are those of what was marked, and
    the span only where it may stand now in the text of `text_hash`. `citation` keeps title and
    number for when the notice is gone (`notice` then names a notice that is no longer there).
    `due` is a day (ISO 8601) or "", `done` the moment when the task was ticked off or "", `tags`
    are in the order of the alphabet.
    """

    uuid: str
    notice: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    text_hash: str = ""
    path: str = ""
    style: str = "yellow"
    note: str = ""
    author: str = ""
    created: str = ""
    changed: str = ""
    deleted: str | None = None
    state: str = "sure"
    citation: str = ""
    kind: str = "highlight"
    due: str = ""
    done: str = ""
    tags: tuple[str, ...] = ()

    @property
    def whole_notice(self) -> bool:
        """Whether it belongs to the notice as a whole and to none of its words."""
        return self.kind != "highlight" and self.start == self.end


@dataclass(frozen=True, slots=True)
class MarkChange:
    """One mark as it was (`before`, None where it is new) and as it became."""

    before: Mark | None
    after: Mark

    @property
    def inverse(self) -> MarkChange:
        """The change that takes this one back; a new mark becomes a deleted one."""
        before = self.before or replace(self.after, deleted=self.after.changed)
        return MarkChange(self.after, before)


@dataclass(frozen=True, slots=True)
class TagsChange:
    """The tags of one notice as they were and as they became."""

    notice: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def inverse(self) -> TagsChange:
        """The change that takes this one back."""
        return TagsChange(self.notice, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """All that one command of the user changed, taken back and done again as one step.

    `key` says in the message catalogue what was done ("edit-mark", "edit-tags" …).
    """

    key: str
    marks: tuple[MarkChange, ...] = ()
    notices: tuple[TagsChange, ...] = ()
    searches: tuple[SearchChange, ...] = ()

    @property
    def size(self) -> int:
        """How many things it changed."""
        return len(self.marks) + len(self.notices) + len(self.searches)

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(
            self.key,
            tuple(change.inverse for change in reversed(self.marks)),
            tuple(change.inverse for change in reversed(self.notices)),
            tuple(change.inverse for change in reversed(self.searches)),
        )


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many marks and notices have it."""

    tag: str
    marks: int = 0
    notices: int = 0
