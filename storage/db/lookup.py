"""Notices by what somebody types to go to them: a document number, or words of the title."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from storage.addresses import DocumentNumber, read_number
from storage.db.issues import READING_ORDER
from storage.db.notices import number_key, summaries_of
from storage.db.store import Store
from storage.text import FOLDED, squeeze
from storage.types import NoticeSummary

_FROM = "FROM notices n JOIN issues i ON i.id = n.issue_id"
_TYPED_ROUND = str.maketrans("()", "[]")


def look_up(store: Store, typed: str, most: int = 20) -> list[NoticeSummary]:
    """At most so many notices: those with the number typed or begun, else those with its words.

    Width, case, kinds of brackets and a missing 号 are forgiven; of words, each must be in the
    title or the number.
    """
    number = read_number(typed)
    if number is not None:
        found = _by_number(store, number, most)
        if found:
            return found
    return _by_words(store, typed, most)


def _by_number(store: Store, number: DocumentNumber, most: int) -> list[NoticeSummary]:
    """The exact number first, then those that begin with it."""
    code = _globbed(number_key(number.code))
    year = f"[[]{number.year}]"
    patterns = [f"*{code}{year}{sign}{number.count}*" for sign in ("", "第")]
    exact = [f"*{code}{year}{sign}{number.count}号" for sign in ("", "第")]
    rows = store.rows(
        f"SELECT n.uuid {_FROM} WHERE n.number_key GLOB ? OR n.number_key GLOB ?"
        " ORDER BY n.number_key GLOB ? OR n.number_key GLOB ? DESC, length(n.number_key),"
        f" n.number_key, {READING_ORDER} LIMIT ?",
        [*patterns, *exact, most],
    )
    return summaries_of(store, [row[0] for row in rows])


def _by_words(store: Store, typed: str, most: int) -> list[NoticeSummary]:
    words = typed.split()
    if not words:
        return []
    conditions: list[str] = []
    parameters: list[object] = []
    for word in words:
        conditions.append("(n.title GLOB ? OR n.number_key GLOB ?)")
        key = number_key(word)
        parameters += [f"*{_any_width(word)}*", f"*{_globbed(key.translate(_TYPED_ROUND))}*"]
    rows = store.rows(
        f"SELECT n.uuid {_FROM} WHERE {' AND '.join(conditions)}"
        f" ORDER BY length(n.title), {READING_ORDER}, n.position LIMIT ?",
        [*parameters, most],
    )
    return summaries_of(store, [row[0] for row in rows])


@cache
def _widths() -> dict[int, str]:
    """For each folded character all characters that fold to it."""
    found: dict[int, str] = defaultdict(str)
    for code, folded in FOLDED.items():
        if code != folded:
            found[folded] += chr(code)
    return found


def _any_width(word: str) -> str:
    """A GLOB pattern that takes each character of a word in any width and case."""
    wide = _widths()
    pattern = ""
    for character in squeeze(word):
        folded = FOLDED.get(ord(character), ord(character))
        same = chr(folded) + wide.get(folded, "")
        pattern += f"[{_in_class(same)}]" if len(same) > 1 else _globbed(same)
    return pattern


def _in_class(characters: str) -> str:
    """The inside of a class of a GLOB pattern: ] first, ^ and - not where they say something."""
    plain = [one for one in characters if one not in "]^-"]
    front = "]" if "]" in characters else ""
    behind = "".join(one for one in "^-" if one in characters)
    return front + "".join(plain) + behind


def _globbed(text: str) -> str:
    """A text as a GLOB pattern that takes just it."""
    return "".join(f"[{one}]" if one in "*?[" else one for one in text)
