"""What the user puts right by hand, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from storage.types.marking import Mark
from storage.types.recognised import Finding

CORRECTED_FIELDS = ("title", "number", "issuer", "date", "addressees", "section")
SETTLEMENTS = ("accepted", "corrected", "ignored")
BLOCK_KINDS = (
    "title",
    "number",
    "addressees",
    "heading",
    "paragraph",
    "list_item",
    "table",
    "signature",
    "date",
    "remark",
    "attachments",
    "part_title",
    "secrecy",
    "urgency",
    "signer",
    "copies_to",
    "printed_by",
    "other",
)


@dataclass(frozen=True, slots=True)
class FieldCorrection:
    """A field of a notice's head, as the user saw it (`before`) and as it is to be.

    None, or "" in `after`, where there is none.
    """

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TextCorrection:
    """Characters `start` to `end` of a notice's text, the words there, and what is to stand there.

    Nothing between start and end: `after` is put in. Nothing in `after`: the words go, and a block
    that has no others with them.
    """

    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Characters `start` to `end` of a notice's text that were put by hand.

    `before` is what was recognised there, "" where nothing was; nothing stands between start and
    end where words were deleted.
    """

    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing put right, as the library lists it.

    `kind` is field, text, kind, join, cut, cells, split, merge, move or issue; `what` says more:
    the field's name of field and issue. `before`
    and `after` are the words as a list shows them, shortened. Corrections with one `step` were
    made at once and are undone at once. `undone` is the moment when it was taken back, or None.
    `state` is applied, or unfit where a later reading of the source has no place for it; `reason`
    is then the key that says why. `title` is that of its notice.
    """

    uuid: str
    step: str
    issue_id: int
    notice: str
    sequence: int
    kind: str
    what: str
    before: str
    after: str
    author: str
    created: str
    undone: str | None
    state: str
    reason: str
    title: str


@dataclass(frozen=True, slots=True)
class CorrectionReport:
    """What a correction, its undoing or its redoing did.

    `notices` are the uuids of those that read differently now. `marks` counts the marks whose
    place or words changed with them; `unplaced` are those whose words are gone.
    """

    corrections: tuple[Correction, ...]
    notices: tuple[str, ...] = ()
    marks: int = 0
    unplaced: tuple[Mark, ...] = ()

    @property
    def step(self) -> str:
        """The step by which all of it is undone and redone; "" where nothing was done."""
        return self.corrections[0].step if self.corrections else ""


@dataclass(frozen=True, slots=True)
class SpellingPlace:
    """The character of a notice's text that may be a slip, and its sentence.

    `offset` is where the character stands in the sentence.
    """

    notice: str
    start: int
    end: int
    sentence: str
    offset: int


@dataclass(frozen=True, slots=True)
class SpellingSuggestion:
    """Words of an issue that may be misspelt, and as which they stand elsewhere (`often` times).

    `wrong` is the character in them that differs, `right` what it is in the others.
    """

    before: str
    after: str
    wrong: str
    right: str
    often: int
    places: tuple[SpellingPlace, ...]


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """A warning of the recogniser and how it was settled: one of SETTLEMENTS, "" for open.

    `settled` is the moment of that, "" for none.
    """

    finding: Finding
    how: str = ""
    author: str = ""
    settled: str = ""
