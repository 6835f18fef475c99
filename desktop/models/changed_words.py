"""The words that differ between what was marked and what stands there now."""

from __future__ import annotations

Piece = tuple[str, bool]
"""Words, and whether the other text lacks them."""


def changed_words(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, in order; white space is made single."""
    from storage.comparing.wording import changes_between  # it is slow to load, and rarely needed

    left, right = " ".join(old.split()), " ".join(new.split())
    changes = changes_between(left, right)
    return (
        _pieces(left, [(first, last) for first, last, _, _ in changes]),
        _pieces(right, [(first, last) for _, _, first, last in changes]),
    )


def _pieces(text: str, spans: list[tuple[int, int]]) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    for first, last in spans:
        found += [(text[at:first], False), (text[first:last], True)]
        at = last
    found.append((text[at:], False))
    return [piece for piece in found if piece[0]]
