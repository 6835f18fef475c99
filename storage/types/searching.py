"""What is searched for, found and taken out. Offsets count Python characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from storage.types.stored import NoticeSummary

FACETS = ("year", "gazette", "issuer", "section", "genre", "tag")
SORTS = ("relevance", "date", "number")


@dataclass(frozen=True, slots=True)
class Choice:
    """Values of a facet of which a notice must have one; "" is for those without any."""

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: the text in the query language, chosen values of facets, and the order.

    `sort` is one of SORTS; "date" has the youngest first, "number" the document numbers in order.
    """

    text: str
    chosen: tuple[Choice, ...] = ()
    sort: str = "relevance"


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """Something in a query that was mended: a catalogue key, its place, the key's arguments."""

    key: str
    start: int
    end: int
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, "" for notices without any, and how many found notices have it."""

    value: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One of FACETS with its values, counted with all chosen values but its own."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a notice's text that a query found, with the text around it.

    `path` is the heads above it joined by " / ". `kind` is "text"; for what was found in a
    mark's note or tag it is "note" or "tag", `mark` names the mark ("" for the notice's own
    tag), `start` and `end` are where the mark stands, and the texts are those of note or tag.
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    path: str = ""
    kind: str = "text"
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NoticeHits:
    """A found notice with its hits in reading order, those of notes and tags behind.

    `others` are the other versions of the same document, the main one first: a document is found
    once, and the hits are those of the version that is shown.
    """

    summary: NoticeSummary
    hits: tuple[Hit, ...]
    score: float = 0.0
    others: tuple[NoticeSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a query.

    `notices` holds at most the asked limit, best first; the totals count all of them, and are
    lower bounds while `complete` is false; facets come with the complete answer. A document with
    several versions counts once, with the hits of the version that is shown.
    `behind` counts notices not yet in the index (searched by a plain scan where few).
    `problems` tell what had to be mended in the query. `meant` are queries that would find
    something where this one finds nothing. `gone` are notices that are in the library no more but
    whose marks the query finds: their hits are of the kinds "note", "tag", "mark" or "quote" (the
    words that were marked), and no total or facet counts them.
    """

    query: str
    notices: tuple[NoticeHits, ...]
    total_notices: int
    total_hits: int
    behind: int = 0
    problems: tuple[QueryProblem, ...] = ()
    complete: bool = True
    facets: tuple[Facet, ...] = ()
    meant: tuple[str, ...] = ()
    gone: tuple[NoticeHits, ...] = ()

    @property
    def problem(self) -> str | None:
        """The catalogue key of the first problem, None where the query was sound."""
        return self.problems[0].key if self.problems else None


@dataclass(frozen=True, slots=True)
class Completion:
    """What a query may go on with: `text` for the characters `start` to `end` of the query.

    `kind` is "field", "issuer", "number", "tag", "style", "section", "genre", "gazette" or
    "earlier".
    """

    text: str
    start: int
    end: int
    kind: str


class NoticeAttributes(NamedTuple):
    """What a stored notice is filtered and counted by; "" and 0 where it is not known."""

    uuid: str
    title: str
    number: str
    issuer: str
    date: str
    section: str
    genre: str
    gazette: str
    year: int
    issue: int


class NoticeText(NamedTuple):
    """What of a stored notice its hits are shown with.

    `lines` are the first lines of its blocks; `heads` of the outline are (line, level, text).
    """

    summary: NoticeSummary
    blocks: tuple[str, ...]
    lines: tuple[int, ...]
    heads: tuple[tuple[int, int, str], ...]

    @property
    def text(self) -> str:
        """The notice's text, as `Notice.text` gives it."""
        return "\n".join(self.blocks)


class MarkText(NamedTuple):
    """What of a mark, or of the tags of a notice (`mark` is then ""), can be searched.

    Where the notice is `gone`, the mark still has the words that were marked, the heads above
    them and the notice's title and number.
    """

    notice: str
    mark: str
    style: str
    kind: str
    note: str
    tags: tuple[str, ...]
    start: int
    end: int
    gone: bool = False
    quote: str = ""
    path: str = ""
    citation: str = ""


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
