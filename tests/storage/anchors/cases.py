"""Notices whose text changes by chance, with what became of their marks.

A seed decides the notice, the marks and the edits. Each character of the new text knows which one
of the old text it is, so that the right place of a mark is known without looking for it.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from storage.anchors import make_mark
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import Issue, Mark, Notice, NoticeSummary, StoredNotice
from tests.shared_texts import gazettes
from tests.storage.anchors.drafts import EDITS, NEW, PREPARED, Draft, Sign

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"
SHORTEST = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mark and what became of it.

    `place` is the span (without white space) of what is left of its characters, None where less
    than half is; `whole` says that all are left, side by side, and none was changed. `twins`
    are the same places in lines just before and after that read the same: which of such lines is
    gone cannot be seen, so that a proposal there is as good.
    """

    mark: Mark
    place: tuple[int, int] | None
    whole: bool
    twins: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A notice before and after, and its marks."""

    seed: int
    kind: str
    before: StoredNotice
    after: Notice
    wanted: tuple[Wanted, ...]


@cache
def notices(shared: bool) -> tuple[Notice, ...]:
    """The notices of the sample, and of the shared gazettes where wanted and present."""
    paths = sorted(SAMPLE.glob("*.txt")) + (gazettes() if shared else [])
    found = [notice for path in paths for notice in parse_source(read_source(path)).notices]
    return tuple(notice for notice in found if len(notice.text) >= SHORTEST)


@cache
def _all_text(shared: bool) -> str:
    return "。".join(notice.text.replace("\n", "") for notice in notices(shared))


def case(seed: int, *, shared: bool = True, marks: int = 3) -> Case:
    """The case of a seed; the kinds of edit come by turns."""
    chance = random.Random(seed)
    kind = list(EDITS)[seed % len(EDITS)]
    draft = _draft(chance, chance.choice(notices(shared)), _all_text(shared))
    if kind == "repeated lines, a line gone":
        _repeat_lines(draft)
    draft.spans = _spans(draft, kind, marks)
    if kind in PREPARED:
        PREPARED[kind](draft)
        moved = {sign.origin: at for at, sign in enumerate(draft.signs) if sign.origin != NEW}
        draft.spans = [(moved[start], moved[end - 1] + 1) for start, end in draft.spans]
    _settle(draft)
    old = draft.notice()
    summary = NoticeSummary("u-1", 1, 0, "题", None, None, None, None, None, Issue(), True)
    stored = StoredNotice(summary, old)
    made = [make_mark(stored, *span) for span in draft.spans]
    EDITS[kind](draft)
    wanted = tuple(_wanted(mark, draft) for mark in made)
    return Case(seed, kind, stored, draft.notice(), wanted)


def _draft(chance: random.Random, notice: Notice, others: str) -> Draft:
    kinds, at = {}, 0
    for block in notice.blocks:
        kinds[at] = (block.kind, block.level)
        at += len(block.text) + 1
    signs = [Sign(character, at) for at, character in enumerate(notice.text)]
    return Draft(chance, signs, [], kinds, others)


def _settle(draft: Draft) -> None:
    """Count the characters anew: this is the old text from now on."""
    draft.kinds = {
        at: draft.kinds[sign.origin]
        for at, sign in enumerate(draft.signs)
        if sign.origin in draft.kinds
    }
    draft.signs = [Sign(sign.character, at) for at, sign in enumerate(draft.signs)]


def _repeat_lines(draft: Draft) -> None:
    """Some line stands several times, here and there or one under the other."""
    lines = draft.lines()
    line = draft.chance.choice([line for line in lines if len(line) >= 8])
    at = lines.index(line)
    apart = draft.chance.random() < 0.5
    for _ in range(draft.chance.randint(1, 3)):
        copy = [Sign(sign.character, NEW) for sign in line]
        lines.insert(draft.chance.randint(0, len(lines)) if apart else at + 1, copy)
    draft.set_lines(lines)
    _settle(draft)


def _spans(draft: Draft, kind: str, count: int) -> list[tuple[int, int]]:
    """Spans of eight characters and more, apart from each other."""
    text, chance = draft.text, draft.chance
    spans: list[tuple[int, int]] = []
    for _ in range(count * 20):
        if len(spans) == count:
            break
        length = chance.choice((8, chance.randint(8, 12), chance.randint(12, 40)))
        length = chance.randint(40, 200) if chance.random() < 0.1 else length
        start = chance.randrange(max(1, len(text) - length))
        words = text[start : start + length]
        repeated = kind.startswith("repeated")
        if len("".join(words.split())) < 8 or words != words.strip():
            continue
        if repeated and (text.count(words) < 2 or "\n" in words):
            continue
        if all(end + 45 < start or start + length + 45 < first for first, end in spans):
            spans.append((start, start + length))
    return sorted(spans)


def _wanted(mark: Mark, draft: Draft) -> Wanted:
    origins = [
        at for at in range(mark.start, mark.end) if not mark.quote[at - mark.start].isspace()
    ]
    kept = [sign for sign in draft.signs if not sign.character.isspace()]
    places = {sign.origin: at for at, sign in enumerate(kept) if sign.origin != NEW}
    found = [places[origin] for origin in origins if origin in places]
    whole = len(found) == len(origins) and all(
        place == found[0] + n and kept[place].same for n, place in enumerate(found)
    )
    if len(found) < len(origins) / 2 or max(found) - min(found) >= 2 * len(origins) + 8:
        return Wanted(mark, None, False)
    place = min(found), max(found) + 1
    return Wanted(mark, place, whole, _twins(draft, place))


def _twins(draft: Draft, place: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    lines = ["".join(line.split()) for line in draft.text.split("\n")]
    starts = [0, *accumulate(map(len, lines))]
    number = bisect_right(starts, place[0]) - 1
    if place[1] > starts[number + 1]:
        return ()
    found: list[tuple[int, int]] = []
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(lines) and lines[other] == lines[number]:
            shift = starts[other] - starts[number]
            found.append((place[0] + shift, place[1] + shift))
            other += step
    return tuple(found)
