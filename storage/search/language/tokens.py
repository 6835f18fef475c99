"""A query taken apart: words, quoted terms, numbers, operators, brackets and fields.

Punctuation separates words as a blank does (《安全生产法》 is the word 安全生产法), except
- the brackets of a document number, which is one term whatever brackets and blanks it has,
- a sign within a Latin word or a number: PM2.5, 2020-2025, 3,000, 8:30, A/B,
- % after a digit, and the dot of a name: 阿不都·热合曼,
- ? and * within a word, which stand for one and for some characters; at a word's end ？ of
  full width is the question mark that it looks like.
Operators stand alone, between blanks: 与 within a word is a character like any other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum

from storage.search.language.fields import RANGED, field_of
from storage.search.language.numbers import NUMBER, number_term
from storage.search.language.quotes import Piece, pieces
from storage.search.language.tree import Kind, Reach, Term
from storage.text import fold, squeeze
from storage.types import QueryProblem


class Sort(Enum):
    """What a token is."""

    TERM = "term"
    OPEN = "("
    CLOSE = ")"
    AND = "and"
    OR = "or"
    NOT = "not"
    NEAR = "near"
    FIELD = "field"
    VALUE = "value"
    ANYTHING = "*"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query with its place; `text` is what was typed, or the value of a field."""

    sort: Sort
    start: int
    end: int
    text: str = ""
    field: str = ""
    term: Term | None = None
    reach: Reach = Reach.CHARACTERS
    distance: int = 0


_OPERATORS = {
    "AND": Sort.AND,
    "与": Sort.AND,
    "OR": Sort.OR,
    "或": Sort.OR,
    "NOT": Sort.NOT,
    "非": Sort.NOT,
}
_REACHES = {
    "SENTENCE": Reach.SENTENCE,
    "同句": Reach.SENTENCE,
    "PARAGRAPH": Reach.PARAGRAPH,
    "同段": Reach.PARAGRAPH,
    "ARTICLE": Reach.ARTICLE,
    "同条": Reach.ARTICLE,
}
_NEAR = re.compile(r"(?:NEAR|相邻)(?:/(\d{1,4}))?")
_NEAR_BY = 20
_WILD = "?*"
_APART = '()"“”「」『』'
MOST_PROBLEMS = 12
# A value runs to the next blank, or over blanks around the sign of a range.
_VALUE = re.compile(
    r"\s*((?:[<>≥≤]=?\s*)?[^\s()\"“”「」『』]*(?:\s*(?:\.\.+|至|到|~)\s*[^\s()\"“”「」『』]*)?)"
)
# What * stands for: not much, and within one sentence.
_SOME = "[^。;!?]{0,30}?"


def tokens(query: str) -> tuple[list[Token], list[QueryProblem]]:
    """Take a query apart; what is odd about its quotes, fields and wildcards is told."""
    reader = _Reader(query)
    for piece in pieces(reader.folded):
        reader.read(piece)
    return reader.tokens, reader.problems


class _Reader:
    def __init__(self, query: str) -> None:
        self.folded = fold(query)
        self.tokens: list[Token] = []
        self.problems: list[QueryProblem] = []
        self._query = query

    def read(self, piece: Piece) -> None:
        """Read a piece of the query, quoted or not."""
        if piece.fault == "stray":
            self._tell("search-quote-stray", piece.start, piece.end)
        elif piece.quoted:
            self._read_quoted(piece)
        else:
            self._read_plain(piece.start, piece.end)

    def _read_quoted(self, piece: Piece) -> None:
        text = squeeze(self.folded[piece.start : piece.end])
        if piece.fault == "open":
            self._tell("search-quote-open", piece.start - 1, len(self.folded))
        elif not text:
            self._tell("search-quote-empty", piece.start - 1, piece.end + 1)
        if text:
            term = Term(text, Kind.LITERAL, start=piece.start, end=piece.end)
            self._add(Sort.TERM, piece.start, piece.end, term=term)

    def _read_plain(self, start: int, end: int) -> None:
        at = start
        for number in NUMBER.finditer(self.folded, start, end):
            first = number.start() + len(number[0]) - len(number[0].lstrip())
            if first < at:
                continue
            at = self._read_words(at, first)
            if at <= first:
                self._add(Sort.TERM, *number.span(), term=number_term(number))
                at = number.end()
        self._read_words(at, end)

    def _read_words(self, at: int, end: int) -> int:
        """Read up to `end`, or beyond where a value runs over it; the place reached."""
        while at < end:
            character = self.folded[at]
            if character in "()":
                self._add(Sort.OPEN if character == "(" else Sort.CLOSE, at, at + 1)
                at += 1
            elif self._belongs(at):
                stop = at + 1
                while stop < end and self._belongs(stop):
                    stop += 1
                at = self._read_run(at, stop, end)
            else:
                at += 1
        return max(at, end)

    def _read_run(self, start: int, stop: int, end: int) -> int:
        """A run of characters that belong together; where to go on."""
        if stop < len(self.folded) and self.folded[stop] == ":":
            field = field_of(self.folded[start:stop])
            if field:
                return self._read_field(field, start, stop + 1)
            if stop < end - 1 and _is_name(self.folded[start:stop]):
                self._tell("search-field-unknown", start, stop, name=self._query[start:stop])
        typed = unicodedata.normalize("NFKC", self._query[start:stop])
        near = _NEAR.fullmatch(typed)
        if typed in _OPERATORS:
            self._add(_OPERATORS[typed], start, stop)
        elif typed in _REACHES:
            self._add(Sort.NEAR, start, stop, reach=_REACHES[typed])
        elif near:
            distance = _NEAR_BY if near[1] is None else int(near[1])
            self._add(Sort.NEAR, start, stop, distance=distance)
        else:
            self._add_word(start, stop)
        return stop

    def _read_field(self, field: str, start: int, at: int) -> int:
        self._add(Sort.FIELD, start, at, field=field)
        while at < len(self.folded) and self.folded[at].isspace():
            at += 1
        if field not in RANGED:
            return at
        value = _VALUE.match(self.folded, at)
        if value is None or not value[1] or self.folded[at] == "*":
            return at
        self._add(Sort.VALUE, *value.span(1), text=value[1])
        return value.end()

    def _add_word(self, start: int, stop: int) -> None:
        text = self.folded[start:stop]
        if set(text) <= set(_WILD):
            self._add(Sort.ANYTHING, start, stop, text=text)
            return
        inner = text.strip("*")
        term = Term(inner, Kind.WORD, start=start, end=stop)
        if "?" in inner or "*" in inner:
            term = replace(term, kind=Kind.PATTERN, pattern=_pattern(inner), certain=_parts(inner))
        self._add(Sort.TERM, start, stop, term=term)

    def _belongs(self, at: int) -> bool:
        """Whether a character is part of a word there, not punctuation between words."""
        text, character = self.folded, self.folded[at]
        if character == "?":
            after = text[at + 1 : at + 2]
            return self._query[at] == "?" or bool(after) and after not in "()" and self._goes_on(at)
        if character == "*":
            return True
        if character.isspace():
            return False
        if unicodedata.category(character).startswith("P"):
            return self._joins(at)
        return True

    def _goes_on(self, at: int) -> bool:
        """Whether a letter stands right after a place."""
        after = self.folded[at + 1]
        return not after.isspace() and not unicodedata.category(after).startswith("P")

    def _joins(self, at: int) -> bool:
        """Whether a sign joins what stands on its sides."""
        character = self.folded[at]
        before, after = self.folded[at - 1 : at], self.folded[at + 1 : at + 2]
        if character == "%":
            return before.isdigit()
        if character == "·":
            return before.isalnum() and after.isalnum()
        if character == ":":
            return before.isdigit() and after.isdigit()
        if character == "/" and self.folded[:at].endswith("相邻"):
            return after.isdigit()
        return character not in _APART and _is_latin(before) and _is_latin(after)

    def _add(
        self,
        sort: Sort,
        start: int,
        end: int,
        text: str = "",
        field: str = "",
        term: Term | None = None,
        reach: Reach = Reach.CHARACTERS,
        distance: int = 0,
    ) -> None:
        self.tokens.append(
            Token(sort, start, end, text or self._query[start:end], field, term, reach, distance)
        )

    def _tell(self, key: str, start: int, end: int, **arguments: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(QueryProblem(key, start, end, tuple(arguments.items())))


def _pattern(text: str) -> re.Pattern[str]:
    signs = {"?": ".", "*": _SOME}
    return re.compile(
        "".join(signs.get(sign) or re.escape(sign) for sign in re.sub(r"\*+", "*", text)), re.DOTALL
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[?*]+", text) if part)


def _is_name(text: str) -> bool:
    """Whether a run before a colon looks like the name of a field: a Latin word."""
    return text.isascii() and text.isalpha()


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
