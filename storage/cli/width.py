"""Columns of a terminal: a Chinese character takes two, and lines break between characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# A Latin word or number stays whole; everything else may be parted.
_TOKEN = re.compile(r"[!-~]+| +|.", re.DOTALL)

# What must not stand at the head of a line hangs over at the end of the one before.
_CLOSING = frozenset("，。、；：？！）》〉】〕」』”’％,.;:?!)]}%…")
_HANGING = 2


def columns(text: str) -> int:
    """How many columns a text takes."""
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if " " <= character <= "~":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    """Fill a text up with blanks at its end."""
    return text + " " * (width - columns(text))


def right(text: str, width: int) -> str:
    """Put a text to the right side."""
    return " " * (width - columns(text)) + text


def centre(text: str, width: int) -> str:
    """Put a text into the middle."""
    return " " * ((width - columns(text)) // 2) + text


def wrap(text: str, width: int, *, hanging: int = _HANGING) -> list[str]:
    """Break a text into lines of at most `width` columns; 0 leaves it whole.

    Of these, `hanging` are kept free for a closing sign.
    """
    if not width or columns(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for token in _tokens(text, max(width - hanging, 2)):
        size = columns(token)
        hangs = token in _CLOSING and used + size <= width
        if used + size > width - hanging and line and not hangs:
            lines.append(line.rstrip(" "))
            line, used = "", 0
            token = token.lstrip(" ")
            size = columns(token)
        line += token
        used += size
    return [*lines, line.rstrip(" ")] if line.strip(" ") else lines


def _tokens(text: str, longest: int) -> Iterator[str]:
    """Words and characters; a word longer than a line is cut."""
    for found in _TOKEN.finditer(text):
        token = found[0]
        while len(token) > longest:
            yield token[:longest]
            token = token[longest:]
        yield token
