"""Making strangers' text harmless: no control characters, no Markdown, no HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

# Blanks and line ends of other systems: tab, vertical tab, form feed, next line, U+2028, U+2029.
_OTHER_BREAKS = re.compile("[\t\v\f\r\x85\u2028\u2029]+")

# What XML 1.0 refuses: control characters, U+FFFE and U+FFFF. (C1 is allowed but no one's text.)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")

# Half of a pair of UTF-16 units: a character that was cut in two.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

# Every reader of Markdown knows these behind a backslash; others are safer as an entity.
_MARKUP = frozenset("\\`*_[]#")
_ESCAPABLE = _MARKUP | frozenset("+-.)")
_ENTITIES = frozenset("&<>|~$@{}")

# Signs that mean something in one place only; the group "sign" is what is written otherwise.
_SPECIAL = (
    # https://…, mailto:… become links by themselves in some readers
    re.compile(r"(?<=[A-Za-z])(?P<sign>:)"),
    # www.example, example.com
    re.compile(r"(?P<sign>\.)(?=[A-Za-z])"),
    # "- ", "+ ", ": " at the head of a line, "===" below one
    re.compile(r"^ *(?P<sign>[+=:-])"),
    # "1. " and "1) " make a list with numbers of its own
    re.compile(r"^ *\d{1,9}(?P<sign>[.)])"),
)


def plain(text: str) -> str:
    """The text without what XML refuses; line breaks stay, a half character becomes U+FFFD."""
    text = _OTHER_BREAKS.sub(" ", text)
    return _LONE_SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def markdown(text: str) -> str:
    """The text as one line of Markdown that shows just these characters.

    GitHub alone still makes a link of a mail address: nothing but a changed text would stop it.
    """
    return "".join(_escaped(" ".join(plain(text).split())))


def markdown_runs(runs: Iterator[tuple[str, bool]]) -> str:
    """One line of Markdown from pieces of plain text, each bold or not."""
    # Bold that touches bold is one: `**a****b**` would show its stars.
    joined = groupby((run for run in runs if run[0]), key=lambda run: run[1])
    pieces = [("".join(piece for piece, _ in group), bold) for bold, group in joined]
    text = "".join(piece for piece, _ in pieces)
    escaped = _escaped(text)
    words = ""
    start = 0
    for piece, bold in pieces:
        end = start + len(piece)
        first, last = _bold_part(text, start, end) if bold else (start, start)
        words += "".join(escaped[start:first])
        if first < last:
            words += f"**{''.join(escaped[first:last])}**"
        words += "".join(escaped[last:end])
        start = end
    # Four blanks at the head of a line would make it program code.
    return words.strip(" \n")


def _escaped(text: str) -> list[str]:
    """Each character of a line as Markdown has to spell it."""
    written = [_spell(character) for character in text]
    for pattern in _SPECIAL:
        for found in pattern.finditer(text):
            sign = found["sign"]
            written[found.start("sign")] = f"\\{sign}" if sign in _ESCAPABLE else _entity(sign)
    return written


def _spell(character: str) -> str:
    if character in _MARKUP:
        return f"\\{character}"
    return _entity(character) if character in _ENTITIES else character


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def _bold_part(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without signs at its ends.

    Markdown shows the stars of `**（试行）**的`: what stands between stars must begin and end with
    a letter or digit.
    """
    while start < end and not _is_word(text[start]):
        start += 1
    while start < end and not _is_word(text[end - 1]):
        end -= 1
    return start, end


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"
