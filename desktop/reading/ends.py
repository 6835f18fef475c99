"""Moving the ends of a mark: to whole characters, never to nothing, never out of the notice."""

from __future__ import annotations

import unicodedata

from desktop.reading.handles import START

Span = tuple[int, int]
_JOINER = "\u200d"


def is_border(text: str, offset: int) -> bool:
    """Whether a character as people see it ends before an offset and another one begins."""
    if not 0 < offset < len(text):
        return True
    after = text[offset]
    joined = unicodedata.category(after)[0] == "M" or after == _JOINER
    return not joined and text[offset - 1] != _JOINER


def moved(text: str, span: Span, which: str, to: int, limits: Span) -> Span:
    """A span with one end (handles.START or END) at another offset, or as near to it as may be.

    An end never stands behind white space, so that marks begin and end with words.
    """
    start, end = span
    to = min(max(to, limits[0]), limits[1])
    if which == START:
        to = min(to, _back(text, end, limits[0]))
        while to < end - 1 and (text[to].isspace() or not is_border(text, to)):
            to += 1
        return (to, end) if is_border(text, to) and not text[to].isspace() else span
    to = max(to, _on(text, start, limits[1]))
    while to > start + 1 and (text[to - 1].isspace() or not is_border(text, to)):
        to -= 1
    return (start, to) if is_border(text, to) and not text[to - 1].isspace() else span


def stepped(text: str, span: Span, which: str, step: int, limits: Span) -> Span:
    """A span with one end a character further on (`step` 1) or back (-1), white space left out."""
    start, end = span
    at = start if which == START else end
    while limits[0] <= at + step <= limits[1]:
        at += step
        seen = text[at : at + 1] if which == START else text[at - 1 : at]
        if is_border(text, at) and not seen.isspace():
            break
    return moved(text, span, which, at, limits)


def _on(text: str, offset: int, last: int) -> int:
    """The end of the character that begins at an offset."""
    offset += 1
    while offset < last and not is_border(text, offset):
        offset += 1
    return offset


def _back(text: str, offset: int, first: int) -> int:
    """The begin of the character that ends at an offset."""
    offset -= 1
    while offset > first and not is_border(text, offset):
        offset -= 1
    return offset
