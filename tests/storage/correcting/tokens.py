"""A notice's text as characters with names of their own: what a correction does is beyond doubt.

The model knows nothing of offsets, contexts or anchors: a correction takes a run of named
characters and puts new ones in its place, and fits wherever that run still stands.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

Token = tuple[int, str]
_names = itertools.count()


def tokens(text: str) -> list[Token]:
    """Characters with new names."""
    return [(next(_names), sign) for sign in text]


def text_of(run: list[Token]) -> str:
    return "".join(sign for _, sign in run)


@dataclass
class Change:
    """A run of characters, what takes its place, and whether it is taken back."""

    uuid: str
    gone: list[Token]
    put: list[Token]
    undone: bool = False


def replaced(run: list[Token], after: str) -> list[Token]:
    """The new run; characters that stay at its ends keep their names."""
    before = text_of(run)
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    most -= first
    last = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    middle = after[first : len(after) - last]
    return run[:first] + tokens(middle) + run[len(run) - last :]


class Model:
    """The text as recognised, and the changes over it."""

    def __init__(self, text: str) -> None:
        self.base = tokens(text)
        self.changes: list[Change] = []

    def current(self) -> list[Token]:
        found = self.folded(self.changes)
        assert found is not None
        return found

    def folded(self, changes: list[Change]) -> list[Token] | None:
        """All changes that are not taken back, in their order; None where one does not fit."""
        now = list(self.base)
        for change in changes:
            if change.undone:
                continue
            at = next((at for at, token in enumerate(now) if token == change.gone[0]), None)
            if at is None or now[at : at + len(change.gone)] != change.gone:
                return None
            now[at : at + len(change.gone)] = change.put
        return now

    def can_turn(self, change: Change) -> bool:
        """Whether the text would still fit all others with a change taken back, or made again."""
        change.undone = not change.undone
        fits = self.folded(self.changes) is not None
        change.undone = not change.undone
        return fits
