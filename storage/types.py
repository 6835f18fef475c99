"""The plain values that cross layers. All offsets count Python characters."""

from __future__ import annotations

from dataclasses import dataclass, field

from storage.places import Places as Places

# ---------------------------------------------------------------- what the recogniser gives


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a block's text that are set apart: `kind` is "sub" or "sup"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a notice in reading order (kinds: PARSE_JSON.md); `lines` first and last, 1-based.

    A table's text is its rows, tabs between cells and line breaks between rows.
    """

    kind: str
    text: str
    lines: tuple[int, int]
    level: int = 0
    rows: tuple[tuple[str, ...], ...] | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment that the notice's own list names; `omitted` where the text says （略）."""

    name: str
    omitted: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """An enclosed document or printed attachment and the line of its head."""

    title: str
    line: int


@dataclass(frozen=True, slots=True)
class Relation:
    """What the notice says of another document: `type` is amends, repeals or supersedes."""

    type: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A head of the outline; level 0 is a part, 1 to 3 are heads below it."""

    line: int
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One document as recognised; what the text does not state is None."""

    title: str
    start_line: int
    end_line: int
    number: str | None = None
    section: str | None = None
    issuer: str | None = None
    date: str | None = None
    addressees: str | None = None
    genre: str | None = None
    contents_index: int | None = None
    attachments: tuple[Attachment, ...] = ()
    parts: tuple[Part, ...] = ()
    effective: str | None = None
    validity_years: float | None = None
    relations: tuple[Relation, ...] = ()
    outline: tuple[Heading, ...] = ()
    joins: tuple[tuple[int, int], ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The notice's text: its blocks' text joined by one line break."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Issue:
    """The masthead of a gazette issue; all None where the source has none."""

    name: str | None = None
    year: int | None = None
    number: int | None = None
    serial: int | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the printed table of contents."""

    section: str | None
    title: str
    number: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that belongs to no notice, or that a page put into one, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A fragment printed twice at a page join and shown once."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A warning of the recogniser: a catalogue key, its line, and the words concerned."""

    line: int
    key: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ParsedSource:
    """All that was recognised in one source."""

    source: str
    issue: Issue
    contents: tuple[ContentsEntry, ...] = ()
    notices: tuple[Notice, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LineHint:
    """What a format knows of a line: its page from 1, its size in points (0: not known).

    `cells` are those of a table's row; `furniture` says why the line belongs to no document
    ("running head", "page number", "page field" …), else "".
    """

    page: int | None = None
    bold: bool = False
    size: float = 0.0
    centred: bool = False
    cells: tuple[str, ...] | None = None
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as read: its name, its lines (split on \\n only), its bytes' SHA-256 in hex.

    `hints` has one entry a line, or none at all where the format knows nothing; `data` is empty
    where the file is too large to be kept.
    """

    name: str
    lines: tuple[str, ...]
    sha256: str
    data: bytes = field(repr=False, default=b"")
    hints: tuple[LineHint | None, ...] = ()


# ---------------------------------------------------------------- what the library keeps


@dataclass(frozen=True, slots=True)
class IssueSummary:
    """A stored source: an issue of a gazette, or (`is_issue` false) a single document's file."""

    id: int
    issue: Issue
    source_name: str
    notice_count: int
    imported: str
    is_issue: bool


@dataclass(frozen=True, slots=True)
class NoticeSummary:
    """What lists and the tree show of a stored notice; `position` is its place in the issue."""

    uuid: str
    issue_id: int
    position: int
    title: str
    number: str | None
    issuer: str | None
    date: str | None
    section: str | None
    genre: str | None
    issue: Issue
    is_issue: bool


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A stored notice whole."""

    summary: NoticeSummary
    notice: Notice


MARK_STATES = ("sure", "moved", "check", "unplaced")
MARK_STYLES = ("yellow", "green", "blue", "red", "purple", "underline")


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight or underline, with its note.

    `start` and `end` count characters of the notice's text; `quote` is the text between them,
    `prefix` and `suffix` up to 32 characters each side, `text_hash` the hash of the squeezed
    notice, `path` the heads above it joined by " / ". `citation` keeps title and number for when
    the notice is gone (`notice` then names a notice that is no longer there).
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


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept in the tree."""

    uuid: str
    name: str
    query: str
    created: str = ""


# ---------------------------------------------------------------- searching, exporting, importing


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a notice's text that a query found, with the text around it."""

    start: int
    end: int
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NoticeHits:
    """A found notice with its hits in reading order."""

    summary: NoticeSummary
    hits: tuple[Hit, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a query.

    `notices` holds at most the asked limit, best first; the totals count all of them.
    `behind` counts notices not yet in the index (searched by a plain scan where few).
    `problem` is a catalogue key where the query was mended, else None.
    """

    query: str
    notices: tuple[NoticeHits, ...]
    total_notices: int
    total_hits: int
    behind: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage on its way out, with all that a citation needs.

    `kind` is "mark" or "hit"; `bold` are the (start, end) offsets within `text` of what was found.
    """

    summary: NoticeSummary
    text: str
    start: int
    end: int
    kind: str = "mark"
    path: str = ""
    style: str = ""
    note: str = ""
    state: str = "sure"
    bold: tuple[tuple[int, int], ...] = ()


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
    a single document) the new one.
    """

    title: str
    reason: str
    new: str
    old: str
    keeps_old: bool = False

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
    """What the merging of two notices did: how many marks moved, and those without a place."""

    kept: NoticeSummary
    gone: NoticeSummary
    moved: int = 0
    unplaced: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file.

    `status` is new, updated, same (already in the library), failed, classified (left out for a
    mark of secrecy; `warnings` holds its line), or skipped (in a folder or archive, of no format
    to be read). `fault_key` and `fault_arguments`: the UserFault of a failed or skipped file.
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
    doubtful: tuple[Doubt, ...] = ()
    fault_key: str = ""
    fault_arguments: tuple[tuple[str, str], ...] = ()
