"""What the user typed, taken apart into terms.

Between quotes ("…", “…”, 「…」, 『…』) stands a literal term: exactly these characters count.
Everything else is words, with blanks between. Punctuation separates words as a blank does
(《安全生产法》 is the word 安全生产法), except
- the brackets of a document number, which is one term whatever brackets and blanks it has,
- a sign within a Latin word or a number: PM2.5, 2020-2025, 3,000, 8:30, A/B,
- % after a digit, and the dot of a name: 阿不都·热合曼.
A query of nothing but punctuation is searched literally.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from storage.text import fold, squeeze

# Opening quotes, after folding, and what closes them.
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』"}
_STRAY = frozenset("”」』")

_OPEN = r"[\[({〖〈<]"
_CLOSE = r"[\])}〗〉>]"
_YEAR = r"(?:19|20)\d\d"
_GAP = r"\s{0,3}"
# 某政办发〔2020〕44号   某政发 [2020] 第 4 号   国办函(2019)12
# Every part is bounded: a query of 10,000 characters must not take seconds.
_NUMBER = re.compile(
    rf"(?P<agency>[^\W_]{{0,40}}){_GAP}{_OPEN}{_GAP}(?P<year>{_YEAR}){_GAP}年?{_GAP}{_CLOSE}"
    rf"{_GAP}第?{_GAP}(?P<serial>\d{{1,5}})(?!\d)(?:{_GAP}号)?"
)


class Kind(Enum):
    """How a term is compared with the text."""

    LITERAL = "literal"
    WORD = "word"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to find: `text` is squeezed and folded; `pattern` only for document numbers."""

    text: str
    kind: Kind
    pattern: re.Pattern[str] | None = None
    certain: tuple[str, ...] = ()

    @property
    def must_hold(self) -> tuple[str, ...]:
        """Strings that stand in the squeezed, folded text wherever the term is found."""
        return self.certain or (self.text,)


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """The terms, all of which a notice must hold; `problem` is a catalogue key or None."""

    terms: tuple[Term, ...]
    problem: str | None = None


def parse_query(query: str) -> ParsedQuery:
    """Take a query apart; an odd one is mended, and `problem` says so."""
    folded = fold(query)
    terms: dict[tuple[str, Kind], Term] = {}
    problem: str | None = None
    for piece, quoted, sound in _pieces(folded):
        found = _literal(piece) if quoted else _words(piece)
        terms |= {(term.text, term.kind): term for term in found}
        if not sound or (quoted and not found):
            problem = "search-quotes"
    if terms:
        return ParsedQuery(tuple(terms.values()), problem)
    signs = squeeze(folded)
    if not signs:
        return ParsedQuery((), "search-empty")
    return ParsedQuery(tuple(_literal(signs)), problem or "search-signs")


def _pieces(text: str) -> list[tuple[str, bool, bool]]:
    """Split at quotes: (piece, quoted, quotes are sound)."""
    pieces: list[tuple[str, bool, bool]] = []
    at = plain = 0
    while at < len(text):
        closing = _QUOTES.get(text[at])
        if closing is None and text[at] not in _STRAY:
            at += 1
            continue
        pieces.append((text[plain:at], False, closing is not None))
        if closing is not None:
            end = _closing_place(text, at + 1, closing)
            inner_end = len(text) if end < 0 else end
            pieces.append((text[at + 1 : inner_end], True, end >= 0))
            at = inner_end
        at += 1
        plain = at
    pieces.append((text[plain:], False, True))
    return pieces


def _closing_place(text: str, start: int, closing: str) -> int:
    """Where the quote closes; “…" and "…” are closed too. -1: nowhere."""
    place = text.find(closing, start)
    if place < 0 and closing in '"”':
        place = text.find('"' if closing == "”" else "”", start)
    return place


def _literal(piece: str) -> list[Term]:
    text = squeeze(piece)
    return [Term(text, Kind.LITERAL)] if text else []


def _words(piece: str) -> list[Term]:
    terms: list[Term] = []
    at = 0
    for number in _NUMBER.finditer(piece):
        terms += _plain_words(piece[at : number.start()])
        terms.append(_number_term(number))
        at = number.end()
    return terms + _plain_words(piece[at:])


def _number_term(found: re.Match[str]) -> Term:
    """A document number: its brackets in any form, not the head of a longer number."""
    agency, year, serial = found["agency"], found["year"], found["serial"]
    pattern = re.compile(
        rf"{re.escape(agency)}{_OPEN}{year}年?{_CLOSE}第?0*{serial.lstrip('0') or '0'}(?!\d)号?"
    )
    certain = tuple(text for text in (agency, year, serial.lstrip("0")) if len(text) > 1)
    return Term(f"{agency}[{year}]{serial}号", Kind.NUMBER, pattern, certain)


def _plain_words(piece: str) -> list[Term]:
    kept = (character if _belongs_to_word(piece, at) else " " for at, character in enumerate(piece))
    return [Term(word, Kind.WORD) for word in "".join(kept).split()]


def _belongs_to_word(text: str, at: int) -> bool:
    """Whether the character is part of a word there, not punctuation between words."""
    character = text[at]
    if not unicodedata.category(character).startswith("P"):
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if character == "%":
        return before.isdigit()
    if character == "·":
        return before.isalnum() and after.isalnum()
    return _is_latin(before) and _is_latin(after)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
