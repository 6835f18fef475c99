"""From tokens to the tree. A wrong query is mended, and what was mended is told at its place.

The weakest first: OR, then AND (a blank is AND too), NOT, and NEAR and its relatives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from storage.search.language.fields import NUMBER, RANGED
from storage.search.language.numbers import loose_number, part_of_number
from storage.search.language.tokens import MOST_PROBLEMS, Sort, Token, tokens
from storage.search.language.tree import (
    And,
    Filled,
    Kind,
    Near,
    Node,
    Not,
    Or,
    Term,
)
from storage.search.language.values import read_range
from storage.text import fold, squeeze
from storage.types import QueryProblem

_DEEPEST = 40
_MOST_TERMS = 64
_STARTS = frozenset((Sort.TERM, Sort.OPEN, Sort.NOT, Sort.FIELD, Sort.ANYTHING))


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query's tree, None where there is nothing to search; and what had to be mended."""

    tree: Node | None
    problems: tuple[QueryProblem, ...] = ()


def parse_query(query: str) -> ParsedQuery:
    """Take a query apart. Any text is a query; only blanks give no tree."""
    found, problems = tokens(query)
    parser = _Parser(found, problems)
    tree = parser.parse()
    if tree is None:
        signs = squeeze(fold(query))
        if not signs:
            return ParsedQuery(None, (QueryProblem("search-empty", 0, len(query)),))
        tree = Term(signs, Kind.LITERAL, end=len(query))
        if not problems:
            problems.append(QueryProblem("search-signs", 0, len(query)))
    return ParsedQuery(tree, tuple(problems))


class _Parser:
    def __init__(self, found: list[Token], problems: list[QueryProblem]) -> None:
        self._tokens = found
        self._problems = problems
        self._at = 0
        self._depth = 0
        self._field = ""
        self._terms: set[Node] = set()

    def parse(self) -> Node | None:
        """The whole query; brackets that close nothing are passed over."""
        parts: list[Node | None] = []
        while self._sort() is not None:
            parts.append(self._any_of())
            if self._sort() is Sort.CLOSE:
                self._tell("search-bracket-stray", self._take())
        return _all_of(parts)

    # ---- from the weakest operator to the strongest

    def _any_of(self) -> Node | None:
        parts = [self._all_of()]
        while self._sort() is Sort.OR:
            if self._joins(self._take(), parts[-1]):
                parts.append(self._all_of())
        distinct = _distinct(parts)
        return Or(tuple(distinct)) if len(distinct) > 1 else (distinct or [None])[0]

    def _all_of(self) -> Node | None:
        parts: list[Node | None] = []
        while self._sort() not in (None, Sort.OR, Sort.CLOSE):
            if self._sort() in (Sort.AND, Sort.NEAR):
                # NEAR is met here only where nothing stands before it that could be near.
                self._joins(self._take(), parts[-1] if parts else None)
            else:
                parts.append(self._not())
        return _all_of(parts)

    def _not(self) -> Node | None:
        turned = False
        first = None
        while self._sort() is Sort.NOT:
            first = self._take()
            turned = not turned
        if first is not None and self._sort() not in _STARTS:
            self._tell("search-operator-right", first)
            return None
        node = self._near()
        return Not(node) if turned and node is not None else node

    def _near(self) -> Node | None:
        node = self._one()
        while self._sort() is Sort.NEAR:
            operator = self._take()
            if not self._joins(operator, node):
                continue
            other = None if self._sort() is Sort.NOT else self._one()
            both = _near_of(node, other, operator)
            if both is None:
                self._tell("search-near-terms", operator)
                both = _all_of([node, other])
            node = both
        return node

    def _one(self) -> Node | None:
        token = self._take()
        if token.sort is Sort.OPEN:
            return self._bracket(token)
        if token.sort is Sort.FIELD:
            return self._in_field(token)
        if token.sort is Sort.ANYTHING:
            if self._field:
                return self._counted(Filled(self._field), token)
            self._tell("search-wildcard-alone", token)
            return None
        if token.term is None:
            return None
        return self._counted(self._fielded(token.term), token)

    def _bracket(self, opening: Token) -> Node | None:
        if self._depth >= _DEEPEST:
            self._tell("search-bracket-deep", opening)
            return None
        self._depth += 1
        node = self._any_of()
        self._depth -= 1
        if self._sort() is Sort.CLOSE:
            closing = self._take()
            if closing.start == opening.end:
                self._tell("search-bracket-empty", replace(opening, end=closing.end))
        else:
            self._tell("search-bracket-open", opening)
        return node

    def _in_field(self, field: Token) -> Node | None:
        """What stands behind a field's name; the terms of a bracket are all in that field."""
        if self._sort() is Sort.VALUE:
            return self._range(field, self._take())
        if self._sort() not in (Sort.TERM, Sort.OPEN, Sort.ANYTHING):
            self._tell("search-field-empty", field)
            return None
        if field.field in RANGED and self._sort() is Sort.TERM:
            return self._range(field, self._take())
        before, self._field = self._field, field.field
        node = self._one()
        self._field = before
        return node

    def _range(self, field: Token, value: Token) -> Node | None:
        found = read_range(field.field, value.text)
        if found is None:
            self._tell("search-value", value, value=value.text[:40])
            return None
        return self._counted(found, value)

    # ---- small things

    def _fielded(self, term: Term) -> Node:
        if not self._field:
            return term
        if self._field in RANGED:
            return read_range(self._field, term.text) or replace(term, field=self._field)
        if self._field == NUMBER and term.kind is Kind.WORD:
            pattern = loose_number(term.text)
            if pattern is not None:
                return replace(term, kind=Kind.NUMBER, pattern=pattern, field=NUMBER)
            pattern = part_of_number(term.text)
            return replace(term, kind=Kind.NUMBER, pattern=pattern, field=NUMBER)
        return replace(term, field=self._field)

    def _counted(self, node: Node, token: Token) -> Node | None:
        """The node, unless there are too many already."""
        if node not in self._terms and len(self._terms) >= _MOST_TERMS:
            if all(problem.key != "search-terms-many" for problem in self._problems):
                self._tell("search-terms-many", token, count=str(_MOST_TERMS))
            return None
        self._terms.add(node)
        return node

    def _joins(self, operator: Token, before: Node | None) -> bool:
        """Whether an operator has something on both sides; told where it has not."""
        if before is None:
            self._tell("search-operator-left", operator)
            return False
        if self._sort() not in _STARTS:
            self._tell("search-operator-right", operator)
            return False
        return True

    def _sort(self) -> Sort | None:
        return self._tokens[self._at].sort if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _tell(self, key: str, token: Token, **arguments: str) -> None:
        told = arguments or {"text": token.text[:40]}
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(QueryProblem(key, token.start, token.end, tuple(told.items())))


def _distinct(parts: list[Node | None]) -> list[Node]:
    return list(dict.fromkeys(part for part in parts if part is not None))


def _all_of(parts: list[Node | None]) -> Node | None:
    """One And of all parts, those of inner ones taken in."""
    flat: list[Node | None] = []
    for part in parts:
        flat += part.parts if isinstance(part, And) else [part]
    distinct = _distinct(flat)
    return And(tuple(distinct)) if len(distinct) > 1 else (distinct or [None])[0]


def _near_of(first: Node | None, second: Node | None, operator: Token) -> Near | None:
    """Both near each other; None where one of them is no term and no choice of terms."""
    reach, distance = operator.reach, operator.distance
    if isinstance(first, Near) and (first.reach, first.distance) == (reach, distance):
        before = first.parts
    else:
        before = (choice,) if (choice := _choice(first)) else ()
    after = _choice(second)
    return Near((*before, after), reach, distance) if before and after else None


def _choice(node: Node | None) -> tuple[Term, ...]:
    if isinstance(node, Term):
        return () if node.field else (node,)
    if isinstance(node, Or) and all(isinstance(part, Term) for part in node.parts):
        terms = tuple(part for part in node.parts if isinstance(part, Term))
        return () if any(term.field for term in terms) else terms
    return ()
