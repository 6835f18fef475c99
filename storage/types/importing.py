"""What is told while files are taken in, and afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from storage.types.marking import Mark
from storage.types.recognised import Finding, Issue
from storage.types.stored import NoticeSummary


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: a catalogue key for the stage, `done` of `total` (0: not known)."""

    stage: str
    done: int = 0
    total: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question of an import: is the notice `new` the stored one `old` after all?

    `reason` is the question's catalogue key. `new` is "" where the new file has no such notice.
    Where they are one, the older goes; with `keeps_old` (it stands in an issue, the new one is
    a single document) the new one. `linked`: they are so surely one that they are each other's
    versions already; `can_merge` is false where both belong to an issue, which stays whole.
    """

    title: str
    reason: str
    new: str
    old: str
    keeps_old: bool = False
    linked: bool = False
    can_merge: bool = True

    @property
    def keep(self) -> str:
        """The notice that stays where both are one."""
        return self.old if self.keeps_old else self.new

    @property
    def gone(self) -> str:
        """The notice that goes where both are one."""
        return self.new if self.keeps_old else self.old


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What the merging of two notices did: how many marks moved, and those that want a look.

    `unplaced` have no place in the text that is kept, `to_check` a doubtful one.
    """

    kept: NoticeSummary
    gone: NoticeSummary
    moved: int = 0
    unplaced: tuple[Mark, ...] = ()
    to_check: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file.

    `status` is new, updated, same (already in the library), failed, classified (left out for a
    mark of secrecy; `warnings` holds its line), or skipped (in a folder or archive, of no format
    to be read). `unplaced` are the marks without a place in the new text, `to_check` those with a
    doubtful one. `fault_key` and `fault_arguments`: the UserFault of a failed or skipped file.
    """

    path: str
    status: str
    issue_id: int | None = None
    issue: Issue = Issue()
    is_issue: bool = False
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    notices: tuple[NoticeSummary, ...] = ()
    warnings: tuple[Finding, ...] = ()
    unplaced: tuple[Mark, ...] = ()
    to_check: tuple[Mark, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    fault_key: str = ""
    fault_arguments: tuple[tuple[str, str], ...] = ()
