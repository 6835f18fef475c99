"""The running text of a notice: each paragraph in one piece, broken or not."""

from __future__ import annotations

from dataclasses import dataclass

from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.text import squeeze

_MOST_PIECES = 40


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its first line, its key for the patterns, its squeezed text, its numbering."""

    at: int
    key: str
    squeezed: str
    form: str

    def part(self, start: int, end: int) -> str:
        """The words as printed between two offsets of the key."""
        same = len(self.key) == len(self.squeezed)
        return (self.squeezed if same else self.key)[start:end]


def paragraphs(draft: Draft) -> list[Paragraph]:
    """All paragraphs after the head, the pieces of a broken one put together."""
    following = dict(draft.joins)
    taken: set[int] = set()
    found: list[Paragraph] = []
    for line in draft.solid(draft.body_start):
        if line.at in taken or line.rows:
            continue
        pieces = [line.text]
        at = line.at
        while at in following and len(pieces) < _MOST_PIECES:
            at = following[at]
            if at in taken:
                break
            taken.add(at)
            pieces.append(draft.line(at).text[draft.repeats.get(at, 0) :])
        squeezed = squeeze("".join(pieces))
        whole = len(pieces) == 1 and len(line.key) == len(squeezed)
        key = line.key if whole else key_of(squeezed)
        found.append(Paragraph(line.at, key, squeezed, line.form))
    return found
