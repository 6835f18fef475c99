"""What tells a span of a text from all others with the same words."""

from __future__ import annotations

from collections.abc import Iterator

Span = tuple[int, int]


def only_place(text: str, piece: str) -> int | None:
    """Where a piece stands in a text, None where it does not or more than once."""
    at = text.find(piece)
    return at if at >= 0 and text.find(piece, at + 1) < 0 else None


def needed_before(text: str, span: Span, limit: int) -> int | None:
    """How many characters before a span, about, make it the only one; None where `limit` do not."""
    for start in _starts(span, limit):
        if only_place(text, text[start : span[1]]) is not None:
            return span[0] - start
    return None


def needed_after(text: str, span: Span, limit: int) -> int | None:
    """How many characters after a span, about, make it the only one; None where `limit` do not."""
    for end in _ends(text, span, limit):
        if only_place(text, text[span[0] : end]) is not None:
            return end - span[1]
    return None


def followed_from_both_sides(old: str, span: Span, new: str) -> int | None:
    """Where a span of `old` starts in `new` by what is before it and by what is after it.

    None where either does not tell it from all others, in both texts, or where they differ. Of
    equal rows one after the other, one of which is gone, they do.
    """
    before = ((start, span[1]) for start in _starts(span, len(old)))
    after = ((span[0], end) for end in _ends(old, span, len(old)))
    left, right = _first_told_apart(old, before, new), _first_told_apart(old, after, new)
    if left is None or right is None or left[1] + span[0] - left[0] != right[1]:
        return None
    return right[1]


def _first_told_apart(old: str, pieces: Iterator[Span], new: str) -> Span | None:
    """The first of ever longer pieces that stands once in each text: where, in old and new."""
    for start, end in pieces:
        piece = old[start:end]
        at = new.find(piece)
        if at < 0:
            return None
        if new.find(piece, at + 1) < 0 and only_place(old, piece) is not None:
            return start, at
    return None


def _sizes(limit: int) -> Iterator[int]:
    size = 0
    while size < limit:
        yield size
        size = size * 3 // 2 + 2
    yield limit


def _starts(span: Span, limit: int) -> Iterator[int]:
    """Ever earlier starts for a span, at most `limit` characters before it."""
    return (span[0] - size for size in _sizes(min(limit, span[0])))


def _ends(text: str, span: Span, limit: int) -> Iterator[int]:
    """Ever later ends for a span, at most `limit` characters behind it."""
    return (span[1] + size for size in _sizes(min(limit, len(text) - span[1])))
