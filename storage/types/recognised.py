"""What the recogniser gives. Line numbers count from 1, offsets Python characters."""

from __future__ import annotations

from dataclasses import dataclass, field

RECOGNISER_VERSION = 1
"""Raised whenever the same text would be recognised otherwise than before.

It stands here since the window asks for it at its start, and loading the recogniser takes time.
"""


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
