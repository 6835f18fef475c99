"""Edits by chance, as corrections and new imports make them, with the way of every character."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from storage.types import Block, Notice

NEW = -1
CONFUSED = dict(zip("未末土士己已日曰人入大太", "末未士土已己曰日入人太大", strict=True))
ENDS = "。；\n"


@dataclass(slots=True)
class Sign:
    """A character; `origin` is its place in the old text, `same` whether it is still that one."""

    character: str
    origin: int
    same: bool = True


@dataclass(slots=True)
class Draft:
    """A text that is being changed, and the spans (of the old text) that are marked."""

    chance: random.Random
    signs: list[Sign]
    spans: list[tuple[int, int]]
    kinds: dict[int, tuple[str, int]]
    others: str

    @property
    def text(self) -> str:
        return "".join(sign.character for sign in self.signs)

    def insert(self, at: int, text: str) -> None:
        self.signs[at:at] = [Sign(character, NEW) for character in text]

    def piece(self, shortest: int, longest: int) -> str:
        """Some characters of other notices."""
        length = self.chance.randint(shortest, longest)
        at = self.chance.randrange(max(1, len(self.others) - length))
        return self.others[at : at + length]

    def where(self, origin: int) -> int:
        """Where a character of the old text now stands; -1 where it is gone."""
        return next((at for at, sign in enumerate(self.signs) if sign.origin == origin), -1)

    def lines(self) -> list[list[Sign]]:
        found: list[list[Sign]] = [[]]
        for sign in self.signs:
            if sign.character == "\n":
                found.append([])
            else:
                found[-1].append(sign)
        return found

    def set_lines(self, lines: list[list[Sign]]) -> None:
        self.signs = []
        for line in lines:
            self.signs += [*line, Sign("\n", NEW)]
        self.signs.pop()

    def notice(self) -> Notice:
        blocks: list[Block] = []
        for number, line in enumerate(self.lines(), 1):
            kind, level = self.kinds.get(line[0].origin, ("paragraph", 0)) if line else ("other", 0)
            text = "".join(sign.character for sign in line)
            blocks.append(Block(kind, text, (number, number), level))
        return Notice("题", 1, len(blocks), blocks=tuple(blocks))


# ---------------------------------------------------------------- edits


def _insertions(draft: Draft) -> None:
    for _ in range(draft.chance.randint(1, 8)):
        draft.insert(draft.chance.randint(0, len(draft.signs)), draft.piece(1, 60))


def _deletions(draft: Draft) -> None:
    for _ in range(draft.chance.randint(1, 8)):
        at = draft.chance.randrange(len(draft.signs))
        del draft.signs[at : at + draft.chance.randint(1, 60)]


def _misread(share: float) -> Callable[[Draft], None]:
    """A share of the characters misread, dropped, or read twice."""

    def change(draft: Draft) -> None:
        kept: list[Sign] = []
        for sign in draft.signs:
            if sign.character.isspace() or draft.chance.random() >= share:
                kept.append(sign)
                continue
            what = draft.chance.random()
            if what < 0.7:
                other = CONFUSED.get(sign.character) or draft.piece(1, 1)
                other = sign.character if other.isspace() else other
                kept.append(Sign(other, sign.origin, other == sign.character))
            elif what < 0.85:
                kept += [sign, Sign(draft.piece(1, 1), NEW)]
        draft.signs = kept

    return change


def _joins(draft: Draft) -> None:
    """Lines joined and cut, blanks put in and taken out."""
    kept: list[Sign] = []
    for sign in draft.signs:
        if sign.character == "\n" and draft.chance.random() < 0.4:
            if draft.chance.random() < 0.3:
                kept.append(Sign(" ", NEW))
            continue
        if sign.character in " \u3000" and draft.chance.random() < 0.5:
            continue
        kept.append(sign)
        if draft.chance.random() < 0.02:
            kept.append(Sign(draft.chance.choice("\n \u3000"), NEW))
    draft.signs = kept


def _joins_and_more(draft: Draft) -> None:
    _joins(draft)
    _misread(0.01)(draft)


def _bare(draft: Draft) -> None:
    """What stands about the marked words deleted, on one side or both."""
    for start, end in draft.spans:
        sides = draft.chance.choice(((1, 0), (0, 1), (1, 1), (1, 1)))
        first, last = draft.where(start), draft.where(end - 1)
        if sides[1] and last >= 0:
            del draft.signs[last + 1 : last + 1 + draft.chance.randint(5, 70)]
        if sides[0] and first > 0:
            del draft.signs[max(0, first - draft.chance.randint(5, 70)) : first]


def _order(draft: Draft) -> None:
    """Groups of lines in another order."""
    lines = draft.lines()
    cuts = sorted(draft.chance.sample(range(1, len(lines)), min(len(lines) - 1, 3)))
    groups = [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
    draft.chance.shuffle(groups)
    draft.set_lines([line for group in groups for line in group])


def _look_alike(draft: Draft, span: tuple[int, int], text: str) -> str:
    """A sentence with the same words and some of what stood about them."""
    start, end = span
    before = text[max(0, start - draft.chance.randint(0, 12)) : start]
    after = text[end : end + draft.chance.randint(0, 12)]
    return f"{draft.piece(8, 40)}{before}{text[start:end]}{after}{draft.piece(8, 40)}"


def _put_in(draft: Draft, piece: str) -> None:
    """Put a sentence in at the end of some line, away from the marked spans."""
    inside = {n for start, end in draft.spans for n in range(start - 40, end + 40)}
    ends = [
        at
        for at, sign in enumerate(draft.signs)
        if sign.character == "\n" and sign.origin not in inside
    ]
    draft.insert(draft.chance.choice(ends or [len(draft.signs)]), piece)


def _add_look_alikes(draft: Draft) -> None:
    text = draft.text
    for span in draft.spans:
        for _ in range(draft.chance.randint(1, 2)):
            _put_in(draft, _look_alike(draft, span, text))


def _delete_sentences(draft: Draft) -> None:
    """The marked words deleted, with some of their sentences."""
    for start, end in draft.spans:
        gone = [at for at, sign in enumerate(draft.signs) if start <= sign.origin < end]
        if not gone:
            continue
        first, last = gone[0], gone[-1] + 1
        whole = draft.chance.random() < 0.7
        while whole and first > 0 and draft.signs[first - 1].character not in ENDS:
            first -= 1
        while whole and last < len(draft.signs) and draft.signs[last - 1].character not in ENDS:
            last += 1
        del draft.signs[first:last]


def _look_alikes_appear(draft: Draft) -> None:
    _add_look_alikes(draft)


def _gone_and_look_alikes_appear(draft: Draft) -> None:
    _add_look_alikes(draft)
    _delete_sentences(draft)


def _gone_and_misread(draft: Draft) -> None:
    _delete_sentences(draft)
    _misread(0.03)(draft)


def _quote_edited(draft: Draft) -> None:
    for start, end in draft.spans:
        for _ in range(draft.chance.randint(1, 2)):
            at = draft.where(draft.chance.randrange(start, end))
            if at < 0:
                continue
            if draft.chance.random() < 0.5:
                draft.insert(at, draft.piece(1, 4))
            else:
                del draft.signs[at : at + draft.chance.randint(1, 2)]


def _mixed(draft: Draft) -> None:
    for change in draft.chance.sample((_insertions, _deletions, _order, _joins, _bare), 2):
        change(draft)
    _misread(draft.chance.choice((0.01, 0.03, 0.06)))(draft)


def _unmarked_twin(lines: list[list[Sign]], number: int, spans: list[tuple[int, int]]) -> int:
    """A line, or its unmarked neighbour that reads the same: which of them goes is all one."""
    texts = ["".join(sign.character for sign in line) for line in lines]
    first = last = number
    while first > 0 and texts[first - 1] == texts[number]:
        first -= 1
    while last + 1 < len(texts) and texts[last + 1] == texts[number]:
        last += 1
    marked = {
        at
        for at in range(first, last + 1)
        for sign in lines[at]
        if any(start <= sign.origin < end for start, end in spans)
    }
    return next((at for at in range(first, last + 1) if at not in marked), number)


def _line_gone(draft: Draft) -> None:
    """One of the lines that hold the same words is gone, marked or not, and a little misread."""
    text = draft.text
    for start, end in draft.spans:
        quote = text[start:end]
        holders = [
            number
            for number, line in enumerate(draft.lines())
            if quote in "".join(sign.character for sign in line)
        ]
        if len(holders) > 1:
            lines = draft.lines()
            del lines[_unmarked_twin(lines, draft.chance.choice(holders), draft.spans)]
            draft.set_lines(lines)
    if draft.chance.random() < 0.5:
        _misread(0.02)(draft)


EDITS: dict[str, Callable[[Draft], None]] = {
    "insertions": _insertions,
    "deletions": _deletions,
    "misread 1 %": _misread(0.01),
    "misread 6 %": _misread(0.06),
    "joins": _joins,
    "joins, misread 1 %": _joins_and_more,
    "surroundings deleted": _bare,
    "order changed": _order,
    "look-alikes appear": _look_alikes_appear,
    "quote deleted, look-alikes appear": _gone_and_look_alikes_appear,
    "quote deleted, look-alikes stand": _delete_sentences,
    "quote deleted, look-alikes misread": _gone_and_misread,
    "look-alikes stand, misread 6 %": _misread(0.06),
    "repeated words, a line gone": _line_gone,
    "repeated lines, a line gone": _line_gone,
    "quote edited": _quote_edited,
    "mixed": _mixed,
}
# What is done to the notice before it is marked.
PREPARED = {
    "quote deleted, look-alikes stand": _add_look_alikes,
    "quote deleted, look-alikes misread": _add_look_alikes,
    "look-alikes stand, misread 6 %": _add_look_alikes,
}
