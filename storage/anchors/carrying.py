"""Marks that follow a change of which is known what was put where: nothing is guessed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from storage.anchors.alignment import levenshtein
from storage.anchors.ground import Ground
from storage.anchors.placing import place_marks
from storage.anchors.telling import Span
from storage.types import Mark, Notice


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters `start` to `end` of a text, and what takes their place."""

    start: int
    end: int
    after: str

    @property
    def growth(self) -> int:
        """How many characters the text gains."""
        return len(self.after) - (self.end - self.start)


Script = tuple[Replacement, ...]
"""Replacements of one text, in order, none over another."""


def rewritten(text: str, script: Script) -> str:
    """The text after all replacements."""
    pieces: list[str] = []
    at = 0
    for each in script:
        pieces += [text[at : each.start], each.after]
        at = each.end
    return "".join([*pieces, text[at:]])


def inverse(text: str, script: Script) -> Script:
    """The replacements that make the text again what it was."""
    back: list[Replacement] = []
    grown = 0
    for each in script:
        start = each.start + grown
        back.append(Replacement(start, start + len(each.after), text[each.start : each.end]))
        grown += each.growth
    return tuple(back)


def difference(old: str, new: str) -> Script:
    """Replacements that make one text the other, as few as can be."""
    return tuple(
        Replacement(step.src_start, step.src_end, new[step.dest_start : step.dest_end])
        for step in levenshtein().opcodes(old, new, score_hint=len(old) // 10 + 100)
        if step.tag != "equal"
    )


def shifted(span: Span, script: Script) -> Span | None:
    """Where a span stands after replacements beside it; None where one touches its inside."""
    start, end = span
    grown = 0
    for each in script:
        if each.end <= start:
            grown += each.growth
        elif each.start < end:
            return None
    return start + grown, end + grown


def moved(script: Script, over: Script) -> Script | None:
    """The same replacements in a text that others have changed; None where they meet."""
    spans = [shifted((each.start, each.end), over) for each in script]
    found = [span for span in spans if span is not None]
    if len(found) < len(script):
        return None
    return tuple(Replacement(*span, each.after) for span, each in zip(found, script, strict=True))


def carried_span(text: str, span: Span, script: Script) -> Span | None:
    """What became of a span's words: those that stayed, and what took the place of the others.

    None where they were deleted.
    """
    start, end = span
    places = _Places(text, script)
    kept = [at for each in range(start, end) if (at := places.of(each)) is not None]
    whole = [new for old, new in places.wholes if start <= old[0] and old[1] <= end]
    if not kept and not whole:
        return None
    # Of words that were replaced whole, all that took their place belongs to the mark.
    first = min([*kept[:1], *(new[0] for new in whole)])
    last = max([*(at + 1 for at in kept[-1:]), *(new[1] for new in whole)])
    return first, last


class _Places:
    """For each old character its place in the new text.

    `wholes` are the spans that were replaced, in both texts.
    """

    def __init__(self, text: str, script: Script) -> None:
        self._script = script
        self._starts = [each.start for each in script]
        self._grown = [0]
        self.wholes: list[tuple[Span, Span]] = []
        self._inside: list[dict[int, int]] = []
        for each in script:
            new = each.start + self._grown[-1]
            if each.after.strip() and each.start < each.end:
                self.wholes.append(((each.start, each.end), (new, new + len(each.after))))
            self._inside.append(_kept(text[each.start : each.end], each.after))
            self._grown.append(self._grown[-1] + each.growth)

    def of(self, at: int) -> int | None:
        """Where a character stands now; None where it is gone."""
        number = bisect_left(self._starts, at + 1) - 1
        if number < 0:
            return at
        each = self._script[number]
        if at >= each.end:
            return at + self._grown[number + 1]
        place = self._inside[number].get(at - each.start)
        return None if place is None else each.start + self._grown[number] + place


def _kept(before: str, after: str) -> dict[int, int]:
    """Which characters of the words before are which of those after, or stand for them."""
    kept: dict[int, int] = {}
    for step in levenshtein().opcodes(before, after):
        if step.tag in ("equal", "replace"):
            kept.update(
                zip(
                    range(step.src_start, step.src_end),
                    range(step.dest_start, step.dest_end),
                    strict=True,
                )
            )
    return kept


def carry_marks(
    marks: Iterable[Mark],
    old: Notice,
    new: Notice,
    script: Script,
    own: Mapping[str, Sequence[tuple[Span, Span]]] | None = None,
) -> list[Mark]:
    """Marks of a notice in its text after replacements by the user's hand.

    A mark stays on its words, or on those that took their place, its quote renewed; one whose
    words are deleted is unplaced. A proposal stays where it is; a mark that had no place gets
    one where its words have come. `own` tells for some marks, by uuid, which characters of a
    span of the new text are theirs: the span, and the part of it.
    """
    known, parts = list(marks), own or {}
    if not known:
        return []
    ground = Ground(new, old)
    lost = [
        mark
        for mark in known
        if mark.state == "unplaced" and not mark.whole_notice and mark.uuid not in parts
    ]
    found = {mark.uuid: mark for mark in place_marks(lost, new, old)} if lost else {}
    text = old.text
    return [
        found.get(mark.uuid) or _carry(mark, text, ground, script, parts.get(mark.uuid, ()))
        for mark in known
    ]


def _carry(
    mark: Mark,
    text: str,
    ground: Ground,
    script: Script,
    parts: Sequence[tuple[Span, Span]],
) -> Mark:
    if mark.whole_notice:
        return replace(mark, text_hash=ground.hash, state="sure")
    lost = mark.state == "unplaced"
    span = None if lost else carried_span(text, (mark.start, mark.end), script)
    for whole, part in parts:
        span = _with_part(span, whole, part)
    if span is None or not ground.text[slice(*span)].strip():
        return replace(mark, text_hash="", state="unplaced")
    start, end = span
    if mark.state == "check":
        return replace(mark, start=start, end=end, text_hash=ground.hash)
    place = ground.place(start, end)
    state = mark.state if place["quote"] == mark.quote and not lost else "sure"
    return replace(mark, **place, state=state)


def _with_part(span: Span | None, whole: Span, part: Span) -> Span:
    """A span that has just this part of another one; what it has beside that stays."""
    if span is None:
        return part
    start = span[0] if span[0] < whole[0] else part[0]
    end = span[1] if span[1] > whole[1] else part[1]
    return start, end


def covered(span: Span, script: Script) -> list[tuple[int, int, int]]:
    """Which characters of the replaced words a span covers: replacement, first, end."""
    return [
        (number, max(span[0], each.start) - each.start, min(span[1], each.end) - each.start)
        for number, each in enumerate(script)
        if max(span[0], each.start) < min(span[1], each.end)
    ]
