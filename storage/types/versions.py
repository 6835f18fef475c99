"""The same document from several sources: its versions."""

from __future__ import annotations

from dataclasses import dataclass

from storage.types.marking import Edit, Mark
from storage.types.stored import NoticeSummary


@dataclass(frozen=True, slots=True)
class Version:
    """One of the notices that are one document.

    `main` is the one that stands for all, `chosen` says that the user made it so. `how` tells
    how it came to the others: "found" or "hand".
    """

    summary: NoticeSummary
    main: bool
    how: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class MovedMarks:
    """Marks that went from one version to the main one, as the edit to be taken back.

    `to_check` have a doubtful place there; `stayed` are those whose words the main one does not
    have: they are where they were.
    """

    main: NoticeSummary
    edit: Edit
    to_check: tuple[Mark, ...] = ()
    stayed: tuple[Mark, ...] = ()
