"""The tree that a query becomes. Its leaves are terms, ranges and fields that hold anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as value
from enum import Enum


class Kind(Enum):
    """How a term is compared with a text."""

    LITERAL = "literal"
    WORD = "word"
    NUMBER = "number"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to find: `text` is squeezed and folded, `field` is "" for everywhere.

    `pattern` compares document numbers and terms with ? or *; `certain` are then strings that
    stand wherever it is found. `known` are words of the dictionary or of the index (known.py).
    `start` and `end` are its place in the query.
    """

    text: str
    kind: Kind
    pattern: re.Pattern[str] | None = None
    certain: tuple[str, ...] = ()
    field: str = ""
    known: bool = False
    start: int = value(default=0, compare=False)
    end: int = value(default=0, compare=False)

    @property
    def must_hold(self) -> tuple[str, ...]:
        """Strings that stand in the squeezed, folded text wherever the term is found."""
        return self.certain if self.pattern is not None else (self.text,)


@dataclass(frozen=True, slots=True)
class Range:
    """Values of a field from `low` to `high`, each "" for no bound; `open` ends are left out.

    A bound is compared with the beginning of the value: 2022 holds 2022-12-31.
    """

    field: str
    low: str = ""
    high: str = ""
    open_low: bool = False
    open_high: bool = False

    def holds(self, value: str) -> bool:
        """Whether a value lies in the range; an empty value never does."""
        start, end = value[: len(self.low)], value[: len(self.high)]
        above = not self.low or (start > self.low if self.open_low else start >= self.low)
        below = not self.high or (end < self.high if self.open_high else end <= self.high)
        return bool(value) and above and below


@dataclass(frozen=True, slots=True)
class Filled:
    """Notices where a field holds anything: 标签:*."""

    field: str


@dataclass(frozen=True, slots=True)
class And:
    """All of them, in one notice."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Notices without it."""

    part: Node


class Reach(Enum):
    """How near to each other the parts of `Near` must stand."""

    CHARACTERS = "characters"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Near:
    """Terms near each other: each part is one of its terms; `distance` counts characters."""

    parts: tuple[tuple[Term, ...], ...]
    reach: Reach
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Loose:
    """A long term that no dictionary knows: as it stands, or else all its words (loose.py)."""

    term: Term
    words: tuple[Term, ...]


Node = Term | Range | Filled | And | Or | Not | Near | Loose
Leaf = Term | Near | Loose


def wanted(node: Node) -> Iterator[Leaf]:
    """What is to be shown as found: all terms but those that must not be there."""
    if isinstance(node, Term | Near | Loose):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from wanted(part)


def terms(node: Node) -> Iterator[Term]:
    """All terms of a tree, those too that must not be there."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from terms(part)
    elif isinstance(node, Not):
        yield from terms(node.part)
    elif isinstance(node, Near):
        for choice in node.parts:
            yield from choice
    elif isinstance(node, Loose):
        yield node.term
